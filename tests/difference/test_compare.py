"""What differs between two drafts is said, once, and nothing else."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import checker
from checker.case import Award, Beneficiary, Case, Mention, Slug
from checker.casefile import load_case
from checker.difference.identity import Identities
from checker.difference.model import Amount, Party
from checker.difference.pairing import paired
from checker.render import difference_json, difference_text
from checker.verdict import Verdict
from checker.words import Language
from tests.cli.running import REFERENCE
from tests.difference.acts import act, compared
from tests.report.making import euros

SCHEMA = json.loads(
    (Path(checker.__file__).parent / "schemas/diff-1.schema.json").read_text(encoding="utf-8")
)


def test_the_same_act_twice_differs_in_nothing() -> None:
    found = compared(act(), act())

    assert not found.any
    assert difference_text.last_line(found) == "Différences\u00a0: aucune."


def test_an_amount_that_changes_is_shown_with_its_difference() -> None:
    old = act()
    awards = (evolve(old.awards[0], amount=euros(30010)), old.awards[1])
    found = compared(old, evolve(old, awards=awards))

    assert found.amounts == (Amount("changed", "award", "attribution à ADELIE", 3000000, 3001000),)
    assert [each.gap for each in found.amounts] == [1000]
    assert "+10,00\u00a0€" in difference_text.render(found)


def test_an_amount_that_is_no_longer_stated_is_no_zero() -> None:
    old = act()
    awards = (evolve(old.awards[0], amount=None), old.awards[1])
    (amount,) = compared(old, evolve(old, awards=awards)).amounts

    assert (amount.move, amount.old, amount.new, amount.gap) == ("changed", 3000000, None, None)
    assert "non précisé" in difference_text.render(compared(old, evolve(old, awards=awards)))


def test_verdicts_turn_with_the_amount() -> None:
    """The total printed is 10 euros above the sum: raising an award by 10 mends it."""
    old = act()
    awards = (evolve(old.awards[0], amount=euros(30010)), old.awards[1])
    new = evolve(old, awards=awards)
    there, back = compared(old, new), compared(new, old)

    assert [(each.check, each.turn, each.old, each.new) for each in there.verdicts] == [
        ("TOT-01", "gone", Verdict.FAIL, Verdict.PASS),
        ("SEU-01", "restated", Verdict.FAIL, Verdict.FAIL),
    ]
    assert [(each.check, each.turn) for each in back.verdicts] == [
        ("TOT-01", "new"),
        ("SEU-01", "restated"),
    ]


def test_a_finding_that_can_no_longer_be_told_is_not_gone() -> None:
    old = act()
    awards = (evolve(old.awards[0], amount=None), old.awards[1])
    turns = {each.check: each.turn for each in compared(old, evolve(old, awards=awards)).verdicts}

    assert turns["TOT-01"] == "changed"


def test_a_beneficiary_comes_in_with_its_amounts() -> None:
    old = act()
    third = Beneficiary(Slug("clef"), "La Clef", legal_form="association")
    new = evolve(
        old,
        beneficiaries=(*old.beneficiaries, third),
        awards=(*old.awards, Award(Slug("a3"), third.id, euros(24000))),
    )
    found = compared(old, new)

    assert found.parties == (Party("in", "", "La Clef"),)
    assert found.amounts == (Amount("in", "award", "attribution à La Clef", None, 2400000),)
    assert compared(new, old).parties == (Party("out", "La Clef", ""),)


def test_a_name_alike_is_a_question_only() -> None:
    old = act()
    renamed = evolve(old.beneficiaries[1], id=Slug("lille-2"), name="Lille Avenir")
    new = evolve(
        old,
        beneficiaries=(old.beneficiaries[0], renamed),
        lines=(old.lines[0], evolve(old.lines[1], beneficiary=renamed.id)),
        summary=(old.summary[0], evolve(old.summary[1], beneficiary=renamed.id)),
        awards=(old.awards[0], evolve(old.awards[1], beneficiary=renamed.id)),
    )
    found = compared(old, new)

    assert found.parties == (
        Party("out", "Lille Avenirs", "", "Lille Avenir"),
        Party("in", "", "Lille Avenir", "Lille Avenirs"),
    )
    assert "s'agit-il de «\u00a0Lille Avenirs\u00a0»" in difference_text.render(found, width=200)


@pytest.mark.parametrize("bridge", ["siret", "mention", "id"])
def test_a_body_is_known_again_by_what_both_acts_say(bridge: str) -> None:
    old = act()
    before = evolve(old.beneficiaries[1], siret="13000548100010")
    after = evolve(before, id=Slug("mission"), name="Mission Lille")
    mentions: tuple[Mention, ...] = ()
    if bridge == "mention":
        after = evolve(after, siret=None)
        mentions = (Mention(Slug("m1"), after.id, "recital", "LILLE AVENIRS"),)
    if bridge == "id":
        after = evolve(after, id=before.id, siret=None)
    old = evolve(old, beneficiaries=(old.beneficiaries[0], before))
    new = evolve(
        old,
        beneficiaries=(old.beneficiaries[0], after),
        mentions=mentions,
        lines=(old.lines[0], evolve(old.lines[1], beneficiary=after.id)),
        summary=(old.summary[0], evolve(old.summary[1], beneficiary=after.id)),
        awards=(old.awards[0], evolve(old.awards[1], beneficiary=after.id)),
    )
    found = compared(old, new)

    assert found.parties == (Party("changed", "Lille Avenirs", "Mission Lille"),)
    assert not found.amounts


def test_bodies_with_different_identifiers_are_never_one() -> None:
    old = act()
    one = evolve(old.beneficiaries[1], siret="13000548100010")
    other = evolve(old.beneficiaries[1], siret="21590350100017")
    first = evolve(old, beneficiaries=(old.beneficiaries[0], one))
    second = evolve(old, beneficiaries=(old.beneficiaries[0], other))

    assert [each.move for each in compared(first, second).parties] == ["out", "in"]


def test_subjects_are_the_same_whatever_their_identifiers() -> None:
    """All identifiers changed, nothing else: no difference."""
    old = load_case(REFERENCE.read_bytes(), str(REFERENCE))
    text = REFERENCE.read_text(encoding="utf-8")
    lists = (old.beneficiaries, old.measures, old.awards, old.lines, old.summary)
    for id_ in [each.id for entries in lists for each in entries]:
        text = text.replace(f'"{id_}"', f'"x-{id_}"')
    new = load_case(text.encode(), "x.json")
    same = Identities(old, new)

    assert new.awards[0].id != old.awards[0].id
    assert {same.subject(str(each.id)) for each in old.awards} == {each.id for each in new.awards}
    assert same.subject("entrepreneurship:4/entrepreneurship") == (
        "x-entrepreneurship:4/x-entrepreneurship"
    )
    found = compared(old, new)
    assert not found.any
    assert not found.alone


def test_articles_and_title() -> None:
    old = act()
    articles = (evolve(old.articles[0], subject="autre"), evolve(old.articles[1], number="3"))
    found = compared(old, evolve(old, act=evolve(old.act, title="Objet"), articles=articles))

    assert [(each.move, each.number) for each in found.articles] == [
        ("changed", "1"),
        ("out", "2"),
        ("in", "3"),
    ]
    assert [(each.what, each.old, each.new) for each in found.values] == [("objet", "", "Objet")]


def drafts() -> st.SearchStrategy[Case]:
    """The act with amounts changed, taken out, and lists in another order."""

    def drawn(seed: int) -> Case:
        chance = random.Random(seed)
        case = act()
        awards = [
            evolve(each, amount=chance.choice([each.amount, None, euros(chance.randrange(9))]))
            for each in case.awards
            if chance.random() > 0.2
        ]
        chance.shuffle(awards)
        lines = [each for each in case.lines if chance.random() > 0.2]
        return evolve(case, awards=tuple(awards), lines=tuple(lines))

    return st.integers(0, 10**6).map(drawn)


@settings(max_examples=40, deadline=None)
@given(old=drafts(), new=drafts())
def test_comparing_backwards_mirrors(old: Case, new: Case) -> None:
    there, back = compared(old, new), compared(new, old)
    swap = {"in": "out", "out": "in", "changed": "changed"}

    assert sorted((swap[e.move], e.what, str(e.new), str(e.old)) for e in there.amounts) == sorted(
        (e.move, e.what, str(e.old), str(e.new)) for e in back.amounts
    )
    assert there.same_amounts == back.same_amounts
    assert there.alone == back.alone
    assert there.any == back.any
    Draft202012Validator(SCHEMA).validate(json.loads(difference_json.render(there)))
    assert difference_text.render(there) == difference_text.render(compared(old, new))


@given(st.lists(st.integers(0, 4)), st.lists(st.integers(0, 4)))
def test_pairs_are_one_to_one_and_equal(olds: list[int], news: list[int]) -> None:
    found = paired(olds, news, (lambda each: each, lambda each: each))

    assert len(set(found.values())) == len(found)
    assert all(olds[one] == news[other] for one, other in found.items())
    for value in set(olds) & set(news):
        if olds.count(value) == news.count(value):
            assert sum(olds[one] == value for one in found) == olds.count(value)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_text_fits_the_page_and_counts(language: Language) -> None:
    old = act()
    awards = (evolve(old.awards[0], amount=euros(30010)), old.awards[1])
    found = compared(old, evolve(old, awards=awards), language)
    text = difference_text.render(found)

    assert max(map(len, text.splitlines())) <= difference_text.WIDTH
    last = text.splitlines()[-1].replace("\u00a0", " ")
    assert last == (
        "Différences : 1 montant, 1 constat levé et 1 constat énoncé autrement."
        if language == "fr"
        else "Differences: 1 amount, 1 finding gone and 1 finding stated otherwise."
    )
