"""The programme: measures, what each gives to whom, and what that pays for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.case import Component, Measure, MeasureLine, Provenance
from checker.case.values import Cents, Count, SignedCents, Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.criteria import criterion_of
from checker.extraction.quoting import Passage
from checker.extraction.roles import Use
from checker.extraction.values import amount_evidence, cents_of
from checker.extraction.zones import Zone
from checker.numerals import number_in_words

_POST = re.compile(
    r"(?P<units>\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\s+"
    r"(?P<label>postes?\s+(?:de |d')(?P<post>[^\W\d_]+))",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:vis(?:e|ant) à (?:couvrir|compenser|financer|permettre)\s+(?P<a>[^;]+?)"
    r"|(?P<b>(?:compte tenu|en raison|du fait|afin de tenir compte)\s+d[^;]+?))\s*(?:[;.]|$)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:baisse|diminution|réduction)\b[^€]*$", re.IGNORECASE)


class Programme:
    """Reads the measures of one deliberation, and their lines."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.measures: list[Measure] = []
        self.lines: list[MeasureLine] = []
        self.line_of: dict[tuple[int, int], MeasureLine] = {}
        self.measure_of: dict[Zone, Slug] = {}
        for zone in context.zones:
            if zone.kind == "measure":
                self._read(zone)

    def _read(self, zone: Zone) -> None:
        context, quoting = self._context, self._context.quoting
        number = quoting.words(zone.number)
        identifier = context.slugs.new(f"measure-{number}")
        self.measure_of[zone] = identifier
        evidence = {
            "title": quoting.evidence(zone.title),
            "number": quoting.evidence(zone.number),
        }
        uniform: Cents | None = None
        shared = [(b, u) for b in zone.blocks for u in context.uses.get(b, ()) if u.role == "each"]
        if len(shared) == 1:
            block, use = shared[0]
            uniform = cents_of(use.amount)
            evidence["uniform_amount"] = amount_evidence(quoting, use.amount)
            context.bind(use.amount)
            self.lines.extend(self._implied(zone, identifier, block, use))
        title = quoting.words(zone.title)
        criterion = criterion_of(zone)
        if criterion is not None:
            evidence["criterion"] = quoting.evidence(criterion.said)
            evidence["criterion_nature"] = quoting.evidence(criterion.shown)
        self.measures.append(
            Measure(
                identifier,
                title,
                number,
                uniform,
                quoting.words(criterion.said) if criterion else None,
                criterion.nature if criterion else None,
                evidence=evidence,
            )
        )
        for block in zone.blocks:
            uses = context.uses.get(block, ())
            for n, use in enumerate(uses):
                if use.role == "grant":
                    self._line(identifier, block, uses, n)

    def _implied(self, zone: Zone, measure: Slug, intro: Block, use: Use) -> Iterator[MeasureLine]:
        """A line for each item of the list that « 40 000 € pour chaque entité » introduces."""
        quoting = self._context.quoting
        for block in zone.blocks:
            if block.start <= intro.start or self._context.intros.get(block) is not intro:
                continue
            place = self._context.leading(block)
            if place is None:
                continue
            who = self._context.ids[place.body]
            yield MeasureLine(
                Slug(f"{measure}-{who}"),
                measure,
                who,
                cents_of(use.amount),
                implied=True,
                evidence={
                    "beneficiary": quoting.evidence(place.at),
                    "amount": amount_evidence(quoting, use.amount),
                },
            )

    def _line(self, measure: Slug, block: Block, uses: Sequence[Use], n: int) -> None:
        context, quoting = self._context, self._context.quoting
        use = uses[n]
        named = context.body_named(block, use.name)
        if named is None:
            return
        body, passage = named
        who = context.ids[body]
        identifier = context.slugs.new(f"{measure}-{who}")
        evidence = {
            "beneficiary": quoting.evidence(passage),
            "amount": amount_evidence(quoting, use.amount),
        }
        context.bind(use.amount)
        until = next((u.amount.start for u in uses[n + 1 :] if u.role == "grant"), len(block.text))
        after = Passage(block, max(passage.end, use.amount.end), until)
        components = [*self._priced(identifier, block, uses, n)]
        posts = list(_POST.finditer(after.text))
        post, units = _posts(posts, after, context, evidence)
        if len(posts) > 1 and not components:
            components = [*self._posts(identifier, posts, after)]
        line = MeasureLine(
            identifier,
            measure,
            who,
            cents_of(use.amount),
            post=post,
            units=units,
            reason=self._reason(after, evidence),
            components=tuple(components),
            announced_change=self._change(block, uses, n, evidence),
            evidence=evidence,
        )
        self.lines.append(line)
        self.line_of[use.amount.at.span] = line

    def _priced(self, line: Slug, block: Block, uses: Sequence[Use], n: int) -> Iterator[Component]:
        quoting = self._context.quoting
        for use in uses:
            if use.role != "part" or use.whole != n or use.label is None:
                continue
            label = Passage(block, *use.label)
            self._context.bind(use.amount)
            yield Component(
                self._context.slugs.new(f"{line}-{label.text}"),
                quoting.words(label),
                cents_of(use.amount),
                evidence={
                    "label": quoting.evidence(label),
                    "amount": amount_evidence(quoting, use.amount),
                },
            )

    def _posts(
        self, line: Slug, posts: Sequence[re.Match[str]], after: Passage
    ) -> Iterator[Component]:
        quoting = self._context.quoting
        for match in posts:
            parts = {name: after.part(*match.span(name)) for name in ("label", "post", "units")}
            yield Component(
                self._context.slugs.new(f"{line}-{match['post']}"),
                quoting.words(parts["label"]),
                post=_singular(match["post"]),
                units=_number(match["units"]),
                evidence={name: quoting.evidence(part) for name, part in parts.items()},
            )

    def _reason(self, after: Passage, evidence: dict[str, Provenance]) -> str | None:
        match = _REASON.search(after.text)
        if match is None:
            return None
        reason = after.part(*match.span("a" if match["a"] else "b"))
        evidence["reason"] = self._context.quoting.evidence(reason)
        return self._context.quoting.words(reason)

    def _change(
        self, block: Block, uses: Sequence[Use], n: int, evidence: dict[str, Provenance]
    ) -> SignedCents | None:
        changes = [use for use in uses if use.role == "change" and use.whole == n]
        if len(changes) != 1 or changes[0].amount.cents is None:
            return None
        amount = changes[0].amount
        evidence["announced_change"] = amount_evidence(self._context.quoting, amount)
        self._context.bind(amount)
        less = _LESS.search(block.text[: amount.start][-60:])
        return SignedCents(-(amount.cents or 0) if less else (amount.cents or 0))


def _posts(
    posts: Sequence[re.Match[str]],
    after: Passage,
    context: Context,
    evidence: dict[str, Provenance],
) -> tuple[str | None, Count | None]:
    """The kind of post, or the bundle of posts, that a line pays for, and how many of them."""
    if not posts:
        return None, None
    quoting = context.quoting
    if len(posts) == 1:
        evidence["post"] = quoting.evidence(after.part(*posts[0].span("post")))
        evidence["units"] = quoting.evidence(after.part(*posts[0].span("units")))
        return _singular(posts[0]["post"]), _number(posts[0]["units"])
    evidence["post"] = quoting.evidence(after.part(posts[0].start(), posts[-1].end()))
    return " et ".join(_singular(match["post"]) for match in posts), Count(1)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _number(words: str) -> Count | None:
    value = int(words) if words.isdigit() else number_in_words(words)
    return None if value is None else Count(value)
