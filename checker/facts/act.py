"""The act, the texts it cites, and what its wording shows."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import drawn
from checker.identifiers import weekday, year_of_number
from checker.kinds import Fact
from checker.normal import normal_name, normal_text
from checker.numerals import cents_in_words
from checker.textkeys import text_key

_ALSACE_MOSELLE = ("57", "67", "68")


def state_act(case: c.Case) -> Iterator[Fact]:
    """The act, its operative part and its annexes."""
    act, body = case.act, case.body
    yield drawn(
        v.Act,
        "act",
        act,
        "$.act",
        "is_budget_vote budget_vote",
        "stated_weekday weekday",
        stated_weekday=None if act.weekday is None else normal_text(act.weekday),
        weekday=weekday(act.date),
        number_year=year_of_number(act.number),
        date_year=None if act.date is None else act.date.year,
        is_budget_vote=act.budget_vote,
        category=body.category,
        population=body.population,
        alsace_moselle=_alsace_moselle(body),
        assembly_renewed_on=body.assembly_renewed_on,
    )
    yield drawn(v.Operative, "operative", case.operative, "$.operative")
    for n, annex in enumerate(case.annexes):
        yield drawn(v.Annex, annex.id, annex, f"$.annexes[{n}]")


def _alsace_moselle(body: c.Body) -> bool | None:
    """Whether the local law of Alsace and Moselle applies, by the département where it is known."""
    if body.alsace_moselle is not None or body.department is None:
        return body.alsace_moselle
    return body.department in _ALSACE_MOSELLE


def state_wording(case: c.Case) -> Iterator[Fact]:
    """Texts cited, schemes named, amounts in words, acronyms."""
    for n, cited in enumerate(case.citations):
        yield drawn(
            v.Citation,
            cited.id,
            cited,
            f"$.citations[{n}]",
            "nature kind",
            nature=cited.kind,
            text_key=text_key(cited.code or cited.kind, cited.number, cited.article),
        )
    for n, scheme in enumerate(case.scheme_mentions):
        yield drawn(
            v.SchemeMention,
            scheme.id,
            scheme,
            f"$.scheme_mentions[{n}]",
            normal_name=normal_name(scheme.surface),
        )
    for n, written in enumerate(case.written_amounts):
        yield drawn(
            v.WrittenAmount,
            written.id,
            written,
            f"$.written_amounts[{n}]",
            in_words=cents_in_words(written.words),
        )
    for n, acronym in enumerate(case.acronyms):
        yield drawn(v.Acronym, acronym.id, acronym, f"$.acronyms[{n}]")


def state_signs(case: c.Case) -> Iterator[Fact]:
    """What a reader noted for a closer look."""
    for n, slip in enumerate(case.slips):
        yield drawn(v.Slip, slip.id, slip, f"$.slips[{n}]")
    for n, sign in enumerate(case.procurement_signs):
        yield drawn(v.ProcurementSign, sign.id, sign, f"$.procurement_signs[{n}]")
    for n, economic in enumerate(case.economic_signs):
        yield drawn(v.EconomicSign, economic.id, economic, f"$.economic_signs[{n}]")
    for n, passed_on in enumerate(case.regranting):
        yield drawn(v.Regranting, passed_on.id, passed_on, f"$.regranting[{n}]")
