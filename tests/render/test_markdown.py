"""The Markdown, as a renderer of CommonMark with tables shows it."""

from __future__ import annotations

import pytest
from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.case import Slug
from checker.render import as_markdown
from checker.render.as_markdown.sheet import escape
from checker.render.characters import visible
from checker.render.formats import render
from checker.report import Outcome, Report, build_report
from checker.words import Language
from tests.acts import check, reference_case
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.rendering import whole
from tests.render.test_json import every_verdict
from tests.report.making import report, small_case, with_interest

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
"""HTML is let through, so that any that a name could bring in shows."""
MOST = 65_536
"""Characters that GitHub takes in a comment."""
EXPECTED = {"text", "softbreak", "strong_open", "strong_close"}


def markdown(*outcomes: Outcome, language: Language = "fr") -> str:
    return whole(as_markdown.Renderer(language), outcomes)


def blocks(text: str) -> list[Token]:
    """The blocks; nothing in them is markup but what is bold, and every row fits its table."""
    found = PARSER.parse(text)
    for token in found:
        assert token.type not in ("html_block", "code_block", "fence", "blockquote_open")
        assert {child.type for child in token.children or []} <= EXPECTED
    return found


def shown(token: Token) -> str:
    return "".join(child.content for child in token.children or [])


def headings(text: str) -> list[tuple[str, str]]:
    found = blocks(text)
    return [
        (token.tag, shown(found[n + 1]))
        for n, token in enumerate(found)
        if "heading_o" in token.type
    ]


def cells(text: str) -> list[str]:
    found = blocks(text)
    return [shown(found[n + 1]) for n, token in enumerate(found) if token.type == "td_open"]


def test_sections() -> None:
    assert headings(markdown(report(with_interest(small_case())))) == [
        ("h1", "RAPPORT DE CONTRÔLE D'UNE DÉLIBÉRATION"),
        ("h2", "Identification"),
        ("h2", "Synthèse"),
        ("h2", "Périmètre et limites"),
        ("h2", "Observations"),
        ("h3", "À corriger (2)"),
        ("h3", "À justifier (4)"),
        ("h3", "Points à apprécier (1)"),
        ("h2", "Tableau de recoupement (en euros)"),
        ("h2", "Points non vérifiables et pièces à demander"),
        ("h2", "Annexes"),
    ]


def test_every_finding_is_a_row() -> None:
    made = report(with_interest(small_case()))
    found = cells(markdown(made))

    for rule, instance in made.found(*made.counts):
        said = instance.message in " ".join(found)
        assert said == bool(instance.remedy), rule.id
    assert "ADELIE" in found
    assert "30\u00a0000" in found
    assert "✗" in found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verdict(language: Language) -> None:
    text = markdown(*every_verdict(language), language=language)

    assert "None" not in text
    assert not set("{}") & set(text)
    assert ("CONTRÔLE NON FIABLE" if language == "fr" else "NOT RELIABLE") in text
    assert ("Registre des déports" if language == "fr" else "Register of recusals") in text


def test_several_inputs_unread_and_accepted() -> None:
    text = markdown(UNREAD, accepted())
    found = blocks(text)

    assert sum(token.type == "hr" for token in found) == 1
    assert "drafts/b & <c>.json:3:7: $.act: The key 'number' is unknown." in map(shown, found)
    assert any("Accepté par A. Exemple" in cell for cell in cells(text))
    assert any("known | <b>and</b> fixed" in cell for cell in cells(text))
    assert "Constats acceptés" in {title for _, title in headings(text)}


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_shown_as_it_is(name: str) -> None:
    made = named(name)
    text = markdown(made)
    everything = [shown(token) for token in blocks(text) if token.children]

    assert f"Acte\u00a0: {visible(name)}" in everything
    assert visible(name).strip() in cells(text)  # the renderer trims cells
    assert len(headings(text)) == len(headings(markdown(report(with_interest(small_case())))))


@pytest.mark.parametrize(
    "text",
    ["1. a", "12) a", "- a", "+ a", "# a", "=== ", "a_b_c", "~~a~~", "a\\", "&lt;", "$a$", "|"],
)
def test_no_text_is_markup_wherever_it_begins(text: str) -> None:
    (token,) = [each for each in blocks(escape(text) + "\n") if each.children]

    assert shown(token) == visible(text)


def test_reference_act_fits_a_comment() -> None:
    made = build_report(check(reference_case()), language="fr")

    assert len(markdown(made)) < MOST


def test_many_measures_take_several_tables() -> None:
    case = small_case()
    measures = tuple(evolve(case.measures[0], id=Slug(f"m{n}"), number=str(n)) for n in range(30))
    lines = tuple(evolve(case.lines[0], id=Slug(f"l{n}"), measure=Slug(f"m{n}")) for n in range(30))
    text = markdown(report(evolve(case, measures=measures, lines=lines)))

    assert sum("| Bénéficiaire |" in line for line in text.splitlines()) == 3
    assert sum("| Somme |" in line for line in text.splitlines()) == 1


def test_same_bytes_every_time() -> None:
    made: list[Report] = every_verdict()

    assert render("markdown", made, "fr") == render("markdown", made, "fr")
