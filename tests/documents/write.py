"""Writes the documents of the tests to a folder: python -m tests.documents.write FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.documents.collection import DOCUMENTS
from tests.documents.writers import as_bytes


def main(arguments: list[str]) -> int:
    """Write every document; returns the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.documents.write FOLDER\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for document in DOCUMENTS:
        (folder / document.file).write_bytes(as_bytes(document))
        sys.stdout.write(f"{folder / document.file}: {document.style}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
