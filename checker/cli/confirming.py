"""One run of `confirm`: a question for each unsettled item, and the file after each answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

import click

from checker.case import Case
from checker.case.parts import tally
from checker.casefile import load_case
from checker.cli import confirmwords as words
from checker.cli import settling
from checker.cli.alike import Scope, alike
from checker.cli.binding import only_amount
from checker.cli.documents import is_document
from checker.cli.guard import FOUND
from checker.cli.inputs import STANDARD_INPUT, read
from checker.cli.placing import Placing, number_of
from checker.cli.settling import Item
from checker.cli.streams import say
from checker.cli.typed import amount_of, as_held, entered
from checker.cli.updating import CaseFile, text_beside, with_document
from checker.errors import InputError, Problem
from checker.words import Language

_FOR_ALL = re.compile(r"(?P<base>x|d|=|\d{1,3})\s?(?P<scope>[tp*])")
_SKIP, _UNDO, _QUIT, _DISMISS = ("s", "p"), ("u", "a"), ("q",), ("x", "d")


class _QuitError(Exception):
    """The person, or the end of the answers, ends the questions."""


class _BackError(Exception):
    """The person wants the whole item asked again."""


def run(name: str, document: str | None, language: Language) -> int:
    """Ask what is unsettled in a case file, and write each answer into it.

    Args:
        name: The case file.
        document: The document it was drawn from; it may have changed since.
        language: Of the questions.

    Returns:
        The exit status.

    Raises:
        InputError: Something cannot be read, or there is neither terminal nor answers.
    """
    if name == STANDARD_INPUT:
        message = "confirm writes its answers into a file; name one."
        raise click.UsageError(message)
    data = read(name)
    if is_document(data, name):
        message = f"This is a document; draw its case first: deliberation-check extract {name}"
        raise InputError([Problem(name, 0, 0, "", message)])
    case = load_case(data, name)
    file = CaseFile(name, data)
    texts: Mapping[str, str] = text_beside(case, name)
    if document is not None:
        case, texts = with_document(case, document, file, words.Said(language))
    dialogue = Dialogue(case, file, texts, language)
    if settling.items(case):
        if document is not None and not sys.stdin.isatty() and not dialogue.answers:
            pass  # the document was asked for, and that is done
        else:
            dialogue.run()
    return dialogue.finish()


class Dialogue:
    """The questions on one case."""

    def __init__(
        self, case: Case, file: CaseFile, texts: Mapping[str, str], language: Language
    ) -> None:
        self._case = case
        self._file = file
        self._texts = texts
        self._say = words.Said(language)
        self._items = settling.items(case)
        self._skipped: set[str] = set()
        self._before: list[tuple[Case, str, int]] = []
        terminal = sys.stdin is not None and sys.stdin.isatty()
        self._terminal = terminal
        self.answers = [] if terminal or sys.stdin is None else sys.stdin.read().splitlines()

    def run(self) -> None:
        """Ask until nothing is left, or the person leaves."""
        if not self._terminal and not self.answers:
            message = "Standard input is no terminal and holds no answers; run this in a terminal."
            raise InputError([Problem(self._file.name, 0, 0, "", message)])
        say(self._say.help())
        try:
            while item := self._next():
                with suppress(_BackError):
                    self._ask(item)
        except _QuitError:
            say("")

    def finish(self) -> int:
        """Say what is left, and the exit status."""
        left = len(self._items)
        say(self._say.ending(tally(self._case), left, self._file.name))
        return FOUND if left else 0

    def _next(self) -> Item | None:
        return next((each for each in self._items if each.key not in self._skipped), None)

    def _ask(self, item: Item) -> None:
        left = [each for each in self._items if each.key not in self._skipped]
        like = alike(left, item)
        say(self._say.question(self._case, item, self._texts, len(left)))
        for line in self._say.for_all(item, {scope: len(each) for scope, each in like.items()}):
            say(line)
        while True:
            answer = self._answer(item)
            try:
                done, number = self._settled_all(like, answer) or (self._settled(item, answer), 1)
            except InputError as error:
                say(self._say.refused(error))
                continue
            if done is not None:
                self._before.append((self._case, "", number))
                self._write(done)
                say(self._say.done(done, item) if number == 1 else self._say.done_all(number))
                return
            say(self._say.unclear())

    def _settled_all(
        self, like: Mapping[Scope, Sequence[Item]], answer: str
    ) -> tuple[Case, int] | None:
        """The case after an answer for all items of a scope, and how many they are."""
        match = _FOR_ALL.fullmatch(answer)
        found = [each for scope, each in like.items() if match and scope == match["scope"]]
        if match is None or not found:
            return None
        (items,) = found
        name, base = self._file.name, match["base"]
        if items[0].status == settling.OPEN:
            return (settling.closed(self._case, items, name), len(items)) if base == "=" else None
        if base in _DISMISS:
            return settling.dismissed(self._case, items, name), len(items)
        number = number_of(base, min(len(each.readings) for each in items))
        stated = all(each.value is not None for each in items)
        if not items[0].name or (number is None and not (base == "=" and stated)):
            return None
        entered = [
            (each, each.value if number is None else as_held(each.readings[number], each.value))
            for each in items
        ]
        return settling.with_values(self._case, entered, name), len(items)

    def _settled(self, item: Item, answer: str) -> Case | None:
        """The case after an answer; `None` where the answer is none."""
        name = self._file.name
        if item.status == settling.OPEN:
            return settling.closed(self._case, [item], name) if answer == "=" else None
        if answer in _DISMISS:
            return settling.dismissed(self._case, [item], name)
        number = number_of(answer, len(item.readings))
        if item.name:
            value = self._value(item, answer, number)
            return (
                None if value is None else settling.with_values(self._case, [(item, value)], name)
            )
        text = answer.removeprefix("=") if number is None else item.readings[number]
        cents = amount_of(text)
        if cents is None and number is not None:
            cents = only_amount(item)
        if cents is None or cents < 0:
            return None
        placing = Placing(self._case, name, self._say, lambda: self._answer(item))
        return placing.bound(item, cents)

    def _value(self, item: Item, answer: str, number: int | None) -> object:
        """The value that an answer gives an item, as the file holds it, if it gives one."""
        if number is not None:
            return as_held(item.readings[number], item.value)
        if answer == "=" and item.value is not None:
            return item.value
        typed = answer.removeprefix("=")
        if not typed:
            return None
        return entered(typed, item.readings, item.value, amount=item.name == "amount")

    def _answer(self, item: Item) -> str:
        """What the person types; what ends or leaves the item is done at once."""
        while True:
            answer = self._typed().strip()
            if answer == "?":
                say(self._say.help())
                continue
            if answer in _QUIT:
                raise _QuitError
            if answer in _SKIP:
                self._skipped.add(item.key)
                self._before.append((self._case, item.key, 1))
                raise _BackError
            if answer in _UNDO:
                self._undo()
                raise _BackError
            return answer

    def _typed(self) -> str:
        say("> ", end="")
        if not self._terminal:
            if not self.answers:
                raise _QuitError
            answer = self.answers.pop(0)
            say(answer)
            return answer
        answer = sys.stdin.readline()
        if not answer:
            raise _QuitError
        return answer

    def _undo(self) -> None:
        if not self._before:
            say(self._say.nothing_to_undo())
            return
        case, skipped, number = self._before.pop()
        if skipped:
            self._skipped.discard(skipped)
        else:
            self._write(case)
        say(self._say.undone(number))

    def _write(self, case: Case) -> None:
        self._file.write(case)
        self._case = case
        self._items = settling.items(case)
