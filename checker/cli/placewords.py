"""The sentences of `confirm` that ask where an amount belongs."""

from __future__ import annotations

import re

from attrs import frozen

from checker.case import Award, Case
from checker.cli.binding import TOTALS
from checker.money import parse_euros
from checker.render.characters import visible
from checker.report.codes import decoded
from checker.report.readings import list_label
from checker.words import Language, Words, print_money, typeset

_UNCLEAR = Words(
    "Réponse non comprise ; le numéro d'un choix, un montant comme 12500,00, ou ? pour l'aide.",
    "Not understood; the number of a choice, an amount like 12500.00, or ? for help.",
)
_WHERE = Words("{} : à quoi ce montant revient-il ?", "{}: what is this amount?")
_LACKING = Words("montant manquant de : {}", "missing amount of: {}")
_NEW = Words("nouvelle ligne : {}", "new entry: {}")
_NONE_OF_THESE = Words("rien de tout cela : écarter", "none of these: dismiss")
_MANY = Words(
    "{} bénéficiaires : taper une partie du nom.", "{} beneficiaries: type part of a name."
)
_LIKE_THOSE = Words(
    "Lequel ? (numéro ; =nom pour un autre bénéficiaire)",
    "Which of these? (number; =name for another beneficiary)",
)
_WHICH = {
    "beneficiary": Words(
        "Quel bénéficiaire ? (numéro, ou nom d'un autre)", "Which beneficiary? (number, or a name)"
    ),
    "measure": Words("Quel axe ?", "Which measure?"),
    "of": Words("Total de quelle partie ?", "Total of which part?"),
    "award": Words("De quelle attribution ?", "Of which award?"),
    "year": Words("Quel exercice ? (année)", "Which financial year?"),
    "indicator": Words("Que compte ce nombre ?", "What does this number count?"),
    "year_or_none": Words(
        "Quel exercice ? (année, ou - s'il n'est pas énoncé)",
        "Which financial year? (- where none is stated)",
    ),
    "title": Words(
        "Intitulé du projet ? (- s'il n'est pas énoncé)",
        "Title of the project? (- where none is stated)",
    ),
    "section": Words("Quelle section du budget ?", "Which section of the budget?"),
    "budget": Words(
        "Quel budget ? (- s'il n'est pas énoncé)", "Which budget? (- where none is stated)"
    ),
    "chapter": Words(
        "Quel chapitre ? (- s'il n'est pas énoncé)", "Which chapter? (- where none is stated)"
    ),
    "account": Words(
        "Quel compte ? (- s'il n'est pas énoncé)", "Which account? (- where none is stated)"
    ),
}
_ANOTHER_LIST = Words("une autre liste…", "another list…")
_NOT_STATED = Words("non énoncée", "not stated")
_SOMETHING = Words(
    "Une imputation énonce au moins l'un de ces éléments.",
    "A budget heading states one of these at least.",
)


@frozen
class Placed:
    """Asks where an amount belongs, in one language."""

    language: Language

    def where(self, cents: int) -> str:
        """What an amount belongs to."""
        return self._set(_WHERE).format(print_money(cents, self.language))

    def lacking(self, case: Case, list_: str, place: int, id_: str) -> str:
        """An entry without its amount."""
        who = getattr(getattr(case, list_)[place], "beneficiary", None)
        named = shown(case, who, self.language) if who else id_
        label = list_label(list_, self.language)
        return self._set(_LACKING).format(f"{label}, {named}")

    def new_entry(self, list_: str) -> str:
        """A list to add to."""
        return self._set(_NEW).format(list_label(list_, self.language))

    def which(self, what: str) -> str:
        """What must be known of a new entry."""
        return self._set(_WHICH[what])

    def known(self, case: Case, what: str) -> list[tuple[str, str]]:
        """What there is to choose from: identifiers, and what each is called."""
        if what == "of":
            return [(each, decoded("of", each, self.language)) for each in TOTALS]
        if what == "award":
            return [(each.id, self._award(case, each)) for each in case.awards]
        if what == "measure":
            return [(each.id, visible(each.title or each.id)) for each in case.measures]
        return [(each.id, visible(each.name)) for each in case.beneficiaries]

    def another_list(self) -> str:
        """The choice of a list that the item is not known to belong to."""
        return self._set(_ANOTHER_LIST)

    def not_stated(self) -> str:
        """The choice of a value that the act does not state."""
        return self._set(_NOT_STATED)

    def something(self) -> str:
        """An entry without an amount says something at least."""
        return self._set(_SOMETHING)

    def none_of_these(self) -> str:
        """The choice that closes an item."""
        return self._set(_NONE_OF_THESE)

    def many(self, number: int) -> str:
        """There are too many to list."""
        return self._set(_MANY).format(number)

    def like_those(self) -> str:
        """These have what was typed in their names."""
        return self._set(_LIKE_THOSE)

    def unclear(self) -> str:
        """The answer is none."""
        return self._set(_UNCLEAR)

    def _award(self, case: Case, award: Award) -> str:
        names = {each.id: each.name for each in case.beneficiaries}
        who = names.get(award.beneficiary, award.id) if award.beneficiary else award.id
        if award.amount is None:
            return visible(who)
        return f"{visible(who)}, {print_money(award.amount, self.language)}"

    def _set(self, words: Words) -> str:
        return typeset(words(self.language), self.language)


def shown(case: Case, value: str, language: Language) -> str:
    """A value of the file as a reader knows it."""
    if re.fullmatch(r"-?\d+\.\d\d", value):
        return print_money(parse_euros(value), language)
    names: dict[str, str] = {each.id: each.name for each in case.members}
    names.update({each.id: each.name for each in case.beneficiaries})
    return f"{visible(names[value])} ({value})" if value in names else visible(value)
