# ruff: noqa: E501 – markup is easier to read on one line
"""What the ODT reader takes for text, and what it sets aside."""

from __future__ import annotations

import pytest

from checker.reading.odt import read_odt
from checker.reading.source import Source
from tests.reading.packages import odt

STYLES = """
<style:style style:family="text" style:name="T"><style:text-properties text:display="none"/>
</style:style>
<style:style style:family="text" style:name="T2" style:parent-style-name="T"/>
<style:style style:family="paragraph" style:name="P"><style:text-properties text:display="none"/>
</style:style>
<style:style style:family="text" style:name="shown">
<style:text-properties text:display="true"/></style:style>
"""


def read(body: str, styles: str = STYLES, pages: str = "") -> Source:
    return read_odt(odt(body, styles, pages), "act.odt")


def aside(source: Source) -> list[tuple[str, str, int]]:
    return [(each.reason, each.text, each.at) for each in source.aside]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("40\u202f000\u00a0€ à l’association", "40\u202f000\u00a0€ à l’association"),
        ("\n  a \t b<text:span> c </text:span> d", "a b c d"),
        ("a<text:s/><text:s text:c='2'/>b", "a   b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("40<text:soft-page-break/> 000 €", "40 000 €"),
        ("24\u2011B\u2011\u00ad0099", "24\u2011B\u2011\u00ad0099"),
        ("<text:a>40 €</text:a>", "40 €"),
        ("<loext:content-control>40 €</loext:content-control>", "40 €"),
        ("<other:thing>40 €</other:thing>", "40 €"),
        ("<text:user-defined>40 €</text:user-defined> et", "40 € et"),
        ("<text:text-input>40 €&#13;</text:text-input>et", "40 € et"),
        ("<text:conditional-text>40 €</text:conditional-text>", "40 €"),
        ("<text:hidden-text text:is-hidden='false'>40 €</text:hidden-text>", "40 €"),
        ("<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>c</text:ruby-text></text:ruby>", "b"),
        ("<text:span text:style-name='shown'>40 €</text:span>", "40 €"),
        ("a<text:change-start text:change-id='c'/>b<text:change-end text:change-id='c'/>", "ab"),
    ],
)  # fmt: skip
def test_live_text(content: str, text: str) -> None:
    assert read(f"<text:p>{content}</text:p>").text == f"{text}\n"


@pytest.mark.parametrize(
    "content",
    [
        "<text:span text:style-name='T'>11 €</text:span>",
        "<text:span text:style-name='T2'>11 €</text:span>",
        "<text:hidden-text text:is-hidden='true' text:string-value='11 €'/>",
        "<text:variable-set text:display='none'>11 €</text:variable-set>",
        "<text:expression text:display='none'>11 €</text:expression>",
    ],
)
def test_hidden_text(content: str) -> None:
    source = read(f"<text:p>a{content}b</text:p>")

    assert source.text == "ab\n"
    assert aside(source) == [("hidden", "11 €", 1)]


@pytest.mark.parametrize(
    "block",
    [
        "<text:p text:style-name='P'>11 €</text:p>",
        "<text:p><text:hidden-paragraph text:is-hidden='true'/>11 €</text:p>",
        "<text:section text:display='none'><text:p>11 €</text:p></text:section>",
        "<text:section text:display='condition' text:is-hidden='true'><text:p>11 €</text:p></text:section>",
    ],
)
def test_hidden_paragraphs_leave_no_line(block: str) -> None:
    source = read(f"<text:p>a</text:p>{block}<text:p>b</text:p>")

    assert source.text == "a\nb\n"
    assert aside(source) == [("hidden", "11 €", 2)]


def test_sections_are_read() -> None:
    shown = "<text:section text:display='condition'><text:p>40 €</text:p></text:section>"

    assert read(shown).text == "40 €\n"


def test_deletions_are_set_aside_where_they_stood() -> None:
    regions = "".join(
        f"<text:changed-region text:id='{name}'><text:deletion><office:change-info>X"
        f"</office:change-info>{content}</text:deletion></text:changed-region>"
        for name, content in {
            "one": "<text:p>11 €</text:p>",
            "two": "<text:p>fin</text:p><text:p>début</text:p>",
            "lost": "<text:p>13 €</text:p>",
        }.items()
    )
    body = "<text:p>a<text:change text:change-id='one'/>b</text:p>"
    body += "<text:p>c<text:change text:change-id='two'/>d</text:p>"

    source = read(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}")

    assert source.text == "ab\ncd\n"
    assert aside(source) == [
        ("deleted", "11 €", 1),
        ("deleted", "fin\ndébut", 4),
        ("deleted", "13 €", 6),
    ]


def test_notes_stand_at_the_end_with_a_mark_no_amount_swallows() -> None:
    def note(kind: str, mark: str, text: str) -> str:
        return (
            f"<text:note text:note-class='{kind}'><text:note-citation>{mark}</text:note-citation>"
            f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        )

    body = f"<text:p>40 000 €{note('endnote', 'i', 'fin')}{note('footnote', '1', 'dont 1 €')} à A"

    assert read(f"{body}</text:p>").text == "40 000 €ⁱ¹ à A\n¹ dont 1 €\nⁱ fin\n"


def test_drawings_follow_their_paragraph_once() -> None:
    frame = (
        "<draw:frame><draw:text-box><text:p>77 €</text:p></draw:text-box><draw:image/>"
        "<svg:desc>une image</svg:desc></draw:frame>"
    )
    shape = "<draw:g><draw:custom-shape><text:p>88 €</text:p></draw:custom-shape></draw:g>"
    hidden = "<draw:frame draw:display='none'><draw:text-box><text:p>9 €</text:p></draw:text-box></draw:frame>"

    source = read(f"{frame}<text:p>a {frame}b{shape}{hidden} c</text:p><text:p>d</text:p>")

    assert source.text == "77 €\na b c\n77 €\n88 €\nd\n"
    assert [each[:2] for each in aside(source)] == [("hidden", "9 €")]
    assert source.notes == ()


def test_what_is_unread_is_said() -> None:
    body = (
        "<text:p>a<draw:frame><draw:image/></draw:frame><draw:control/>"
        "<draw:frame><draw:object/><draw:image/></draw:frame>"
        "<office:annotation><text:p>note</text:p></office:annotation></text:p>"
    )

    source = read(body)

    assert source.text == "a\n"
    assert [note.en.split(" left")[0] for note in source.notes] == [
        "1 image",
        "1 form control",
        "1 embedded object",
        "1 comment",
    ]


def test_headers_and_footers_are_furniture() -> None:
    pages = (
        "<style:master-page><style:header><text:p>MÉTROPOLE</text:p></style:header><style:footer>"
        "<text:p>page <text:page-number>5</text:page-number></text:p></style:footer>"
        "</style:master-page>"
    )

    source = read("<text:p>a</text:p>", pages=pages)

    assert source.text == "a\n"
    assert aside(source) == [("furniture", "MÉTROPOLE", 0), ("furniture", "page 5", 2)]


def test_templates_of_an_index_are_no_text() -> None:
    index = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>T"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        "<text:p>I. Exposé</text:p></text:index-body></text:table-of-content>"
    )

    assert read(index).text == "I. Exposé\n"


def cell(*paragraphs: str, **attributes: int) -> str:
    said = "".join(f" table:number-{key.replace('_', '-')}='{n}'" for key, n in attributes.items())
    content = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    return f"<table:table-cell{said}>{content}</table:table-cell>"


def row(*cells: str, attribute: str = "") -> str:
    return f"<table:table-row {attribute}>{''.join(cells)}</table:table-row>"


def cells(source: Source) -> list[list[tuple[str, int, int, int, int]]]:
    return [
        [(source.text[c.start : c.end], c.row, c.column, c.rows, c.columns) for c in table.cells]
        for table in source.tables
    ]


def test_merged_nested_hidden_and_grouped() -> None:
    covered = "<table:covered-table-cell/>"
    body = f"""<table:table><table:table-column/>
    <table:table-header-rows>{row(cell("Fusion 88 €", columns_spanned=2), covered)}
    </table:table-header-rows>
    <table:table-rows><text:soft-page-break/>{row(cell("haut", rows_spanned=2), cell("b"))}
    {row("<table:covered-table-cell><text:p>dessous</text:p></table:covered-table-cell>", cell("c"))}
    {row(cell("11 €"), cell("x"), attribute="table:visibility='collapse'")}
    {row(cell("un", "deux"), cell("fin"))}</table:table-rows></table:table>"""

    source = read(body)

    assert source.text == "Fusion 88 €\nhaut\tb\nc\nun\ndeux\nfin\n"
    assert cells(source) == [
        [
            ("Fusion 88 €", 0, 0, 1, 2),
            ("haut", 1, 0, 2, 1),
            ("b", 1, 1, 1, 1),
            ("c", 2, 1, 1, 1),
            ("un\ndeux", 3, 0, 1, 1),
            ("fin", 3, 1, 1, 1),
        ]
    ]
    assert aside(source) == [("hidden", "dessous", 19), ("hidden", "11 €\nx", 21)]


def test_nested_tables_are_within_their_cell() -> None:
    inner = (
        f"<table:table>{row(cell('p'), cell('99 €'))}{row(cell('q'), cell('1 €'))}</table:table>"
    )
    holder = f"<table:table-cell><text:p/>{inner}<text:p/></table:table-cell>"

    source = read(f"<table:table>{row(cell('a'), holder)}{row(cell('b'), cell('c'))}</table:table>")

    assert source.text == "a\np\t99 €\nq\t1 €\nb\tc\n"
    assert [[each[0] for each in table] for table in cells(source)] == [
        ["a", "p\t99 €\nq\t1 €", "b", "c"],
        ["p", "99 €", "q", "1 €"],
    ]


def test_repeated_columns_keep_the_count() -> None:
    table = row(cell(columns_repeated=2), cell("x")) + row(cell("a"), cell("b"), cell("c"))

    assert ("x", 0, 2, 1, 1) in cells(read(f"<table:table>{table}</table:table>"))[0]
