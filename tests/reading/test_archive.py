"""Archives and XML that are damaged, encrypted, hostile, or not what they claim."""

from __future__ import annotations

import builtins
import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

import pytest

from checker.reading import archive, writing, xmltree
from checker.reading.docx import read_docx
from checker.reading.odt import read_odt
from checker.reading.refusal import RefusedDocumentError
from checker.reading.source import Source
from tests.reading.packages import docx, odt, office, par, word, zipped

Reader = Callable[[bytes, str], Source]
DOCX = docx(par("40 000 €"))
ODT = odt("<text:p>40 000 €</text:p>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
READERS = pytest.mark.parametrize(("read", "data"), [(read_docx, DOCX), (read_odt, ODT)])


def refusal(read: Reader, data: bytes) -> RefusedDocumentError:
    with pytest.raises(RefusedDocumentError) as refused:
        read(data, "acte")
    assert str(refused.value).startswith("acte: ")
    return refused.value


def with_part(part: str | bytes, more: Mapping[str, str | bytes] | None = None) -> bytes:
    return zipped({"word/document.xml": part} | dict(more or {}))


@READERS
def test_the_documents_of_these_tests_are_read(read: Reader, data: bytes) -> None:
    assert read(data, "acte").text == "40 000 €\n"


@READERS
@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"", "wrong_type"),
        (b"Une subvention de 40 000 EUR", "wrong_type"),
        (b"%PDF-1.7\n", "wrong_type"),
        (OLE + "WordDocument".encode("utf-16-le"), "wrong_type"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped({"xl/workbook.xml": "<a/>"}), "wrong_type"),
        (b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_other_files(read: Reader, data: bytes, bad: bytes, reason: str) -> None:
    del data
    assert refusal(read, bad).reason == reason


def test_one_format_for_the_other() -> None:
    assert "OpenDocument" in str(refusal(read_docx, ODT))
    assert "Word" in str(refusal(read_odt, DOCX))


def test_another_main_part() -> None:
    sheet = zipped({"content.xml": office("document-content", "<office:body/>")})

    assert refusal(read_docx, with_part("<workbook/>")).reason == "wrong_type"
    assert refusal(read_odt, sheet).reason == "wrong_type"


@READERS
def test_a_file_cut_short(read: Reader, data: bytes) -> None:
    assert refusal(read, data[: len(data) // 2]).reason == "damaged"


@READERS
def test_a_flipped_byte_in_the_text(read: Reader, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        name = "word/document.xml" if read is read_docx else "content.xml"
        at = file.getinfo(name).header_offset + 30 + len(name) + 60

    assert refusal(read, data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]).reason == "damaged"


def flagged(data: bytes) -> bytes:
    """The same archive with every entry marked as encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(changed)


@READERS
def test_entries_under_a_password(read: Reader, data: bytes) -> None:
    assert refusal(read, flagged(data)).reason == "encrypted"


def test_passwords_of_opendocument() -> None:
    manifest = {"META-INF/manifest.xml": "<m:encryption-data m:checksum='x'/>", "content.xml": "?"}

    assert refusal(read_odt, zipped(manifest)).reason == "encrypted"
    assert refusal(read_odt, zipped({"encrypted-package": "x"})).reason == "encrypted"


def test_two_parts_of_one_name() -> None:
    twice = zipped({"word/document.xml": word("document", ""), "WORD/Document.xml": "<other/>"})

    assert refusal(read_docx, twice).reason == "damaged"


def test_names_are_found_in_any_case() -> None:
    body = word("document", f"<w:body>{par('40 €')}</w:body>")

    assert read_docx(zipped({"Word\\Document.XML": body}), "acte").text == "40 €\n"


def test_a_method_no_word_processor_uses() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("word/document.xml", word("document", ""))

    assert refusal(read_docx, file.getvalue()).reason == "damaged"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_part(b" " * (archive.RATIO_FROM + 1)), "times its size"),
        (with_part(b" " * (archive.MOST_READ + 1)), "unpacks to over 48 MiB"),
        (zipped({str(n): "" for n in range(archive.MOST_ENTRIES + 1)}), "parts"),
    ],
    ids=["ratio", "size", "entries"],
)
def test_bombs(data: bytes, said: str) -> None:
    refused = refusal(read_docx, data)

    assert refused.reason == "too_large"
    assert said in str(refused)


def test_sizes_that_together_are_too_large() -> None:
    data = bytearray(with_part(word("document", ""), {"a": "", "b": "", "c": ""}))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 400 << 20)
        at = data.find(b"PK\x01\x02", at + 1)

    assert "1 GiB" in str(refusal(read_docx, bytes(data)))


def test_a_zip_within_a_zip_is_not_opened() -> None:
    assert refusal(read_docx, with_part(DOCX)).reason == "damaged"
    assert refusal(read_docx, zipped({"act.docx": DOCX})).reason == "wrong_type"


def laughs(code: str) -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    declared = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE x [{entities}]>'
    return (declared + word("document", f"<w:body>{par('&l11;')}</w:body>")).encode(code)


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-32", "utf-7", "cp037"])
def test_a_billion_laughs(code: str) -> None:
    assert refusal(read_docx, with_part(laughs(code))).reason == "damaged"


def test_nothing_is_fetched() -> None:
    outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + word("document", "")

    assert refusal(read_docx, with_part(outside)).reason == "damaged"


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "windows-1252"])
def test_encodings(code: str) -> None:
    body = word("document", f"<w:body>{par('40 000 €')}</w:body>")
    encoded = f'<?xml version="1.0" encoding="{code}"?>{body}'.encode(code)

    assert read_docx(with_part(encoded), "acte").text == "40 000 €\n"


@pytest.mark.parametrize("xml", ["", "<w:document", "<a>&unknown;</a>", "<a><b></a>", "\0"])
def test_xml_that_is_none(xml: str) -> None:
    assert refusal(read_docx, with_part(xml)).reason == "damaged"


def test_nesting() -> None:
    def nested(times: int) -> bytes:
        table = "<w:tbl><w:tr><w:tc>" * times + par("40 €") + "</w:tc></w:tr></w:tbl>" * times
        return docx(table)

    assert read_docx(nested(80), "acte").text == "40 €\n"
    assert refusal(read_docx, nested(120)).reason == "damaged"


@pytest.mark.parametrize(
    "names",
    [
        *(["w:tbl", "w:tr", "w:tc"], ["w:p"], ["w:r"], ["w:del"], ["w:sdt"], ["w:sdt", "w:p"]),
        *(["w:p", "w:r", "w:txbxContent"], ["wp:inline"], ["v:shape"], ["a:p"], ["m:oMath"]),
    ],
)
def test_deep_nesting_of_a_word_document(names: Sequence[str]) -> None:
    deep = 250 // len(names)
    body = "".join(f"<{name}>" for name in names) * deep
    body += "".join(f"</{name}>" for name in reversed(names)) * deep

    assert read_docx(docx(body + par("40 €")), "acte").text.endswith("40 €\n")


@pytest.mark.parametrize(
    "names",
    [
        *(["table:table", "table:table-row", "table:table-cell"], ["text:p"], ["text:span"]),
        *(["text:list", "text:list-item"], ["text:list"], ["text:list-item"], ["text:section"]),
        *(["text:p", "draw:frame", "draw:text-box"], ["draw:g"], ["text:note", "text:note-body"]),
        *(["text:numbered-paragraph"], ["text:expression"], ["text:hidden-text"]),
    ],
)
def test_deep_nesting_of_an_opendocument_text(names: Sequence[str]) -> None:
    deep = 250 // len(names)
    body = "".join(f"<{name}>" for name in names) * deep
    body += "".join(f"</{name}>" for name in reversed(names)) * deep

    assert "40 €\n" in read_odt(odt(f"{body}<text:p>40 €</text:p>"), "acte").text


def test_nesting_that_the_walk_has_no_room_for() -> None:
    body = "<draw:rect>" * 250 + "</draw:rect>" * 250

    assert refusal(read_odt, odt(body)).reason == "damaged"


def test_a_chain_of_deletions_as_long_as_the_file() -> None:
    regions = "".join(
        f"<text:changed-region text:id='a{n}'><text:deletion><text:p>{n}"
        f"<text:change text:change-id='a{n + 1}'/></text:p></text:deletion></text:changed-region>"
        for n in range(2_000)
    )
    body = "<text:p>a<text:change text:change-id='a0'/>b</text:p>"

    source = read_odt(odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}"), "acte")

    assert source.text == "ab\n"
    assert "1999" in source.aside[-1].text


def test_too_many_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmltree, "MOST_MARKS", 60)

    assert read_docx(DOCX, "acte").text == "40 000 €\n"
    assert refusal(read_docx, docx(par("a") * 10)).reason == "too_large"


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_docx, docx(par("a" * 1_001))),
        (read_odt, odt("<text:p>a<text:s text:c='1001'/></text:p>")),
        (read_docx, docx("<w:del>" + par("a" * 1_001) + "</w:del>")),
    ],
)
def test_too_much_text(read: Reader, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_TEXT", 1_000)

    assert refusal(read, data).reason == "too_large"


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_docx, docx("<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>")),
        (read_odt, odt("")),
    ],
)
def test_a_document_without_text(read: Reader, data: bytes) -> None:
    refused = refusal(read, data)

    assert refused.reason == "no_text"
    assert ("1 image" in str(refused)) == (read is read_docx)


@READERS
def test_a_missing_library_is_named_with_its_command(
    read: Reader, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("lxml"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    refused = refusal(read, data)

    assert refused.reason == "missing_library"
    assert "pip install 'deliberation-check[documents]'" in str(refused)


def test_a_chain_of_styles_as_long_as_the_file() -> None:
    styles: Sequence[str] = [
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 9_000}"/></w:style>'
        for n in range(9_000)
    ]
    body = "".join(par("x", properties=f'<w:pStyle w:val="s{n}"/>') for n in range(2_000))

    assert read_docx(docx(body, styles="".join(styles)), "acte").text == "x\n" * 2_000
