"""The references that a rule cites for one act: those it names, and those its date chooses."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.tree import Rule
from checker.law.edition import Edition
from checker.law.parameters import Anchor


def cited(rule: Rule, edition: Edition) -> Iterator[str]:
    """Keys of the references that a rule rests on, in its order.

    An article that no value chooses for the date and category of the act is left out, and so is a
    text that was not there yet.
    """
    day = edition.anchors[Anchor.DATE]
    for each in rule.basis:
        if each.reference is not None:
            text = edition.law.references.get(each.reference)
            if text is None or day is None or text.since is None or text.since <= day:
                yield each.reference
        elif each.article is not None:
            key = edition.value(each.article, None)
            if isinstance(key, str):
                yield key
