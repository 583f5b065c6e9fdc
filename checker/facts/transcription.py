"""Amounts beside the figures of the passages they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker import case as c
from checker import vocabulary as v
from checker.kinds import Fact
from checker.money import printed_cents

_SETTLED_BY_HAND = {"corrected", "added", "dismissed"}


def _amount_bearers(case: c.Case) -> Iterator[tuple[str, c.Entity]]:
    lists: dict[str, Iterable[c.Entity]] = {
        "measures": case.measures,
        "lines": case.lines,
        "summary": case.summary,
        "totals": case.totals,
        "awards": case.awards,
    }
    for name, entities in lists.items():
        for n, entity in enumerate(entities):
            yield f"$.{name}[{n}]", entity
    for n, line in enumerate(case.lines):
        for m, component in enumerate(line.components):
            yield f"$.lines[{n}].components[{m}]", component


def state_transcriptions(case: c.Case) -> Iterator[Fact]:
    """Amounts beside the figures of the passage they cite, unless a person settled them.

    A fall is printed without a sign (« une baisse de 15 000 € »), so signs are left out.
    """
    for path, entity in _amount_bearers(case):
        for name, evidence in entity.evidence.items():
            amount = getattr(entity, name)
            if evidence.quote is None or evidence.status in _SETTLED_BY_HAND:
                continue
            printed = printed_cents(evidence.quote)
            if printed is None or not isinstance(amount, int) or isinstance(amount, bool):
                continue
            label = f"{path[2:]}.{name}"
            yield v.Transcription(
                label, what=label, amount=abs(amount), printed=printed, path=path, entity=entity
            )
