"""The case of one deliberation, put together from what its parts say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from checker.case import Act, Body, Case, Document
from checker.extraction.annexes import Annexes
from checker.extraction.authority import body_of
from checker.extraction.budgetvote import adopts_budget
from checker.extraction.citations import Citations
from checker.extraction.context import Context, context_of
from checker.extraction.counting import counts_of
from checker.extraction.decision import Decision
from checker.extraction.figures import Figures
from checker.extraction.identification import act_of
from checker.extraction.operative import (
    agreements_of,
    articles_of,
    charges_of,
    names_agreement,
    operative_of,
)
from checker.extraction.ownname import own_acronym
from checker.extraction.parties import beneficiaries_of
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.residue import FIGURES, readings_of, unread_of
from checker.extraction.rolls import Rolls
from checker.extraction.schemes import scheme_mentions_of
from checker.extraction.segments import Segment
from checker.extraction.signatures import enforcement_of
from checker.extraction.signs import Signs
from checker.extraction.slips import slips_of
from checker.extraction.slugs import slug
from checker.extraction.voting import Voting
from checker.extraction.wording import acronyms_of, labels_of
from checker.extraction.writtenamounts import written_amounts_of
from checker.reading import Source

UNDECIDED = ("awards", "agreements", "articles", "charges")
"""Lists that a document without a decision leaves open."""


def case_of(source: Source, segment: Segment, schemes: Sequence[Sequence[str]]) -> Case:
    """What one deliberation of a document says; see `extract`."""
    quoting = Quoting(source)
    context = context_of(source, quoting, segment)
    programme = Programme(context)
    decision = Decision(context)
    rolls = Rolls(context)
    voting = Voting(context)
    charges = tuple(charges_of(context))
    only = charges[0] if len(charges) == 1 else None
    section = only.section if only is not None else None
    awards = decision.finished((section, only.evidence["section"]) if only and section else None)
    counts, groups = counts_of(context, programme)
    awarded = tuple(dict.fromkeys(a.beneficiary for a in awards if a.beneficiary is not None))
    act = act_of(segment, quoting)
    if segment.number and act.number is None:
        act = evolve(act, number=segment.number)
    figures = Figures(context, act, programme, counts, rolls.sections)
    unsure = figures.unsure if awards else (*UNDECIDED, *FIGURES)
    readings = [*readings_of(context), *unread_of(context, figures.unread)]
    annexes = Annexes(context)
    scheme_mentions, past = scheme_mentions_of(context, schemes, rolls.sections)
    citations = Citations(context)
    agreements = tuple(agreements_of(context, awarded))
    unknown = (
        *(("citations",) if citations.unsure else ()),
        *(("agreements",) if not agreements and names_agreement(context) else ()),
        *(("scheme_mentions",) if past or not schemes else ()),
        *(("annexes",) if annexes.unsure else ()),
    )
    body = body_of(segment, quoting)
    own = own_acronym(context, body)
    signs = Signs(context, programme, rolls.sections, own)
    return Case(
        schema="deliberation-check/case/1",
        body=_called(body, own, quoting),
        act=_with_budget(_signed(act, body), context),
        documents=(_document(source),),
        sitting=voting.sitting(),
        operative=operative_of(context),
        citations=tuple(citations.found),
        beneficiaries=beneficiaries_of(context, groups),
        rolls=tuple(rolls.rolls),
        mentions=tuple(rolls.mentions),
        measures=tuple(programme.measures),
        lines=tuple(programme.lines),
        actions=tuple(labels_of(context, programme, rolls.sections)),
        results=tuple(figures.results),
        targets=tuple(figures.targets),
        count_phrases=tuple(counts),
        summary=tuple(decision.summary),
        totals=tuple(decision.totals),
        awards=tuple(awards),
        agreements=agreements,
        charges=charges,
        articles=tuple(articles_of(context)),
        vote=voting.vote(),
        members=tuple(voting.members),
        non_participants=tuple(voting.non_participants),
        enforcement=enforcement_of(segment, quoting),
        written_amounts=tuple(written_amounts_of(context, rolls.sections)),
        acronyms=tuple(acronyms_of(context)),
        annexes=tuple(annexes.found),
        scheme_mentions=scheme_mentions,
        slips=tuple(slips_of(context)),
        procurement_signs=signs.procurement,
        economic_signs=signs.economic,
        regranting=signs.regranting,
        readings=tuple(sorted(readings, key=lambda each: each.span)),
        open=tuple(sorted({*unsure, *unknown})),
    )


def _called(body: Body, own: Passage | None, quoting: Quoting) -> Body:
    """The body with the acronym that the act calls it by."""
    if own is None:
        return body
    evidence = {**body.evidence, "acronym": quoting.evidence(own)}
    return evolve(body, acronym=quoting.words(own), evidence=evidence)


def _signed(act: Act, body: Body) -> Act:
    """The act with the name of its authority, where that is more than « la Métropole ».

    Where no name was found, whether the act prints one is not known.
    """
    where = body.evidence["name"]
    evidence = {**act.evidence, "author": where}
    if where.status != "read":
        return evolve(act, evidence=evidence)
    named = len(body.name.split()) > 1
    return evolve(act, author=body.name, evidence=evidence) if named else act


def _with_budget(act: Act, context: Context) -> Act:
    """The act with whether it adopts the budget."""
    found = adopts_budget(context)
    if found is None:
        return act
    adopts, at = found
    evidence = {"budget_vote": context.quoting.evidence(at)} if at is not None else {}
    return evolve(act, budget_vote=adopts, evidence={**act.evidence, **evidence})


def _document(source: Source) -> Document:
    stem = re.sub(r"\.[^.]*$", "", source.name.rpartition("/")[2])
    return Document(slug(stem), source.name, source.sha256)
