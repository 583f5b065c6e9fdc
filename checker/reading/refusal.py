"""Why a document cannot be read."""

from __future__ import annotations

from typing import Literal

from checker.errors import InputError, Problem

Reason = Literal[
    "no_text", "garbled", "encrypted", "wrong_type", "damaged", "too_large", "missing_library"
]


class RefusedDocumentError(InputError):
    """A document that is not read, with the reason; ends in exit status 2.

    Args:
        name: The file as the user named it.
        reason: For programs.
        message: For people: what was found, what was expected, what to do, as sentences.
    """

    def __init__(self, name: str, reason: Reason, message: str) -> None:
        self.reason = reason
        super().__init__([Problem(name, 0, 0, "", message)])
