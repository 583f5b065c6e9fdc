"""Facts in words: what a reader calls the things that a rule is tried on."""

from __future__ import annotations

from collections.abc import Iterable

from checker.factbase import FactBase
from checker.kinds import KINDS, Fact, Kind, Type, kind_of
from checker.report.codes import worded
from checker.words import Language, Words, print_number, quoted

UNSTATED = Words("non précisé", "not stated")
_QUOTED = frozenset({"mention", "component", "action_label", "count_phrase"})
_NUMBERED = Words("axe", "measure")
_LISTS = {
    "awards": Words("attributions", "awards"),
    "group": Words("groupe", "group"),
    "measure": Words("lignes", "lines"),
    "actions": Words("actions", "actions"),
    "posts": Words("postes", "posts"),
}
TOTALS = {
    "recital": Words("total de l'exposé des motifs", "total of the recitals"),
    "operative": Words("total du dispositif", "total of the operative part"),
    "charged": Words("montant imputé", "amount charged to the budget"),
}


class Naming:
    """The names of the facts of one case."""

    def __init__(self, facts: FactBase, language: Language) -> None:
        self._facts = facts
        self._language = language
        self._by_id: dict[str, dict[str, tuple[int, Fact]]] = {}

    def subject(self, bound: Iterable[Fact]) -> str:
        """The facts that an instance binds; what one name already says is not said twice."""
        names = list(dict.fromkeys(self.fact(fact) for fact in bound))
        told = [part for name in names for part in name.split(", ")[1:]]
        return ", ".join(name for name in names if name not in told)

    def fact(self, fact: Fact) -> str:
        """A fact, with what tells it apart from others of its kind."""
        kind = kind_of(fact)
        if kind.name == "measure":
            return self.measure(fact)
        total = TOTALS.get(str(getattr(fact, "of", ""))) if kind.name == "stated_total" else None
        if total is not None:
            return total(self._language)
        name = self._shown(kind, fact)
        if kind.name in _QUOTED and name:
            return quoted(name, self._language)
        if name and kind.name == "interest":
            return f"{name}, {self.id('beneficiary', getattr(fact, 'beneficiary', None))}"
        if name and kind.name in ("measure_line", "funded_post"):
            details = [self.id("measure", getattr(fact, "measure", None)), self._post(fact)]
            return ", ".join([name, *(detail for detail in details if detail)])
        return name or self._numbered(kind, fact)

    def id(self, kind: str, id_: str | None) -> str:
        """The fact of a kind that an identifier refers to; empty for none."""
        if id_ is None:
            return ""
        found = self._index(kind).get(id_)
        return id_ if found is None else self.fact(found[1])

    def measure(self, fact: Fact) -> str:
        """A measure by its number where it has one, by its title elsewhere."""
        number = getattr(fact.entity, "number", None)
        if isinstance(number, str) and number:
            return f"{_NUMBERED(self._language)} {number}"
        title = getattr(fact, "title", None)
        return title if isinstance(title, str) and title else fact.id

    def enumeration(self, id_: str) -> str:
        """The list that a count phrase counts, from its composed identifier."""
        of, *keys = id_.split(":")
        if of not in _LISTS:
            return id_
        kinds = {"group": (), "posts": ("measure_line",), "measure": ("measure",)}
        looked = kinds.get(of, ("beneficiary", "measure"))
        named = [self.id(kind, key) for kind, key in zip(looked, keys, strict=False)]
        if of == "group":
            named = [quoted(key, self._language) for key in keys]
        return " ".join([_LISTS[of](self._language), *([f"({', '.join(named)})"] if named else [])])

    def _index(self, kind: str) -> dict[str, tuple[int, Fact]]:
        if kind not in self._by_id:
            facts = enumerate(self._facts.of(kind), start=1)
            self._by_id[kind] = {fact.id: (n, fact) for n, fact in facts}
        return self._by_id[kind]

    def _numbered(self, kind: Kind, fact: Fact) -> str:
        label = kind.label(self._language)
        if len(self._facts.of(kind.name)) < 2:
            return label
        number = print_number(self._index(kind.name)[fact.id][0], self._language)
        return f"{label} n° {number}" if self._language == "fr" else f"{label} no. {number}"

    def _shown(self, kind: Kind, fact: Fact) -> str:
        value = getattr(fact, kind.shown, None) if kind.shown else None
        if value is None:
            return ""
        attribute = KINDS[kind.name].attributes[kind.shown]
        if attribute.type is Type.ID and attribute.of:
            return self.id(attribute.of, str(value))
        return worded(attribute, str(value), self._language)

    def _post(self, fact: Fact) -> str:
        post = getattr(fact, "post", None)
        return post if isinstance(post, str) and kind_of(fact).name == "funded_post" else ""
