"""One run of `extract`: a document in, case files out, and what is left to settle."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import frozen

from checker.case import Case
from checker.case.parts import tally
from checker.casefile import dump_case
from checker.cli.documents import (
    Extracted,
    chosen,
    extracted,
    is_document,
    numbered,
    set_aside,
)
from checker.cli.guard import UNUSABLE
from checker.cli.inputs import CASE_SUFFIX, LARGEST, STANDARD_INPUT, read
from checker.cli.outputs import write_file
from checker.cli.ruleset import load
from checker.cli.streams import complain, say
from checker.errors import InputError, Problem
from checker.words import Language, Words, counted, print_date, typeset

_READ_BY = Words("{} : lu par {}.", "{}: read by {}.")
_PAGE = Words("page", "page"), Words("pages", "pages")
_SEVERAL = Words(
    "{} : {} délibérations ; choisir avec --number N, ou les prendre toutes avec --all :",
    "{}: {} deliberations; choose one with --number N, or take them all with --all:",
)
_UNTITLED = Words("sans objet lu", "no title read")
_COUNTS = Words("{} : {}, {}, {}.", "{}: {}, {}, {}.")
_READ = Words("valeur lue", "value read"), Words("valeurs lues", "values read")
_AMBIGUOUS = Words("ambiguë", "ambiguous"), Words("ambiguës", "ambiguous")
_UNREAD = Words("non lue", "unread"), Words("non lues", "unread")
_NEXT = Words(
    "À régler, une question à la fois : deliberation-check confirm {}",
    "To settle them, one question at a time: deliberation-check confirm {}",
)
_CHECK = Words(
    "Rien à régler ; à contrôler : deliberation-check {}",
    "Nothing to settle; to check it: deliberation-check {}",
)


@frozen
class Wish:
    """What the options of `extract` say; see its `--help`."""

    output: str | None
    number: str | None
    all: bool
    force: bool
    language: Language


def run(document: str, wish: Wish) -> int:
    """Write the case files of a document.

    Returns:
        The exit status.

    Raises:
        InputError: The document is not read, or a case file cannot be written.
    """
    data = read(document, LARGEST)
    if not is_document(data, document) and document != STANDARD_INPUT:
        _refuse_case(data, document)
    found = extracted(data, document, load().law)
    say_of_reading(found, document, wish.language)
    numbers = numbered(found.cases)
    every = range(len(numbers))
    taken = every if wish.number is None else [chosen(numbers, wish.number, document)]
    if len(taken) > 1 and not wish.all:
        complain("\n".join(_listed(document, found.cases, numbers, wish.language)))
        return UNUSABLE
    names = [_output(document, numbers[n] if len(taken) > 1 else "", wish) for n in taken]
    _refuse_overwriting(document, names, wish)
    for n, name in zip(taken, names, strict=True):
        _write(found.cases[n], name)
        for line in summary(found.cases[n], numbers[n], name, wish.language):
            complain(line)
    return 0


def say_of_reading(found: Extracted, name: str, language: Language) -> None:
    """Say on standard error what read a document, and what was set aside."""
    source = found.source
    reader = source.reader
    if source.pages:
        reader += f" ({counted(len(source.pages), *_PAGE, language)})"
    complain(typeset(_READ_BY(language), language).format(name, reader))
    for sentence in set_aside(source, language):
        complain(f"{name}: {sentence}")


def summary(case: Case, number: str, name: str, language: Language) -> Iterator[str]:
    """How much of a deliberation is read, and what to do next."""
    counts = tally(case)
    parts = (("read", _READ), ("ambiguous", _AMBIGUOUS), ("unread", _UNREAD))
    said = [counted(counts[status], *words, language) for status, words in parts]
    shown = number if name == STANDARD_INPUT else f"{name} ({number})"
    yield typeset(_COUNTS(language), language).format(shown, *said)
    if name != STANDARD_INPUT:
        left = counts["ambiguous"] + counts["unread"]
        yield typeset((_NEXT if left else _CHECK)(language), language).format(name)


def _refuse_case(data: bytes, name: str) -> None:
    """Refuse what is no document, with the reason its bytes give."""
    from checker.reading.sniff import document_kind  # noqa: PLC0415 - only where it is needed

    document_kind(data, name)


def _listed(
    document: str, cases: Sequence[Case], numbers: Sequence[str], language: Language
) -> Iterator[str]:
    yield typeset(_SEVERAL(language), language).format(document, len(cases))
    width = max(map(len, numbers))
    for number, case in zip(numbers, cases, strict=True):
        about = [print_date(case.act.date, language)] if case.act.date else []
        about.append(case.act.title or _UNTITLED(language))
        yield f"  {number.ljust(width)}  {', '.join(about)}"


def _output(document: str, number: str, wish: Wish) -> str:
    """The case file of a deliberation; with a number where there are several."""
    part = "".join(each if each.isalnum() else "-" for each in number)
    path = Path("act" if document == STANDARD_INPUT else document)
    name = f"{path.stem}.{part}{CASE_SUFFIX}" if part else f"{path.stem}{CASE_SUFFIX}"
    if wish.output is None:
        if document == STANDARD_INPUT and not number:
            return STANDARD_INPUT
        return str(path.with_name(name))
    if Path(wish.output).is_dir():
        return str(Path(wish.output, name))
    if number:
        message = "With --all, -o names a folder that is there; each case file gets its own name."
        raise click.UsageError(message)
    return wish.output


def _refuse_overwriting(document: str, names: Sequence[str], wish: Wish) -> None:
    for name in names:
        if name != STANDARD_INPUT and os.path.realpath(name) == os.path.realpath(document):
            message = f"The case file would overwrite {name}, which is read; name another file."
            raise click.UsageError(message)
    problems = [
        Problem(name, 0, 0, "", "This case file is there already; --force writes over it.")
        for name in names
        if not wish.force and Path(name).is_file()
    ]
    if problems:
        raise InputError(problems)


def _write(case: Case, name: str) -> None:
    if name == STANDARD_INPUT:
        say(dump_case(case), utf8=True, end="")
    else:
        write_file(name, dump_case(case))
