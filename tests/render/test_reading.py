"""The section on the reading of the document."""

from __future__ import annotations

import json

from attrs import evolve

from checker.case import Case, Document, Provenance, Reading, Slug
from tests.render import rendering
from tests.render.test_json import SCHEMA, VALIDATOR, _unknown
from tests.report.making import report, small_case

LINE = "Pour mémoire 100 € et 12.500 €"


def read_case() -> Case:
    """An award confirmed, another read; two things on one line that nobody settled."""
    case = small_case()
    first, second, *rest = case.awards
    statuses = {"confirmed": first, "read": second}
    awards = [
        evolve(award, evidence={"amount": Provenance(span=(n, n + 1), quote="1", status=status)})  # type: ignore[arg-type]
        for n, (status, award) in enumerate(statuses.items())
    ]
    readings = (
        Reading(Slug("r1"), (13, 18), LINE, "unread", ("100.00",), ("awards",)),  # type: ignore[arg-type]
        Reading(Slug("r2"), (22, 30), LINE, "unread", ("12500.00", "12.50"), ("awards",)),  # type: ignore[arg-type]
        Reading(Slug("r3"), (31, 32), "ailleurs", "ambiguous", ("un seuil",)),  # type: ignore[arg-type]
        Reading(Slug("r4"), (33, 34), "rien", "dismissed"),  # type: ignore[arg-type]
    )
    documents = (Document(Slug("act"), "act.txt"), *case.documents)
    return evolve(case, awards=(*awards, *rest), readings=readings, documents=documents)


def test_the_three_lists_and_their_counts() -> None:
    text = " ".join(
        rendering.text([report(read_case(), "fr")], "fr").replace("\u00a0", " ").split()
    )

    assert "2 éléments non lus : - « Pour mémoire 100 € et 12.500 € »" in text
    assert "à lire : 100,00 € ; 12 500,00 € ou 12,50 € – laisse incomplet : attribution" in text
    assert "1 valeur ambiguë : - « ailleurs » (act.txt) – à lire : un seuil" in text
    assert "1 valeur lue : - attribution, montant" in text
    assert "Réglé à la main : 1 confirmée, 1 écartée." in text
    assert "3 éléments du document restent à régler" in text


def test_json_has_every_item_and_no_unknown_key() -> None:
    document = json.loads(rendering.json([report(read_case(), "en")]))

    VALIDATOR.validate(document)
    assert not list(_unknown(document, SCHEMA["$defs"]["report"]))
    reading = document["reading"]
    assert [len(reading[name]) for name in ("read", "ambiguous", "unread")] == [1, 1, 2]
    assert reading["counts"]["dismissed"] == 1
    assert {each["unconfirmed"] for rule in document["rules"] for each in rule["instances"]} >= {0}


def test_a_case_without_statuses_says_nothing_of_reading() -> None:
    made = report(small_case(), "en")

    assert made.reading is None
    assert "Reading of the document\n---" not in rendering.text([made], "en")


def test_a_document_that_grants_nothing_is_said_to() -> None:
    """Minutes hold deliberations of every kind: their reader must know which grant nothing."""
    case = read_case()
    granting = rendering.text([report(case, "fr")], "fr")
    nothing = rendering.text([report(evolve(case, awards=()), "fr")], "fr")

    assert "Aucune attribution n'a été lue" not in granting
    assert "Aucune attribution n'a été lue" in nothing
