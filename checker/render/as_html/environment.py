"""The templates of the HTML report, and what every page holds: its style and its policy."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.errors import InputError, Problem, missing_library
from checker.render.characters import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = "templates"


@cache
def environment() -> Environment:
    """Jinja2 with the templates of this package: everything escaped, nothing undefined.

    Raises:
        InputError: Jinja2 is not installed.
    """
    try:
        from jinja2 import DictLoader, Environment, StrictUndefined  # noqa: PLC0415
    except ImportError as fault:
        message = missing_library("A report in HTML", "Jinja2", "reports")
        raise InputError([Problem("html", 0, 0, "", message)]) from fault
    folder = files(__package__).joinpath(_FOLDER)
    sources = {
        each.name: each.read_text("utf-8")
        for each in folder.iterdir()
        if each.name.endswith(".html")
    }
    return Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Characters that act on a reader are shown by their codes; what is made HTML stays."""
    return visible(value) if type(value) is str else value


@cache
def assets() -> Mapping[str, str]:
    """The `style` of every page, and the `policy` that allows it and nothing else."""
    style = files(__package__).joinpath(_FOLDER).joinpath("style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return {"style": style, "policy": policy}
