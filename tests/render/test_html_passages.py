"""The text of a document as HTML, whatever stands out in it."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from checker.render.as_html.passages import Page, Passage, Reference, marked
from tests.render.page import Page as Parsed

TEXT = "Premier alinéa : 1 000 €.\nDeuxième, dont 500 €.\n\n<b>Fin</b> & suite\n" * 3


def written(text: str, passages: list[Passage], *pages: Page) -> str:
    ((_, part),) = marked(text, [(0, len(text))], passages, pages)
    return str(part)


def shown(part: str) -> str:
    """The text that a reader sees."""
    parsed = Parsed(f'<div id="main">{part}</div>')
    assert not parsed.faults
    return parsed.text


def bare(part: str) -> str:
    """Without what every name brings with it."""
    return part.replace(' tabindex="-1"', "")


def passages_of(spans: list[tuple[int, int]]) -> list[Passage]:
    return [Passage(start, end, f"p{start}-{end}", "read") for start, end in sorted({*spans})]


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40).map(lambda size: size)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
)


@given(st.lists(spans, max_size=12), st.sets(st.integers(0, len(TEXT) - 1), max_size=3))
def test_text_is_whole_and_each_passage_is_named_once(
    found: list[tuple[int, int]], starts: set[int]
) -> None:
    passages = passages_of(found)
    part = written(TEXT, passages, *(Page(start, "") for start in starts))

    assert shown(part) == TEXT
    assert Counter(re.findall(r'id="(p\d+-\d+)"', part)) == {each.name: 1 for each in passages}
    covered = {at for each in passages for at in range(each.start, each.end)}
    assert _within_marks(part) == covered


def _within_marks(part: str) -> set[int]:
    """Offsets of the characters that stand in some mark."""
    found, at, depth = set(), 0, 0
    for tag, _ in re.findall(r"(<[^>]*>)|(&[^;]+;|.|\n)", part):
        if tag:
            depth += tag.startswith("<mark") - (tag == "</mark>")
            continue
        if depth:
            found.add(at)
        at += 1
    return found


def test_passages_that_cross_are_both_shown() -> None:
    part = bare(written("abcdef", [Passage(0, 4, "one"), Passage(2, 6, "two")]))

    assert part == '<mark id="one">ab<mark id="two">cd</mark></mark><mark>ef</mark>'


def test_the_shorter_stands_within_the_longer() -> None:
    part = bare(written("abcdef", [Passage(0, 2, "short"), Passage(0, 6, "long")]))

    assert part == '<mark id="long"><mark id="short">ab</mark>cdef</mark>'


def test_references_follow_the_end_of_their_passage_once() -> None:
    reference = Reference("f1", 1, 'observation "1"')
    part = bare(written("abcdef", [Passage(0, 4, "one", references=(reference,)), Passage(2, 6)]))

    link = '<a class="ref" href="#f1" aria-label="observation &#34;1&#34;">1</a>'
    assert part == (f'<mark class="cited" id="one">ab<mark>cd</mark></mark>{link}<mark>ef</mark>')


def test_every_fifth_line_has_its_number_and_pages_are_announced() -> None:
    text = "".join(f"{n}\n" for n in range(1, 13))
    part = written(text, [], Page(text.index("7"), "page 2"))

    assert '<span class="line" data-n="5"></span>5\n' in part
    assert '<span class="line" data-n="10"></span>10\n' in part
    assert '<span class="page">page 2</span>7\n' in part
    assert part.count('class="line"') == 2


def test_only_the_wanted_parts_are_written_and_keep_their_line_numbers() -> None:
    text = "".join(f"{n}\n" for n in range(1, 13))
    start = text.index("9")
    parts = list(marked(text, [(0, 4), (start, len(text))], [Passage(5, 6, "gone")], []))

    assert [(first, shown(str(part))) for first, part in parts] == [
        (1, "1\n2\n"),
        (9, "9\n10\n11\n12\n"),
    ]
    assert 'data-n="10"' in str(parts[1][1])
