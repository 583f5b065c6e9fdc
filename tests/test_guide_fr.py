"""What the French guide shows is what the tool prints, in words that judge nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.report.phrases import ACTIONS, VERDICTS
from checker.words import typeset
from tests.acts import REFERENCE, ROOT
from tests.test_guides import README, blocks, plain, run

GUIDE = (ROOT / "README.fr.md").read_text("utf-8")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
PROSE = CODE.sub("`", GUIDE)
COMMAND = re.compile(r"deliberation-check ([^#`\n]+)")
FORBIDDEN = re.compile(
    r"illégal|fraud|\bfautes?\b|fautif|prise illégale|conformité|certifi|infraction|délit",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on the reference act, with ordinary spaces."""
    return plain(run(tmp_path_factory.mktemp("guide"), REFERENCE, "--lang", "fr").stdout)


def bold(heading: str) -> list[str]:
    """The words in bold that open the rows of a section's tables."""
    (section,) = re.findall(rf"^#+ {heading}\n(.*?)(?=^#+ |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| \*\*(.+?)\*\* \|", section, re.MULTILINE)


def test_example_is_that_of_the_readme() -> None:
    assert blocks(GUIDE, "json") == blocks(README, "json")


@pytest.mark.slow
def test_example_gives_what_the_guide_says(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(blocks(GUIDE, "json")[0], "utf-8")
    done = run(tmp_path, "mine.json", "--lang", "fr")

    assert done.returncode == 1, done.stderr
    assert "Écart : 500,00 €" in plain(done.stdout)
    assert "au-delà du seuil de 23 000,00 €" in re.sub(r"\s+", " ", plain(done.stdout))
    assert "Avis technique avant le vote : " in plain(done.stdout)


def test_excerpts_are_real(report: str, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(blocks(GUIDE, "json")[0], "utf-8")
    explained = run(tmp_path, "explain", "CON-01", "mine.json", "--lang", "fr").stdout
    printed = {line.strip() for line in (report + plain(explained)).splitlines()}
    excerpts = [
        plain(line).strip() for block in blocks(GUIDE, "text") for line in block.split("\n")
    ]

    assert any(excerpts)
    assert [line for line in excerpts if line and line not in printed] == []


def test_sections_named_are_printed(report: str) -> None:
    rows = re.findall(r"^\| \*\*.+\| «\u00a0(.+?)\u00a0»", GUIDE, re.MULTILINE)
    lines = report.splitlines()

    assert len(rows) == 5
    # Points for judgement are printed only where there are some.
    assert [row for row in rows if row not in lines and row != "Points à apprécier"] == []


def test_words_are_those_of_the_report() -> None:
    assert bold("Les cinq verdicts") == [words.fr for words in VERDICTS.values()]
    *categories, first, second, third = bold("Le niveau d’un constat")
    assert [first, second, third] == [words.fr for words in ACTIONS.values()]
    source = (ROOT / "checker" / "report" / "phrases.py").read_text("utf-8")
    assert [word for word in categories if f'Words("{word}", ' not in source] == []


@pytest.mark.slow
def test_commands_named_run(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(blocks(GUIDE, "json")[0], "utf-8")
    (tmp_path / "cases").symlink_to(ROOT / "cases")
    (tmp_path / "registres").symlink_to(ROOT / "docs" / "exemples" / "registres")
    typed = {line.strip() for line in COMMAND.findall("\n".join(blocks(GUIDE, "sh")))}

    assert len(typed) == 12
    for line in typed:
        arguments = line.split()
        if arguments[0] == "test":  # judged by its own tests
            arguments = ["test", "--help"]
        done = run(tmp_path, *arguments)
        assert done.returncode in {0, 1}, line + done.stderr


def test_options_and_files_named_exist(tmp_path: Path) -> None:
    offered = run(tmp_path, "--help").stdout
    spans = re.findall(r"`([^`\n]+)`", GUIDE)
    named = {word for span in spans for word in re.findall(r"--[a-z-]+", span)}
    files = {span for span in spans if re.fullmatch(r"(cases|checker)/[\w./-]+", span)}

    assert named
    assert [option for option in named if option not in offered] == []
    links = set(re.findall(r"\]\(([^)]+)\)", GUIDE))
    assert [path for path in files | links if not (ROOT / path).is_file()] == []


def test_no_word_judges_or_promises() -> None:
    assert FORBIDDEN.findall(GUIDE) == []


def test_typography() -> None:
    assert [line for line in GUIDE.splitlines() if line.count("`") % 2 and line[:3] != "```"] == []
    assert "'" not in PROSE, "an apostrophe is ’ in prose"
    assert typeset(PROSE, "fr") == PROSE, "a no-break space is missing"
    assert re.findall(r"[^\s`][;!?»]|«[^\u00a0]", PROSE) == [], "a space is missing"


def test_no_count_of_rules_goes_stale() -> None:
    assert re.findall(r"\d+\s+(?:règles|contrôles)", PROSE) == []
