"""From a case to its facts.

Each fact is drawn from one value or one thing of the case: a fraction, a normal form, a year.
Sums, counts and comparisons belong to the rules, so that they are explained and judged twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker import case as c
from checker.factbase import FactBase, fact_base
from checker.facts.act import state_act, state_signs, state_wording
from checker.facts.authority import state_authority
from checker.facts.decision import state_decision, state_history, state_projects
from checker.facts.enforcement import state_enforcement
from checker.facts.parties import state_beneficiaries, state_mentions
from checker.facts.people import state_people
from checker.facts.programme import state_figures, state_labels, state_measures
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
    "results": ("result",),
    "targets": ("target",),
    "awards": ("award", "award_year", "grant", "enumerated"),
    "payments": ("payment",),
    "projects": ("project",),
    "funding": ("funding",),
    "agreements": ("agreement", "agreement_text"),
    "citations": ("citation",),
    "charges": ("charge",),
    "non_participants": ("non_participant",),
    "members": ("member",),
    "participants": ("participant",),
    "interests": ("interest",),
    "grants": ("grant",),
    "aid": ("aid",),
    "proxies": ("proxy",),
    "roles": ("role",),
    "annexes": ("annex",),
    "written_amounts": ("written_amount",),
    "acronyms": ("acronym",),
    "scheme_mentions": ("scheme_mention",),
    "slips": ("slip",),
    "procurement_signs": ("procurement_sign",),
    "economic_signs": ("economic_sign",),
    "regranting": ("regranting",),
    "delegations": ("delegation",),
    "envelopes": ("envelope",),
    "intervention_rules": ("intervention_rule",),
    "publications": ("publication",),
}
"""The kinds of fact that each list of a case feeds."""


_UNSETTLED = ("unread", "ambiguous")


def state(case: c.Case, beside: Iterable[Fact] = ()) -> FactBase:
    """The facts of a case, with the extent of each list.

    A list that the case calls open, or that an unsettled reading could belong to, opens every
    kind it feeds; one it calls whole closes the kinds it alone leaves open.

    Args:
        case: The case.
        beside: Facts that are not of the case, such as rows of the tables of law.
    """
    unsettled = {name for each in case.readings if each.status in _UNSETTLED for name in each.lists}
    opened = {kind for name in {*case.open, *unsettled} for kind in LISTS.get(name, ())}
    whole = {kind for name in case.whole for kind in LISTS.get(name, ())}
    return fact_base([*_facts(case), *beside], whole=whole, opened=opened)


def _facts(case: c.Case) -> Iterator[Fact]:
    for stated in (
        state_act,
        state_wording,
        state_signs,
        state_authority,
        state_beneficiaries,
        state_mentions,
        state_measures,
        state_labels,
        state_figures,
        state_decision,
        state_projects,
        state_history,
        state_people,
        state_enforcement,
        state_transcriptions,
    ):
        yield from stated(case)
