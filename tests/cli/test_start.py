"""The start of a process leaves out the search for garbage; the work proper does not."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.cli.running import REFERENCE, run


@pytest.fixture(autouse=True)
def _starting() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize("arguments", [[str(REFERENCE)], ["check", str(REFERENCE)], ["rules"]])
def test_garbage_is_looked_for_in_the_work_proper(arguments: list[str]) -> None:
    assert run(*arguments).exit_code in (0, 1)
    assert gc.isenabled()
