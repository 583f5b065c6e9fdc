"""Documents, from bytes to exact text with offsets: PDF, DOCX, ODT, HTML and plain text."""

from collections.abc import Callable
from importlib import import_module

from checker.reading.refusal import Reason, RefusedDocumentError
from checker.reading.source import (
    Aside,
    AsideReason,
    Box,
    Cell,
    CharBoxes,
    Kind,
    Page,
    Source,
    Table,
)

__all__ = [
    "Aside",
    "AsideReason",
    "Box",
    "Cell",
    "CharBoxes",
    "Kind",
    "Page",
    "Reason",
    "RefusedDocumentError",
    "Source",
    "Table",
    "read_document",
]


def read_document(
    data: bytes, name: str, *, meanwhile: Callable[[], object] | None = None
) -> Source:
    """The exact text of a document, whatever its kind.

    Args:
        data: The whole file; its bytes alone say what it is.
        name: The file as the user named it, for messages; a name that claims another type than
            the bytes have is refused.
        meanwhile: What can be done while another process reads; not done where none does.

    Raises:
        RefusedDocumentError: It is not read; the reason says why.
    """
    # Not with the package: a case beside its text needs neither.
    from checker.reading.sniff import document_kind  # noqa: PLC0415

    kind = document_kind(data, name)
    # Only the reader that is wanted: each brings its own libraries.
    reader = import_module(f"checker.reading.{kind}")
    read: Callable[..., Source] = getattr(reader, f"read_{kind}")
    # Only PDFs are read by C++ that may crash, and so by another process.
    return read(data, name, meanwhile) if kind == "pdf" else read(data, name)
