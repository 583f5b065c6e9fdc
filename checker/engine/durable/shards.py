"""Rule sets small enough for durable-rules, as the JSON it reads.

Its limits are hard and badly guarded: 64 conditions that hold at once at one place of the
network are an error, 256 rules on one condition a crash. Far fewer rules go into one set here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from checker.engine.durable.branches import Leaf, ordered
from checker.engine.durable.candidates import Pattern
from checker.engine.durable.compile import CompiledCheck
from checker.engine.durable.hashing import fnv32
from checker.engine.firing import Outcome

CANARY_KIND = 1
CANARY = "canary"
FIRST_FACT_KIND = 2
MOST_RULES = 30
MOST_PATTERNS = 45
RESERVED = ("id", "sid", "$s", "$forward", "$m", "$l", "$r", "$i", "$pulse")

Form = dict[str, object]


@frozen
class Source:
    """One rule before it is written.

    Args:
        kinds: The kinds of fact it looks at.
        patterns: One conjunction per alias, `k` first.
        meaning: What a match of it says: the place of its check, and for outcomes which.
    """

    kinds: tuple[int, ...]
    patterns: tuple[tuple[Form, ...], ...]
    meaning: Meaning


@frozen
class Meaning:
    """What a match of a rule says."""

    check: int
    outcome: Outcome | None = None


@frozen
class Shard:
    """One rule set.

    Args:
        text: The JSON that durable-rules reads.
        kinds: The kinds of fact to assert in it.
        meanings: By name of rule.
    """

    text: str
    kinds: frozenset[int]
    meanings: Mapping[str, Meaning]


def candidate_shards(
    checks: Sequence[CompiledCheck], kinds: Mapping[str, int]
) -> tuple[Shard, ...]:
    """The rule sets that bind facts."""
    return tuple(_shards(_candidate_sources(checks, kinds)))


def outcome_shards(checks: Sequence[CompiledCheck]) -> tuple[Shard, ...]:
    """The rule sets that judge rows."""
    return tuple(_shards(_outcome_sources(checks)))


def kind_numbers(checks: Iterable[CompiledCheck]) -> dict[str, int]:
    """A number for each kind that some check binds."""
    names = {pattern.kind for check in checks for rule in check.candidates for pattern in rule}
    return {name: FIRST_FACT_KIND + place for place, name in enumerate(sorted(names))}


def columns_by_kind(checks: Iterable[CompiledCheck]) -> dict[str, frozenset[str]]:
    """The columns that candidate rules look at, by kind."""
    columns: dict[str, set[str]] = defaultdict(set)
    for check in checks:
        for rule in check.candidates:
            for pattern in rule:
                columns[pattern.kind].update(leaf.left for leaf in pattern.leaves)
                for join in pattern.joins:
                    columns[pattern.kind].add(join.column)
                    columns[rule[join.position].kind].add(join.other)
    return {kind: frozenset(names) for kind, names in columns.items()}


def _candidate_sources(
    checks: Sequence[CompiledCheck], kinds: Mapping[str, int]
) -> Iterator[Source]:
    for place, check in enumerate(checks):
        for rule in check.candidates:
            numbers = tuple(kinds[pattern.kind] for pattern in rule)
            patterns = tuple(
                _candidate_pattern(pattern, number, later=bool(position))
                for position, (pattern, number) in enumerate(zip(rule, numbers, strict=True))
            )
            yield Source(numbers, patterns, Meaning(place))


def _candidate_pattern(pattern: Pattern, number: int, *, later: bool) -> tuple[Form, ...]:
    leaves: list[Form] = [{"k": number}, *map(_leaf, pattern.leaves)]
    leaves += [{join.column: {f"a{join.position}": join.other}} for join in pattern.joins]
    if later:
        # Where the last join of a conjunction is false, durable-rules reads past the end of an
        # array and may crash; this one never is.
        leaves.append({"$gte": {"one": {"a0": "one"}}})
    return tuple(leaves)


def _outcome_sources(checks: Sequence[CompiledCheck]) -> Iterator[Source]:
    for place, check in enumerate(checks):
        for outcome, branch in check.outcomes:
            leaves: tuple[Form, ...] = ({"k": check.number}, *map(_leaf, ordered(branch)))
            yield Source((check.number,), (leaves,), Meaning(place, outcome))


def _leaf(leaf: Leaf) -> Form:
    right = leaf.right if isinstance(leaf.right, int) else {"$m": leaf.right}
    return {leaf.operator: {leaf.left: right}}


def _shards(sources: Iterable[Source]) -> Iterator[Shard]:
    """Pack rules, those of one check together where they fit."""
    waiting: list[Source] = []
    for _, group in groupby(sources, key=lambda source: source.meaning.check):
        rules = list(group)
        if waiting and not _fits([*waiting, *rules]):
            yield _shard(waiting)
            waiting = []
        for rule in rules:
            if not _fits([*waiting, rule]):
                yield _shard(waiting)
                waiting = []
            waiting.append(rule)
    if waiting:
        yield _shard(waiting)


def _fits(rules: Sequence[Source]) -> bool:
    patterns = sum(len(rule.patterns) for rule in rules)
    return len(rules) <= MOST_RULES and patterns <= MOST_PATTERNS


def _shard(rules: Sequence[Source]) -> Shard:
    canary: Form = {"$and": [{"k": CANARY_KIND}, {"one": 1}]}
    written: Form = {CANARY: {"all": [{"a0": canary}]}}
    meanings: dict[str, Meaning] = {}
    for place, rule in enumerate(rules):
        meanings[f"r{place}"] = rule.meaning
        patterns = [{f"a{at}": {"$and": list(one)}} for at, one in enumerate(rule.patterns)]
        written[f"r{place}"] = {"all": patterns}
    _check_names(written)
    kinds = frozenset(kind for rule in rules for kind in rule.kinds)
    return Shard(json.dumps(written, separators=(",", ":")), kinds, meanings)


def _check_names(written: Form) -> None:
    """Refuse two names that the engine, which knows names by a hash alone, would take for one.

    Raises:
        ValueError: Two names collide.
    """
    names = dict.fromkeys((*RESERVED, *_names(written)))
    hashes: dict[int, str] = {}
    for name in names:
        other = hashes.setdefault(fnv32(name), name)
        if other != name:
            message = f"durable-rules takes the names {other} and {name} for one; rename one."
            raise ValueError(message)


def _names(form: object) -> Iterator[str]:
    if isinstance(form, dict):
        for name, value in form.items():
            yield name
            yield from _names(value)
    elif isinstance(form, list):
        for value in form:
            yield from _names(value)
    elif isinstance(form, str):
        yield form
