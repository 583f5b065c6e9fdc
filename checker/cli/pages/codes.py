"""The words of the case file's closed lists in French."""

from __future__ import annotations

from typing import get_args

from checker.case import Category
from checker.report.codes import decoded
from checker.words import listing


def categories(bodies: frozenset[str]) -> str:
    """Categories of authority in words, in the order of the case file; empty for all."""
    known = [body for body in get_args(Category) if body in bodies]
    return listing([decoded("category", body, "fr") for body in known], "fr")
