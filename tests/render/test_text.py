"""The report for a terminal."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.case import Award, Beneficiary, Case, Cents, Count, Interest, Slug
from checker.errors import Problem
from checker.render import as_text
from checker.report import Outcome, Unread
from checker.words import Language
from tests.render import rendering
from tests.report.making import euros, report, small_case, with_interest

N = "\u00a0"
UNREAD = Unread("b.json", (Problem("b.json", 3, 0, "$.act", "Broken."),))
LANGUAGES: list[Language] = ["fr", "en"]


def missing(case: Case) -> Case:
    return evolve(case, awards=(evolve(case.awards[0], amount=None), case.awards[1]))


def stage(case: Case, stage_: str) -> Case:
    return evolve(case, act=evolve(case.act, stage="draft" if stage_ == "draft" else "adopted"))


def clean() -> Case:
    """A case whose rules all hold, as far as they can be decided."""
    case = small_case()
    lines = tuple(evolve(line, amount=euros(40000), reason="motif") for line in case.lines)
    awards = tuple(evolve(award, amount=euros(20000)) for award in case.awards)
    totals = (evolve(case.totals[0], amount=euros(40000)),)
    return evolve(case, lines=lines, awards=awards, totals=totals, summary=())


def render(case: Case, language: Language = "fr", **options: bool) -> str:
    return rendering.text([report(case, language)], language, **options)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [small_case(), with_interest(small_case()), missing(small_case())])
def test_no_hole_is_left(case: Case, language: Language) -> None:
    text = render(case, language)

    assert "None" not in text
    assert not set("{}") & set(text)
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert "\n\n\n" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_fit_the_page(language: Language) -> None:
    for width in (80, 100):
        made = [report(missing(small_case()), language)]
        text = rendering.text(made, language, width=width)
        # All but the last line, which a script takes as one.
        assert max(map(len, text.splitlines()[:-1])) <= width


def test_last_line_counts_all_five_verdicts() -> None:
    last = render(with_interest(small_case())).splitlines()[-1]

    assert last == (
        f"Verdicts{N}: 2 sans anomalie, 6 constats, 0 non vérifiable, 1 à apprécier, 1 sans objet."
    )


def test_last_line_in_english() -> None:
    assert render(small_case(), "en").splitlines()[-1] == (
        "Verdicts: 2 without anomaly, 5 findings, 1 not decidable, 1 for judgement,"
        " 1 not applicable."
    )


def test_last_line_adds_up_several_inputs() -> None:
    made: list[Outcome] = [report(small_case()), UNREAD, report(small_case())]
    text = rendering.text(made, "fr")

    assert text.splitlines()[-1].startswith(f"Verdicts{N}: 4 sans anomalie, 10 constats,")
    assert "b.json:3: $.act: Broken." in text


def test_order_of_the_sections() -> None:
    text = render(small_case())
    titles = re.findall(r"^(.+)\n-+$", text, re.MULTILINE)

    assert [title for title in titles if not title.startswith(" ")] == [
        "Identification",
        "Synthèse",
        "Périmètre et limites",
        "Observations",
        "Points à apprécier",
        "Tableau de recoupement (en euros)",
        "Contrôles sans anomalie",
        "Points non vérifiables et pièces à demander",
        "Montants non recoupés",
        "Contrôles sans objet",
        "Annexes",
    ]


def test_clean_result_is_no_judgement_on_the_act() -> None:
    text = " ".join(render(clean()).split())

    assert "Aucune anomalie relevée parmi les contrôles exécutés (8 contrôles)." in text
    assert "1 contrôle n'a pas pu être tranché" in text
    assert "ni un avis juridique" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_never_used(language: Language) -> None:
    for case in (small_case(), with_interest(small_case()), clean(), stage(clean(), "draft")):
        text = render(case, language).lower()
        for word in ("illégal", "faute ", "fraud", "conforme", "illegal", "unlawful", "compliant"):
            assert word not in text.replace("faute d'information", "")


def test_findings_by_severity() -> None:
    text = render(with_interest(small_case()))

    assert re.findall(r"^(\d)\. \[(\S+)\]", text, re.MULTILINE) == [
        ("1", "INT-01"),
        ("2", "TOT-01"),
        ("3", "SEU-01"),
        ("4", "MOT-01"),
        ("5", "POL-01"),
        ("6", "POL-01"),
        ("7", "JUG-01"),
    ]


@pytest.mark.parametrize(
    ("case", "opinion"),
    [
        (small_case(), "favorable sous réserve de corrections"),
        (with_interest(small_case()), "à représenter après correction"),
        (clean(), "favorable sous réserve des points restant à vérifier ou à apprécier"),
        (evolve(clean(), whole=("interests",)), "favorable."),
    ],
)
def test_opinion_before_the_vote(case: Case, opinion: str) -> None:
    text = " ".join(render(stage(case, "draft")).replace(N, " ").split())

    assert f"Avis technique avant le vote : {opinion}" in text
    assert "Avis technique" not in render(case)


def test_unreliable_run_is_said_first() -> None:
    made = report(small_case(), faults=["The engine stopped."], doubted=["MOT-01"])
    text = rendering.text([made], "fr")

    assert "CONTRÔLE NON FIABLE" in text
    assert text.index("CONTRÔLE NON FIABLE") < text.index("Le contrôle relève")
    assert "The engine stopped." in text


def test_documents_to_ask_for() -> None:
    text = " ".join(render(missing(small_case())).split())

    assert "- Registre des déports et déclarations d'intérêts" in text
    assert "- Précision à demander au service" in text


def test_cross_table() -> None:
    text = render(small_case())
    amount = f"30{N}000"
    row = rf"^  ADELIE +{amount} +– +{amount} +{amount} +{amount}  ✓$"

    assert re.search(row, text, re.MULTILINE)
    assert re.search(rf"total du dispositif +40{N}010 +40{N}000  ✗$", text, re.MULTILINE)
    assert f"Axe 1{N}: Actions locales" in text


def test_cents_are_shown_only_when_there_are_some() -> None:
    case = small_case()
    awards = (evolve(case.awards[0], amount=Cents(3000005)), case.awards[1])

    assert f"30{N}000,05" in render(evolve(case, awards=awards))
    assert f"30{N}000,00  ✓" not in render(case)


def test_unknown_amount_is_shown_as_such() -> None:
    assert re.search(r"n\.p\.  \?$", render(missing(small_case())), re.MULTILINE)


def many(number: int) -> Case:
    return evolve(
        small_case(),
        beneficiaries=tuple(Beneficiary(Slug(f"b{n}"), f"Association {n}") for n in range(number)),
        lines=(),
        summary=(),
        measures=(),
        totals=(),
        policies=(),
        awards=tuple(Award(Slug(f"a{n}"), Slug(f"b{n}"), euros(n)) for n in range(number)),
    )


def test_long_table_is_cut_and_says_so() -> None:
    assert "10 autres bénéficiaires figurent dans le rapport JSON." in render(many(50))
    assert "autres bénéficiaires" not in render(many(40))


def test_many_measures_take_several_tables() -> None:
    case = small_case()
    measures = tuple(evolve(case.measures[0], id=Slug(f"m{n}"), number=str(n)) for n in range(12))
    lines = tuple(
        evolve(case.lines[0], id=Slug(f"l{n}"), measure=Slug(f"m{n}"), amount=euros(100000))
        for n in range(12)
    )
    text = rendering.text([report(evolve(case, measures=measures, lines=lines))], "fr", width=80)

    assert len(re.findall(r"^  Bénéficiaire", text, re.MULTILINE)) > 1
    assert max(map(len, text.splitlines()[:-1])) <= 80


def test_long_names_are_wrapped() -> None:
    case = small_case()
    name = "Association " + "très " * 80 + "longue " + "x" * 300
    who = (evolve(case.beneficiaries[0], name=name), case.beneficiaries[1])
    text = render(evolve(case, beneficiaries=who))

    assert max(map(len, text.splitlines())) <= as_text.WIDTH


def test_escape_sequences_of_a_case_are_shown_not_obeyed() -> None:
    case = small_case()
    who = (evolve(case.beneficiaries[0], name="AD\x1b[31mELIE\r\n\u202e"), case.beneficiaries[1])
    text = render(evolve(case, beneficiaries=who))

    assert "\x1b" not in text
    assert "\r" not in text
    assert "\u202e" not in text
    assert "AD\\x1b[31mELIE" in text


def test_color_only_when_asked_for() -> None:
    plain, colored = render(small_case()), render(small_case(), color=True)

    assert "\x1b" not in plain
    assert "\x1b[1;31m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_same_bytes_every_time() -> None:
    assert render(with_interest(small_case())) == render(with_interest(small_case()))


@settings(max_examples=25, deadline=None)
@given(name=st.text(max_size=200), surname=st.text(max_size=200))
def test_any_name_keeps_the_page_in_shape(name: str, surname: str) -> None:
    case = small_case()
    who = (evolve(case.beneficiaries[0], name=name), case.beneficiaries[1])
    measures = (evolve(case.measures[0], title=surname, number=None), case.measures[1])
    text = render(evolve(case, beneficiaries=who, measures=measures))

    assert max(map(len, text.splitlines())) <= as_text.WIDTH
    assert not re.search(r" $", text, re.MULTILINE)
    assert text.splitlines()[-1].startswith("Verdicts")


def test_passages_are_cut_after_a_few() -> None:
    text = " ".join(render(evolve(many(9), totals=small_case().totals)).split())

    assert "et 6 autres passages" in text


def test_several_interests_are_told_apart() -> None:
    case = with_interest(small_case())
    second = Interest(Slug("i2"), Slug("dominique-exemple"), Slug("adelie"))
    text = render(evolve(case, interests=(*case.interests, second)))

    assert "Dominique EXEMPLE, ADELIE" in text


def test_page_of_the_document_is_given() -> None:
    case = small_case()
    page = evolve(case.awards[0].evidence["amount"], page=Count(3))
    award = evolve(case.awards[0], evidence={"amount": page})

    assert "page 3" in render(evolve(case, awards=(award, case.awards[1])))
