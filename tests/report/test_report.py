"""What a report says of each verdict, whatever the format."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from checker.case import Case, Count, Provenance, Slug
from checker.interval import INFINITY
from checker.language.tree import Severity
from checker.report import Report, SourceInfo
from checker.report.model import InstanceReport
from checker.verdict import Verdict
from checker.words import Language
from tests.report.making import euros, report, small_case, with_interest

N = "\u00a0"


def found(report_: Report, check: str, verdict: Verdict | None = None) -> list[InstanceReport]:
    return [
        instance
        for rule in report_.rules
        for instance in rule.instances
        if instance.check == check and verdict in (None, instance.verdict)
    ]


def low_ends(instance: InstanceReport) -> dict[str, int]:
    return {operand.name: operand.interval.low for operand in instance.operands}


def without_amount(case: Case) -> Case:
    return evolve(case, awards=(evolve(case.awards[0], amount=None), *case.awards[1:]))


def test_counts_add_up_and_rule_without_instance_counts_once() -> None:
    made = report(with_interest(small_case()))

    assert made.counts == {
        Verdict.FAIL: 6,
        Verdict.REVIEW: 1,
        Verdict.OPEN: 0,
        Verdict.PASS: 2,
        Verdict.NOT_APPLICABLE: 1,
    }


def test_failure_says_both_sides_and_the_gap() -> None:
    (total,) = found(report(small_case()), "TOT-01")

    assert total.message == (
        f"Le total énoncé est de 40{N}010,00{N}€{N}; la somme (nombre{N}: 2) est de"
        f" 40{N}000,00{N}€. Écart{N}: 10,00{N}€."
    )
    assert total.remedy == f"Rectifier 40{N}010,00{N}€."
    assert (total.category, total.action) == ("incohérence", "à corriger")
    assert total.named == "total du dispositif"
    assert low_ends(total) == {
        "total.amount": 4001000,
        "let.awards": 4000000,
        "let.awards.count": 2,
        "total.decision": low_ends(total)["total.decision"],
        "total.of": low_ends(total)["total.of"],
    }


def test_same_in_english() -> None:
    (total,) = found(report(small_case(), "en"), "TOT-01")

    assert total.message == (
        "The stated total is €40,010.00; the sum (number: 2) is €40,000.00. Difference: €10.00."
    )
    assert (total.category, total.action) == ("inconsistency", "to be corrected")


def test_open_says_what_is_missing_and_never_the_failure() -> None:
    case = without_amount(small_case())
    case = evolve(case, totals=(evolve(case.totals[0], amount=euros(90000)),))
    (total,) = found(report(case), "TOT-01")

    assert total.verdict is Verdict.OPEN
    assert total.message == (
        f"Non vérifiable{N}: il manque «{N}montant attribué{N}» (ADELIE). Pièce à demander{N}:"
        " précision à demander au service."
    )
    assert not total.remedy
    (awards,) = (operand for operand in total.operands if operand.name == "let.awards")
    assert awards.interval.high == INFINITY
    assert awards.shown == f"au moins 10{N}000,00{N}€"


def test_ambiguous_value_asks_for_a_rereading() -> None:
    case = without_amount(small_case())
    doubt = Provenance(span=(Count(1), Count(2)), quote="3O 000", status="ambiguous")
    award = evolve(case.awards[0], evidence={"amount": doubt})
    case = evolve(case, awards=(award, case.awards[1]))
    (total,) = found(report(case), "TOT-01")

    assert [item.document for item in total.missing] == ["relecture du passage de l'acte"]
    assert "la lecture de" in total.message


def test_rest_of_a_list_names_the_document() -> None:
    (rest,) = found(report(small_case()), "INT-01")

    assert rest.subject == "rest"
    assert rest.message == (
        f"Liste non connue en entier{N}: intérêt déclaré{N}; seule la pièce suivante permettrait"
        f" de conclure{N}: registre des déports et déclarations d'intérêts."
    )
    assert [item.document for item in rest.missing] == [
        "registre des déports et déclarations d'intérêts"
    ]


def test_pass_says_what_was_compared() -> None:
    (held,) = found(report(small_case()), "SEU-01", Verdict.PASS)

    assert held.message == f"Vérifié{N}: 10{N}000,00{N}€ ≤ 23{N}000,00{N}€."
    (stated,) = found(report(small_case()), "MOT-01", Verdict.PASS)
    assert stated.message == "Vérifié."


def test_review_is_for_a_person() -> None:
    (review,) = found(report(small_case()), "JUG-01")

    assert (review.verdict, review.action) == (Verdict.REVIEW, "à apprécier")
    assert review.message == f"Motif de Lille Avenirs{N}?"


def test_french_elides_before_a_vowel() -> None:
    (above,) = found(report(small_case()), "SEU-01", Verdict.FAIL)

    assert above.message.startswith("L'attribution d'ADELIE est de ")


def test_unconfirmed_value_caps_the_severity() -> None:
    (above,) = found(report(small_case()), "SEU-01", Verdict.FAIL)

    assert above.capped
    assert (above.severity, above.category) == (Severity.WARNING, "anomalie")

    later = evolve(small_case(), act=evolve(small_case().act, date=datetime.date(2025, 3, 1)))
    (above,) = found(report(later), "SEU-01", Verdict.FAIL)

    assert not above.capped
    assert (above.severity, above.category) == (Severity.ERROR, "irrégularité")


@pytest.mark.parametrize(
    ("check", "category", "basis"),
    [
        ("TOT-01", "incohérence", "cohérence interne"),
        ("MOT-01", "omission", "bonne pratique"),
        ("POL-01", "écart à la politique", f"politique{N}: body/programme"),
        ("SEU-01", "anomalie", "article 10 de la loi du 12 avril 2000"),
    ],
)
def test_words_for_each_nature(check: str, category: str, basis: str) -> None:
    failure = found(report(small_case()), check, Verdict.FAIL)[0]

    assert failure.category == category
    assert failure.basis == (basis,)


def test_places_come_from_the_evidence() -> None:
    text = "\n" * 4 + "Total : 30 000 € pour l'association.\n"
    source = SourceInfo(
        "cases/a.json",
        position={"$.awards[0].amount": (12, 7)}.get,
        texts={"acte": text},
    )
    (total,) = found(report(small_case(), source=source), "TOT-01")
    place = next(where for where in total.where if where.quote)

    assert (place.file, place.line, place.column) == ("cases/a.json", 12, 7)
    assert (place.document, place.document_line, place.page) == ("acte.txt", 5, 2)
    assert (place.span, place.quote) == ((10, 18), "30 000 €")
    assert place.path == "$.awards[0].amount"


def test_no_line_without_the_text_of_the_document() -> None:
    (total,) = found(report(small_case()), "TOT-01")

    assert [where.document_line for where in total.where] == [None] * len(total.where)


def test_bound_fact_is_cited_first() -> None:
    (total,) = found(report(small_case()), "TOT-01")

    assert total.where[0].path == "$.totals[0].amount"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Le document mentionne"), ("en", "The document mentions")]
)
def test_person_is_named_in_what_documents_say_only(language: Language, said: str) -> None:
    made = report(with_interest(small_case()), language)
    (interest,) = found(made, "INT-01")

    assert interest.verdict is Verdict.FAIL
    assert interest.message.startswith(said)
    assert "EXEMPLE" in interest.message
    assert "EXEMPLE" not in interest.remedy
    assert interest.where[0].path == "$.interests[0].member"
    assert interest.where[0].span == (40, 57)


def test_requests_are_merged_by_document() -> None:
    case = evolve(without_amount(small_case()), policies=("body/programme",))
    lines = (evolve(case.lines[0], amount=None), case.lines[1])
    made = report(evolve(case, lines=lines))
    wanted = {request.document: [need.rule for need in request.needs] for request in made.requests}

    assert wanted == {
        "registre des déports et déclarations d'intérêts": ["INT-01"],
        "précision à demander au service": ["POL-01", "SEU-01", "TOT-01"],
    }


def test_unchecked_amounts_are_those_no_settled_equality_compares() -> None:
    made = report(small_case())

    assert [(each.value, each.where.path) for each in made.unchecked] == [
        (f"10{N}000,00{N}€", "$.lines[1].components[0].amount"),
        (f"30{N}000,00{N}€", "$.summary[0].amount"),
        (f"10{N}000,00{N}€", "$.summary[1].amount"),
    ]


def test_amount_of_an_open_instance_stays_unchecked() -> None:
    made = report(without_amount(small_case()))

    assert "$.totals[0].amount" in [each.where.path for each in made.unchecked]


def test_reading_an_amount_rightly_is_no_cross_check() -> None:
    quote = Provenance(span=(Count(0), Count(3)), quote="40 010 €")
    case = small_case()
    total = evolve(case.totals[0], of="charged", evidence={"amount": quote})
    made = report(evolve(case, totals=(total,)))

    assert "$.totals[0].amount" in [each.where.path for each in made.unchecked]


def test_parameters_used_with_source_and_age() -> None:
    (used,) = report(small_case()).parameters

    assert (used.name, used.shown) == ("law.threshold", f"23{N}000,00{N}€")
    assert (used.since, used.verified) == (datetime.date(2001, 6, 11), datetime.date(2024, 1, 15))
    assert used.to_confirm
    assert not used.stale


@pytest.mark.parametrize(
    ("today", "stale"), [(datetime.date(2025, 1, 15), False), (datetime.date(2025, 1, 16), True)]
)
def test_value_verified_over_a_year_ago_is_said(today: datetime.date, stale: bool) -> None:
    (used,) = report(small_case(), today=today).parameters

    assert used.stale is stale


def test_doubted_pass_is_open_and_says_why() -> None:
    made = report(small_case(), faults=["They differ."], doubted=["MOT-01"])

    assert not made.reliable
    (doubted,) = found(made, "MOT-01", Verdict.OPEN)
    assert "ne se confirment pas" in doubted.message
    assert not doubted.reliable


def test_act_without_anything_is_reported() -> None:
    case = evolve(
        small_case(),
        act=evolve(small_case().act, date=None, number=None, organ=None, stage=None, year=None),
        beneficiaries=(),
        measures=(),
        lines=(),
        summary=(),
        totals=(),
        awards=(),
        documents=(),
        policies=(),
    )
    made = report(case)

    assert made.crosstable is None
    assert made.law_date is None
    assert made.act.stage is None


def test_unknown_reference_of_a_message_is_said() -> None:
    case = small_case()
    awards = (evolve(case.awards[0], beneficiary=None), case.awards[1])
    (above,) = found(report(evolve(case, awards=awards)), "SEU-01", Verdict.FAIL)

    assert above.message.startswith("L'attribution de non précisé est de ")


def test_identifier_that_refers_to_nothing_is_shown_as_it_is() -> None:
    case = small_case()
    awards = (evolve(case.awards[0], beneficiary=Slug("nobody")), case.awards[1])
    (above,) = found(report(evolve(case, awards=awards)), "SEU-01", Verdict.FAIL)

    assert "nobody" in above.message
