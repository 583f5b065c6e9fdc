"""The authority: what tells its category and name, and what tells neither."""

from __future__ import annotations

import pytest

from checker.extraction import extract
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

DECIDES = "après en avoir délibéré, décide d'attribuer 300 € à l'association Radio Cime."


@pytest.mark.parametrize(
    ("text", "category", "name"),
    [
        (f"COMMUNE DE LA ROCHE\n\nLe conseil municipal, {DECIDES}",
         "commune", "COMMUNE DE LA ROCHE"),
        (f"DÉPARTEMENT DU NORD\n\nVILLE DE PORT-CASSEL\n\nLe conseil municipal, {DECIDES}",
         "commune", "VILLE DE PORT-CASSEL"),
        (f"DÉPARTEMENT DU HAUT-SERVAIN\n\nLa commission permanente, {DECIDES}",
         "departement", "DÉPARTEMENT DU HAUT-SERVAIN"),
        (f"RÉGION VAL-D'ORME\n\nLa commission permanente du conseil régional, {DECIDES}",
         "region", "RÉGION VAL-D'ORME"),
        (f"Communauté de communes des Sept Fontenelles\n\nLe bureau communautaire, {DECIDES}",
         "cc", "Communauté de communes des Sept Fontenelles"),
        (f"SYNDICAT MIXTE DES COTEAUX\n\nLe comité syndical, {DECIDES}",
         "syndicat", "SYNDICAT MIXTE DES COTEAUX"),
        (f"Séance du 3 mars\n\nLe Bureau de la Métropole, {DECIDES}", "metropole", "Métropole"),
        # a département heads the acts of its communes too
        (f"DÉPARTEMENT DU NORD\n\nLe conseil, {DECIDES}", None, "collectivité non nommée"),
        # words of others: the body that gets the grant, the object, what is cited beside the organ
        (f"Séance du 3 mars 2023\n\nObjet : Convention avec la région\n\nLe conseil, {DECIDES}",
         None, "collectivité non nommée"),
        ("- 45 000 € à la Mission Locale Métropole Nord", None, "collectivité non nommée"),
        (f"CONSEIL MUNICIPAL\n\nVu le conseil métropolitain ;\n\nLe conseil municipal, {DECIDES}",
         "commune", "collectivité non nommée"),
        (f"Commune de Vaux\n\nCommunauté de communes des Rives\n\nL'assemblée, {DECIDES}",
         None, "Commune de Vaux"),
    ],
)  # fmt: skip
def test_category_and_name(text: str, category: str | None, name: str) -> None:
    source = typed(f"{text}\n")
    (case,) = extract(source)
    assert (case.body.category, case.body.name) == (category, name)
    assert unaccounted(source, [case]) == []


def test_a_category_that_is_not_told_is_asked_for_once_each() -> None:
    (case,) = extract(typed(f"Le conseil, {DECIDES}\n"))
    evidence = case.body.evidence["category"]
    assert evidence.status == "ambiguous"
    assert len(set(evidence.readings)) == len(evidence.readings) == 10
