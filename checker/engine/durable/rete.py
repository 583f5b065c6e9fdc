"""The only door to durable-rules: its C module, call by call, each answer checked.

Sessions of the engine go wrong silently unless they are held to a narrow way of use: one fact at
a time, its identifier ours, its acknowledgement read, its matches taken at once; a canary first,
without whose match the session could not even be deleted safely, and a canary last.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from itertools import count
from types import TracebackType
from typing import Protocol, TypeVar, cast

from attrs import frozen

from checker.engine.durable.hashing import Identifiers
from checker.engine.durable.shards import CANARY, CANARY_KIND, Shard
from checker.errors import UnreliableError
from checker.interval import INFINITY

HANDLED, NOT_HANDLED = 0, 1
SESSION = "0"
ADVICE = (
    "The rules engine cannot be loaded ({}): install a C compiler and run "
    "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject "
    "pip install --force-reinstall --no-cache-dir durable-rules==2.0.28"
)

_encode = json.JSONEncoder(separators=(",", ":")).encode
_names = count()
_identifiers = Identifiers()
Result = TypeVar("Result")


class Engine(Protocol):
    """The functions of `durable_rules_engine` that are sound enough to use."""

    def create_ruleset(self, name: str, rules: str, /) -> int:
        """Compile rules; returns a handle."""

    def delete_ruleset(self, handle: int, /) -> None:
        """Free what `create_ruleset` made."""

    def assert_fact(self, handle: int, fact: str, /) -> tuple[int, int]:
        """Assert a fact; returns 0 handled, 1 not handled, 2 already seen, and the state."""

    def start_action_for_state(self, handle: int, state: int, /) -> tuple[str, str] | None:
        """The first pending match, as the state and the facts by rule and alias."""

    def complete_and_start_action(self, handle: int, state: int, /) -> str | None:
        """Drop the match that was started, and return the next."""

    def delete_state(self, handle: int, session: str, /) -> None:
        """Forget the facts of a session; safe only once a match was started in it."""


def load_engine() -> Engine:
    """The C module.

    Raises:
        UnreliableError: It is missing or was built for another Python.
    """
    try:
        return cast("Engine", importlib.import_module("durable_rules_engine"))
    except ImportError as error:
        raise UnreliableError(ADVICE.format(error)) from error


@frozen
class Match:
    """A rule that matched, and the numbers of the facts it bound, in the order of its aliases."""

    rule: str
    facts: tuple[int, ...]


class Budget:
    """How many matches one judgement may still have."""

    def __init__(self, most: int) -> None:
        self._most = self._left = most

    def spend(self) -> None:
        """Take one.

        Raises:
            UnreliableError: None is left.
        """
        self._left -= 1
        if self._left < 0:
            message = f"The rules engine found more than {self._most} matches and was stopped."
            raise UnreliableError(message)


class Ruleset:
    """One rule set, which the engine reads when it is first needed, and anew after a fault."""

    def __init__(self, shard: Shard) -> None:
        self.shard = shard
        self._engine = load_engine()
        self._handle: int | None = None

    def open(self) -> int:
        """Its handle in the engine, which reads it now unless it has."""
        if self._handle is None:
            name = f"deliberation{next(_names)}"
            self._handle = _called(self._engine.create_ruleset, name, self.shard.text)
        return self._handle

    def session(self, budget: Budget) -> Session:
        """A session for the facts of one case."""
        return Session(self, self._engine, self.open(), budget)

    def abandon(self) -> None:
        """Leave the rule set behind in whatever state a fault left it; the next is fresh."""
        self._handle = None

    def close(self) -> None:
        """Delete the rule set."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            _called(self._engine.delete_ruleset, handle)


class Session:
    """A context manager in which facts are asserted; raises on anything unusual."""

    def __init__(self, ruleset: Ruleset, engine: Engine, handle: int, budget: Budget) -> None:
        self._ruleset = ruleset
        self._engine = engine
        self._handle = handle
        self._budget = budget
        self._numbers: dict[str, int] = {}
        self._deletable = False

    def __enter__(self) -> Session:
        try:
            self._canary("first")
        except BaseException:
            self._end(faulty=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        faulty = True
        try:
            if error is None:
                self._canary("last")
                faulty = False
        finally:
            self._end(faulty=faulty)

    def tell(self, columns: Mapping[str, int]) -> tuple[int, list[Match]]:
        """Assert one fact.

        Returns:
            Its number, and the matches it completed.

        Raises:
            UnreliableError: The engine did anything but acknowledge it and say what matched.
        """
        number = len(self._numbers)
        identifier = _identifiers[number]
        self._numbers[identifier] = number
        return number, self._asserted(number, _wire(identifier, columns))

    def _asserted(self, number: int, fact: str) -> list[Match]:
        answer, state = _called(self._engine.assert_fact, self._handle, fact)
        if answer not in (HANDLED, NOT_HANDLED):
            message = f"The rules engine refused a fact (answer {answer})."
            raise UnreliableError(message)
        if answer == NOT_HANDLED:
            return []
        matches: list[Match] = []
        first = _called(self._engine.start_action_for_state, self._handle, state)
        pending = None if first is None else first[1]
        while pending is not None:
            self._deletable = True
            self._budget.spend()
            matches.append(self._match(pending, number))
            pending = _called(self._engine.complete_and_start_action, self._handle, state)
        return matches

    def _match(self, message: str, number: int) -> Match:
        try:
            ((rule, aliases),) = json.loads(message).items()
            places = range(len(aliases))
            facts = tuple([self._numbers[aliases[f"a{place}"]["id"]] for place in places])
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            text = f"The rules engine reported a match that cannot be read: {message!s:.200}"
            raise UnreliableError(text) from error
        if number not in facts or (rule != CANARY and rule not in self._ruleset.shard.meanings):
            text = f"The rules engine reported a match of nothing asserted: {message:.200}"
            raise UnreliableError(text)
        return Match(rule, facts)

    def _canary(self, which: str) -> None:
        number, matches = self.tell({"k": CANARY_KIND})
        if matches != [Match(CANARY, (number,))]:
            message = (
                f"The rules engine matched the {which} control fact {len(matches)} times, not once."
            )
            raise UnreliableError(message)

    def _end(self, *, faulty: bool) -> None:
        """Delete the session if that is safe, and the trust in the rule set if it is not."""
        if faulty:
            self._ruleset.abandon()
        if not self._deletable:
            return
        try:
            _called(self._engine.delete_state, self._handle, SESSION)
        except UnreliableError:
            self._ruleset.abandon()
            if not faulty:
                raise


def _wire(identifier: str, columns: Mapping[str, int]) -> str:
    """A fact as JSON: its identifier, and integers within ±2^53."""
    for name, value in columns.items():
        if type(value) is not int or not -INFINITY <= value <= INFINITY:
            message = f"The value {value!r:.80} of {name} cannot be given to the rules engine."
            raise UnreliableError(message)
    return _encode({"id": identifier, "one": 1, **columns})


def _called(function: Callable[..., Result], *arguments: object) -> Result:
    """Call the C module; any exception of it is a fault."""
    try:
        return function(*arguments)
    except Exception as error:
        name = getattr(function, "__name__", "a call")
        message = f"The rules engine failed in {name}: {error}"
        raise UnreliableError(message) from error
