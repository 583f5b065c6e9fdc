"""From a case to its facts.

Each fact is drawn from one value or one thing of the case: a fraction, a normal form, a year.
Sums, counts and comparisons belong to the rules, so that they are explained and judged twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import case as c
from checker.factbase import FactBase, fact_base
from checker.facts.decision import state_decision
from checker.facts.measures import state_labels, state_measures
from checker.facts.parties import state_act, state_beneficiaries, state_citations, state_mentions
from checker.facts.people import state_people
from checker.facts.transcription import state_transcriptions
from checker.kinds import Fact

LISTS: Mapping[str, tuple[str, ...]] = {
    "beneficiaries": ("beneficiary", "enumerated"),
    "rolls": ("roll",),
    "mentions": ("mention", "enrolled"),
    "measures": ("measure",),
    "lines": ("measure_line", "component", "funded_post", "enumerated"),
    "actions": ("action_label", "enumerated"),
    "count_phrases": ("count_phrase",),
    "summary": ("summary_line",),
    "totals": ("stated_total",),
    "awards": ("award", "grant", "enumerated"),
    "agreements": ("agreement",),
    "citations": ("citation",),
    "charges": ("charge",),
    "non_participants": ("non_participant",),
    "members": ("member",),
    "participants": ("participant",),
    "interests": ("interest",),
    "grants": ("grant",),
    "aid": ("aid",),
}
"""The kinds of fact that each list of a case feeds."""


def state(case: c.Case) -> FactBase:
    """The facts of a case, with the extent of each list.

    A list that the case calls open opens every kind it feeds; one it calls whole closes the
    kinds it alone leaves open.
    """
    opened = {kind for name in case.open for kind in LISTS.get(name, ())}
    whole = {kind for name in case.whole for kind in LISTS.get(name, ())}
    return fact_base(_facts(case), whole=whole, opened=opened)


def _facts(case: c.Case) -> Iterator[Fact]:
    yield state_act(case)
    yield from state_citations(case)
    yield from state_beneficiaries(case)
    yield from state_mentions(case)
    yield from state_measures(case)
    yield from state_labels(case)
    yield from state_decision(case)
    yield from state_people(case)
    yield from state_transcriptions(case)
