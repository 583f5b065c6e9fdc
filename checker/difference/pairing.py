"""Which thing of one act is which of another: by what both say of it, never by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable | None]
"""What must be equal; `None` where a thing has nothing of the kind."""


def paired(olds: Sequence[T], news: Sequence[T], *keys: tuple[Key[T], Key[T]]) -> Mapping[int, int]:
    """The index of each new thing by that of the old one it is.

    Args:
        olds: Things of the old act.
        news: Things of the new one.
        keys: The most telling first; each for the old and for the new. A key settles what it
            tells apart on both sides, and what it holds in equal numbers, in their order.
    """
    found: dict[int, int] = {}
    for of_old, of_new in keys:
        left = _grouped(of_old, olds, found.keys())
        right = _grouped(of_new, news, found.values())
        for key, ones in left.items():
            others = right.get(key, [])
            if len(ones) == len(others):
                found.update(zip(ones, others, strict=True))
    return found


def _grouped(
    key: Key[T], things: Sequence[T], taken: Iterable[int]
) -> Mapping[Hashable, list[int]]:
    gone = set(taken)
    found: dict[Hashable, list[int]] = defaultdict(list)
    for n, each in enumerate(things):
        value = key(each)
        if n not in gone and value is not None:
            found[value].append(n)
    return found
