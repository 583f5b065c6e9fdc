"""One amount of the reference act changed by 1 000 euros: the rules notice."""

from __future__ import annotations

import re

import pytest

from checker.extraction import extract
from tests.acts import interpreted
from tests.extraction.sources import SEED, shared, typed

AMOUNT = re.compile(r"\d[\d ]*\d{3}(?= ?€)")


@pytest.mark.slow
def test_a_changed_amount_raises_an_alarm() -> None:
    text = shared(SEED).text
    (case,) = extract(typed(text))
    known = interpreted(case)
    amounts = list(AMOUNT.finditer(text))
    silent = []
    for match in amounts:
        changed = f"{int(match[0].replace(' ', '')) + 1000:,}".replace(",", " ")
        (case,) = extract(typed(text[: match.start()] + changed + text[match.end() :]))
        if not interpreted(case) - known:
            silent.append(match[0])
    assert len(amounts) == 39
    assert silent == ["15 000"]  # the rise on the year before, which nothing else states
