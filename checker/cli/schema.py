"""`schema`: the JSON Schema of a file, for editors."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import click

from checker.cli.help import wide

NAMES = ("case", "rule", "waivers", "config", "report")

_EPILOG = """\b
Examples:
  deliberation-check schema rule > rule.schema.json
  deliberation-check schema config

\b
Exit status:
  0  printed
  2  bad usage
"""


@click.command("schema", context_settings=wide(), epilog=_EPILOG)
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print the JSON Schema of case files, rules, accepted findings, settings or JSON reports.

    An editor that is given it completes keys and marks what cannot be, as one types. A rule says
    where it is in its first line: # yaml-language-server: $schema=rule.schema.json
    """
    from checker.cli.streams import say  # noqa: PLC0415

    say(schema_text(name), utf8=True, end="")


def schema_text(name: str) -> str:
    """The schema of a file as its committed copy holds it.

    Args:
        name: One of `NAMES`.
    """
    return _MADE[name]()


def _case() -> str:
    from checker.schema import print_schema  # noqa: PLC0415

    return print_schema()


def _rule() -> str:
    from checker.editing.fragments import printed  # noqa: PLC0415
    from checker.editing.rules import rule_schema  # noqa: PLC0415

    return printed(rule_schema())


def _waivers() -> str:
    from checker.editing.fragments import printed  # noqa: PLC0415
    from checker.editing.waivers import waivers_schema  # noqa: PLC0415

    return printed(waivers_schema())


def _config() -> str:
    from checker.cli.configschema import config_schema  # noqa: PLC0415
    from checker.editing.fragments import printed  # noqa: PLC0415

    return printed(config_schema())


def _report() -> str:
    """This one is written by hand: it is what the reports promise."""
    return files("checker").joinpath("schemas/report-1.schema.json").read_text(encoding="utf-8")


_MADE: dict[str, Callable[[], str]] = {
    "case": _case,
    "rule": _rule,
    "waivers": _waivers,
    "config": _config,
    "report": _report,
}
