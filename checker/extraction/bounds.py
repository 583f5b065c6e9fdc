"""How much text is read as one: what no act of an authority comes near is refused, not tried.

The longest paragraph among the real acts at hand has 1 433 characters, the densest 22 numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.extraction.blocks import Block
from checker.reading import RefusedDocumentError, Source

MOST_TEXT = 1_000_000
MOST_SIGNS = 20_000
"""As many as one list of a case may hold."""
LONGEST_BLOCK = 50_000
MOST_NUMBERS = 1_000

_SIGN = re.compile(r"€|\b(?:euros?|EUR)\b")
_NUMBER = re.compile(rf"[0-9]+|{_SIGN.pattern}")


def refuse_long(source: Source) -> None:
    """See that a text is no longer than a document of deliberations is.

    Raises:
        RefusedDocumentError: It has too many characters or currency signs.
    """
    if len(source.text) > MOST_TEXT:
        raise _refused(source, f"The document has over {MOST_TEXT} characters.")
    if _more(_SIGN, source.text, MOST_SIGNS):
        raise _refused(source, f"The document has over {MOST_SIGNS} amounts.")


def refuse_dense(source: Source, blocks: Iterable[Block]) -> None:
    """See that no paragraph, item or row is too long or too full to be read as one.

    Raises:
        RefusedDocumentError: One is; the message says on which line it begins.
    """
    for block in blocks:
        start = f"The paragraph that begins on line {source.place(block.start)[0]} has over"
        if len(block.text) > LONGEST_BLOCK:
            raise _refused(source, f"{start} {LONGEST_BLOCK} characters.")
        if _more(_NUMBER, block.text, MOST_NUMBERS):
            what = f"{start} {MOST_NUMBERS} numbers and currency signs, too many to tell apart."
            raise _refused(source, what)


def _more(pattern: re.Pattern[str], text: str, most: int) -> bool:
    return any(n > most for n, _ in enumerate(pattern.finditer(text), start=1))


def _refused(source: Source, what: str) -> RefusedDocumentError:
    advice = "Split it into its deliberations, one paragraph a line, and give those."
    return RefusedDocumentError(source.name, "too_large", f"{what} {advice}")
