"""What every `--help` shares."""

from __future__ import annotations

from typing import Any

EXIT_STATUSES = """\b
Exit status (of several inputs the worst):
  0  no failure at or above --fail-on
  1  findings
  2  bad usage, case, document or rule
  3  not reliable: the two judges differ, or the engine is at fault
"""


def wide() -> dict[str, Any]:
    """Settings of a command: help 100 columns wide at most, -h as well as --help."""
    return {"max_content_width": 100, "help_option_names": ["-h", "--help"]}
