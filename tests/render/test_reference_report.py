"""The report on the reference act."""

from __future__ import annotations

import json
import re

import pytest

from checker.render import as_text
from checker.report import build_report, exit_status
from checker.words import Language
from tests.acts import check, reference_case
from tests.render import rendering
from tests.render.test_json import VALIDATOR


@pytest.mark.parametrize("language", ["fr", "en"])
def test_report_is_whole(language: Language) -> None:
    made = build_report(check(reference_case()), language=language)
    text = rendering.text([made], language)

    assert "None" not in text
    assert not set("{}") & set(text)
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    *lines, _tally = text.splitlines()  # the tally is one line, whatever it counts
    assert max(map(len, lines)) <= as_text.WIDTH
    VALIDATOR.validate(json.loads(rendering.json([made])))
    assert exit_status([made]) == 1


def test_cross_table_agrees_everywhere() -> None:
    made = build_report(check(reference_case()), language="fr").crosstable

    assert made is not None
    assert [row.agrees for row in made.rows] == [True] * 8
    assert [cell.cents for cell in made.foot.cells] == [32000000, 14000000, 26500000, 14710000]
    assert [total.agrees for total in made.totals] == [True] * 3


def test_members_who_took_no_part_are_no_findings() -> None:
    case = reference_case()
    made = build_report(check(case), language="fr")
    text = rendering.text([made], "fr")

    assert not [member.name for member in case.members if member.name in text]


def test_report_asks_for_each_document_once() -> None:
    made = build_report(check(reference_case()), language="fr")
    documents = [request.document for request in made.requests]

    assert len(documents) == len(set(documents))
    assert "procès-verbal de la séance" in documents
