"""Deliberations as small authorities type them, and what is not to be said of them."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from checker.verdict import Verdict
from tests.acts import checker
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

COMMUNE = """DÉPARTEMENT DE L'AIN
COMMUNE DE MONTRELAY
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

L'an deux mille vingt-quatre, le quinze avril à dix-neuf heures, le Conseil Municipal, dûment
convoqué, s'est réuni à la mairie, sous la présidence de Madame Claire VASSEUR, Maire.

Nombre de conseillers en exercice : 19
Présents : 15
Pouvoirs : 2
Votants : 17
Secrétaire de séance : Mme FABRE Lise

N° 2024-04-07 – OBJET : ATTRIBUTION DES SUBVENTIONS AUX ASSOCIATIONS – EXERCICE 2024

Madame le Maire expose que la commission « Vie associative » a examiné les demandes.

Vu le Code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2311-7,
Vu le budget primitif 2024 adopté le 25 mars 2024,

M. DUPUIS Jean, président de l'Amicale des Pompiers, quitte la salle et ne prend pas part au vote.

Le Conseil Municipal, après en avoir délibéré, par 14 voix pour, 1 contre et 1 abstention,

- DÉCIDE d'attribuer au titre de l'exercice 2024 les subventions suivantes :
    • Amicale des Pompiers : 1 500 €
    • Football Club de Montrelay : 3 000 €
- PRÉCISE que les crédits sont inscrits à l'article 65748 du budget principal.

Fait et délibéré les jour, mois et an susdits.
Le Maire, Claire VASSEUR                     La secrétaire de séance, Lise FABRE
"""
BUREAU = """COMMUNAUTÉ DE COMMUNES DU PAYS DE BRENNE
Bureau communautaire du 6 juin 2023
Délibération n° B-2023-041

Objet : Soutien à l'association « Brenne Habitat Solidaire »

Le Président rappelle que l'association Brenne Habitat Solidaire (BHS) gère une pension de famille.
Il est proposé de soutenir BHS.

Le Bureau, ouï l'exposé et après en avoir délibéré, à l'unanimité :
1°) ACCORDE à l'association Brenne Habitat Solidaire une subvention de 24 000 € pour 2023 ;
2°) {} ;
3°) {} ;
4°) DIT que la dépense sera imputée au chapitre 65, article 65748.
"""
APPROVED = ("APPROUVE la convention annexée", "AUTORISE le Président à la signer")
COMMISSION = """CONSEIL DÉPARTEMENTAL DE LA VÉZONNE
COMMISSION PERMANENTE
Réunion du 22 novembre 2024
Délibération n° CP-2024-11-312

La Commission permanente,
Vu le code général des collectivités territoriales et notamment son article L. 3211-2,
Vu la délibération du Conseil départemental du 1er juillet 2021 donnant délégation à la Commission
permanente,
Considérant l'intérêt départemental du sport,
Après en avoir délibéré,
Décide :
Article 1. – D'attribuer au Comité départemental de cyclisme une subvention de 18 000 €.
Article 2. – D'imputer la dépense au chapitre 65, article 65748 du budget départemental.

La Présidente,
Carole DELVAUX
"""
WITHOUT_SIGNS = """MAIRIE DE CHAUX-SUR-AIN
CONSEIL MUNICIPAL
SEANCE DU 5 AVRIL 2023

Nombre de membres : en exercice 11 - présents 9 - représentés 1 - votants 10

D2023-14 : SUBVENTIONS COMMUNALES 2023

Le Conseil Municipal décide à l'unanimité d'allouer pour 2023 les subventions suivantes :

ADMR                                150,00
Comité des fêtes                    500,00
                        TOTAL       650,00

La dépense sera inscrite à l'article 6574 du budget 2023.
"""
MINUTES = """SÉANCE DU CONSEIL MUNICIPAL DU 21 FÉVRIER 2022

1. Délibération n° 2022-03 - Subvention exceptionnelle
Le conseil municipal, par 12 voix pour et 2 contre, décide de verser une subvention exceptionnelle
de 1 000 € à l'Union sportive de Bray.

2. Délibération n° 2022-04 - Aide d'urgence
Le conseil, à l'unanimité, décide d'accorder une aide de 2 000 € à la Protection civile.
"""


def drawn(text: str) -> Case:
    source = typed(text)
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


def found(text: str) -> dict[str, Verdict | None]:
    """The verdict of each rule on an act."""
    return {each.rule.id: each.verdict for each in checker().check(drawn(text)).rules}


def test_votes_counted_in_the_head_do_not_swallow_it() -> None:
    case = drawn(COMMUNE)

    assert case.act.number == "2024-04-07"
    assert case.act.title == "ATTRIBUTION DES SUBVENTIONS AUX ASSOCIATIONS – EXERCICE 2024"
    assert [each.article for each in case.citations] == ["L. 2121-29", "L. 2311-7", None]
    assert [each.kind for each in case.citations] == ["code", "code", "budget"]
    assert (case.sitting.in_office, case.sitting.present, case.sitting.represented) == (19, 15, 2)


def test_voters_counted_before_one_left_are_a_question() -> None:
    case = drawn(COMMUNE)

    assert case.vote.voters is None
    assert case.vote.evidence["voters"].readings == ("17",)
    verdicts = found(COMMUNE)
    assert Verdict.FAIL not in (verdicts["VOT-03"], verdicts["VOT-05"])
    whole = COMMUNE.replace("M. DUPUIS Jean, président", "M. DUPUIS Jean, dit président")
    assert drawn(whole.replace("ne prend pas part", "prend part")).vote.voters == 17


@pytest.mark.parametrize(
    ("words", "reason", "beneficiary"),
    [
        ("président de l'Amicale des Pompiers", "président de l'Amicale des Pompiers", True),
        ("trésorière du Foyer", "trésorière du Foyer", None),
        ("intéressé à l'affaire", "intéressé à l'affaire", None),
        ("conseiller délégué", None, False),
    ],
)
def test_what_ties_a_member_to_the_affair(
    words: str, reason: str | None, beneficiary: bool | None
) -> None:
    text = COMMUNE.replace("président de l'Amicale des Pompiers", words)
    (out,) = drawn(text).non_participants

    assert out.reason == reason
    assert (out.beneficiary is not None) is (beneficiary is True)
    assert ("beneficiary" in out.evidence) is (beneficiary is not False)
    failed = found(text)["INT-02"] is Verdict.FAIL
    assert failed is (beneficiary is False)


def test_signatures_side_by_side_are_seen() -> None:
    evidence = drawn(COMMUNE).enforcement.evidence

    assert {name: each.status for name, each in evidence.items()} == {
        "signed_by_chair": "ambiguous",
        "signed_by_secretary": "ambiguous",
    }


def test_nothing_that_stands_there_is_missed() -> None:
    failed = {id_ for id_, verdict in found(COMMUNE).items() if verdict is Verdict.FAIL}

    assert not failed & {"VIS-01", "VIS-03", "COM-05", "INT-02", "EXE-01", "VOT-02", "COH-07"}


@pytest.mark.parametrize(
    ("articles", "signatory"),
    [
        (APPROVED, "le Président"),
        (("APPROUVE les termes de la convention", "AUTORISE le Président à la signer"), True),
        (("VALIDE le projet de convention joint", "AUTORISE M. le Président à le signer"), True),
        (("AUTORISE le Président à signer la convention", "PREND ACTE du bilan"), "le Président"),
    ],
)
def test_an_agreement_that_is_approved_is_one(
    articles: tuple[str, str], signatory: str | bool
) -> None:
    text = BUREAU.format(*articles)
    (agreement,) = drawn(text).agreements

    assert agreement.beneficiaries == ("brenne-habitat-solidaire",)
    assert agreement.signatory == signatory or (signatory is True and agreement.signatory)
    verdicts = found(text)
    assert verdicts["CON-01"] is not Verdict.FAIL
    assert verdicts["CON-03"] is Verdict.PASS


def test_an_agreement_that_is_only_spoken_of_leaves_the_list_open() -> None:
    spoken = BUREAU.format("RAPPELLE la convention de partenariat", "PREND ACTE du bilan")
    case = drawn(spoken)

    assert case.agreements == ()
    assert "agreements" in case.open
    assert found(spoken)["CON-01"] is Verdict.OPEN
    silent = BUREAU.format("RAPPELLE le partenariat", "PREND ACTE du bilan")
    assert "agreements" not in drawn(silent).open
    assert found(silent)["CON-01"] is Verdict.FAIL


def test_an_acronym_spelled_out_in_the_head_is_no_riddle() -> None:
    (acronym,) = drawn(BUREAU.format(*APPROVED)).acronyms

    assert (acronym.surface, acronym.expansion) == ("BHS", "Brenne Habitat Solidaire")


def test_visas_after_the_name_of_the_assembly_are_visas() -> None:
    case = drawn(COMMISSION)

    assert [(each.kind, each.article) for each in case.citations] == [
        ("code", "L. 3211-2"),
        ("delegation", None),
    ]
    assert case.charges[0].budget == "budget départemental"
    assert case.act.title is None
    assert case.acronyms == ()
    verdicts = found(COMMISSION)
    assert {verdicts["VIS-01"], verdicts["COM-02"], verdicts["COM-05"]} == {Verdict.PASS}


def test_a_code_named_where_nothing_is_looked_for_leaves_the_list_open() -> None:
    text = COMMUNE.replace("Vu le Code général", "Au regard du Code général", 1)
    moved = text.replace(
        "Secrétaire de séance", "En application du code général des collectivités territoriales\nS"
    )

    assert "citations" in drawn(moved).open
    assert "citations" not in drawn(COMMUNE).open


def test_counts_without_colons_and_amounts_without_signs() -> None:
    case = drawn(WITHOUT_SIGNS)

    assert (case.sitting.in_office, case.sitting.present, case.sitting.represented) == (11, 9, 1)
    assert case.vote.voters == 10
    assert case.awards == ()
    assert [each.readings for each in case.readings] == [("150.00",), ("500.00",), ("650.00",)]
    assert {each.status for each in case.readings} == {"unread"}


@pytest.mark.parametrize(
    "words",
    [
        "DIT que le versement interviendra en une fois, dans le mois suivant la signature",
        "PRÉCISE que la subvention sera versée à hauteur de 70 % à la signature, le reste en 2025",
        "PRÉVOIT un acompte de 50 %",
    ],
)
def test_how_a_grant_is_paid(words: str) -> None:
    text = BUREAU.format(words, "PREND ACTE du bilan").replace("2023", "2024")

    assert (drawn(text).operative.payment_terms or "nothing") in words
    assert found(text)["CON-06"] is not Verdict.FAIL
    silent = text.replace(words, "PREND ACTE du rapport")
    assert drawn(silent).operative.payment_terms is None
    assert found(silent)["CON-06"] is Verdict.FAIL


def test_deliberations_numbered_within_minutes_are_two() -> None:
    cases = extract(typed(MINUTES))

    assert [each.act.number for each in cases] == ["2022-03", "2022-04"]
    assert [each.vote.unanimous for each in cases] == [None, True]
    assert [each.vote.ayes for each in cases] == [12, None]


def test_a_board_sits_on_its_day() -> None:
    text = BUREAU.format(*APPROVED).replace("Bureau communautaire", "Conseil d'administration")

    assert str(drawn(text).act.date) == "2023-06-06"


COLUMNS = """Mairie de Belcastel

2025/23 - Subvention exceptionnelle au Vélo Club

Séance du vendredi 16 mai 2025. En exercice : 15. Présents : 12. Procurations : 1. Votants : 13.

Vu le CGCT et notamment l'article L2121-29,
Le Conseil, après délibération et par 11 voix POUR, 1 voix CONTRE (S. Roux) et 1 ABSTENTION :
• Accorde une subvention exceptionnelle de 750 € au Vélo Club belcastellois
• Précise qu'elle sera versée sur présentation du bilan de la manifestation

Le Maire                         Le secrétaire de séance
Jean Fabre                       Aline Dubois
"""


def test_who_signs_may_stand_in_columns() -> None:
    case = drawn(COLUMNS)

    assert {*case.enforcement.evidence} == {"signed_by_chair", "signed_by_secretary"}
    assert (case.vote.ayes, case.vote.noes, case.vote.abstained) == (11, 1, 1)
    assert case.operative.payment_terms == "versée sur présentation du bilan de la manifestation"
    assert found(COLUMNS)["EXE-01"] is Verdict.OPEN


@pytest.mark.parametrize(
    "line",
    [
        "Le Maire est chargé de l'exécution de la présente délibération.",
        "Le secrétaire a donné lecture du procès-verbal.",
    ],
)
def test_what_an_office_does_is_no_signature(line: str) -> None:
    unsigned = COLUMNS.partition("Le Maire  ")[0] + line + "\n"

    assert dict(drawn(unsigned).enforcement.evidence) == {}
    assert found(unsigned)["EXE-01"] is Verdict.FAIL


def test_a_decree_of_application_and_an_agreement_joined_are_seen() -> None:
    laws = (
        "Vu la loi n° 2000-321 du 12 avril 2000 et son décret d'application n° 2001-495 du 6 juin "
        "2001,\n"
    )
    text = BUREAU.format("APPROUVE la convention annuelle jointe", APPROVED[1]).replace(
        "Le Bureau,", f"{laws}Le Bureau,"
    )

    assert {each.number for each in drawn(text).citations} == {"2000-321", "2001-495"}
    verdicts = found(text)
    assert verdicts["VIS-02"] is Verdict.PASS
    assert verdicts["CON-04"] is Verdict.PASS


PROPOSED = """Commune de Saint-Aubin
Conseil municipal - Séance du 28 mars 2024
Délibération n° 2024-018
Objet : Vote des subventions 2024

Monsieur le Maire propose au conseil municipal d'attribuer les subventions suivantes pour 2024 :
- Club des aînés : 250 €
- Les Petits Loups : 150 €
Soit un total de 400 €.

Après en avoir délibéré, le conseil municipal, à l'unanimité, {}.
"""


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("VALIDE cette proposition", [25_000, 15_000]),
        ("adopte la proposition de Monsieur le Maire", [25_000, 15_000]),
        ("prend acte de cette proposition", []),
        ("reporte sa décision", []),
    ],
)
def test_what_was_proposed_is_decided_once_it_is_adopted(words: str, amounts: list[int]) -> None:
    assert [each.amount for each in drawn(PROPOSED.format(words)).awards] == amounts


AMENDED = """VILLE DE MARSANGE
DÉLIBÉRATION DU CONSEIL MUNICIPAL
Séance du 30 juin 2025

DELIB2025_054

CULTURE – AVENANT À LA CONVENTION AVEC « LES ARTS MÊLÉS »

En exercice (29), présents (23), représentés (4).

Par délibération n° 2024-101 du 12 décembre 2024, le conseil municipal a attribué 45 000 €.
L'association sollicite un complément de 6 000 €, portant le montant total de l'aide à 51 000 €.

Le conseil municipal, après en avoir délibéré, par 25 voix pour et 2 abstentions :
Article 1er : attribue une subvention de 6 000 € à l'association « Les Arts Mêlés » pour 2025 ;
"""


def test_the_number_of_another_act_is_not_this_ones() -> None:
    case = drawn(AMENDED)

    assert case.act.number == "2025_054"
    assert found(AMENDED)["COH-05"] is not Verdict.FAIL
    assert drawn(AMENDED.replace("DELIB2025_054\n", "")).act.number is None


def test_counts_in_brackets_and_what_a_grant_is_raised_to() -> None:
    case = drawn(AMENDED)

    assert (case.sitting.in_office, case.sitting.present, case.sitting.represented) == (29, 23, 4)
    assert case.totals == ()
    assert [each.amount for each in case.awards] == [600_000]


BY_DELEGATION = """COMMUNAUTÉ DE COMMUNES DES GARRIGUES
BUREAU COMMUNAUTAIRE
Séance du 4 juin 2024
Délibération n° 2024-B-017

Le Bureau, agissant par délégation du Conseil communautaire (délibération n° 2020-45),
Vu le Code général des collectivités territoriales, article L. 5211-10,
Vu les crédits inscrits au budget primitif 2024,
Après en avoir délibéré à l'unanimité,
ARTICLE 1 : ATTRIBUE à la Mission Locale des Garrigues une subvention de 18 000 € pour {}.
ARTICLE 2 : PRÉCISE que cette somme sera mandatée en deux versements.
"""


def test_credits_visaed_charge_no_grant() -> None:
    text = BY_DELEGATION.format("l'exercice 2024")
    case = drawn(text)

    assert [each.amount for each in case.awards] == [1_800_000]
    assert case.totals == ()
    assert [each.article for each in case.citations][:1] == ["L. 5211-10"]
    verdicts = found(text)
    assert (verdicts["VIS-03"], verdicts["COH-07"]) == (Verdict.PASS, Verdict.PASS)


def test_a_delegation_told_and_not_visaed_is_a_question() -> None:
    text = BY_DELEGATION.format("l'exercice 2024")

    assert found(text)["COM-02"] is Verdict.OPEN
    silent = text.replace(
        "agissant par délégation du Conseil communautaire (délibération n° 2020-45)", "réuni"
    )
    assert found(silent)["COM-02"] is Verdict.FAIL


@pytest.mark.parametrize(
    "period", ["la saison 2024-2025", "l'année scolaire 2024/2025", "les exercices 2024 et 2025"]
)
def test_a_period_of_more_than_a_year_is_a_question(period: str) -> None:
    text = BY_DELEGATION.format(period)

    assert drawn(text).act.evidence["operative_year"].status == "ambiguous"
    assert found(text)["COH-07"] is Verdict.OPEN


def test_a_frame_is_no_payment_term() -> None:
    words = "PRÉCISE que l'aide est versée dans le cadre du contrat de ville"
    text = BUREAU.format(words, "PREND ACTE du bilan").replace("2023", "2024")

    assert drawn(text).operative.payment_terms is None


RECALLED = """VILLE DE GRANDPRÉ
Conseil municipal du 25 septembre 2023
Délibération n° 2023.09.25-11

Vu le code général des collectivités territoriales,
Vu la délibération n° 2023.06.26-08 du 26 juin 2023 attribuant au Club d'échecs une subvention de
900 €,

Le conseil municipal, à l'unanimité :
- retire la délibération susvisée ;
- attribue au Club d'échecs de Grandpré une subvention de 950 € pour l'année 2023.
"""


def test_what_a_visa_recalls_is_not_summed_up() -> None:
    case = drawn(RECALLED)

    assert case.act.number == "2023.09.25-11"
    assert case.act.operative_year == 2023
    assert [each.name for each in case.beneficiaries] == ["Club d'échecs de Grandpré"]
    assert case.summary == ()
    assert [each.amount for each in case.awards] == [95_000]
    verdicts = found(RECALLED)
    assert Verdict.FAIL not in (verdicts["ARI-04"], verdicts["COH-02"], verdicts["COH-07"])


def test_an_estimate_is_no_body() -> None:
    text = RECALLED.replace(
        "- retire la délibération susvisée", "- Devis de l'entreprise Durand : 12 450 € HT"
    )

    assert [each.name for each in drawn(text).beneficiaries] == ["Club d'échecs de Grandpré"]


def test_the_payment_of_a_grant_is_the_grant() -> None:
    text = RECALLED.replace(
        "attribue au Club d'échecs de Grandpré une subvention de 950 €",
        "approuve le versement d'une participation de 950 € au Club d'échecs de Grandpré",
    )

    assert [each.amount for each in drawn(text).awards] == [95_000]


@pytest.mark.parametrize(
    "words",
    [
        "AUTORISE M. le Maire à signer la convention",
        "MANDATE M. le Maire pour signer la convention",
        "DONNE POUVOIR à Mme la Maire de signer la convention",
    ],
)
def test_who_is_to_sign(words: str) -> None:
    (agreement,) = drawn(BUREAU.format(words, "PREND ACTE du bilan")).agreements

    assert agreement.signatory is not None
    assert agreement.signatory.endswith("Maire")


@pytest.mark.parametrize(
    ("head", "organ"),
    [
        ("DÉCISION DU PRÉSIDENT N° 2023-112", "president"),
        ("Arrêté du Maire n° 2023-112", "maire"),
        ("Délibération n° 2023-112 du conseil municipal", "conseil"),
    ],
)
def test_who_decides_alone(head: str, organ: str) -> None:
    text = f"AGGLOMÉRATION DE LOIRETTE\n{head}\n\nVu le code général,\n\nDÉCIDE\nArticle 1 : "
    text += "Une subvention de 2 500 € est accordée à l'association Cyclo Loirette.\n"

    assert drawn(text).act.organ == organ
