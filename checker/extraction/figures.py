"""Results of past years and targets for the coming one, as the reasons state them.

A number is a result where its sentence, or what introduces its list, is of a year before that of
the act; it is a target where its sentence announces something. Any other number of the reasons that
counts something is a reading that leaves both lists open: it may be either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve

from checker.case import Act, CountPhrase, Figure
from checker.case.values import Count, Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.figureowner import owner_of
from checker.extraction.indicators import Counted, compared
from checker.extraction.measurewords import MeasureWords
from checker.extraction.nearby import before
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage
from checker.extraction.tallies import Spans, Tally, tallies_of
from checker.extraction.years import Years, years_in

_RESULTS = re.compile(
    r"\b(?:bilans?|résultats?|réalisations|rapports? d'activités?)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:a|ont|avait|avaient)\s+(?:été |également |ainsi |notamment |pu |permis |par ailleurs )*"
    r"(?:d'|de |à |l')?[^\W\d_]+(?:é|ée|és|ées|i|it|is|u|us|ue|ues|ert|er)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\bobjectifs?\b|\bvis(?:e|ent|ant|er)\b|\bpr(?:é|e)v(?:oi|u)\w*|\battend\w+|\bambition\w*"
    r"|\bpropos(?:e|ent|era|eront)\b|\bsouhait\w+|\bau moins\b|\bcibles?\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"propos|souten|souti|pour l'année|exercice", re.IGNORECASE)
_WILL = re.compile(
    r"\bsera\b|\bseront\b|\b[^\W\d_]+(?:era|eront|ira|iront|dra|dront)\b", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[\d)»\"]))[.!?]\s+(?=[A-ZÀ-Ÿ\d])|;\s+"
    r"|,\s+(?=(?:Considérant|Vu|Attendu)\b)"
)
_REACH = 600
_OF_A_PART = re.compile(r"\bdont\s(?:près de |environ |plus de )?$", re.IGNORECASE)


class Figures:
    """Reads the results and targets of one deliberation.

    Attributes:
        results: Figures of years before that of the act.
        targets: Figures of the year of the act or a later one.
        unread: Numbers that may be figures of either kind.
        unsure: Lists that may lack something that is no such number.
    """

    def __init__(
        self,
        context: Context,
        act: Act,
        programme: Programme,
        counts: Sequence[CountPhrase],
        sections: Mapping[Block, str],
    ) -> None:
        self._context, self._sections = context, sections
        self._year = act.year or (act.date.year if act.date else None)
        self._measures = MeasureWords(context, programme)
        self._programme = programme
        self.results: list[Figure] = []
        self.targets: list[Figure] = []
        self.unread: list[Tally] = []
        self._unsure: set[str] = set()
        self._years = Years()
        self._seen: dict[Slug, Counted] = {}
        amounts = (use.amount.at.span for _, use in context.amounts())
        taken = Spans((*_taken(programme, counts), *context.bound, *amounts))
        year: Passage | None = None
        for block in context.segment.blocks:
            if not self._is_read(block):
                continue
            year = self._announced(block) or year
            if block.kind == "row":
                self._row(block, [use.amount.at.span for use in context.uses.get(block, ())])
                continue
            reported = self._reported(block)
            for tally in tallies_of(block, taken):
                self._sort(tally, year, reported)
        self._compare()

    @property
    def unsure(self) -> tuple[str, ...]:
        """The lists that may lack something; a report spoken of, but not given, is one."""
        named = any(
            _RESULTS.search(block.text)
            for block in self._context.segment.blocks
            if self._context.section(block) in ("head", "recital")
        )
        unsure = self._unsure | ({"results"} if named and not self.results else set())
        return tuple(sorted(unsure))

    def _is_read(self, block: Block) -> bool:
        """Whether a block may state figures: in the head, where it is a sentence of the reasons."""
        part = self._context.section(block)
        if part == "head":
            intro = self._context.intros.get(block)
            told = intro is not None or _PAST.search(block.text) or _AHEAD.search(block.text)
            return bool(told or self._context.named(block)) and block.text != block.text.upper()
        return part in ("recital", "operative")

    def _reported(self, block: Block) -> bool:
        """Whether a block reports on a past year, or its list does."""
        intro = self._context.intros.get(block)
        said = block.text if intro is None else intro.text
        apart = self._context.section(block) == "head" or intro is not None
        return self._sections[block] == "results" or bool(apart and _RESULTS.search(said))

    def _announced(self, block: Block) -> Passage | None:
        """The year that the support is announced for: « de soutenir ces projets en 2024 »."""
        for start, end, year in years_in(block.text):
            if year == self._year and _ANNOUNCES.search(block.text, 0, start):
                return Passage(block, start, end)
        return None

    def _row(self, block: Block, amounts: Sequence[tuple[int, int]]) -> None:
        """A number in a table that is no amount may be a figure of either kind."""
        if any(
            not any(start <= block.origin[match.start()] < end for start, end in amounts)
            for match in re.finditer(r"\d{2,}", block.text)
        ):
            self._unsure.update(("results", "targets"))

    def _sort(self, tally: Tally, announced: Passage | None, reported: bool) -> None:
        """See whether a number is a result, a target, or neither."""
        text = tally.block.text
        if tally.noun == "%" and before(_OF_A_PART, text, tally.start):
            return
        sentence = _sentence(text, tally.start)
        intro = self._context.intros.get(tally.block)
        year = self._years.of(tally.block, (tally.start, tally.end), sentence, intro)
        past = year is not None and self._year is not None and int(year.text) < self._year
        if tally.value is None:
            self.unread.append(tally)
        elif year is not None and past and (reported or _is_told(text[slice(*sentence)])):
            self._add(tally, sentence, year, self.results)
        elif not past and not reported and self._is_ahead(tally, sentence):
            of = year if year is not None and self._ahead(year) else announced
            if of is None:
                self.unread.append(tally)
            else:
                self._add(tally, sentence, of, self.targets)
        else:
            self.unread.append(tally)

    def _is_ahead(self, tally: Tally, sentence: tuple[int, int]) -> bool:
        """Whether words before a number announce it, or a verb in the future goes with it."""
        text = tally.block.text
        since = max(sentence[0], tally.start - _REACH)
        if _AHEAD.search(text, since, tally.start):
            return True
        return _WILL.search(text, since, max(tally.until, tally.end)) is not None

    def _ahead(self, year: Passage) -> bool:
        return self._year is not None and int(year.text) >= self._year

    def _add(
        self, tally: Tally, sentence: tuple[int, int], year: Passage, figures: list[Figure]
    ) -> None:
        context, quoting = self._context, self._context.quoting
        evidence = {
            "year": quoting.evidence(year),
            "value": quoting.evidence(Passage(tally.block, tally.start, tally.end)),
        }
        owner, where = owner_of(context, tally, sentence)
        if where is not None:
            evidence["beneficiary"] = where
        said = quoting.words(tally.clause)
        words = said if tally.noun in said else f"{tally.noun} {said}"
        kind = "result" if figures is self.results else "target"
        identifier = context.slugs.new(f"{kind}-{owner or 'act'}-{words}")
        self._seen[identifier] = Counted(identifier, owner, tally.noun, words, tally.value)
        figures.append(
            Figure(
                identifier,
                owner,
                self._measures.of(tally.block, tally.start),
                Count(int(year.text)),
                words,
                None if tally.value is None else Count(tally.value),
                evidence=evidence,
            )
        )

    def _compare(self) -> None:
        """Name the result that each target is to be read against."""
        years = {target.year for target in self.targets}
        before = [each for each in self.results if each.year + 1 in years]
        chosen = compared(
            [self._seen[target.id] for target in self.targets],
            [self._seen[result.id] for result in before],
        )
        by_id = {result.id: result for result in before}
        for n, target in enumerate(self.targets):
            result = chosen.get(target.id)
            if result is None or by_id[result].year + 1 != target.year:
                continue
            evidence = {**target.evidence, "compares": by_id[result].evidence["value"]}
            self.targets[n] = evolve(target, compares=result, evidence=evidence)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence that a place stands in."""
    ends = _ends(text)
    n = bisect_right(ends, at)
    return (ends[n - 1] if n else 0), (ends[n] if n < len(ends) else len(text))


@lru_cache(maxsize=64)
def _ends(text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _SENTENCE.finditer(text))


@lru_cache(maxsize=64)
def _is_told(sentence: str) -> bool:
    return _PAST.search(sentence) is not None


def _taken(programme: Programme, counts: Sequence[CountPhrase]) -> Iterator[tuple[int, int]]:
    """Passages read as something else: announced numbers, posts of a line."""
    held = [
        *counts,
        *programme.lines,
        *(part for line in programme.lines for part in line.components),
    ]
    for each in held:
        for name in ("surface", "units", "post"):
            where = each.evidence.get(name)
            if where is not None and where.span is not None:
                yield where.span
