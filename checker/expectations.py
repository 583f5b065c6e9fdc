"""Expected verdicts of a case: a file beside it, compared check by check and subject by subject.

    {"schema": "deliberation-check/expected/1",
     "verdicts": {"ARI-01": {"operative-total": "pass"}, "VOT-05": "not-applicable"}}

Every check of every rule of the sets that apply stands in it, so that nothing goes unnoticed:
neither a verdict that changes nor one that comes or goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from attrs import frozen

from checker.errors import InputError, Problem
from checker.language.applicable import SetAside
from checker.suggestion import suggestion
from checker.verdict import RuleVerdict, Verdict

SCHEMA = "deliberation-check/expected/1"
WHOLE = ""
"""Subject of a check without instance: the check as a whole."""

Verdicts = Mapping[str, Mapping[str, str]]
"""Verdict by check and subject; a check without instance has the subject `WHOLE` alone."""


@frozen(order=True)
class Difference:
    """A verdict that is not the expected one.

    Args:
        check: The check, by identifier.
        subject: The instance; `WHOLE` for the check as a whole.
        expected: The verdict expected, `None` where the file has none.
        got: The verdict given, `None` where there is none.
    """

    check: str
    subject: str
    expected: str | None
    got: str | None


def verdicts_of(rules: Iterable[RuleVerdict]) -> Verdicts:
    """The verdicts of a case, without the rules of policy sets that it does not name."""
    found: dict[str, dict[str, str]] = {}
    for rule in rules:
        if rule.reason is SetAside.POLICY:
            continue
        for check in rule.rule.checks:
            own = {i.subject: i.verdict.value for i in rule.instances if i.check.id == check.id}
            found[check.id] = own or {WHOLE: Verdict.NOT_APPLICABLE.value}
    return found


def differences(expected: Verdicts, got: Verdicts) -> tuple[Difference, ...]:
    """Where two sets of verdicts differ, in order of check and subject."""
    found = [
        Difference(check, subject, wanted.get(subject), given.get(subject))
        for check in sorted(expected.keys() | got.keys())
        for wanted, given in [(expected.get(check, {}), got.get(check, {}))]
        for subject in sorted(wanted.keys() | given.keys())
    ]
    return tuple(each for each in found if each.expected != each.got)


def print_expected(verdicts: Verdicts) -> str:
    """The text of a file of expected verdicts, the same for the same verdicts."""
    plain = {
        check: instances[WHOLE] if WHOLE in instances else dict(instances)
        for check, instances in verdicts.items()
    }
    document = {"schema": SCHEMA, "verdicts": plain}
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_expected(data: bytes, file: str) -> Verdicts:
    """The verdicts of a file of expected verdicts.

    Args:
        data: Its bytes.
        file: Its name, for the problems.

    Raises:
        InputError: It is no such file; all that is wrong with it is said.
    """
    document = _parse(data, file)
    if not isinstance(document, dict) or not isinstance(document.get("verdicts"), dict):
        message = f'An object {{"schema": "{SCHEMA}", "verdicts": {{…}}}} is expected.'
        raise InputError([Problem(file, 0, 0, "$", message)])
    wrong = dict(_wrong_keys(document))
    found: dict[str, Mapping[str, str]] = {}
    for check, instances in document["verdicts"].items():
        # The short form of a check without instance.
        found[check] = {WHOLE: instances} if isinstance(instances, str) else instances
        wrong.update(_wrong_instances(f"$.verdicts.{check}", found[check]))
    if wrong:
        raise InputError(Problem(file, 0, 0, path, message) for path, message in wrong.items())
    return found


def _wrong_keys(document: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    if document.get("schema") != SCHEMA:
        yield "$.schema", f"{document.get('schema')!r} is not {SCHEMA!r}."
    for key in document.keys() - {"schema", "verdicts"}:
        yield f"$.{key}", "There is no such key; remove it."


def _wrong_instances(path: str, instances: object) -> Iterator[tuple[str, str]]:
    if not isinstance(instances, dict):
        yield path, 'A verdict by subject, or "not-applicable", is expected.'
        return
    for subject, verdict in instances.items():
        if message := _wrong(verdict, whole=subject == WHOLE):
            yield f"{path}.{subject}" if subject else path, message


def _wrong(verdict: object, *, whole: bool) -> str:
    if whole:
        only = Verdict.NOT_APPLICABLE.value
        return "" if verdict == only else f'A check without subject can only be "{only}".'
    known = [each.value for each in Verdict]
    if verdict in known:
        return ""
    return f"{verdict!r} is no verdict{suggestion(str(verdict), known)}"


def _once(file: str, pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise InputError([Problem(file, 0, 0, "", f"The key {key!r} stands twice.")])
        found[key] = value
    return found


def _parse(data: bytes, file: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=partial(_once, file))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"Byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8."
        raise InputError([Problem(file, line, 0, "", message)]) from None
    except json.JSONDecodeError as error:
        message = f"The JSON is broken: {error.msg}."
        raise InputError([Problem(file, error.lineno, error.colno, "", message)]) from None
    except RecursionError:
        raise InputError([Problem(file, 0, 0, "", "The JSON is nested too deeply.")]) from None
