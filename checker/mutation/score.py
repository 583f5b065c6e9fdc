"""What became of the mutants of one file: noticed, excused by a reason, or survivors."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from checker.language.survivors import Survivor
from checker.mutation.change import Fault
from checker.words import Words


@frozen
class Outcome:
    """One mutant.

    Args:
        name: What was changed and where.
        line: 1-based line of the change.
        fault: What kind of mistake it is.
        noticed_by: The example or case that first notices it; empty for none.
        why: The reason in the file, where none notices it.
    """

    name: str
    line: int
    fault: Fault
    noticed_by: str
    why: Words | None = None


@frozen
class Score:
    """The mutants of a rule or parameter.

    Args:
        subject: The rule or parameter, by its identifier.
        file: Its file.
        outcomes: Its mutants, in the order of the file.
        idle: Reasons in the file for what is no mutant, or is noticed.
        broken: The example or case that already differs without any fault; nothing was tried.
    """

    subject: str
    file: str
    outcomes: tuple[Outcome, ...] = ()
    idle: tuple[Survivor, ...] = ()
    broken: str = ""

    @property
    def noticed(self) -> int:
        """How many mutants an example or case notices."""
        return sum(bool(each.noticed_by) for each in self.outcomes)

    @property
    def excused(self) -> int:
        """How many have a reason instead."""
        return sum(each.why is not None for each in self.outcomes)

    @property
    def survivors(self) -> tuple[Outcome, ...]:
        """Those that nothing notices, and for which no reason is given."""
        return tuple(each for each in self.outcomes if not each.noticed_by and each.why is None)


def scored(
    subject: str, file: str, outcomes: Iterable[Outcome], reasons: Iterable[Survivor]
) -> Score:
    """A score with the reasons laid beside the mutants they are for."""
    given = {each.mutant: each for each in reasons}
    used: set[str] = set()
    found: list[Outcome] = []
    for each in outcomes:
        if not each.noticed_by and each.name in given:
            used.add(each.name)
            found.append(evolve(each, why=given[each.name].why))
        else:
            found.append(each)
    idle = tuple(reason for name, reason in given.items() if name not in used)
    return Score(subject, file, tuple(found), idle)
