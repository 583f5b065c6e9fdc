"""Which names a part of a rule may use, and what each means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping, MutableSet

from attrs import field, frozen

import checker.vocabulary  # noqa: F401 - fills KINDS
from checker.kinds import KINDS, Attribute, Kind, Type
from checker.language.shelf import Shelf
from checker.language.tree import ACT, ROW, Aggregate, AttributeRef, Let, LetRef, ParameterRef
from checker.law.parameters import Parameter
from checker.suggestion import suggestion
from checker.yamlfile import Node
from checker.yamlform import Form, RefusedError

LET, LAW, POLICY = "let", "law", "policy"
RESERVED = (ACT, ROW, LET, LAW, POLICY)
"""Names that no alias may take."""
COUNT = "count"
"""`let.x.count` in a message is the number of rows of a sum."""
NAMES = "names"
"""`let.x.names` in a message lists what the matching rows are called."""

_DOTTED = re.compile(r"[A-Za-z][^\s.]*\.\S*")


def is_reference(text: str) -> bool:
    """Whether a text is a dotted word that begins with a letter."""
    return "." in text and _DOTTED.fullmatch(text) is not None


@frozen
class Scope:
    """The names in reach at one place of a check.

    Args:
        aliases: Aliases bound so far, with their kinds; `None` for one that could not be read.
        lets: The lets by name, likewise; `None` where no let may be used.
        shelf: The parameters it may use.
        used: Full names used so far.
        blind: Whether `for` or `let` could not be read, so that unknown names say nothing.
    """

    form: Form
    aliases: Mapping[str, Kind | None]
    lets: MutableMapping[str, Let | None] | None
    shelf: Shelf
    used: MutableSet[str] = field(factory=set)
    blind: bool = False

    def attribute(self, node: Node, kind: Kind, name: str) -> Attribute:
        """An attribute of a kind."""
        found = kind.attributes.get(name)
        if found is None:
            hint = suggestion(name, kind.attributes)
            if hint == ".":
                hint = f"; its attributes are {', '.join(kind.attributes)}."
            self.form.refuse(node, f"The kind {kind.name!r} has no attribute {name[:60]!r}{hint}")
        return found

    def resolve(self, node: Node, text: str) -> AttributeRef | LetRef | ParameterRef:
        """What a dotted word stands for."""
        head, _, rest = text.partition(".")
        if head == LET:
            return self._let(node, rest)
        if head in (LAW, POLICY):
            return self.parameter(node, text)
        return self.fact(node, text)

    def fact(self, node: Node, text: str) -> AttributeRef:
        """What a dotted word stands for that can only be an attribute of a bound fact."""
        head, _, rest = text.partition(".")
        if head in (LET, LAW, POLICY):
            message = f"{text[:60]!r} is no attribute of a fact; only such a one can stand here."
            self.form.refuse(node, message)
        if head == ROW:
            self.form.refuse(
                node,
                "The row has no name on this side; write its attribute as the key, and what it "
                "is compared with as the value.",
            )
        if head not in self.aliases and head != ACT:
            if self.blind:
                raise RefusedError
            known = list(dict.fromkeys([*self.aliases, ACT]))
            hint = suggestion(head, [*known, LET, LAW])
            if hint == ".":
                hint = f"; the names here are {', '.join(known)}."
            message = f"{text[:60]!r} names {head[:60]!r}, which nothing here is called{hint}"
            self.form.refuse(node, message + " A text with a dot is written {text: …}.")
        kind = KINDS[ACT] if head == ACT else self.aliases[head]
        if kind is None:
            raise RefusedError
        attribute = self.attribute(node, kind, rest)
        self.used.add(text)
        return AttributeRef(head, kind.name, rest, attribute.type)

    def parameter(self, node: Node, name: str) -> ParameterRef:
        """A dated parameter that can be compared."""
        found = self.find_parameter(node, name)
        type_ = found.type.operand
        if type_ is None:
            message = f"{name!r} holds a reference; it can be cited in 'basis', not compared."
            self.form.refuse(node, message)
        self.used.add(name)
        return ParameterRef(name, type_)

    def find_parameter(self, node: Node, name: str) -> Parameter:
        """A dated parameter by its full name, among those this rule may use."""
        found = self.shelf.parameters.get(name)
        if found is None and name in self.shelf.parameters:
            raise RefusedError  # its own file says why
        if found is None or found.policy not in ("", self.shelf.policy):
            entries = self.shelf.parameters.items()
            known = [key for key, one in entries if one and one.policy in ("", self.shelf.policy)]
            hint = suggestion(name, known)
            if hint == ".":
                hint = "; add its file, or use another."
            self.form.refuse(node, f"There is no parameter {name[:60]!r}{hint}")
        return found

    def _let(self, node: Node, name: str) -> LetRef:
        if self.lets is None:
            self.form.refuse(
                node, "A let cannot be used here, only in 'when', 'require' and the words."
            )
        if name not in self.lets:
            if self.blind:
                raise RefusedError
            hint = suggestion(name, self.lets)
            if hint == ".":
                hint = f"; add it under 'let'{_listed(self.lets)}."
            self.form.refuse(node, f"There is no let {name[:60]!r}{hint}")
        let = self.lets[name]
        if let is None:
            raise RefusedError
        self.used.add(f"{LET}.{name}")
        return LetRef(name, let.type)

    def count_of(self, node: Node, name: str) -> LetRef:
        """The number of rows of a sum, for a message."""
        ref = self._let(node, name)
        let = self.lets[name] if self.lets else None
        if let is None or let.aggregate is not Aggregate.SUM:
            self.form.refuse(node, f"Only a sum has a count; write {{let.{name}}}.")
        return LetRef(ref.name, Type.INT)

    def names_of(self, node: Node, name: str) -> None:
        """Refuse the names of rows that no text of theirs tells."""
        self._let(node, name)
        let = self.lets[name] if self.lets else None
        if let is None:
            raise RefusedError
        kind = KINDS[let.kind]
        if not kind.shown or kind.attributes[kind.shown].type is not Type.TEXT:
            message = f"Facts of kind {kind.name!r} have no name of their own to print."
            self.form.refuse(node, message)


def _listed(names: Iterable[str]) -> str:
    found = ", ".join(names)
    return f", where there are {found}" if found else ""
