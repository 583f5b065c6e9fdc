"""All facts of one case, by kind, with what is known of the extent of each list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from attrs import field, frozen

from checker.kinds import KINDS, Extent, Fact, kind_of
from checker.vocabulary import Act


@frozen(eq=False)
class FactBase:
    """The facts of one case.

    Args:
        by_kind: Facts by name of kind, in the order of the case.
        open_kinds: Kinds whose list may lack members.
    """

    by_kind: Mapping[str, tuple[Fact, ...]]
    open_kinds: frozenset[str] = field()

    def of(self, kind: str) -> tuple[Fact, ...]:
        """The facts of a kind, in the order of the case."""
        return self.by_kind.get(kind, ())

    @property
    def act(self) -> Act:
        """The act, always there once."""
        (act,) = self.by_kind["act"]
        return cast(Act, act)


def fact_base(
    facts: Iterable[Fact], *, whole: Iterable[str] = (), opened: Iterable[str] = ()
) -> FactBase:
    """Gather facts by kind.

    Args:
        facts: The facts, among them exactly one act.
        whole: Kinds declared whole although such lists usually are not.
        opened: Kinds that may lack members although such lists usually are whole; wins over
            `whole`.
    """
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(kind_of(fact).name, []).append(fact)
    usually = {name for name, kind in KINDS.items() if kind.extent is Extent.OPEN}
    open_kinds = frozenset((usually - set(whole)) | set(opened))
    return FactBase({name: tuple(found) for name, found in by_kind.items()}, open_kinds)
