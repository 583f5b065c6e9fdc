"""The durable-rules judge: checks compiled once, tried on the facts of case after case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, groupby
from types import TracebackType

from attrs import frozen

from checker.engine.durable.encoding import Coded
from checker.engine.durable.fold import CheckFold, CodedCase
from checker.engine.durable.plan import Plan, make_plan, recall_plan
from checker.engine.durable.rete import Budget, Ruleset
from checker.engine.firing import Firing, Outcome, Parameters
from checker.errors import UnreliableError
from checker.factbase import FactBase
from checker.language.tree import Check

MOST_FACTS = 50_000
"""Facts of one case; the benchmarks judge 32 510 and compare with the other judge."""
MOST_MATCHES = 400_000
ROWS_AT_ONCE = 1000
"""Rows judged before the session is renewed, so that its cost stays linear and its memory flat."""

Candidate = tuple[int, ...]
"""Places of the facts bound, among those of their kinds."""


class Network:
    """Checks as durable-rules runs them.

    Args:
        checks: What to try; each needs an identifier of its own.
        plan: The plan of these checks, if it was made before.

    Raises:
        ValueError: A check is beyond what the engine does reliably.
        UnreliableError: The engine cannot be loaded.
    """

    def __init__(self, checks: Sequence[Check], plan: Plan | None = None) -> None:
        self._plan = plan or make_plan(checks)
        self._checks = self._plan.checks
        self._folds = [CheckFold(check, self._plan.interner) for check in self._checks]
        self._places = {one.check.id: place for place, one in enumerate(self._checks)}
        self._candidates = [
            (Ruleset(shard), frozenset(meaning.check for meaning in shard.meanings.values()))
            for shard in self._plan.candidates
        ]
        self._outcomes = [Ruleset(shard) for shard in self._plan.outcomes]
        self._homes = [
            tuple([one for one in self._outcomes if check.number in one.shard.kinds])
            for check in self._checks
        ]
        self._busy = False

    def open(self, facts: FactBase, tried: Collection[str] | None = None) -> None:
        """Have the engine read what it may need for these facts, once for all their judgements.

        A process that judges apart finds it read, and no two have to read the same.

        Args:
            facts: The facts of a case.
            tried: The identifiers of the checks to try, all of them unless they are given.

        Raises:
            UnreliableError: The engine refuses the rules.
        """
        places = self._tried(tried)
        for ruleset in self._binding(places):
            ruleset.open()
        for place in places:
            bindings = self._checks[place].check.bindings
            if all(facts.by_kind.get(binding.kind) for binding in bindings):
                for ruleset in self._homes[place]:
                    ruleset.open()

    def __enter__(self) -> Network:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the rules from the engine."""
        for ruleset in (*(ruleset for ruleset, _ in self._candidates), *self._outcomes):
            ruleset.close()

    def judge(
        self, facts: FactBase, parameters: Parameters, tried: Collection[str] | None = None
    ) -> list[Firing]:
        """Every instance whose trigger is not false, with its outcome.

        Args:
            facts: The facts of a case.
            parameters: The dated parameters.
            tried: The identifiers of the checks to try, all of them unless they are given.

        Returns:
            Firings in the order of the checks, then of the facts bound.

        Raises:
            UnreliableError: The engine did anything that it must never do.
        """
        number = sum(map(len, facts.by_kind.values()))
        if number > MOST_FACTS:
            message = (
                f"The case has {number} facts, and the rules engine takes {MOST_FACTS} at most."
            )
            raise UnreliableError(message)
        if self._busy:
            message = "The rules engine was asked for two judgements at once."
            raise UnreliableError(message)
        self._busy = True
        try:
            case = CodedCase(facts, self._plan.needs, self._plan.interner.extended(), parameters)
            return self._judged(case, Budget(MOST_MATCHES), self._tried(tried))
        finally:
            self._busy = False

    def _tried(self, checks: Collection[str] | None) -> Sequence[int]:
        """The places of checks, in order."""
        names = self._places if checks is None else checks
        return sorted(self._places[name] for name in names)

    def _binding(self, places: Iterable[int]) -> list[Ruleset]:
        """The rule sets that bind facts for the checks at these places."""
        wanted = frozenset(places)
        return [ruleset for ruleset, checks in self._candidates if checks & wanted]

    def _judged(self, case: CodedCase, budget: Budget, tried: Sequence[int]) -> list[Firing]:
        bound: dict[int, set[Candidate]] = {place: set() for place in tried}
        for ruleset in self._binding(bound):
            self._bind(ruleset, case, budget, bound)
        firings: list[Firing] = []
        for homes, places in groupby(tried, key=self._homes.__getitem__):
            found = [(place, one) for place in places for one in sorted(bound[place])]
            for start in range(0, len(found), ROWS_AT_ONCE):
                some = found[start : start + ROWS_AT_ONCE]
                rows = [self._row(place, candidate, case) for place, candidate in some]
                outcomes: list[set[Outcome | None]] = [set() for _ in rows]
                for ruleset in homes:
                    _judge_rows(ruleset, rows, outcomes, budget)
                firings += chain.from_iterable(map(self._firing, rows, outcomes))
        return firings

    def _bind(
        self,
        ruleset: Ruleset,
        case: CodedCase,
        budget: Budget,
        bound: Mapping[int, set[Candidate]],
    ) -> None:
        """Add the bindings that the rules of one set find for the checks that are tried."""
        places: dict[int, int] = {}
        with ruleset.session(budget) as session:
            for kind, kind_number in self._plan.kinds.items():
                if kind_number not in ruleset.shard.kinds:
                    continue
                columns = self._plan.columns.get(kind, frozenset())
                for place, fact in enumerate(case.of(kind)):
                    number, matches = session.tell({"k": kind_number, **_wide(fact, columns)})
                    places[number] = place
                    for match in matches:
                        meaning = ruleset.shard.meanings[match.rule]
                        known = bound.get(meaning.check)
                        if known is None:
                            continue
                        candidate = tuple([places[one] for one in match.facts])
                        if candidate in known:
                            message = "The rules engine bound the same facts twice."
                            raise UnreliableError(message, self._checks[meaning.check].check.id)
                        known.add(candidate)

    def _row(self, place: int, candidate: Candidate, case: CodedCase) -> _Row:
        check = self._checks[place]
        facts = [
            case.of(binding.kind)[one]
            for binding, one in zip(check.check.bindings, candidate, strict=True)
        ]
        columns = {"k": check.number, **self._folds[place].row(facts, case)}
        return _Row(place, tuple([fact.fact.id for fact in facts]), columns)

    def _firing(self, row: _Row, outcomes: set[Outcome | None]) -> list[Firing]:
        check = self._checks[row.check].check.id
        if len(outcomes) != 1:
            message = (
                f"The rules engine gave {len(outcomes)} outcomes, not one, "
                f"for {', '.join(row.binding)}."
            )
            raise UnreliableError(message, check)
        (outcome,) = outcomes
        return [] if outcome is None else [Firing(check, row.binding, outcome)]


_latest: dict[str, Network] = {}


def recall_network(checks: Sequence[Check], identity: str) -> Network:
    """The network of checks: the one this process last had, or one from the plan of another run.

    Args:
        checks: The checks.
        identity: What no other checks have.

    Raises:
        ValueError: A check is beyond what the engine does reliably.
        UnreliableError: The engine cannot be loaded.
    """
    if identity not in _latest:
        network = Network(checks, recall_plan(checks, identity))
        for other in _latest.values():
            other.close()
        _latest.clear()
        _latest[identity] = network
    return _latest[identity]


@frozen(eq=False)
class _Row:
    """One candidate as the outcome rules see it."""

    check: int
    binding: tuple[str, ...]
    columns: Mapping[str, int]


def _wide(fact: Coded, columns: frozenset[str]) -> dict[str, int]:
    """The columns of a fact that candidate rules look at."""
    values: dict[str, int] = {}
    for column in columns:
        attribute, end = column[:-3], column[-3:]
        if column.endswith("_s"):
            values[column] = fact.stated[column[:-2]]
        else:
            interval = fact.ends[attribute]
            values[column] = interval.low if end == "_lo" else interval.high
    return values


def _judge_rows(
    ruleset: Ruleset,
    rows: Sequence[_Row],
    outcomes: Sequence[set[Outcome | None]],
    budget: Budget,
) -> None:
    """Add the outcomes that the rules of one set give to rows."""
    with ruleset.session(budget) as session:
        for row, found in zip(rows, outcomes, strict=True):
            _, matches = session.tell(row.columns)
            for match in matches:
                meaning = ruleset.shard.meanings[match.rule]
                if meaning.check != row.check:
                    message = "The rules engine matched a row with the rules of another check."
                    raise UnreliableError(message)
                found.add(meaning.outcome)
