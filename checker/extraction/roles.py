"""What each amount of a sentence is: a grant to a body, a part of one, a total, a threshold.

The words around the amount decide, never its value. Where two readings of the words name two
bodies, or none, the amount has no role.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from checker.extraction.amounts import Amount
from checker.extraction.blocks import Block
from checker.extraction.naming import Name, name_at
from checker.extraction.rolenames import (
    after_label,
    before_label,
    named_after,
    named_before,
    shared_with,
)
from checker.extraction.rolewords import (
    BALANCE,
    BEFORE,
    BULLET,
    CHARGED,
    CHARGED_AFTER,
    CLOSED,
    EACH,
    EXPENSE,
    GRANT_TO,
    IS_TOTAL,
    ITEM_END,
    ITEM_ROW,
    NEXT_ROW,
    NO_BODY,
    PART,
    PART_ON,
    PREVIOUS_AFTER,
    REFUSAL,
    ROW,
    SENTENCE,
    SUM,
    TOLD,
    TOTAL,
    TOTAL_OF,
    Role,
)

_QUOTES = ' «»"“”'
_FAR = 240
"""Characters before an amount that say that it is of the past; rolewords has the patterns."""


@frozen(eq=False)
class Use:
    """What an amount is used for.

    Args:
        name: The body it goes to, for a grant.
        label: Start and end of the words for what a part pays for.
        whole: Which amount of the block, by place, a part, change or instalment belongs to.
        year: The year an amount of the past is said to be of.
        listed: Whether only a colon or leaders join the body and the amount.
    """

    amount: Amount
    role: Role
    name: Name | None = None
    label: tuple[int, int] | None = None
    whole: int | None = None
    year: int | None = None
    listed: bool = False


def uses_of(
    block: Block, amounts: Sequence[Amount], *, in_list: bool, opens_list: bool
) -> tuple[Use, ...]:
    """What each amount of a block is used for.

    Args:
        block: The block.
        amounts: Its amounts, in order.
        in_list: Whether the block is an item of a list.
        opens_list: Whether the block introduces a list of amounts.
    """
    words = _Words(block.text, in_list=in_list, opens_list=opens_list)
    found: list[Use] = []
    whole: int | None = None
    for n in range(len(amounts)):
        found.append(_Place(words, amounts, n, found, whole).use())
        if found[-1].role == "grant":
            whole = n
    return tuple(found)


class _Words:
    """The text of a block, and where sentences begin and something is refused in it."""

    def __init__(self, text: str, *, in_list: bool, opens_list: bool) -> None:
        self.text = text
        self.in_list = in_list
        self.opens_list = opens_list
        self._sentences = [0, *(match.end() for match in SENTENCE.finditer(text))]
        self._refusals = [match.span() for match in REFUSAL.finditer(text)]
        self._told = [match.span() for match in TOLD.finditer(text)]

    def sentence(self, at: int) -> int:
        """Where the sentence begins that a place is in."""
        return self._sentences[bisect_right(self._sentences, at) - 1]

    def is_told(self, start: int, end: int) -> bool:
        """Whether the words before a place tell of a year that is past."""
        n = bisect_right(self._told, (end, end)) - 1
        if n < 0 or self._told[n][0] < start or self._told[n][1] > end:
            return False
        since = self._told[n][1]
        return self.text.find(".", since, end) < 0 and self.text.find(";", since, end) < 0

    def is_refused(self, start: int, end: int) -> bool:
        """Whether something is refused between two places."""
        n = bisect_left(self._refusals, (start, 0))
        return n < len(self._refusals) and self._refusals[n][1] <= end


class _Place:
    """An amount among the words around it; the first rule that knows them names its role."""

    def __init__(
        self,
        words: _Words,
        amounts: Sequence[Amount],
        n: int,
        earlier: Sequence[Use],
        whole: int | None,
    ) -> None:
        text = words.text
        self._text, self._n, self._earlier = text, n, earlier
        self._words, self._whole = words, whole
        self._amount = amounts[n]
        self._since = amounts[n - 1].end if n else 0
        self._until = amounts[n + 1].start if n + 1 < len(amounts) else len(text)
        at = self._amount.start
        self._sentence = words.sentence(at)
        self._start = max(self._since, self._sentence)
        self._near = text[self._start : at]
        self._after = text[self._amount.end : self._until]

    def use(self) -> Use:
        """What the amount is used for."""
        rules = (
            *(self._number, self._refused, self._bracketed, self._shared, self._instalment),
            *(
                self._charged,
                self._worded,
                self._past,
                self._part,
                self._sum,
                self._row,
                self._grant,
            ),
        )
        found = (rule() for rule in rules)
        return next((use for use in found if use is not None), Use(self._amount, "unread"))

    def _number(self) -> Use | None:
        if "range" in self._amount.money.flags:
            return Use(self._amount, "unread")
        if self._amount.cents is not None or self._amount.readings:
            return None
        return Use(self._amount, "unit" if "unit" in self._amount.money.flags else "unread")

    def _refused(self) -> Use | None:
        refused = self._words.is_refused(self._sentence, self._amount.start)
        return Use(self._amount, "refused") if refused else None

    def _bracketed(self) -> Use | None:
        """« Bâti ton parcours (20 000 €) » within a grant."""
        whole = self._whole
        if whole is None or not self._near.endswith("(") or not CLOSED.match(self._after):
            return None
        named = self._earlier[whole].name
        first = self._n == whole + 1 and named is not None
        lead = max(self._since, named.reach) if first and named else self._since
        label = before_label(self._text, lead, self._amount.start - 1)
        return Use(self._amount, "part", label=label, whole=whole)

    def _shared(self) -> Use | None:
        return Use(self._amount, "each") if EACH.match(self._after) else None

    def _instalment(self) -> Use | None:
        after_one = self._n and self._earlier[self._n - 1].role == "instalment"
        if after_one and BALANCE.search(self._near):
            return Use(self._amount, "instalment", whole=self._whole)
        return None

    def _charged(self) -> Use | None:
        """« La dépense, soit 4 750 €, sera imputée… »."""
        expense = EXPENSE.search(self._near) and CHARGED_AFTER.match(self._after)
        return Use(self._amount, "charged") if expense else None

    def _worded(self) -> Use | None:
        at = self._amount.start
        for role, pattern in BEFORE:
            start = self._start
            if role == "previous":
                if self._words.is_told(self._sentence, at):
                    return Use(self._amount, role, whole=self._whole)
                start = max(self._sentence, at - _FAR)
            if pattern.search(self._text, start, at):
                return Use(self._amount, role, whole=self._whole)
        return None

    def _past(self) -> Use | None:
        past = PREVIOUS_AFTER.match(self._after)
        if past and self._near.rstrip().endswith(("(", "contre", "rappel :")):
            return Use(self._amount, "previous", whole=self._whole, year=int(past[1]))
        return None

    def _part(self) -> Use | None:
        if self._whole is None or TOTAL_OF.search(self._near):
            return None
        after_part = self._earlier and self._earlier[-1].role == "part"
        if PART.search(self._near) or (after_part and PART_ON.search(self._near)):
            label = after_label(self._text, self._amount.end, self._until)
            return Use(self._amount, "part", label=label, whole=self._whole)
        return None

    def _sum(self) -> Use | None:
        """A total, or what is put to the budget."""
        if TOTAL_OF.search(self._near):
            return Use(self._amount, "total")
        if CHARGED.search(self._near) and not self._named_after():
            return Use(self._amount, "charged")
        if TOTAL.search(self._near) and not self._named_before():
            return Use(self._amount, "total")
        return None

    def _row(self) -> Use | None:
        start = self._start
        if self._earlier:
            following = NEXT_ROW.match(self._text, self._since)
            if following is None or not self._earlier[-1].listed:
                return None
            start = following.end()
        near = self._text[start : self._amount.start]
        row = ROW.match(near)
        if row is not None:
            return _row(self._text, self._amount, start, row)
        row = ITEM_ROW.match(near) if self._is_whole_item() else None
        use = _row(self._text, self._amount, start, row) if row else None
        return use if use is not None and use.role != "unread" else None

    def _is_whole_item(self) -> bool:
        """Whether an item of a list holds no other amount, and little after this one."""
        alone = self._until == len(self._text) and not self._earlier
        return self._words.in_list and alone and ITEM_END.match(self._after) is not None

    def _grant(self) -> Use | None:
        if self._amount.money.per is not None or (
            self._whole is not None and not self._near.strip()
        ):
            return None  # « 3 € par habitant » is no amount yet
        after = self._named_after()
        if after is not None and shared_with(self._text, after, self._until):
            return None
        found = [name for name in (after, self._named_before(after)) if name]
        if found:
            same = len({self._text[each.start : each.end].casefold() for each in found}) == 1
            return Use(self._amount, "grant", name=found[0]) if same else None
        total = self._words.opens_list and SUM.search(self._near)
        return Use(self._amount, "total") if total else None

    def _named_after(self) -> Name | None:
        return named_after(self._text, self._amount, self._until)

    def _named_before(self, after: Name | None = None) -> Name | None:
        """The body named before; where one is named after too, not that of the last amount."""
        name = named_before(self._text, self._start, self._amount.start)
        last = self._earlier[-1].name if self._earlier else None
        taken = name is not None and last is not None and name.start == last.start
        return None if taken and after is not None else name


def _row(text: str, amount: Amount, start: int, row: re.Match[str]) -> Use:
    label = row["label"]
    lead = BULLET.match(label)
    at = start + row.start("label") + (lead.end() if lead else 0)
    end = start + row.end("label")
    while end > at and text[end - 1] in " .:…_":
        end -= 1
    words = text[at:end]
    if not words:
        return Use(amount, "unread")
    if IS_TOTAL.match(words):
        return Use(amount, "total")
    to = GRANT_TO.match(words)
    if to is None and NO_BODY.match(words):
        return Use(amount, "unread")
    at += to.end() if to else 0
    words = text[at:end]
    named = name_at(text, at, end)
    if named is not None and not text[named.reach : end].strip(_QUOTES):
        alone = not text[at : named.start].strip(_QUOTES)
        if alone or named.form:
            return Use(amount, "grant", name=named, listed=True)
    if len(words.split()) <= 8 and words[0].isupper() and "," not in words:
        return Use(amount, "grant", name=Name(at, end, end), listed=True)
    return Use(amount, "unread")
