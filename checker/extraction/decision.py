"""What is decided, and what the reasons sum up: awards, summary lines, grand totals."""

from __future__ import annotations

import re

from checker.case import Award, BudgetSection, Provenance, StatedTotal, SummaryLine, TotalOf
from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context, told
from checker.extraction.quoting import Passage
from checker.extraction.roles import Use
from checker.extraction.values import amount_evidence, cents_of

_TAX = re.compile(r"\s*(TTC|HT)\b")
_EARMARKED = re.compile(
    r"\s*(?:TTC|HT)?\s*(pour (?:soutenir|financer|la réalisation|l'organisation|réaliser)"
    r"(?: (?:de |du |des )?(?:les |la |le |l'|leurs? |ses |d'une? )?[^\W\d_]+)?)"
)
_RENEWED = re.compile(
    r"\brenouvel(?:er|lement|le)\s+(?:(?:de|du|le|la|son)\s+)*(?:soutien|subvention)"
)


class Decision:
    """Reads the grants of one deliberation that are no lines of a measure."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.awards: list[Award] = []
        self._in_table: list[int | None] = []
        """The table that each award stands in; a row that comes back there is another award."""
        self.summary: list[SummaryLine] = []
        self.totals: list[StatedTotal] = []
        for block, use in context.amounts():
            if use.amount.at.span in context.bound:
                continue
            if use.role == "grant":
                self._grant(block, use)
        kinds: dict[TotalOf, set[int | None]] = {}
        totals = [(b, u) for b, u in context.amounts() if u.role in ("total", "charged")]
        for block, use in totals:
            kind = self._kind(block, use)
            if kind is not None:
                kinds.setdefault(kind, set()).add(use.amount.cents)
        for block, use in totals:
            kind = self._kind(block, use)
            if kind is not None and len(kinds[kind]) == 1:
                self._total(block, use, kind)

    def _grant(self, block: Block, use: Use) -> None:
        context, quoting = self._context, self._context.quoting
        named = context.body_named(block, use.name)
        if named is None:
            return
        if use.listed and not context.list_of_grants(block):
            return
        body, passage = named
        who = context.ids[body]
        evidence = {
            "beneficiary": quoting.evidence(passage),
            "amount": amount_evidence(quoting, use.amount),
        }
        if context.decides(block, use.amount):
            if block.kind != "row" and not context.speaks_of_grants(block):
                return
            self._awarded(block, use, who, evidence)
        elif self._sums_up(block, use):
            context.bind(use.amount)
            identifier = context.slugs.new(f"summary-{who}")
            self.summary.append(
                SummaryLine(identifier, who, cents_of(use.amount), evidence=evidence)
            )

    def _awarded(self, block: Block, use: Use, who: Slug, evidence: dict[str, Provenance]) -> None:
        context = self._context
        twice = [
            table
            for each, table in zip(self.awards, self._in_table, strict=True)
            if each.beneficiary == who and each.amount == use.amount.cents
        ]
        table = block.table[0] if block.table is not None else None
        if any(table is None or other != table for other in twice):
            context.repeated.add(use.amount.at.span)
            return
        context.bind(use.amount)
        identifier = context.slugs.new(f"award-{who}")
        self.awards.append(Award(identifier, who, cents_of(use.amount), evidence=evidence))
        self._in_table.append(table)

    def _sums_up(self, block: Block, use: Use) -> bool:
        """Whether a grant that is not decided stands in the summary, or is all there is."""
        context = self._context
        section = context.section(block)
        intro = context.intros.get(block)
        if section in ("visas", "vote", "signature") or told(block.text[: use.amount.start]):
            return False
        if intro is not None and told(intro.text):
            return False
        zone = context.zone_of(block)
        if zone is not None:
            return zone.kind == "summary"
        if not context.decided:
            return True
        return block.kind == "row" or intro is not None

    def _total(self, block: Block, use: Use, kind: TotalOf) -> None:
        context, quoting = self._context, self._context.quoting
        if use.amount.cents is None:
            return
        if any(each.of == kind and each.amount == use.amount.cents for each in self.totals):
            context.repeated.add(use.amount.at.span)
            return
        context.bind(use.amount)
        evidence = {"amount": amount_evidence(quoting, use.amount)}
        tax = _TAX.match(block.text, use.amount.end)
        label = Passage(block, *tax.span(1)) if tax else None
        if label:
            evidence["tax_label"] = quoting.evidence(label)
        self.totals.append(
            StatedTotal(
                context.slugs.new(f"{kind}-total"),
                kind,
                cents_of(use.amount),
                tax_label=quoting.words(label) if label else None,
                evidence=evidence,
            )
        )

    def _kind(self, block: Block, use: Use) -> TotalOf | None:
        """Which total it is; none where it sums one part of several only."""
        context = self._context
        if use.role == "charged":
            return "charged"
        if context.section(block) in ("vote", "signature"):
            return None
        if block.kind == "row" and self._tables() > 1:
            zone = context.zone_of(block)
            return "recital" if zone is not None and zone.kind == "summary" else None
        if context.decides(block, use.amount):
            return "operative"
        zone = context.zone_of(block)
        if zone is not None and zone.kind == "measure":
            return None
        return "recital"

    def _tables(self) -> int:
        return len({b.table[0] for b in self._context.segment.blocks if b.table is not None})

    def finished(self, section: tuple[BudgetSection, Provenance] | None) -> list[Award]:
        """The awards, with what the act says of all of them at once.

        Args:
            section: The section of the only budget heading, and where that is read.
        """
        earmarked = self._stated(_EARMARKED)
        renewed = self._renewed()
        found = []
        for award in self.awards:
            evidence = dict(award.evidence)
            if section:
                evidence["nature"] = section[1]
            if renewed:
                evidence["renewed"] = renewed
            if earmarked:
                evidence["earmarked"] = earmarked
            found.append(
                Award(
                    award.id,
                    award.beneficiary,
                    award.amount,
                    nature=section[0] if section else None,
                    renewed=True if renewed else None,
                    earmarked=True if earmarked else None,
                    evidence=evidence,
                )
            )
        return found

    def _stated(self, pattern: re.Pattern[str]) -> Provenance | None:
        """Words after the operative total, which hold for every award under it."""
        quoting = self._context.quoting
        for block, use in self._context.amounts():
            if use.role == "total" and self._context.section(block) == "operative":
                match = pattern.match(block.text, use.amount.end)
                if match:
                    return quoting.evidence(Passage(block, *match.span(1)))
        return None

    def _renewed(self) -> Provenance | None:
        for block in self._context.segment.blocks:
            match = _RENEWED.search(block.text)
            stated = self._context.section(block) in ("recital", "operative")
            if match and stated and not told(block.text):
                return self._context.quoting.evidence(Passage(block, *match.span()))
        return None
