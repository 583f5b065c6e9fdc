"""The JUnit XML: valid by a public schema, and as a parser of it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from lxml import etree

from checker.render import as_junit
from checker.render.formats import render
from checker.report import Outcome, build_report
from checker.verdict import Verdict
from checker.words import Language
from tests.acts import check, reference_case
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.rendering import whole
from tests.render.test_json import every_verdict
from tests.report.making import report, small_case

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/junit-10.xsd"))


def junit(*outcomes: Outcome, language: Language = "fr") -> JUnitXml:
    """What the parser finds, after the schema was satisfied."""
    data = whole(as_junit.Renderer(language), outcomes).encode("utf-8")
    SCHEMA.assertValid(etree.fromstring(data))
    suites = JUnitXml.fromstring(data)
    for suite in suites:
        results = [type(each) for case in suite for each in case.result]
        assert suite.tests == len(list(suite))
        assert suite.failures == results.count(Failure)
        assert suite.errors == results.count(Error)
        assert suite.skipped == results.count(Skipped)
        assert all(len(case.result) <= 1 for case in suite)
    return suites


def case(suites: JUnitXml, rule: str, suite: int = 0) -> TestCase:
    (found,) = [each for each in list(suites)[suite] if each.name.startswith(rule)]
    return found


def test_schema_refuses() -> None:
    broken = render("junit", [report(small_case())], "fr").replace(b' errors="0"', b"")

    assert not SCHEMA.validate(etree.fromstring(broken))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verdict(language: Language) -> None:
    suites = junit(*every_verdict(language), language=language)

    assert len(list(suites)) == 3
    (failure,) = case(suites, "SEU-01").result
    assert isinstance(failure, Failure)
    assert failure.type == "warning"
    (aside,) = case(suites, "ANC-01").result
    assert isinstance(aside, Skipped)
    assert aside.type == "not-applicable"
    (judged,) = case(suites, "JUG-01").result
    assert (type(judged), judged.type) == (Skipped, "review")


def test_a_failure_tells_its_findings() -> None:
    (failure,) = case(junit(report(small_case())), "POL-01").result

    assert failure.message.startswith("2 constats\u00a0: 30\u00a0000,00\u00a0€ au lieu de")
    assert failure.text.count("À faire\u00a0: Rétablir.") == 2


def test_what_is_open_is_skipped_with_what_is_missing_never_passed() -> None:
    made = every_verdict()[1]
    suites = junit(made)
    seen = set()
    for rule in made.rules:
        verdicts = {each.verdict for each in rule.instances}
        if Verdict.OPEN not in verdicts:
            continue
        own = case(suites, rule.id)
        (result,) = own.result
        expected = Failure if Verdict.FAIL in verdicts else Skipped
        assert isinstance(result, expected)
        assert "non vérifiable" in str(own.system_out if expected is Failure else result.message)
        seen.add(expected)
    assert Skipped in seen


def test_several_inputs_unread_unreliable_and_accepted() -> None:
    unreliable = report(small_case(), faults=["They differ."], doubted=["MOT-01"])
    suites = junit(UNREAD, unreliable, accepted(), accepted(everything=True))
    first, second, third, _ = suites

    assert [first.name, first.errors] == [UNREAD.file, 1]
    assert second.errors == 2
    assert case(suites, "Fiabilité", 1).result[0].message == "They differ."
    assert isinstance(case(suites, "MOT-01", 1).result[0], Error)
    assert third.errors == 0
    taken = case(suites, "SEU-01", 3)
    assert [type(each) for each in taken.result] == [Skipped]
    assert taken.result[0].type == "accepted"
    assert "accepté par A. Exemple" in taken.result[0].text


def test_no_act() -> None:
    assert list(junit()) == []


@pytest.mark.parametrize("name", NAMES)
def test_any_name_keeps_the_document_valid(name: str) -> None:
    (suite,) = junit(named(name))

    assert len(list(suite)) > 1


def test_reference_act() -> None:
    made = build_report(check(reference_case()), language="fr")
    (suite,) = junit(made)

    assert suite.tests == len(made.rules) + 1
    assert suite.failures == sum(rule.verdict.value == "fail" for rule in made.rules)


def test_same_bytes_every_time() -> None:
    assert render("junit", every_verdict(), "fr") == render("junit", every_verdict(), "fr")
