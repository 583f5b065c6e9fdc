"""The registers of `--register` beside every case of a run; nothing is imported without them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from checker.case import Case
from checker.cli.streams import complain
from checker.report import RegisterInfo
from checker.words import Language, Words

if TYPE_CHECKING:
    from checker.registers import Register, Registers

_KINDS: Mapping[str, Words] = {
    "interests": Words("intérêts et mandats", "interests and mandates"),
    "grants": Words("subventions", "grants"),
    "delegations": Words("délégations", "delegations"),
    "sirene": Words("extrait Sirene", "extract of Sirene"),
    "rna": Words("extrait du RNA", "extract of the RNA"),
    "case": Words("autre acte", "another act"),
    "bordereau": Words("bordereau", "slip"),
}


def _nothing(_said: str) -> None:
    pass


@frozen
class JoinedCase:
    """A case with what the registers add, and what the report shows of them.

    Args:
        texts: Text of the registers used, by their identifier among the documents of the case.
        notes: Sentences in the language of the report.
    """

    case: Case
    registers: tuple[RegisterInfo, ...] = ()
    texts: Mapping[str, str] = field(factory=dict, repr=False)
    notes: tuple[str, ...] = ()


class Beside:
    """Reads the registers once, joins them to each case; `names` are their files.

    Args:
        names: Files and folders, as the user named them.
        language: That of the reports.
        aloud: Whether notes, which may name persons, go to standard error too.
    """

    def __init__(self, names: Sequence[str], language: Language, *, aloud: bool = True) -> None:
        self._language = language
        self._say: Callable[[str], None] = complain if aloud else _nothing
        self._registers: Registers | None = None
        self._notes: tuple[str, ...] = ()
        self.names: tuple[str, ...] = ()
        if names:
            from checker.registers import read_registers  # noqa: PLC0415

            self._registers = read_registers(names)
            self.names = tuple(register.name for register in self._registers.found)
            known = [*self._registers.notes]
            known += [note for register in self._registers.found for note in register.notes]
            self._notes = tuple(note.said(language) for note in known)
            for said in self._notes:
                self._say(said)

    @property
    def people(self) -> tuple[str, ...]:
        """The persons whom the registers name."""
        if self._registers is None:
            return ()
        from checker.registers import people_of  # noqa: PLC0415

        return people_of(self._registers)

    def joined(self, case: Case, data: bytes, name: str) -> JoinedCase:
        """A case with what the registers add; questions go to standard error.

        Args:
            case: The case.
            data: The bytes it was read from.
            name: Its file, for the messages.

        Raises:
            InputError: Two rows of registers disagree.
        """
        if self._registers is None:
            return JoinedCase(case)
        from checker.registers import joined  # noqa: PLC0415

        found = joined(case, self._registers, hashlib.sha256(data).hexdigest())
        notes = tuple(note.said(self._language) for note in found.notes)
        for note in notes:
            self._say(f"{name}: {note}")
        return JoinedCase(
            found.case,
            tuple(self._info(*each) for each in found.used),
            {id_: register.text for register, id_, taken in found.used if taken},
            (*self._notes, *notes),
        )

    def _info(self, register: Register, id_: str, used: int) -> RegisterInfo:
        rows = len(register.case.awards) if register.case else len(register.rows)
        kind = _KINDS[register.kind](self._language)
        return RegisterInfo(id_, register.name, kind, register.sha256, rows, used)
