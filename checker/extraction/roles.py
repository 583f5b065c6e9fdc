"""What each amount of a sentence is: a grant to a body, a part of one, a total, a threshold.

The words around the amount decide, never its value. Where two readings of the words name two
bodies, or none, the amount has no role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from checker.extraction.amounts import Amount
from checker.extraction.blocks import Block
from checker.extraction.naming import Name, name_at

Role = Literal[
    "grant",
    "each",
    "part",
    "total",
    "charged",
    "change",
    "previous",
    "requested",
    "base",
    "threshold",
    "budget",
    "instalment",
    "refused",
    "unit",
    "unread",
]

_SENTENCE = re.compile(r"[.;!?]\s+(?=[A-ZÀ-Ÿ\"«(-])|\t")
_WORDS_BEFORE: tuple[tuple[Role, str], ...] = (
    ("refused", r"\b(?:et non(?: pas)?|au lieu de|et pas)"),
    (
        "change",
        (
            r"\b(?:hausse|augmentation|baisse|diminution|majoration|supplément|réduction"
            r"|progression) (?:de|d'un montant de|:)"
        ),
    ),
    (
        "base",
        r"(?:dépenses?|assiette|base|coûts?)[^.;€]{0,60}(?:plafonnée?s?|limitée?s?) (?:à|de)",
    ),
    (
        "threshold",
        (
            r"\b(?:excède|excédant|dépasse|dépassant|supérieure?s? (?:ou égale?s? )?(?:à|au)"
            r"|inférieure?s? (?:ou égale?s? )?(?:à|au)|au[- ]delà de|seuil de|plus de|moins de"
            r"|à partir de)"
        ),
    ),
    (
        "previous",
        (
            r"(?:\bcontre|\b(?:avait|avaient|a déjà|ont déjà)\b[^.;€]{0,160}"
            r"|\b(?:en|pour|année) (?:19|20)\d\d,? (?:on a (?:donné|versé)|la ville a versé)[^.;]*)"
        ),
    ),
    (
        "instalment",
        (
            r"\b(?:acompte|avance|solde|versements?|premier versement|deuxième versement)\b"
            r"[^.;€]{0,40}?(?:\bde|,? soit|:|d'un montant de)"
        ),
    ),
    (
        "requested",
        (
            r"\b(?:sollicit\w+|demande (?:de subvention|d'aide)?|montant demandé)\b[^.;€]{0,200}"
            r"(?:\bde|:|à hauteur de|pour)"
        ),
    ),
    (
        "budget",
        (
            r"\b(?:(?<!au )(?<!du )budget|coût|plan de financement"
            r"|dépenses? (?:prévisionnelles?|éligibles?|totales?)"
            r"|chiffre d'affaires|tarifs?|recettes?|cotisation|participation des familles)\b"
            r"[^.;€]{0,120}(?:\bde|à|:|est|sont)"
        ),
    ),
)
_BEFORE = tuple((role, re.compile(words + r"\s*$", re.IGNORECASE)) for role, words in _WORDS_BEFORE)
_PREVIOUS_AFTER = re.compile(
    r"\s*(?:\(?\s*)?(?:(?:en|pour|au titre de|attribués? en|accordés? en)\s+(?:l'année\s+)?)"
    r"((?:19|20)\d\d)\b"
)
_EACH = re.compile(r"\s*(?:pour|à|par)\s+(?:chaque|chacun)", re.IGNORECASE)
_CHARGED = re.compile(
    r"(?:imput|prélev|inscri|dépenses?\b.{0,60}\b(?:seront|sera))[^€]{0,160}$", re.IGNORECASE
)
_CHARGED_AFTER = re.compile(r"[^.;€]{0,40}\b(?:aux crédits|au budget|au chapitre|sur les crédits)")
_TOTAL = re.compile(
    r"(?:\b(?:montant|coût|soutien|somme)s?\s+(?:total|globale?|cumulé)|\btotal(?:ité)?\b"
    r"|\btotaux\b|\benveloppe\b|\bsoit au total|\bau total\b)[^.;€]{0,90}$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:subventions?|aides?|participations?|soutien|concours financier)\b[^.;€]*"
    r"\b(?:d'un montant (?:total |global )?de|de|:)\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:TTC|HT|,|\(?net\)?)?\s*(?:(?:est|sont|sera|seront|a été)\s+)?"
    r"(?:attribuée?s?|accordée?s?|allouée?s?|versée?s?|octroyée?s?|proposée?s?|destinée?s?)?\s*"
    r"(?:à l'attention d(?:e la |e l'|es |u |e )|en faveur d(?:e la |e l'|es |u |e |')"
    r"|au (?:bénéfice|profit) d(?:e la |e l'|es |u |e |')|à destination d(?:e la |e l'|es |u |e )"
    r"|à la |à l'|aux |au |à |pour la |pour le |pour l'|pour )",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:à la |à l'|aux |au |à |pour la |pour le |pour l'|pour |soutenir la |soutenir l'"
    r"|soutenir le |soutenir |en faveur d(?:e la |e l'|es |u |e )"
    r"|au (?:bénéfice|profit) d(?:e la |e l'|es |u |e )|et la |et le |et l')",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\s*,?\s*(?:(?:pour|au titre de) (?:l'année|l'exercice) \d{4},?\s*)?"
    r"(?:(?:une|la|un|le)\s+(?:subvention|aide|participation|soutien|concours|dotation|somme)\b"
    r"[^.;€]{0,80}?(?:d'un montant (?:total |global |maximum |maximal )?de|de|:)"
    r"|à hauteur de|d'un montant (?:maximum |maximal |total |global )?de|pour un montant de"
    r"|(?:est|sera|s'élève|s'élèverait|est fixée?)\s+(?:de|à)|la somme de|:|de)\s*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\bdont\b|\bsoit\b|\brépartis? (?:en|comme suit))[^.;€]{0,60}$", re.IGNORECASE
)
_PART_ON = re.compile(r"^[^.;]*(?:\bet|,)\s*$")
_CLOSED = re.compile(r"\s*\)")
_BALANCE = re.compile(r"\bsolde\b", re.IGNORECASE)
_TOTAL_OF = re.compile(r"\bsoit un total de\s*$", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:au titre d(?:e la |e l'|es |u |e )|pour (?:la |le |les |l')?)")
_NEXT_PART = re.compile(r"\s*\)\s*(?:,|;|et|puis|ainsi que)\s+")
_FIRST_PART = re.compile(r"(?:\bpour\s+|:\s+|\bdont\s+)(?=[A-ZÀ-Ÿ\"«])")
_REFUSAL = re.compile(
    r"\bne pas (?:attribuer|accorder|donner|verser|octroyer|allouer)|\brefus|\brejet"
    r"|\bn'accord|\bn'attribue|\bne (?:souhaite|verse) pas|\bdéfavorable|ne pas donner suite",
    re.IGNORECASE,
)
_ROW = re.compile(r"^(?P<label>.{2,120}?)\s*(?::|\.{4,}|…{2,}|_{4,})\s*$")
_BULLET = re.compile(r"^\W*(?=[\w\"«])")
_IS_TOTAL = re.compile(r"(?:sous[- ]?)?tota(?:l|ux)\b|ensemble\b|soit un total", re.IGNORECASE)


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


def uses_of(block: Block, amounts: Sequence[Amount], opens_list: bool) -> tuple[Use, ...]:
    """What each amount of a block is used for.

    Args:
        block: The block.
        amounts: Its amounts, in order.
        opens_list: Whether the block introduces a list of amounts.
    """
    found: list[Use] = []
    for n in range(len(amounts)):
        found.append(_Place(block.text, amounts, n, found, opens_list).use())
    return tuple(found)


class _Place:
    """An amount among the words around it; the first rule that knows them names its role."""

    def __init__(
        self,
        text: str,
        amounts: Sequence[Amount],
        n: int,
        earlier: Sequence[Use],
        opens_list: bool,
    ) -> None:
        self._text, self._n, self._earlier, self._opens = text, n, earlier, opens_list
        self._amount = amounts[n]
        self._since = amounts[n - 1].end if n else 0
        self._until = amounts[n + 1].start if n + 1 < len(amounts) else len(text)
        at = self._amount.start
        sentence = max((m.end() for m in _SENTENCE.finditer(text, 0, at)), default=0)
        self._start = max(self._since, sentence)
        self._before, self._near = text[sentence:at], text[self._start : at]
        self._after = text[self._amount.end : self._until]
        self._whole = next((k for k in reversed(range(n)) if earlier[k].role == "grant"), None)

    def use(self) -> Use:
        """What the amount is used for."""
        rules = (
            *(self._number, self._refused, self._bracketed, self._shared, self._instalment),
            *(self._worded, self._past, self._part, self._sum, self._row, self._grant),
        )
        found = (rule() for rule in rules)
        return next((use for use in found if use is not None), Use(self._amount, "unread"))

    def _number(self) -> Use | None:
        if self._amount.cents is not None or self._amount.readings:
            return None
        return Use(self._amount, "unit" if "unit" in self._amount.money.flags else "unread")

    def _refused(self) -> Use | None:
        return Use(self._amount, "refused") if _REFUSAL.search(self._before) else None

    def _bracketed(self) -> Use | None:
        """« Bâti ton parcours (20 000 €) » within a grant."""
        whole = self._whole
        if whole is None or not self._near.endswith("(") or not _CLOSED.match(self._after):
            return None
        named = self._earlier[whole].name
        first = self._n == whole + 1 and named is not None
        lead = max(self._since, named.reach) if first and named else self._since
        label = _before_label(self._text, lead, self._amount.start - 1)
        return Use(self._amount, "part", label=label, whole=whole)

    def _shared(self) -> Use | None:
        return Use(self._amount, "each") if _EACH.match(self._after) else None

    def _instalment(self) -> Use | None:
        after_one = self._n and self._earlier[self._n - 1].role == "instalment"
        if after_one and _BALANCE.search(self._near):
            return Use(self._amount, "instalment", whole=self._whole)
        return None

    def _worded(self) -> Use | None:
        for role, pattern in _BEFORE:
            if pattern.search(self._near if role != "previous" else self._before):
                return Use(self._amount, role, whole=self._whole)
        return None

    def _past(self) -> Use | None:
        past = _PREVIOUS_AFTER.match(self._after)
        if past and self._near.rstrip().endswith(("(", "contre", "rappel :")):
            return Use(self._amount, "previous", whole=self._whole, year=int(past[1]))
        return None

    def _part(self) -> Use | None:
        if self._whole is None or _TOTAL_OF.search(self._near):
            return None
        after_part = self._earlier and self._earlier[-1].role == "part"
        if _PART.search(self._near) or (after_part and _PART_ON.search(self._near)):
            label = _after_label(self._text, self._amount.end, self._until)
            return Use(self._amount, "part", label=label, whole=self._whole)
        return None

    def _sum(self) -> Use | None:
        """A total, or what is put to the budget."""
        if _TOTAL_OF.search(self._near):
            return Use(self._amount, "total")
        if _CHARGED.search(self._near) and not self._named_after():
            return Use(self._amount, "charged")
        if _TOTAL.search(self._near) and not self._named_before():
            return Use(self._amount, "total")
        return None

    def _row(self) -> Use | None:
        row = _ROW.match(self._near) if not self._earlier else None
        return _row(self._text, self._amount, self._start, row) if row else None

    def _grant(self) -> Use | None:
        if self._whole is not None and not self._near.strip():
            return None
        found = [name for name in (self._named_after(), self._named_before()) if name]
        if found:
            same = len({self._text[each.start : each.end].casefold() for each in found}) == 1
            return Use(self._amount, "grant", name=found[0]) if same else None
        return Use(self._amount, "total") if self._opens and _SUM.search(self._near) else None

    def _named_after(self) -> Name | None:
        return _named_after(self._text, self._amount, self._until)

    def _named_before(self) -> Name | None:
        return _named_before(self._text, self._start, self._amount.start)


def _named_after(text: str, amount: Amount, until: int) -> Name | None:
    match = _TO.match(text, amount.end + len(text[amount.end :]) - len(text[amount.end :].lstrip()))
    return name_at(text, match.end(), until) if match else None


def _named_before(text: str, start: int, end: int) -> Name | None:
    """The name that a grant is said to go to before its amount is."""
    for match in _FROM.finditer(text, start, end):
        name = name_at(text, match.end(), end)
        if name is None:
            continue
        stops = [name.reach, name.end]
        close = re.compile(r"\s?[»\"”]").match(text, name.reach)
        if close:
            stops.append(close.end())
        if any(_GIVES.match(text[stop:end]) for stop in stops):
            return name
    return None


def _row(text: str, amount: Amount, start: int, row: re.Match[str]) -> Use:
    label = row["label"]
    lead = _BULLET.match(label)
    at = start + row.start("label") + (lead.end() if lead else 0)
    end = start + row.end("label")
    while text[end - 1] in " .:…_":
        end -= 1
    words = text[at:end]
    if _IS_TOTAL.match(words):
        return Use(amount, "total")
    named = name_at(text, at, end)
    if named is not None and (named.start, named.reach) == (at, end):
        return Use(amount, "grant", name=named, listed=True)
    if named is not None and named.form and named.reach == end:
        return Use(amount, "grant", name=named, listed=True)
    if len(words.split()) <= 8 and words[0].isupper() and "," not in words:
        return Use(amount, "grant", name=Name(at, end, end), listed=True)
    return Use(amount, "unread")


def _before_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands before « (20 000 €) »: the words for what that part pays for."""
    lead = _NEXT_PART.match(text, start, end) or _FIRST_PART.search(text, start, end)
    first, last = lead.end() if lead else start, end
    while last > first and text[last - 1] in ' "»':
        last -= 1
    while first < last and text[first] in ' "«':
        first += 1
    return (first, last) if last > first else None


def _after_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    stop = re.compile(r"[;.,(]|\set\s*$").search(text, match.end(), end)
    last = stop.start() if stop else end
    return (match.end(), last) if last > match.end() else None
