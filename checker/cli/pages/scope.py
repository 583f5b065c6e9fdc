"""The names that a check gives to facts and numbers, as its French sentences say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from string import ascii_uppercase

from attrs import field, frozen

from checker.cli.pages.french import Phrase, feminine, head, of, one, the, this
from checker.cli.pages.nouns import bare, kind_label, label, owned
from checker.kinds import Type
from checker.language.tree import ACT, ROW, Aggregate, AttributeRef, Check, Let, Operand
from checker.law.edition import Law

_ORDINALS = (("premier", "première"), ("deuxième", "deuxième"), ("troisième", "troisième"))
_LETS = {
    Aggregate.SUM: Phrase("la somme", feminine=True),
    Aggregate.COUNT: Phrase("le nombre"),
    Aggregate.DISTINCT: Phrase("le nombre"),
    Aggregate.MIN: Phrase("le minimum"),
    Aggregate.MAX: Phrase("le maximum"),
}
_DATE = Phrase("la date", feminine=True)


@frozen
class Names:
    """What the sentences of one check call its facts, its numbers and its dated values.

    Args:
        kinds: Kinds by alias, the act included.
        owners: Facts by alias, as « cette ligne » or « la première ligne ».
        letters: Letters by name of a `let`.
        lets: The lets by name.
        law: Where titles of parameters are looked up.
        own: The alias whose fact the sentence is already about, or empty.
        several: Whether the sentence must say whose each attribute is.
        marked: Whether letters and names stand out as in Markdown.
    """

    kinds: Mapping[str, str]
    owners: Mapping[str, str]
    letters: Mapping[str, str]
    lets: Mapping[str, Let]
    law: Law
    own: str = ""
    several: bool = field(default=False)
    marked: bool = True

    def attribute(self, ref: AttributeRef) -> Phrase:
        """An attribute, or the fact itself for its identifier."""
        if ref.alias in (ROW, self.own):
            return Phrase("l'identifiant") if ref.attribute == "id" else bare(ref)
        if ref.attribute == "id":
            return Phrase(self.owners[ref.alias], bool(feminine(head(label(ref)))))
        if self.several or (ref.kind == ACT and set(self.kinds.values()) != {ACT}):
            return owned(ref, self.owners[ref.alias])
        return bare(ref)

    def mentioned(self, ref: AttributeRef) -> str:
        """An attribute as what a document indicates: « les modalités », « le signataire »."""
        found = self.attribute(ref)
        return found.plural or found.text

    def same(self, ref: AttributeRef) -> Phrase:
        """An attribute that bears the name of the one it is compared with: « celui de l'acte »."""
        like = bare(ref).feminine
        return Phrase(f"{'celle' if like else 'celui'} {of(self.owners[ref.alias])}", like)

    def namesakes(self, left: Operand, right: Operand) -> bool:
        """Whether two attributes bear one name, and the right one is another fact's."""
        if not isinstance(left, AttributeRef) or not isinstance(right, AttributeRef):
            return False
        if right.alias in (ROW, self.own, left.alias) or right.attribute == "id":
            return False
        return left.type is not Type.FLAG and label(left) == label(right)

    def let(self, name: str) -> Phrase:
        """The number that a `let` draws: « la somme **A** »."""
        let = self.lets[name]
        noun = _LETS[let.aggregate]
        if let.type is Type.DATE:
            noun = _DATE
        letter = self.letters[name]
        shown = f"**{letter}**" if self.marked else letter
        return Phrase(f"{noun.text} {shown}", noun.feminine)

    def title(self, parameter: str) -> str:
        """The title of a dated value."""
        found = self.law.parameters.get(parameter)
        return parameter if found is None else found.title.fr


def names_of(check: Check, law: Law) -> Names:
    """The names of a check: letters for numbers in their order, ordinals for facts of one kind."""
    kinds = {each.alias: each.kind for each in check.bindings}
    facts = [kind for kind in kinds.values() if kind != ACT]
    return Names(
        kinds={**kinds, ACT: ACT},
        owners={**dict(_owners(kinds)), ACT: "l'acte"},
        letters={let.name: _letter(n) for n, let in enumerate(check.lets)},
        lets={let.name: let for let in check.lets},
        law=law,
        several=len(facts) > 1,
    )


def told_apart(names: Names, alias: str) -> str:
    """What « chaque » introduces: « ligne », or « ligne (« première ligne ») » among several."""
    noun = one(kind_label(names.kinds[alias]))
    owner = names.owners[alias]
    if owner.startswith(("le ", "la ")) and names.kinds[alias] != ACT:
        return f"{noun} (« {owner.split(' ', 1)[1]} »)"
    return noun


def _owners(kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    often = Counter(kinds.values())
    met: Counter[str] = Counter()
    for alias, kind in kinds.items():
        text = kind_label(kind)
        if kind == ACT:
            yield alias, "l'acte"
        elif often[kind] == 1:
            yield alias, this(text).text
        else:
            female = bool(feminine(head(text)))
            ordinal = _ORDINALS[met[kind]][female]
            met[kind] += 1
            yield alias, f"{'la' if female else 'le'} {ordinal} {one(text)}"


def definite(names: Names, alias: str) -> str:
    """A fact as a place of a message says it: « la ligne », « l'acte », « la première ligne »."""
    owner = names.owners[alias]
    if owner.startswith(("le ", "la ", "l'")):
        return owner
    return the(kind_label(names.kinds[alias])).text


def _letter(number: int) -> str:
    rounds, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(rounds + 1) if rounds else "")
