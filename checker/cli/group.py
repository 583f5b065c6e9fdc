"""`deliberation-check`: the check, and the commands around it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from checker.cli.guard import UNUSABLE, guarded
from checker.cli.help import EXIT_STATUSES, wide
from checker.cli.streams import complain, say
from checker.cli.version import sentence

DEFAULT = "check"
COMMANDS = {
    "check": "Try every rule on deliberations; the command when none is named.",
    "rules": "List what is checked.",
    "explain": "Show one rule in full; with a case, why it says what it says and by how much.",
    "test": "Compare examples of rules and cases with their expected verdicts.",
    "extract": "Read a document and write its case file.",
    "confirm": "Settle what the reading of a document left open, item by item.",
    "diff": "Compare two drafts, two years of an act, or two dates of the law.",
    "law": "Show the law by date; check it for gaps; which rule cites what.",
    "schema": "Print the JSON Schema of a file, for editors.",
    "pages": "Write the rules and the glossary as pages in French.",
    "completion": "Print the script that completes commands in a shell.",
}
"""Each is the object `command` of the module of its name; imported when it is asked for."""

_EXAMPLES = """\b
Examples:
  deliberation-check cases/24-B-0045.json
  deliberation-check --format json --output text=report.txt cases/
  deliberation-check --stage draft --fail-on warning draft.docx
  deliberation-check explain ARI-01
"""


class Root(click.Group):
    """The group; what begins with no command is the check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name != DEFAULT:
            gc.enable()
        command: click.Command = import_module(f"checker.cli.{cmd_name}").command
        return command

    def _check(self) -> click.Command:
        from checker.cli.check import command  # noqa: PLC0415

        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before what begins with no command and no option of the group."""
        if not args and not ctx.resilient_parsing:
            complain(ctx.get_help())
            ctx.exit(UNUSABLE)
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in {*COMMANDS, *own}:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the check, those of the group, the commands."""
        check = self._check()
        shown: dict[str, tuple[str, str]] = {}
        for parameter in [*check.get_params(ctx), *self.get_params(ctx)]:
            if record := parameter.get_help_record(ctx):
                shown[record[0]] = record
        with formatter.section("Options"):
            formatter.write_dl(list(shown.values()))
        with formatter.section("Commands (each has --help)"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options, the check's among them; else files."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            check = self._check()
            found += check.shell_complete(click.Context(check, ctx, DEFAULT), incomplete)
            return list({item.value: item for item in found}.values())
        return found or [CompletionItem(incomplete, type="file")]

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and end the process with the exit status."""
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        return sys.exit(guarded(run))


def _version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        say(sentence())
        ctx.exit()


@click.command(
    cls=Root,
    context_settings=wide(),
    epilog=_EXAMPLES + "\n" + EXIT_STATUSES,
    subcommand_metavar="CASE_OR_DOCUMENT... | COMMAND [ARGUMENT]...",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Try every rule on French grant deliberations.

    It says what holds, what does not, and what cannot be known from the act. It gives no legal
    opinion. A file named like a command is given as ./rules; - is standard input.
    """
