"""JSON registers: interests, delegations, and the slip (bordereau) that speaks for the others."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, get_args

from attrs import frozen

from checker.case import Delegation, Organ
from checker.errors import InputError, Problem
from checker.json_positions import positions
from checker.jsontext import parse, shown
from checker.registers import cells
from checker.registers.interests import nature
from checker.registers.model import (
    Answer,
    DelegationRow,
    InterestRow,
    ListName,
    Named,
    Register,
    RenewalRow,
    Row,
    Statement,
)
from checker.registers.objects import Forms, Objects, as_it_is, full, listed
from checker.structuring import cents, count, day, flag, slug, text
from checker.suggestion import suggestion

PREFIX = "deliberation-check/register/"
INTERESTS = PREFIX + "interests/1"
DELEGATIONS = PREFIX + "delegations/1"
SLIP = PREFIX + "bordereau/1"
SCHEMAS = (INTERESTS, DELEGATIONS, SLIP)


@frozen
class Slip:
    """What a bordereau says: further files, what is complete, which names are the same.

    Args:
        files: Name and, where given, SHA-256 of each, relative to the slip.
        places: Line and column of each of them.
    """

    files: tuple[tuple[str, str | None], ...]
    places: tuple[tuple[int, int], ...]
    complete: tuple[Statement, ...]
    answers: tuple[Answer, ...]


@frozen
class Read:
    """What one JSON file gives."""

    register: Register | None = None
    slip: Slip | None = None
    complete: tuple[Statement, ...] = ()


def _nothing_but_text(value: object) -> str:
    found = text(value)
    if not found.strip():
        message = "This text is empty; fill it or leave the key out."
        raise ValueError(message)
    return found


def _one_of(known: tuple[str, ...]) -> Callable[[object], Any]:
    """The reader of a word out of a closed list."""

    def read(value: object) -> Any:
        if isinstance(value, str) and value in known:
            return value
        hint = suggestion(value, known) if isinstance(value, str) else "."
        message = f"{shown(value)} is not one of {', '.join(map(repr, known))}{hint}"
        raise ValueError(message)

    return read


_BODY: Forms = {
    "body": _nothing_but_text,
    "body_aliases": listed(_nothing_but_text),
    "siret": full(cells.identifiers),
    "siren": full(cells.identifiers),
    "rna": full(cells.rna),
}
_INTEREST: Forms = {
    **_BODY,
    "member": _nothing_but_text,
    "member_aliases": listed(_nothing_but_text),
    "nature": full(nature),
    "since": day,
    "until": day,
    "source": text,
}
_DELEGATION: Forms = {
    "id": slug,
    "to_organ": _one_of(get_args(Organ)),
    "number": text,
    "date": day,
    "covers_grants": flag,
    "cap": cents,
    "uncapped": flag,
}
_STATEMENT: Forms = {
    "list": _one_of(get_args(ListName)),
    "years": listed(count),
    "since": day,
    "until": day,
    "source": text,
}
_FILE: Forms = {"file": _nothing_but_text, "sha256": text, "source": text}
_ANSWER: Forms = {"register": _nothing_but_text, "case": _nothing_but_text, "same": flag}
_WINDOW: Forms = {"schema": text, "complete": flag, "since": day, "until": day, "source": text}


def read_document(value: Mapping[str, Any], content: str, name: str, sha256: str) -> Read:
    """What a JSON object with the schema of a register gives.

    Args:
        value: The object.
        content: The text of the file.
        name: The file as the user named it.
        sha256: Digest of its bytes.

    Raises:
        InputError: Everything that is wrong with it.
    """
    objects = Objects(name, content)
    readers = {INTERESTS: _interests, DELEGATIONS: _delegations, SLIP: _slip}
    read = readers.get(value["schema"])
    if read is None:
        message = f"This register is not known{suggestion(str(value['schema']), SCHEMAS)}"
        raise InputError([Problem(name, 1, 1, "$.schema", message)])
    found = read(objects, value, sha256)
    _, repeats = parse(content, name)
    if problems := objects.problems(repeats=repeats):
        raise InputError(problems)
    return found


def _window(head: Mapping[str, Any], of: ListName) -> tuple[Statement, ...]:
    """That a register is complete, where it says so."""
    if not head.get("complete"):
        return ()
    return (Statement(of, None, head.get("since"), head.get("until")),)


def _interests(objects: Objects, value: Mapping[str, Any], sha256: str) -> Read:
    forms = {**_WINDOW, "interests": as_it_is}
    head = objects.read(value, "$", forms, ["interests"])
    rows: list[Row] = []
    for path, item in objects.each(head.get("interests", []), "$.interests"):
        known = objects.read(item, path, _INTEREST, ["member", "body"])
        since: datetime.date | None = known.get("since")
        until: datetime.date | None = known.get("until")
        if since and until and until < since:
            objects.defects.append((f"{path}.until", "The interest ends before it begins."))
        if "member" in known and "body" in known:
            rows.append(
                InterestRow(
                    at=path,
                    member=known["member"],
                    aliases=known.get("member_aliases", ()),
                    body=_body(known, objects, path),
                    nature=known.get("nature"),
                    since=since,
                    until=until,
                )
            )
    made = Register(objects.name, "interests", sha256, objects.text, tuple(rows))
    return Read(made, complete=_window(head, "interests"))


def _body(known: Mapping[str, Any], objects: Objects, path: str) -> Named:
    siren, _ = known.get("siren", (None, None))
    unit, siret = known.get("siret", (None, None))
    if siren and unit and siren != unit:
        message = f"This SIRET does not begin with the SIREN {siren}; correct one of them."
        objects.defects.append((f"{path}.siret", message))
    return Named(
        name=known["body"],
        aliases=known.get("body_aliases", ()),
        siren=siren or unit,
        siret=siret,
        rna=known.get("rna"),
    )


def _delegations(objects: Objects, value: Mapping[str, Any], sha256: str) -> Read:
    forms = {**_WINDOW, "delegations": as_it_is, "assembly_renewed_on": day}
    head = objects.read(value, "$", forms)
    rows: list[Row] = []
    for path, item in objects.each(head.get("delegations", []), "$.delegations"):
        known = objects.read(item, path, _DELEGATION, ["id", "to_organ"])
        if "id" in known and "to_organ" in known:
            rows.append(DelegationRow(at=path, delegation=Delegation(**known)))
    if "assembly_renewed_on" in head:
        rows.append(RenewalRow(at="$", day=head["assembly_renewed_on"]))
    made = Register(objects.name, "delegations", sha256, objects.text, tuple(rows))
    return Read(made, complete=_window(head, "delegations"))


def _slip(objects: Objects, value: Mapping[str, Any], sha256: str) -> Read:  # noqa: ARG001
    lists = ("files", "complete", "answers")
    head = objects.read(
        value, "$", {"schema": text, "source": text, **dict.fromkeys(lists, as_it_is)}
    )
    items = {key: [*objects.each(head.get(key, []), f"$.{key}")] for key in lists}
    files = [(objects.read(item, path, _FILE, ["file"]), path) for path, item in items["files"]]
    complete = [objects.read(item, path, _STATEMENT, ["list"]) for path, item in items["complete"]]
    answers = [
        objects.read(item, path, _ANSWER, ["register", "case", "same"])
        for path, item in items["answers"]
    ]
    if objects.defects:
        return Read()
    places = positions(objects.text)
    return Read(
        slip=Slip(
            tuple((known["file"], known.get("sha256")) for known, _ in files),
            tuple(
                (places[f"{path}.file"].line, places[f"{path}.file"].column) for _, path in files
            ),
            tuple(
                Statement(each["list"], each.get("years"), each.get("since"), each.get("until"))
                for each in complete
            ),
            tuple(Answer(each["register"], each["case"], each["same"]) for each in answers),
        )
    )
