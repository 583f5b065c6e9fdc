"""Candidates to rows: the ends of every operand of an instance, `let`s and law resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from checker.engine.durable.compile import CompiledCheck
from checker.engine.durable.encoding import Coded, Interner, coded
from checker.engine.durable.lets import LetFold, LetRows
from checker.engine.durable.operands import Lookup, Scope, Test, Value, truth_of, value_of
from checker.engine.durable.references import attribute_of, references
from checker.engine.firing import Parameters
from checker.factbase import FactBase
from checker.language.tree import ACT, Check, Condition, LetRef, Stated

Needs = dict[str, set[str]]
"""Attributes that some check reads, by kind."""


@define(eq=False)
class CodedCase:
    """The facts of one case, encoded, and the rows of its `let`s, each as it is asked for."""

    facts: FactBase
    needs: Needs
    interner: Interner
    parameters: Parameters
    lookup: Lookup = field(init=False)
    _coded: dict[str, tuple[Coded, ...]] = field(factory=dict, init=False)
    _rows: dict[LetFold, LetRows] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.lookup = Lookup(self.parameters, self.interner)

    def of(self, kind: str) -> tuple[Coded, ...]:
        """The facts of a kind, encoded."""
        if kind not in self._coded:
            needed = sorted(self.needs.get(kind, ()))
            self._coded[kind] = tuple(
                [coded(fact, needed, self.interner) for fact in self.facts.of(kind)]
            )
        return self._coded[kind]

    def rows(self, fold: LetFold) -> LetRows:
        """The rows of a `let`."""
        if fold not in self._rows:
            kind = fold.let.kind
            is_open = kind in self.facts.open_kinds
            self._rows[fold] = LetRows(fold, self.of(kind), self.scope(), is_open=is_open)
        return self._rows[fold]

    def scope(self) -> Scope:
        """What every instance sees: the act and the parameters."""
        (act,) = self.of(ACT)
        return Scope(self.lookup, {ACT: act})


class CheckFold:
    """The fold of one check.

    Raises:
        ValueError: A `let` looks at another `let`.
    """

    def __init__(self, compiled: CompiledCheck, interner: Interner) -> None:
        check = compiled.check
        self._aliases = [binding.alias for binding in check.bindings]
        self._values: list[Value] = [value_of(one, interner) for one in compiled.operands]
        self._stated: list[Test] = [truth_of(Stated(one), interner) for one in compiled.stated]
        looked = (one for operand in compiled.operands for one in references(operand))
        used = {one.name for one in looked if isinstance(one, LetRef)}
        self._lets = [LetFold(let, interner) for let in check.lets if let.name in used]

    def row(self, facts: Sequence[Coded], case: CodedCase) -> dict[str, int]:
        """The columns of one candidate."""
        scope = case.scope()
        scope.bound.update(zip(self._aliases, facts, strict=True))
        for fold in self._lets:
            scope.lets[fold.let.name] = case.rows(fold).value(scope)
        columns: dict[str, int] = {}
        for index, value in enumerate(self._values):
            interval = value(scope)
            columns[f"p{index}_lo"] = interval.low
            columns[f"p{index}_hi"] = interval.high
        for index, stated in enumerate(self._stated):
            columns[f"s{index}"] = int(stated(scope))
        return columns


def needs_of(checks: Iterable[CompiledCheck]) -> Needs:
    """The attributes that the checks read, by kind."""
    needs: Needs = defaultdict(set)
    for compiled in checks:
        for condition in _conditions(compiled.check):
            for reference in references(condition):
                attribute = attribute_of(reference)
                if attribute is not None:
                    needs[attribute.kind].add(attribute.attribute)
        for let in compiled.check.lets:
            if let.ref is not None:
                needs[let.kind].add(let.ref.attribute)
    return needs


def _conditions(check: Check) -> Iterable[Condition]:
    for binding in check.bindings:
        yield from binding.tests
    for let in check.lets:
        yield from let.where
    if check.trigger is not None:
        yield check.trigger
    yield check.requirement
