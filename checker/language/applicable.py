"""Which rules are tried on an act, and why others are not."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from enum import Enum
from typing import TYPE_CHECKING

from checker.language.tree import Rule

if TYPE_CHECKING:
    from checker.vocabulary import Act


class SetAside(Enum):
    """Why a rule is not tried on an act."""

    DATE = "date"
    BODY = "body"
    STAGE = "stage"
    POLICY = "policy"


def may_not_bind(rule: Rule, act: Act) -> bool:
    """Whether a rule binds some categories of authority only, and that of the act is not known."""
    return bool(rule.bodies) and act.category is None


def set_aside(
    rule: Rule, act: Act, policies: Collection[str], as_of: datetime.date | None = None
) -> SetAside | None:
    """Why a rule is not tried on an act; `None` where it is.

    What the act does not say sets no rule aside: a rule is tried unless the act says it is not
    concerned.

    Args:
        rule: The rule.
        act: Its date, category and stage decide.
        policies: The policy sets that apply to it.
        as_of: A day to take in place of the act's date.
    """
    if rule.policy and rule.policy not in policies:
        return SetAside.POLICY
    day = as_of or act.date
    if day is not None and (
        (rule.since is not None and day < rule.since)
        or (rule.until is not None and day >= rule.until)
    ):
        return SetAside.DATE
    if rule.bodies and act.category is not None and act.category not in rule.bodies:
        return SetAside.BODY
    if act.stage is not None and act.stage not in rule.stages:
        return SetAside.STAGE
    return None
