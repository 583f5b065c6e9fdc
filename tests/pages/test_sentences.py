"""Checks in French sentences: each form of the grammar once, then the whole grammar at random."""

from __future__ import annotations

import datetime
import re
from random import Random

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from checker.cli.pages.operands import phrase
from checker.cli.pages.predicate import in_words
from checker.cli.pages.scope import names_of
from checker.kinds import Type
from checker.language.tree import (
    Aggregate,
    AllOf,
    AnyOf,
    Binding,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)
from tests.engine.generator import random_check
from tests.pages.making import NO_LAW, check, drawn, equal, ref

LINE = Binding("line", "measure_line")
AMOUNT = ref("line.amount")
PRIOR = ref("line.prior_amount")
THRESHOLD = ParameterRef("law.threshold", Type.MONEY)
DAY = ref("act.date")


@frozen
class MonthsAfter:
    """As the grammar may come to have it."""

    months: int
    date: Operand


@frozen
class StartOfYear:
    """Likewise."""

    date: Operand


def required(condition: Condition) -> str:
    """What a check on one line requires, in words."""
    (text,) = in_words(check(LINE, require=condition), NO_LAW)
    head = "Pour chaque ligne, il faut que "
    assert text.startswith(head)
    return text.removeprefix(head)


def said(operand: Operand) -> str:
    return phrase(operand, names_of(check(LINE, require=equal(AMOUNT, 1)), NO_LAW)).text


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (equal(AMOUNT, 1_500_000), "le montant de la ligne soit de 15 000,00 €."),
        (equal(ref("award.rate"), 3050), "le taux soit de 30,5 %."),
        (equal(ref("line.units"), 2), "le nombre de postes soit égal à 2."),
        (equal(ref("line.post"), "animateur"), "le poste financé soit « animateur »."),
        (equal(ref("line.implied"), 1), "la réponse à « ligne implicite » soit « oui »."),
        (equal(ref("act.year"), 2024), "l'exercice de l'acte soit égal à 2024."),
        (equal(ref("act.stage"), "draft"), "l'état de l'acte soit « projet »."),
        (
            equal(DAY, datetime.date(2024, 2, 1).toordinal()),
            "la date de l'acte soit le 1er février 2024.",
        ),
        (
            equal(AMOUNT, PRIOR),
            "le montant de la ligne soit égal au montant de l'exercice précédent.",
        ),
        (
            Not(equal(AMOUNT, PRIOR)),
            "le montant de la ligne diffère du montant de l'exercice précédent.",
        ),
        (
            Compare(Comparison.MORE, AMOUNT, THRESHOLD),
            (
                "le montant de la ligne dépasse la valeur en vigueur de « law.threshold »"
                " (`law.threshold`)."
            ),
        ),
        (
            Compare(Comparison.AT_LEAST, AMOUNT, PRIOR),
            "le montant de la ligne atteigne au moins le montant de l'exercice précédent.",
        ),
        (
            Compare(Comparison.LESS, AMOUNT, PRIOR),
            "le montant de la ligne n'atteigne pas le montant de l'exercice précédent.",
        ),
        (
            Compare(Comparison.AT_MOST, AMOUNT, PRIOR),
            "le montant de la ligne ne dépasse pas le montant de l'exercice précédent.",
        ),
        (
            Not(Compare(Comparison.AT_MOST, AMOUNT, PRIOR)),
            "le montant de la ligne dépasse le montant de l'exercice précédent.",
        ),
        (
            Not(Compare(Comparison.AT_LEAST, AMOUNT, PRIOR)),
            "le montant de la ligne n'atteigne pas le montant de l'exercice précédent.",
        ),
        (
            Not(Compare(Comparison.DIFFERENT, ref("line.post"), Constant("a", Type.TEXT))),
            "le poste financé soit « a ».",
        ),
        (
            Compare(Comparison.AT_MOST, Constant(100, Type.MONEY), AMOUNT),
            "le montant de la ligne atteigne au moins 1,00 €.",
        ),
        (
            Not(Compare(Comparison.LESS, DAY, YearsBefore(1, DAY))),
            (
                "la date de l'acte ne soit pas antérieure à la date antérieure d'un an à la date de"
                " l'acte."
            ),
        ),
        (
            Compare(Comparison.MORE, DAY, YearsBefore(3, DAY)),
            "la date de l'acte soit postérieure à la date antérieure de 3 ans à la date de l'acte.",
        ),
        (Stated(ref("line.reason")), "le document indique le motif énoncé."),
        (Stated(PRIOR), "le dossier indique le montant de l'exercice précédent."),
        (Not(Not(Stated(ref("line.reason")))), "le document indique le motif énoncé."),
        (Not(Stated(ref("line.reason"))), "le document n'indique pas le motif énoncé."),
        (
            AnyOf((equal(ref("line.post"), "a"), equal(ref("line.post"), "b"))),
            "le poste financé soit « a » ou « b ».",
        ),
        (AllOf((Stated(ref("line.reason")),)), "le document indique le motif énoncé."),
    ],
)
def test_a_simple_requirement_is_one_sentence(condition: Condition, expected: str) -> None:
    assert required(condition).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("operand", "expected"),
    [
        (
            Plus((AMOUNT, Plus((PRIOR, AMOUNT)))),
            (
                "le total du montant de la ligne, du montant de l'exercice précédent"
                " et du montant de la ligne"
            ),
        ),
        (
            Minus(AMOUNT, PRIOR),
            "le montant de la ligne diminué du montant de l'exercice précédent",
        ),
        (
            Minus(Plus((AMOUNT, PRIOR)), PRIOR),
            (
                "la différence entre, d'une part, le total du montant de la ligne et du montant de"
                " l'exercice précédent et, d'autre part, le montant de l'exercice précédent"
            ),
        ),
        (
            Plus((Minus(AMOUNT, PRIOR), PRIOR)),
            (
                "le total de la différence entre, d'une part, le montant de la ligne et, d'autre"
                " part, le montant de l'exercice précédent et du montant de l'exercice précédent"
            ),
        ),
        (
            Minus(DAY, YearsBefore(2, DAY)),
            (
                "le nombre de jours écoulés de la date antérieure de 2 ans à la date de l'acte"
                " à la date de l'acte"
            ),
        ),
        (
            Times((Constant(3, Type.INT), AMOUNT)),
            "le produit de 3 par le montant de la ligne",
        ),
        (
            Times((Times((AMOUNT, ref("line.units"))), Constant(2, Type.INT))),
            "le produit du montant de la ligne, du nombre de postes et de 2",
        ),
        (
            Times((ref("award.rate"), AMOUNT)),
            "le produit du taux (en centièmes de pour cent) par le montant de la ligne",
        ),
        (
            OrElse(AMOUNT, Constant(0, Type.MONEY)),
            "le montant de la ligne (à défaut d'indication : 0,00 €)",
        ),
        (
            ParameterRef("law.threshold", Type.MONEY, DAY),
            "la valeur en vigueur, à la date de l'acte, de « law.threshold » (`law.threshold`)",
        ),
    ],
)
def test_operands(operand: Operand, expected: str) -> None:
    assert said(operand).replace("\u00a0", " ") == expected


def test_functions_of_dates_to_come_are_read_by_their_name() -> None:
    names = names_of(check(LINE, require=equal(AMOUNT, 1)), NO_LAW)
    later: object = MonthsAfter(6, DAY)
    first: object = StartOfYear(DAY)

    assert phrase(later, names).text == (  # type: ignore[arg-type]
        "la date postérieure de 6 mois à la date de l'acte"
    )
    assert phrase(first, names).text == (  # type: ignore[arg-type]
        "le 1er janvier de l'année de la date de l'acte"
    )


def test_tests_of_a_fact_follow_its_name() -> None:
    line = Binding(
        "line",
        "measure_line",
        (
            equal(ref("line.implied"), 0),
            Stated(ref("line.post")),
            Stated(ref("line.units")),
            Not(Stated(ref("line.reason"))),
        ),
    )
    (text,) = in_words(check(line, require=equal(AMOUNT, PRIOR)), NO_LAW)

    assert text.startswith(
        "Pour chaque ligne (ligne implicite : non) dont le document indique le poste financé et le"
        " nombre de postes et dont le document n'indique pas le motif énoncé, il faut que "
    )


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (("section", "nature"), "la partie de l'acte et la nature du texte sont celles de"),
        (("section", "number"), "la partie de l'acte et le numéro sont ceux de"),
    ],
)
def test_attributes_shared_with_another_fact_are_said_together(
    attributes: tuple[str, ...], expected: str
) -> None:
    cited = {"cited": "citation"}
    where = (equal(ref(f"row:citation.{name}"), ref(f"cited.{name}", cited)) for name in attributes)
    lets = (drawn("same", Aggregate.COUNT, "citation", *where),)
    made = check(
        Binding("cited", "citation"), lets=lets, require=Stated(ref("cited.number", cited))
    )

    assert in_words(made, NO_LAW)[2] == (
        f"- **A** (`let.same`), le nombre de textes cités dont {expected} ce texte cité."
    )


def test_words_that_an_attribute_is_not_are_said_together() -> None:
    organs = (
        Compare(Comparison.DIFFERENT, ref("act.organ"), Constant(word, Type.TEXT))
        for word in ("conseil", "bureau")
    )
    text = in_words(check(Binding("act", "act", tuple(organs)), require=Stated(DAY)), NO_LAW)

    assert text == [
        (
            "Pour tout acte dont l'organe n'est ni « organe délibérant » ni « Bureau », il faut que"
            " le document indique la date de l'acte."
        )
    ]


def test_a_number_is_established_once_and_called_by_its_letter() -> None:
    award = Binding("award", "award")
    lines = drawn(
        "lines",
        Aggregate.SUM,
        "measure_line.amount",
        equal(ref("row:measure_line.beneficiary"), ref("award.beneficiary")),
    )
    latest = drawn("latest", Aggregate.MAX, "agreement.signed_on")
    sentence = in_words(
        check(
            award,
            lets=(lines, latest),
            when=Compare(Comparison.MORE, LetRef("lines", Type.MONEY), Constant(0, Type.MONEY)),
            require=Compare(Comparison.AT_MOST, LetRef("latest", Type.DATE), DAY),
        ),
        NO_LAW,
    )

    assert [line.replace("\u00a0", " ") for line in sentence] == [
        "Pour chaque attribution, on établit :",
        "",
        (
            "- **A** (`let.lines`), la somme des montants des lignes dont le bénéficiaire est celui"
            " de cette attribution ;"
        ),
        (
            "- **B** (`let.latest`), la date la plus récente que prend la date de signature sur"
            " l'ensemble des conventions."
        ),
        "",
        (
            "Lorsque la somme **A** dépasse 0,00 €, il faut que la date **B** ne soit pas"
            " postérieure à la date de l'acte."
        ),
    ]


def test_combinations_are_lists() -> None:
    reason = Stated(ref("line.reason"))
    either = AnyOf((reason, AllOf((equal(AMOUNT, PRIOR), Not(reason)))))
    text = in_words(check(LINE, when=AllOf((reason, reason)), require=either), NO_LAW)

    assert text == [
        "Pour chaque ligne, lorsque chacune des conditions suivantes est remplie :",
        "",
        "- le document indique le motif énoncé ;",
        "- le document indique le motif énoncé,",
        "",
        "il faut que l'une au moins des conditions suivantes soit remplie :",
        "",
        "- le document indique le motif énoncé ;",
        "- chacune des conditions suivantes est remplie :",
        "  - le montant de la ligne est égal au montant de l'exercice précédent ;",
        "  - le document n'indique pas le motif énoncé.",
    ]


def test_a_denied_combination_is_turned_inside_out() -> None:
    reason = Stated(ref("line.reason"))
    text = in_words(check(LINE, require=Not(AllOf((reason, equal(AMOUNT, PRIOR))))), NO_LAW)

    assert text[0].endswith("il faut que l'une au moins des conditions suivantes soit remplie :")
    assert text[2:] == [
        "- le document n'indique pas le motif énoncé ;",
        "- le montant de la ligne diffère du montant de l'exercice précédent.",
    ]


def test_facts_of_one_kind_are_told_apart() -> None:
    aliases = {"one": "measure_line", "other": "measure_line"}
    text = in_words(
        check(
            Binding("one", "measure_line"),
            Binding(
                "other",
                "measure_line",
                (equal(ref("other.measure", aliases), ref("one.measure", aliases)),),
            ),
            require=equal(ref("one.amount", aliases), ref("other.amount", aliases)),
        ),
        NO_LAW,
    )

    assert text == [
        (
            "Pour chaque ligne (« première ligne »), et pour chaque ligne (« deuxième ligne ») dont"
            " l'axe est celui de la première ligne, il faut que le montant de la première ligne"
            " soit celui de la deuxième ligne."
        )
    ]


WRONG = re.compile(
    r"\b(?:de|à) les? (?!\d)|\b(?:le|la|de|que|lorsque) [aeéèêiouœ](?!\w* »)"
    r"|\b(?:le|la) (?:le|la|les|l')|  |None|\{|\}|Constant|Ref\(|« « "
)


@given(st.integers(min_value=0, max_value=100_000))
def test_any_check_reads_as_french(seed: int) -> None:
    """Whatever the grammar allows: whole sentences, elisions, contractions, letters all told."""
    made = random_check(Random(seed), seed % 100)
    lines = in_words(made, NO_LAW)
    text = "\n".join(line.lstrip() for line in lines)

    wrong = WRONG.search(re.sub(r"`[^`]*`|\([^()]*\)", "…", text))
    assert wrong is None, f"{wrong} in\n{text}"
    told = set(re.findall(r"^- \*\*([A-Z])\*\*", text, re.MULTILINE))
    assert len(told) == len(made.lets)
    assert set(re.findall(r"\*\*([A-Z])\*\*", text)) == told
    assert all(line.endswith((" :", " ;", ",", ".")) for line in lines if line)
    assert text.endswith(".")
    assert text.startswith("Pour ")
    assert in_words(made, NO_LAW) == lines


def test_rows_that_are_the_fact_itself_are_said_to_be() -> None:
    lets = (drawn("same", Aggregate.COUNT, "award", equal(ref("row:award.id"), ref("award.id"))),)
    made = check(Binding("award", "award"), lets=lets, require=Stated(ref("award.object")))

    assert in_words(made, NO_LAW)[2] == (
        "- **A** (`let.same`), le nombre d'attributions qui ne sont autres que cette attribution."
    )


def test_the_fact_that_another_names_is_that_one() -> None:
    who = Binding("who", "beneficiary", (equal(ref("who.id"), ref("award.beneficiary")),))
    text = in_words(
        check(Binding("award", "award"), who, require=equal(ref("who.enterprise"), 0)), NO_LAW
    )

    assert text == [
        (
            "Pour chaque attribution, et pour chaque bénéficiaire qui est celui de cette"
            " attribution, il faut que la réponse à « entreprise » de ce bénéficiaire soit « non »."
        )
    ]
