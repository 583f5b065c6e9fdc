"""How long a document of seven pages takes to read, extract and check, beside bare readers."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from checker.extraction import extract
from checker.reading import read_document
from tests.acts import checker
from tests.benchmarks.timing import interleaved, show_times
from tests.documents.assemblies import LONG
from tests.documents.parts import Par
from tests.documents.writers import as_pdf

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PAGES = 7
ROUNDS = 9


def long_pdf() -> bytes:
    """The long document, its reasons lengthened until it has as many pages."""
    parts = list(LONG.parts)
    at = next(n for n, part in enumerate(parts) if "DÉCIDE" in getattr(part, "text", ""))
    while (data := as_pdf(parts)).count(b"/Type/Page/") < PAGES:
        parts.insert(
            at, Par("Considérant que " + "les foyers ruraux animent le canton, " * 9 + ";")
        )
    return data


def process(environment: Mapping[str, str], *command: str) -> Callable[[], object]:
    return partial(
        subprocess.run,
        command,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
    )


def test_seven_pages(tmp_path: Path) -> None:
    path = tmp_path / "act.pdf"
    path.write_bytes(long_pdf())
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    python = partial(process, environment, sys.executable)
    subjects = {
        "python -c pass": python("-c", "pass"),
        "import pypdfium2": python("-c", "import pypdfium2"),
        "one case file, checked": python("-m", "checker", "cases/24-B-0045.json"),
        "seven pages, extracted": python("-m", "checker", "extract", str(path), "-o", "-"),
        "seven pages, checked": python("-m", "checker", str(path)),
    }
    pdftotext = shutil.which("pdftotext")
    if pdftotext:
        subjects["pdftotext"] = process(environment, pdftotext, "-layout", str(path), "-")
    interleaved(subjects, 1)  # writes the bytecode and fills the cache

    times = interleaved(subjects, ROUNDS)
    show_times("A document of seven pages, one process each", times)
    pairs = zip(times["seven pages, checked"], times["one case file, checked"], strict=True)
    ratio = statistics.median(pages / case for pages, case in pairs)

    assert ratio < 3, "Reading and understanding must not take twice as long as the check."


def test_parts_of_seven_pages() -> None:
    data = long_pdf()
    source = read_document(data, "act.pdf")
    (case,) = extract(source)
    checker().check(case)
    subjects: Mapping[str, Callable[[], object]] = {
        "read": lambda: read_document(data, "act.pdf"),
        "extract": lambda: extract(source),
        "check": lambda: checker().check(case),
    }

    times = interleaved(subjects, ROUNDS)

    show_times(f"Its steps in one process ({len(source.pages)} pages)", times)
    assert len(source.pages) == PAGES
