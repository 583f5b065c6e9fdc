"""The authority: delegations, budget, credits, its own grant regulation."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import drawn
from checker.kinds import Fact


def state_authority(case: c.Case) -> Iterator[Fact]:
    """Delegations, budget, envelopes and terms of the grant regulation."""
    for n, delegation in enumerate(case.delegations):
        capped = delegation.cap is not None and delegation.uncapped is None
        yield drawn(
            v.Delegation,
            delegation.id,
            delegation,
            f"$.delegations[{n}]",
            uncapped=False if capped else delegation.uncapped,
        )
    yield drawn(v.Budget, "budget", case.budget, "$.budget")
    of_year = Counter(envelope.year for envelope in case.envelopes)
    for n, envelope in enumerate(case.envelopes):
        yield drawn(
            v.Envelope,
            envelope.id,
            envelope,
            f"$.envelopes[{n}]",
            alone=of_year[envelope.year] == 1,
        )
    for n, rule in enumerate(case.intervention_rules):
        yield drawn(
            v.InterventionRule,
            rule.id,
            rule,
            f"$.intervention_rules[{n}]",
            until=rule.until or datetime.date.max,
        )
