"""The HTML report of real documents, as a user asks for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.render.as_html import environment
from tests.cli.running import run
from tests.documents.communes import ARTICLES, MINUTES
from tests.documents.writers import as_bytes, as_pdf
from tests.render.page import Page


def test_each_deliberation_of_a_document_has_its_own_part_of_the_text(tmp_path: Path) -> None:
    minutes, report = tmp_path / "minutes.odt", tmp_path / "report.html"
    minutes.write_bytes(as_bytes(MINUTES))

    result = run("check", minutes, "--lang", "fr", "--output", f"html={report}")

    assert result.exit_code in (0, 1), result.stderr
    page = Page(report.read_text("utf-8"))
    assert not page.faults
    assert page.dangling == set()
    first, second = page.texts["a1-text0"], page.texts["a2-text0"]
    assert "2023-44" in page.texts["a1-title"]
    assert "2023-45" in page.texts["a2-title"]
    assert "Procès-verbal de la séance" in first
    assert "une subvention de 3 000 €" in first
    assert "Foyer rural" not in second
    assert "- Le Souvenir montfleurysien" in second
    assert "Membres en exercice" in second  # the common head, which it cites
    assert "Souvenir" not in first
    assert first.count("plusieurs délibérations") == 1
    marks = [each for each in page.all("mark", "read") if each.get("id", "").startswith("a2-")]
    assert {"250 €", "180 €"} <= {page.texts[each["id"]] for each in marks}


def test_every_amount_and_page_of_a_pdf_is_in_the_text(tmp_path: Path) -> None:
    act = tmp_path / "act.pdf"
    act.write_bytes(as_pdf(ARTICLES.parts))

    result = run("check", act, "--lang", "en", "--format", "html")

    assert result.exit_code in (0, 1), result.stderr
    page = Page(result.stdout)
    assert "page 1" in page.texts["a1-text0"]
    assert page.all("span", "page")
    assert "act.pdf, page 1, line" in page.text


@pytest.mark.parametrize("format_", ["html", "html=report.html"])
def test_without_its_library_the_format_is_refused_with_the_command(
    format_: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.chdir(tmp_path)
    option = "--output" if "=" in format_ else "--format"
    (tmp_path / "case.json").write_text("{}")

    result = run("check", "case.json", option, format_)

    assert result.exit_code == 2
    assert "pip install 'deliberation-check[reports]'" in result.stderr
    assert not (tmp_path / "report.html").exists()
