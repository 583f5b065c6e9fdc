"""All that durable-rules is told of some checks, worked out before it is started."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from checker.cache import Cache, state_of_program
from checker.engine.durable.compile import CompiledCheck, compiled
from checker.engine.durable.encoding import Interner
from checker.engine.durable.fold import Needs, needs_of
from checker.engine.durable.shards import (
    Shard,
    candidate_shards,
    columns_by_kind,
    kind_numbers,
    outcome_shards,
)
from checker.language.tree import Check


@frozen(eq=False)
class Plan:
    """What a network is made from.

    Args:
        interner: Numbers the texts of the checks.
        checks: The checks, without the branches that went into the shards.
        needs: The attributes they read, by kind.
        kinds: The number of each kind they bind.
        columns: The columns that binding looks at, by kind.
        candidates: The rule sets that bind facts.
        outcomes: The rule sets that judge rows.
    """

    interner: Interner
    checks: tuple[CompiledCheck, ...]
    needs: Needs
    kinds: Mapping[str, int]
    columns: Mapping[str, frozenset[str]]
    candidates: tuple[Shard, ...]
    outcomes: tuple[Shard, ...]


def make_plan(checks: Sequence[Check]) -> Plan:
    """The plan of checks.

    Raises:
        ValueError: A check is beyond what the engine does reliably.
    """
    interner = Interner()
    whole = compiled(checks, interner)
    kinds = kind_numbers(whole)
    return Plan(
        interner=interner,
        checks=tuple(evolve(one, candidates=(), outcomes=()) for one in whole),
        needs=needs_of(whole),
        kinds=kinds,
        columns=columns_by_kind(whole),
        candidates=candidate_shards(whole, kinds),
        outcomes=outcome_shards(whole),
    )


def recall_plan(checks: Sequence[Check], identity: str) -> Plan:
    """The plan of checks, from the cache where there is one.

    Args:
        checks: The checks.
        identity: What no other checks have.

    Raises:
        ValueError: A check is beyond what the engine does reliably.
    """
    key = hashlib.sha256(identity.encode()).hexdigest()
    # A few places, for who takes turns with rule sets of their own.
    cache = Cache(f"plan-{key[0]}")
    return cache.recalled(f"{key} {state_of_program()}", Plan, lambda: make_plan(checks))
