"""Documents, from bytes to exact text with offsets: PDF, DOCX, ODT, HTML and plain text."""

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
]
