"""What the text says of the bodies beside their names, and what it leaves open."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

HEAD = "Conseil municipal du 4 avril 2022\n\nLe conseil municipal, après en avoir délibéré :\n\n"


def decided(words: str, kind: str = "txt") -> Case:
    source = typed(f"{HEAD}{words}\n", f"act.{kind}")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


def test_a_number_in_a_register_is_of_the_body_before_it() -> None:
    case = decided(
        "ATTRIBUE 300 € à l'association Radio Cime (SIRET 732 829 320 00074) et 200 € à "
        "l'association Club Nord (SIREN 404 833 048)."
    )
    assert [(who.name, who.siren, who.siret) for who in case.beneficiaries] == [
        ("Radio Cime", None, "73282932000074"),
        ("Club Nord", "404833048", None),
    ]


def test_a_number_of_nobody_leaves_the_numbers_open() -> None:
    case = decided(
        "ATTRIBUE 300 € à l'association Radio Cime.\n\nNuméro SIRET : 732 829 320 00074."
    )
    (who,) = case.beneficiaries
    assert (who.siren, who.siret) == (None, None)
    assert {who.evidence[name].status for name in ("siren", "siret")} == {"ambiguous"}


def test_two_numbers_of_one_body_are_a_question() -> None:
    case = decided(
        "ATTRIBUE 300 € à l'association Radio Cime (SIREN 732 829 320).\n\n"
        "DIT que l'association Radio Cime, SIREN 404 833 048, signera une convention."
    )
    (who,) = case.beneficiaries
    assert who.siren is None
    assert who.evidence["siren"].readings == ("732829320", "404833048")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("la Société de chasse La Bécasse", None),
        ("la Société nautique des Rives", None),
        ("la Société anonyme Transports du Lac", "societe"),
        ("la société Transports du Lac", "societe"),
        ("la SARL Transports du Lac", "societe"),
        ("l'association Les Amis du Lavoir", "association"),
    ],
)
def test_a_society_is_not_always_a_company(name: str, form: str | None) -> None:
    (who,) = decided(f"ATTRIBUE une subvention de 300 € à {name}.").beneficiaries
    assert who.legal_form == form


def test_a_name_is_quoted_with_its_article_and_the_form_before_it() -> None:
    case = decided("ATTRIBUE une subvention de 300 € à l'association Les Amis du Lavoir.")
    (mention,) = case.mentions
    assert (mention.surface, mention.legal_form_word) == ("Les Amis du Lavoir", "association")


def test_the_head_of_a_table_may_state_the_form_of_all() -> None:
    table = "<table><tr><th>Association</th><th>Montant</th></tr>"
    table += "<tr><td>Radio Cime</td><td>300 €</td></tr></table>"
    text = f"<p>Le conseil municipal décide d'attribuer les subventions suivantes :</p>{table}"
    (case,) = extract(typed(f"<html><body>{text}</body></html>", "act.html"))
    (mention,) = case.mentions
    assert mention.legal_form_word is None
    assert mention.evidence["legal_form_word"].status == "ambiguous"


def test_a_list_of_men_and_women_leaves_the_civility_open() -> None:
    case = decided(
        "ATTRIBUE une subvention de 300 € à Radio Cime.\n\n"
        "MM. et Mmes Anne DURAND, Paul PETIT n'ont pas pris part au vote."
    )
    assert [(who.name, who.civility) for who in case.members] == [
        ("Anne DURAND", None),
        ("Paul PETIT", None),
    ]
    assert case.members[0].evidence["civility"].readings == ("M.", "Mme")


@pytest.mark.parametrize(
    ("words", "interest", "competence"),
    [
        ("Considérant l'intérêt public local du projet ;", "intérêt public local du projet", None),
        ("Considérant l'intérêt communautaire des actions ;", "intérêt communautaire des actions",
         None),
        ("Considérant que le projet ne présente pas d'intérêt local ;", None, None),
        ("Considérant qu'elle relève de sa compétence en matière de jeunesse ;", None,
         "sa compétence en matière de jeunesse"),
        ("Considérant qu'il développe les compétences des salariés ;", None, None),
    ],
)  # fmt: skip
def test_why_the_authority_may_act(
    words: str, interest: str | None, competence: str | None
) -> None:
    text = f"Séance du 4 avril 2022\n\nVu le budget ;\n\n{words}\n\nLe conseil décide de voter.\n"
    (case,) = extract(typed(text))
    assert (case.act.local_interest, case.act.competence_basis) == (interest, competence)


def test_names_under_the_act_are_a_question_of_signatures() -> None:
    case = decided(
        "ATTRIBUE une subvention de 300 € à Radio Cime.\n\nPour extrait conforme,\n\n"
        "La maire, Odile CARPENTRAS\n\nLe secrétaire de séance : Jean NERVIEU"
    )
    assert case.enforcement.signed_by_chair is None
    assert {name: each.quote for name, each in case.enforcement.evidence.items()} == {
        "signed_by_chair": "La maire, Odile CARPENTRAS",
        "signed_by_secretary": "secrétaire de séance : Jean NERVIEU",
    }


def test_no_name_under_the_act_is_no_signature() -> None:
    case = decided("AUTORISE Mme la maire à signer la convention avec Radio Cime, 300 €.")
    assert case.enforcement.evidence == {}


def test_voters_of_the_head_count() -> None:
    head = "Membres en exercice : 19 – Présents : 15 – Pouvoirs : 2 – Votants : 17\n\n"
    text = f"{head}Le conseil municipal décide d'attribuer 300 € à Radio Cime.\n\n"
    (case,) = extract(typed(f"{text}Adopté à l'unanimité.\n"))
    assert case.vote.voters == 17
    (case,) = extract(typed(f"{text}M. Paul PETIT n'a pas pris part au vote.\n"))
    assert case.vote.voters is None


def test_a_number_before_a_counted_word_counts_what_stands_before_it() -> None:
    head = "Nombre de conseillers\nen exercice : 19\nPrésents : 15\nVotants : 17\nPouvoirs : 2\n\n"
    text = f"{head}Le conseil municipal décide d'attribuer 300 € à Radio Cime.\n\n"
    (case,) = extract(typed(f"{text}Votants : 17 Pour : 14 Contre : 1 Abstentions : 2\n"))
    assert case.sitting is not None
    assert (case.sitting.in_office, case.sitting.present, case.sitting.represented) == (19, 15, 2)
    assert (case.vote.ayes, case.vote.noes, case.vote.abstained) == (14, 1, 2)


@pytest.mark.parametrize(
    "name", ["CHAMBRE DES ARTS – CHÈQUES", "ASSO RADIO CIME", "Groupe social, médical (GSM 34)"]
)
def test_a_name_is_found_where_it_was_read(name: str) -> None:
    head = "<tr><th>Club</th><th>Montant</th></tr>"
    table = f"<table>{head}<tr><td>{name}</td><td>3 €</td></tr></table>"
    text = f"<p>Le conseil décide d'attribuer les subventions suivantes :</p>{table}"
    (case,) = extract(typed(f"<html><body>{text}</body></html>", "act.html"))
    assert [mention.surface for mention in case.mentions] == [name]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("à l'association Radio Cime", "Radio Cime"),
        ("à Radio Cime", "Radio Cime"),
        ("au GIP Cime", "GIP Cime"),
        ("à la Compagnie du Val", "Compagnie du Val"),
        ("aux Amis du livre", "Amis du livre"),
        ("Aux Amis du livre", "Aux Amis du livre"),
        ("À l'association Radio Cime", "Radio Cime"),
        ("association « Radio Cime »", "Radio Cime"),
        ("à l'association « radio cime »", "radio cime"),
        ("« Radio Cime »", "Radio Cime"),
        ("Radio Cime", "Radio Cime"),
    ],
)
def test_an_item_may_say_to_whom(item: str, name: str) -> None:
    case = decided(
        f"Article 1 : d'attribuer les subventions suivantes :\n\n- {item} : 24 000 € ;\n\n"
        "- à l'association Chorale : 1 500 € ;\n\nsoit un total de 25 500 €."
    )
    names = {who.id: who.name for who in case.beneficiaries}
    assert [(names[each.beneficiary], each.amount) for each in case.awards if each.beneficiary] == [
        (name, 2_400_000),
        ("Chorale", 150_000),
    ]


def test_names_of_towns_are_no_acronyms() -> None:
    case = decided(
        "ATTRIBUE une subvention de 300 € à Radio Cime, dont le siège est à VALMONT, pour des "
        "concerts dans la commune de VALMONT et ceux que le centre CNM donne aux environs."
    )
    assert [acronym.surface for acronym in case.acronyms] == ["CNM"]


def test_names_of_persons_are_no_acronyms() -> None:
    case = decided(
        "ATTRIBUE 300 € à Radio Cime, sur le rapport de Mme Lise AUBRY, de MM. Paul PETIT et Jean "
        "ROUX, avec l'accord du CNM."
    )
    assert [acronym.surface for acronym in case.acronyms] == ["CNM"]


def test_words_printed_large_are_no_acronyms() -> None:
    case = decided(
        "ATTRIBUE une subvention de 300 € à Radio Cime, à ARTHON EN RETZ, ce qui NE CHANGE PAS le "
        "devis (DEVIS joint) ni la part du CNM, pour la commune de Vaux, dite VAUX."
    )
    assert [acronym.surface for acronym in case.acronyms] == ["CNM"]
