"""What the DOCX reader takes for text, and what it sets aside."""

from __future__ import annotations

import pytest

from checker.reading.docx import read_docx
from checker.reading.source import Source
from tests.reading.packages import STRICT, cell, docx, par, row, run

HIDDEN = "<w:vanish/>"
TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def read(body: str, **parts: str) -> Source:
    return read_docx(docx(body, **parts), "act.docx")


def aside(source: Source) -> list[tuple[str, str, int]]:
    return [(each.reason, each.text, each.at) for each in source.aside]


def field(result: str, instruction: str = "REF x", data: str = "") -> str:
    def mark(kind: str, within: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{within}</w:fldChar></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin", data) + told + mark("separate") + result + mark("end")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("40\u202f000\u00a0€ à l’association"), "40\u202f000\u00a0€ à l’association"),
        ("<w:r><w:t> 40 </w:t></w:r>" + run(" €"), "40 €"),
        ("<w:r><w:t>24</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "24\u2011B"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0A0"/></w:r>', "€"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "\uf041"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>' + run("a"), "a"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("40 €") + "</w:sdtContent></w:sdt>", "40 €"),
        ("<w:hyperlink>" + run("40 €") + "</w:hyperlink>", "40 €"),
        ("<w:later>" + run("40 €") + "</w:later>", "40 €"),
        ('<w:fldSimple w:instr="x">' + run("40 €") + "</w:fldSimple>", "40 €"),
        (field(run("40 €")), "40 €"),
        (field(run("40 €"), instruction=f"</w:instrText></w:r>{field(run('7'))}<w:r><w:instrText>"),
         "40 €"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("40 €"), "40 €"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("40 €"), "40 €"),
        (field("", data="<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"
                        "</w:ffData>"), "☒"),
        (field("", data="<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='pour'/>"
                        "<w:listEntry w:val='contre'/></w:ddList></w:ffData>"), "contre"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        ("<w:ins>" + run("40 €") + "</w:ins>", "40 €"),
        ("<w:moveTo>" + run("40 €") + "</w:moveTo>", "40 €"),
    ],
)  # fmt: skip
def test_live_text(content: str, text: str) -> None:
    assert read(f"<w:p>{content}</w:p>").text == f"{text}\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<w:del><w:r><w:delText>11 €</w:delText></w:r></w:del>", "deleted"),
        ("<w:ins><w:del><w:r><w:delText>11 €</w:delText></w:r></w:del></w:ins>", "deleted"),
        ("<w:moveFrom>" + run("11 €") + "</w:moveFrom>", "deleted"),
        (run("11 €", HIDDEN), "hidden"),
        (run("11 ", HIDDEN) + run("€", HIDDEN), "hidden"),
        (run("11 €", '<w:rStyle w:val="secret"/>'), "hidden"),
        (run("11 €", '<w:rStyle w:val="child"/>'), "hidden"),
    ],
)
def test_text_set_aside(content: str, reason: str) -> None:
    styles = (
        f'<w:style w:styleId="secret"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        '<w:style w:styleId="child"><w:basedOn w:val="secret"/></w:style>'
    )

    source = read(f"<w:p>{run('a ')}{content}{run(' b')}</w:p>", styles=styles)

    assert source.text == "a  b\n"
    assert aside(source) == [(reason, "11 €", 2)]


@pytest.mark.parametrize(
    "properties", ['<w:vanish w:val="0"/><w:rStyle w:val="secret"/>', "<w:webHidden/>"]
)
def test_text_that_is_shown_after_all(properties: str) -> None:
    styles = f'<w:style w:styleId="secret"><w:rPr>{HIDDEN}</w:rPr></w:style>'

    assert read(par(run("11 €", properties)), styles=styles).text == "11 €\n"


def test_two_styles_that_both_hide_show() -> None:
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:rPr>{HIDDEN}</w:rPr></w:style>' for name in "ab"
    )
    shown = par(run("11 €", '<w:rStyle w:val="b"/>'), properties='<w:pStyle w:val="a"/>')

    assert read(shown, styles=styles).text == "11 €" + "\n"


def test_a_paragraph_whose_mark_is_deleted_is_joined_to_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"

    assert read(par("Une ", properties=gone) + par("subvention")).text == "Une subvention\n"


def test_a_hidden_paragraph_leaves_no_line() -> None:
    hidden = par(run("11 €", HIDDEN), properties=f"<w:rPr>{HIDDEN}</w:rPr>")

    source = read(par("a") + hidden + hidden + par("b"))

    assert source.text == "a\nb\n"
    assert aside(source) == [("hidden", "11 €\n11 €", 2)]


def test_old_and_new_properties_are_told_apart() -> None:
    before = f"<w:rPrChange><w:rPr>{HIDDEN}</w:rPr></w:rPrChange>"

    assert read(par(run("40 €", before))).text == "40 €\n"


@pytest.mark.parametrize(
    ("choice", "text"), [("wps", "new"), ("later", "old"), ("wps later", "old")]
)
def test_one_branch_of_several(choice: str, text: str) -> None:
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="{choice}">{TEXT_BOX.format("new")}</mc:Choice>'
        f"<mc:Fallback>{TEXT_BOX.format('old')}</mc:Fallback></mc:AlternateContent>"
    )

    assert read(f"<w:p>{run('a')}<w:r>{box}</w:r>{run('b')}</w:p>").text == f"ab\n{text}\n"


def test_text_boxes_follow_their_paragraph_once_also_nested() -> None:
    inner = f"<w:p>{run('in')}<w:r><w:pict>{TEXT_BOX.format('77 €')}</w:pict></w:r></w:p>"
    outer = f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"

    source = read(f"<w:p>{run('a ')}<w:r>{outer}</w:r>{run('b')}</w:p>{par('c')}")

    assert source.text == "a b\nin\n77 €\nc\n"


def test_text_drawn_without_a_text_box() -> None:
    drawn = "<a:txBody><a:p><a:r><a:t>7 €</a:t></a:r></a:p><a:p><a:r><a:t>8</a:t></a:r><a:br/>"
    drawing = f"<w:drawing>{drawn}<a:r><a:t>€</a:t></a:r></a:p></a:txBody></w:drawing>"

    assert read(f"<w:p>{run('a')}<w:r>{drawing}</w:r>{run('b')}</w:p>").text == "ab\n7 €\n8\n€\n"


@pytest.mark.parametrize(
    "drawing",
    [
        '<w:pict><v:shape style="visibility:hidden">{}</v:shape></w:pict>',
        '<w:drawing><wp:inline><wp:docPr hidden="1"/>{}</wp:inline></w:drawing>',
    ],
)
def test_hidden_text_boxes(drawing: str) -> None:
    source = read(f"<w:p>{run('a')}<w:r>{drawing.format(TEXT_BOX.format('7 €'))}</w:r></w:p>")

    assert source.text == "a\n"
    assert [each[:2] for each in aside(source)] == [("hidden", "7 €")]


def test_notes_stand_at_the_end_once_with_a_mark_no_amount_swallows() -> None:
    body = par("40 000 €", '<w:r><w:footnoteReference w:id="5"/></w:r>', " à A") + par(
        "b",
        '<w:r><w:endnoteReference w:id="5"/></w:r>',
        '<w:r><w:footnoteReference w:id="5"/></w:r>',
    )
    mark = "<w:r><w:footnoteRef/></w:r>"
    footnotes = f'<w:footnote w:id="5">{par(mark, " dont 1 €")}</w:footnote>'
    footnotes += f'<w:footnote w:id="6">{par("never referred to")}</w:footnote>'

    source = read(
        body,
        footnotes=footnotes,
        endnotes=f'<w:endnote w:id="5">{par("<w:r><w:endnoteRef/></w:r>", " fin")}</w:endnote>',
    )

    assert source.text == "40 000 €¹ à A\nbⁱ²\n¹ dont 1 €\nⁱ fin\n"


def test_a_note_of_deleted_text_is_deleted() -> None:
    gone = '<w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    body = f'<w:p>{run("a")}{gone}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'

    source = read(body, footnotes=f'<w:footnote w:id="1">{par("11 €")}</w:footnote>')

    assert source.text == "a¹\n"
    assert [each[:2] for each in aside(source)] == [("deleted", "¹"), ("deleted", "11 €")]


def test_headers_and_footers_are_furniture() -> None:
    sections = (
        '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    )

    source = read(
        par("a") + par("b", properties=sections) + sections,
        header=par("MÉTROPOLE") + par(run("caché", HIDDEN)),
        footer=par("page ", field(run("1"), "PAGE")),
    )

    assert source.text == "a\nb\n"
    assert aside(source) == [("furniture", "MÉTROPOLE\ncaché", 0), ("furniture", "page 1", 4)]


def cells(source: Source) -> list[list[tuple[str, int, int, int, int]]]:
    return [
        [(source.text[c.start : c.end], c.row, c.column, c.rows, c.columns) for c in table.cells]
        for table in source.tables
    ]


def test_a_table_of_short_cells_has_a_line_for_each_row() -> None:
    source = read(f"{par('a')}<w:tbl>{row('x', '40 €')}{row('', '7 €')}</w:tbl>{par('b')}")

    assert source.text == "a\nx\t40 €\n\t7 €\nb\n"
    assert cells(source) == [
        [("x", 0, 0, 1, 1), ("40 €", 0, 1, 1, 1), ("", 1, 0, 1, 1), ("7 €", 1, 1, 1, 1)]
    ]


def test_a_row_with_a_longer_cell_has_a_line_for_each_line() -> None:
    long = cell(par(), "un", "deux", par())

    source = read(f"<w:tbl>{row('a', long, 'c')}{row('x', 'y', 'z')}</w:tbl>")

    assert source.text == "a\nun\ndeux\nc\nx\ty\tz\n"
    assert [each[0] for each in cells(source)[0]] == ["a", "un\ndeux", "c", "x", "y", "z"]


def test_merged_cells_are_read_once() -> None:
    wide = cell("Fusion 88 €", properties='<w:gridSpan w:val="2"/>')
    top = cell("haut 9 €", properties='<w:vMerge w:val="restart"/>')
    below = cell("dessous", properties="<w:vMerge/>")

    source = read(f"<w:tbl>{row(wide)}{row(top, 'b')}{row(below, 'c')}</w:tbl>")

    assert source.text == "Fusion 88 €\nhaut 9 €\tb\nc\n"
    assert cells(source) == [
        [
            ("Fusion 88 €", 0, 0, 1, 2),
            ("haut 9 €", 1, 0, 2, 1),
            ("b", 1, 1, 1, 1),
            ("c", 2, 1, 1, 1),
        ]
    ]
    assert [each[:2] for each in aside(source)] == [("hidden", "dessous")]


def test_columns_are_counted_by_their_width() -> None:
    wide = cell("a", properties='<w:gridSpan w:val="2"/>')
    before = '<w:gridBefore w:val="1"/>'

    source = read(f"<w:tbl>{row(wide, 'b')}{row('c', 'd', properties=before)}</w:tbl>")

    assert [each[:3] for each in cells(source)[0]] == [
        ("a", 0, 0),
        ("b", 0, 2),
        ("c", 1, 1),
        ("d", 1, 2),
    ]


def test_a_stray_mark_in_a_text_box_ends_no_field_around_it() -> None:
    stray = '<w:txbxContent><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:txbxContent>'
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert read(f"<w:p>{begin}<w:r>{stray}</w:r>{run('40 €')}</w:p>").text.startswith("40 €\n")


def test_nested_tables_are_within_their_cell() -> None:
    inner = f"<w:tbl>{row('p', '99 €')}{row('q', '1 €')}</w:tbl>"

    source = read(f"<w:tbl>{row('a', cell(inner, par()))}{row('b', 'c')}</w:tbl>")

    assert source.text == "a\np\t99 €\nq\t1 €\nb\tc\n"
    assert [[each[0] for each in table] for table in cells(source)] == [
        ["a", "p\t99 €\nq\t1 €", "b", "c"],
        ["p", "99 €", "q", "1 €"],
    ]


def test_a_single_row_or_column_is_no_table() -> None:
    body = f"<w:tbl>{row('logo', 'ville')}</w:tbl><w:tbl>{row('a')}{row('b')}</w:tbl>"

    source = read(body)

    assert (source.text, source.tables) == ("logo\tville\na\nb\n", ())


@pytest.mark.parametrize(
    ("properties", "reason"),
    [("<w:del/>", "deleted"), ("<w:hidden/>", "hidden")],
)
def test_rows_set_aside(properties: str, reason: str) -> None:
    gone = row("g", "11 €", properties=properties)

    source = read(f"<w:tbl>{row('a', 'b')}{gone}{row('c', 'd')}</w:tbl>")

    assert source.text == "a\tb\nc\td\n"
    assert aside(source) == [(reason, "g\n11 €", 4)]
    assert [each[1] for each in cells(source)[0]] == [0, 0, 1, 1]


def test_rows_and_cells_in_content_controls() -> None:
    def controlled(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = f"<w:tbl>{controlled(row('a', controlled(cell('b'))))}{row('c', 'd')}</w:tbl>"

    assert read(body).text == "a\tb\nc\td\n"


def test_what_is_unread_is_said() -> None:
    picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"
    comment = "<w:r><w:commentReference/></w:r>"

    source = read(par("a", picture, picture, comment, "<w:subDoc/>") + "<w:altChunk/>")

    assert [note.en.split(" left")[0] for note in source.notes] == [
        "2 images",
        "1 comment",
        "2 imported documents",
    ]


@pytest.mark.parametrize(
    ("element", "fr"),
    [
        ('<c:chart xmlns:c="{}drawingml/2006/chart"/>', "1 graphique non lu"),
        ('<dgm:relIds xmlns:dgm="{}drawingml/2006/diagram"/>', "1 diagramme non lu"),
        (
            '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>',
            "1 objet incorporé non lu",
        ),
    ],
)
def test_what_is_unread_is_said_in_french(element: str, fr: str) -> None:
    drawn = element.format("http://schemas.openxmlformats.org/")

    source = read(par("a", f"<w:r><w:drawing><wp:inline>{drawn}</wp:inline></w:drawing></w:r>"))

    assert [note.fr for note in source.notes] == [
        f"{fr} : vérifier que rien d'utile n'y figure.",
    ]


def test_the_strict_variant_is_read_too() -> None:
    data = docx(par(run("a"), run("11 €", HIDDEN)), STRICT)

    assert read_docx(data, "act.docx").text == "a\n"
