"""The configuration file: found, read, and each of its keys tried as the option it stands for.

What can be set is what `check` takes as a `Setting`; a command is given what it shares with it.
"""

from __future__ import annotations

import datetime
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from attrs import frozen
from click.types import IntParamType

from checker.cli.settings import Folder, Setting
from checker.errors import InputError, Problem
from checker.suggestion import suggestion

OWN = "deliberation-check.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "deliberation-check")
_LARGEST = 1_000_000
_MENTIONED = re.compile(
    rb"""tool["']?[ \t]*\.[ \t]*["']?deliberation-check|^[ \t]*\[?[ \t]*["']?tool["']?[ \t]*[]=]""",
    re.MULTILINE,
)
"""What a shared file with settings must have; the others are not worth the import of a reader."""
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def settings() -> Mapping[str, Setting]:
    """Everything that can be set, by key."""
    from checker.cli.check import command  # noqa: PLC0415 - it imports this module's neighbours

    return {each.key: each for each in command.params if isinstance(each, Setting)}


def defaults(ctx: click.Context, named: str | None) -> dict[str, Any]:
    """What the configuration says of the options of a command, by their names in click.

    Args:
        ctx: That of the command.
        named: The file that the user named, if any.

    Raises:
        InputError: The file cannot be read, or what is wrong with all its keys.
    """
    found = _named(named) if named is not None else _nearest(Path.cwd())
    if found is None:
        return {}
    folder = Folder(os.path.dirname(found.name), named is not None)  # noqa: PTH120 - empty for here
    values = _values(ctx, found, folder)
    own = {each.key: each.name for each in ctx.command.params if isinstance(each, Setting)}
    return {own[key] or key: value for key, value in values.items() if key in own}


@frozen
class Found:
    """The settings of a file.

    Args:
        name: The file as it is shown.
        table: Its settings.
        prefix: What stands before their keys.
        data: Its bytes.
    """

    name: str
    table: Mapping[str, Any]
    prefix: str
    data: bytes

    def problem(self, key: str, message: str) -> Problem:
        """What is wrong with a setting, on its line if one line only begins with its key."""
        begins = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        lines = enumerate(self.data.decode("utf-8-sig").splitlines(), start=1)
        places = [number for number, line in lines if begins.match(line)]
        line = places[0] if len(places) == 1 else 0
        return Problem(self.name, line, 0, self.prefix + key[:60], message)


def _named(name: str) -> Found:
    found = _found(Path(name), name)
    if found is None:
        message = f"The file has no table [{'.'.join(TABLE)}]; add it, or name another file."
        raise InputError([Problem(name, 0, 0, "", message)])
    return found


def _nearest(start: Path) -> Found | None:
    """The configuration of the working folder or the nearest above, in the same repository."""
    for up, folder in enumerate((start, *start.parents)):
        for name in (OWN, SHARED):
            path = folder / name
            found = _found(path, "../" * up + name) if path.is_file() else None
            if found is not None:
                return found
        if (folder / ".git").exists():
            return None
    return None


def _found(path: Path, name: str) -> Found | None:
    """The settings of a file; `None` for a shared one that holds none."""
    data, shared = _bytes(path, name), path.name == SHARED
    table = _table(data, name, shared=shared)
    prefix = ".".join(TABLE) + "." if shared else ""
    return None if table is None else Found(name, table, prefix, data)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            message = f"The file exceeds {_LARGEST} bytes; it is no configuration."
            raise InputError([Problem(name, 0, 0, "", message)])
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"The configuration cannot be read: {reason}."
        raise InputError([Problem(name, 0, 0, "", message)]) from None


def _table(data: bytes, name: str, *, shared: bool) -> Mapping[str, Any] | None:
    """The settings of a file; `None` for a shared one that holds none."""
    if shared and not _MENTIONED.search(data):
        return None
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415
    else:
        import tomli as tomllib  # noqa: PLC0415

    try:
        whole: Any = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"Byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8."
        raise InputError([Problem(name, line, 0, "", message)]) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        message = f"The TOML is broken: {_PLACE.sub('', str(error))}."
        raise InputError([Problem(name, line, column, "", message)]) from None
    if not shared:
        return dict(whole)
    for part in TABLE:
        whole = whole.get(part) if isinstance(whole, dict) else None
    if whole is not None and not isinstance(whole, dict):
        message = "It is a table: the settings stand in it."
        raise InputError([Problem(name, 0, 0, ".".join(TABLE), message)])
    return whole


def _values(ctx: click.Context, found: Found, folder: Folder) -> dict[str, Any]:
    known = settings()
    values: dict[str, Any] = {}
    problems = []
    for key, value in found.table.items():
        try:
            if key not in known:
                hint = suggestion(key, known)
                more = f"; the settings are {', '.join(known)}." if hint == "." else hint
                message = f"There is no setting {key[:60]!r}{more}"
                raise click.BadParameter(message)
            values[key] = _value(ctx, known[key], value, folder)
        except click.BadParameter as error:  # noqa: PERF203 - the other keys are tried all the same
            problems.append(found.problem(key, error.message))
    if problems:
        raise InputError(problems)
    return values


def _value(ctx: click.Context, setting: Setting, value: object, folder: Folder) -> object:
    """What would be typed for a value of the file, once the option's own type takes it."""
    if setting.is_flag:
        if not isinstance(value, bool):
            message = "true or false is expected, without quotation marks."
            raise click.BadParameter(message)
        return value
    if setting.multiple:
        if not isinstance(value, list):
            message = 'A list of texts is expected, like ["…", "…"].'
            raise click.BadParameter(message)
        return [*_typed(ctx, setting, value, folder)]
    return next(_typed(ctx, setting, [value], folder))


def _typed(
    ctx: click.Context, setting: Setting, values: list[object], folder: Folder
) -> Iterator[str]:
    for value in values:
        text = _text(setting, value)
        if setting.placed is not None:
            text = setting.placed(text, folder)
        setting.type.convert(text, setting, ctx)
        yield text


def _text(setting: Setting, value: object) -> str:
    if isinstance(setting.type, IntParamType):
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        message = "A whole number is expected, without quotation marks."
        raise click.BadParameter(message)
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    message = "A text between quotation marks is expected."
    raise click.BadParameter(message)
