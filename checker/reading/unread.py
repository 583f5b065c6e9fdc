"""What a reader says of the parts of a document that hold no text it could read."""

from __future__ import annotations

from collections.abc import Mapping

from checker.reading.refusal import RefusedDocumentError


def unread_notes(counts: Mapping[str, int]) -> tuple[str, ...]:
    """One sentence for each kind of thing that was left unread.

    Args:
        counts: How many there are, by name in the singular.
    """
    return tuple(
        f"{count} {what}{'s' if count > 1 else ''} left unread: "
        f"check that nothing that matters stands in {'them' if count > 1 else 'it'}."
        for what, count in counts.items()
        if count
    )


def nothing_read(name: str, unread: tuple[str, ...]) -> RefusedDocumentError:
    """The refusal of a document without text, which may be a scan in disguise."""
    said = " ".join(("The document has no text to read.", *unread))
    return RefusedDocumentError(
        name, "no_text", f"{said} If it shows scanned pages, give the document they come from."
    )
