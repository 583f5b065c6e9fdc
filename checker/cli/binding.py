"""Where an amount of a document belongs: pure changes that put it in its place in a case file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from checker.case import Case
from checker.cli.settling import Item, at, plain
from checker.cli.typed import amount_of, marked, slug
from checker.money import print_euros
from checker.normal import normal_name


@frozen
class Slot:
    """A list that something can be added to.

    Args:
        amount: The value that holds its amount; empty where its entries have none.
        about: What must be known of an entry.
        more: What may be said of it besides; of an entry without an amount, some of it must.
        counts: Whether its amount is a number of things rather than money.
    """

    amount: str
    about: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    counts: bool = False


SLOTS: Mapping[str, Slot] = {
    "awards": Slot("amount", ("beneficiary",)),
    "lines": Slot("amount", ("measure", "beneficiary")),
    "summary": Slot("amount", ("beneficiary",)),
    "totals": Slot("amount", ("of",)),
    "payments": Slot("amount", ("award",), ("year",)),
    "charges": Slot("", (), ("section", "budget", "chapter", "account")),
    "projects": Slot("cost", ("beneficiary",), ("title",)),
    "grants": Slot("amount", ("beneficiary", "year")),
    "results": Slot("value", ("beneficiary", "year", "indicator"), counts=True),
    "targets": Slot("value", ("beneficiary", "year", "indicator"), counts=True),
}
TOTALS = ("recital", "operative", "charged")
SECTIONS = ("fonctionnement", "investissement")
NUMBERS = ("year",)
_CENTS = 100


def open_to(case: Case, lists: tuple[str, ...], cents: int) -> tuple[str, ...]:
    """Those of the lists that the case can add an amount to.

    A payment needs an award, a line a measure, a result a whole number.
    """
    lacking = {
        *(() if case.awards else ("award",)),
        *(() if case.measures else ("measure",)),
    }
    slots = {name: SLOTS[name] for name in lists if name in SLOTS}
    return tuple(
        name
        for name, slot in slots.items()
        if not lacking & {*slot.about} and not (slot.counts and cents % _CENTS)
    )


def bound(
    case: Case, item: Item, list_: str, about: Mapping[str, str], cents: int
) -> dict[str, Any]:
    """Plain values of the case with a new entry, in place of a reading.

    Args:
        case: The case.
        item: A reading of it.
        list_: One of `SLOTS`.
        about: What is known of it; a beneficiary that is not there is added by its name.
        cents: The amount.
    """
    value = plain(case)
    held: dict[str, Any] = {
        name: int(each) if name in NUMBERS and each.isdecimal() else each
        for name, each in about.items()
    }
    if "beneficiary" in held:
        held["beneficiary"] = _beneficiary(value, held["beneficiary"])
    entries = value.setdefault(list_, [])
    stem = "-".join([list_, *(slug(str(each)) for each in held.values())])[:70].rstrip("-")
    entry = {"id": _free(stem, {each["id"] for each in entries}), **held}
    entries.append(entry)
    _set(value, item, entry, SLOTS[list_], cents)
    return value


def filled(case: Case, item: Item, list_: str, place: int, cents: int) -> dict[str, Any]:
    """Plain values of the case with the missing amount of an entry, in place of its reading."""
    value = plain(case)
    _set(value, item, value[list_][place], SLOTS[list_], cents)
    return value


def missing(case: Case, lists: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    """Entries of lists that lack their amount: list, place, identifier."""
    for name in lists:
        amount = SLOTS[name].amount if name in SLOTS else ""
        for place, each in enumerate(getattr(case, name)) if amount else ():
            if getattr(each, amount) is None:
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


def _set(value: dict[str, Any], item: Item, entry: dict[str, Any], slot: Slot, cents: int) -> None:
    """Give an entry what the reading says, and take the reading away."""
    reading = at(value, item.path)
    read = {amount_of(each) for each in item.readings}
    status = "confirmed" if cents in read else "corrected" if item.readings else "added"
    start, end = reading["span"]
    place = marked(reading["quote"], end - start)
    quote = reading["quote"][slice(*place)] if place else reading["quote"]
    where = {"span": [start, end], "quote": quote, "status": status if slot.amount else "added"}
    if "document" in reading:
        where["document"] = reading["document"]
    if slot.counts:
        entry.setdefault("measure", None)
        entry[slot.amount] = cents // _CENTS
    elif slot.amount:
        entry[slot.amount] = print_euros(cents)
    for name in (slot.amount,) if slot.amount else [each for each in slot.more if each in entry]:
        entry.setdefault("evidence", {})[name] = where
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
