"""`completion`: the script that completes commands, options and files in a shell."""

from __future__ import annotations

import click

from checker.cli.help import wide

_EPILOG = """\b
Examples:
  deliberation-check completion bash >> ~/.bashrc
  deliberation-check completion fish > ~/.config/fish/completions/deliberation-check.fish

\b
Exit status:
  0  printed
  2  bad usage
"""


@click.command("completion", context_settings=wide(), epilog=_EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands, options and files in SHELL."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415

    from checker.cli.group import cli  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415

    if kind := get_completion_class(shell):
        say(kind(cli, {}, "deliberation-check", "_DELIBERATION_CHECK_COMPLETE").source())
