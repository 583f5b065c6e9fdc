"""Formulas of comparisons between columns, kept as a disjunction of conjunctions.

durable-rules evaluates a conjunction of comparisons well and a disjunction wrongly, so a formula
is held as its branches, one rule each. Columns come in pairs `x_lo`, `x_hi` with `x_lo ≤ x_hi`.
That invariant and integer bounds remove branches that cannot hold or that another branch covers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from attrs import frozen

MOST_INTERMEDIATE = 512
"""Branches beyond which a formula is given up while it is still being built."""


@frozen
class Leaf:
    """One comparison: `left operator right`, `right` being a column or an integer.

    Columns are compared by `$lt` and `$lte`, a column and an integer by `$lte` and `$gte`.
    """

    left: str
    operator: Literal["$lt", "$lte", "$gte"]
    right: str | int


Branch = frozenset[Leaf]
Formula = frozenset[Branch]
TRUE: Formula = frozenset([frozenset()])
FALSE: Formula = frozenset()


def at_most(left: str | int, right: str | int) -> Formula:
    """`left ≤ right`."""
    if isinstance(left, str):
        return frozenset([frozenset([Leaf(left, "$lte", right)])])
    if isinstance(right, str):
        return frozenset([frozenset([Leaf(right, "$gte", left)])])
    return TRUE if left <= right else FALSE


def below(left: str | int, right: str | int) -> Formula:
    """`left < right`."""
    if isinstance(left, str) and isinstance(right, str):
        return frozenset([frozenset([Leaf(left, "$lt", right)])])
    if isinstance(right, int):
        return at_most(left, right - 1)
    return at_most(left + 1 if isinstance(left, int) else left, right)


def either(formulas: Iterable[Formula]) -> Formula:
    """Some formula holds."""
    return _absorbed(branch for formula in formulas for branch in formula)


def both(formulas: Iterable[Formula]) -> Formula:
    """Every formula holds.

    Raises:
        ValueError: The formula has too many branches to be built.
    """
    result = TRUE
    for formula in formulas:
        if len(result) * len(formula) > MOST_INTERMEDIATE:
            message = f"more than {MOST_INTERMEDIATE} cases to tell apart"
            raise ValueError(message)
        products = (_tightened(one | other) for one in result for other in formula)
        result = _absorbed(branch for branch in products if branch is not None)
    return result


@lru_cache(maxsize=8192)
def _tightened(branch: Branch) -> Branch | None:
    """The branch with the sharpest bound of each column; `None` where it cannot hold."""
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    rest: set[Leaf] = set()
    for leaf in branch:
        if isinstance(leaf.right, str):
            rest.add(leaf)
        elif leaf.operator == "$gte":
            lows[leaf.left] = max(leaf.right, lows.get(leaf.left, leaf.right))
        else:
            highs[leaf.left] = min(leaf.right, highs.get(leaf.left, leaf.right))
    if any(low > highs.get(above, low) for c, low in lows.items() for above in (c, _upper(c))):
        return None
    if any(_contradicts(leaf, rest) for leaf in rest):
        return None
    rest.update(Leaf(column, "$gte", low) for column, low in lows.items())
    rest.update(Leaf(column, "$lte", high) for column, high in highs.items())
    return frozenset(rest)


def _upper(column: str) -> str:
    """The column of which `column` is never greater."""
    return column[:-3] + "_hi" if column.endswith("_lo") else column


def _contradicts(leaf: Leaf, others: set[Leaf]) -> bool:
    if isinstance(leaf.right, str) and leaf.operator == "$lt":
        turned = (Leaf(leaf.right, "$lt", leaf.left), Leaf(leaf.right, "$lte", leaf.left))
        return leaf.left == leaf.right or not others.isdisjoint(turned)
    return False


def _absorbed(branches: Iterable[Branch]) -> Formula:
    """The branches without those that another one covers."""
    kept: list[Branch] = []
    for branch in sorted(set(branches), key=_order):
        if not any(_covers(wider, branch) for wider in kept):
            kept = [other for other in kept if not _covers(branch, other)]
            kept.append(branch)
    return frozenset(kept)


def _order(branch: Branch) -> tuple[int, list[tuple[str, str, str]]]:
    return len(branch), [leaf_order(leaf) for leaf in ordered(branch)]


def _covers(wider: Branch, branch: Branch) -> bool:
    """Whether `wider` holds wherever `branch` does."""
    return all(leaf in branch or any(_implies(one, leaf) for one in branch) for leaf in wider)


def _implies(leaf: Leaf, weaker: Leaf) -> bool:
    left, right, bound = leaf.left, leaf.right, weaker.right
    if isinstance(right, int) and isinstance(bound, int) and leaf.operator == weaker.operator:
        if leaf.operator == "$gte":
            return weaker.left in (left, _upper(left)) and right >= bound
        return left in (weaker.left, _upper(weaker.left)) and right <= bound
    return (left, right, leaf.operator, weaker.operator) == (weaker.left, bound, "$lt", "$lte")


def leaf_order(leaf: Leaf) -> tuple[str, str, str]:
    """A stable order: comparisons with integers first, which rules share in the network."""
    kind = "1" if isinstance(leaf.right, str) else "0"
    return kind + leaf.left, leaf.operator, str(leaf.right)


def ordered(branch: Branch) -> list[Leaf]:
    """The leaves of a branch in a stable order."""
    return sorted(branch, key=leaf_order)
