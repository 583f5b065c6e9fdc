"""CSV registers: the kind by the columns, the rows by the kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.errors import InputError, Problem
from checker.registers import cells, companies, grants, interests
from checker.registers.columns import KINDS, NEEDED, WANTED, TableKind
from checker.registers.decoding import decoded
from checker.registers.model import Register, Row
from checker.registers.notes import NoteBook
from checker.registers.places import Layout
from checker.registers.table import DELIMITERS, MOST_PROBLEMS, Table, headers, layout
from checker.suggestion import suggestion

_READERS: dict[TableKind, Callable[[Table, NoteBook], Iterator[Row]]] = {
    "interests": interests.rows,
    "rna": companies.association_rows,
    "sirene": companies.company_rows,
    "grants": grants.rows,
}


def read_table(data: bytes, name: str, sha256: str) -> Register:
    """The register in a CSV file.

    Args:
        data: The bytes of the file.
        name: The file as the user named it.
        sha256: Their digest.

    Raises:
        InputError: Everything that is wrong with it.
    """
    book = NoteBook(name)
    text = decoded(data, name, book)
    kind, found = recognised(text, name)
    table = Table(name, text, found)
    table.problems.extend(_twice(found, name))
    rows = tuple(_READERS[kind](table, book))
    if not rows and not table.problems:
        table.problems.append(Problem(name, 1, 0, "", "There is no row below the headers."))
    if table.problems:
        raise InputError(_first(table.problems, name))
    return Register(name, kind, sha256, text, rows, layout=found, notes=book.notes())


def _twice(found: Layout, name: str) -> Iterator[Problem]:
    """Columns that stand twice, of which no one can say which is meant."""
    plain = [cells.folded(header) for header in found.headers]
    for number in found.columns.values():
        if plain.count(plain[number]) > 1:
            header = found.headers[number]
            message = f"The column {header[:60]!r} stands twice; keep one."
            yield Problem(name, 1, 0, header, message)


def recognised(text: str, name: str) -> tuple[TableKind, Layout]:
    """The kind of a table and its layout.

    Raises:
        InputError: Its columns are those of no register.
    """
    for kind, columns in KINDS.items():
        found = layout(text, columns)
        if all(any(name in found.columns for name in group) for group in NEEDED[kind]):
            return kind, found
    raise InputError([Problem(name, 1, 1, "", _unknown(text))])


def _unknown(text: str) -> str:
    """Why no register has these columns, and what the nearest one is called."""
    shown = max((headers(text, delimiter) for delimiter in DELIMITERS), key=len)
    known = {header for columns in KINDS.values() for each in columns.values() for header in each}
    listed = ", ".join(repr(header[:40]) for header in shown[:12])
    more = "" if len(shown) <= 12 else f" and {len(shown) - 12} more"
    forms = "; or ".join(f"{form!r}" for form in WANTED.values())
    hint = next(
        (
            f" (for {header[:40]!r}: {found})"
            for header in shown[:12]
            if cells.folded(header) not in known
            and (found := suggestion(cells.folded(header), known).strip("; ").rstrip(".?"))
        ),
        "",
    )
    return (
        f"These are the columns of no register: {listed}{more}{hint}. The first row names the"
        f" columns, such as {forms}."
    )


def _first(problems: list[Problem], name: str) -> list[Problem]:
    """The problems, as many as anyone would read."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    message = f"These are the first {MOST_PROBLEMS} problems; there may be more."
    return [*problems[:MOST_PROBLEMS], Problem(name, 0, 0, "", message)]
