"""The law as one act sees it: every parameter at the date that governs it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from checker.law.accounts import Account
from checker.law.parameters import Anchor, DateFunction, Parameter
from checker.law.references import Reference
from checker.law.schemes import Scheme

if TYPE_CHECKING:
    from checker.vocabulary import Act


@frozen
class ParameterValue:
    """A value in force, and what it rests on; `value` is never `None`."""

    name: str
    value: int | str
    since: datetime.date
    reference: Reference
    verified: datetime.date
    to_confirm: bool


@frozen(eq=False)
class Law:
    """Parameters and references, of the law and of every policy set, by name and by key.

    Args:
        schemes: Schemes and bodies that exist for a time only, by key.
        accounts: Accounts of the nomenclatures that grants are charged to.
    """

    parameters: Mapping[str, Parameter]
    references: Mapping[str, Reference]
    schemes: Mapping[str, Scheme] = field(factory=dict)
    accounts: tuple[Account, ...] = ()

    def for_act(
        self,
        act: Act,
        as_of: datetime.date | None = None,
        settled: Mapping[str, int | str | None] | None = None,
    ) -> Edition:
        """The law as `act` sees it.

        Args:
            act: Its date, year and category choose the values.
            as_of: A day to take in place of the act's date, and its year in place of the act's.
            settled: Values to take as they are, by name, in place of those of the law.
        """
        day = as_of or act.date
        year = as_of.year if as_of else act.year
        first = datetime.date(year, 1, 1) if year is not None and 1 <= year <= 9999 else None
        return Edition(self, act, {Anchor.DATE: day, Anchor.YEAR: first}, settled or {})


@frozen(eq=False)
class Edition:
    """Dated parameters as one act sees them.

    Args:
        anchors: The dates that govern; `None` where the act does not say.
        settled: Values that replace those of the law.
    """

    law: Law
    act: Act
    anchors: Mapping[Anchor, datetime.date | None]
    settled: Mapping[str, int | str | None] = field(factory=dict)

    def value(self, name: str, day: datetime.date | None) -> int | str | None:
        """The value in force on `day`, or at the parameter's own anchor for `None`.

        Returns:
            Cents, a number, an ordinal day, a text or the key of a reference; `None` where no
            value is in force, or the date that governs is missing.
        """
        if name in self.settled:
            return self.settled[name]
        found = self.in_force(name, day)
        return found.value if found else None

    def in_force(self, name: str, day: datetime.date | None) -> ParameterValue | None:
        """The law's value with its source, `None` where none is in force or known."""
        parameter = self.law.parameters[name]
        anchor = day or self.anchors[parameter.anchor]
        if anchor is None:
            return None
        found = parameter.dated(self._context(parameter), anchor)
        if found is None or found.value is None:
            return None
        value = found.value
        if isinstance(value, DateFunction):
            value = value.at(anchor)
        reference = self.law.references[found.reference]
        return ParameterValue(name, value, found.since, reference, found.verified, found.to_confirm)

    def unconfirmed(self, name: str, day: datetime.date | None) -> bool:
        """Whether the value in force awaits confirmation against the official text."""
        found = self.in_force(name, day)
        return found is not None and (found.to_confirm or found.reference.to_confirm)

    def _context(self, parameter: Parameter) -> str | None:
        value = getattr(self.act, parameter.by) if parameter.by else None
        return str(int(value)) if isinstance(value, bool) else value
