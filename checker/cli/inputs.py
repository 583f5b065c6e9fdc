"""What the user named: files, folders to walk, standard input."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from checker.casefile import read_bytes, read_stream
from checker.errors import InputError, Problem

STANDARD_INPUT = "-"
CASE_SUFFIX = ".json"
EXPECTED_SUFFIX = ".expected.json"

_SCHEMA = re.compile(rb'"schema"\s*:\s*("(?:[^"\\]|\\.)*")')
_CASE = "deliberation-check/case/"
_HEAD = 65536


@frozen
class Inputs:
    """The cases to read, and what was found on the way.

    Args:
        names: As the user names them; below a folder, the folder's name and the way down.
        problems: What cannot be read.
        left_out: Files of folders that are no cases, as sentences.
    """

    names: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = field(default=())


def gather(arguments: Iterable[str]) -> Inputs:
    """Files as they are named, folders walked in order of name.

    In a folder, every `.json` file is a case, except expected verdicts and files of another
    schema, which are named, so that nothing is left out in silence.
    """
    names: list[str] = []
    problems: list[Problem] = []
    left_out: list[str] = []
    for argument in arguments:
        if argument == STANDARD_INPUT or not Path(argument).is_dir():
            names.append(argument)
            continue
        before = len(names)
        for path in _walk(argument, problems):
            reason = _not_a_case(path)
            if reason:
                left_out.append(f"{path}: left out, {reason}.")
            else:
                names.append(path)
        if len(names) == before:
            message = f"The folder holds no case: no *{CASE_SUFFIX} file with a schema {_CASE}1."
            problems.append(Problem(argument, 0, 0, "", message))
    return Inputs(tuple(names), tuple(problems), tuple(left_out))


def read(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: They cannot be read, or are too many.
    """
    if name != STANDARD_INPUT:
        try:
            return read_bytes(Path(name))
        except InputError as error:
            # A path forgets a leading ./, which the user wrote.
            raise InputError(evolve(each, file=name) for each in error.problems) from None
    if sys.stdin is None:  # closed before the start, as by `<&-`
        raise InputError([Problem(name, 0, 0, "", "Standard input is closed.")])
    return read_stream(sys.stdin.buffer, name)


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """The JSON files below a folder that are no expected verdicts, hidden ones left alone."""

    def refuse(error: OSError) -> None:
        message = f"The folder cannot be read: {error.strerror}."
        problems.append(Problem(str(error.filename), 0, 0, "", message))

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or name.endswith(EXPECTED_SUFFIX):
                continue
            if name.endswith(CASE_SUFFIX):
                yield str(Path(root, name))


def _not_a_case(path: str) -> str:
    """Why a file is left out; empty for a case, and for what only reading it whole can tell."""
    if Path(path).exists() and not Path(path).is_file():
        return "it is no ordinary file"  # opening a pipe would wait for whoever writes to it
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    match = _SCHEMA.search(head)
    if match is None:
        return "" if len(head) == _HEAD else "it has no schema of a case"
    try:
        schema = json.loads(match[1])
    except ValueError:
        return ""
    return "" if schema.startswith(_CASE) else f"its schema is {schema!r}"


def expected_name(name: str) -> str:
    """The file of expected verdicts beside a case."""
    return name.removesuffix(CASE_SUFFIX) + EXPECTED_SUFFIX


def orphans(arguments: Iterable[str]) -> Iterator[str]:
    """Files of expected verdicts, in the folders named, whose case is not there."""
    for argument in arguments:
        if Path(argument).is_dir():
            for path in sorted(Path(argument).rglob(f"[!.]*{EXPECTED_SUFFIX}")):
                case = Path(str(path).removesuffix(EXPECTED_SUFFIX) + CASE_SUFFIX)
                if not case.exists():
                    yield str(path)
