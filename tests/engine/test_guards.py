"""Every guard, with an engine broken on purpose: nothing it does wrong passes in silence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from checker.engine.durable import rete
from checker.engine.durable.network import Network
from checker.errors import UnreliableError
from checker.factbase import FactBase, fact_base
from tests.engine.fifteen import LAW, a_case, fifteen
from tests.engine.judging import outcomes


class Broken:
    """The engine, except for what a test puts in its place once `armed`."""

    def __init__(self) -> None:
        self._real: Any = rete.load_engine()
        self.armed = False
        self.replaced: dict[str, Callable[..., Any]] = {}
        self.deleted: list[int] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._real, name)

        def call(*arguments: object) -> object:
            if name == "delete_state":
                assert isinstance(arguments[0], int)
                self.deleted.append(arguments[0])
            if self.armed and name in self.replaced:
                return self.replaced[name](real, *arguments)
            return real(*arguments)

        return call


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Broken:
    engine = Broken()
    monkeypatch.setattr(rete, "load_engine", lambda: engine)
    return engine


@pytest.fixture
def network(broken: Broken) -> Iterator[Network]:
    assert not broken.armed
    with Network(fifteen()) as made:
        yield made
        broken.armed = False


@pytest.fixture
def case() -> FactBase:
    return fact_base(a_case(3))


def fails(network: Network, broken: Broken, case: FactBase, match: str) -> None:
    """The broken engine is noticed, and the next case, with the engine whole, is not affected."""
    expected = outcomes(network.judge(case, LAW))
    broken.armed = True
    with pytest.raises(UnreliableError, match=match):
        network.judge(case, LAW)
    broken.armed = False
    assert outcomes(network.judge(case, LAW)) == expected


def is_canary(fact: str) -> bool:
    return bool(json.loads(fact)["k"] == 1)


@pytest.mark.parametrize("answer", [2, 3, -1, 4294967295, None])
def test_an_unknown_acknowledgement(
    network: Network, broken: Broken, case: FactBase, answer: int | None
) -> None:
    broken.replaced["assert_fact"] = lambda real, *given: (answer, real(*given)[1])
    fails(network, broken, case, r"refused a fact \(answer")


@pytest.mark.parametrize("error", [RuntimeError("error code: 303"), MemoryError(), SystemError()])
@pytest.mark.parametrize(
    "name",
    ["assert_fact", "start_action_for_state", "complete_and_start_action", "delete_state"],
)
def test_an_exception_of_the_engine(
    network: Network, broken: Broken, case: FactBase, name: str, error: Exception
) -> None:
    def raising(*_: object) -> None:
        raise error

    broken.replaced[name] = raising
    fails(network, broken, case, "The rules engine failed in")


def test_an_exception_in_the_middle_of_a_case(
    network: Network, broken: Broken, case: FactBase
) -> None:
    calls = iter(range(10_000))

    def sometimes(real: Callable[..., object], *given: object) -> object:
        if next(calls) == 20:
            message = "error code: 312"
            raise RuntimeError(message)
        return real(*given)

    broken.replaced["assert_fact"] = sometimes
    fails(network, broken, case, "error code: 312")


def test_the_first_canary_lost_and_the_session_not_deleted(
    network: Network, broken: Broken, case: FactBase
) -> None:
    broken.replaced["start_action_for_state"] = lambda _, *__: None
    network.judge(case, LAW)
    broken.deleted.clear()
    broken.armed = True
    with pytest.raises(UnreliableError, match="matched the first control fact 0 times, not once"):
        network.judge(case, LAW)
    # Deleting a session in which no match was ever started crashes the process.
    assert broken.deleted == []


def test_the_last_canary_lost(network: Network, broken: Broken, case: FactBase) -> None:
    seen: list[str] = []

    def losing(real: Callable[..., tuple[int, int]], handle: int, fact: str) -> tuple[int, int]:
        if is_canary(fact):
            seen.append(fact)
            if len(seen) == 2:
                return 1, real(handle, fact)[1]
        return real(handle, fact)

    broken.replaced["assert_fact"] = losing
    fails(network, broken, case, "matched the last control fact 0 times, not once")


def test_a_canary_matched_twice(network: Network, broken: Broken, case: FactBase) -> None:
    first: list[str] = []

    def start(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        if found:
            first.append(found[1])
        return found

    def again(real: Callable[..., str | None], *given: object) -> object:
        return first.pop() if first else real(*given)

    broken.replaced |= {"start_action_for_state": start, "complete_and_start_action": again}
    fails(network, broken, case, "matched the first control fact 2 times, not once")


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"r0":{"a0":{"id":"f999999"}}}',
        '{"r0":{"b":{"id":"f0"}}}',
        '{"r0":{"a0":{}}}',
        '{"r0":{},"r1":{}}',
        '{"r0":{"a0":{"id":"f0"}}',
    ],
)
def test_a_match_that_cannot_be_read(
    network: Network, broken: Broken, case: FactBase, message: str
) -> None:
    broken.replaced["start_action_for_state"] = lambda real, *given: (
        real(*given) and ("{}", message)
    )
    fails(network, broken, case, "match that cannot be read")


def test_a_match_of_an_unknown_rule(network: Network, broken: Broken, case: FactBase) -> None:
    def renamed(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        return found and (found[0], found[1].replace('{"r', '{"x', 1))

    broken.replaced["start_action_for_state"] = renamed
    fails(network, broken, case, "match of nothing asserted")


def test_a_match_of_an_earlier_fact(network: Network, broken: Broken, case: FactBase) -> None:
    first: list[tuple[str, str]] = []

    def stale(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        if found:
            first.append(found)
        return first[0] if found else None

    broken.replaced["start_action_for_state"] = stale
    fails(network, broken, case, "match of nothing asserted")


def rows_only(
    change: Callable[[dict[str, int]], object],
) -> Callable[..., object]:
    """Let `change` answer for the rows, and the engine for everything else."""

    def call(real: Callable[..., object], handle: int, fact: str) -> object:
        columns = json.loads(fact)
        if columns["k"] >= 1000 and change(columns):
            return real(handle, json.dumps(columns))
        return real(handle, fact)

    return call


def test_an_outcome_lost(network: Network, broken: Broken, case: FactBase) -> None:
    def losing(real: Callable[..., tuple[int, int]], handle: int, fact: str) -> tuple[int, int]:
        if json.loads(fact)["k"] >= 1000:
            return 1, 1
        return real(handle, fact)

    broken.replaced["assert_fact"] = losing
    fails(network, broken, case, "gave 0 outcomes, not one")


def test_an_impossible_row_has_no_outcome_or_two(
    network: Network, broken: Broken, case: FactBase
) -> None:
    def crossed(columns: dict[str, int]) -> bool:
        for name in [one for one in columns if one.endswith("_lo")]:
            columns[name], columns[name[:-3] + "_hi"] = 2**53, -(2**53)
        return True

    broken.replaced["assert_fact"] = rows_only(crossed)
    fails(network, broken, case, r"gave [02345] outcomes, not one")


def test_two_outcomes(network: Network, broken: Broken, case: FactBase) -> None:
    """An engine that answers each match with a second, of whichever rule follows."""
    pending: list[str] = []

    def start(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        if found and json.loads(found[1]).keys() != {"canary"}:
            ((_, aliases),) = json.loads(found[1]).items()
            if aliases["a0"]["k"] >= 1000:
                pending.extend(json.dumps({f"r{n}": aliases}) for n in range(10))
        return found

    def following(real: Callable[..., str | None], *given: object) -> object:
        return pending.pop() if pending else real(*given)

    broken.replaced |= {"start_action_for_state": start, "complete_and_start_action": following}
    fails(network, broken, case, r"outcomes, not one|rules of another check")


def test_an_outcome_of_another_check(network: Network, broken: Broken, case: FactBase) -> None:
    """A row answered by the last rule of its set, which is that of the set's last check."""

    def start(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        if found and '"p0_lo"' in found[1]:
            ((_, aliases),) = json.loads(found[1]).items()
            last = max(
                (one.shard.meanings for one in network._outcomes if one._handle == given[0]),
                key=len,
            )
            return found[0], json.dumps({list(last)[-1]: aliases})
        return found

    broken.replaced["start_action_for_state"] = start
    fails(network, broken, case, "with the rules of another check")


def test_a_candidate_found_twice(network: Network, broken: Broken, case: FactBase) -> None:
    repeated: list[str] = []

    def start(real: Callable[..., tuple[str, str] | None], *given: object) -> object:
        found = real(*given)
        if found and "canary" not in found[1]:
            repeated.append(found[1])
        return found

    def again(real: Callable[..., str | None], *given: object) -> object:
        return repeated.pop() if repeated else real(*given)

    broken.replaced |= {"start_action_for_state": start, "complete_and_start_action": again}
    fails(network, broken, case, "bound the same facts twice")


def test_the_check_concerned_is_named(network: Network, broken: Broken, case: FactBase) -> None:
    def losing(real: Callable[..., tuple[int, int]], handle: int, fact: str) -> tuple[int, int]:
        return (1, 1) if json.loads(fact)["k"] == 1003 else real(handle, fact)

    broken.replaced["assert_fact"] = losing
    broken.armed = True
    with pytest.raises(UnreliableError) as caught:
        network.judge(case, LAW)
    assert caught.value.fault.check == "COH-01"
    assert str(caught.value).startswith("COH-01: ")


def test_rules_the_engine_refuses(broken: Broken, case: FactBase) -> None:
    def refusing(*_: object) -> int:
        message = "Could not create ruleset, error code: 108"
        raise RuntimeError(message)

    broken.replaced["create_ruleset"] = refusing
    broken.armed = True
    with Network(fifteen()) as network:
        for reading in (network.open, lambda facts: network.judge(facts, LAW)):
            with pytest.raises(UnreliableError, match="error code: 108"):
                reading(case)
