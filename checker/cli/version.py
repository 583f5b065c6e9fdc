"""What `--version` says."""

from __future__ import annotations

from checker import __version__


def sentence() -> str:
    """Name and version."""
    return f"deliberation-check {__version__}"
