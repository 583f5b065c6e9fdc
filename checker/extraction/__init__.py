"""Extraction: from a document as it was read to the case that it states."""

from __future__ import annotations

from collections.abc import Sequence

from checker.case import Case
from checker.extraction.blocks import blocks_of
from checker.extraction.bounds import refuse_dense, refuse_long
from checker.extraction.casebuilding import case_of
from checker.extraction.segments import segments_of
from checker.reading import Source

__all__ = ["extract"]


def extract(source: Source, schemes: Sequence[Sequence[str]] = ()) -> tuple[Case, ...]:
    """The cases of a document, one for each deliberation in it.

    Every value cites the characters it was read from. What could not be bound to one value is
    among the readings of its case, never left out.

    Args:
        source: The document as it was read.
        schemes: The names of each public scheme to look for; where none are given, the list of
            those that the act names stays open.

    Raises:
        RefusedDocumentError: It is longer or denser than any document of deliberations.
    """
    refuse_long(source)
    blocks = blocks_of(source)
    refuse_dense(source, blocks)
    return tuple(case_of(source, segment, schemes) for segment in segments_of(blocks))
