"""A case and the registers beside it, joined: one pure function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import evolve, frozen

from checker.case import Case
from checker.registers.bodies import join_bodies
from checker.registers.history import YEARS_OF_AID, join_history
from checker.registers.model import Kind, ListName, Register, Registers, Statement
from checker.registers.notes import Note
from checker.registers.people import join_people
from checker.registers.powers import join_powers
from checker.registers.prior import join_prior
from checker.registers.work import Work

_KINDS: Mapping[ListName, frozenset[Kind]] = {
    "interests": frozenset({"interests"}),
    "grants": frozenset({"grants", "case"}),
    "aid": frozenset({"grants", "case"}),
    "delegations": frozenset({"delegations"}),
}
"""The kinds of register that feed each list."""


@frozen
class Joined:
    """What joining gives.

    Args:
        case: The case with what the registers add; the registers used are documents of it.
        notes: Questions, contradictions, and what was left out.
        used: Registers, with their identifier among the documents and the values taken from them.
    """

    case: Case
    notes: tuple[Note, ...]
    used: tuple[tuple[Register, str, int], ...]


def joined(case: Case, registers: Registers, sha256: str | None = None) -> Joined:
    """The case with what the registers know of it.

    Args:
        case: The case; its values win over those of the registers.
        registers: The registers.
        sha256: Digest of the bytes of the case, by which a folder of cases knows it.

    Raises:
        InputError: Two rows of registers disagree, with both places.
    """
    work = Work(case, registers)
    join_bodies(work)
    work = work.anew()
    join_people(work)
    join_history(work, sha256)
    join_prior(work, sha256)
    join_powers(work)
    _close(work)
    made = evolve(work.case, documents=(*work.case.documents, *work.documents()))
    used = tuple(
        (register, work.document(register), work.used[register.name])
        for register in registers.found
    )
    return Joined(made, _counted(work.notes), used)


def _close(work: Work) -> None:
    """Declare whole what is vouched for on the day of the act, unless a question is left."""
    whole = [*work.case.whole]
    for name, kinds in _KINDS.items():
        before, after = (len(getattr(case, name)) for case in (work.origin, work.case))
        if name in work.origin.whole and after > before:
            work.say(
                f"le dossier dit la liste « {name} » complète ; les registres l'allongent.",
                f"the case calls the list {name!r} complete; the registers add to it.",
            )
        stated = [each for each in work.registers.complete if each.of == name]
        if not stated or name in whole:
            continue
        if not any(register.kind in kinds for register in work.registers.found):
            work.say(
                f"la liste « {name} » est dite complète, mais aucun registre ne la donne :"
                " elle reste ouverte.",
                f"the list {name!r} is said to be complete, but no register gives it: it stays"
                " open.",
            )
        elif not any(_covers(each, work.case) for each in stated):
            work.say(
                f"la liste « {name} » n'est pas dite complète pour la date ou l'exercice de"
                " l'acte : elle reste ouverte.",
                f"the list {name!r} is not said to be complete for the day or year of the act: it"
                " stays open.",
            )
        elif name in work.open:
            work.say(
                f"la liste « {name} » est dite complète, mais une question ci-dessus n'est pas"
                " résolue : elle reste ouverte.",
                f"the list {name!r} is said to be complete, but a question above is not answered:"
                " it stays open.",
            )
        else:
            whole.append(name)
    work.case = evolve(work.case, whole=tuple(whole))


def _covers(statement: Statement, case: Case) -> bool:
    """Whether a statement is about the day and the year of the act."""
    day, year = case.act.date, case.act.year
    if statement.since is not None and (day is None or day < statement.since):
        return False
    if statement.until is not None and (day is None or day > statement.until):
        return False
    if statement.years is None:
        return True
    if year is None:
        return False
    first = year - YEARS_OF_AID if statement.of == "aid" else year
    return {*range(first, year + 1)} <= {*statement.years}


def _counted(notes: list[Note]) -> tuple[Note, ...]:
    """Each sentence about a register once, with the number of rows it stands for."""
    counts = Counter((note.file, note.words) for note in notes)
    first: dict[tuple[str, object], Note] = {}
    for note in notes:
        first.setdefault((note.file, note.words), note)
    return tuple(evolve(each, count=counts[each.file, each.words]) for each in first.values())
