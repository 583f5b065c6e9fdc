"""Facts drawn from a case, and what is known of the extent of each list."""

from __future__ import annotations

from typing import Any

import pytest

from checker import case as c
from checker.facts import LISTS, state
from checker.kinds import KINDS
from checker.normal import normal_mention, normal_name, normal_text
from checker.vocabulary import (
    Beneficiary,
    Enumerated,
    FundedPost,
    Grant,
    MeasureLine,
    Mention,
    Transcription,
)

S = c.Slug


def case(**parts: Any) -> c.Case:
    """A commune's case with the parts given."""
    body = c.Body(name="Ville", category="commune")
    act = parts.pop("act", c.Act(year=c.Count(2024)))
    return c.Case(schema="deliberation-check/case/1", body=body, act=act, **parts)


def cents(amount: int) -> c.Cents:
    return c.Cents(amount)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’association ALPES", "ALPES"),
        ("L'ASSOCIATION ALPES", "alpes"),
        ("la Mission Emploi\nLys-Tourcoing", "Mission Emploi Lys-Tourcoing"),
        ("GIP Agire du Val de Marque", "Agire du Val de Marque"),
        ("« Bâti ton projet »", '"Bâti ton projet"'),
        ("Les\u00a0Clés", "les clés"),
    ],
)
def test_same_names(one: str, other: str) -> None:
    assert normal_name(one) == normal_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mission Emploi Lys Tourcoing", "Mission Emploi Lys-Tourcoing"),
        ("Val du Marque", "Val de Marque"),
        ("Développement", "Developpement"),
        ("association", "fondation"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert normal_name(one) != normal_name(other)


def test_capitals_get_the_accents_of_the_official_name() -> None:
    assert normal_mention("VALLEE DE LA LYS", "Vallée de la Lys") == "vallée de la lys"
    assert normal_mention("Vallee de la Lys", "Vallée de la Lys") == "vallee de la lys"
    assert normal_text("Œuvre  d’art") == "œuvre d'art"


@pytest.mark.parametrize(
    ("form", "private"),
    [("association", True), ("gip", False), ("autre", None), (None, None)],
)
def test_private_law_follows_the_legal_form(form: Any, private: bool | None) -> None:
    who = c.Beneficiary(id=S("a"), name="A", legal_form=form)
    (fact,) = state(case(beneficiaries=(who,))).of("beneficiary")

    assert isinstance(fact, Beneficiary)
    assert fact.private_law is private


def test_accepted_name_is_that_of_the_operative_part() -> None:
    who = c.Beneficiary(id=S("a"), name="Association Une")
    mention = c.Mention(S("m"), S("a"), "operative", "l'association Deux", form="full")
    (fact,) = state(case(beneficiaries=(who,), mentions=(mention,))).of("beneficiary")

    assert isinstance(fact, Beneficiary)
    assert (fact.operative_name, fact.accepted_name) == ("l'association Deux", "deux")


def test_unit_amount_is_an_exact_fraction() -> None:
    lines = [
        c.MeasureLine(S(f"l{units}"), None, None, cents(10000), units=c.Count(units))
        for units in (0, 3, 4)
    ]
    found = state(case(lines=tuple(lines))).of("measure_line")

    assert [fact.unit_amount for fact in found if isinstance(fact, MeasureLine)] == [
        None,
        "10000/3",
        "2500/1",
    ]


def test_posts_of_components_stand_for_the_line() -> None:
    part = c.Component(S("p"), "poste", post="facilitateur", units=c.Count(1))
    line = c.MeasureLine(S("l"), None, S("a"), post="les deux", components=(part,), reason="r")
    (fact,) = state(case(lines=(line,))).of("funded_post")

    assert isinstance(fact, FundedPost)
    assert (fact.post, fact.amount, fact.reason) == ("facilitateur", None, "r")


def test_items_of_an_unresolved_line_may_belong_to_any_list() -> None:
    line = c.MeasureLine(S("l"), None, S("a"))
    (fact,) = state(case(lines=(line,))).of("enumerated")

    assert isinstance(fact, Enumerated)
    assert (fact.enumeration, fact.item) == (None, "a")


def test_ambiguous_value_is_doubtful_wherever_it_goes() -> None:
    unsure = {"amount": c.Provenance(status="ambiguous", readings=("12.50", "12500.00"))}
    award = c.Award(S("w"), S("a"), evidence=unsure)
    line = c.MeasureLine(S("l"), None, S("a"), units=c.Count(1), evidence=unsure)
    facts = state(case(awards=(award,), lines=(line,)))

    assert facts.of("award")[0].doubtful == {"amount"}
    assert facts.of("grant")[0].doubtful == {"amount"}
    assert facts.of("measure_line")[0].doubtful == {"amount", "unit_amount"}


def test_awards_are_grants_of_the_year() -> None:
    award = c.Award(S("w"), S("a"), cents(100))
    (grant,) = state(case(awards=(award,))).of("grant")

    assert isinstance(grant, Grant)
    assert (grant.beneficiary, grant.year, grant.amount) == ("a", 2024, 100)


@pytest.mark.parametrize(
    ("status", "stated"),
    [(None, True), ("read", True), ("confirmed", True), ("corrected", False), ("added", False)],
)
def test_transcription_of_what_no_person_settled(status: Any, stated: bool) -> None:
    evidence = {"amount": c.Provenance(quote="40 000 €", status=status)}
    award = c.Award(S("w"), S("a"), cents(4000001), evidence=evidence)
    found = state(case(awards=(award,))).of("transcription")

    assert [isinstance(fact, Transcription) for fact in found] == [True] * stated
    assert [(f.amount, f.printed) for f in found if isinstance(f, Transcription)] == [
        (4000001, 4000000)
    ] * stated


def test_fall_is_printed_without_a_sign() -> None:
    evidence = {"announced_change": c.Provenance(quote="15 000 €")}
    change = c.SignedCents(-1500000)
    line = c.MeasureLine(S("l"), None, None, announced_change=change, evidence=evidence)
    (fact,) = state(case(lines=(line,))).of("transcription")

    assert isinstance(fact, Transcription)
    assert fact.amount == fact.printed == 1500000


def test_mention_without_beneficiary_stays_on_its_roll() -> None:
    mention = c.Mention(S("m"), None, "summary", "La Ligue", roll=S("summary"))
    facts = state(case(mentions=(mention,)))

    (fact,) = facts.of("mention")
    assert isinstance(fact, Mention)
    assert fact.beneficiary is None
    assert len(facts.of("enrolled")) == 1


def test_extent_of_lists() -> None:
    usual = state(case()).open_kinds
    assert {"interest", "participant", "aid", "grant"} <= usual
    assert "award" not in usual

    closed = state(case(whole=("interests", "grants"))).open_kinds
    assert not {"interest", "grant"} & closed

    opened = state(case(open=("awards",), whole=("grants",))).open_kinds
    assert {"award", "grant", "enumerated"} <= opened


def test_every_list_feeds_kinds_of_the_vocabulary() -> None:
    assert {kind for kinds in LISTS.values() for kind in kinds} <= set(KINDS)


def test_there_is_always_one_act_one_sitting_one_vote() -> None:
    facts = state(case(act=c.Act()))

    assert facts.act.date is None
    assert [len(facts.of(kind)) for kind in ("act", "sitting", "vote")] == [1, 1, 1]
