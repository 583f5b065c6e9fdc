"""Small cases: a check of the reference act in every test would be slow."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli import drawing

Writer = Callable[..., Path]


def small(total: str = "300.00") -> dict[str, Any]:
    """A case of two awards; with another total than 300.00 its arithmetic fails."""
    return {
        "schema": "deliberation-check/case/1",
        "body": {"name": "Ville d'Exemple", "category": "commune"},
        "act": {
            "number": "2024-1",
            "date": "2024-02-09",
            "organ": "conseil",
            "stage": "draft",
            "year": 2024,
            "operative_year": 2024,
            "author": "Ville d'Exemple",
            "local_interest": "soutien à la vie associative",
        },
        "operative": {"payment_terms": "versement à la notification"},
        "citations": [
            {"id": "code", "kind": "code", "section": "visas"},
            {"id": "budget", "kind": "budget", "section": "visas"},
        ],
        "beneficiaries": [
            {"id": id_, "name": name, "legal_form": "association", "siren": "732829320"}
            for id_, name in (("a", "Association A"), ("b", "Association B"))
        ],
        "awards": [
            {"id": "award-a", "beneficiary": "a", "amount": "100.00"},
            {"id": "award-b", "beneficiary": "b", "amount": "200.00"},
        ],
        "totals": [{"id": "total", "of": "operative", "amount": total}],
    }


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Writes a small case below the test's folder; `changes` replace its top-level keys."""

    def write(name: str = "case.json", total: str = "300.00", **changes: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**small(total), **changes}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read and drawn by the stand-ins of `drawing`."""
    monkeypatch.setattr("checker.reading.read_document", drawing.read)
    monkeypatch.setattr(
        "checker.cli.documents._extract", lambda source, _law: drawing.extract(source)
    )
