"""Reading a YAML file as a form: its keys, its texts, its dates, and all that is wrong at once."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable
from enum import Enum
from typing import NoReturn, TypeVar

from checker.errors import InputError, Problem
from checker.interval import INFINITY
from checker.suggestion import suggestion
from checker.words import Words
from checker.yamlfile import Listing, Node, Scalar, Table, paths

T = TypeVar("T")
Result = TypeVar("Result")
Member = TypeVar("Member", bound=Enum)

MOST_PROBLEMS = 100
"""Of one file; what it has beyond them is not looked for."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,17}")


def read_date(text: str) -> datetime.date | None:
    """The day written like 2024-02-09, or `None`."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


class RefusedError(Exception):
    """What was being read cannot be used; the form already holds the reason."""


class Form:
    """One YAML file being read, and the problems found so far.

    A method that cannot return what it is asked for notes why and raises `RefusedError`;
    `attempt` and `each` go on with the rest of the file.
    """

    def __init__(self, file: str, root: Node) -> None:
        self.file = file
        self.root = root
        self.problems: list[Problem] = []
        self._paths: dict[int, str] = {}

    def note(self, node: Node, message: str) -> None:
        """Record a problem at the place of `node`.

        Raises:
            InputError: There are so many that the rest would help no one.
        """
        if not self._paths:
            self._paths = {id(part): path for path, part in paths(self.root)}
        line, column = node.mark.line + 1, node.mark.column + 1
        self.problems.append(
            Problem(self.file, line, column, self._paths.get(id(node), ""), message)
        )
        if len(self.problems) >= MOST_PROBLEMS:
            message = f"There are {MOST_PROBLEMS} problems or more; mend these first."
            raise InputError([Problem(self.file, 0, 0, "", message), *self.problems])

    def key(self, name: str) -> Node:
        """The key of that name at the root, or the root where there is none."""
        return self.root.keys.get(name, self.root) if isinstance(self.root, Table) else self.root

    def refuse(self, node: Node, message: str) -> NoReturn:
        """Record a problem and give up what is being read."""
        self.note(node, message)
        raise RefusedError

    def settle(self) -> None:
        """Raise the problems found, if any.

        Raises:
            InputError: The form holds problems.
        """
        if self.problems:
            raise InputError(self.problems)

    def attempt(self, default: T, read: Callable[[], T]) -> T:
        """What `read` returns, or `default` where it is refused: then the form is lost anyway."""
        try:
            return read()
        except RefusedError:
            return default

    def each(self, items: Iterable[T], read: Callable[[T], Result]) -> tuple[Result, ...]:
        """What `read` makes of each item; refused, after all were tried, if any was."""
        results: list[Result] = []
        refused = False
        for item in items:
            try:
                results.append(read(item))
            except RefusedError:  # noqa: PERF203 - the others are read all the same
                refused = True
        if refused:
            raise RefusedError
        return tuple(results)

    def table(
        self,
        node: Node,
        what: str,
        required: Collection[str] = (),
        optional: Collection[str] = (),
    ) -> Table:
        """A mapping with the keys given and no other; `what` begins the sentences on it."""
        if not isinstance(node, Table):
            keys = ", ".join([*required, *optional])
            self.refuse(node, f"{what} is a mapping with the keys {keys}.")
        known = list(dict.fromkeys([*required, *optional]))
        for key in node.entries:
            if key not in known:
                hint = suggestion(key, known)
                if hint == ".":
                    hint = f"; its keys are {', '.join(known)}."
                self.note(node.keys[key], f"{what} has no key {key!r}{hint}")
        for key in required:
            if key not in node.entries:
                self.note(node, f"{what} lacks the key {key!r}; add it.")
        return node

    def at(self, table: Table, key: str) -> Node:
        """The value of a required key; refused in silence where `table` has noted its absence."""
        if key not in table.entries:
            raise RefusedError
        return table.entries[key]

    def text(self, node: Node, what: str) -> str:
        """A text that is not empty."""
        if not isinstance(node, Scalar):
            self.refuse(node, f"{what} is a text, not a list or a mapping.")
        if not node.text.strip():
            self.refuse(node, f"{what} is empty; write it, or remove the key.")
        return node.text

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """The items of a list."""
        if not isinstance(node, Listing):
            self.refuse(node, f"{what} is a list: write it between [ and ], or with dashes.")
        return node.items

    def word(self, node: Node, what: str, pattern: re.Pattern[str], like: str) -> str:
        """A text of a given form; `like` is an example of it."""
        text = self.text(node, what)
        if not pattern.fullmatch(text):
            self.refuse(node, f"{what} cannot be {text[:60]!r}; write it like {like}.")
        return text

    def choice(self, node: Node, what: str, known: Collection[str]) -> str:
        """One of the words of `known`."""
        text = self.text(node, what)
        if text not in known:
            hint = suggestion(text, known)
            if hint == ".":
                hint = f"; it is one of {', '.join(known)}."
            self.refuse(node, f"{what} cannot be {text[:60]!r}{hint}")
        return text

    def member(self, node: Node, what: str, enum: type[Member]) -> Member:
        """One of the values of an enumeration."""
        return enum(self.choice(node, what, [member.value for member in enum]))

    def words(self, node: Node, what: str) -> Words:
        """The same words in French and English."""
        table = self.table(node, what, ("fr", "en"))
        fr, en = self.each(("fr", "en"), lambda key: self.text(self.at(table, key), what))
        return Words(fr.strip(), en.strip())

    def date(self, node: Node, what: str) -> datetime.date:
        """A date such as 2024-02-09."""
        text = self.text(node, what)
        day = read_date(text)
        if day is None:
            self.refuse(node, f"{what} cannot be {text[:60]!r}; write a date like 2024-02-09.")
        return day

    def integer(self, node: Node, what: str) -> int:
        """A whole number within ±2^53."""
        text = self.text(node, what)
        if not _INTEGER.fullmatch(text):
            self.refuse(node, f"{what} cannot be {text[:60]!r}; write a whole number.")
        if abs(int(text)) >= INFINITY:
            self.refuse(node, f"{what} exceeds 2^53; write a smaller number.")
        return int(text)

    def truth(self, node: Node, what: str) -> bool:
        """`true` or `false`."""
        return self.choice(node, what, ("true", "false")) == "true"
