"""Where the decision is: what opens it, tables annexed to it, what is only put to the budget."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.extraction.compared import plain
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

TABLE = """<h2>ANNEXE</h2><table>
<tr><th>Bénéficiaire</th><th>Attribué 2023</th><th>Proposé 2024</th></tr>
<tr><td>Radio Talweg</td><td>2 000 €</td><td>2 500 €</td></tr>
<tr><td>Toit et Lien</td><td>-</td><td>800 €</td></tr>
<tr><td>TOTAL</td><td>2 000 €</td><td>3 300 €</td></tr></table>"""


def page(article: str) -> Case:
    decided = f"<p>Le conseil, après en avoir délibéré, décide :</p><p>Article 1 : {article}</p>"
    text = f"<html><body>{decided}<p>Adopté à l'unanimité.</p>{TABLE}</body></html>"
    source = typed(text, "act.html")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


@pytest.mark.parametrize(
    "words",
    [
        "d'attribuer les subventions figurant au tableau annexé à la présente, soit 3 300 € ;",
        "d'attribuer aux bénéficiaires listés en annexe les aides de l'année ;",
        "d'accorder les subventions de l'état ci-annexé ;",
    ],
)
def test_a_table_that_the_decision_refers_to_is_decided(words: str) -> None:
    case = page(words)
    assert [(each["beneficiary"], each["amount"]) for each in plain(case, "awards")] == [
        ("Radio Talweg", 250_000),
        ("Toit et Lien", 80_000),
    ]
    assert {("operative", 330_000)} == {(total.of, total.amount) for total in case.totals}
    assert case.act.operative_year == 2024


def test_a_table_after_the_vote_is_nobodys_otherwise() -> None:
    case = page("d'autoriser le maire à signer la convention annexée ;")
    assert not case.awards
    assert {"2500.00", "800.00"} <= {value for each in case.readings for value in each.readings}


@pytest.mark.parametrize(
    "opening",
    [
        "Le conseil municipal, après en avoir délibéré, à l'unanimité :",
        "Le conseil municipal, après en avoir délibéré, par 12 voix pour et 3 voix contre :",
        "Après en avoir délibéré, l'assemblée, à l'unanimité :",
    ],
)
def test_what_comes_after_the_deliberation_is_decided(opening: str) -> None:
    text = f"Séance du 3 mars\n\nVu le code ;\n\n{opening}\n\n- une aide de 300 € à Radio Cime ;\n"
    (case,) = extract(typed(text))
    assert [award.amount for award in case.awards] == [30_000]


@pytest.mark.parametrize(
    "words",
    [
        "Article 2 : de dire que la dépense, soit 300 €, sera imputée au chapitre 65.",
        "La dépense totale de 300 € est inscrite au budget.",
        "Cette somme, d'un montant total de 300 €, sera prélevée sur les crédits.",
    ],
)
def test_what_is_put_to_the_budget(words: str) -> None:
    text = f"Le conseil décide d'attribuer 300 € à Radio Cime.\n\n{words}\n"
    (case,) = extract(typed(text))
    assert [(total.of, total.amount) for total in case.totals] == [("charged", 30_000)]
    assert not case.readings
