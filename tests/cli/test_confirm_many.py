"""One answer for many like items, and amounts put into every list there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.casefile import dump_case, load_case
from tests.cli import drawing
from tests.cli.running import run

pytestmark = pytest.mark.usefixtures("drawn")

NUMBERS = 40
FAR = "Words of the act that hold no amount. " * 20


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Forty unread lines, as a flattened table gives them, two apart, two awards read twice."""
    table = "".join(f"Line {n} {n} €\n" for n in range(1, NUMBERS + 1))
    text = f"# 24-1\nAlpha: 100.00\nBeta? 12500.00 12.50\nGamma? 13500.00 13.50\n{table}{FAR}\n"
    return written(tmp_path, f"{text}Apart 5 €\n{FAR}\nFar 6 €\n")


def written(folder: Path, text: str) -> Path:
    path = folder / "act.json"
    (drawn,) = drawing.extract(drawing.read(text.encode(), "act.txt"))
    path.write_text(dump_case(drawn), encoding="utf-8")
    (folder / "act.txt").write_text(text, encoding="utf-8")
    return path


def answer(path: Path, *answers: str, language: str = "en") -> str:
    stdin = "".join(f"{each}\n" for each in answers).encode()
    return run("confirm", "--lang", language, path, stdin=stdin).stdout.replace("\u00a0", " ")


def held(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    load_case(data, str(path))
    value: dict[str, Any] = json.loads(data)
    return value


def left(path: Path) -> list[str]:
    return [
        each["quote"] for each in held(path).get("readings", []) if each["status"] != "dismissed"
    ]


def test_all_of_a_table_are_dismissed_at_once_and_undone_at_once(case: Path) -> None:
    before = held(case)

    said = answer(case, "s", "s", "xt")

    assert f"xt: the same answer for {NUMBERS} items alike of this table or list" in said
    assert f"x*: the same answer for {NUMBERS + 2} items alike of the document" in said
    assert f"Settled at once: {NUMBERS} items (u undoes it)." in said
    assert left(case) == ["Apart 5 €", "Far 6 €"]
    assert held(case)["awards"] == before["awards"]

    case.write_text(json.dumps(before), encoding="utf-8")
    said = answer(case, "s", "s", "xt", "u")
    assert f"Undone: {NUMBERS} items." in said
    assert held(case) == before


def test_all_of_the_document(case: Path) -> None:
    answer(case, "s", "s", "x*")

    assert left(case) == []


def test_all_of_a_page(case: Path) -> None:
    value = held(case)
    for n, reading in enumerate(value["readings"]):
        reading["page"] = 1 if n < 3 else 2
    case.write_text(json.dumps(value), encoding="utf-8")

    said = answer(case, "s", "s", "xp", "q")

    assert "xp: the same answer for 3 items alike of this page" in said
    assert left(case)[0] == "Line 4 4 €"
    assert len(left(case)) == NUMBERS - 1


def test_one_reading_is_chosen_for_all_values_alike(case: Path) -> None:
    said = answer(case, "2t")

    assert "xt, 1t, 2t: the same answer for 2 items alike of this table or list" in said
    assert [each["amount"] for each in held(case)["awards"]] == ["100.00", "12.50", "13.50"]
    assert {each["evidence"]["amount"]["status"] for each in held(case)["awards"][1:]} == {
        "confirmed"
    }


def test_what_was_read_is_confirmed_for_all(case: Path) -> None:
    value = held(case)
    for award, euros in zip(value["awards"][1:], ("12500.00", "13500.00"), strict=True):
        award["amount"] = euros
    case.write_text(json.dumps(value), encoding="utf-8")

    assert "xt, =t, 1t, 2t: the same" in answer(case, "=t")

    assert [each["amount"] for each in held(case)["awards"]] == ["100.00", "12500.00", "13500.00"]


@pytest.mark.parametrize("typed", ["9t", "1p", "=t"])
def test_an_answer_for_all_that_does_not_fit_is_not_understood(case: Path, typed: str) -> None:
    before = held(case)

    said = answer(case, "s", "s", typed)

    assert "Not understood" in said
    assert held(case) == before


def test_in_french(case: Path) -> None:
    said = answer(case, "s", "s", "xt", language="fr")

    assert f"la même réponse pour {NUMBERS} éléments semblables de ce tableau" in said
    assert f"Réglé d'un coup : {NUMBERS} éléments" in said.replace("’", "'")


# Every list there is.


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return written(tmp_path, "# 24-1\nAlpha: 100.00\nPaid: 7.00\nSome 40 € more\n")


def of_lists(path: Path, *lists: str) -> Path:
    value = held(path)
    value["readings"][0]["lists"] = [*lists]
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_payment_of_an_award(one: Path) -> None:
    said = answer(of_lists(one, "payments"), "40", "1", "1", "2024")

    assert "Of which award?" in said
    assert "1  Alpha, €100.00" in said
    (payment,) = held(one)["payments"]
    assert (payment["award"], payment["amount"], payment["year"]) == ("award-alpha", "40.00", 2024)
    assert payment["evidence"]["amount"]["status"] == "added"
    assert left(one) == []


def test_a_payment_without_a_year(one: Path) -> None:
    answer(of_lists(one, "payments"), "40", "1", "1", "soon", "-")

    assert "year" not in held(one)["payments"][0]


def test_a_payment_needs_an_award(one: Path) -> None:
    value = held(one)
    del value["awards"]
    one.write_text(json.dumps(value), encoding="utf-8")

    said = answer(of_lists(one, "payments"), "40", "q")

    assert "new entry: payment" not in said
    assert "new entry: award" in said


def test_a_project_and_its_cost(one: Path) -> None:
    answer(of_lists(one, "projects"), "40", "1", "1", "Festival")

    (project,) = held(one)["projects"]
    assert (project["beneficiary"], project["cost"], project["title"]) == (
        "alpha",
        "40.00",
        "Festival",
    )
    assert project["evidence"]["cost"]["quote"] == "40 €"


def test_a_grant_of_another_year(one: Path) -> None:
    answer(of_lists(one, "grants"), "40", "1", "1", "2023")

    (grant,) = held(one)["grants"]
    assert (grant["beneficiary"], grant["year"], grant["amount"]) == ("alpha", 2023, "40.00")


def test_a_budget_heading_says_something(one: Path) -> None:
    said = answer(of_lists(one, "charges"), "40", "1", "3", "-", "-", "-", "1", "-", "65", "-")

    assert "states one of these at least" in said
    (charge,) = held(one)["charges"]
    assert (charge["section"], charge["chapter"]) == ("fonctionnement", "65")
    assert charge["evidence"]["chapter"]["quote"] == "40 €"
    assert {"account", "budget", "amount"}.isdisjoint(charge)


def test_another_list_than_those_it_could_be_of(one: Path) -> None:
    said = answer(of_lists(one, "totals"), "40", "2", "3", "1", "-")

    assert "2  another list…" in said
    assert held(one)["payments"][0]["amount"] == "40.00"


def test_a_result_of_the_year_before(one: Path) -> None:
    said = answer(of_lists(one, "results"), "40", "1", "1", "2023", "concerts")

    assert "What does this number count?" in said
    (result,) = held(one)["results"]
    assert (result["beneficiary"], result["year"], result["indicator"], result["value"]) == (
        "alpha",
        2023,
        "concerts",
        40,
    )


def test_a_number_with_decimals_counts_nothing(one: Path) -> None:
    said = answer(of_lists(one, "results"), "40,50", "q")

    assert "new entry: result" not in said
    assert "new entry: award" in said
