"""Documents for the commands, read and drawn by stand-ins.

A document is a text whose lines say what it holds: `# NUMBER` begins a deliberation,
`NAME: AMOUNT` is an award, `NAME? AMOUNT AMOUNT` one with several readings, and any other line
with a euro sign is unread.
"""

from __future__ import annotations

import hashlib
import re

from checker.case import (
    Act,
    Award,
    Beneficiary,
    Body,
    Case,
    Cents,
    Document,
    Provenance,
    Reading,
    Slug,
    StatedTotal,
)
from checker.money import parse_euros
from checker.reading import Aside, RefusedDocumentError, Source
from checker.reading.sniff import document_kind
from checker.words import Words

_HEAD = re.compile(r"# (?P<number>\S*)")
_LINE = re.compile(r"(?P<name>[^:?\n]+)(?P<mark>[:?]) (?P<amounts>[\d. ]+)")
_DOCUMENT = Slug("doc")


def read(data: bytes, name: str, **_: object) -> Source:
    """The stand-in of `read_document`; a line `[...]` is furniture."""
    document_kind(data, name)
    text = data.decode().removeprefix("%PDF-")
    if "refuse me" in text:
        raise RefusedDocumentError(name, "garbled", "The text cannot be read.")
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("[")]
    aside = [line for line in lines if line.startswith("[")]
    return Source(
        name=name,
        kind="txt",
        sha256=hashlib.sha256(data).hexdigest(),
        reader="stand-in 1",
        text="".join(kept),
        aside=tuple(Aside("furniture", line, 0) for line in aside),
        notes=(Words("1 image non lue.", "1 picture left unread."),) if "picture" in text else (),
    )


def extract(source: Source) -> tuple[Case, ...]:
    """The stand-in of the extraction."""
    heads = [*_HEAD.finditer(source.text)]
    ends = [*(head.start() for head in heads), len(source.text)][1:] if heads else []
    return tuple(_case(source, head, end) for head, end in zip(heads, ends, strict=True))


def _case(source: Source, head: re.Match[str], end: int) -> Case:
    beneficiaries: list[Beneficiary] = []
    awards: list[Award] = []
    readings: list[Reading] = []
    at = head.end() + 1
    for line in source.text[head.end() + 1 : end].splitlines():
        span = (at, at + len(line))
        at += len(line) + 1
        found = _LINE.fullmatch(line)
        if found is None:
            if "€" in line:
                readings.append(_unread(line, span[0], len(readings) + 1))
            continue
        id_ = Slug(found["name"].lower())
        amounts = tuple(found["amounts"].split())
        beneficiaries.append(Beneficiary(id_, found["name"]))
        start = span[0] + found.start("amounts")
        where = Provenance(
            span=(start, span[1]),  # type: ignore[arg-type]
            quote=found["amounts"],
            document=_DOCUMENT,
            status="read" if found["mark"] == ":" else "ambiguous",
            readings=() if found["mark"] == ":" else amounts,
        )
        cents = Cents(parse_euros(amounts[0])) if found["mark"] == ":" else None
        awards.append(Award(Slug(f"award-{id_}"), id_, cents, evidence={"amount": where}))
    total = Cents(sum(each.amount or 0 for each in awards))
    return Case(
        schema="deliberation-check/case/1",
        body=Body(name="Ville d'Exemple", category="commune"),
        act=Act(number=head["number"] or None, title="Subventions"),
        documents=(Document(_DOCUMENT, source.name, source.sha256),),
        beneficiaries=tuple(beneficiaries),
        awards=tuple(awards),
        totals=(StatedTotal(Slug("total"), "operative", total),) if awards else (),
        readings=tuple(readings),
    )


def _unread(line: str, start: int, number: int) -> Reading:
    (amount,) = re.finditer(r"\d[\d ]*€", line)
    several = " or " in line
    return Reading(
        id=Slug(f"r{number}"),
        span=(start + amount.start(), start + amount.end()),  # type: ignore[arg-type]
        quote=line,
        status="ambiguous" if several else "unread",
        readings=("12500.00", "12.50") if several else (),
        lists=("awards", "totals"),
        document=_DOCUMENT,
    )
