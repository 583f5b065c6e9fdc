"""The schema of the configuration file, from the options that it can set."""

from __future__ import annotations

import click
from click.types import IntParamType

from checker.cli.configuration import settings
from checker.cli.settings import Setting
from checker.editing.fragments import Schema, described, document, items, table


def config_schema() -> Schema:
    """The schema of `deliberation-check.toml`, or of its table in `pyproject.toml`."""
    known = {key: described(_value(each), each.help or "") for key, each in settings().items()}
    return document("config", "Settings of deliberation-check", table(known))


def _value(setting: Setting) -> Schema:
    if setting.is_flag:
        return {"type": "boolean"}
    one: Schema = {"type": "string"}
    if isinstance(setting.type, click.Choice):
        one = {"enum": list(setting.type.choices)}
    elif isinstance(setting.type, IntParamType):
        one = {"type": "integer"}
    return items(one) if setting.multiple else one
