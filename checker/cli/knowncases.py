"""Cases stated once, each with the expected verdicts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.caseverdicts import KnownCase
from checker.checking import facts_of
from checker.cli.beside import Beside
from checker.cli.documents import given
from checker.cli.inputs import expected_name, gather, or_default, read
from checker.cli.ruleset import refuse_unknown_policies
from checker.cli.streams import complain
from checker.errors import InputError
from checker.expectations import read_expected
from checker.language.rulesets import RuleSets


def known_cases(paths: Sequence[str], rulesets: RuleSets, beside: Beside) -> Iterator[KnownCase]:
    """The cases of files and folders, in their order; without a path those of the folder `cases`.

    Args:
        paths: Cases, documents and folders of them.
        rulesets: The rule sets, whose law states facts too.
        beside: The registers joined to each case.

    Raises:
        InputError: A case, or its file of expected verdicts, cannot be read.
    """
    inputs = gather(or_default(paths))
    for sentence in inputs.left_out:
        complain(sentence)
    if inputs.problems:
        raise InputError(inputs.problems)
    for name in inputs.names:
        for one in given(name, rulesets.law):
            refuse_unknown_policies(one.case, name, rulesets)
            case = beside.joined(one.case, one.data, name).case
            expected = expected_name(name, one.number)
            known = Path(expected).exists()
            yield KnownCase(
                name=one.shown,
                facts=facts_of(case, rulesets.law),
                policies=rulesets.added | frozenset(case.policies),
                expected=read_expected(read(expected), expected) if known else {},
            )
