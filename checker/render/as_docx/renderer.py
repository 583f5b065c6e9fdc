"""The reports of a run in one document, each beginning on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import InputError, Problem, missing_library
from checker.report.model import Outcome
from checker.words import Language

if TYPE_CHECKING:
    from checker.render.as_docx.sheet import DocxSheet


class Renderer:
    """Holds the document until all outcomes have come.

    Raises:
        InputError: python-docx is not installed.
    """

    def __init__(self, language: Language) -> None:
        self._sheet = _blank_sheet(language)

    def add(self, outcome: Outcome) -> bytes:
        """Nothing yet: the document is written whole."""
        from checker.render.as_docx.sections import write  # noqa: PLC0415 - needs python-docx

        write(self._sheet, outcome)
        return b""

    def end(self) -> bytes:
        """The document."""
        return self._sheet.saved()


def _blank_sheet(language: Language) -> DocxSheet:
    try:
        from checker.render.as_docx.sheet import DocxSheet  # noqa: PLC0415 - needs python-docx
    except ImportError as fault:
        message = missing_library("A report in DOCX", "python-docx", "reports")
        raise InputError([Problem("docx", 0, 0, "", message)]) from fault
    return DocxSheet(language)
