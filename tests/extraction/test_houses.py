"""Three short acts in three house styles, each with the whole case it must give."""

from __future__ import annotations

import datetime
from typing import Any

from checker.case import Case
from checker.extraction import extract
from tests.extraction.compared import plain
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

TOWN = """Commune de Vaubrun
Délibération n° 2025-014
Conseil municipal du mardi 11 mars 2025
Objet : Subventions aux associations culturelles pour l'année 2025

Vu le Code général des collectivités territoriales, et notamment ses articles L. 2121-29 et
L. 2311-7 ;
Vu la délibération n° 2024-101 du Conseil municipal du 3 décembre 2024 adoptant le règlement des
subventions ;
Considérant l'intérêt des projets présentés,

Le Conseil municipal, après en avoir délibéré, décide :
Article 1 : d'attribuer une subvention de 4 500 € à l'association Les Tréteaux du Val pour
l'organisation de son festival ;
Article 2 : d'attribuer une subvention de 1 250,50 € à la Chorale Plein Chant ;
Article 3 : d'autoriser M. le Maire à signer les conventions avec les deux associations ;
Article 4 : d'imputer la dépense de 5 750,50 € au chapitre 65 du budget principal, section de
fonctionnement.
Pour : 21 - Contre : 2 - Abstentions : 3
Mme Lise AUBRY et M. Paul-Henri VASSEUR n'ont pas pris part au vote.
"""

MINUTES = """CONSEIL MUNICIPAL DU 5 MAI 2020

2020/31 - Subventions aux clubs
Le Conseil municipal, après en avoir délibéré, décide à l'unanimité d'attribuer les subventions
suivantes :
- Club nautique : 600 €
- Amicale des pêcheurs : 1.200 €
- Total : 1 800 €

2020/32 - Demande de la Ligue des Rives
Le Maire présente une demande de subvention d'un montant de 900 € de l'association Ligue des Rives.
Le Conseil municipal, à l'unanimité, décide de ne pas donner suite à la demande de 900 €.
"""

TABLE = """<html><body><h1>Délibération n° 2023-77</h1>
<p>Séance du jeudi 14 septembre 2023</p>
<p>Le conseil communautaire décide d'attribuer les subventions suivantes :</p>
<table><tr><th>Association</th><th>Versé en 2022</th><th>Montant demandé</th>
<th>Montant attribué</th></tr>
<tr><td>Radio Talweg</td><td>2 000 €</td><td>3 000 €</td><td>2 500 €</td></tr>
<tr><td>Bibliothèque sonore</td><td>0 €</td><td>800 €</td><td>800 €</td></tr>
<tr><td>Total</td><td>2 000 €</td><td>3 800 €</td><td>3 300 €</td></tr></table>
<p>Adopté à l'unanimité.</p></body></html>
"""


def amounts(case: Case, part: str) -> list[tuple[str, int]]:
    return [(each["beneficiary"], each["amount"]) for each in plain(case, part)]


def totals(case: Case) -> list[tuple[str, int]]:
    return [(each["of"], each["amount"]) for each in plain(case, "totals")]


def readings(case: Case) -> list[tuple[Any, ...]]:
    return [(each.status, each.readings[-1], each.lists) for each in case.readings]


def test_a_town_by_articles() -> None:
    source = typed(TOWN)
    (case,) = extract(source)
    act = plain(case, "act")
    assert (act["number"], act["date"]) == ("2025-014", datetime.date(2025, 3, 11))
    assert (act["weekday"], act["organ"]) == ("mardi", "conseil")
    assert act["title"] == "Subventions aux associations culturelles pour l'année 2025"
    assert (act["year"], act["title_year"]) == (2025, 2025)
    assert (case.body.name, case.body.category) == ("Commune de Vaubrun", "commune")
    assert [(c["kind"], c.get("article"), c.get("number")) for c in plain(case, "citations")] == [
        ("code", "L. 2121-29", None),
        ("code", "L. 2311-7", None),
        ("deliberation", None, "2024-101"),
    ]
    assert amounts(case, "awards") == [
        ("Les Tréteaux du Val", 450_000),
        ("Chorale Plein Chant", 125_050),
    ]
    assert totals(case) == [("charged", 575_050)]
    assert [article.number for article in case.articles] == ["1", "2", "3", "4"]
    assert plain(case, "charges") == [
        {
            "budget": "budget principal",
            "section": "fonctionnement",
            "chapter": "65",
            "decision": "decision",
        }
    ]
    (agreement,) = plain(case, "agreements")
    assert agreement["number"] == "plural"
    assert agreement["beneficiaries"] == ["Les Tréteaux du Val", "Chorale Plein Chant"]
    assert plain(case, "vote") == {"result": "adopted", "ayes": 21, "noes": 2, "abstained": 3}
    assert [member.name for member in case.members] == ["Lise AUBRY", "Paul-Henri VASSEUR"]
    assert case.readings == ()
    assert unaccounted(source, [case]) == []


def test_minutes_of_two_deliberations() -> None:
    source = typed(MINUTES)
    first, second = extract(source)
    assert [first.act.number, second.act.number] == ["2020/31", "2020/32"]
    assert {case.act.date for case in (first, second)} == {datetime.date(2020, 5, 5)}
    assert amounts(first, "awards") == [
        ("Club nautique", 60_000),
        ("Amicale des pêcheurs", 120_000),
    ]
    assert totals(first) == [("operative", 180_000)]
    assert readings(first) == [("ambiguous", "1.20", ("awards", "summary", "totals"))]
    assert not second.awards
    assert not second.summary
    assert [reading[:2] for reading in readings(second)] == [("ambiguous", "900.00")] * 2
    assert unaccounted(source, [first, second]) == []


def test_a_table_with_the_year_before() -> None:
    source = typed(TABLE, "act.html")
    (case,) = extract(source)
    assert (case.act.number, case.act.weekday) == ("2023-77", "jeudi")
    assert amounts(case, "awards") == [("Radio Talweg", 250_000), ("Bibliothèque sonore", 80_000)]
    assert totals(case) == [("operative", 330_000)]
    assert [reading[1:] for reading in readings(case)] == [
        ("2000.00", ("grants",)),
        ("3000.00", ("awards",)),
        ("0.00", ("grants",)),
        ("800.00", ("awards",)),
        ("2000.00", ("grants",)),
        ("3800.00", ("awards",)),
    ]
    assert (case.vote.result, case.vote.unanimous) == ("adopted", True)
    assert unaccounted(source, [case]) == []


def test_the_number_of_an_act_is_not_that_of_one_it_cites() -> None:
    decided = "Le conseil municipal décide d'attribuer 300 € à Radio Cime."
    cited = "Conformément à la délibération n° 2008/45 du 22 mars 2008, le maire rend compte."
    text = (
        f"Séance du 4 avril 2022\n\n2022/97 – Culture : aide\n\n{cited}\n\n{decided}\n\n"
        f"2022/98 – Sport : aide\n\n{decided}\n"
    )
    cases = extract(typed(text))
    assert [case.act.number for case in cases] == ["2022/97", "2022/98"]
    (case,) = extract(typed(f"Extrait de la délibération n° 2022-12\n\n{decided}\n"))
    assert case.act.number == "2022-12"
