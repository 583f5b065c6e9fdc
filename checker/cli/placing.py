"""The questions that put an amount in its place: which list, whose, of what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.case import Case
from checker.cli import binding
from checker.cli.placewords import Placed
from checker.cli.settling import Item, checked, dismissed
from checker.cli.streams import say

_MOST_NAMES = 20
_LEFT_OUT = "-"


class Placing:
    """Asks where one amount of a case belongs.

    Args:
        case: The case.
        name: Its file, for problems.
        words: What to say.
        answer: Gives what the person types.
    """

    def __init__(self, case: Case, name: str, words: Placed, answer: Callable[[], str]) -> None:
        self._case, self._name = case, name
        self._say, self._answer = words, answer

    def bound(self, item: Item, cents: int) -> Case:
        """The case with the amount in its place; the item closed where it has none.

        Raises:
            InputError: It cannot stand there.
        """
        every = binding.open_to(self._case, tuple(binding.SLOTS), cents)
        lists = binding.open_to(self._case, item.lists, cents) or every
        say(self._say.where(cents))
        while True:
            lacking = [*binding.missing(self._case, lists)]
            choices = [self._say.lacking(self._case, *each) for each in lacking]
            choices += [self._say.new_entry(each) for each in lists]
            others = tuple(each for each in every if each not in lists)
            choices += [self._say.another_list()] if others else []
            choice = self._choice([*choices, self._say.none_of_these()])
            if choice == len(choices):
                return dismissed(self._case, [item], self._name)
            if choice == len(lacking) + len(lists):
                lists = others
                continue
            if choice < len(lacking):
                list_, place, _ = lacking[choice]
                value = binding.filled(self._case, item, list_, place, cents)
            else:
                list_ = lists[choice - len(lacking)]
                value = binding.bound(self._case, item, list_, self._said_of(list_), cents)
            return checked(value, self._name)

    def _said_of(self, list_: str) -> dict[str, str]:
        """What an entry of a list needs, and what may be said of it besides."""
        slot = binding.SLOTS[list_]
        about = {name: self._about(name) for name in slot.about}
        while True:
            for name in slot.more:
                said = self._more(name)
                if said is not None:
                    about[name] = said
            if slot.amount or about:
                return about
            say(self._say.something())

    def _about(self, what: str) -> str:
        """A beneficiary, a measure, an award, a year, the part of the act a total stands in."""
        if what in binding.NUMBERS:
            return self._year(needed=True) or ""
        if what == "indicator":
            return self._text(what)
        known = self._say.known(self._case, what)
        say(self._say.which(what))
        if what != "beneficiary":
            return known[self._choice([name for _, name in known])][0]
        return self._beneficiary(known)

    def _more(self, what: str) -> str | None:
        """What may be left out, with a hyphen."""
        if what in binding.NUMBERS:
            return self._year(needed=False)
        if what == "section":
            say(self._say.which(what))
            choice = self._choice([*binding.SECTIONS, self._say.not_stated()])
            return binding.SECTIONS[choice] if choice < len(binding.SECTIONS) else None
        said = self._text(what)
        return None if said == _LEFT_OUT else said

    def _text(self, what: str) -> str:
        say(self._say.which(what))
        while not (answer := self._answer().removeprefix("=")):
            say(self._say.unclear())
        return answer

    def _year(self, *, needed: bool) -> str | None:
        say(self._say.which("year" if needed else "year_or_none"))
        while True:
            answer = self._answer()
            if answer == _LEFT_OUT and not needed:
                return None
            if len(answer) == len("2024") and answer.isascii() and answer.isdecimal():
                return answer
            say(self._say.unclear())

    def _beneficiary(self, known: Sequence[tuple[str, str]]) -> str:
        """One who is there, by number or name; another by name. Of many only those asked for."""
        shown = known if len(known) <= _MOST_NAMES else known[:0]
        if not shown:
            say(self._say.many(len(known)))
        while True:
            for number, (_, name) in enumerate(shown, start=1):
                say(f"  {number}  {name}")
            answer = self._answer()
            chosen = number_of(answer, len(shown))
            if chosen is not None:
                return shown[chosen][0]
            if answer.startswith("=") and answer.strip("= "):
                return answer.strip("= ")  # a new one, whatever it resembles
            like = [each for each in known if binding.resembles(answer, each[1])]
            if not like and len(answer) > 1 and not answer.isdecimal():
                return answer
            if like:
                shown = like
            say(self._say.like_those() if like else self._say.unclear())

    def _choice(self, choices: Sequence[str]) -> int:
        for number, each in enumerate(choices, start=1):
            say(f"  {number}  {each}")
        while (chosen := number_of(self._answer(), len(choices))) is None:
            say(self._say.unclear())
        return chosen


def number_of(answer: str, most: int) -> int | None:
    """A choice, counted from 0."""
    if answer.isascii() and answer.isdecimal() and len(answer) < 4 and 1 <= int(answer) <= most:
        return int(answer) - 1
    return None
