"""`explain`: one rule in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import LANG, RULESET

if TYPE_CHECKING:
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check explain ARI-01
  deliberation-check explain --lang en CON-01

\b
Exit status:
  0  printed
  2  bad usage or rule, or no such rule
"""


@click.command("explain", context_settings=wide(), epilog=_EPILOG)
@click.argument("rule")
@LANG
@RULESET
def command(rule: str, lang: Language, rulesets: tuple[str, ...]) -> None:
    """Show RULE in full: what it asks, its law and dated values, its remedy, its examples."""
    from checker.cli.explanation import explanation  # noqa: PLC0415
    from checker.cli.ruleset import find, load  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415

    loaded = load(rulesets)
    say(explanation(loaded, find(loaded, rule), lang))
