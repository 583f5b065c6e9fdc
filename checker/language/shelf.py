"""What rules may rest on while they are read: parameters and references, readable or not."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from checker.law.parameters import Parameter
from checker.law.references import Reference


@frozen
class Shelf:
    """Parameters by name and references by key; `None` for one whose own file is refused.

    Args:
        policy: The policy set that the rule read belongs to, or empty.
    """

    parameters: Mapping[str, Parameter | None] = field(factory=dict)
    references: Mapping[str, Reference | None] = field(factory=dict)
    policy: str = ""
