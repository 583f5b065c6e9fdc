"""Suppositions on a sum that does not come out, as questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.cli.why.model import Question
from checker.reasons.balance import Asked
from checker.reasons.suppositions import Slip
from checker.report.naming import Naming
from checker.words import Language, Words, print_money, print_number, typeset

_OF_ONE: Mapping[Slip, Words] = {
    Slip.DOUBLED: Words(
        "La ligne « {name} », de {v}, figure-t-elle deux fois ?",
        "Does the line “{name}”, of {v}, stand there twice?",
    ),
    Slip.SWAPPED: Words(
        "Deux chiffres ont-ils été intervertis dans le montant « {name} » ({v} au lieu"
        " de {would}) ?",
        "Have two digits changed places in the amount “{name}” ({v} in place of {would})?",
    ),
    Slip.LEFT_OUT: Words(
        "La ligne « {name} », de {v}, que la règle ne compte pas ici, devait-elle l'être ?",
        "Should the line “{name}”, of {v}, which the rule does not count here, be counted?",
    ),
    Slip.EXTRA: Words(
        "La ligne « {name} », de {v}, est-elle de trop, ou oubliée dans le montant comparé ?",
        "Is the line “{name}”, of {v}, one too many, or forgotten in the amount compared?",
    ),
    Slip.TWICE: Words(
        "La ligne « {name} », de {v}, est-elle comptée deux fois dans le montant comparé, ou"
        " manque-t-il une ligne du même montant ?",
        "Is the line “{name}”, of {v}, counted twice in the amount compared, or is a line of the"
        " same amount missing?",
    ),
    Slip.SHIFTED: Words(
        "Un zéro est-il de trop ou manque-t-il dans le montant « {name} » ({v} au lieu"
        " de {would}) ?",
        "Is there a zero too many or too few in the amount “{name}” ({v} in place of {would})?",
    ),
    Slip.DIGIT: Words(
        "Un chiffre est-il erroné dans le montant « {name} », seule ligne dont un chiffre"
        " rétablirait l'égalité ({v} au lieu de {would}) ?",
        "Is one digit wrong in the amount “{name}”, the only line of which a digit would mend the"
        " sum ({v} in place of {would})?",
    ),
}
_OF_SEVERAL: Mapping[Slip, Words] = {
    Slip.LEFT_OUT: Words(
        "L'une des {n} lignes de {v} que la règle ne compte pas ici devait-elle l'être ?",
        "Should one of the {n} lines of {v} that the rule does not count here be counted?",
    ),
    Slip.EXTRA: Words(
        "L'une des {n} lignes de {v} est-elle de trop, ou oubliée dans le montant comparé ?",
        "Is one of the {n} lines of {v} one too many, or forgotten in the amount compared?",
    ),
    Slip.TWICE: Words(
        "L'une des {n} lignes de {v} est-elle comptée deux fois dans le montant comparé, ou"
        " manque-t-il une ligne du même montant ?",
        "Is one of the {n} lines of {v} counted twice in the amount compared, or is a line of the"
        " same amount missing?",
    ),
}


def asked(found: Iterable[Asked], naming: Naming, language: Language) -> tuple[Question, ...]:
    """The questions, in their order."""
    return tuple(Question(each.slip, _text(each, naming, language)) for each in found)


def _text(each: Asked, naming: Naming, language: Language) -> str:
    template = (_OF_SEVERAL if each.among > 1 else _OF_ONE)[each.slip]
    said = template(language).format(
        name=naming.fact(each.fact).strip("«»“”\u00a0 "),
        v=print_money(each.cents, language),
        would=print_money(each.would, language),
        n=print_number(each.among, language),
    )
    return typeset(said, language)
