"""The report: what the verdicts of one case say to a reader, whatever the format.

Everything that is prose is already in the language of the report; values that a machine may want
stand beside their printed form.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from checker.errors import Problem
from checker.interval import Interval
from checker.kinds import Type
from checker.language.applicable import SetAside
from checker.language.tree import Nature, Severity
from checker.law.references import Reference
from checker.report.codes import Coded
from checker.report.crosstable import CrossTable
from checker.report.source import RulesInfo, SourceInfo
from checker.verdict import Verdict
from checker.words import Language


@frozen
class DocumentInfo:
    """A document that the case was drawn from."""

    id: str
    name: str
    sha256: str | None


@frozen
class ActInfo:
    """What identifies the act; `None` for what the case does not say."""

    number: str | None
    date: datetime.date | None
    title: str | None
    body: str
    category: Coded | None
    organ: Coded | None
    stage: Coded | None
    documents: tuple[DocumentInfo, ...]


@frozen
class Operand:
    """A value the verdict rests on; the ends of the interval mean nothing for texts."""

    name: str
    type: Type
    interval: Interval
    text: str | None
    shown: str


@frozen
class Where:
    """A place in the case file and, where the reading noted it, in the document.

    Args:
        what: Label of the value found there.
        path: JSON path in the case file.
        line: 1-based line of the case file.
        document_line: 1-based line of the document, where its text is at hand.
        quote: The words of the document; left out for the names of persons.
        document_id: Under which the text of the document, if at hand, is in the source.
    """

    file: str
    path: str
    what: str
    line: int | None = None
    column: int | None = None
    document: str | None = None
    document_line: int | None = None
    page: int | None = None
    span: tuple[int, int] | None = None
    quote: str | None = None
    document_id: str | None = None


@frozen
class MissingItem:
    """Something that would settle an open verdict, and the document that would tell it."""

    what: str
    document: str


@frozen
class Waived:
    """That a finding was accepted: why, by whom, on which day, until when.

    Args:
        place: File and line of the waiver.
    """

    reason: str
    author: str
    date: datetime.date
    expires: datetime.date | None
    place: str


@frozen
class InstanceReport:
    """One verdict.

    Args:
        subject: Identifier of the instance.
        named: The same in words.
        severity: After the cap that an unconfirmed value of the law puts on it.
        category: What a failure is called: irregularity, inconsistency…
        action: What is to be done about it.
        remedy: Empty unless the verdict is `fail` or `review`.
        capped: Whether an unconfirmed value lowered the severity.
        unconfirmed: How many of the values it rests on were read and confirmed by nobody.
        waived: Set on a finding that a waiver accepts; it stays a finding.
    """

    check: str
    subject: str
    named: str
    verdict: Verdict
    severity: Severity
    category: str
    action: str
    message: str
    remedy: str
    operands: tuple[Operand, ...]
    where: tuple[Where, ...]
    missing: tuple[MissingItem, ...]
    basis: tuple[str, ...]
    capped: bool = False
    reliable: bool = True
    unconfirmed: int = 0
    waived: Waived | None = None


@frozen
class RuleReport:
    """A rule with its instances.

    Args:
        reason: Why it was not tried.
        law: The texts it rests on, for the date and the body of the act.
    """

    id: str
    title: str
    why: str
    nature: Nature
    nature_shown: str
    policy: str
    verdict: Verdict
    instances: tuple[InstanceReport, ...]
    reason: SetAside | None
    reason_shown: str
    law: tuple[Reference, ...] = ()


@frozen
class Need:
    """What one rule wants from a document, and for which subjects."""

    rule: str
    title: str
    what: tuple[str, ...]
    subjects: tuple[str, ...]


@frozen
class Request:
    """A document to ask for, with all that it would settle."""

    document: str
    needs: tuple[Need, ...]


@frozen
class Unchecked:
    """An amount that no settled control compared with another; `value` is printed, `cents` not."""

    label: str
    subject: str
    value: str
    cents: int
    where: Where


@frozen
class ReadItem:
    """A value that was read in a document, or what stands there unsettled.

    Args:
        label: What it is; of an amount that is no value of the case, empty.
        status: That of the case file.
        kind: The kind of thing that has the value, for sorting; empty as the label is.
        readings: What it could be, as the case file has it.
        shown: What it could be, the words of closed lists as a reader sees them.
        lists: The lists that it keeps open, in words.
        amount: Whether it is an amount of money.
    """

    label: str
    status: str
    kind: str
    where: Where
    readings: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    amount: bool = False


@frozen(eq=False)
class ReadingReport:
    """How far the reading of the document is settled.

    Args:
        counts: Values and readings by status.
        verdicts: Verdicts passed that rest on values which nobody has confirmed.
        notes: What was set aside or could not be read, as sentences.
        settled: What a person confirmed, corrected or added.
    """

    counts: Mapping[str, int]
    read: tuple[ReadItem, ...]
    ambiguous: tuple[ReadItem, ...]
    unread: tuple[ReadItem, ...]
    verdicts: int
    notes: tuple[str, ...]
    settled: tuple[ReadItem, ...] = ()

    @property
    def unsettled(self) -> int:
        """How many items wait for a person."""
        return len(self.ambiguous) + len(self.unread)


@frozen
class ParameterUsed:
    """A dated value that some rule used; `stale` if it was verified over a year before today."""

    name: str
    title: str
    shown: str
    since: datetime.date | None
    reference: str
    verified: datetime.date | None
    to_confirm: bool
    stale: bool = False


@frozen
class IdleWaiver:
    """A waiver that accepts nothing here: its day is past, or nothing is found where it looks.

    Args:
        shown: The same as a sentence.
    """

    rule: str
    subject: str
    state: Literal["expired", "unused"]
    waived: Waived
    shown: str


@frozen(eq=False)
class Report:
    """Everything said of one case.

    Args:
        counts: Instances by verdict; a rule without instance counts once as not applicable.
        faults: What makes the run unreliable; empty when it is reliable.
        law_date: The date whose law was applied.
        reading: `None` for a case that was written by hand.
        idle_waivers: The waivers for this act that accept nothing.
    """

    language: Language
    source: SourceInfo
    act: ActInfo
    faults: tuple[str, ...]
    counts: Mapping[Verdict, int]
    rules: tuple[RuleReport, ...]
    requests: tuple[Request, ...]
    unchecked: tuple[Unchecked, ...]
    crosstable: CrossTable | None
    parameters: tuple[ParameterUsed, ...]
    law_date: datetime.date | None
    made_with: RulesInfo
    reading: ReadingReport | None = None
    idle_waivers: tuple[IdleWaiver, ...] = ()

    @property
    def reliable(self) -> bool:
        """Whether the engine was sound and both judges agree."""
        return not self.faults

    @property
    def accepted(self) -> Mapping[Verdict, int]:
        """How many instances of each verdict are accepted; they are counted in `counts` too."""
        found = Counter(
            each.verdict for rule in self.rules for each in rule.instances if each.waived
        )
        return {verdict: found[verdict] for verdict in Verdict}

    def found(self, *verdicts: Verdict) -> tuple[tuple[RuleReport, InstanceReport], ...]:
        """The instances with one of the verdicts, each with its rule."""
        return tuple(
            (rule, instance)
            for rule in self.rules
            for instance in rule.instances
            if instance.verdict in verdicts
        )


@frozen
class Unread:
    """An input that could not be read, in the place of its report."""

    file: str
    problems: tuple[Problem, ...]


Outcome = Report | Unread
"""What one input gives."""
