"""What no value of the case is bound to: amounts without a role, or with several readings.

Every sign of the euro ends either in a value or here, and so does every number of a table of
amounts. The lists an item could belong to stay open until a person has settled it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.case import Reading, ReadingStatus
from checker.case.values import Count
from checker.extraction.amounts import Amount, amounts_of
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.reconciliation import Subtotal, subtotals_of
from checker.extraction.roles import Use
from checker.extraction.rolewords import Role
from checker.extraction.tallies import Tally
from checker.money import print_euros

_SENTENCES: Mapping[Role, str] = {
    "grant": "une subvention dont le bénéficiaire ou la décision n'est pas sûr",
    "each": "un montant pour chacun, hors d'une mesure numérotée",
    "part": "une part d'un autre montant",
    "total": "un total ou un sous-total",
    "charged": "une dépense imputée",
    "change": "une variation",
    "previous": "un montant d'une autre année ou d'un autre acte",
    "requested": "un montant demandé",
    "base": "une assiette ou son plafond",
    "threshold": "un seuil",
    "budget": "un budget ou un coût",
    "instalment": "un versement",
    "unit": "l'unité d'autres montants",
    "refused": "un montant refusé ou écarté",
}
FIGURES = ("results", "targets")
"""Lists that a number which counts something could belong to."""
_AGAIN = "le montant déjà lu ailleurs, dit une nouvelle fois"
_OUTSIDE = "un montant qui précède la première délibération du document"
_SUMMED = "le total d'un tableau, égal à la somme de ses lignes ({})"
_NOT_SUMMED = "le total d'un tableau, qui n'est pas la somme de ses lignes ({})"
_LISTS: Mapping[Role, tuple[str, ...]] = {
    "previous": ("grants",),
    "requested": ("awards",),
    "base": ("awards",),
    "threshold": (),
    "budget": ("projects",),
    "instalment": ("payments",),
    "refused": (),
    "unit": (),
    "change": ("lines",),
    "part": ("lines",),
    "charged": ("totals",),
}


def readings_of(context: Context) -> Iterator[Reading]:
    """The unread and ambiguous amounts, in the order of the text."""
    if context.segment.leads:
        for block in context.segment.preface:
            for amount in amounts_of(block, context.quoting.source.text):
                yield _reading(context, amount, _OUTSIDE, ())
    subtotals = subtotals_of(context.segment.blocks, context.uses)
    for block, use in context.amounts():
        span = use.amount.at.span
        if span in context.repeated:
            yield _reading(context, use.amount, _AGAIN, ())
        elif span in subtotals and span not in context.bound:
            found = subtotals[span]
            lists = () if found.agrees else _lists(context, block, use)
            yield _reading(context, use.amount, _subtotal(found), lists)
        elif span not in context.bound:
            yield _reading(
                context, use.amount, _SENTENCES.get(use.role), _lists(context, block, use)
            )
        elif use.amount.readings:
            yield _reading(context, use.amount, None, _lists(context, block, use))


def unread_of(context: Context, tallies: Sequence[Tally]) -> Iterator[Reading]:
    """Numbers of the reasons that count something, and were not understood."""
    for tally in tallies:
        start, end = tally.block.span(tally.start, tally.end)
        yield Reading(
            context.slugs.new(f"reading-{start}"),
            (Count(start), Count(end)),
            context.quoting.line(start, end),
            "unread",
            lists=FIGURES,
            page=context.quoting.page(start),
        )


def _subtotal(found: Subtotal) -> str:
    return (_SUMMED if found.agrees else _NOT_SUMMED).format(found.rows)


def _reading(
    context: Context, amount: Amount, sentence: str | None, lists: tuple[str, ...]
) -> Reading:
    start, end = amount.at.span
    values = tuple(
        print_euros(value) for value in (amount.cents, *amount.readings) if value is not None
    )
    status: ReadingStatus = "ambiguous" if sentence or len(values) > 1 else "unread"
    return Reading(
        context.slugs.new(f"reading-{start}"),
        (Count(start), Count(end)),
        context.quoting.line(start, end),
        status,
        (*((sentence,) if sentence else ()), *values),
        lists,
        page=context.quoting.page(start),
    )


def _lists(context: Context, block: Block, use: Use) -> tuple[str, ...]:
    section = context.section(block)
    if use.role in _LISTS and not (use.role == "charged" and section == "head"):
        return _LISTS[use.role]
    if section == "operative" or not context.decided:
        if use.role == "total":
            return ("totals",)
        return ("awards", "summary", "totals")
    if section in ("vote", "signature", "head", "visas"):
        return ("awards",)
    zone = context.zone_of(block)
    if zone is not None and zone.kind == "measure":
        return ("lines",) if use.role != "total" else ("totals",)
    return ("awards", "lines", "summary", "totals")
