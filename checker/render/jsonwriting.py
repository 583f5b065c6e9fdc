"""How JSON is written for programs that read it and terminals that show it."""

from __future__ import annotations

import datetime
import json

from checker.money import print_euros
from checker.render.characters import escaped


def written(document: object, *, indent: int | None = 2) -> str:
    """A document as JSON: its letters as they are, what would act on a terminal escaped.

    Raises:
        ValueError: It holds a number that JSON has no form for.
    """
    return escaped(json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False))


def written_day(day: datetime.date | None) -> str | None:
    """A date in ISO form; nothing for none."""
    return None if day is None else day.isoformat()


def written_euros(cents: int | None) -> str | None:
    """An amount in cents as a string of euros with two decimals; nothing for none."""
    return None if cents is None else print_euros(cents)
