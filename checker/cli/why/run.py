"""One run of `explain` with a case: the case in, one rule tried on it, its verdicts explained."""

from __future__ import annotations

from attrs import evolve, frozen

from checker.checking import Checked
from checker.cli.documents import given_one
from checker.cli.examining import Examiner, Terms
from checker.cli.guard import UNRELIABLE
from checker.cli.ruleset import find, load
from checker.cli.streams import complain, say
from checker.cli.why.absence import aside, dwindling
from checker.cli.why.model import Dwindling, Excluded, Explained
from checker.cli.why.subjects import about
from checker.cli.why.telling import excluded, told
from checker.errors import InputError, Problem
from checker.language.rulesets import RuleSets
from checker.language.tree import Rule
from checker.report import SourceInfo
from checker.report.build import writer_of
from checker.report.instances import Writer
from checker.report.legal import law_date
from checker.report.phrases import VERDICTS
from checker.suggestion import suggestion
from checker.verdict import RuleVerdict
from checker.words import Language


@frozen
class Wish:
    """What the options of `explain` say; see its `--help`.

    Args:
        rule: A rule, or one of its checks.
        number: Which deliberation of a document with several.
    """

    rule: str
    case: str
    subject: str | None
    number: str | None
    format: str
    terms: Terms


def run(wish: Wish) -> int:
    """Print why a rule says what it says of a case.

    Returns:
        The exit status: 3 where the verdicts are not reliable.

    Raises:
        InputError: There is no such rule, check, subject or deliberation, or the case is not read.
    """
    rulesets = load(wish.terms.rulesets)
    rule = _wanted(rulesets, wish.rule)
    one = given_one(wish.case, rulesets.law, wish.number)
    examiner = Examiner(wish.terms, evolve(rulesets, rules=(rule,)))
    checked, source = examiner.checked(one)
    found = explained(checked, source, wish.terms.language)
    if wish.subject is not None:
        told = about(wish.subject, found, writer_of(checked, source, wish.terms.language))
        found = evolve(found, instances=told, dwindling=(), excluded=())
    for fault in found.faults:
        complain(f"{one.shown}: {fault}")
    if wish.format == "json":
        from checker.cli.why.as_json import rendered  # noqa: PLC0415 - the one asked for

        say(rendered(found), utf8=True, end="")
    else:
        from checker.cli.why.as_text import written  # noqa: PLC0415 - the one asked for

        say(written(found), end="")
    return UNRELIABLE if found.faults else 0


def explained(checked: Checked, source: SourceInfo, language: Language) -> Explained:
    """The only rule that was tried on a case, explained."""
    (verdict,) = checked.rules
    writer = writer_of(checked, source, language)
    report = writer.rule(verdict)
    act = checked.case.act
    return Explained(
        language=language,
        rule=verdict.rule.id,
        title=report.title,
        verdict=verdict.verdict,
        verdict_shown=VERDICTS[verdict.verdict](language),
        file=source.name,
        sha256=source.sha256,
        number=act.number,
        date=act.date,
        law_date=law_date(checked.edition),
        faults=checked.faults,
        instances=tuple(
            told(writer, instance, each)
            for instance, each in zip(verdict.instances, report.instances, strict=True)
        ),
        dwindling=_absences(checked, verdict, language),
        excluded=_excluded(writer, verdict),
        aside=""
        if verdict.reason is None
        else aside(checked, verdict.rule, verdict.reason, language),
        aside_code="" if verdict.reason is None else verdict.reason.value,
    )


def _absences(checked: Checked, verdict: RuleVerdict, language: Language) -> tuple[Dwindling, ...]:
    if verdict.reason is not None:
        return ()
    present = {instance.check.id for instance in verdict.instances}
    return tuple(
        dwindling(checked, check, language)
        for check in verdict.rule.checks
        if check.id not in present
    )


def _wanted(rulesets: RuleSets, name: str) -> Rule:
    """The rule, with all its checks or with the one that is named."""
    rule = find(rulesets, name)
    wanted = name.partition("/")[2]
    if not wanted:
        return rule
    checks = {check.id.partition("/")[2]: check for check in rule.checks}
    if wanted not in checks:
        message = f"{rule.id} has no check {wanted[:60]!r}{suggestion(wanted, checks)}"
        raise InputError([Problem("explain", 0, 0, "", message)])
    return evolve(rule, checks=(checks[wanted],))


def _excluded(writer: Writer, verdict: RuleVerdict) -> tuple[Excluded, ...]:
    checks = verdict.rule.checks if verdict.reason is None else ()
    return tuple(each for check in checks for each in excluded(writer, check))
