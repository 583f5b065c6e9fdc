"""What a pass says it compared."""

from __future__ import annotations

import pytest

from checker.engine.firing import Evaluated
from checker.factbase import fact_base
from checker.interval import INFINITY, NATURAL, Interval, point
from checker.kinds import Type
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Binding,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    OrElse,
    ParameterRef,
    Plus,
    Severity,
    Times,
    YearsBefore,
)
from checker.report.comparisons import verified
from checker.report.naming import Naming
from checker.report.values import Printer
from checker.vocabulary import Act
from checker.words import Words

N = "\u00a0"
PRESENT = AttributeRef("sitting", "sitting", "present", Type.INT)
OFFICE = AttributeRef("sitting", "sitting", "in_office", Type.INT)
BLANK = AttributeRef("vote", "vote", "blank", Type.INT)
NAME = AttributeRef("who", "beneficiary", "name", Type.TEXT)
DAY = AttributeRef("aid", "aid", "date", Type.DATE)
TWO = ParameterRef("law.quorum_divisor", Type.INT)
SUM = LetRef("lines", Type.MONEY)
VALUES = {
    value.name: value
    for value in (
        Evaluated("sitting.present", Type.INT, point(1041)),
        Evaluated("sitting.in_office", Type.INT, point(79)),
        Evaluated("vote.blank", Type.INT, NATURAL),
        Evaluated("who.name", Type.TEXT, point(3), "ADELIE"),
        Evaluated("aid.date", Type.DATE, point(738000)),
        Evaluated("law.quorum_divisor", Type.INT, point(2)),
        Evaluated("let.lines", Type.MONEY, Interval(100, INFINITY)),
    )
}


def compare(comparison: Comparison, left: object, right: object) -> Compare:
    return Compare(comparison, left, right)  # type: ignore[arg-type] # any operands


@pytest.mark.parametrize(
    ("requirement", "said"),
    [
        (
            compare(Comparison.MORE, Times((TWO, PRESENT)), OFFICE),
            f"Vérifié{N}: 2 × 1{N}041 > 79.",
        ),
        (
            compare(Comparison.EQUAL, Minus(Plus((PRESENT, OFFICE)), TWO), PRESENT),
            f"Vérifié{N}: 1{N}041 + 79 - 2 = 1{N}041.",
        ),
        (
            AllOf(
                (
                    compare(Comparison.DIFFERENT, PRESENT, Constant(0, Type.INT)),
                    compare(Comparison.LESS, OFFICE, PRESENT),
                )
            ),
            f"Vérifié{N}: 1{N}041 ≠ 0{N}; 79 < 1{N}041.",
        ),
        (
            compare(Comparison.AT_LEAST, SUM, Constant(50, Type.MONEY)),
            f"Vérifié{N}: au moins 1,00{N}€ ≥ 0,50{N}€.",
        ),
        (
            compare(Comparison.EQUAL, OrElse(BLANK, Constant(0, Type.INT)), Constant(0, Type.INT)),
            f"Vérifié{N}: 0 = 0.",
        ),
        (compare(Comparison.EQUAL, NAME, Constant("ADELIE", Type.TEXT)), "Vérifié."),
        (AnyOf((compare(Comparison.LESS, OFFICE, PRESENT),)), "Vérifié."),
        (compare(Comparison.MORE, DAY, YearsBefore(3, DAY)), "Vérifié."),
    ],
)
def test_verified(requirement: Condition, said: str) -> None:
    words = Words("", "")
    check = Check(
        id="X-01",
        bindings=(Binding("sitting", "sitting"),),
        lets=(),
        trigger=None,
        requirement=requirement,
        message=words,
        remedy=words,
        severity={"adopted": Severity.ERROR},
    )
    printer = Printer(check, {}, Naming(fact_base([Act("act")]), "fr"), "fr")

    assert verified(requirement, VALUES, printer) == said
