"""The hash by which durable-rules knows names and identifiers: two that collide are one to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count


def fnv32(text: str) -> int:
    """FNV-1a, 32 bits, of the UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


class Identifiers:
    """Identifiers for the facts of a session, none of which collide."""

    def __init__(self, offered: Iterator[str] | None = None) -> None:
        self._offered = offered or (f"f{number}" for number in count())
        self._taken = {fnv32("sid-0"), fnv32("$pulse")}
        self._issued: list[str] = []

    def __getitem__(self, place: int) -> str:
        """The identifier of the fact asserted as number `place`."""
        while len(self._issued) <= place:
            offered = next(self._offered)
            hashed = fnv32(offered)
            if hashed not in self._taken:
                self._taken.add(hashed)
                self._issued.append(offered)
        return self._issued[place]
