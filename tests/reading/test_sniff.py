"""What a file is, by its bytes, and names that claim otherwise."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from checker.reading import Reason, RefusedDocumentError, Source, read_document, sniff
from checker.reading.sniff import document_kind

PDF = b"%PDF-1.7\n%%EOF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def packed(*parts: str, mimetype: str = "") -> bytes:
    """A ZIP archive with these parts, all but `mimetype` empty."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for part in parts:
            archive.writestr(part, "")
    return file.getvalue()


ODT = packed("content.xml", mimetype="application/vnd.oasis.opendocument.text")
ODS = packed("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet")
DOCX = packed("[Content_Types].xml", "word/document.xml")


def refused(data: bytes, name: str) -> RefusedDocumentError:
    with pytest.raises(RefusedDocumentError) as caught:
        document_kind(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "pdf"),
        (b"\xef\xbb\xbf \n" + PDF, "pdf"),
        (DOCX, "docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "docx"),
        (ODT, "odt"),
        (packed("content.xml"), "odt"),
        (b"<!DOCTYPE html><p>1 000 \xe2\x82\xac", "html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><!-- b -->\n<HTML lang="fr">', "html"),
        (b"<table><tr><td>120</td></tr></table>", "html"),
        ("Le conseil accorde 1 000 €.".encode(), "txt"),
        ("Le conseil accorde 1 000 €.".encode("cp1252"), "txt"),
        ("Le conseil accorde 1 000 €.".encode("utf-16"), "txt"),
        (b"[1] Le conseil", "txt"),
        (b"BM accorde", "txt"),
        (b"a < b", "txt"),
    ],
)
def test_the_bytes_say_what_a_document_is(data: bytes, kind: str) -> None:
    for name in ("-", "act", "draft.tmp", f"draft.{kind}", f"DRAFT.{kind.upper()}"):
        assert document_kind(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "claimed", "found"),
    [
        (PDF, "act.docx", "Word document", "a PDF"),
        (DOCX, "act.pdf", "a PDF", "Word document"),
        (ODT, "act.docx", "Word document", "OpenDocument text"),
        (DOCX, "act.doc", "old Office format", "Word document"),
        (OLE, "act.docx", "Word document", "old Office format"),
        (b"text", "act.pdf", "a PDF", "plain text"),
        (PDF, "act.txt", "plain text", "a PDF"),
        (b"<html>", "act.txt", "plain text", "an HTML page"),
        (b"text", "act.html", "an HTML page", "plain text"),
        (PDF, "case.json", "a JSON file", "a PDF"),
        (b'{"schema": 1}', "act.pdf", "a PDF", "a JSON file"),
        (b"a;b", "grants.csv", "a table (.csv)", "plain text"),
    ],
)
def test_a_name_that_claims_otherwise_is_refused(
    data: bytes, name: str, claimed: str, found: str
) -> None:
    error = refused(data, name)

    assert error.reason == "wrong_type"
    (problem,) = error.problems
    assert problem.file == name
    before, _, after = problem.message.partition("by its content")
    assert claimed in before
    assert found in after


@pytest.mark.parametrize(
    ("data", "reason", "said"),
    [
        (b"", "wrong_type", "The file is empty."),
        (b" \n", "wrong_type", "The file is empty."),
        (OLE, "wrong_type", "Save it as .docx or .odt"),
        (b"{\\rtf1 text}", "wrong_type", "an RTF document"),
        (b'{"schema": "x"}', "wrong_type", "deliberation-check CASE.json"),
        (b"\x89PNG\r\n\x1a\n", "wrong_type", "A picture has no text"),
        (b"<?xml version='1.0'?><root/>", "wrong_type", "an XML file"),
        (packed("a.pdf"), "wrong_type", "Unpack it"),
        (packed("xl/workbook.xml"), "wrong_type", "a spreadsheet"),
        (ODS, "wrong_type", "a spreadsheet"),
        (packed("ppt/presentation.xml"), "wrong_type", "a presentation"),
        (b"\x7fELF\0\0", "wrong_type", "no type that is known"),
        (b"PK\x03\x04 cut short", "damaged", "cut short or damaged"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, reason: Reason, said: str) -> None:
    error = refused(data, "-")

    assert error.reason == reason
    assert said in str(error)


def test_a_fragment_of_a_page_is_one_by_its_name() -> None:
    assert document_kind(b"texte <b>gras</b>", "annexe.html") == "html"


def test_the_size_has_a_limit_and_the_refusal_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sniff.MOST_BYTES == 50_000_000
    monkeypatch.setattr(sniff, "MOST_BYTES", 3_000_000)

    error = refused(b"%PDF-" + bytes(3_000_000), "act.pdf")

    assert error.reason == "too_large"
    assert "larger than 3 MB" in str(error)


def test_comments_without_end_cost_nothing() -> None:
    assert document_kind(b"<!--" * 20_000, "-") == "txt"
    assert document_kind(b"<!-- -->" * 20_000 + b"<html>", "-") == "txt"


def test_only_the_reader_wanted_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("act", "pdf", "0" * 64, "stub", "text")
    reader = ModuleType("reader")
    monkeypatch.setattr(reader, "read_pdf", lambda *_: source, raising=False)
    asked: list[str] = []

    def module(name: str) -> ModuleType:
        asked.append(name)
        return reader

    monkeypatch.setattr("checker.reading.import_module", module)

    assert read_document(PDF, "act") is source
    assert asked == ["checker.reading.pdf"]


def test_forms_of_the_act_are_read_as_what_they_are() -> None:
    forms = Path(__file__).parents[3] / "shared" / "seed" / "forms"
    if not forms.is_dir():
        pytest.skip("the forms of the act stand in ../shared, which is not here")
    for form in sorted(forms.iterdir()):
        assert document_kind(form.read_bytes(), form.name) == form.suffix[1:]
    assert "€" in read_document((forms / "plain.docx").read_bytes(), "plain.docx").text
