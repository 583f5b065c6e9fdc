"""HTML pages: the text that a browser shows."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading import RefusedDocumentError, Source, read_document
from checker.reading.html import read_html
from tests.acts import ROOT

FORM = ROOT.parent / "shared" / "seed" / "forms" / "web.html"


def read(page: str) -> Source:
    return read_html(page.encode(), "act.html")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Un<p>Deux</p>trois", "Un\nDeux\ntrois\n"),
        ("<p>  Un \n <b> deux</b><i>trois </i>\tquatre</p>", "Un deuxtrois quatre\n"),
        (
            "<p>1\u00a0000\u202f&euro; &amp; 2&nbsp;000 &#8364;",
            "1\u00a0000\u202f€ & 2\u00a0000 €\n",
        ),
        ("Un<br>deux<br/>\n trois", "Un\ndeux\ntrois\n"),
        ("<ul><li>A<li>B</ul>", "• A\n• B\n"),
        ("<ol><li>A</li><li value=5>B</li></ol>", "1. A\n5. B\n"),
        ("<ol type=a start=2><li>A</ol><ol type=I><li>B</ol>", "b. A\nI. B\n"),
        ("<p>40 000 €<sup>1</sup> le 1<sup>er</sup> mars", "40 000 €¹ le 1er mars\n"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\nd\n"),
        ("<title>T</title><style>p {}</style><script>x()</script><p>A<!-- B -->C", "AC\n"),
        ("<h1>Titre</h1><div><div>Un</div></div>", "Titre\nUn\n"),
        ("<p>a &lt; b", "a < b\n"),
    ],
)
def test_text_is_what_a_browser_shows(page: str, text: str) -> None:
    assert read(page).text == text


def test_a_table_keeps_its_cells() -> None:
    source = read(
        "<table><caption>Liste</caption><thead><tr><th>Nom<th>Montant</thead>"
        "<tr><td rowspan=2>A<td>1 000 €<tr><td>2 000 €<tr><td colspan=2>Total"
        "<table><tr><td>x<td>y<tr><td>z<td>1</table></table>"
    )

    inner, outer = sorted(source.tables, key=lambda table: len(table.cells))
    assert source.text.startswith("Liste\nNom\tMontant\nA\t1 000 €\n2 000 €\n")
    assert [
        (cell.row, cell.column, cell.rows, cell.columns, source.text[cell.start : cell.end])
        for cell in outer.cells[:5]
    ] == [
        (0, 0, 1, 1, "Nom"),
        (0, 1, 1, 1, "Montant"),
        (1, 0, 2, 1, "A"),
        (1, 1, 1, 1, "1 000 €"),
        (2, 1, 1, 1, "2 000 €"),
    ]
    assert outer.cells[5].columns == 2
    assert [source.text[cell.start : cell.end] for cell in inner.cells] == ["x", "y", "z", "1"]


def test_nothing_between_the_rows_is_lost() -> None:
    source = read("<table><b>un</b><tr>deux<td>trois</td>quatre</tr><p>cinq</p></table>")

    for word in ("un", "deux", "trois", "quatre", "cinq"):
        assert source.text.count(word) == 1


def test_what_is_not_shown_is_set_aside() -> None:
    source = read(
        "<nav>Menu</nav><p>A <del>B</del><span style='color:red; display: none'>C</span>"
        "<tr><td><table><tr hidden><td>D</td></tr><tr><td>E</td></tr></table>"
    )

    assert source.text == "A\nE\n"
    assert [(aside.reason, aside.text.strip()) for aside in source.aside] == [
        ("furniture", "Menu"),
        ("deleted", "B"),
        ("hidden", "C"),
        ("hidden", "D"),
    ]


def test_pictures_are_said() -> None:
    assert "2 pictures left unread" in read("<p>A<img src=a><svg><text>B</text></svg>").notes[0].en


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=iso-8859-15>", "iso-8859-15"),
        ("<meta charset=nonsense>", "utf-8"),
        ("<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html>", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_declared(head: str, encoding: str) -> None:
    source = read_html(f"{head}<p>Été 10 €".encode(encoding), "act.html")

    assert source.text == "Été 10 €\n"
    assert not source.notes


@pytest.mark.parametrize("page", ["<html></html>", "<p hidden>A</p>", "<img src=scan.png>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        read(page)
    assert caught.value.reason == "no_text"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 100_000, "damaged"),
        ("<p>10 €</p>" + "<ol>" * 300 + "20 €", "damaged"),
        ("<p a=b>" * 400_000, "too_large"),
    ],
)
def test_a_page_made_to_do_harm_is_refused(page: str, reason: str) -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        read(page)
    assert caught.value.reason == reason


def test_deep_pages_are_read_whole() -> None:
    assert read("<div>" * 200 + "10 €").text == "10 €\n"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(RefusedDocumentError):
        read_html(b"<p>" + data, "act.html")


_TAGS = st.sampled_from(
    (
        *("<p>", "<table>", "<tr>", "<td rowspan=3>", "</td>", "</table>", "<li>", "<ol start=x>"),
        *("<del>", "</del>", "<nav>", "<pre>", "a", " ", "\n", "<br>", "<thead>", "<caption>", "€"),
    )
)


@given(st.lists(_TAGS, max_size=40))
def test_any_tags_are_read_whole(tags: list[str]) -> None:
    page = "".join(tags)
    try:
        source = read(page)
    except RefusedDocumentError:
        return
    live = source.text + "".join(aside.text for aside in source.aside)
    assert live.count("€") == page.count("€")
    for table in source.tables:
        assert all(cell.start <= cell.end <= len(source.text) for cell in table.cells)


def test_the_act_as_a_page() -> None:
    if not FORM.is_file():
        pytest.skip("the forms of the act stand in ../shared, which is not here")
    source = read_document(FORM.read_bytes(), FORM.name)

    assert source.text.count("€") == 39
    assert source.text.startswith("24-B-0045\nSéance du vendredi 9 février 2024\n")
