"""Items to settle that are alike, so that one answer can do for all of a table, page or document.

Alike are unread amounts that could belong to the same lists for the same reason, values of the
same name in the same list that have as many readings, and lists that may lack something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from checker.cli.settling import OPEN, Item

Scope = Literal["t", "p", "*"]
"""A table or list, a page, the document."""
_AMOUNT = re.compile(r"-?\d+\.\d\d")
_APART = 600
"""Characters between two numbers of one table or list, at most."""


def alike(items: Sequence[Item], item: Item) -> Mapping[Scope, Sequence[Item]]:
    """The items like one of them, that one included, by scope; none twice.

    Args:
        items: All that is left to settle, in the order of the document.
        item: One of them.
    """
    like = [each for each in items if _sort(each) == _sort(item)]
    groups: Mapping[Scope, Sequence[Item]] = {
        "t": _run(like, item),
        "p": _page(like, item),
        "*": like,
    }
    found: dict[Scope, Sequence[Item]] = {}
    for scope, group in groups.items():
        if len(group) > 1 and all([*group] != [*other] for other in found.values()):
            found[scope] = group
    return found


def _sort(item: Item) -> tuple[object, ...]:
    """What items that are alike have in common."""
    if item.name:
        head = re.sub(r"\[\d+\]", "[]", item.of)
        return (item.where.document, head, item.name, len(item.readings))
    if item.status == OPEN:
        return (OPEN,)
    said = next((each for each in item.readings if not _AMOUNT.fullmatch(each)), "")
    return (item.where.document, item.status, said, item.lists)


def _run(like: Sequence[Item], item: Item) -> Sequence[Item]:
    """The items that follow each other closely, around one of them."""
    for run in _runs(like):
        if item in run:
            return run
    return (item,)


def _runs(like: Sequence[Item]) -> Iterator[Sequence[Item]]:
    run: list[Item] = []
    for each in like:
        if each.where.span is None:
            continue
        last = run[-1].where.span if run else None
        if last is not None and each.where.span[0] - last[1] > _APART:
            yield run
            run = []
        run.append(each)
    yield run


def _page(like: Sequence[Item], item: Item) -> Sequence[Item]:
    page = item.where.page
    return [each for each in like if each.where.page == page] if page is not None else ()
