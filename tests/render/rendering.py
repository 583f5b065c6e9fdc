"""Whole renderings, as tests want them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.render import as_json, as_text
from checker.render.formats import Renderer
from checker.report import Outcome
from checker.words import Language


def text(
    outcomes: Iterable[Outcome],
    language: Language,
    *,
    color: bool = False,
    width: int = as_text.WIDTH,
) -> str:
    """All of a text report."""
    return whole(as_text.Renderer(language, color=color, width=width), outcomes)


def json(outcomes: Iterable[Outcome]) -> str:
    """All of a JSON report."""
    return whole(as_json.Renderer("fr"), outcomes)


def whole(renderer: Renderer, outcomes: Iterable[Outcome]) -> str:
    """All that a renderer of text gives."""
    pieces = [*map(renderer.add, outcomes), renderer.end()]
    assert all(isinstance(piece, str) for piece in pieces)
    return "".join(map(str, pieces))
