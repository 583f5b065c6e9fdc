"""Sources for the tests: texts typed here, and the shared documents where they are present."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.reading import Source, read_document
from tests.acts import ROOT

SHARED = ROOT.parent / "shared"
SEED = SHARED / "seed" / "24-B-0045.txt"


def typed(text: str, name: str = "act.txt") -> Source:
    """A document of these words."""
    return read_document(text.encode(), name)


def shared(path: Path) -> Source:
    """A shared document; skips where it is absent."""
    if not path.is_file():
        pytest.skip("the shared documents stand in ../shared, which is not here")
    return read_document(path.read_bytes(), path.name)
