"""The law of a page: texts, articles by date and category, values worked out from a day."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from checker.cli.pages.lawpart import law_lines
from checker.kinds import Type
from checker.language.rulesets import default_root, load_rulesets
from checker.language.tree import Basis, Binding, Check, ParameterRef, Rule
from checker.law.edition import Law
from checker.law.parameters import (
    ANYWHERE,
    Anchor,
    DatedValue,
    MonthsAfter,
    Parameter,
    ParameterType,
    RollingWindow,
    StartOfYear,
    Value,
)
from checker.law.references import Reference
from checker.words import Words
from tests.pages.making import check, equal, ref

RULESETS = load_rulesets(default_root())
DAY = dt.date(2020, 1, 1)
VERIFIED = dt.date(2026, 11, 23)
OLD = Reference(
    "old", Words("ancien | article", "old"), "ANC", DAY, dt.date(2022, 1, 1), frozenset(), VERIFIED
)
NEW = evolve(OLD, key="new", words=Words("nouvel article", "new"), short="NOUV", until=None)


def rule_of(
    *basis: Basis, checks: tuple[Check, ...] = (), bodies: frozenset[str] = frozenset()
) -> Rule:
    return evolve(RULESETS.rules[0], basis=basis, checks=checks, bodies=bodies)


def lines_of(rule: Rule, law: Law) -> list[str]:
    return [line.replace("\u00a0", " ") for line in law_lines(rule, law)]


def test_a_text_has_its_window_its_bodies_and_the_day_it_was_verified() -> None:
    old = evolve(OLD, bodies=frozenset({"commune", "cc"}), to_confirm=True, url="https://x.fr/1")
    lines = lines_of(rule_of(Basis("old")), Law({}, {"old": old}))

    assert lines == [
        (
            "- [ancien \\| article](https://x.fr/1) ; du 1er janvier 2020 au 31 décembre 2021 ;"
            " commune et communauté de communes ; vérifié le 23 novembre 2026, à confirmer sur le"
            " texte officiel"
        ),
        "",
    ]


def test_a_rule_without_a_text_says_so() -> None:
    assert lines_of(rule_of(), Law({}, {}))[0].startswith("Aucun texte n'est cité")


def test_an_article_is_shown_by_date_and_by_the_category_a_rule_binds() -> None:
    both = (
        DatedValue(DAY, "old", "old", VERIFIED),
        DatedValue(dt.date(2022, 1, 1), "new", "new", VERIFIED),
    )
    article = Parameter(
        "law.article",
        Words("Article", "Article"),
        ParameterType.REFERENCE,
        Anchor.DATE,
        "category",
        Words("le code", "the code"),
        {"commune": both, "cc": both, "region": both[:1]},
    )
    law = Law({"law.article": article}, {"old": OLD, "new": NEW})
    rule = rule_of(Basis(article="law.article"), bodies=frozenset({"commune", "cc"}))

    assert lines_of(rule, law) == [
        "**Article cité : Article** (`law.article`), selon la date de l'acte.",
        "",
        "| Cas | Période | Article | Vérification |",
        "| --- | --- | --- | --- |",
        (
            "| commune et communauté de communes | du 1er janvier 2020 au 31 décembre 2021 |"
            " ancien \\| article | vérifié le 23 novembre 2026 |"
        ),
        (
            "| commune et communauté de communes | depuis le 1er janvier 2022 |"
            " nouvel article | vérifié le 23 novembre 2026 |"
        ),
        "",
        "Pour les autres cas, pièce à demander : le code.",
        "",
    ]
    assert "| région | depuis le 1er janvier 2020 |" in "\n".join(
        lines_of(evolve(rule, bodies=frozenset()), law)
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (MonthsAfter(6), "6 mois plus tard, au même quantième"),
        (StartOfYear(0), "1er janvier de la même année"),
        (StartOfYear(2), "1er janvier de l'année (+2)"),
        (RollingWindow(3), "premier jour des 3 années qui précèdent"),
        (None, "sans valeur"),
        (dt.date(2024, 2, 9).toordinal(), "9 février 2024"),
    ],
)
def test_a_value_worked_out_from_a_day_says_how(value: Value, expected: str) -> None:
    dated = DatedValue(DAY, value, "new", VERIFIED, to_confirm=True)
    end = Parameter(
        "law.end",
        Words("Fin du délai", "End of the time limit"),
        ParameterType.DATE,
        Anchor.DATE,
        "",
        None,
        {ANYWHERE: (dated,)},
    )
    lines = lines_of(rule_of(checks=(_using("law.end"),)), Law({"law.end": end}, {"new": NEW}))

    assert "**Valeur datée : Fin du délai** (`law.end`), selon la date de l'acte." in lines
    assert lines[-2] == (
        f"| depuis le 1er janvier 2020 | {expected} | NOUV | vérifié le 23 novembre 2026,"
        " à confirmer sur le texte officiel |"
    )


def _using(name: str) -> Check:
    line = Binding("line", "measure_line")
    return check(line, require=equal(ref("act.date"), ParameterRef(name, Type.DATE)))
