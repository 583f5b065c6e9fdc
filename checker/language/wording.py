"""The words of a check, and the values they leave a place for."""

from __future__ import annotations

import re

from checker.language.scope import COUNT, LAW, LET, POLICY, Scope
from checker.suggestion import suggestion
from checker.words import Words
from checker.yamlfile import Node, Table
from checker.yamlform import Form

GAP = "gap"
"""The difference between both sides of the requirement."""

_PLACE = re.compile(r"\{([^{}]*)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names between braces, in order: `("total.amount", "let.lines.count", "gap")`."""
    return tuple(_PLACE.findall(text))


def plain_words(form: Form, node: Node, what: str) -> Words:
    """Words in both languages that leave no place for values."""
    words = form.words(node, what)
    if any(brace in text for brace in "{}" for text in (words.fr, words.en)):
        form.refuse(node, f"{what} holds a brace; only messages and remedies have places.")
    return words


def words_with_places(scope: Scope, node: Node, what: str, *, gap: bool) -> Words:
    """Words in both languages whose places all resolve, the same ones in each.

    Args:
        scope: The names of the check; `used` holds those of its conditions.
        node: The mapping from language to words.
        what: What the words are, to begin a sentence.
        gap: Whether the requirement has a gap to speak of.
    """
    form = scope.form
    words = form.words(node, what)
    conditions = frozenset(scope.used)
    entries = node.entries if isinstance(node, Table) else {}

    def read(language: str) -> frozenset[str]:
        text = words("fr" if language == "fr" else "en")
        if re.search("[{}]", _PLACE.sub("", text)):
            form.refuse(entries[language], f"{what} holds a brace without its pair.")
        places = frozenset(placeholders(text))
        form.each(
            sorted(places),
            lambda place: _resolve(scope, entries[language], place, conditions, gap=gap),
        )
        return places

    fr, en = form.each(("fr", "en"), read)
    if fr != en:
        odd = ", ".join(f"{{{place}}}" for place in sorted(fr ^ en))
        form.refuse(node, f"{what} has {odd} in one language only; use the same values in both.")
    return words


def _resolve(
    scope: Scope, node: Node, place: str, conditions: frozenset[str], *, gap: bool
) -> None:
    if place == GAP:
        if not gap:
            message = "{gap} needs a 'require' that compares numbers, amounts or dates."
            scope.form.refuse(node, message)
        return
    head, dot, rest = place.partition(".")
    if not dot:
        known = [*scope.aliases, "act", LET, LAW, GAP]
        hint = suggestion(place, known)
        message = f"{{{place[:60]}}} names no value{hint}"
        scope.form.refuse(node, message + " Write {line.amount}, {let.total} or {gap}.")
    name, _, last = rest.partition(".")
    if head == LET and last == COUNT:
        scope.count_of(node, name)
        return
    scope.resolve(node, place)
    if head in (LET, LAW, POLICY) and place not in conditions:
        message = f"{{{place}}} has no value here: no condition of this check uses it."
        scope.form.refuse(node, message)
