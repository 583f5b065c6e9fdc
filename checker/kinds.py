"""What a kind of fact is: typed attributes, what an omission means, how far its list goes.

Each attribute says its type, its labels, and what an omission means:
an act is read whole, so what it omits is *not stated* (`Source.ACT`); what lies outside the act
is *unknown* (`Source.WORLD`), and the document that would tell is named. Each kind says whether
its list is known whole or may lack members. Facts hold plain values; `None` is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs
from attrs import field, frozen

from checker.interval import FLAG, NATURAL, SIGNED, Interval
from checker.words import Words

if TYPE_CHECKING:
    from checker.case import Entity


class Type(Enum):
    """What an attribute holds, and hence how it is compared and printed."""

    ID = "id"
    TEXT = "text"
    MONEY = "money"
    SIGNED = "signed"
    INT = "int"
    PERCENT = "percent"  # counted in hundredths of a percent
    DATE = "date"
    FLAG = "flag"

    @property
    def range(self) -> Interval:
        """Every value of the type, as integers: what a missing value could be."""
        return {Type.FLAG: FLAG, Type.SIGNED: SIGNED}.get(self, NATURAL)

    @property
    def ordered(self) -> bool:
        """Whether greater and less have a meaning; texts and identifiers are only equal or not."""
        return self not in (Type.ID, Type.TEXT, Type.FLAG)


class Source(Enum):
    """What an omission means: not stated by the act, or unknown."""

    ACT = "act"
    WORLD = "world"


class Extent(Enum):
    """Whether a list holds every member there is."""

    WHOLE = "whole"
    OPEN = "open"


THE_SERVICE = Words("précision à demander au service", "clarification to ask of the department")
"""Who completes what an act does not state."""


@frozen
class Attribute:
    """One attribute of a kind.

    Args:
        of: The kind whose `id` the attribute holds, for identifiers of other facts.
        choices: The words it may hold, where the list is closed.
        document: The document that would tell a missing value.
    """

    name: str
    type: Type
    label: Words
    source: Source
    document: Words
    of: str | None
    choices: tuple[str, ...] = ()


@frozen
class Kind:
    """A kind of fact.

    Args:
        shown: The attribute that names such a fact to a reader; empty for the label itself.
        document: The document that would complete an open list.
    """

    name: str
    label: Words
    extent: Extent
    document: Words
    shown: str
    attributes: Mapping[str, Attribute]


@frozen(eq=False, repr=False)
class Fact:
    """One fact; its subclasses are the vocabulary.

    They leave `__repr__` to this class: attrs would spend a third of their making on it.

    Args:
        id: Unique among the facts of its kind.
        path: JSON path of the part of the case it comes from.
        entity: That part, whose evidence holds the provenance of its values.
        doubtful: Attributes whose value is ambiguous: missing, yet something is stated.
    """

    id: str = field(metadata={"label": Words("identifiant", "identifier")})
    path: str = field(default="", kw_only=True)
    entity: Entity | None = field(default=None, kw_only=True)
    doubtful: frozenset[str] = field(default=frozenset(), kw_only=True)

    def __repr__(self) -> str:
        """The attributes that are stated."""
        names = [one.name for one in attrs.fields(type(self)) if one.name != "entity"]
        values = [(name, getattr(self, name)) for name in names]
        stated = ", ".join(f"{name}={value!r}" for name, value in values if value is not None)
        return f"{type(self).__name__}({stated})"


def holds(
    type_: Type,
    fr: str,
    en: str,
    *,
    document: Words | None = None,
    of: str | None = None,
    choices: object = None,
) -> Any:
    """A field of the vocabulary; giving a `document` makes its source the world.

    `choices` is the `Literal` type of the case that lists the words of a closed text.
    """
    about = Attribute(
        name="",
        type=type_,
        label=Words(fr, en),
        source=Source.ACT if document is None else Source.WORLD,
        document=document or THE_SERVICE,
        of=of,
        choices=get_args(choices),
    )
    return field(default=None, kw_only=True, metadata={"attribute": about})


FactClass = TypeVar("FactClass", bound=type[Fact])
KINDS: dict[str, Kind] = {}
"""The vocabulary by name, filled by `checker.vocabulary`."""
_CLASSES: dict[type[Fact], str] = {}


def kind(
    name: str, fr: str, en: str, *, shown: str = "", open_until: Words | None = None
) -> Callable[[FactClass], FactClass]:
    """Enter a class into the vocabulary; `open_until` names what would complete its list."""

    def enter(cls: FactClass) -> FactClass:
        attributes = {
            a.name: attrs.evolve(a.metadata["attribute"], name=a.name)
            for a in attrs.fields(cls)
            if "attribute" in a.metadata
        }
        label = Words("identifiant", "identifier")
        attributes["id"] = Attribute("id", Type.ID, label, Source.ACT, THE_SERVICE, name)
        extent = Extent.WHOLE if open_until is None else Extent.OPEN
        document = open_until or THE_SERVICE
        KINDS[name] = Kind(name, Words(fr, en), extent, document, shown, attributes)
        _CLASSES[cls] = name
        return cls

    return enter


def kind_of(fact: Fact) -> Kind:
    """The kind of a fact."""
    return KINDS[_CLASSES[type(fact)]]


def fact_class(kind: str) -> type[Fact]:
    """The class whose instances are the facts of `kind`.

    Raises:
        KeyError: There is no such kind.
    """
    return next(cls for cls, name in _CLASSES.items() if name == KINDS[kind].name)
