"""The examples of docs/registres.md are the files beside it, and do what it says."""

from __future__ import annotations

import re
from pathlib import Path

from checker.registers import read_registers
from checker.registers.columns import KINDS
from checker.registers.interests import NATURES
from tests.registers.making import ACT, EXAMPLES, ROOT, case, join

GUIDE = ROOT / "docs" / "registres.md"
SHOWN = re.compile(r"<!-- (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


def test_the_excerpts_are_the_files() -> None:
    shown = dict(SHOWN.findall(GUIDE.read_text(encoding="utf-8")))
    files = {path for path in EXAMPLES.rglob("*") if path.is_file()} - {ACT}

    assert {GUIDE.parent / name for name in shown} == files
    for name, text in shown.items():
        assert text == Path(GUIDE.parent, name).read_text(encoding="utf-8")


def test_every_kind_has_an_example() -> None:
    found = read_registers([str(EXAMPLES)])

    assert {each.kind for each in found.found} == {*KINDS, "delegations", "case", "bordereau"}
    assert found.notes == ()


def test_every_nature_is_named() -> None:
    text = GUIDE.read_text(encoding="utf-8")

    assert all(f"`{words}`" in text for words in NATURES)


def test_the_examples_together_leave_nothing_to_ask() -> None:
    found = join(case(), EXAMPLES)

    assert found.notes == ()
    assert set(found.case.whole) == {"interests", "grants", "aid", "delegations"}
    assert len(found.case.interests) == 2
    assert len(found.case.grants) == 4
