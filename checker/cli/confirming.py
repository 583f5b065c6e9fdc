"""One run of `confirm`: a question for each unsettled item, and the file after each answer."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

import click

from checker.case import Case
from checker.case.parts import tally
from checker.casefile import load_case
from checker.cli import confirmwords as words
from checker.cli import settling
from checker.cli.documents import is_document
from checker.cli.guard import FOUND
from checker.cli.inputs import STANDARD_INPUT, read
from checker.cli.settling import Item
from checker.cli.streams import say
from checker.cli.typed import amount_of, as_held, entered
from checker.cli.updating import CaseFile, text_beside, with_document
from checker.errors import InputError, Problem
from checker.words import Language

_MOST_NAMES = 20
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
        self._before: list[tuple[Case, str]] = []
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
        left = sum(each.key not in self._skipped for each in self._items)
        say(self._say.question(self._case, item, self._texts, left))
        while True:
            answer = self._answer(item)
            try:
                done = self._settled(item, answer)
            except InputError as error:
                say(self._say.refused(error))
                continue
            if done is not None:
                self._before.append((self._case, ""))
                self._write(done)
                say(self._say.done(done, item))
                return
            say(self._say.unclear(item))

    def _settled(self, item: Item, answer: str) -> Case | None:
        """The case after an answer; `None` where the answer is none."""
        name = self._file.name
        if answer in _DISMISS:
            return settling.dismissed(self._case, item, name)
        number = _number(answer, len(item.readings))
        if item.name:
            if number is not None:
                value = as_held(item.readings[number], item.value)
            elif answer == "=" and item.value is not None:
                value = item.value
            elif answer.removeprefix("="):
                value = entered(
                    answer.removeprefix("="),
                    item.readings,
                    item.value,
                    amount=item.name == "amount",
                )
            else:
                return None
            return settling.with_value(self._case, item, value, name)
        text = answer.removeprefix("=") if number is None else item.readings[number]
        cents = amount_of(text)
        if cents is None and number is not None:
            cents = settling.only_amount(item)
        return None if cents is None or cents < 0 else self._bound(item, cents)

    def _bound(self, item: Item, cents: int) -> Case:
        """The case with an amount in its place, which is asked for."""
        lists = tuple(each for each in item.lists or settling.SLOTS if each in settling.SLOTS)
        lacking = [*settling.missing(self._case, lists)]
        choices = [self._say.lacking(self._case, *each) for each in lacking]
        choices += [self._say.new_entry(each) for each in lists]
        say(self._say.where(cents))
        choice = self._choice(item, [*choices, self._say.none_of_these()])
        if choice == len(choices):
            return settling.dismissed(self._case, item, self._file.name)
        if choice < len(lacking):
            list_, place, _ = lacking[choice]
            value = settling.filled(self._case, item, list_, place, cents)
        else:
            list_ = lists[choice - len(lacking)]
            about = {each: self._about(item, each) for each in settling.SLOTS[list_]}
            value = settling.bound(self._case, item, list_, about, cents)
        return settling.checked(value, self._file.name)

    def _about(self, item: Item, what: str) -> str:
        """What an entry needs: a beneficiary, a measure, the part of the act a total stands in."""
        known = self._say.known(self._case, what)
        say(self._say.which(what))
        if what != "beneficiary":
            return known[self._choice(item, [name for _, name in known])][0]
        return self._beneficiary(item, known)

    def _beneficiary(self, item: Item, known: Sequence[tuple[str, str]]) -> str:
        """One who is there, by number or name; another by name. Of many only those asked for."""
        shown = known if len(known) <= _MOST_NAMES else known[:0]
        if not shown:
            say(self._say.many(len(known)))
        while True:
            for number, (_, name) in enumerate(shown, start=1):
                say(f"  {number}  {name}")
            answer = self._answer(item)
            chosen = _number(answer, len(shown))
            if chosen is not None:
                return shown[chosen][0]
            if answer.startswith("=") and answer.strip("= "):
                return answer.strip("= ")  # a new one, whatever it resembles
            like = [each for each in known if settling.resembles(answer, each[1])]
            if not like and len(answer) > 1 and not answer.isdecimal():
                return answer
            if like:
                shown = like
            say(self._say.like_those() if like else self._say.unclear(item))

    def _choice(self, item: Item, choices: Sequence[str]) -> int:
        for number, each in enumerate(choices, start=1):
            say(f"  {number}  {each}")
        while (chosen := _number(self._answer(item), len(choices))) is None:
            say(self._say.unclear(item))
        return chosen

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
                self._before.append((self._case, item.key))
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
        case, skipped = self._before.pop()
        if skipped:
            self._skipped.discard(skipped)
        else:
            self._write(case)
        say(self._say.undone())

    def _write(self, case: Case) -> None:
        self._file.write(case)
        self._case = case
        self._items = settling.items(case)


def _number(answer: str, most: int) -> int | None:
    """A choice, counted from 0."""
    if answer.isascii() and answer.isdecimal() and len(answer) < 4 and 1 <= int(answer) <= most:
        return int(answer) - 1
    return None
