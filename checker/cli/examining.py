"""From what the user named to reports: one input at a time, whatever happens on it."""

from __future__ import annotations

import datetime
import difflib
import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from checker import __version__
from checker.case import Case, Document, Stage
from checker.checking import Checked, Checker
from checker.cli.accepting import Acceptances
from checker.cli.beside import Beside
from checker.cli.documents import Given, given, set_aside
from checker.cli.group import COMMANDS
from checker.cli.guard import stopped
from checker.cli.inputs import STANDARD_INPUT
from checker.cli.ruleset import load, refuse_unknown_policies
from checker.errors import InputError, Problem
from checker.json_positions import Position, positions
from checker.language.rulesets import RuleSets
from checker.law.edition import Law
from checker.report import Outcome, Report, RulesInfo, SourceInfo, Unread, build_report
from checker.words import Language

if TYPE_CHECKING:
    from checker.reading import Source

T = TypeVar("T")
_MOST_TEXT = 20_000_000


@frozen
class Terms:
    """What is asked of every input; see the options of the check.

    Args:
        rulesets: Folders of rules beside those of the project.
        registers: Files and folders of registers.
        waivers: Files of accepted findings.
        open_counts: Whether what could not be decided counts as a finding.
        anonymise: Whether the names of persons are replaced.
    """

    language: Language
    stage: Stage | None = None
    as_of: datetime.date | None = None
    today: datetime.date | None = None
    rulesets: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    open_counts: bool = False
    anonymise: bool = False


@frozen(eq=False)
class Examined:
    """What one input gave.

    Args:
        outcomes: One, or for a document one for each deliberation.
        complaints: What is to be said of it, as sentences.
        status: Exit status of what went wrong; findings are not counted here.
        met: The places of the accepted findings that are about its acts.
    """

    outcomes: tuple[Outcome, ...]
    complaints: tuple[str, ...] = ()
    status: int = 0
    met: frozenset[str] = frozenset()


class Examiner:
    """Checks inputs one after the other by the same rules; nothing of one stays for the next.

    Args:
        terms: What is asked of every input.
        rulesets: The rules to try in place of all that the terms name.
    """

    def __init__(self, terms: Terms, rulesets: RuleSets | None = None) -> None:
        self._terms = terms
        self._rulesets = rulesets or load(terms.rulesets)
        # What a few rules compile to takes no time, and would crowd out what all of them do.
        self._checker = Checker(self._rulesets, cached=rulesets is None)
        self._beside = Beside(terms.registers, terms.language, aloud=not terms.anonymise)
        self.acceptances = Acceptances(
            terms.waivers,
            (check.id for rule in self._rulesets.rules for check in rule.checks),
            today=terms.today,
            open_counts=terms.open_counts,
        )
        self._made_with = RulesInfo(__version__, self._rulesets.digest)

    @property
    def law(self) -> Law:
        """The law its rules rest on."""
        return self._rulesets.law

    @property
    def registers(self) -> tuple[str, ...]:
        """The files of the registers, as they were found."""
        return tuple(self._beside.names)

    def examine(self, name: str) -> Examined:
        """The report of a case file, or one for each deliberation of a document.

        Args:
            name: The input, as the user named it.
        """
        inputs = _tried(name, partial(given, name, self.law))
        if isinstance(inputs, Examined):
            return evolve(inputs, complaints=inputs.complaints + _hint_at_command(name))
        found = [_tried(name, partial(self._examined, each)) for each in inputs]
        return Examined(
            tuple(outcome for each in found for outcome in each.outcomes),
            tuple(sentence for each in found for sentence in each.complaints),
            max(each.status for each in found),
            frozenset().union(*(each.met for each in found)),
        )

    def _examined(self, one: Given) -> Examined:
        case, report = self.judged(one)
        report = self.acceptances.marked(report)
        met = self.acceptances.met(report)
        if self._terms.anonymise:
            from checker.report.anonymous import anonymised  # noqa: PLC0415 - few runs want it

            report = anonymised(report, case, self._beside.people)
        faults = tuple(f"{one.shown}: {fault}" for fault in report.faults)
        return Examined((report,), faults, met=met)

    def judged(self, one: Given) -> tuple[Case, Report]:
        """A case as it was judged, with what the registers add, and the report on it.

        Raises:
            InputError: It names policies that are not there, or does not fit the registers.
        """
        terms = self._terms
        checked, source = self.checked(one)
        report = build_report(
            checked,
            source=source,
            language=terms.language,
            made_with=self._made_with,
            today=terms.today,
        )
        return checked.case, report

    def checked(self, one: Given) -> tuple[Checked, SourceInfo]:
        """The verdicts on a case, and what a report shows of the file it was read from.

        Raises:
            InputError: It names policies that are not there, or does not fit the registers.
        """
        terms, name, data = self._terms, one.name, one.data
        refuse_unknown_policies(one.case, name, self._rulesets)
        joined = self._beside.joined(one.case, data, name)
        checked = self._checker.check(joined.case, as_of=terms.as_of, stage=terms.stage)
        source = SourceInfo(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            texts={**_texts(one), **joined.texts},
            registers=joined.registers,
            notes=joined.notes,
        )
        if one.source is None:
            return checked, evolve(source, position=_Places(data))
        return checked, evolve(
            source,
            reading=set_aside(one.source, terms.language),
            pages={id_: tuple(page.start for page in one.source.pages) for id_ in _texts(one)},
            part=one.part,
        )


def _tried(name: str, work: Callable[[], T]) -> T | Examined:
    """What goes wrong on one input is told, and the others are still checked."""
    try:
        return work()
    except InputError as error:
        told = stopped(error)
        problems = error.problems
    except Exception as error:
        told = stopped(error, name)
        problems = (Problem(name, 0, 0, "", f"{type(error).__name__}: {error}"),)
    return Examined((Unread(name, problems),), told.sentences, told.status)


class _Places:
    """Line and column of what stands in a case file, looked for when the first is wanted."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _known(self) -> Mapping[str, Position]:
        return positions(self._data.decode("utf-8-sig"))

    def __call__(self, path: str) -> tuple[int, int] | None:
        place = self._known.get(path)
        return None if place is None else (place.line, place.column)


def _hint_at_command(name: str) -> tuple[str, ...]:
    """What may have been meant by a file that is not there but reads like a command."""
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    if not near or Path(name).exists():
        return ()
    return (f"Did you mean the command? It stands first: deliberation-check {near[0]} ...",)


def _texts(given: Given) -> Mapping[str, str]:
    """The texts of the documents of the case, if they are the very ones it was read of.

    Only then do its offsets lead to a line. Beside a case file, only text documents are read.
    """
    if given.source is not None:
        documents = given.case.documents
        return {each.id: given.source.text for each in documents if _same(each, given.source)}
    if given.name == STANDARD_INPUT:
        return {}
    found: dict[str, str] = {}
    for document in given.case.documents:
        if document.sha256 and _plain(document.name):
            text = _read_text(Path(given.name).parent / document.name, document.sha256)
            if text is not None:
                found[document.id] = text
    return found


def _same(document: Document, source: Source) -> bool:
    return document.sha256 in (None, source.sha256)


def _plain(name: str) -> bool:
    return name.endswith(".txt") and Path(name).name == name and "\0" not in name


def _read_text(path: Path, sha256: str) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_TEXT:
            return None
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            return None
        from checker.reading.txt import read_txt  # noqa: PLC0415 - only where there is one

        return read_txt(data, path.name).text
    except (OSError, InputError):
        return None
