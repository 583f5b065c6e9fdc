"""Beneficiaries × measures: the natural picture of a grant deliberation, with its sums.

A picture, not a control: the rules judge, the table shows both sides of what they compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import frozen

from checker.factbase import FactBase
from checker.kinds import Fact
from checker.report.naming import Naming
from checker.vocabulary import Award, MeasureLine, StatedTotal, SummaryLine
from checker.words import Language, Words

_NO_BENEFICIARY = Words("bénéficiaire non identifié", "beneficiary not identified")
_NO_MEASURE = Words("axe non identifié", "measure not identified")
_SUM = Words("Total", "Total")
_Bears = TypeVar("_Bears", MeasureLine, SummaryLine, Award)
_LISTS = ("measure_line", "summary_line", "award")


@frozen
class Cell:
    """A sum of amounts: `cents` is `None` when one of its `rows` has no known amount."""

    cents: int | None
    rows: int


@frozen
class CrossRow:
    """A beneficiary: amounts by measure, their sum, the summary and the award.

    Args:
        agrees: Whether the figures agree; `None` where that is not known.
    """

    name: str
    cells: tuple[Cell, ...]
    sum: Cell
    summary: Cell
    award: Cell
    agrees: bool | None


@frozen
class CrossTotal:
    """A total that the act states, beside the sum it should equal."""

    label: str
    stated: int | None
    computed: Cell
    agrees: bool | None


@frozen
class CrossTable:
    """Beneficiaries × measures.

    Args:
        measures: Short name and title of each measure; empty if the act has none.
        rows: One per beneficiary.
        foot: The sums of the columns.
        summarised: Whether the act has totals per beneficiary beside its awards.
    """

    measures: tuple[tuple[str, str], ...]
    rows: tuple[CrossRow, ...]
    foot: CrossRow
    totals: tuple[CrossTotal, ...]
    summarised: bool


def cross_table(facts: FactBase, naming: Naming, language: Language) -> CrossTable | None:
    """The table; `None` for an act that awards nothing."""
    lines = [fact for fact in facts.of("measure_line") if isinstance(fact, MeasureLine)]
    summary = [fact for fact in facts.of("summary_line") if isinstance(fact, SummaryLine)]
    awards = [fact for fact in facts.of("award") if isinstance(fact, Award)]
    if not (lines or summary or awards):
        return None
    whole = not facts.open_kinds & set(_LISTS)
    measures = _keys(facts, "measure", (line.measure for line in lines))
    by_who = _grouped(lines), _grouped(summary), _grouped(awards)
    everyone = _keys(facts, "beneficiary", (who for group in by_who for who in group))
    rows = [
        _row(
            naming.id("beneficiary", who) or _NO_BENEFICIARY(language),
            measures,
            (by_who[0].get(who, []), by_who[1].get(who, []), by_who[2].get(who, [])),
            (bool(lines), bool(summary), bool(awards)),
            certain=whole and who is not None,
        )
        for who in everyone
    ]
    present = (bool(lines), bool(summary), bool(awards))
    return CrossTable(
        measures=tuple(_heading(facts, naming, key, language) for key in measures),
        rows=tuple(rows),
        foot=_row(_SUM(language), measures, (lines, summary, awards), present, certain=whole),
        totals=tuple(_totals(facts, naming, summary, awards)),
        summarised=bool(summary),
    )


def _row(
    name: str,
    measures: Sequence[str | None],
    facts: tuple[Sequence[MeasureLine], Sequence[SummaryLine], Sequence[Award]],
    present: tuple[bool, bool, bool],
    *,
    certain: bool,
) -> CrossRow:
    lines, summary, awards = facts
    by_measure: dict[str | None, list[MeasureLine]] = {}
    for line in lines:
        by_measure.setdefault(line.measure, []).append(line)
    cells = tuple(_cell(by_measure.get(measure, ())) for measure in measures)
    sums = _cell(lines), _cell(summary), _cell(awards)
    compared = [cell.cents for cell, here in zip(sums, present, strict=True) if here]
    return CrossRow(name, cells, *sums, agrees=_agree(compared, certain=certain))


def _agree(amounts: Sequence[int | None], *, certain: bool) -> bool | None:
    """Whether all amounts are equal; `None` where one is unknown or there is but one."""
    known = {amount for amount in amounts if amount is not None}
    if not certain or len(amounts) < 2:
        return None
    if len(known) > 1:
        return False
    return True if None not in amounts else None


def _cell(facts: Iterable[MeasureLine | SummaryLine | Award]) -> Cell:
    amounts = [fact.amount for fact in facts]
    known = [amount for amount in amounts if amount is not None]
    return Cell(sum(known) if len(known) == len(amounts) else None, len(amounts))


def _totals(
    facts: FactBase, naming: Naming, summary: Sequence[SummaryLine], awards: Sequence[Award]
) -> Iterable[CrossTotal]:
    for total in facts.of("stated_total"):
        if not isinstance(total, StatedTotal):
            continue
        own = [award for award in awards if award.decision == total.decision]
        compared = _cell(summary) if total.of == "recital" else _cell(own)
        list_ = "summary_line" if total.of == "recital" else "award"
        certain = compared.rows > 0 and list_ not in facts.open_kinds
        agrees = _agree([total.amount, compared.cents], certain=certain)
        yield CrossTotal(naming.fact(total), total.amount, compared, agrees)


def _grouped(facts: Iterable[_Bears]) -> dict[str | None, list[_Bears]]:
    found: dict[str | None, list[_Bears]] = {}
    for fact in facts:
        found.setdefault(fact.beneficiary, []).append(fact)
    return found


def _keys(facts: FactBase, kind: str, used: Iterable[str | None]) -> list[str | None]:
    """The identifiers in use, in the order of the case, the unknown one last."""
    keys = set(used)
    known: list[str | None] = [fact.id for fact in facts.of(kind) if fact.id in keys]
    stray = sorted(key for key in keys - set(known) if key is not None)
    return [*known, *stray, *([None] if None in keys else [])]


def _heading(
    facts: FactBase, naming: Naming, key: str | None, language: Language
) -> tuple[str, str]:
    if key is None:
        return _NO_MEASURE(language), ""
    name = naming.id("measure", key)
    fact = next((fact for fact in facts.of("measure") if fact.id == key), None)
    title = _title(fact)
    return name[:1].upper() + name[1:], "" if title == name else title


def _title(fact: Fact | None) -> str:
    title = getattr(fact, "title", None)
    return title if isinstance(title, str) else ""
