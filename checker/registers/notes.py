"""What is told of registers beside errors: what was left out, taken with care, or not matched."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from checker.words import Language, Words, print_number


@frozen
class Note:
    """A sentence about a register, without its file.

    Args:
        words: The sentence in both languages, ended.
        file: The register, as the user named it; empty where it concerns the case alone.
        line: 1-based line of the first place it concerns, 0 for none.
        count: How many rows it stands for.
    """

    words: Words
    file: str = ""
    line: int = 0
    count: int = 1

    def said(self, language: Language) -> str:
        """The note on one line, with its place and the number of rows it stands for."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        more = ""
        if self.count > 1:
            form = Words(" ({} lignes, la première ici)", " ({} rows, the first here)")
            more = form(language).format(print_number(self.count, language))
        return f"{place}: {self.words(language)}{more}" if place else self.words(language) + more


class NoteBook:
    """Notes of one file in the making: the same sentence is kept once, with its count."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: dict[Words, list[int]] = {}

    def add(self, fr: str, en: str, line: int = 0) -> None:
        """Note a sentence."""
        known = self._lines.setdefault(Words(fr, en), [line, 0])
        known[1] += 1

    def notes(self) -> tuple[Note, ...]:
        """What was noted, in the order of its first place."""
        return tuple(
            Note(words, self._file, line, count) for words, (line, count) in self._lines.items()
        )


def once(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Each note once, in order."""
    return tuple(dict.fromkeys(notes))
