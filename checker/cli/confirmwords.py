"""The sentences of `confirm`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from checker.case import Case
from checker.cli.placewords import Placed, shown
from checker.cli.settling import OPEN, Item
from checker.cli.typed import marked
from checker.errors import InputError
from checker.render.characters import visible
from checker.report.codes import decoded
from checker.report.readings import label_of, list_label
from checker.words import Words, counted

if TYPE_CHECKING:
    from checker.cli.redrawn import Redrawn

WIDTH = 96
_HELP = Words(
    "Répondre par le numéro d'une lecture, par un montant, ou par : x ce n'est rien de l'acte ;"
    " s passer ; u annuler ; q quitter ; ? aide.",
    "Answer with the number of a reading, with an amount, or with: x it is none of the act's;"
    " s skip; u undo; q quit; ? help.",
)
_LEFT = Words("encore {}", "{} left")
_ITEM = Words("élément", "item"), Words("éléments", "items")
_UNBOUND = Words("Montant ou nombre non rattaché", "Amount or number bound to nothing")
_MAY_LACK = Words("Liste peut-être incomplète : {}", "A list that may lack something: {}")
_COMPLETE = Words("=  rien n'y manque", "=  nothing is missing")
_CLOSED = Words("Liste tenue pour complète.", "The list counts as complete.")
_KEEPS = Words("laisse incomplet : {}", "leaves incomplete: {}")
_READ_AS = Words("lu, sans certitude : {} (= pour confirmer)", "read, not surely: {} (= confirms)")
_REFUSED = Words("Refusé : {}", "Refused: {}")
_DONE = {
    "dismissed": Words("Écarté.", "Dismissed."),
    "": Words("Enregistré : {}.", "Written: {}."),
}
_UNDONE = Words("Annulé.", "Undone.")
_UNDONE_ALL = Words("Annulé : {}.", "Undone: {}.")
_NOTHING = Words("Rien à annuler.", "Nothing to undo.")
_FOR_ALL = Words(
    "{} : la même réponse pour {} semblables {}", "{}: the same answer for {} alike {}"
)
_SCOPES = {
    "t": Words("de ce tableau ou de cette liste", "of this table or list"),
    "p": Words("de cette page", "of this page"),
    "*": Words("du document", "of the document"),
}
_DONE_ALL = Words("Réglé d'un coup : {} (u pour annuler).", "Settled at once: {} (u undoes it).")
_ENDING = Words("{} : {} ; {}.", "{}: {}; {}.")
_SETTLED = (
    ("confirmed", (Words("confirmé", "confirmed"), Words("confirmés", "confirmed"))),
    ("corrected", (Words("corrigé", "corrected"), Words("corrigés", "corrected"))),
    ("added", (Words("ajouté", "added"), Words("ajoutés", "added"))),
    ("dismissed", (Words("écarté", "dismissed"), Words("écartés", "dismissed"))),
)
_NONE_SETTLED = Words("rien de réglé à la main", "nothing settled by hand")
_NONE_LEFT = Words("plus rien à régler", "nothing left to settle")
_SOME_LEFT = Words("reste à régler : {}", "left to settle: {}")
_UNCHANGED = Words("{} : document inchangé.", "{}: the document is unchanged.")
_KEPT = Words("{} : document modifié, relu ; {}.", "{}: the document has changed; read anew; {}.")
_KEPT_COUNT = (
    Words("réglage conservé", "settlement kept"),
    Words("réglages conservés", "settlements kept"),
)
_DROPPED = Words(
    "À régler de nouveau, le texte ayant changé : {}", "To settle again, as its text changed: {}"
)
_LOST = Words("Non repris : {}", "Not carried over: {}")


@frozen
class Said(Placed):
    """Says what `confirm` has to say, in one language."""

    def help(self) -> str:
        """The answers there are."""
        return self._set(_HELP)

    def question(self, case: Case, item: Item, texts: Mapping[str, str], left: int) -> str:
        """An item on its line, with its readings."""
        if item.status == OPEN:
            label = self._set(_MAY_LACK).format(self._lists(item))
            return f"\n{label} ({item.path}; {self._left(left)})\n  {self._set(_COMPLETE)}"
        label = self._set(_UNBOUND)
        if item.name:
            named, kind = label_of(item.of, item.name, self.language)
            label = f"{kind}, {named}"
        lines = ["", f"{label} ({item.path}; {self._left(left)})"]
        lines += [f"    {line}" for line in _line(case, item, texts)]
        if item.lists:
            lines.append("  " + self._set(_KEEPS).format(self._lists(item)))
        if item.value is not None and str(item.value) not in item.readings:
            lines.append(
                "  " + self._set(_READ_AS).format(shown(case, str(item.value), self.language))
            )
        for number, each in enumerate(item.readings, start=1):
            said = decoded(item.name, shown(case, each, self.language), self.language)
            lines.append(f"  {number}  {said}")
        return "\n".join(lines)

    def for_all(self, item: Item, groups: Mapping[str, int]) -> Iterator[str]:
        """The answers that do for several items, and for how many each."""
        for scope, number in groups.items():
            codes = [f"={scope}" if item.status == OPEN else f"x{scope}"]
            if item.name:
                codes += [f"={scope}"] if item.value is not None else []
                codes += [f"{n}{scope}" for n, _ in enumerate(item.readings, start=1)]
            of = self._set(_SCOPES[scope])
            items = counted(number, *_ITEM, self.language)
            yield "  " + self._set(_FOR_ALL).format(", ".join(codes), items, of)

    def done_all(self, number: int) -> str:
        """How many items one answer settled."""
        return self._set(_DONE_ALL).format(counted(number, *_ITEM, self.language))

    def refused(self, error: InputError) -> str:
        """The loader does not take the value."""
        return self._set(_REFUSED).format("; ".join(each.message for each in error.problems))

    def done(self, case: Case, item: Item) -> str:
        """What was written."""
        from checker.cli.settling import plain  # noqa: PLC0415

        if item.status == OPEN:
            return self._set(_CLOSED)
        if item.name:
            holder = plain(case)
            for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", item.of):
                holder = holder[key] if key else holder[int(index)]  # type: ignore[index]
            if holder["evidence"][item.name]["status"] != "dismissed":
                written = shown(case, str(holder[item.name]), self.language)
                return self._set(_DONE[""]).format(written)
        elif all(each.id != item.key for each in case.readings):
            return self._set(_DONE[""]).format(self._set(_SETTLED[2][1][0]))
        return self._set(_DONE["dismissed"])

    def undone(self, number: int) -> str:
        """The last answer, which settled a number of items, is taken back."""
        if number == 1:
            return self._set(_UNDONE)
        return self._set(_UNDONE_ALL).format(counted(number, *_ITEM, self.language))

    def nothing_to_undo(self) -> str:
        """There is none."""
        return self._set(_NOTHING)

    def ending(self, counts: Mapping[str, int], left: int, name: str) -> str:
        """What is settled and what is left."""
        settled = [
            counted(counts[status], *words, self.language)
            for status, words in _SETTLED
            if counts[status]
        ]
        rest = self._set(_NONE_LEFT)
        if left:
            rest = self._set(_SOME_LEFT).format(counted(left, *_ITEM, self.language))
        return self._set(_ENDING).format(name, ", ".join(settled) or self._set(_NONE_SETTLED), rest)

    def unchanged(self, document: str) -> str:
        """The document is the one of the case."""
        return self._set(_UNCHANGED).format(document)

    def redrawn(self, result: Redrawn, document: str) -> Iterator[str]:
        """What a changed document leaves of what was settled."""
        kept = counted(result.kept, *_KEPT_COUNT, self.language)
        yield self._set(_KEPT).format(document, kept)
        for each in result.dropped:
            yield self._set(_DROPPED).format(visible(each))
        for each in result.lost:
            yield self._set(_LOST).format(each)

    def _lists(self, item: Item) -> str:
        return ", ".join(list_label(each, self.language) for each in item.lists)

    def _left(self, left: int) -> str:
        return self._set(_LEFT).format(counted(left, *_ITEM, self.language))


def _line(case: Case, item: Item, texts: Mapping[str, str]) -> list[str]:
    """The line of the document with what is meant underlined; else the quote alone."""
    span, quote = item.where.span, item.where.quote or ""
    first = case.documents[0].id if case.documents else ""
    text = texts.get(item.where.document or first)
    if text is not None and span is not None and span[1] <= len(text):
        start = text.rfind("\n", 0, span[0]) + 1
        end = text.find("\n", span[1])
        line = text[start : end if end >= 0 else len(text)]
        return _underlined(line, span[0] - start, span[1] - start)
    place = marked(quote, span[1] - span[0]) if span else None
    return _underlined(quote, *place) if place else [visible(quote)]


def _underlined(line: str, start: int, end: int) -> list[str]:
    """A line cut to the width around a part of it, and carets below that part."""
    left = max(0, start - (WIDTH - 8 - min(end - start, WIDTH - 8)) // 2)
    before, part = _flat(line[left:start]), _flat(line[start:end])
    if left:
        before = "…" + before[1:]
    room = WIDTH - 4 - len(before) - len(part)
    after = _flat(line[end:])
    if len(after) > room:
        after = after[: max(room - 1, 0)] + "…"
    shown = before + part + after
    return [shown.rstrip(), " " * len(before) + "^" * len(part)]


def _flat(text: str) -> str:
    """Characters that stay as many: what would act or break the line is a space."""
    return "".join(each if each.isprintable() or each in "\u00a0\u202f" else " " for each in text)
