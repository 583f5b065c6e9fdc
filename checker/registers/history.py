"""Grants by year, and earlier aid: what the registers of grants and the other acts say."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from checker.case import Aid, Case, Cents, Count, Grant, Slug
from checker.registers.acts import awards_of, other_acts
from checker.registers.cells import folded
from checker.registers.grantors import of_the_body
from checker.registers.model import GrantRow, ListName, Register
from checker.registers.work import Work, new_id

Found = tuple[Register, GrantRow]
YEARS_OF_AID = 3
"""Years before that of the act within which aid still counts (Regulation (EU) 2023/2831)."""


def join_history(work: Work, sha256: str | None) -> None:
    """Add the other grants of the body, and the aid of any public body, to its beneficiaries.

    The act's own awards are never counted twice: a row with its number is left out; one without
    number that may be one of them is left out, told, and keeps the list open.

    Args:
        work: The work on the case.
        sha256: Digest of the bytes of the case, where they are known.
    """
    case, ledger = work.case, _Ledger(work)
    for register, row in _rows(work, sha256):
        if not row.body.name and row.body.unit is None:
            work.open.update(("grants", "aid"))
            fr = "octroi sans bénéficiaire connu : la liste reste ouverte."
            work.tell(register, row, fr, "an award without known beneficiary: the list stays open.")
            continue
        lists = concerned(work.case, row)
        who = work.beneficiary(register, row, row.body, lists).id
        if who is None:
            continue
        own = of_the_body(work, row.grantor)
        if own is None:
            work.open.update(lists)
            work.tell(
                register,
                row,
                "{} est peut-être {} : non rapproché.",
                "{} may be {}: not joined.",
                row.grantor.name if row.grantor else "",
                case.body.name,
            )
        elif not own or not ledger.of_this_act(register, row, who):
            ledger.take(register, row, who, own=own)
    work.case = evolve(case, grants=(*case.grants, *ledger.grants), aid=(*case.aid, *ledger.aid))


def concerned(case: Case, row: GrantRow) -> tuple[ListName, ...]:
    """The lists a row bears on: grants of the year of the act, aid of that and three before."""
    year = case.act.year
    known = row.year if row.year is not None else row.date.year if row.date else None
    if year is None or known is None:
        return ("grants", "aid")
    lists: tuple[ListName, ...] = ("grants",) if known == year or row.year is None else ()
    return (*lists, "aid") if year - YEARS_OF_AID <= known <= year else lists


def _rows(work: Work, sha256: str | None) -> Iterator[Found]:
    for register, row in work.rows(GrantRow):
        yield register, row
    for register, case in other_acts(work, sha256):
        for row in awards_of(case):
            yield register, row


@define
class _Ledger:
    """Grants and aid in the making."""

    work: Work
    grants: list[Grant] = field(factory=list)
    aid: list[Aid] = field(factory=list)
    _taken: dict[str, list[Found]] = field(factory=dict)
    _known: list[int] = field(factory=list)
    _ids: set[str] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        """Keep identifiers of the case from being given twice."""
        case = self.work.case
        self._ids = {str(grant.id) for grant in case.grants} | {str(aid.id) for aid in case.aid}

    def of_this_act(self, register: Register, row: GrantRow, who: str) -> bool:
        """Whether a row is, or may be, an award of the act itself."""
        act = self.work.case.act
        if row.reference is not None and act.number is not None:
            return folded(row.reference) == folded(act.number)
        if act.year is not None and row.year not in (None, act.year):
            return False
        if act.date is not None and row.date is not None and row.date < act.date:
            return False
        amounts = [each.amount for each in self.work.case.awards if each.beneficiary == who]
        if not amounts or (
            row.amount is not None and None not in amounts and row.amount not in amounts
        ):
            return False
        self.work.open.update(("grants", "aid"))
        self.work.tell(
            register,
            row,
            "peut-être l'octroi du présent acte à {} (aucune référence) : non compté.",
            "this may be the award of this act to {} (no reference): not counted.",
            row.body.name,
        )
        return True

    def take(self, register: Register, row: GrantRow, who: str, *, own: bool) -> None:
        """A row about a beneficiary, as a grant, as aid, or as both."""
        day, act = row.date, self.work.case.act
        if self._elsewhere(register, row, who, own=own):
            return
        self._taken.setdefault(who, []).append((register, row))
        if own:
            self._grant(register, row, who)
        later = day is not None and act.date is not None and day > act.date
        if not later and not (own and row.de_minimis is False and row.sgei is not True):
            self._aid(register, row, who)

    def _elsewhere(self, register: Register, row: GrantRow, who: str, *, own: bool) -> bool:
        """Whether another register has the row already; where that is in doubt, it is told."""
        others = [
            (other, second)
            for other, second in self._taken.get(who, ())
            if other is not register and of_the_body(self.work, second.grantor) is own
        ]
        if row.reference is not None:
            named = [
                (other, second)
                for other, second in others
                if second.reference is not None
                and folded(second.reference) == folded(row.reference)
            ]
            if named:
                if all(second.amount != row.amount for _, second in named):
                    self._doubt(register, row, named[0], "un autre montant", "another amount")
                return True
        for other, second in others:
            unsaid = row.reference is None or second.reference is None
            years = None in (row.year, second.year) or row.year == second.year
            if unsaid and years and row.amount == second.amount:
                self._doubt(register, row, (other, second), "le même montant", "the same amount")
                return True
        return False

    def _doubt(self, register: Register, row: GrantRow, other: Found, fr: str, en: str) -> None:
        self.work.open.update(concerned(self.work.case, row))
        place = f"{other[0].name}:{other[0].place(other[1]).line}"
        self.work.tell(
            register,
            row,
            f"{{}} figure aussi en {place} avec {fr} : compté une fois, la liste reste ouverte.",
            f"{{}} also stands at {place} with {en}: counted once, the list stays open.",
            row.body.name,
        )

    def _grant(self, register: Register, row: GrantRow, who: str) -> None:
        if row.year is None:
            self.work.open.add("grants")
            self.work.tell(
                register,
                row,
                "exercice incertain pour {} : laissé de côté, la liste reste ouverte.",
                "the year is in doubt for {}: left out, the list stays open.",
                row.body.name,
            )
            return
        for n, mine in enumerate(self.work.case.grants):
            if n in self._known or (mine.beneficiary, mine.year) != (who, row.year):
                continue
            if mine.amount == row.amount or None in (mine.amount, row.amount):
                self._known.append(n)
                return
        self.work.used[register.name] += 1
        self.grants.append(
            Grant(
                id=new_id(f"{self.work.document(register)}-{who}", self._ids),
                beneficiary=Slug(who),
                year=Count(row.year),
                amount=None if row.amount is None else Cents(row.amount),
                evidence={
                    "beneficiary": self.work.evidence(register, row, "body"),
                    "year": self.work.evidence(register, row, "year"),
                    "amount": self.work.evidence(register, row, "amount"),
                },
            )
        )

    def _aid(self, register: Register, row: GrantRow, who: str) -> None:
        for mine in self.work.case.aid:
            if (mine.beneficiary, mine.date, mine.amount) == (who, row.date, row.amount):
                return
        self.work.used[register.name] += 1
        self.aid.append(
            Aid(
                id=new_id(f"{self.work.document(register)}-{who}", self._ids),
                beneficiary=Slug(who),
                amount=None if row.amount is None else Cents(row.amount),
                date=row.date,
                de_minimis=row.de_minimis,
                sgei=row.sgei,
                evidence={
                    "beneficiary": self.work.evidence(register, row, "body"),
                    "amount": self.work.evidence(register, row, "amount"),
                    "date": self.work.evidence(register, row, "date"),
                    "de_minimis": self.work.evidence(register, row, "de_minimis"),
                },
            )
        )
