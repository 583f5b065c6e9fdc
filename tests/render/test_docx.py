"""The Word document, as python-docx, our own reader and LibreOffice open it."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from checker.errors import InputError
from checker.reading.docx import read_docx
from checker.render.characters import visible
from checker.render.formats import BINARY, render, renderer
from checker.report import Outcome, build_report
from checker.words import Language
from tests.acts import check, reference_case
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.test_json import every_verdict
from tests.report.making import report, small_case, with_interest

OFFICE = shutil.which("soffice")
OBSERVATIONS = [
    *("N°", "Contrôle et niveau", "Constat", "Référence et passages"),
    *("À faire", "Réponse du service", "Suite donnée"),
]
TABLE_PROPERTIES = [
    *("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
]
"""The order that the format prescribes for those we may write; Word refuses another."""


def data(*outcomes: Outcome, language: Language = "fr") -> bytes:
    return render("docx", outcomes, language)


def opened(*outcomes: Outcome, language: Language = "fr") -> Document:
    return docx.Document(io.BytesIO(data(*outcomes, language=language)))


def headings(document: Document) -> list[tuple[str, str]]:
    return [
        (str(each.style.name), each.text)
        for each in document.paragraphs
        if each.style is not None and each.style.name.startswith(("Heading", "Title"))
    ]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in each.rows] for each in document.tables]


def test_sections() -> None:
    made = opened(report(with_interest(small_case())))

    assert headings(made) == [
        ("Title", "RAPPORT DE CONTRÔLE D'UNE DÉLIBÉRATION"),
        ("Heading 1", "Identification"),
        ("Heading 1", "Synthèse"),
        ("Heading 1", "Périmètre et limites"),
        ("Heading 1", "Observations"),
        ("Heading 2", "À corriger (2)"),
        ("Heading 2", "À justifier (4)"),
        ("Heading 2", "Points à apprécier (1)"),
        ("Heading 1", "Tableau de recoupement (en euros)"),
        ("Heading 1", "Contrôles sans anomalie"),
        ("Heading 1", "Points non vérifiables et pièces à demander"),
        ("Heading 1", "Montants non recoupés"),
        ("Heading 1", "Contrôles sans objet"),
        ("Heading 1", "Annexes"),
    ]
    wide = [int(each.page_width or 0) > int(each.page_height or 0) for each in made.sections]
    assert wide == [False, True, False]


def test_every_finding_has_room_for_an_answer() -> None:
    made = report(with_interest(small_case()))
    found = [table for table in tables(opened(made)) if table[0] == OBSERVATIONS]
    rows = [row for table in found for row in table[1:]]

    assert [row[0] for row in rows] == [str(n) for n in range(1, 8)]
    assert all(row[5:] == ["", ""] for row in rows)
    for _, instance in made.found(*made.counts):
        if instance.remedy:
            (row,) = [
                row
                for row in rows
                if row[1].startswith(instance.check + "\n") and instance.message in row[2]
            ]
            assert instance.named in row[2]
            assert instance.remedy == row[4]
            assert all(text in row[3] for text in instance.basis)


def test_headings_of_tables_repeat_and_rows_stay_whole() -> None:
    for table in opened(report(small_case())).tables:
        if table.style is None or table.style.name != "Table Grid":
            continue
        first, *others = table.rows
        assert first._tr.trPr is not None
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        for row in others:
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_properties_of_tables_are_in_the_order_of_the_format() -> None:
    for table in opened(report(small_case())).tables:
        names = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
        assert names == [name for name in TABLE_PROPERTIES if name in names]


def test_cross_table() -> None:
    (table, totals) = [each for each in tables(opened(report(small_case()))) if each[0][-1] == ""]

    assert table[1] == [
        "ADELIE",
        *("30\u00a0000", "–", "30\u00a0000", "30\u00a0000", "30\u00a0000", "✓"),
    ]
    assert table[-1][0] == "Total"
    assert totals[1] == ["total du dispositif", "40\u00a0010", "40\u00a0000", "✗"]


def test_a_short_cross_table_stays_on_one_page_with_its_legend() -> None:
    made = opened(report(small_case()))
    body = list(made.iter_inner_content())
    first = next(
        n for n, each in enumerate(body) if getattr(each, "text", "").startswith("Tableau")
    )
    last = next(n for n, each in enumerate(body) if getattr(each, "text", "").startswith("✓"))

    for each in body[first + 1 : last]:
        lines = (
            [row.cells[0].paragraphs[0] for row in each.rows] if isinstance(each, Table) else [each]
        )
        assert all(line.paragraph_format.keep_with_next for line in lines)


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_language_and_properties(language: Language, locale: str) -> None:
    made = opened(*every_verdict(language), language=language)
    langs = [each.get(qn("w:val")) for each in made.styles.element.iter(qn("w:lang"))]
    text = "\n".join(each.text for each in made.paragraphs)

    assert set(langs) == {locale}
    assert made.core_properties.language == locale
    assert made.core_properties.author == "deliberation-check"
    assert made.core_properties.created is None
    assert "None" not in text
    assert not set("{}") & set(text)


def test_several_inputs_unread_unreliable_and_accepted() -> None:
    unreliable = report(small_case(), faults=["They differ."], doubted=["MOT-01"])
    made = opened(UNREAD, unreliable, accepted())
    text = "\n".join(each.text for each in made.paragraphs)
    cells = [cell for table in tables(made) for row in table for cell in row]

    assert "Fichier non lu\u00a0: drafts/b & <c>.json" in text
    assert "3:7: $.act: The key 'number' is unknown." in text
    assert "CONTRÔLE NON FIABLE" in text
    assert "They differ." in text
    assert any("Accepté\u00a0: par A. Exemple le 2 avril 2024" in cell for cell in cells)
    assert "TOT-01 [t9] : rien n'y correspond." in text
    assert [name for name, _ in headings(made)].count("Title") == 2


@pytest.mark.parametrize("name", [name for name in NAMES if {"<", "\t", "\x1b", "\n"} & set(name)])
def test_any_name_is_shown_as_it_is(name: str) -> None:
    made = tables(opened(named(name)))
    cells = [cell for table in made for row in table for cell in row]

    assert visible(name) in cells
    assert visible(f"cases/{name}.json") in cells


def test_our_own_reader_finds_what_was_written() -> None:
    made = report(with_interest(small_case()))
    text = read_docx(data(made), "report.docx").text

    for _, instance in made.found(*made.counts):
        if instance.remedy:
            assert instance.message in text
    assert "Réponse du service" in text


def test_same_bytes_every_time() -> None:
    made = every_verdict()
    first = data(*made)

    assert data(*made) == first
    entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert not [entry for entry in entries if "thumbnail" in entry.filename]


def test_a_missing_library_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "docx"]:
        monkeypatch.setitem(sys.modules, name, None)
    for name in [name for name in sys.modules if name.startswith("checker.render.as_docx.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(InputError, match=r"pip install 'deliberation-check\[reports\]'"):
        renderer("docx", "fr")


def test_it_is_no_text_for_a_terminal() -> None:
    assert "docx" in BINARY


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed.")
def test_libreoffice_opens_the_report_of_the_reference_act(tmp_path: Path) -> None:
    assert OFFICE is not None
    made = build_report(check(reference_case()), language="fr")
    (tmp_path / "report.docx").write_bytes(data(made))
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "report.docx")),
        ],
        capture_output=True,
        timeout=180,
        check=True,
    )
    pages = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    texts = [page.get_textpage().get_text_range() for page in pages]
    wide = [page.get_width() > page.get_height() for page in pages]

    assert 10 < len(texts) < 40
    assert all(
        "Suite donnée" in text for text, each in zip(texts[1:10], wide[1:10], strict=True) if each
    )
    assert "Page 1 sur" in texts[0]
    assert wide[0] is False
    assert any(wide)
