"""The page in a real browser: on a phone and a desk, light and dark, by keyboard, on paper."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from attrs import evolve
from playwright.sync_api import Browser, Page

from checker.case import Beneficiary, Measure, MeasureLine, Slug
from checker.case.parts import evidence
from checker.render.formats import render
from checker.report import Outcome, Report, SourceInfo, build_report
from checker.verdict import Verdict
from tests.acts import check, reference_case
from tests.render.browsing import CONTRAST, browser
from tests.render.page import Page as Parsed
from tests.render.test_html import UNREAD, document_report
from tests.report.making import euros, report, small_case

pytestmark = pytest.mark.slow
A4 = (595, 842)
"""In points."""


@functools.cache
def reference_report() -> Report:
    """The reference act beside a text that has every passage it cites, where it cites it."""
    case = reference_case()
    spans = [each for *_, each in evidence(case) if each.span and each.quote]
    text = [" "] * max(each.span[1] for each in spans if each.span)
    for each in spans:
        if each.span and each.quote:
            text[each.span[0] : each.span[1]] = each.quote
    for at in range(0, len(text), 90):
        text[at] = "\n" if text[at] == " " else text[at]
    (document,) = case.documents
    source = SourceInfo("24-B-0045.json", "0" * 64, texts={document.id: "".join(text)})
    return build_report(check(case), language="fr", source=source)


def many_measures() -> Report:
    """A bar of every tone, as wide as can be, so that its amount stands in it."""
    case = small_case()
    measures = tuple(Measure(Slug(f"m{n}"), "Axe", number=str(n)) for n in range(9))
    names = tuple(Beneficiary(Slug(f"b{n}"), f"Organisme {n}") for n in range(9))
    lines = tuple(
        MeasureLine(Slug(f"l{n}"), Slug(f"m{n}"), Slug(f"b{n}"), euros(10_000)) for n in range(9)
    )
    return report(
        evolve(case, measures=measures, beneficiaries=names, lines=lines, awards=(), summary=())
    )


def several() -> list[Outcome]:
    return [document_report(), UNREAD, reference_report(), many_measures()]


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of the pages to look at."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, list[Outcome]] = {"one": [reference_report()], "several": several()}
    for name, outcomes in made.items():
        (folder / f"{name}.html").write_bytes(render("html", outcomes, "fr"))
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def test_nothing_is_fetched_refused_or_mended(started: Browser, pages: dict[str, str]) -> None:
    opened = started.new_page()
    asked: list[str] = []
    told: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.goto(pages["several"])

    assert asked == [pages["several"]]
    assert told == []
    source = Parsed(Path(pages["several"].removeprefix("file://")).read_text("utf-8"))
    elements = opened.evaluate("[...document.querySelectorAll('*')].map(e => e.localName)")
    assert elements == [tag for tag, _ in source.elements]
    opened.close()


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", ["one", "several"])
def test_the_page_never_scrolls_sideways(
    started: Browser, pages: dict[str, str], name: str, width: int
) -> None:
    opened = started.new_page(viewport={"width": width, "height": 800})
    opened.goto(pages[name])

    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(
    started: Browser, pages: dict[str, str], scheme: str
) -> None:
    opened = started.new_page(color_scheme="dark" if scheme == "dark" else "light")
    opened.goto(pages["several"])
    contrasts = opened.evaluate(CONTRAST)

    assert len(contrasts) > 20
    assert opened.locator(".strip text").count() >= 9
    assert {pair: ratio for pair, ratio in contrasts.items() if ratio < 4.5} == {}
    ground = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
    opened.close()


def focused(opened: Page) -> str:
    return str(opened.evaluate("document.activeElement.id"))


def press(opened: Page, key: str) -> None:
    """Press a key and let the browser follow the link, if it is one."""
    opened.keyboard.press(key)
    opened.evaluate("new Promise((done) => setTimeout(done, 50))")


def tab_to(opened: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(60):
        press(opened, "Tab")
        if opened.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"Tab never comes to {selector}")


@pytest.mark.parametrize("width", [360, 1440])
def test_keyboard_alone_leads_to_a_finding_to_its_passage_and_back(
    started: Browser, pages: dict[str, str], width: int
) -> None:
    opened = started.new_page(viewport={"width": width, "height": 800})
    opened.goto(pages["one"])

    press(opened, "Tab")
    skip = opened.evaluate("document.activeElement.getBoundingClientRect().top")
    assert opened.evaluate("document.activeElement.getAttribute('href')") == "#a1"
    assert skip >= 0
    press(opened, "Enter")
    assert focused(opened) == "a1"
    tab_to(opened, ".result li a")
    press(opened, "Enter")
    finding = focused(opened)
    assert finding == "a1-f1"
    tab_to(opened, "a.passage")
    press(opened, "Enter")
    assert focused(opened).startswith("a1-t0-")
    top, bottom = opened.evaluate(
        "(({ top, bottom }) => [top, bottom])(document.activeElement.getBoundingClientRect())"
    )
    assert top >= 0
    assert bottom <= 800
    tab_to(opened, f"a.ref[href='#{finding}']")
    press(opened, "Enter")
    assert focused(opened) == finding
    opened.close()


def test_the_list_of_acts_comes_first_to_the_eye_and_to_the_keyboard(
    started: Browser, pages: dict[str, str]
) -> None:
    opened = started.new_page(viewport={"width": 768, "height": 800})
    opened.goto(pages["several"])

    tops = (
        "['#acts', '#a1'].map((name) => document.querySelector(name).getBoundingClientRect().top)"
    )
    listed, first = opened.evaluate(tops)
    assert listed < first
    press(opened, "Tab")
    press(opened, "Enter")
    assert focused(opened) == "acts"
    press(opened, "Tab")
    assert opened.evaluate("document.activeElement.getAttribute('href')") == "#a1"
    press(opened, "Enter")
    assert focused(opened) == "a1"
    opened.close()


def test_a_desk_has_the_text_on_the_left_and_a_phone_has_it_below(
    started: Browser, pages: dict[str, str]
) -> None:
    boxes = """() => ["report", "documents"].map((name) => {
        const box = document.querySelector(`.${name}`).getBoundingClientRect();
        return [box.left, box.right, box.top, box.bottom];
    })"""
    opened = started.new_page(viewport={"width": 1440, "height": 800})
    opened.goto(pages["one"])
    (report_left, _, _, _), (_, text_right, text_top, _) = opened.evaluate(boxes)
    assert text_right <= report_left
    opened.evaluate("scrollTo(0, 9000)")
    assert opened.evaluate(boxes)[1][2] == 0 < text_top
    opened.set_viewport_size({"width": 360, "height": 800})
    (_, _, _, report_bottom), (_, _, text_top, _) = opened.evaluate(boxes)
    assert report_bottom <= text_top
    opened.close()


def test_on_paper_all_is_open_on_a4_and_the_text_comes_last(
    started: Browser, pages: dict[str, str], tmp_path: Path
) -> None:
    opened = started.new_page()
    opened.goto(pages["several"])
    assert not opened.locator("#a3-passed details ul").first.is_visible()
    file = tmp_path / "page.pdf"
    opened.pdf(path=file, prefer_css_page_size=True)
    opened.close()

    document = pypdfium2.PdfDocument(file)
    sizes = {tuple(round(each) for each in page.get_size()) for page in document}
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert sizes == {A4}
    whole = " ".join(" ".join(texts).split())
    verified = [each.message for _, each in reference_report().found(Verdict.PASS)]
    assert " ".join(verified[0].split()) in whole
    assert whole.index("Annexes") < whole.index("Texte de")
    assert "Aller au" not in whole
