"""The SARIF log: valid by its schema, and sound in what the schema does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft4Validator

from checker.render import as_sarif
from checker.render.formats import render
from checker.report import Outcome, Report, SourceInfo, build_report
from checker.verdict import Verdict
from checker.words import Language
from tests.acts import check, reference_case
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.rendering import whole
from tests.render.test_json import every_verdict
from tests.report.making import report, small_case

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft4Validator(SCHEMA)
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*")
"""A relative reference; a colon never stands in our first segments."""


def sarif(*outcomes: Outcome, language: Language = "fr") -> Any:
    """The one run of a log, after all that every log must be."""
    log = json.loads(whole(as_sarif.Renderer(language), outcomes))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    sound(run)
    return run


def sound(run: Any) -> None:
    """What the standard asks and the schema cannot say."""
    driver = run["tool"]["driver"]
    rules = driver["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(ids) == len(set(ids))
    taxonomies = run["taxonomies"]
    assert [_component(each, n) for n, each in enumerate(taxonomies)] == driver[
        "supportedTaxonomies"
    ]
    for taxonomy in taxonomies:
        taxa = [taxon["id"] for taxon in taxonomy["taxa"]]
        assert len(taxa) == len(set(taxa))
        assert GUID.fullmatch(taxonomy["guid"])
    fingerprints = []
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert (result["kind"] == "fail") == (result["level"] != "none")
        fingerprints += result["partialFingerprints"].values()
        told = [each["id"] for each in result.get("relatedLocations", [])]
        assert told == [*range(1, len(told) + 1)]
    assert len(fingerprints) == len(set(fingerprints))
    for reference in references(run):
        component = reference["toolComponent"]
        assert component == _component(taxonomies[component["index"]], component["index"])
        taxon = taxonomies[component["index"]]["taxa"][reference["index"]]
        assert taxon["id"] == reference["id"]
    artifacts = {each["location"]["uri"] for each in run["artifacts"]}
    assert len(artifacts) == len(run["artifacts"])
    assert {place["uri"] for place in found(run["results"], "artifactLocation")} <= artifacts
    for place in found(run, "artifactLocation"):
        assert URI.fullmatch(place["uri"]), place["uri"]
    for notice in run["invocations"][0]["toolExecutionNotifications"]:
        descriptor = notice["descriptor"]
        assert driver["notifications"][descriptor["index"]]["id"] == descriptor["id"]


def _component(taxonomy: Any, index: int) -> dict[str, Any]:
    return {"name": taxonomy["name"], "index": index, "guid": taxonomy["guid"]}


def references(run: Any) -> Iterator[Any]:
    """Every pointer into a taxonomy."""
    for result in run["results"]:
        yield from result.get("taxa", [])
    for rule in run["tool"]["driver"]["rules"]:
        yield from (each["target"] for each in rule["relationships"])


def found(value: Any, key: str) -> Iterator[Any]:
    """Every value under a key, however deep."""
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if name == key:
            yield inner
        elif isinstance(inner, dict | list):
            yield from found(inner, key)


def result_of(run: Any, rule: str, kind: str = "fail") -> Any:
    return next(
        each
        for each in run["results"]
        if each["kind"] == kind and each["ruleId"].partition("/")[0] == rule
    )


def test_schema_is_a_schema_and_refuses() -> None:
    Draft4Validator.check_schema(SCHEMA)
    log = json.loads(render("sarif", [report(small_case())], "fr"))
    log["runs"][0]["results"][0]["kind"] = "maybe"

    assert not VALIDATOR.is_valid(log)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_five_kinds(language: Language) -> None:
    made = every_verdict(language)
    run = sarif(*made, language=language)

    assert run["language"] == language
    assert {each["kind"] for each in run["results"]} == {
        "pass",
        "fail",
        "open",
        "review",
        "notApplicable",
    }
    counted = [i for each in made for rule in each.rules for i in rule.instances or (None,)]
    assert len(run["results"]) == len(counted)


def test_a_finding_in_full() -> None:
    positioned = SourceInfo("cases/a b.json", "0" * 64, position=lambda _: (12, 7))
    run = sarif(report(small_case(), source=positioned))
    result = result_of(run, "SEU-01")

    assert result["level"] == "warning"
    assert "À faire\u00a0: Conclure une convention." in result["message"]["text"]
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "cases/a%20b.json"},
        "region": {"startLine": 12, "startColumn": 7},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "$.awards[0].amount"}]
    assert place["properties"] == {
        "document": "acte.txt",
        "page": 2,
        "span": [10, 18],
        "quote": "30 000 €",
    }
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    (taxon,) = result["taxa"]
    law = run["taxonomies"][taxon["toolComponent"]["index"]]["taxa"][taxon["index"]]
    assert law["name"] == "loi 2000-321, art. 10"
    assert run["artifacts"] == [
        {
            "location": {"uri": "cases/a%20b.json"},
            "hashes": {"sha-256": "0" * 64},
            "roles": ["analysisTarget"],
        },
        {"location": {"uri": "cases/acte.txt"}, "hashes": {"sha-256": "a" * 64}},
    ]
    assert run["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []},
    ]


def test_a_document_is_cited_by_its_line_only_where_any_reader_finds_it() -> None:
    text = "x" * 9 + "\n30 000 €\n"
    in_text = SourceInfo("acte.txt", "a" * 64, texts={"acte": text})
    place = result_of(sarif(report(small_case(), source=in_text)), "SEU-01")["locations"][0]

    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "acte.txt"},
        "region": {"startLine": 2, "snippet": {"text": "30 000 €"}},
    }
    case = small_case()
    in_pdf = evolve(case, documents=(evolve(case.documents[0], name="acte.pdf"),))
    source = SourceInfo("acte.pdf", "a" * 64, texts={"acte": text})
    place = result_of(sarif(report(in_pdf, source=source)), "SEU-01")["locations"][0]

    assert place["physicalLocation"] == {"artifactLocation": {"uri": "acte.pdf"}}
    assert (place["properties"]["page"], place["properties"]["span"]) == (2, [10, 18])


def test_the_line_of_a_text_beside_the_case_file_is_told_too() -> None:
    source = SourceInfo(
        "cases/a.json", position=lambda _: (3, 1), texts={"acte": "x" * 9 + "\n30 000 €\n"}
    )
    result = result_of(sarif(report(small_case(), source=source)), "SEU-01")

    assert result["relatedLocations"][-1]["physicalLocation"] == {
        "artifactLocation": {"uri": "cases/acte.txt"},
        "region": {"startLine": 2, "snippet": {"text": "30 000 €"}},
    }


def test_fingerprints_stay_when_lines_and_files_move() -> None:
    moved = SourceInfo("elsewhere/b.json", position=lambda _: (99, 9))
    before, after = sarif(report(small_case())), sarif(report(small_case(), source=moved))
    another = evolve(small_case(), act=evolve(small_case().act, number="24-02"))

    def prints(run: Any) -> list[Any]:
        return [each["partialFingerprints"] for each in run["results"]]

    assert prints(before) == prints(after)
    assert not {str(each) for each in prints(before)} & {
        str(each) for each in prints(sarif(report(another)))
    }


def test_several_inputs_unread_unreliable_and_accepted() -> None:
    unreliable = report(small_case(), faults=["They differ [a](1)."], doubted=["MOT-01"])
    run = sarif(UNREAD, unreliable, accepted())
    (invocation,) = run["invocations"]
    unread, fault, idle = invocation["toolExecutionNotifications"]

    assert not invocation["executionSuccessful"]
    assert [each["level"] for each in (unread, fault, idle)] == ["error", "error", "note"]
    assert unread["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 7,
    }
    assert fault["message"]["text"] == "They differ \\[a](1)."
    (taken,) = [each for each in run["results"] if each["suppressions"]]
    assert taken["suppressions"][0]["status"] == "accepted"
    assert taken["suppressions"][0]["justification"] == "known | <b>and</b> fixed"
    assert all("suppressions" in each for each in run["results"])


def test_no_act_is_a_log_without_results() -> None:
    assert sarif()["results"] == []
    assert sarif(UNREAD)["results"] == []


@pytest.mark.parametrize("name", NAMES)
def test_any_name_keeps_the_log_sound(name: str) -> None:
    run = sarif(named(name))

    assert len(run["results"]) > 1


@pytest.mark.slow  # jsonschema takes seconds for its 420 results
def test_reference_act() -> None:
    made = build_report(check(reference_case()), language="fr")
    run = sarif(made)

    assert sum(each["kind"] == "fail" for each in run["results"]) == made.counts[Verdict.FAIL]
    assert "CGCT" in {each["name"] for each in run["taxonomies"]}


def test_same_bytes_every_time() -> None:
    made: list[Report] = every_verdict()

    assert render("sarif", made, "fr") == render("sarif", made, "fr")
