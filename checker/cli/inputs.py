"""What the user named: files, folders to walk, standard input.

In a folder, case files and documents are inputs; a document beside a case file of its own stem is
left out, for the case is what it became. A text is read only when it is named: folders hold all
kinds of notes.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from checker.casefile import read_bytes, read_stream
from checker.errors import InputError, Problem

STANDARD_INPUT = "-"
CASE_SUFFIX = ".json"
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".odt", ".html", ".htm", ".txt")
UNREAD_SUFFIXES = (".doc", ".docm", ".rtf", ".ott", ".tif", ".tiff")
"""What an act may well be kept as, and is not read: said in a folder, refused where it is named."""
LARGEST = 50_000_000
"""Most bytes read of any input: what a document may have; a case has fewer."""
EXPECTED_SUFFIX = ".expected.json"
DEFAULT_FOLDER = "cases"

_SCHEMA = re.compile(rb'"schema"\s*:\s*("(?:[^"\\]|\\.)*")')
_CASE = "deliberation-check/case/"
_HEAD = 65536


@frozen
class Inputs:
    """The cases and documents to read, and what was found on the way.

    Args:
        names: As the user names them; below a folder, the folder's name and the way down.
        problems: What cannot be read.
        left_out: Files of folders that are no cases, as sentences.
    """

    names: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = field(default=())


def or_default(arguments: Sequence[str]) -> Sequence[str]:
    """What the user named, or the folder `cases` where that is nothing and it is there."""
    if not arguments and Path(DEFAULT_FOLDER).is_dir():
        return [DEFAULT_FOLDER]
    return arguments


def gather(arguments: Iterable[str]) -> Inputs:
    """Files as they are named, folders walked in order of name.

    In a folder, every `.json` file is a case, except expected verdicts and files of another
    schema; every document that stands beside no such file of its stem is one too, texts apart.
    What is left out is named, so that nothing is left out in silence; links to folders are, for
    they may lead round in a circle.
    """
    names: list[str] = []
    problems: list[Problem] = []
    left_out: list[str] = []
    for argument in arguments:
        if argument == STANDARD_INPUT and STANDARD_INPUT in names:
            message = "Standard input can be read only once; name it once."
            problems.append(Problem(argument, 0, 0, "", message))
            continue
        if argument == STANDARD_INPUT or not Path(argument).is_dir():
            names.append(argument)
            continue
        before = len(names)
        for path in _walk(argument, problems):
            reason = _not_taken(path)
            if reason:
                left_out.append(f"{path}: left out, {reason}.")
            else:
                names.append(path)
        if len(names) == before:
            message = (
                f"The folder holds no case: no *{CASE_SUFFIX} file with a schema {_CASE}1, "
                "and no document (.pdf, .docx, .odt, .html)."
            )
            problems.append(Problem(argument, 0, 0, "", message))
    return Inputs(tuple(names), tuple(problems), tuple(left_out))


def read(name: str, most: int | None = None) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Args:
        name: The file.
        most: How many there may be; left out, as many as a case may have.

    Raises:
        InputError: They cannot be read, or are too many.
    """
    if name != STANDARD_INPUT:
        try:
            return read_bytes(Path(name), most)
        except InputError as error:
            # A path forgets a leading ./, which the user wrote.
            raise InputError(evolve(each, file=name) for each in error.problems) from None
    if sys.stdin is None:  # closed before the start, as by `<&-`
        raise InputError([Problem(name, 0, 0, "", "Standard input is closed.")])
    return read_stream(sys.stdin.buffer, name, most)


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """What may be an act below a folder, and links to folders; not what is hidden."""

    def refuse(error: OSError) -> None:
        message = f"The folder cannot be read: {error.strerror}."
        problems.append(Problem(str(error.filename), 0, 0, "", message))

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(path) for name in folders if (path := Path(root, name)).is_symlink())
        for name in sorted(files):
            if name.startswith(".") or name.endswith(EXPECTED_SUFFIX):
                continue
            if Path(name).suffix.lower() in (CASE_SUFFIX, *DOCUMENT_SUFFIXES, *UNREAD_SUFFIXES):
                yield str(Path(root, name))


def _not_taken(path: str) -> str:
    """Why a file is left out; empty for a case, and for what only reading it whole can tell."""
    if Path(path).is_dir():
        return "it is a link to a folder; name the folder itself to have it checked"
    if Path(path).exists() and not Path(path).is_file():
        return "it is no ordinary file"  # opening a pipe would wait for whoever writes to it
    suffix = Path(path).suffix.lower()
    if suffix == CASE_SUFFIX:
        return _not_a_case(path)
    case = Path(path).with_suffix(CASE_SUFFIX)
    if case.is_file() and not _not_a_case(str(case)):
        return f"its case {case.name} stands beside it"
    if suffix in UNREAD_SUFFIXES:
        return f"{suffix} documents are not read; save it as .docx, .odt or PDF"
    return "a text is read only when it is named" if suffix == ".txt" else ""


def _not_a_case(path: str) -> str:
    """Why a JSON file is no case; empty for what only reading it whole can tell."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return ""
    if not head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ""  # what a broken copy leaves, or another encoding: reading it says which
    match = _SCHEMA.search(head)
    if match is None:
        return "" if len(head) == _HEAD else "it has no schema of a case"
    try:
        schema = json.loads(match[1])
    except ValueError:
        return ""
    return "" if schema.startswith(_CASE) else f"its schema is {schema!r}"


def expected_name(name: str, number: str = "") -> str:
    """The file of expected verdicts beside a case or document.

    Args:
        name: The case or document.
        number: Which deliberation, for a document with several.
    """
    path = Path(name)
    stem = name.removesuffix(CASE_SUFFIX)
    if path.suffix.lower() in DOCUMENT_SUFFIXES:
        stem = name[: -len(path.suffix)]
    part = "".join(each if each.isalnum() else "-" for each in number)
    return f"{stem}.{part}{EXPECTED_SUFFIX}" if part else stem + EXPECTED_SUFFIX


def orphans(arguments: Iterable[str]) -> Iterator[str]:
    """Files of expected verdicts, in the folders named, whose case or document is not there."""
    for argument in arguments:
        if Path(argument).is_dir():
            for path in sorted(Path(argument).rglob(f"[!.]*{EXPECTED_SUFFIX}")):
                stem = str(path).removesuffix(EXPECTED_SUFFIX)
                if not _stands(stem) and not _stands(stem.rpartition(".")[0], DOCUMENT_SUFFIXES):
                    yield str(path)


def _stands(stem: str, suffixes: Iterable[str] = (CASE_SUFFIX, *DOCUMENT_SUFFIXES)) -> bool:
    return any(Path(stem + suffix).exists() for suffix in suffixes)
