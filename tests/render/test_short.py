"""One line for each act."""

from __future__ import annotations

import pytest

from checker.render import as_short
from checker.report import Outcome
from checker.words import Language
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.rendering import whole
from tests.report.making import report, small_case, with_interest


def short(*outcomes: Outcome, language: Language = "fr") -> list[str]:
    text = whole(as_short.Renderer(language), outcomes)
    assert not text or text.endswith("\n")
    return text.split("\n")[:-1]


def parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(" |")]


def test_a_line_says_what_is_gravest_and_counts_all_five_verdicts() -> None:
    (line,) = short(report(with_interest(small_case())))
    status, counts, file, number, worst = parts(line)

    assert (status, file, number) == ("à corriger", "cases/small.json", "24-01")
    assert " ".join(counts.split()) == (
        "6 constats 1 à apprécier 0 non vérifiable 2 sans anomalie 1 sans objet"
    )
    assert worst.startswith("[INT-01] irrégularité – Règle INT-01")


def test_english() -> None:
    (line,) = short(report(small_case(), "en"), language="en")

    assert line.startswith("to be corrected |")
    assert "5 findings" in line


def test_lines_of_several_acts_are_aligned_and_have_the_same_parts() -> None:
    unreliable = report(small_case(), faults=["They differ."], doubted=["MOT-01"])
    lines = short(report(small_case()), UNREAD, unreliable, accepted())

    assert [parts(line)[0] for line in lines] == [
        "à corriger",
        "non lu",
        "non fiable",
        "à corriger",
    ]
    assert len({line.index(" |") for line in lines}) == 1
    assert len({len(parts(line)) for line in lines}) == 1
    assert parts(lines[1])[2] == UNREAD.file
    assert parts(lines[1])[-1].endswith("The key 'number' is unknown.")
    assert parts(lines[2])[-1] == "They differ."


def test_accepted_findings_are_counted_and_no_longer_the_gravest() -> None:
    some, every = short(accepted(), accepted(everything=True))

    assert "5 constats, dont 1 accepté" in some
    assert parts(every)[0] == "à apprécier"
    assert parts(every)[-1] == ""


@pytest.mark.parametrize("name", NAMES)
def test_any_name_keeps_to_one_line(name: str) -> None:
    made = short(named(name))

    assert len(made) == 1
    assert len(made[0].splitlines()) == 1
    assert "\x1b" not in made[0]
