"""One run of `test`: examples of rules, then cases against their expected verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click
from tabulate import tabulate

from checker.checking import Checker
from checker.cli import testwords as words
from checker.cli.beside import Beside
from checker.cli.documents import Given, given
from checker.cli.guard import FOUND, UNRELIABLE, status_of, worst
from checker.cli.inputs import STANDARD_INPUT, expected_name, gather, or_default, orphans, read
from checker.cli.lawtext import titles
from checker.cli.outputs import write_file
from checker.cli.ruleset import refuse_unknown_policies, shown
from checker.cli.streams import complain, say
from checker.cli.testwords import Count
from checker.errors import InputError
from checker.exampletest import try_examples
from checker.expectations import (
    Verdicts,
    differences,
    print_expected,
    read_expected,
    verdicts_of,
)
from checker.language.completeness import completeness
from checker.language.examples import examples_of
from checker.language.rulesets import RuleSets
from checker.language.tree import Rule
from checker.words import Language


class Rehearsal:
    """Tries everything, says what is not as expected, and counts."""

    def __init__(
        self,
        rulesets: RuleSets,
        language: Language,
        *,
        update: bool,
        registers: Sequence[str] = (),
    ) -> None:
        self._rulesets = rulesets
        self._language = language
        self._update = update
        self._checker = Checker(rulesets, cached=True)
        self._beside = Beside(registers, language)
        self._counts: Counter[Count] = Counter()
        self._status = 0

    def run(self, paths: Sequence[str]) -> int:
        """Try the examples, then the cases; without a path those of the folder `cases`.

        The examples are those of the rule sets named, or of all where neither they nor cases are.

        Returns:
            The exit status.
        """
        if STANDARD_INPUT in paths:
            message = "Standard input has no file of expected verdicts beside it."
            raise click.UsageError(message)
        added = self._rulesets.added
        for rule in self._rulesets.rules:
            if rule.policy in added or not (added or paths):
                self._attempt(rule.id, partial(self._examples, rule))
        paths = or_default(paths)
        inputs = gather(paths)
        for sentence in inputs.left_out:
            complain(sentence)
        if inputs.problems:
            self._unread(InputError(inputs.problems))
        for name in inputs.names:
            self._attempt(name, partial(self._input, name))
        for name in orphans(paths):
            self._count(Count.DIFFERENCES)
            say(words.ORPHAN(self._language).format(name))
        say(words.summary(self._counts, self._language))
        return self._status

    def _attempt(self, name: str, work: Callable[[], None]) -> None:
        try:
            work()
        except InputError as error:
            self._unread(error)
        except Exception as error:
            # One rule or case that cannot be tried does not hide what the others give.
            self._counts[Count.FAULTS] += 1
            self._status = worst(self._status, status_of(error, name))

    def _unread(self, error: InputError) -> None:
        self._counts[Count.UNREAD] += 1
        self._status = worst(self._status, status_of(error))

    def _count(self, what: Count, status: int = FOUND) -> None:
        self._counts[what] += 1
        self._status = worst(self._status, status)

    def _examples(self, rule: Rule) -> None:
        say_in = self._language
        path, law = self._rulesets.paths[rule.id], self._rulesets.law
        file = shown(path)
        examples = examples_of(rule, path, law)
        tried = try_examples(rule, examples, law)
        self._counts[Count.EXAMPLES] += tried.count
        for fault in tried.faults:
            self._count(Count.FAULTS, UNRELIABLE)
            say(words.fault(fault, file, say_in))
        for mismatch in tried.mismatches:
            self._count(Count.DIFFERENCES)
            say(words.mismatch(mismatch, file, say_in))
        for miscited in tried.miscited:
            self._count(Count.DIFFERENCES)
            say(words.miscited(miscited, file, say_in))
        for problem in completeness(rule, examples, file):
            self._count(Count.LACKS)
            say(str(problem))
        for check in rule.checks:
            title = titles(law, [check], say_in).__getitem__
            for lack in words.lacks(check, tried.unpinned[check.id], file, say_in, title):
                self._count(Count.LACKS)
                say(lack)

    def _input(self, name: str) -> None:
        for each in given(name, self._rulesets.law):
            self._attempt(each.shown, partial(self._case, each))

    def _case(self, one: Given) -> None:
        name = one.name
        refuse_unknown_policies(one.case, name, self._rulesets)
        case = self._beside.joined(one.case, one.data, name).case
        checked = self._checker.check(case)
        self._counts[Count.CASES] += 1
        for fault in checked.faults:
            self._count(Count.FAULTS, UNRELIABLE)
            complain(f"{one.shown}: {fault}")
        beside = expected_name(name, one.number)
        got = verdicts_of(checked.rules)
        expected: Verdicts | None = None
        if Path(beside).exists():
            expected = read_expected(read(beside), beside)
            if expected == got:
                return
            self._differ(one.shown, expected, got)
        else:
            self._counts[Count.WITHOUT] += 1
            if not self._update:
                say(words.WITHOUT(self._language).format(one.shown, beside))
        # What is not reliable is never made the expectation.
        if self._update and checked.reliable:
            write_file(beside, print_expected(got))
            self._counts[Count.WRITTEN] += 1
            say(words.WRITTEN(self._language).format(beside))

    def _differ(self, name: str, expected: Verdicts, got: Verdicts) -> None:
        found = differences(expected, got)
        if not self._update:
            self._status = worst(self._status, FOUND)
        self._counts[Count.DIFFERENCES] += len(found)
        say(words.CHANGED(self._language).format(name))
        headers = [column(self._language) for column in words.COLUMNS]
        say(tabulate([words.row(each, self._language) for each in found], headers))
