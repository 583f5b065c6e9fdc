"""Cases and documents among the inputs, told apart; the cases drawn from a document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from checker.case import Case
from checker.casechecks import defects
from checker.casefile import load_case, refuse_large
from checker.cli.inputs import CASE_SUFFIX, DOCUMENT_SUFFIXES, LARGEST, STANDARD_INPUT, read
from checker.cli.patience import OutOfPatienceError, patience
from checker.errors import InputError, Problem, UnreliableError
from checker.law.edition import Law
from checker.words import Language, Words, counted, typeset

if TYPE_CHECKING:
    from checker.reading import Source

SECONDS = 8.0
"""Of a processor, that telling what a document says may take; acts take a tenth of one."""
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_NUMBER_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_SET_ASIDE = Words("Écarté du texte : {}.", "Set aside from the text: {}.")
_ASIDE: Mapping[str, tuple[Words, Words]] = {
    "deleted": (
        Words("passage supprimé en suivi des modifications", "passage deleted by a tracked change"),
        Words(
            "passages supprimés en suivi des modifications", "passages deleted by tracked changes"
        ),
    ),
    "hidden": (
        Words("passage masqué", "hidden passage"),
        Words("passages masqués", "hidden passages"),
    ),
    "rotated": (
        Words("texte incliné (filigrane)", "slanted text (watermark)"),
        Words("textes inclinés (filigranes)", "slanted texts (watermarks)"),
    ),
    "furniture": (
        Words("en-tête ou pied de page", "running head or foot"),
        Words("en-têtes ou pieds de page", "running heads and feet"),
    ),
}


@frozen(eq=False)
class Given:
    """A case to check, and where it comes from.

    Args:
        name: The case file or document, as the user named it.
        data: Its bytes.
        number: Which deliberation of a document with several; else empty.
        source: The document as it was read; `None` for a case file.
        part: Start and end, in the text of a document with several deliberations, of this one.
    """

    name: str
    data: bytes
    case: Case
    number: str = ""
    source: Source | None = None
    part: tuple[int, int] | None = None

    @property
    def shown(self) -> str:
        """The name, and which deliberation where there are several."""
        return f"{self.name} ({self.number})" if self.number else self.name


@frozen(eq=False)
class Extracted:
    """What a document gave.

    Args:
        cases: One for each deliberation, in their order.
    """

    source: Source
    cases: tuple[Case, ...]


def given(name: str, law: Law) -> tuple[Given, ...]:
    """The case of a case file, or the cases of a document.

    Args:
        name: The case file or document, as the user named it.
        law: What may be named in a document.

    Raises:
        InputError: It is neither, or cannot be read.
    """
    data = read(name, LARGEST)
    if not is_document(data, name):
        refuse_large(data, name)
        return (Given(name, data, load_case(data, name)),)
    found = extracted(data, name, law)
    if len(found.cases) == 1:
        return (Given(name, data, found.cases[0], source=found.source),)
    from checker.cli.parts import parts_of  # noqa: PLC0415 - only documents need it

    numbers, parts = numbered(found.cases), parts_of(found.source, found.cases)
    return tuple(
        Given(name, data, case, number, found.source, part)
        for case, number, part in zip(found.cases, numbers, parts, strict=True)
    )


def given_one(name: str, law: Law, number: str | None = None) -> Given:
    """The case of a case file, or that of one deliberation of a document.

    Args:
        name: The case file or document, as the user named it.
        law: What may be named in a document.
        number: Which one, where the document holds several.

    Raises:
        InputError: It is neither, cannot be read, or holds several and none is chosen.
    """
    found = given(name, law)
    if number is None and len(found) > 1:
        numbers = ", ".join(each.number for each in found)
        message = f"The document holds several deliberations ({numbers}); choose one by --number."
        raise InputError([Problem(name, 0, 0, "", message)])
    if number is None:
        return found[0]
    numbers_ = [each.number or each.case.act.number or "1" for each in found]
    return found[chosen(numbers_, number, name)]


def chosen(numbers: Sequence[str], number: str, name: str) -> int:
    """The index of the deliberation of a number, or of the Nth where none has it.

    Args:
        numbers: Those there are, in their order.
        number: The one asked for.
        name: The document.

    Raises:
        InputError: There is none.
    """
    found = [n for n, each in enumerate(numbers) if same_number(each, number)]
    if found:
        return found[0]
    if number.isdecimal() and 1 <= int(number) <= len(numbers):
        return int(number) - 1
    message = f"There is no deliberation {number[:60]!r}; there are {', '.join(numbers)}."
    raise InputError([Problem(name, 0, 0, "", message)])


def is_document(data: bytes, name: str) -> bool:
    """Whether an input is to be read as a document rather than as a case file.

    A case file begins with a curly bracket; a text that does not, and is not called `.json`, is a
    document. What a document is, only its bytes say.
    """
    suffix = Path(name).suffix.lower()
    if data.startswith(_BINARY) or b"%PDF-" in data[:1024]:
        return True
    if suffix == CASE_SUFFIX or not data.strip():
        return False
    if data.startswith(_WIDE):
        return suffix in DOCUMENT_SUFFIXES
    written = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return suffix in DOCUMENT_SUFFIXES or not written.startswith((b"{", b'"'))


def extracted(data: bytes, name: str, law: Law) -> Extracted:
    """The cases of a document.

    Args:
        data: Its bytes.
        name: The document as the user named it.
        law: The public schemes it may name.

    Raises:
        InputError: It is not read, holds no deliberation, or takes over `SECONDS`.
        UnreliableError: What was drawn from it is no sound case, by a fault of this program.
    """
    from checker.reading import read_document  # noqa: PLC0415 - only documents need it

    source = read_document(data, name, meanwhile=partial(import_module, "checker.extraction"))
    try:
        with patience(SECONDS):
            cases = _extract(source, law)
    except OutOfPatienceError:
        message = (
            f"It takes over {SECONDS:g} seconds to tell what this document says. "
            "Split it into its deliberations and give those."
        )
        raise InputError([Problem(name, 0, 0, "", message)]) from None
    if not any(map(_decides, cases)):
        message = "No deliberation is found in this document; write its case file by hand."
        raise InputError([Problem(name, 0, 0, "", message)])
    named = tuple(_named(case, source) for case in cases)
    for case in named:
        _refuse_unsound(case)
    return Extracted(source, named)


def numbered(cases: Sequence[Case]) -> tuple[str, ...]:
    """What to call each deliberation of a document: its number, else its place, from 1."""
    numbers = [case.act.number or "" for case in cases]
    return tuple(
        number if number and numbers.count(number) == 1 else str(place)
        for place, number in enumerate(numbers, start=1)
    )


def same_number(one: str, other: str) -> bool:
    """Whether two numbers of acts are the same, however they are typed."""
    return _bare(one) == _bare(other)


def set_aside(source: Source, language: Language) -> tuple[str, ...]:
    """What a document holds and the reading left out, as sentences."""
    counts = {
        reason: sum(each.reason == reason for each in source.aside if each.text.strip())
        for reason in _ASIDE
    }
    found = [counted(counts[each], *_ASIDE[each], language) for each in counts if counts[each]]
    notes = tuple(typeset(note(language), language) for note in source.notes)
    if not found:
        return notes
    said = typeset(_SET_ASIDE(language), language).format(", ".join(found))
    return (said, *notes)


def _extract(source: Source, law: Law) -> tuple[Case, ...]:
    from checker.extraction import extract  # noqa: PLC0415 - only documents need it

    return extract(source, [scheme.names for scheme in law.schemes.values()])


def _refuse_unsound(case: Case) -> None:
    """See that a case that was drawn is one that could be read from a file."""
    for path, said in defects(case):
        message = (
            f"The extraction made a case that is not sound ({path}: {said}) "
            "This is a fault of the program: please report it."
        )
        raise UnreliableError(message)


def _decides(case: Case) -> bool:
    """Whether anything of a deliberation was found: any text has a first line and words."""
    act = case.act
    lists = (case.citations, case.awards, case.lines, case.summary, case.totals, case.articles)
    return any((act.number, act.date, case.vote.result, case.readings, *lists))


def _named(case: Case, source: Source) -> Case:
    """The case, its document called by its own name rather than by the way to it."""
    if source.name == STANDARD_INPUT:
        return case
    documents = tuple(
        evolve(each, name=Path(source.name).name) if each.sha256 == source.sha256 else each
        for each in case.documents
    )
    return evolve(case, documents=documents)


def _bare(number: str) -> str:
    return _NUMBER_SPACES.sub("", number).casefold()
