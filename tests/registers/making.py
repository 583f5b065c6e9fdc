"""A small invented case and registers beside it, written where a test may read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.case import Case
from checker.casefile import load_case
from checker.registers import Joined, joined, read_registers

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "exemples" / "registres"
ACT = EXAMPLES / "acte.json"


def case(**changes: Any) -> Case:
    """The case of the examples; `changes` replace its top-level keys."""
    value = {**json.loads(ACT.read_text(encoding="utf-8")), **changes}
    return load_case(json.dumps(value).encode(), "acte.json")


def act(**changes: Any) -> dict[str, Any]:
    """The act of the examples, changed."""
    value: dict[str, Any] = json.loads(ACT.read_text(encoding="utf-8"))["act"]
    return {**value, **changes}


def beneficiaries(**changes: Any) -> list[dict[str, Any]]:
    """The beneficiaries of the examples, the first one changed."""
    value: list[dict[str, Any]] = json.loads(ACT.read_text(encoding="utf-8"))["beneficiaries"]
    return [{**value[0], **changes}, *value[1:]]


def put(folder: Path, files: Mapping[str, object]) -> Path:
    """Write files; what is no text or bytes is written as JSON."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_bytes(content.encode())
        else:
            path.write_text(json.dumps(content), encoding="utf-8")
    return folder


def join(about: Case, *paths: Path, sha256: str | None = None) -> Joined:
    """The case with what the registers of these paths add."""
    return joined(about, read_registers([str(path) for path in paths]), sha256)


def told(found: Joined) -> list[str]:
    """What is told in French, without the folder."""
    return [f"{note.line}: {note.words.fr}" for note in found.notes]
