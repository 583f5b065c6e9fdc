"""Noun phrases: articles, elision, contraction, plurals, for nouns known and unknown."""

from __future__ import annotations

import pytest

from checker import vocabulary
from checker.cli.pages.french import NUMBER, elides, feminine, head, many, of, plural, the, this, to
from checker.kinds import Type


@pytest.mark.parametrize(
    ("label", "article", "demonstrative"),
    [
        ("montant de la ligne", "le montant de la ligne", "ce montant de la ligne"),
        ("ligne", "la ligne", "cette ligne"),
        ("axe", "l'axe", "cet axe"),
        ("aide antérieure", "l'aide antérieure", "cette aide antérieure"),
        ("élu", "l'élu", "cet élu"),
        ("SIRET", "le SIRET", "ce SIRET"),
        ("zorglub bleu", "la donnée « zorglub bleu »", "ce fait « zorglub bleu »"),
    ],
)
def test_articles_agree_with_the_noun(label: str, article: str, demonstrative: str) -> None:
    assert the(label).text == article
    assert this(label).text == demonstrative


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("subvention", True),
        ("régularité", True),
        ("échéance", True),
        ("règlement", False),
        ("comité", False),
        ("page", True),
        ("nettoyage", False),
        ("zorglub", None),
    ],
)
def test_gender_is_known_listed_or_told_by_the_ending(noun: str, expected: bool | None) -> None:
    assert feminine(noun) is expected


def test_a_plural_is_said_in_the_singular() -> None:
    assert the("membres présents", NUMBER).text == "le nombre de membres présents"
    assert the("abstentions", NUMBER).text == "le nombre d'abstentions"
    assert the("modalités de versement").text == "la mention des modalités de versement"
    assert the("modalités de versement").plural == "les modalités de versement"


@pytest.mark.parametrize(
    ("text", "after_of", "after_to"),
    [
        ("le montant", "du montant", "au montant"),
        ("les lignes", "des lignes", "aux lignes"),
        ("la ligne", "de la ligne", "à la ligne"),
        ("l'axe", "de l'axe", "à l'axe"),
        ("axes", "d'axes", "à axes"),
        ("hors délai", "de hors délai", "à hors délai"),
        ("le 1er mars 2024", "du 1er mars 2024", "au 1er mars 2024"),
    ],
)
def test_prepositions_contract(text: str, after_of: str, after_to: str) -> None:
    assert of(text) == after_of
    assert to(text) == after_to


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("ligne", "lignes"),
        ("total énoncé", "totaux énoncés"),
        ("lieu de signature", "lieux de signature"),
        ("intérêt déclaré", "intérêts déclarés"),
        ("libellé d'action", "libellés d'action"),
        ("SIRET du bénéficiaire", "SIRET du bénéficiaire"),
        ("mention d'un dispositif public", "mentions de dispositifs publics"),
        ("résultat d'un exercice", "résultats d'exercices"),
        ("crédits déjà engagés", "crédits déjà engagés"),
        ("article ou compte", "articles ou comptes"),
        ("voix contre", "voix contre"),
        ("dépenses servant d'assiette", "dépenses servant d'assiette"),
        ("texte cité, sous sa forme", "textes cités, sous sa forme"),
        ("nature transmise (code)", "natures transmises (code)"),
    ],
)
def test_plurals(label: str, expected: str) -> None:
    assert plural(label) == expected


def test_a_long_kind_is_quoted_lest_what_follows_be_read_with_its_end() -> None:
    assert many("membre n'ayant pas pris part au vote") == (
        "« membres n'ayant pas pris part au vote »"
    )
    assert many("zorglub") == "faits « zorglub »"


def test_most_labels_of_the_vocabulary_take_their_article() -> None:
    """Others stay right between quotation marks; a noun met often deserves its gender."""
    nouns = {head(kind.label.fr) for kind in vocabulary.vocabulary().values()}
    for kind in vocabulary.vocabulary().values():
        nouns |= {
            head(each.label.fr) for each in kind.attributes.values() if each.type is not Type.FLAG
        }
    unknown = {noun for noun in nouns if the(noun).text.startswith("la donnée «")}

    assert len(unknown) < len(nouns) / 10, sorted(unknown)
    assert elides("organe")
    assert not elides("ligne")
