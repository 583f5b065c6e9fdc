"""Automatic numbers of ODT files."""

from __future__ import annotations

import pytest

from checker.reading.odt import read_odt
from tests.reading.packages import odt


def level(at: int, form: str, more: str = "style:num-suffix=')'") -> str:
    return f"<text:list-level-style-number text:level='{at}' style:num-format='{form}' {more}/>"


def style(*levels: str, name: str = "L") -> str:
    return f"<text:list-style style:name='{name}'>{''.join(levels)}</text:list-style>"


def item(*content: str, more: str = "") -> str:
    inner = "".join(
        each if each.startswith("<") else f"<text:p>{each}</text:p>" for each in content
    )
    return f"<text:list-item {more}>{inner}</text:list-item>"


def list_(*items: str, name: str = "L", more: str = "") -> str:
    named = f"text:style-name='{name}'" if name else ""
    return f"<text:list {named} {more}>{''.join(items)}</text:list>"


def lines(body: str, styles: str) -> list[str]:
    return read_odt(odt(body, styles), "act.odt").text.splitlines()


DECIMAL = style(level(1, "1"), level(2, "a"))


def test_only_the_first_paragraph_of_an_item_has_its_number() -> None:
    header = "<text:list-header><text:p>Décide</text:p></text:list-header>"

    body = list_(header, item("De soutenir", "dont"), item("D’accorder"))

    assert lines(body, DECIMAL) == ["Décide", "1) De soutenir", "dont", "2) D’accorder"]


@pytest.mark.parametrize(
    ("form", "more", "start", "label"),
    [
        ("1", "style:num-prefix='Article '", 9, "Article 9"),
        ("I", "style:num-suffix='.'", 14, "XIV."),
        ("i", "", 4, "iv"),
        ("A", "", 28, "AB"),
        ("a", "style:num-letter-sync='true'", 28, "bb"),
        ("01, 02, 03, ...", "", 7, "07"),
        ("1st", "", 1, "1er"),
        ("1", "loext:num-list-format='(%1%°' style:num-suffix='°'", 3, "(3°"),
        ("1", "style:num-list-format='n°%1%'", 3, "n°3"),
    ],
)
def test_formats(form: str, more: str, start: int, label: str) -> None:
    numbered = style(level(1, form, f"{more} text:start-value='{start}'"))

    assert lines(list_(item("x")), numbered) == [f"{label} x"]


def test_no_format_is_no_number() -> None:
    assert lines(list_(item("x")), style(level(1, "", ""))) == ["x"]
    assert lines(list_(item("x")), style(level(1, "", "style:num-suffix='-'"))) == ["- x"]


@pytest.mark.parametrize(
    ("more", "shown"), [("", "•"), ("style:num-suffix='-'", "•"), ("text:bullet-char='-'", "-")]
)
def test_bullets(more: str, shown: str) -> None:
    sign = more if "bullet-char" in more else f"{more} text:bullet-char='•'"
    bullets = style(f"<text:list-level-style-bullet text:level='1' {sign}/>")

    assert lines(list_(item("x")), bullets) == [f"{shown} x"]


def test_a_private_bullet_and_a_picture_are_bullets() -> None:
    font = "<style:text-properties style:font-name='Wingdings'/>"
    private = "<text:list-level-style-bullet text:level='1' text:bullet-char='\uf0a7'>"
    bullets = style(f"{private}{font}</text:list-level-style-bullet>")
    bullets += style("<text:list-level-style-image text:level='1'/>", name="M")

    assert lines(list_(item("x")) + list_(item("y"), name="M"), bullets) == ["▪ x", "• y"]


def test_lower_levels_start_anew_and_may_show_the_higher() -> None:
    both = style(level(1, "1", "style:num-suffix='.'"), level(2, "1", "text:display-levels='2'"))
    lower = list_(item("x"), item("y"), name="")

    body = list_(item("a", lower), item("b", lower))

    assert lines(body, both) == ["1. a", "1.1 x", "1.2 y", "2. b", "2.1 x", "2.2 y"]


def test_two_lists_within_one_item() -> None:
    lower = list_(item("x"), item("y"), name="")

    body = list_(item("a", lower, lower))

    assert lines(body, DECIMAL) == ["1) a", "a) x", "b) y", "a) x", "b) y"]


def test_an_item_without_a_paragraph_of_its_own_is_not_counted() -> None:
    assert lines(list_(item(list_(item("x"), name="")), item("b")), DECIMAL) == ["a) x", "1) b"]


def test_lists_continue_only_where_they_say_so() -> None:
    other = style(level(1, "A"), name="M")
    body = (
        list_(item("a"), more="xml:id='one'")
        + list_(item("b"), more="text:continue-numbering='true'")
        + list_(item("c"), name="M", more="text:continue-numbering='true'")
        + list_(item("d"), more="text:continue-list='one' xml:id='two'")
        + list_(item("e"), more="text:continue-list='two'")
        + list_(item("f"))
    )

    assert lines(body, DECIMAL + other) == ["1) a", "2) b", "A) c", "3) d", "4) e", "1) f"]


def test_start_values() -> None:
    body = list_(item("a", more="text:start-value='5'"), item("b"))

    assert lines(body, DECIMAL) == ["5) a", "6) b"]


def test_the_paragraph_style_names_the_list_where_the_list_does_not() -> None:
    styles = DECIMAL + (
        "<style:style style:family='paragraph' style:name='P' style:list-style-name='L'/>"
    )

    assert lines(list_(item("<text:p text:style-name='P'>x</text:p>"), name=""), styles) == ["1) x"]


def test_another_style_for_one_item() -> None:
    styles = DECIMAL + style(level(1, "I"), name="M")

    body = list_(item("a"), item("b", more="text:style-override='M'"), item("c"))

    assert lines(body, styles) == ["1) a", "II) b", "3) c"]


def test_numbered_headings() -> None:
    outline = (
        "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I'"
        " style:num-suffix='.'/><text:outline-level-style text:level='2' style:num-format=''/>"
        "</text:outline-style>"
    )

    def heading(level: int, more: str = "") -> str:
        return f"<text:h text:outline-level='{level}' {more}>x</text:h>"

    body = heading(1) + heading(2) + heading(1, "text:is-list-header='true'") + heading(1)
    body += heading(1, "text:restart-numbering='true' text:start-value='7'")

    assert lines(body, outline) == ["I. x", "x", "x", "II. x", "VII. x"]


def test_a_numbered_paragraph() -> None:
    body = "".join(
        f"<text:numbered-paragraph text:list-id='i' text:style-name='L'><text:p>{text}</text:p>"
        "</text:numbered-paragraph>"
        for text in "ab"
    )

    assert lines(body, DECIMAL) == ["1) a", "2) b"]


def test_a_box_within_an_item_takes_no_number() -> None:
    box = "<draw:frame><draw:text-box><text:p>77 €</text:p></draw:text-box></draw:frame>"

    assert lines(list_(item(f"<text:p>a{box}</text:p>", "b")), DECIMAL) == ["1) a", "77 €", "b"]


def test_a_hidden_item_is_not_counted() -> None:
    styles = DECIMAL + (
        "<style:style style:family='paragraph' style:name='P'>"
        "<style:text-properties text:display='none'/></style:style>"
    )
    body = list_(item("a"), item("<text:p text:style-name='P'>h</text:p>"), item("b"))

    assert lines(body, styles) == ["1) a", "2) b"]


def test_a_label_followed_by_nothing() -> None:
    tight = style(
        "<text:list-level-style-number text:level='1' style:num-format='1'>"
        "<style:list-level-properties><style:list-level-label-alignment "
        "text:label-followed-by='nothing'/></style:list-level-properties>"
        "</text:list-level-style-number>"
    )

    assert lines(list_(item("x")), tight) == ["1x"]
