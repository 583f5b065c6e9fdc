"""Amounts that the act prints in figures and in words, whether they agree or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.case import WrittenAmount
from checker.case.values import Cents
from checker.extraction.blocks import Block
from checker.extraction.context import Context


def written_amounts_of(context: Context, sections: Mapping[Block, str]) -> Iterator[WrittenAmount]:
    """Each of them, in the order of the text.

    Args:
        context: The deliberation.
        sections: The part of the act that each block stands in.
    """
    quoting = context.quoting
    for block, use in context.amounts():
        twice = use.amount.twice
        if twice is None:
            continue
        words = quoting.words(twice.words)
        yield WrittenAmount(
            context.slugs.new(f"written-{words}"),
            Cents(twice.figures_cents),
            words,
            sections[block],
            evidence={
                "figures": quoting.evidence(twice.figures),
                "words": quoting.evidence(twice.words),
            },
        )
