"""Any bytes give a text or a clean refusal, whatever was done to them."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.reading.docx import read_docx
from checker.reading.odt import read_odt
from checker.reading.refusal import RefusedDocumentError
from checker.reading.source import Source
from tests.reading.packages import cell, docx, odt, par, row, run, zipped

pytestmark = pytest.mark.slow

Reader = Callable[[bytes, str], Source]

WORD = docx(
    par("40 000 €", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + par("un", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + par(run("caché", "<w:vanish/>"), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    + "<w:p><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:r><w:pict><w:txbxContent>"
    + f"{par('boîte')}</w:txbxContent></w:pict></w:r></w:p>"
    + f"<w:tbl>{row('a', cell('b', properties='<w:vMerge/>'))}{row('c', 'd', 'e')}</w:tbl>",
    footnotes=f'<w:footnote w:id="1">{par("<w:r><w:footnoteRef/></w:r>")}</w:footnote>',
    numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1)"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    styles='<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
)
OPEN = odt(
    "<text:p>40<text:s text:c='2'/>000 €<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>n</text:p></text:note-body></text:note><draw:frame><draw:text-box>"
    "<text:p>boîte</text:p></draw:text-box></draw:frame></text:p><text:list text:style-name='L'>"
    "<text:list-item><text:p>un</text:p></text:list-item></text:list><table:table><table:table-row>"
    "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell/></table:table-row>"
    "<table:table-row><table:table-cell table:number-columns-spanned='2'/></table:table-row>"
    "</table:table>",
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
    "style:num-format='1' text:display-levels='3'/></text:list-style>",
)
READERS = pytest.mark.parametrize(("read", "data"), [(read_docx, WORD), (read_odt, OPEN)])
TIME_LIMIT = 10
SMALL = settings(max_examples=60)
FRAGMENTS = st.sampled_from(
    [
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:del",
        "w:vMerge",
        "w:numPr",
        "w:val=",
        "text:p",
        "text:list",
        "text:c=",
        "<",
        ">",
        "/",
        '"',
        "'",
        "&",
        "table:table-row",
        "0",
        "1",
        "-1",
        "99999999999",
        "%9",
        "w:fldChar",
        "w:sdt",
        "mc:AlternateContent",
        "draw:frame",
    ]
)


def sound(read: Reader, data: bytes) -> None:
    """Reads, and checks that what was read holds together."""
    start = time.monotonic()
    try:
        source = read(data, "acte")
    except RefusedDocumentError as refused:
        assert str(refused).startswith("acte: ")  # noqa: PT017 – a refusal is one of two right ends
    else:
        assert source.text.endswith("\n")
        assert all(0 <= each.at <= len(source.text) for each in source.aside)
        for table in source.tables:
            ends = 0
            for each in table.cells:
                assert ends <= each.start <= each.end <= len(source.text)
                ends = each.end
    assert time.monotonic() - start < TIME_LIMIT


def rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed: a damaged archive would hide what is within."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {info.filename: file.read(info) for info in file.infolist()}
    parts[part] = change(parts[part])
    return zipped(parts)


@READERS
def test_the_document_itself_is_read(read: Reader, data: bytes) -> None:
    assert "€" in read(data, "acte").text
    assert len(read(data, "acte").tables) == 1
    sound(read, data)


@READERS
@given(noise=st.binary(max_size=400))
@example(noise=b"")
@SMALL
def test_any_bytes(read: Reader, data: bytes, noise: bytes) -> None:
    del data
    sound(read, noise)
    sound(read, b"PK\x03\x04" + noise)


@READERS
@given(portion=st.floats(0, 1))
@SMALL
def test_any_beginning(read: Reader, data: bytes, portion: float) -> None:
    sound(read, data[: int(portion * len(data))])


@READERS
@given(changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8))
@SMALL
def test_any_changed_bytes(read: Reader, data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for place, byte in changes:
        changed[int(place * (len(data) - 1))] = byte
    sound(read, bytes(changed))


@READERS
@given(data_=st.data())
@SMALL
def test_any_change_of_the_text_within(read: Reader, data: bytes, data_: st.DataObject) -> None:
    word = ["document", "numbering", "footnotes", "styles", "_rels/document.xml.rels"]
    names = word if read is read_docx else ["content", "styles"]
    name = data_.draw(st.sampled_from(names))
    part = f"{'word/' if read is read_docx else ''}{name}{'' if '.' in name else '.xml'}"

    def change(content: bytes) -> bytes:
        for _ in range(data_.draw(st.integers(1, 4))):
            tags = [at for at, byte in enumerate(content) if byte in b'<>="']
            at = data_.draw(st.sampled_from(tags))
            length = data_.draw(st.integers(0, 12))
            content = content[:at] + data_.draw(FRAGMENTS).encode() + content[at + length :]
        return content

    sound(read, rewritten(data, part, change))


@READERS
@given(data_=st.data())
@SMALL
def test_any_tags_renamed(read: Reader, data: bytes, data_: st.DataObject) -> None:
    """Well-formed, so that it reaches the walk, yet with elements where they never stand."""
    word = "p r t tbl tr tc del pPr rPr numPr txbxContent fldChar sdt vMerge"
    office = "p s note note-body span list list-item h section tracked-changes change"
    pairs = (word if read is read_docx else office).split()
    prefix, part = ("w", "word/document.xml") if read is read_docx else ("text", "content.xml")
    before = data_.draw(st.sampled_from(pairs))
    after = data_.draw(st.sampled_from(pairs))

    def change(content: bytes) -> bytes:
        for lead in ("<", "</"):
            for end in (" ", ">", "/"):
                old, new = f"{lead}{prefix}:{before}{end}", f"{lead}{prefix}:{after}{end}"
                content = content.replace(old.encode(), new.encode())
        return content

    sound(read, rewritten(data, part, change))


@READERS
def test_a_line_of_two_million_characters(read: Reader, data: bytes) -> None:
    del data
    line = "40 000 € " * 222_222 + "fin"
    long = docx(par(line)) if read is read_docx else odt(f"<text:p>{line}</text:p>")

    sound(read, long)
    assert read(long, "acte").text == line + "\n"
