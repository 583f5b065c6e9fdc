"""The report on one case, neutral of format: counts, findings, evidence, exit status."""

from checker.report.build import build_report
from checker.report.model import (
    Outcome,
    Report,
    Unread,
)
from checker.report.source import RegisterInfo, RulesInfo, SourceInfo
from checker.report.status import FAIL_ON, exit_status

__all__ = [
    "FAIL_ON",
    "Outcome",
    "RegisterInfo",
    "Report",
    "RulesInfo",
    "SourceInfo",
    "Unread",
    "build_report",
    "exit_status",
]
