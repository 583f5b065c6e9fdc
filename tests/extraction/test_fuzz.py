"""Any text gives cases that can be written and read again: never an exception, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.casefile import dump_case, load_case
from checker.extraction import extract
from checker.reading import Source
from tests.documents.collection import DOCUMENTS
from tests.documents.writers import as_text
from tests.extraction.signs import unaccounted
from tests.extraction.sources import SHARED, typed

PIECES = (
    *("€", " € ", "15 000 €", "1.200,00 €", "k€", "…", "....", ": ", " :", ";", "\n", "\n\n", "\t"),
    *(
        "(",
        ")",
        "«",
        "»",
        '"',
        "- ",
        "– ",
        "1) ",
        "2. ",
        "I. ",
        "Article 1 : ",
        "Vu ",
        "Considérant ",
    ),
    *(
        "TOTAL",
        "soit un total de ",
        "dont ",
        "pour chacune",
        "et ",
        "l'association ",
        "la Société ",
    ),
    *(
        "Les Amis du Lavoir",
        "GIP",
        "MDE",
        "trois ",
        "sept maisons ",
        "associations",
        "deux postes ",
    ),
    *(
        "décide ",
        "ATTRIBUE ",
        "d'attribuer ",
        "n'a pas pris part au vote",
        "M. Jean DUPONT",
        "MM. ",
    ),
    *("pour : 12", "contre : 0", "Votants : 17", "0002", "21 septembre 0002", "2024", "n° 2024-12"),
    *(
        "Délibération n° 24-B-0045",
        "Objet : ",
        "compte 6574",
        "SIRET 732 829 320 00074",
        "A",
        "…" * 3,
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
OWN = tuple(as_text(document.parts).decode() for document in DOCUMENTS)


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str]) -> str:
    """A text with parts of it cut, doubled, moved or replaced."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        put = draw(st.one_of(st.just(""), st.sampled_from(PIECES), st.just(text[start:end] * 2)))
        text = text[:start] + put + text[end:]
    return text


def holds(source: Source) -> None:
    """Nothing is lost, and every case can be written and read again."""
    cases = extract(source)
    assert unaccounted(source, cases, re.compile("€")) == []  # « euro » alone is a word
    for case in cases:
        assert load_case(dump_case(case).encode(), "case.json") == case


@settings(max_examples=40)
@given(TEXTS)
def test_any_text(text: str) -> None:
    holds(typed(f"x{text}\n"))


@settings(max_examples=40)
@given(mutated(OWN))
def test_a_document_with_parts_cut_doubled_or_replaced(text: str) -> None:
    holds(typed(f"x{text}\n"))


@pytest.mark.slow
@settings(max_examples=1500)
@given(st.one_of(TEXTS, mutated(OWN)))
def test_many_texts(text: str) -> None:
    holds(typed(f"x{text}\n"))


SHARED_TEXTS = tuple(
    path.read_text("utf-8", errors="replace")
    for folder in ("extraction/variations", "corpus/chemere", "seed")
    for path in sorted((SHARED / folder).glob("*.txt"))
)


@pytest.mark.slow
@pytest.mark.skipif(not SHARED_TEXTS, reason="the shared documents stand in ../shared")
@settings(max_examples=600)
@given(mutated(SHARED_TEXTS or ("x",)))
def test_real_texts_with_parts_cut_doubled_or_replaced(text: str) -> None:
    holds(typed(f"x{text}\n"))
