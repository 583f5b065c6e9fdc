"""Whether who granted is the body of the case."""

from __future__ import annotations

from checker.identifiers import digits
from checker.registers.model import Named
from checker.registers.names import close, same
from checker.registers.work import Work


def of_the_body(work: Work, grantor: Named | None) -> bool | None:
    """Whether a grantor is the body of the case; `None` where names are only close."""
    body = work.case.body
    siren = digits(body.siren)
    if grantor is None:
        return True
    if siren and grantor.unit:
        return siren == grantor.unit
    names = [body.name, *([body.acronym] if body.acronym else [])]
    if any(same(grantor.name, name) for name in names):
        return True
    answers = [
        each.same
        for each in work.registers.answers
        if same(each.register, grantor.name) and any(same(each.case, name) for name in names)
    ]
    if answers:
        return answers[0]
    return None if any(close(grantor.name, name) for name in names) else False
