"""What a person settles in a case file: pure changes of its JSON, each checked by the loader.

A value keeps its place and gets its status: `confirmed` where one of its readings was chosen,
`corrected` where another value was entered, `dismissed` where it is no value of the act. A reading
that was no value of the case becomes one, with the line as evidence; `added` where it had no
readings. Nothing else of the file changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from checker.case import Case, Provenance, Reading
from checker.case.parts import evidence
from checker.casefile import dump_case, load_case
from checker.cli.typed import amount_of, marked, slug
from checker.money import print_euros
from checker.normal import normal_name

UNSETTLED = ("ambiguous", "unread")
SLOTS: Mapping[str, tuple[str, ...]] = {
    "awards": ("beneficiary",),
    "lines": ("measure", "beneficiary"),
    "summary": ("beneficiary",),
    "totals": ("of",),
}
"""Lists that an amount can be added to, and what must be known of it."""
TOTALS = ("recital", "operative", "charged")
_PLACE = re.compile(r"\.(\w+)|\[(\d+)\]")


@frozen
class Item:
    """Something to settle.

    Args:
        key: The same from one answer to the next.
        path: Of the value, or of the reading, in the file.
        value: The value as the file holds it, if it holds one.
        of: What holds the value, as a path; empty for a reading.
        name: The name of the value; empty for a reading.
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
    """What is to be settled, in the order of the document."""
    value = plain(case)
    found = [
        Item(
            key=f"{path}.{name}",
            path=f"{path}.{name}",
            status="ambiguous",
            where=where,
            readings=tuple(dict.fromkeys(where.readings)),
            value=_at(value, path).get(name),
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
    return sorted(found, key=lambda each: (each.where.document or "", each.where.span or (0, 0)))


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


def with_value(case: Case, item: Item, entered: object, name: str) -> Case:
    """The case with the value of an item.

    Args:
        case: The case.
        item: A value of it.
        entered: The value as the file is to hold it.
        name: The file, for problems.

    Raises:
        InputError: It cannot be such a value.
    """
    value = plain(case)
    holder = _at(value, item.of)
    holder[item.name] = entered
    known = entered in item.readings or (entered == item.value and entered is not None)
    holder["evidence"][item.name]["status"] = "confirmed" if known else "corrected"
    return checked(value, name)


def dismissed(case: Case, item: Item, name: str) -> Case:
    """The case in which an item is none of the act's: a value is left out, a reading is closed.

    Raises:
        InputError: The value cannot be left out.
    """
    value = plain(case)
    if not item.name:
        _at(value, item.path)["status"] = "dismissed"
        return checked(value, name)
    holder = _at(value, item.of)
    holder["evidence"][item.name]["status"] = "dismissed"
    needed = item.name in _required(case, item)
    holder[item.name] = None
    if not needed:
        del holder[item.name]
    return checked(value, name)


def bound(
    case: Case, item: Item, list_: str, about: Mapping[str, str], cents: int
) -> dict[str, Any]:
    """Plain values of the case with a new entry for an amount, in place of its reading.

    Args:
        case: The case.
        item: A reading of it.
        list_: One of `SLOTS`.
        about: What must be known of it; a beneficiary that is not there is added by its name.
        cents: The amount.
    """
    value = plain(case)
    about = dict(about)
    if "beneficiary" in about:
        about["beneficiary"] = _beneficiary(value, about["beneficiary"])
    entries = value.setdefault(list_, [])
    stem = "-".join([list_, *(slug(each) for each in about.values())])[:70].rstrip("-")
    entry = {"id": _free(stem, {each["id"] for each in entries}), **about}
    entries.append(entry)
    _set(value, item, entry, cents)
    return value


def filled(case: Case, item: Item, list_: str, place: int, cents: int) -> dict[str, Any]:
    """Plain values of the case with the missing amount of an entry, in place of its reading."""
    value = plain(case)
    _set(value, item, value[list_][place], cents)
    return value


def missing(case: Case, lists: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    """Entries of lists that lack their amount: list, place, identifier."""
    for name in lists:
        for place, each in enumerate(getattr(case, name)) if name in SLOTS else ():
            if each.amount is None:
                yield name, place, each.id


def only_amount(item: Item) -> int | None:
    """The one amount that a reading has, among what it could be or on its line."""
    found = {cents for each in item.readings if (cents := amount_of(each)) is not None}
    if len(found) == 1:
        return found.pop()
    return amount_of(item.where.quote or "") if not found else None


def resembles(part: str, name: str) -> bool:
    """Whether a part of a name, as a person types it, is in that name."""
    typed, whole = (slug(each) for each in (part, name))
    return len(part) > 1 and f"-{typed}" in f"-{whole}"


def _set(value: dict[str, Any], item: Item, entry: dict[str, Any], cents: int) -> None:
    """Give an entry its amount, and take the reading away."""
    reading = _at(value, item.path)
    read = {amount_of(each) for each in item.readings}
    status = "confirmed" if cents in read else "corrected" if item.readings else "added"
    start, end = reading["span"]
    place = marked(reading["quote"], end - start)
    quote = reading["quote"][slice(*place)] if place else reading["quote"]
    where = {"span": [start, end], "quote": quote, "status": status}
    if "document" in reading:
        where["document"] = reading["document"]
    entry["amount"] = print_euros(cents)
    entry.setdefault("evidence", {})["amount"] = where
    value["readings"] = [each for each in value["readings"] if each is not reading]


def _beneficiary(value: dict[str, Any], named: str) -> str:
    """The identifier of a beneficiary, which is added if it is not there."""
    known = value.setdefault("beneficiaries", [])
    for each in known:
        if named == each["id"] or normal_name(named) == normal_name(each["name"]):
            found: str = each["id"]
            return found
    id_ = _free(slug(named), {each["id"] for each in known})
    known.append({"id": id_, "name": named, "evidence": {"name": {"status": "added"}}})
    return id_


def _free(stem: str, taken: set[str]) -> str:
    return next(
        name
        for n in range(1, len(taken) + 2)
        if (name := f"{stem}-{n}" if n > 1 else stem) not in taken
    )


def _required(case: Case, item: Item) -> set[str]:
    holder = next(entity for path, entity, *_ in evidence(case) if path == item.of)
    return {each.name for each in attrs.fields(type(holder)) if each.default is attrs.NOTHING}


def _provenance(reading: Reading) -> Provenance:
    return Provenance(span=reading.span, quote=reading.quote, document=reading.document)


def _at(value: Any, path: str) -> Any:
    for key, index in _PLACE.findall(path):
        value = value[key] if key else value[int(index)]
    return value
