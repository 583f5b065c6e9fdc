"""Damage done to the files of the law, and what must be said of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DAMAGE: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "bad_law.yaml").read_text(encoding="utf-8")
)
