"""What a check of the law found, for `law check`: one line each with its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.cli.lawlist import days
from checker.cli.lawtext import ANCHORS, context_shown, window
from checker.language.rulesets import RuleSets
from checker.law.coverage import Finding, Kind
from checker.law.parameters import ANYWHERE, Anchor
from checker.render.jsonwriting import written
from checker.words import Language, Words, counted, print_date, typeset

SCHEMA = "deliberation-check/law-check/1"

_SAID: Mapping[Kind, Words] = {
    Kind.GAP: Words("lacune : aucune valeur {days}", "gap: no value {days}"),
    Kind.OVERLAP: Words(
        "chevauchement : {short} est aussi {reference} {days}",
        "overlap: {short} is also {reference} {days}",
    ),
    Kind.EXPIRED: Words(
        "référence expirée : {short} est encore citée {days}",
        "expired reference: {short} is still cited {days}",
    ),
    Kind.TO_CONFIRM: Words("à confirmer : {short}, {days}", "to be confirmed: {short}, {days}"),
    Kind.UNVERIFIED: Words(
        "vérification ancienne ({verified}) : {short}, {days}",
        "last verified on {verified}: {short}, {days}",
    ),
}
_RULES = Words("règles : {}", "rules: {}")
_COUNTS: Mapping[Kind, tuple[Words, Words]] = {
    Kind.GAP: (Words("lacune", "gap"), Words("lacunes", "gaps")),
    Kind.OVERLAP: (Words("chevauchement", "overlap"), Words("chevauchements", "overlaps")),
    Kind.EXPIRED: (
        Words("citation expirée", "expired citation"),
        Words("citations expirées", "expired citations"),
    ),
    Kind.TO_CONFIRM: (
        Words("entrée à confirmer", "entry to confirm"),
        Words("entrées à confirmer", "entries to confirm"),
    ),
    Kind.UNVERIFIED: (
        Words("vérification ancienne", "old verification"),
        Words("vérifications anciennes", "old verifications"),
    ),
}


def as_text(
    rulesets: RuleSets,
    findings: Sequence[Finding],
    files: Mapping[str, str],
    language: Language,
) -> str:
    """One line for each, and a last line that counts."""
    lines = [_line(rulesets, finding, files, language) for finding in findings]
    counts = ", ".join(
        counted(sum(finding.kind is kind for finding in findings), *words, language)
        for kind, words in _COUNTS.items()
    )
    return typeset("\n".join([*lines, f"{counts}."]), language)


def as_json(
    rulesets: RuleSets,
    findings: Sequence[Finding],
    files: Mapping[str, str],
    language: Language,
) -> str:
    """The same for a machine."""
    document = {
        "schema": SCHEMA,
        "digest": rulesets.digest,
        "counts": {kind.value: sum(each.kind is kind for each in findings) for kind in Kind},
        "findings": [
            {
                "kind": finding.kind.value,
                "counts": finding.kind.counts,
                "subject": finding.subject,
                "context": None if finding.context == ANYWHERE else finding.context,
                **days(finding.period),
                "reference": finding.reference or None,
                "rules": list(finding.rules),
                "verified": finding.verified.isoformat() if finding.verified else None,
                "file": files.get(finding.subject),
                "message": typeset(_message(rulesets, finding, language), language),
            }
            for finding in findings
        ],
    }
    return written(document)


def _line(
    rulesets: RuleSets, finding: Finding, files: Mapping[str, str], language: Language
) -> str:
    file = files.get(finding.subject, "")
    return f"{file}: {_message(rulesets, finding, language)}"


def _message(rulesets: RuleSets, finding: Finding, language: Language) -> str:
    return ", ".join(_parts(rulesets, finding, language))


def _parts(rulesets: RuleSets, finding: Finding, language: Language) -> Iterator[str]:
    yield finding.subject
    parameter = rulesets.law.parameters.get(finding.subject)
    if parameter and (context := context_shown(parameter, finding.context, language)):
        yield context
    reference = rulesets.law.references.get(finding.reference)
    verified = print_date(finding.verified, language) if finding.verified else ""
    yield _SAID[finding.kind](language).format(
        days=window(finding.period.since, finding.period.until, language),
        reference=finding.reference,
        short=reference.short if reference else "",
        verified=verified,
    )
    if parameter and finding.kind is Kind.GAP and parameter.anchor is Anchor.YEAR:
        yield ANCHORS[Anchor.YEAR](language)
    if finding.rules and finding.rules != (finding.subject,):
        yield _RULES(language).format(", ".join(finding.rules))
