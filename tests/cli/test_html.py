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


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The report on minutes with two deliberations, then on an act in PDF."""
    folder = tmp_path_factory.mktemp("html")
    minutes, act, report = folder / "minutes.odt", folder / "act.pdf", folder / "report.html"
    minutes.write_bytes(as_bytes(MINUTES))
    act.write_bytes(as_pdf(ARTICLES.parts))

    result = run("check", minutes, act, "--lang", "fr", "--output", f"html={report}")

    assert result.exit_code in (0, 1), result.stderr
    return Page(report.read_text("utf-8"))


@pytest.mark.slow
def test_every_link_leads_somewhere(page: Page) -> None:
    assert not page.faults
    assert page.dangling == set()
    assert page.outside == []
    assert len(page.all("li", "fail")) == 3


@pytest.mark.slow
def test_each_deliberation_of_a_document_has_its_own_part_of_the_text(page: Page) -> None:
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


@pytest.mark.slow
def test_the_pages_of_a_document_are_announced_and_cited(page: Page) -> None:
    assert "page 1" in page.texts["a3-text0"]
    assert page.all("span", "page")
    assert "act.pdf, page 1, ligne" in page.texts["a3"]


def test_without_its_library_the_format_is_refused_with_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.json").write_text("{}")

    result = run("check", "case.json", "--output", "html=report.html")

    assert result.exit_code == 2
    assert "pip install 'deliberation-check[reports]'" in result.stderr
    assert not (tmp_path / "report.html").exists()
