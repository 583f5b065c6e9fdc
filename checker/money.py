"""Amounts: integer cents in memory, `"40000.00"` in files, « 40 000,00 € » in print."""

from __future__ import annotations

import re

MAXIMUM = 10**12
"""Largest amount accepted, in cents (ten billion euros): products stay below 2^53."""

_EUROS = re.compile(r"(-?)(0|[1-9][0-9]*)\.([0-9]{2})")
_PRINTED = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f.\n]\d{3})+|\d+)(?:,(?P<cents>\d{2}))?\s*(?:€|euros?\b)"
)


def parse_euros(text: str) -> int:
    """Cents of an amount written as euros with a dot and exactly two decimals.

    Raises:
        ValueError: The text has another form, or exceeds `MAXIMUM`.
    """
    match = _EUROS.fullmatch(text)
    if match is None:
        message = f"{text!r} is not an amount: write euros with two decimals, such as 40000.00"
        raise ValueError(message)
    sign, whole, cents = match.groups()
    value = int(whole) * 100 + int(cents) if len(whole) <= len(str(MAXIMUM)) else MAXIMUM + 1
    if value > MAXIMUM:
        message = f"{text!r} exceeds the largest amount accepted, {MAXIMUM // 100} euros"
        raise ValueError(message)
    return -value if sign else value


def is_euros(text: str) -> bool:
    """Whether a text is written as `parse_euros` wants it, however large."""
    return _EUROS.fullmatch(text) is not None


def print_euros(cents: int) -> str:
    """The file form of an amount: `4000000` is `"40000.00"`."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def printed_cents(quote: str) -> int | None:
    """Cents of the only amount printed in figures in a French passage.

    Returns:
        `None` where the passage holds no such amount, or several.
    """
    found = list(_PRINTED.finditer(quote))
    if len(found) != 1:
        return None
    whole = re.sub(r"\D", "", found[0]["whole"])
    return int(whole) * 100 + int(found[0]["cents"] or 0)
