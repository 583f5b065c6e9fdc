"""The results as JUnit XML, for what shows the tests of a pipeline.

An act is a suite, a rule a test. A rule with findings fails, one that is not applicable is skipped;
so is one whose points are open or for a person to judge, with what is missing, for the format has
no other way to tell that a test did not pass. What is not reliable or could not be read is an
error. The format has no warnings: the severity of a failure is its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET  # written only, never read

from checker.language.tree import Severity
from checker.render.acceptances import acceptance
from checker.render.characters import escape_unsafe, visible
from checker.render.findings import DOUBTED, LABELS, joint, place_shown
from checker.render.summary import identification
from checker.render.tally import COUNTED, verdict_line
from checker.report.model import InstanceReport, Outcome, Report, RuleReport, Unread
from checker.verdict import Verdict
from checker.words import Language, Words, counted, typeset

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="deliberation-check">\n'
_RELIABLE = Words("Fiabilité du contrôle", "Reliability of the check")
_READ = Words("Lecture de l'entrée", "Reading of the input")
_ACCEPTED = Words("accepté {}", "accepted {}")
_ASIDE = (Verdict.REVIEW, Verdict.OPEN)
_TOLD = (Verdict.FAIL, *_ASIDE)
_COUNTS = {"failure": "failures", "error": "errors", "skipped": "skipped"}


class Renderer:
    """Writes the suite of each act as it comes."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._begun = False

    def add(self, outcome: Outcome) -> str:
        """The suite of one act."""
        if isinstance(outcome, Unread):
            suite = _suite(outcome.file, [_unread(outcome, self._language)], [])
        else:
            suite = _of_report(outcome)
        ET.indent(suite, level=1)
        return f"{self._opening()}  {ET.tostring(suite, encoding='unicode').rstrip()}\n"

    def end(self) -> str:
        """The end of the suites."""
        return f"{self._opening()}</testsuites>\n"

    def _opening(self) -> str:
        if self._begun:
            return ""
        self._begun = True
        return _HEAD


def _of_report(report: Report) -> ET.Element:
    cases = [_case(report, _RELIABLE(report.language))]
    for fault in report.faults:
        _result(cases[0], "error", "unreliable", fault)
    cases += [_rule(report, rule) for rule in report.rules]
    suite = _suite(report.act.number or report.source.name, cases, identification(report))
    said = [verdict_line(report.counts, report.accepted, report.language)]
    _text(suite, "system-out", [*said, *(each.shown for each in report.idle_waivers)])
    return suite


def _suite(
    name: str, cases: Sequence[ET.Element], properties: Sequence[tuple[str, str]]
) -> ET.Element:
    suite = ET.Element("testsuite", name=visible(name), tests=str(len(cases)))
    for tag, attribute in _COUNTS.items():
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    if properties:
        about = ET.SubElement(suite, "properties")
        for label, value in properties:
            ET.SubElement(about, "property", name=visible(label), value=visible(value))
    suite.extend(cases)
    return suite


def _unread(unread: Unread, say: Language) -> ET.Element:
    case = ET.Element("testcase", name=_READ(say), classname=visible(unread.file))
    problems = [str(problem) for problem in unread.problems]
    _result(case, "error", "unread", problems[0], problems)
    return case


def _rule(report: Report, rule: RuleReport) -> ET.Element:
    """The test of one rule; what is not told of its result follows as output."""
    case = _case(report, f"{rule.id} {rule.title}")
    if not rule.instances:
        _result(case, "skipped", Verdict.NOT_APPLICABLE.value, rule.reason_shown)
        return case
    tag, type_, told = _outcome(rule)
    if tag:
        _result(case, tag, type_, _counted(told, tag, report.language), _texts(told, report))
    left = [each for each in rule.instances if each.verdict in _TOLD and each not in told]
    _text(case, "system-out", _texts(left, report))
    return case


def _outcome(rule: RuleReport) -> tuple[str, str, Sequence[InstanceReport]]:
    """The element and type that tell the result of a rule, with the instances that make it.

    The element is empty for a rule that holds.
    """
    if doubted := [each for each in rule.instances if not each.reliable]:
        return "error", "unreliable", doubted
    found = [each for each in rule.instances if each.waived is None]
    if failures := [each for each in found if each.verdict is Verdict.FAIL]:
        gravity = list(Severity)
        gravest = min((each.severity for each in failures), key=gravity.index)
        return "failure", gravest.value, failures
    if aside := [each for verdict in _ASIDE for each in found if each.verdict is verdict]:
        return "skipped", aside[0].verdict.value, aside
    accepted = [each for each in rule.instances if each.waived is not None]
    return ("skipped", "accepted", accepted) if accepted else ("", "", ())


def _counted(found: Sequence[InstanceReport], tag: str, say: Language) -> str:
    """How many there are of the first kind, with the first of them."""
    first = found[0]
    if tag == "error":
        return DOUBTED(say)
    number = sum(each.verdict is first.verdict for each in found)
    colon = "\u00a0: " if say == "fr" else ": "
    return f"{counted(number, *COUNTED[first.verdict], say)}{colon}{first.message}"


def _texts(found: Sequence[InstanceReport], report: Report) -> list[str]:
    return ["\n".join(_lines(each, report.language)) for each in found]


def _lines(instance: InstanceReport, say: Language) -> Iterator[str]:
    """An instance in full."""
    colon = "\u00a0: " if say == "fr" else ": "
    one, _ = COUNTED[instance.verdict]
    yield f"[{instance.check}] {one(say)} – {instance.named}"
    if instance.category and instance.verdict is Verdict.FAIL:
        yield f"{LABELS['level'](say)}{colon}{instance.category} – {instance.action}"
    yield instance.message
    for key, text in (
        ("basis", joint(say).join(instance.basis)),
        ("place", joint(say).join(place_shown(each, say) for each in instance.where)),
        ("remedy", instance.remedy),
    ):
        if text:
            yield f"{LABELS[key](say)}{colon}{text}"
    if instance.waived is not None:
        yield typeset(_ACCEPTED(say).format(acceptance(instance.waived, say)), say)


def _case(report: Report, name: str) -> ET.Element:
    return ET.Element("testcase", name=visible(name), classname=visible(report.source.name))


def _result(
    case: ET.Element, tag: str, type_: str, message: str, texts: Sequence[str] = ()
) -> None:
    element = ET.SubElement(case, tag, type=type_, message=visible(message))
    if texts:
        element.text = escape_unsafe("\n\n".join(texts))


def _text(parent: ET.Element, tag: str, texts: Sequence[str]) -> None:
    if texts:
        ET.SubElement(parent, tag).text = escape_unsafe("\n\n".join(texts))
