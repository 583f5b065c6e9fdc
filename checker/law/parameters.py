"""Dated parameters: the amounts, numbers, dates and articles that the law changes over time."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from checker.kinds import Type
from checker.words import Words

ANYWHERE = "*"
"""The context of every act that has no context of its own."""
NAME = re.compile(r"[a-z][a-z0-9_]*")


class ParameterType(Enum):
    """What the values of a parameter are."""

    MONEY = "money"
    INT = "int"
    TEXT = "text"
    DATE = "date"
    REFERENCE = "reference"

    @property
    def operand(self) -> Type | None:
        """Its type in a comparison; `None` for a reference, which is only cited."""
        return None if self is ParameterType.REFERENCE else Type(self.value)


class Anchor(Enum):
    """The date of the act at which a parameter is looked up."""

    DATE = "act.date"
    YEAR = "act.year"


@frozen(slots=False)
class StartOfYear:
    """1 January, `shift` years after the year of the anchor."""

    shift: int

    def at(self, anchor: datetime.date) -> int:
        """The ordinal day, for one anchor."""
        return datetime.date(_year(anchor.year + self.shift), 1, 1).toordinal()


@frozen(slots=False)
class RollingWindow:
    """The first day of the `years` years that end with the anchor."""

    years: int

    def at(self, anchor: datetime.date) -> int:
        """The ordinal day, for one anchor."""
        year = _year(anchor.year - self.years)
        try:
            return anchor.replace(year=year).toordinal() + 1
        except ValueError:  # 29 February
            return datetime.date(year, 3, 1).toordinal()


@frozen(slots=False)
class MonthsAfter:
    """The day of the anchor's number, `months` months later, or the last day of a shorter month.

    So ends a time limit in months: code de procédure civile, art. 641, al. 2, as in Regulation
    (EEC, Euratom) No 1182/71, art. 3(2)(c).
    """

    months: int

    def at(self, anchor: datetime.date) -> int:
        """The ordinal day, for one anchor."""
        years, month = divmod(anchor.month - 1 + self.months, 12)
        year = anchor.year + years
        if year > datetime.MAXYEAR:
            return datetime.date.max.toordinal()
        last = calendar.monthrange(year, month + 1)[1]
        return datetime.date(year, month + 1, min(anchor.day, last)).toordinal()


DateFunction = StartOfYear | RollingWindow | MonthsAfter
"""A value that is worked out from the day at which it is looked up."""
Value = int | str | DateFunction | None


@frozen(slots=False)
class DatedValue:
    """What a parameter is from one day on; a value of `None` is a repeal."""

    since: datetime.date
    value: Value
    reference: str
    verified: datetime.date
    to_confirm: bool = False


@frozen(slots=False)
class Parameter:
    """A value of the law that depends on a date, and maybe on the authority.

    Args:
        name: As rules write it: `law.agreement_threshold`, `policy.uniform_amount`.
        by: Attribute of the act that chooses among the contexts, or empty.
        document: What to ask for where no value is in force.
        values: By context, in the order of their days; `ANYWHERE` is every other context.
        policy: The policy set it belongs to, or empty.
        file: The file it was read from.
    """

    name: str
    title: Words
    type: ParameterType
    anchor: Anchor
    by: str
    document: Words | None
    values: Mapping[str, tuple[DatedValue, ...]]
    policy: str = ""
    file: str = ""

    def dated(self, context: str | None, day: datetime.date) -> DatedValue | None:
        """What was in force on `day` in a context, a repeal included."""
        if self.by and context is None:
            return None
        key = context if context in self.values else ANYWHERE
        found = [value for value in self.values.get(key or ANYWHERE, ()) if value.since <= day]
        return found[-1] if found else None


def _year(year: int) -> int:
    return min(max(year, datetime.MINYEAR), datetime.MAXYEAR)
