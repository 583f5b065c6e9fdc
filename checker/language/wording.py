"""The words of a check, and the values they leave a place for."""

from __future__ import annotations

import re

from attrs import frozen

from checker.language.places import GAP, PLACE, placeholders
from checker.language.scope import COUNT, LAW, LET, NAMES, POLICY, Scope
from checker.language.tree import ACT
from checker.suggestion import suggestion
from checker.words import Language, Words
from checker.yamlfile import Node, Table
from checker.yamlform import Form


def plain_words(form: Form, node: Node, what: str) -> Words:
    """Words in both languages that leave no place for values."""
    words = form.words(node, what)
    if any(brace in text for brace in "{}" for text in (words.fr, words.en)):
        form.refuse(node, f"{what} holds a brace; only messages and remedies have places.")
    return words


@frozen
class Places:
    """The values that the words of a check may leave a place for.

    Args:
        scope: The names of the check.
        gap: Whether the requirement has a gap to speak of.
        values: The names its conditions use; `None` where some could not be read.
    """

    scope: Scope
    gap: bool
    values: frozenset[str] | None

    def words(self, node: Node, what: str) -> Words:
        """Words in both languages whose places all resolve, the same ones in each."""
        form = self.scope.form
        words = form.words(node, what)
        entries = node.entries if isinstance(node, Table) else {}

        def read(language: Language) -> frozenset[str]:
            text, written = words(language), entries[language]
            if re.search("[{}]", PLACE.sub("", text)):
                form.refuse(written, f"{what} holds a brace without its pair.")
            places = frozenset(placeholders(text))
            form.each(sorted(places), lambda place: self._resolve(written, place))
            return places

        languages: tuple[Language, Language] = ("fr", "en")
        fr, en = form.each(languages, read)
        if fr != en:
            odd = ", ".join(f"{{{place}}}" for place in sorted(fr ^ en))
            message = f"{what} has {odd} in one language only; use the same values in both."
            form.refuse(node, message)
        return words

    def _resolve(self, node: Node, place: str) -> None:
        scope = self.scope
        if place == GAP:
            if not self.gap:
                message = "{gap} needs a 'require' that compares numbers, amounts or dates."
                scope.form.refuse(node, message)
            return
        head, dot, rest = place.partition(".")
        if not dot:
            message = f"{{{place[:60]}}} names no value"
            message += suggestion(place, [*scope.aliases, ACT, GAP])
            message += " Write {line.amount}, {let.total} or {gap}."
            scope.form.refuse(node, message)
        name, _, last = rest.partition(".")
        if head == LET and last == COUNT:
            scope.count_of(node, name)
            return
        if head == LET and last == NAMES:
            scope.names_of(node, name)
            return
        scope.resolve(node, place)
        if head in (LAW, POLICY) and self.values is not None and place not in self.values:
            message = f"{{{place}}} has no value here: no condition of this check uses it."
            scope.form.refuse(node, message)
