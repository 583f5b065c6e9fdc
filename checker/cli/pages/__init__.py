"""`pages`: the rules as pages to read, in French."""

from __future__ import annotations

import click

from checker.cli.help import wide
from checker.cli.options import RULESET
from checker.cli.settings import configured

_EPILOG = """\b
Examples:
  deliberation-check pages docs
  deliberation-check pages --ruleset our-policy/ /tmp/pages

\b
Exit status:
  0  written
  2  bad usage or rule, or the folder cannot be written
"""


@click.command("pages", context_settings=wide(), epilog=_EPILOG)
@click.argument("folder", type=click.Path())
@RULESET
@configured
def command(folder: str, rulesets: tuple[str, ...]) -> None:
    """Write a page for each rule, their index and the glossary into FOLDER, in French."""
    from pathlib import Path  # noqa: PLC0415

    from checker.cli.pages.site import pages, write_pages  # noqa: PLC0415
    from checker.cli.ruleset import load  # noqa: PLC0415
    from checker.language.rulesets import default_root  # noqa: PLC0415

    write_pages(pages(load(rulesets), default_root()), Path(folder))
