"""Options that a configuration file and the environment can set too.

What is typed counts over the environment, the environment over the file.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
from click.core import ParameterSource

from checker.cli.guard import DEBUG
from checker.cli.streams import complain

C = TypeVar("C", bound=Callable[..., object])
ENVIRONMENT = "DELIBERATION_CHECK_"
_CHOSEN = "checker.cli.settings.chosen"


class Folder(NamedTuple):
    """The folder of a configuration file, which the files it names are relative to.

    Args:
        path: From the working folder; empty for that one.
        named: Whether the user named the file, so that it may write anywhere.
    """

    path: str
    named: bool

    def read(self, name: str) -> str:
        """The name, from the working folder, of a file that is read."""
        return os.path.join(self.path, name)  # noqa: PTH118 - it keeps the name as it is written

    def written(self, name: str) -> str:
        """The same of a file that is written.

        Raises:
            BadParameter: It lies outside a folder whose configuration nobody named.
        """
        if not self.named and not _below(self.path, name):
            message = (
                f"{name!r} lies outside the folder of the configuration, which only a file named "
                "with --config may write to."
            )
            raise click.BadParameter(message)
        return self.read(name)


def _below(folder: str, name: str) -> bool:
    inside = Path(os.path.realpath(folder or "."))
    return Path(os.path.realpath(inside / name)).is_relative_to(inside)


def as_file(text: str, folder: Folder) -> str:
    """What a setting says of a file that is read."""
    return folder.read(text)


def after_format(text: str, folder: Folder) -> str:
    """The same of FORMAT=FILE, which is written."""
    format_, equals, name = text.partition("=")
    return f"{format_}={folder.written(name)}" if equals and name else text


class Setting(click.Option):
    """An option that can be set once for all: its key is its long name.

    Args:
        placed: How its text in a configuration file is turned into what would be typed, where it
            names a file.
    """

    def __init__(
        self,
        *arguments: Any,
        placed: Callable[[str, Folder], str] | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(*arguments, **attributes)
        self.placed = placed
        self.key = next(each for each in self.opts if each.startswith("--"))[2:]
        self.envvar = ENVIRONMENT + self.key.upper().replace("-", "_")

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """What an error names: the option, and the variable if that is where the value is from."""
        hint = super().get_error_hint(ctx)
        source = ctx.get_parameter_source(self.name) if ctx and self.name else None
        return f"{hint} (from {self.envvar})" if source is ParameterSource.ENVIRONMENT else hint


def typed(name: str) -> bool:
    """Whether an option of the command at work was typed, and not set once for all."""
    source = click.get_current_context().get_parameter_source(name)
    return source is ParameterSource.COMMANDLINE


def configured(command: C) -> C:
    """Add `--config` and `--no-config` to a command."""
    without = click.option(
        "--no-config",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_without,
        help="Take no settings from a file.",
    )
    within = click.option(
        "--config",
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_within,
        help="Take settings from this TOML file; without it from deliberation-check.toml, or "
        "[tool.deliberation-check] of pyproject.toml, in this folder or the nearest above.",
    )
    return within(without(command))


def _without(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        _choose(ctx)


def _within(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    """Set the defaults of a command; click calls this last where `--no-config` was typed."""
    if not ctx.resilient_parsing:
        _say_unknown_variables()
    if value is None and (_CHOSEN in ctx.meta or ctx.resilient_parsing):
        return
    if value is not None:
        _choose(ctx)
    from checker.cli.configuration import defaults  # noqa: PLC0415

    ctx.default_map = defaults(ctx, value)


def _say_unknown_variables() -> None:
    """Say which variables look like settings and are none: one misspelled would count for nothing.

    They may well be somebody else's, so that they stop nothing.
    """
    found = [name for name in os.environ if name.startswith(ENVIRONMENT) and name != DEBUG]
    if not found:
        return
    from checker.cli.configuration import settings  # noqa: PLC0415
    from checker.suggestion import suggestion  # noqa: PLC0415

    known = [each.envvar for each in settings().values() if isinstance(each.envvar, str)]
    for name in sorted(set(found).difference(known)):
        complain(f"The variable {name[:80]} sets nothing{suggestion(name, known)}")


def _choose(ctx: click.Context) -> None:
    if _CHOSEN in ctx.meta:
        message = "--config names a file and --no-config wants none; give one of them."
        raise click.UsageError(message)
    ctx.meta[_CHOSEN] = True
