"""The PDF reader: exact text, boxes, pages, and what it sets aside."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from checker.reading import RefusedDocumentError, Source, read_document
from checker.reading.pdf import read_pdf
from checker.words import Words
from tests.acts import ROOT
from tests.reading.pdfs import PageOf, lines, stream, written

pytest.importorskip("pypdfium2", reason="The extra `documents` is not installed.")

SHARED = ROOT.parent / "shared"
FORMS = SHARED / "seed" / "forms"
THIRTY_NINE = (
    *("plain", "nbsp", "nnbsp", "auto", "twocol", "web"),
    *("rl_plain", "rl_cols", "rl_lig", "rl_tables", "notouni_nnbsp"),
)
needs_seed = pytest.mark.skipif(
    not FORMS.exists(), reason=f"The forms of the reference act are not in {FORMS}."
)
PROSE = "Le conseil décide de verser à l'association une subvention de 1 000 € pour les jeunes"


def _form(name: str) -> Source:
    return read_pdf((FORMS / f"{name}.pdf").read_bytes(), f"{name}.pdf")


def _reasons(source: Source) -> list[tuple[str, str]]:
    return [(aside.reason, aside.text) for aside in source.aside]


@needs_seed
@pytest.mark.slow
@pytest.mark.parametrize("name", THIRTY_NINE)
def test_reference_act_has_its_39_currency_signs(name: str) -> None:
    assert _form(name).text.count("€") == 39


@needs_seed
def test_act_with_tables_of_two_years_has_every_amount_in_a_cell() -> None:
    source = _form("table")

    for table in source.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(source.text[cell.start : cell.end])
        assert len(rows) == 10
        assert rows[0] == ["Bénéficiaire", "Montant 2023 (en €)", "Subvention 2024 (en €)"]
        assert rows[9] == ["TOTAL", "864 100", "872 100"]
        amounts = [int(rows[row][2].replace(" ", "")) for row in range(1, 9)]
        assert sum(amounts) == 872_100
    assert len(source.tables) == 2
    # The two lists of totals lose 8 signs each to the heads of their columns, which have 4.
    assert source.text.count("€") == 39 - 16 + 4


@needs_seed
def test_torture_act_has_what_was_printed() -> None:
    source = _form("torture")
    text = source.text

    planted = ("22 222", "33 333", "44 444", "55 555", "66 666", "77 777", "88 888", "99 999")
    assert [amount for amount in planted if f"{amount} €" not in text] == []
    assert "24-B-0099" in text
    assert ("deleted", "11 111 €") in _reasons(source)
    assert "11 111" not in text


@needs_seed
def test_letters_without_unicode_values_are_refused() -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        _form("notouni_nbsp")

    assert caught.value.reason == "garbled"


@needs_seed
def test_guessed_letters_are_written_as_unknown_and_said() -> None:
    source = _form("notouni_nnbsp")

    assert "di\ufffdérentes formes" in source.text
    assert any("no known value" in note.en for note in source.notes)


@needs_seed
def test_two_columns_are_read_one_after_the_other_with_the_hyphens_printed() -> None:
    text = _form("twocol").text

    assert "à l'échelle de leur terri-\ntoire ou sur l'ensemble de la métropole." in text


@needs_seed
def test_watermark_and_running_feet_are_set_aside() -> None:
    source = _form("rl_tables")

    assert [text for reason, text in _reasons(source) if reason == "rotated"] == ["PROJET"] * 5
    feet = [text for reason, text in _reasons(source) if reason == "furniture"]
    assert [foot[-5:] for foot in feet] == [f"{n} / 7" for n in range(1, 6)]
    assert "PROJET" not in source.text
    assert "9:30" not in source.text


@needs_seed
def test_web_page_printed_to_pdf_is_the_text_of_the_act() -> None:
    act = (SHARED / "seed" / "24-B-0045.txt").read_text(encoding="utf-8")

    assert "".join(_form("web").text.split()) == "".join(act.split())


def test_text_and_boxes_agree() -> None:
    source = read_pdf(written([lines("Un deux", PROSE), lines("Trois")]), "a.pdf")

    assert source.text == f"Un deux\n{PROSE}\nTrois\n"
    assert len(source.boxes.boxes) == len(source.text)
    assert [source.text[page.start : page.end] for page in source.pages] == [
        f"Un deux\n{PROSE}\n",
        "Trois\n",
    ]
    assert (source.pages[0].width, source.pages[0].height) == (595, 842)
    start = source.text.index("Trois")
    (box,) = source.boxes.of(start, start + 5)
    assert box.page == 2
    assert 69 < box.left < 72
    assert 842 - 700 - 12 < box.top < box.bottom < 842 - 700 + 4
    assert len(source.boxes.of(0, source.text.index("Trois"))) == 2


@pytest.mark.parametrize(
    ("turn", "where"),
    [(0, (70, 130)), (90, (690, 70)), (180, (520, 690)), (270, (130, 520))],
)
def test_boxes_are_where_a_viewer_shows_a_turned_page(turn: int, where: tuple[int, int]) -> None:
    page = PageOf(lines("A", y=700), f"/Rotate {turn}")
    source = read_pdf(written([page]), "a.pdf")

    (box,) = source.boxes.of(0, 1)
    assert box.left == pytest.approx(where[0], abs=15)
    assert box.top == pytest.approx(where[1], abs=15)
    assert (source.pages[0].width, source.pages[0].height) == (
        (842, 595) if turn % 180 else (595, 842)
    )


def test_crop_box_moves_the_corner_and_hides_what_is_outside() -> None:
    page = PageOf(lines(PROSE, y=700) + lines("Caché", y=100), "/CropBox[20 400 595 800]")
    source = read_pdf(written([page]), "a.pdf")

    assert source.text == f"{PROSE}\n"
    assert _reasons(source) == [("hidden", "Caché")]
    assert source.boxes.of(0, 1)[0].left == pytest.approx(50, abs=2)
    assert source.boxes.of(0, 1)[0].top == pytest.approx(92, abs=6)


def test_hyphen_at_a_line_end_is_printed_with_its_line_end() -> None:
    source = read_pdf(written([lines("une subven-", "tion de 40 € pour 24-B-0045")]), "a.pdf")

    assert source.text == "une subven-\ntion de 40 € pour 24-B-0045\n"
    (box,) = source.boxes.of(10, 11)
    assert box.right > box.left


def test_slanted_letters_are_no_watermark_but_turned_ones_are() -> None:
    slanted = "BT /F1 12 Tf 1 0 0.33 1 70 600 Tm (penché) Tj ET\n"
    mark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (PROJET 5 000 €) Tj ET\n"
    source = read_pdf(written([lines(PROSE) + slanted + mark]), "a.pdf")

    assert source.text == f"{PROSE}\npenché\n"
    assert _reasons(source) == [("rotated", "PROJET 5 000 €")]


def test_page_whose_text_all_stands_upright_is_read() -> None:
    turned = "".join(
        f"BT /F1 12 Tf 0 1 -1 0 {100 + 20 * n} 100 Tm (Ligne {n} de la page) Tj ET\n"
        for n in range(5)
    )
    source = read_pdf(written([turned]), "a.pdf")

    assert "Ligne 3 de la page" in source.text
    assert source.aside == ()


def test_letters_of_a_font_without_unicode_values_are_unknown() -> None:
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType2/BaseFont/X/FontDescriptor 11 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    descriptor = "<</Type/FontDescriptor/FontName/X/Flags 4/Ascent 800/Descent -200>>"
    content = lines(PROSE) + "BT /F2 12 Tf 70 600 Td <00390036> Tj ET\n"
    page = PageOf(content, resources="/Font<</F1 3 0 R/F2 10 0 R>>")
    data = written([page], font, descriptor).replace(b"<</Font<</F1 3 0 R>>/Font", b"<</Font")
    source = read_pdf(data, "a.pdf")

    assert source.text == f"{PROSE}\n\ufffd\ufffd\n"
    assert source.notes[0].en.startswith("Page 1 has characters of no known value")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("BT /F1 12 Tf 3 Tr 70 600 Td (9 999 €) Tj ET\n", id="without ink"),
        pytest.param("1 g BT /F1 12 Tf 70 600 Td (9 999 €) Tj ET 0 g\n", id="white on white"),
        pytest.param("BT /F1 12 Tf 70 900 Td (9 999 €) Tj ET\n", id="beyond the paper"),
    ],
)
def test_text_that_leaves_no_trace_is_set_aside(content: str) -> None:
    source = read_pdf(written([lines(PROSE) + content]), "a.pdf")

    assert source.text == f"{PROSE}\n"
    assert _reasons(source) == [("hidden", "9 999 €")]


def test_white_text_on_a_dark_ground_is_read() -> None:
    head = "0 0 0.5 rg 60 590 300 30 re f 1 g BT /F1 12 Tf 70 600 Td (Montant) Tj ET 0 g\n"
    source = read_pdf(written([lines(PROSE) + head]), "a.pdf")

    assert "Montant" in source.text
    assert source.aside == ()


def test_struck_text_is_deleted_and_underlined_text_is_not() -> None:
    # 12 letters of 5 points, from 70 on; the line runs through them or below them.
    struck = lines("abcd 200 eur", y=600) + "70 603 m 130 603 l S\n"
    underlined = lines("abcd 300 eur", y=500) + "70 498 m 130 498 l S\n"
    ruled_through = lines("abcd 400 eur", y=400) + "20 403 m 500 403 l S\n"
    source = read_pdf(written([lines(PROSE) + struck + underlined + ruled_through]), "a.pdf")

    assert source.text == f"{PROSE}\nabcd 300 eur\nabcd 400 eur\n"
    assert _reasons(source) == [("deleted", "abcd 200 eur")]


def _picture(page: str) -> PageOf:
    resources = "/XObject<</I 10 0 R>>"
    return PageOf(f"q 595 0 0 842 0 0 cm /I Do Q {page}", resources=resources)


PIXEL = stream(
    b"\x80",
    "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
)


def test_recognised_text_of_a_scan_is_read_and_said() -> None:
    layer = "3 Tr " + lines(*[PROSE] * 20)
    source = read_pdf(written([_picture(layer)], PIXEL), "a.pdf")

    assert source.text.count("1 000 €") == 20
    assert source.aside == ()
    assert any("recognised" in note.en for note in source.notes)


@pytest.mark.parametrize("stamp", ["", lines("Reçu en préfecture le 12/02/2024")])
def test_scan_without_text_is_refused(stamp: str) -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        read_pdf(written([_picture(stamp)] * 2, PIXEL), "a.pdf")

    assert caught.value.reason == "no_text"


def test_one_scanned_page_among_others_is_said() -> None:
    source = read_pdf(written([lines(PROSE), _picture("")], PIXEL), "a.pdf")

    assert source.notes == (
        Words(
            "Page 2 : image avec peu ou pas de texte ; ce que montre l'image n'est pas lu.",
            "Page 2 is a picture with little or no text: what the picture says is not read.",
        ),
    )


def test_text_typed_onto_a_page_is_read() -> None:
    look = stream(
        b"BT /F1 12 Tf 2 5 Td (12 345 \x80) Tj ET",
        "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>",
    )
    note = "<</Type/Annot/Subtype/FreeText/Rect[70 500 270 520]/F 4/DA(/F1 12 Tf)/AP<</N 11 0 R>>>>"
    page = PageOf(lines(PROSE), "/Annots[10 0 R]")

    assert "12 345 €" in read_pdf(written([page], note, look), "a.pdf").text


def test_attached_files_and_layers_switched_off_are_said() -> None:
    catalog = (
        "/Names<</EmbeddedFiles<</Names[(annexe.pdf) 10 0 R]>>>>"
        "/OCProperties<</OCGs[11 0 R]/D<</OFF[11 0 R]>>>>"
    )
    file = "<</Type/Filespec/F(annexe.pdf)/EF<</F 12 0 R>>>>"
    data = written([lines(PROSE)], file, "<</Type/OCG/Name(Notes)>>", stream(b"x"))
    data = data.replace(b"/Catalog", b"/Catalog" + catalog.encode())

    assert tuple(note.en for note in read_pdf(data, "a.pdf").notes) == (
        "Files attached to the PDF are not read; it has 1.",
        "The PDF has layers that are switched off: they are read as if shown.",
    )


def _numbered(*heads: str) -> Source:
    bodies = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"][: len(heads)]
    pages = [
        lines(head, y=800) + lines(f"{body} {PROSE}", y=600) + lines(f"Page {n}/{len(heads)}", y=30)
        for n, (head, body) in enumerate(zip(heads, bodies, strict=True), start=1)
    ]
    return read_pdf(written(pages), "a.pdf")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    source = _numbered(*["Commune de Nulle-Part"] * 4)

    assert [line[:5] for line in source.text.splitlines()] == ["Alpha", "Beta ", "Gamma", "Delta"]
    assert {reason for reason, _ in _reasons(source)} == {"furniture"}
    assert len(source.aside) == 8
    assert all(0 <= aside.at <= len(source.text) for aside in source.aside)


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param(["24-C-0001", "24-C-0007", "24-C-0008", "24-C-0012"], id="numbers of acts"),
        pytest.param(["Report : 10 €"] * 4, id="money"),
        pytest.param(["Un", "Deux"] * 3, id="half of the pages"),
    ],
)
def test_heads_that_are_not_certainly_furniture_stay(heads: list[str]) -> None:
    text = _numbered(*heads).text

    assert [head for head in heads if head not in text] == []
    assert "Page 3/" not in text


def test_two_pages_are_too_few_for_furniture() -> None:
    source = read_pdf(written([lines("Commune", y=800), lines("Commune", y=800)]), "a.pdf")

    assert source.text == "Commune\nCommune\n"


def test_source_says_what_was_read_and_by_what() -> None:
    data = written([lines(PROSE)])
    source = read_pdf(data, "acte.pdf")

    assert (source.name, source.kind) == ("acte.pdf", "pdf")
    assert source.reader.startswith("pypdfium2 ")
    assert read_pdf(data, "acte.pdf").text == source.text


def test_this_process_does_something_else_while_another_reads() -> None:
    done: list[int] = []
    data = written([lines(PROSE)])

    source = read_document(data, "a.pdf", meanwhile=lambda: done.append(os.getpid()))

    assert source.text == read_pdf(data, "a.pdf").text
    assert done == [os.getpid()]


def test_missing_library_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(
        RefusedDocumentError, match=r"pip install 'deliberation-check\[doc"
    ) as caught:
        read_pdf(written([lines(PROSE)]), "a.pdf")
    assert caught.value.reason == "missing_library"


def test_importing_the_reader_imports_no_library() -> None:
    code = "import checker.reading.pdf, sys; print('pypdfium2' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"


@needs_seed
def test_seven_pages_take_well_under_half_a_second() -> None:
    _form("plain")
    start = time.process_time()
    _form("plain")

    assert time.process_time() - start < 0.4


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason=f"There is no {SHARED}.")
def test_every_pdf_of_the_corpus_is_read() -> None:
    for path in sorted((SHARED / "corpus").glob("*/*.pdf")):
        source = read_pdf(path.read_bytes(), path.name)
        assert len(source.boxes.boxes) == len(source.text)
        assert source.pages[-1].end == len(source.text)
