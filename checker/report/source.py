"""What a report is about: the file checked, and the rules it was checked by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen


def _nowhere(_path: str) -> tuple[int, int] | None:
    return None


@frozen
class RegisterInfo:
    """A register beside the case.

    Args:
        id: Its identifier among the documents of the case, where something was taken from it.
        kind: What it is a register of, in the words of the report.
        rows: Rows read.
        used: Values and rows taken for this case.
    """

    id: str
    name: str
    kind: str
    sha256: str
    rows: int
    used: int


@frozen(eq=False)
class SourceInfo:
    """The file that was checked, as far as the report shows it.

    Args:
        name: The name shown; never made absolute here; `-` is standard input.
        sha256: Digest of its bytes.
        position: Line and column, both 1-based, of a JSON path of the file; called only when a
            place is wanted, so that a file without findings is not parsed a second time.
        texts: Exact text of the documents at hand, by their identifier in the case.
        registers: The registers beside the case.
        notes: What is to be told of them, as sentences.
        reading: What the reading of the document set aside or could not read, as sentences.
        pages: Where each page of a text begins, by the identifier of the document; none for a
            document without pages.
        part: Start and end, in the text of a document with several deliberations, of this one.
    """

    name: str = "-"
    sha256: str | None = None
    position: Callable[[str], tuple[int, int] | None] = field(default=_nowhere, repr=False)
    texts: Mapping[str, str] = field(factory=dict, repr=False)
    registers: tuple[RegisterInfo, ...] = ()
    notes: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    pages: Mapping[str, tuple[int, ...]] = field(factory=dict, repr=False)
    part: tuple[int, int] | None = None


@frozen
class RulesInfo:
    """Which rules were applied: the version of the program and the digest of the rule sets."""

    version: str = ""
    digest: str = ""
