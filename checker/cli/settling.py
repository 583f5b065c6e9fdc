"""What a person settles in a case file: pure changes of its JSON, each checked by the loader.

A value keeps its place and gets its status: `confirmed` where one of its readings was chosen,
`corrected` where another value was entered, `dismissed` where it is no value of the act. A reading
that was no value of the case becomes one, with the line as evidence; `added` where it had no
readings. A list that may lack something counts as complete once a person says so. Nothing else of
the file changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from attrs import frozen

from checker.case import Case, Provenance, Reading
from checker.case.parts import evidence
from checker.casefile import dump_case, load_case

UNSETTLED = ("ambiguous", "unread")
OPEN = "open"
"""What stands for the status of a list that may lack something."""
_PLACE = re.compile(r"\.(\w+)|\[(\d+)\]")


@frozen
class Item:
    """Something to settle.

    Args:
        key: The same from one answer to the next.
        path: Of the value, of the reading, or of the lists that may lack something, in the file.
        value: The value as the file holds it, if it holds one.
        of: What holds the value, as a path; empty for a reading.
        name: The name of the value; empty for a reading or a list.
        lists: What a reading could belong to; for a list, its own name.
    """

    key: str
    path: str
    status: str
    where: Provenance
    readings: tuple[str, ...]
    value: object = None
    of: str = ""
    name: str = ""
    lists: tuple[str, ...] = ()


def items(case: Case) -> list[Item]:
    """What is to be settled, in the order of the document; then the lists left open."""
    value = plain(case)
    found = [
        Item(
            key=f"{path}.{name}",
            path=f"{path}.{name}",
            status="ambiguous",
            where=where,
            readings=tuple(dict.fromkeys(where.readings)),
            value=at(value, path).get(name),
            of=path,
            name=name,
        )
        for path, _, name, where in evidence(case)
        if where.status == "ambiguous"
    ]
    found += [
        Item(
            key=each.id,
            path=f"$.readings[{n}]",
            status=each.status,
            where=_provenance(each),
            readings=tuple(dict.fromkeys(each.readings)),
            lists=each.lists,
        )
        for n, each in enumerate(case.readings)
        if each.status in UNSETTLED
    ]
    found.sort(key=lambda each: (each.where.document or "", each.where.span or (0, 0)))
    return found + [
        Item(f"open {name}", "$.open", OPEN, Provenance(), (), lists=(name,)) for name in case.open
    ]


def plain(case: Case) -> dict[str, Any]:
    """The case as plain JSON values."""
    value: dict[str, Any] = json.loads(dump_case(case))
    return value


def checked(value: Mapping[str, Any], name: str) -> Case:
    """The case of plain JSON values.

    Raises:
        InputError: They are no case.
    """
    return load_case(json.dumps(value).encode(), name)


def with_values(case: Case, entered: Sequence[tuple[Item, object]], name: str) -> Case:
    """The case with the values of items.

    Args:
        case: The case.
        entered: Values of it, each as the file is to hold it.
        name: The file, for problems.

    Raises:
        InputError: They cannot be such values.
    """
    value = plain(case)
    for item, given in entered:
        holder = at(value, item.of)
        holder[item.name] = given
        known = given in item.readings or (given == item.value and given is not None)
        holder["evidence"][item.name]["status"] = "confirmed" if known else "corrected"
    return checked(value, name)


def dismissed(case: Case, gone: Sequence[Item], name: str) -> Case:
    """The case in which items are none of the act's: values are left out, readings are closed.

    Raises:
        InputError: A value cannot be left out.
    """
    value = plain(case)
    for item in gone:
        if not item.name:
            at(value, item.path)["status"] = "dismissed"
            continue
        holder = at(value, item.of)
        holder["evidence"][item.name]["status"] = "dismissed"
        needed = item.name in _required(case, item)
        holder[item.name] = None
        if not needed:
            del holder[item.name]
    return checked(value, name)


def closed(case: Case, lists: Sequence[Item], name: str) -> Case:
    """The case in which lists count as complete.

    Raises:
        InputError: A list cannot be closed.
    """
    value = plain(case)
    gone = {each for item in lists for each in item.lists}
    value["open"] = [each for each in value["open"] if each not in gone]
    return checked(value, name)


def _required(case: Case, item: Item) -> set[str]:
    holder = next(entity for path, entity, *_ in evidence(case) if path == item.of)
    return {each.name for each in attrs.fields(type(holder)) if each.default is attrs.NOTHING}


def _provenance(reading: Reading) -> Provenance:
    return Provenance(
        span=reading.span, quote=reading.quote, document=reading.document, page=reading.page
    )


def at(value: Any, path: str) -> Any:
    """What stands at a path of plain values."""
    for key, index in _PLACE.findall(path):
        value = value[key] if key else value[int(index)]
    return value
