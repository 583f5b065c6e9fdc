"""Automatic numbers of DOCX files."""

from __future__ import annotations

import pytest

from checker.reading.docx import read_docx
from tests.reading.packages import docx, par, run


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def abstract(*levels: str, identifier: int = 1, more: str = "") -> str:
    content = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{identifier}">{more}{content}</w:abstractNum>'


def num(identifier: int, of: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, at: int = 0, of: int = 1, more: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{of}"/></w:numPr>'
    return par(text, properties=number + more)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    data = docx(body, numbering=numbering, styles=styles)
    return read_docx(data, "act.docx").text.splitlines()


def test_items_are_numbered_across_other_paragraphs() -> None:
    body = item("De soutenir") + par("dont") + item("D’accorder")

    assert lines(body, abstract(level(0, "%1)")) + num(1)) == [
        "1) De soutenir",
        "dont",
        "2) D’accorder",
    ]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("decimal", 9, "9"),
        ("decimalZero", 9, "09"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 3, "C"),
        ("lowerLetter", 28, "bb"),
        ("ordinal", 1, "1er"),
        ("ordinal", 2, "2e"),
        ("none", 1, ""),
        ("not-a-format", 5, "5"),
    ],
)
def test_formats(form: str, start: int, label: str) -> None:
    body, list_ = item("x"), abstract(level(0, "Article %1 -", form, start)) + num(1)

    assert lines(body, list_) == [f"Article {label} - x"]


def test_lower_levels_restart_and_show_the_higher() -> None:
    levels = (level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
    body = "".join(item("x", at) for at in (0, 1, 2, 2, 1, 2, 0, 1))

    labels = [line.split()[0] for line in lines(body, abstract(*levels) + num(1))]
    assert labels == ["1.", "1.1", "a)", "b)", "1.2", "a)", "2.", "2.1"]


def test_a_level_that_does_not_restart() -> None:
    levels = (level(0, "%1."), level(1, "%2°", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(item("x", at) for at in (0, 1, 0, 1))

    assert [line[:2] for line in lines(body, abstract(*levels) + num(1))] == [
        "1.",
        "1°",
        "2.",
        "2°",
    ]


def test_legal_numbers() -> None:
    levels = (level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))

    assert lines(item("x") + item("y", 1), abstract(*levels) + num(1)) == ["I x", "1.1 y"]


def test_two_lists_of_one_kind_continue_unless_one_starts_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(level(0, "%1)")) + num(1) + num(2) + num(3, more=again)
    body = item("a") + item("b", of=2) + item("c", of=3) + item("d", of=3)

    assert lines(body, numbering) == ["1) a", "2) b", "1) c", "2) d"]


def test_an_overridden_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter", 3)}</w:lvlOverride>'

    assert lines(item("x"), abstract(level(0, "%1)")) + num(1, more=own)) == ["(c) x"]


@pytest.mark.parametrize(
    ("font", "sign", "shown"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Unknown", "\uf0ff", "•"),
        ("Arial", "-", "-"),
        ("Arial", "%1", "%1"),
    ],
)
def test_bullets(font: str, sign: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'

    assert lines(item("x"), abstract(level(0, sign, "bullet", more=fonts)) + num(1)) == [
        f"{shown} x"
    ]


@pytest.mark.parametrize(
    ("more", "line"),
    [('<w:suff w:val="nothing"/>', "1)x"), ("<w:rPr><w:vanish/></w:rPr>", "x")],
)
def test_gap_and_hidden_number(more: str, line: str) -> None:
    assert lines(item("x"), abstract(level(0, "%1)", more=more)) + num(1)) == [line]


def test_styles_number_their_paragraphs_at_their_level() -> None:
    numbering = abstract(
        level(0, "%1.", more='<w:pStyle w:val="H1"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="H2"/>'),
    ) + num(1)
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = f'<w:style w:type="paragraph" w:styleId="H1">{numbered}</w:style>'
    styles += f'<w:style w:type="paragraph" w:styleId="H2">{numbered}</w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H2"/></w:style>'
    body = "".join(
        par("x", properties=f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "Own")
    )
    out = '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'

    assert lines(body + par("x", properties=out), numbering, styles) == [
        "1. x",
        "1.1 x",
        "1.2 x",
        "x",
    ]


def test_a_list_defined_by_a_style() -> None:
    numbering = abstract(level(0, "%1)"), identifier=1, more='<w:styleLink w:val="S"/>')
    numbering += abstract(identifier=2, more='<w:numStyleLink w:val="S"/>') + num(1, of=2)

    assert lines(item("x"), numbering) == ["1) x"]


def test_deleted_and_hidden_paragraphs_are_not_counted() -> None:
    gone = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{}</w:rPr></w:pPr>{}</w:p>'
    body = item("a")
    body += gone.format("<w:del/>", "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>")
    body += gone.format("<w:vanish/>", run("c", "<w:vanish/>"))
    body += item("d") + item("")

    assert lines(body, abstract(level(0, "%1)")) + num(1)) == ["1) a", "2) d", "3)"]


def test_a_paragraph_joined_to_another_has_no_number_of_its_own() -> None:
    body = item("a ", more="<w:rPr><w:del/></w:rPr>") + item("b") + item("c")

    assert lines(body, abstract(level(0, "%1)")) + num(1)) == ["1) a b", "2) c"]


def test_a_list_that_is_nowhere_defined() -> None:
    assert lines(item("x", of=7), "") == ["x"]
