"""The report as one HTML page."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest
from attrs import evolve

from checker.case import Case, Count, Measure, MeasureLine, Provenance, Reading, Slug
from checker.errors import InputError, Problem
from checker.render.as_html import environment
from checker.render.as_html.renderer import Renderer
from checker.render.formats import render
from checker.report import Outcome, Report, SourceInfo, Unread
from checker.report.model import IdleWaiver, Waived
from checker.verdict import Verdict
from checker.words import Language
from tests.render.page import Page
from tests.report.making import euros, report, small_case, with_interest

N = "\u00a0"
TEXT = "Vu la loi.\n30 000 € à ADELIE\n10 000 € à Lille\nPour mémoire 100 €\nConfirmé : 7 €\n"
UNREAD = Unread("b.json", (Problem("b.json", 3, 0, "$.act", "Broken <b>."),))
HOSTILE = "<script>alert(1)</script> \"onload=x ' </style><!-- \u202e \x1b[31m ]]> {{ 7*7 }} €"


def html(*outcomes: Outcome, language: Language = "fr") -> str:
    return render("html", outcomes, language).decode()


def page(*outcomes: Outcome, language: Language = "fr") -> Page:
    made = Page(html(*outcomes, language=language))
    assert not made.faults
    return made


def span(words: str, status: str = "read") -> Provenance:
    start = TEXT.index(words)
    where = (Count(start), Count(start + len(words)))
    return Provenance(span=where, quote=words, status=status)  # type: ignore[arg-type]


def document_report(language: Language = "fr", part: tuple[int, int] | None = None) -> Report:
    """Two awards of a text, one confirmed; an amount that nobody can bind, another ambiguous."""
    case = small_case()
    first, second = case.awards
    awards = (
        evolve(first, evidence={"amount": span("30 000 €")}),
        evolve(second, evidence={"amount": span("10 000 €", "confirmed")}),
    )
    unread, doubtful, vague = span("100 €"), span("7 €"), span("Confirmé")
    assert unread.span
    assert doubtful.span
    assert vague.span
    readings = (
        Reading(Slug("r1"), unread.span, "100 €", "unread", ("100.00",), ("awards",)),
        Reading(Slug("r2"), doubtful.span, "7 €", "ambiguous", ("7.00", "un renvoi")),
        Reading(Slug("r3"), vague.span, "Confirmé", "ambiguous", ("un accord", "un constat")),
    )
    source = SourceInfo(
        "acte.txt",
        "0" * 64,
        texts={"acte": TEXT},
        pages={"acte": (0, TEXT.index("10 000"))},
        part=part,
    )
    return report(evolve(case, awards=awards, readings=readings), language, source=source)


REPORTS: Sequence[tuple[Outcome, ...]] = [
    (),
    (UNREAD,),
    (report(small_case()),),
    (report(small_case(), faults=("Broken.",), doubted=("TOT-01",)),),
    (document_report(),),
    (report(small_case(), source=SourceInfo("a.json", texts={"register": "a;b"})),),
    (report(with_interest(small_case())), UNREAD, document_report()),
]


@pytest.mark.parametrize("outcomes", REPORTS)
def test_page_is_sound_and_whole(outcomes: tuple[Outcome, ...]) -> None:
    made = page(*outcomes)

    assert [id_ for id_, n in made.ids.items() if n > 1] == []
    assert made.dangling == set()
    assert made.outside == []
    levels = [int(tag[1]) for tag, _ in made.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {tag for tag, _ in made.elements} >= {"main", "header", "footer", "title"}
    assert "None" not in made.text


@pytest.mark.parametrize("outcomes", REPORTS[2:])
def test_only_the_style_of_the_page_is_allowed_and_there_is_no_script(
    outcomes: tuple[Outcome, ...],
) -> None:
    made = page(*outcomes)
    (policy,) = [each["content"] for each in made.all("meta") if "http-equiv" in each]
    hashes = {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in made.inline.values()
    }

    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert len(hashes) == 1
    assert "unsafe" not in policy
    assert (len(made.all("style")), len(made.all("script"))) == (1, 0)
    for _, attributes in made.elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
    assert not re.search(r"@import|url\((?!#)", made.inline["style"])


def test_tables_say_what_their_cells_are_about() -> None:
    made = page(report(small_case()))
    tables = made.all("table")

    assert len(made.all("caption")) == len(tables) == 2
    assert {each.get("scope") for each in made.all("th")} == {"col", "row"}


def hostile() -> Case:
    case = small_case()
    first, *others = case.beneficiaries
    return evolve(
        case,
        act=evolve(case.act, number=HOSTILE, title=HOSTILE),
        body=evolve(case.body, name=HOSTILE),
        beneficiaries=(evolve(first, name=HOSTILE), *others),
        measures=tuple(Measure(each.id, HOSTILE, number="1") for each in case.measures),
    )


def test_hostile_words_are_shown_and_never_act() -> None:
    source = SourceInfo(HOSTILE, "0" * 64, texts={"acte": HOSTILE * 3})
    made = page(report(hostile(), source=source), Unread(HOSTILE, ()))
    plain = page(report(small_case()), Unread("b", ()))

    assert {tag for tag, _ in made.elements} <= {tag for tag, _ in plain.elements} | {
        *("aside", "mark", "span")
    }
    assert (len(made.all("style")), len(made.all("script"))) == (1, 0)
    assert not [each for _, each in made.elements if "onload" in each]
    assert "<script>alert(1)</script>" in made.text
    assert "{{ 7*7 }}" in made.text
    assert "\\u202e \\x1b[31m" in made.text
    assert not set("\u202e\x1b") & set(html(report(hostile(), source=source)))


def test_same_bytes_every_time() -> None:
    made: list[Outcome] = [report(with_interest(small_case())), UNREAD, document_report()]

    assert render("html", made, "fr") == render("html", made, "fr")


def test_both_languages() -> None:
    french, english = page(document_report()), page(document_report("en"), language="en")

    assert french.all("html") == [{"lang": "fr"}]
    assert english.all("html") == [{"lang": "en"}]
    assert f"L'attribution d'ADELIE est de 30{N}000,00{N}€" in french.text
    assert "The award of ADELIE is €30,000.00" in english.text
    assert "Constat" not in english.text
    assert [tag for tag, _ in french.elements] == [tag for tag, _ in english.elements]


def test_one_report_has_no_list_and_several_have_one_that_leads_to_each() -> None:
    alone = page(report(small_case()))
    several = page(report(small_case()), UNREAD, document_report())

    assert not alone.all("nav")
    assert "24-01 du 1er mars 2024" in alone.texts["a1-title"]
    assert [each["href"] for each in several.all("a")][:2] == ["#acts", "#a1"]
    listed = several.texts["acts"]
    assert listed.index("24-01") < listed.index("b.json") < listed.index("acte.txt")
    assert "Fichier non lu" in listed
    assert f"Verdicts{N}: 2 sans anomalie, 5 constats" in listed
    assert "Broken <b>." in several.texts["a2"]


def test_a_report_is_written_when_it_comes() -> None:
    renderer = Renderer("fr")

    assert renderer.add(report(small_case())) == ""
    assert "a2-title" in renderer.add(report(small_case()))
    assert 'id="a3-title"' in renderer.add(document_report())
    assert "a1-title" not in renderer.end()


def test_nothing_checked_is_said() -> None:
    assert "Aucun acte n'a été contrôlé." in page().text


def test_unreliable_run_is_said_before_its_verdicts() -> None:
    text = page(report(small_case(), faults=("Deux juges.",), doubted=("TOT-01",))).text

    assert text.index("CONTRÔLE NON FIABLE") < text.index("Deux juges.") < text.index("Synthèse")
    assert "les deux évaluations indépendantes" in text


def test_accepted_findings_and_idle_waivers_are_shown() -> None:
    made = report(small_case())
    day = made.act.date
    assert day
    waived = Waived("raison <i>", "direction des finances", day, day, "w.yaml:3")
    rules = tuple(
        evolve(rule, instances=tuple(evolve(each, waived=waived) for each in rule.instances))
        if rule.id == "TOT-01"
        else rule
        for rule in made.rules
    )
    idle = (IdleWaiver("SEU-01", "x", "expired", waived, "Échue le 1er mars."),)
    shown = page(evolve(made, rules=rules, idle_waivers=idle))

    (accepted,) = shown.all("article", "waived")
    assert f"Accepté{N}:" in shown.texts[accepted["id"]]
    assert "raison <i>" in shown.texts[accepted["id"]]
    assert "Échue le 1er mars." in shown.texts["a1-accepted"]
    assert "dont 1 accepté" in shown.text


def test_every_verdict_is_counted_and_everything_found_is_shown() -> None:
    made = report(with_interest(small_case()))
    shown = page(made)

    assert len(shown.all("article", "observation")) == 7
    for _, instance in made.found(Verdict.FAIL, Verdict.REVIEW, Verdict.PASS):
        assert instance.message in shown.text
    for parameter in made.parameters:
        assert parameter.shown in shown.texts["a1-annexes"]


def test_amounts_are_tinted_by_what_is_known_of_them() -> None:
    shown = page(document_report())
    marks = [each for each in shown.all("mark") if "id" in each or "title" in each]
    tinted = {shown.texts.get(each.get("id", ""), ""): each["class"].split()[0] for each in marks}

    assert tinted["30 000 €"] == "read"
    assert tinted["10 000 €"] == "confirmed"
    assert tinted["100 €"] == "unread"
    assert tinted["7 €"] == "ambiguous"
    assert tinted["Confirmé"] == "ambiguous"
    (doubtful,) = [each for each in marks if shown.texts.get(each.get("id", "")) == "7 €"]
    assert doubtful["title"] == f"lecture ambiguë{N}: 7,00{N}€ ou un renvoi"


def test_findings_and_passages_lead_to_each_other() -> None:
    made = document_report()
    shown = page(made)
    back = [each["href"][1:] for each in shown.all("a", "ref")]
    forth = [each["href"][1:] for each in shown.all("a", "passage")]

    assert back
    assert set(back) <= set(forth) | {*shown.ids}
    start = TEXT.index("30 000 €")
    passage = f"a1-t0-{start}-{start + 8}"
    citing = [
        number
        for number in range(1, len(shown.all("article", "observation")) + 1)
        if f"«{N}30{N}000{N}€{N}»" in shown.texts[f"a1-f{number}"]
    ]
    assert citing
    assert passage in forth
    assert set(back) == {f"a1-f{number}" for number in citing}
    assert shown.texts[passage] == "30 000 €"
    assert (
        re.sub(r"page \d|(?<=€)\d+", "", shown.texts["a1-text0"]).rstrip().endswith(TEXT.rstrip())
    )


def test_of_several_deliberations_only_the_own_part_and_what_is_cited_are_shown() -> None:
    part = (TEXT.index("Pour mémoire"), len(TEXT))
    shown = page(document_report(part=part)).texts["a1-text0"]

    assert "plusieurs délibérations" in shown
    assert "30 000 €" in shown  # cited, though it stands outside the part
    assert "Pour mémoire" in shown
    assert "Vu la loi." not in shown


def test_a_case_file_without_its_document_has_no_pane() -> None:
    shown = page(report(small_case()))

    assert not shown.all("aside")
    assert f"«{N}30{N}000{N}€{N}»" in shown.text


def test_a_span_beyond_the_text_is_no_link() -> None:
    case = small_case()
    source = SourceInfo("a.json", "0" * 64, texts={"acte": "court"})
    shown = page(report(case, source=source))

    assert not shown.all("a", "passage")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_library_that_lacks_is_named_with_its_command(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(InputError, match="deliberation-check\\[reports\\]"):
        Renderer(language)


def test_a_large_act_stays_a_page() -> None:
    case = small_case()
    lines = tuple(
        MeasureLine(Slug(f"l{n}"), Slug("m1"), Slug("adelie"), euros(n + 1)) for n in range(400)
    )
    text = "".join(f"- {n} € à un bénéficiaire\n" for n in range(10_000))
    made = report(evolve(case, lines=lines))
    source = evolve(made.source, texts={"acte": text})
    shown = html(evolve(made, source=source))

    assert len(shown) < 3_000_000
    assert shown.count('class="line"') == 2_000
