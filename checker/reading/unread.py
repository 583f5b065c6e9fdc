"""What a reader says of the parts of a document that hold no text it could read."""

from __future__ import annotations

from collections.abc import Mapping

from checker.reading.refusal import RefusedDocumentError
from checker.words import Words

_FRENCH = {
    "image": ("image non lue", "images non lues"),
    "picture": ("image non lue", "images non lues"),
    "chart": ("graphique non lu", "graphiques non lus"),
    "diagram": ("diagramme non lu", "diagrammes non lus"),
    "embedded object": ("objet incorporé non lu", "objets incorporés non lus"),
    "form control": ("champ de formulaire non lu", "champs de formulaire non lus"),
    "comment": ("commentaire non lu", "commentaires non lus"),
    "imported document": ("document importé non lu", "documents importés non lus"),
}


def unread_notes(counts: Mapping[str, int]) -> tuple[Words, ...]:
    """One sentence for each kind of thing that was left unread.

    Args:
        counts: How many there are, by name in English, in the singular.
    """
    return tuple(_note(what, count) for what, count in counts.items() if count)


def _note(what: str, count: int) -> Words:
    one, many = _FRENCH[what]
    return Words(
        f"{count} {many if count > 1 else one} : vérifier que rien d'utile n'y figure.",
        f"{count} {what}{'s' if count > 1 else ''} left unread: "
        f"check that nothing that matters stands in {'them' if count > 1 else 'it'}.",
    )


def nothing_read(name: str, unread: tuple[Words, ...]) -> RefusedDocumentError:
    """The refusal of a document without text, which may be a scan in disguise."""
    said = " ".join(("The document has no text to read.", *(each.en for each in unread)))
    return RefusedDocumentError(
        name, "no_text", f"{said} If it shows scanned pages, give the document they come from."
    )
