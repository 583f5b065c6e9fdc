"""Numbers and dates as rules write them, moved by the smallest unit there is of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from checker.mutation.change import Change, Fault, changed, scalar
from checker.yamlfile import Node, Scalar
from checker.yamlform import read_date

_INTEGER = re.compile(r"-?[0-9]+")
_HUNDREDTHS = re.compile(r"-?[0-9]+\.[0-9]{2}")


def neighbours(text: str) -> tuple[str, ...]:
    """The texts one unit below and above: a cent, a hundredth of a percent, a day, one.

    None for what is no number and no date.
    """
    if _INTEGER.fullmatch(text):
        return str(int(text) - 1), str(int(text) + 1)
    if _HUNDREDTHS.fullmatch(text):
        whole = int(text.replace(".", ""))
        return _hundredths(whole - 1), _hundredths(whole + 1)
    day = read_date(text)
    if day is None:
        return ()
    ordinals = (day.toordinal() - 1, day.toordinal() + 1)
    known = [n for n in ordinals if 1 <= n <= datetime.date.max.toordinal()]
    return tuple(datetime.date.fromordinal(n).isoformat() for n in known)


def shifts(node: Node) -> Iterator[Change]:
    """A number or date moved down and up; nothing for any other node."""
    if isinstance(node, Scalar):
        for text in neighbours(node.text):
            yield changed(node, f"{node.text} -> {text}", Fault.NUMBER, scalar(text, node))


def _hundredths(number: int) -> str:
    whole, rest = divmod(abs(number), 100)
    return f"{'-' if number < 0 else ''}{whole}.{rest:02}"
