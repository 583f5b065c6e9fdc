"""A PDF, from bytes to a source."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from types import ModuleType

from checker.reading.pdf import pdfium
from checker.reading.pdf.composing import composed, tables
from checker.reading.pdf.furniture import set_aside_furniture
from checker.reading.pdf.grid import Budget, Grid, grids
from checker.reading.pdf.layout import Layout, arranged, matches
from checker.reading.pdf.legibility import legibility
from checker.reading.pdf.letters import letters
from checker.reading.pdf.limits import LONGEST, MEMORY, MOST_BYTES, SECONDS, TooLargeError
from checker.reading.pdf.process import Bounds, CrashedError, TooSlowError, apart
from checker.reading.pdf.sheet import Sheet, decoded, quads
from checker.reading.pdf.stitching import chains
from checker.reading.refusal import Reason, RefusedDocumentError
from checker.reading.source import CharBoxes, Source
from checker.words import Words

_HEADER_WITHIN = 1024
"""Bytes in which viewers look for the header."""
_BOUNDS = Bounds(SECONDS, LONGEST, MEMORY, answer=200 << 20)
_SWITCHED_OFF = re.compile(rb"/OFF\s*\[\s*\d+\s+\d+\s+R")
"""Layers that a viewer does not show; PDFium does not say which letters are on them."""
_LAYERS = Words(
    "Le PDF a des calques masqués : ils sont lus comme s'ils étaient affichés.",
    "The PDF has layers that are switched off: they are read as if shown.",
)
_CUT_SHORT = Words(
    "Le fichier ne se termine pas comme un PDF : sa dernière partie manque peut-être.",
    "The file does not end as a PDF does: its last part may be missing.",
)
_PASSWORD, _SECURITY = 4, 5


def read_pdf(data: bytes, name: str, meanwhile: Callable[[], object] | None = None) -> Source:
    """The text of a PDF with a box for each character.

    Args:
        data: The whole file.
        name: The file as the user named it.
        meanwhile: What this process does while another reads the pages.

    Raises:
        RefusedDocumentError: It cannot be read; says why.
    """
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise _refused(
            name,
            "wrong_type",
            ("This is no PDF, whatever its name says. " if data else "The file is empty. ")
            + "Expected: a file that begins with %PDF-.",
        )
    if len(data) > MOST_BYTES:
        raise _too_large(name, f"It has over {MOST_BYTES >> 20} MiB.")
    library = pdfium.library(name)
    attached, found = _sheets(library, data, name, meanwhile)
    notes: list[Words] = []
    if attached:
        notes.append(_attached(attached))
    if _SWITCHED_OFF.search(data):
        notes.append(_LAYERS)
    if b"%%EOF" not in data[-2048:]:
        notes.append(_CUT_SHORT)
    layouts, too_many = _layouts(found)
    notes += too_many
    set_aside_furniture(layouts)
    found_chains = chains(layouts)
    composition = composed(layouts)
    text = "".join(composition.text)
    judged = legibility(found, text, composition.pages)
    if judged.refusal is not None:
        raise _refused(name, *judged.refusal)
    return Source(
        name=name,
        kind="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        reader=pdfium.reader(library),
        text=text,
        pages=tuple(composition.pages),
        tables=tables(found_chains, composition),
        aside=tuple(composition.asides),
        boxes=CharBoxes(tuple(composition.boxes)),
        notes=(*notes, *judged.notes),
    )


def _sheets(
    library: ModuleType, data: bytes, name: str, meanwhile: Callable[[], object] | None
) -> tuple[int, list[Sheet | None]]:
    """Attached files and the pages as PDFium gives them, from a process that may die of them."""
    try:
        answer = apart(lambda: _answer(library, data), _BOUNDS, meanwhile)
    except TooSlowError as fault:
        raise _too_large(name, f"It takes over {SECONDS} seconds to read.") from fault
    except CrashedError as fault:
        raise _refused(
            name,
            "damaged",
            f"The library that reads PDFs broke down on this one ({fault}): the file is damaged, "
            "or made to do harm. Export it again from the word processor and retry.",
        ) from fault
    first, *lines = answer.split("\n")
    head = json.loads(first)
    if not isinstance(head, int):
        raise _refused(name, head[0], head[1])
    return head, [None if line == "null" else decoded(line) for line in lines]


def _answer(library: ModuleType, data: bytes) -> str:
    """A line with what is wrong or the number of attached files, then a line for each page."""
    try:
        document = pdfium.open_document(library, data)
        if isinstance(document, int):
            return json.dumps(_unopened(document))
        if not len(document):
            return json.dumps(("damaged", "The PDF has no pages."))
        lines = [
            "null" if sheet is None else sheet.encoded()
            for sheet in pdfium.sheets(library, document)
        ]
    except TooLargeError as fault:
        return json.dumps(("too_large", _split(str(fault))))
    except MemoryError:
        return json.dumps(("too_large", _split(f"It takes over {MEMORY >> 20} MiB to read.")))
    except Exception as fault:
        # Whatever the library finds wrong is wrong with the file.
        what = f"The PDF is damaged ({type(fault).__name__}: {fault})."
        return json.dumps(("damaged", f"{what} Export it again from the word processor."))
    return "\n".join([str(pdfium.attached(library, document)), *lines])


def _unopened(error: int) -> tuple[Reason, str]:
    if error == _PASSWORD:
        return "encrypted", (
            "The PDF is protected by a password. Save a copy without one and give that."
        )
    if error == _SECURITY:
        return "encrypted", (
            "The PDF is protected in a way that is not supported. Save a copy without protection."
        )
    return "damaged", (
        f"The PDF is cut short or damaged (PDFium error {error}). "
        "Export it again from the word processor and retry."
    )


def _layouts(found: Sequence[Sheet | None]) -> tuple[list[Layout], list[Words]]:
    """The pages as lines and tables, and what to say of pages with too many lines."""
    notes: list[Words] = []
    budget = Budget()
    ruled = [_grids(number, sheet, notes, budget) for number, sheet in enumerate(found, start=1)]
    layouts = []
    for index, sheet in enumerate(found):
        if sheet is None:
            layouts.append(Layout(0.0, 0.0, []))
            continue
        kept = [grid for grid in ruled[index] if grid.rows > 1 or _goes_on(ruled, index, grid)]
        blocks = arranged(letters(sheet), kept)
        layouts.append(Layout(sheet.width, sheet.height, blocks))
    return layouts, notes


def _grids(number: int, sheet: Sheet | None, notes: list[Words], budget: Budget) -> list[Grid]:
    """The tables of a page that have columns."""
    if sheet is None or not (sheet.edges or sheet.areas):
        return []
    try:
        found = grids(quads(sheet.edges), quads(sheet.areas), budget)
    except TooLargeError as fault:
        notes.append(
            Words(
                f"Page {number} : trop de filets ; aucun tableau n'y est cherché.",
                f"No table is looked for on page {number}. {fault}",
            )
        )
        return []
    return [grid for grid in found if grid.columns > 1]


def _goes_on(ruled: Sequence[Sequence[Grid]], index: int, grid: Grid) -> bool:
    """Whether a single row may belong to a table of the page before or after."""
    before = ruled[index - 1][-1:] if index else []
    after = ruled[index + 1][:1] if index + 1 < len(ruled) else []
    return any(other.rows > 1 and matches(grid, other) for other in (*before, *after))


def _attached(count: int) -> Words:
    return Words(
        f"Les fichiers joints au PDF ne sont pas lus (nombre : {count}).",
        f"Files attached to the PDF are not read; it has {count}.",
    )


def _too_large(name: str, why: str) -> RefusedDocumentError:
    return _refused(name, "too_large", _split(why))


def _split(why: str) -> str:
    return f"The PDF is not read. {why} Split it into its deliberations and give those."


def _refused(name: str, reason: Reason, message: str) -> RefusedDocumentError:
    return RefusedDocumentError(name, reason, message)
