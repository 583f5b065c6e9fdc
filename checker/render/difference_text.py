"""A comparison of two acts for a terminal; the last line counts what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tabulate import tabulate

from checker.difference.model import (
    Amount,
    ArticleChange,
    Difference,
    Move,
    Party,
    Side,
    Turn,
    VerdictChange,
)
from checker.render.characters import visible
from checker.render.layout import Page, Style, shortened
from checker.report.phrases import VERDICTS
from checker.verdict import Verdict
from checker.words import (
    Language,
    Words,
    counted,
    listing,
    print_date,
    print_money,
    quoted,
    typeset,
)

WIDTH = 96
_WIDEST = 40
_TITLE = Words("COMPARAISON DE DEUX ACTES", "COMPARISON OF TWO ACTS")
_OLD, _NEW = Words("Avant", "Before"), Words("Après", "After")
_SIDE = Words("{} – délibération {} du {}, droit du {}", "{} – deliberation {} of {}, law of {}")
_UNSTATED = Words("non précisé", "not stated")
_UNRELIABLE = Words(
    "CONTRÔLE NON FIABLE : les verdicts comparés ne doivent pas être utilisés.",
    "NOT RELIABLE: the verdicts compared must not be used.",
)
_SECTIONS = {
    "values": Words("Identification et vote", "Identification and vote"),
    "parties": Words("Bénéficiaires", "Beneficiaries"),
    "amounts": Words("Montants", "Amounts"),
    "articles": Words("Articles", "Articles"),
    "law": Words("Valeurs du droit appliqué", "Values of the law applied"),
}
_MOVES: Mapping[Move, Words] = {
    "in": Words("entrant", "in"),
    "out": Words("sortant", "out"),
    "changed": Words("modifié", "changed"),
}
_CALLED = Words("{}, auparavant {}", "{}, formerly {}")
_LIKE = Words(
    "{} : s'agit-il de {} ? Les noms se ressemblent, rien d'autre ne les rapproche.",
    "{}: is it {}? The names are alike; nothing else connects them.",
)
_HEADS = (
    Words("montant", "amount"),
    Words("avant", "before"),
    Words("après", "after"),
    Words("écart", "difference"),
)
_SAME = (
    Words("montant est identique", "amount is the same"),
    Words("montants sont identiques", "amounts are the same"),
)
_NONE = Words("–", "–")
_TURNS: Mapping[Turn, Words] = {
    "new": Words("Constats nouveaux", "New findings"),
    "gone": Words("Constats levés", "Findings gone"),
    "changed": Words("Verdicts modifiés", "Changed verdicts"),
    "restated": Words("Constats maintenus, énoncés autrement", "Findings kept, stated otherwise"),
}
_TURNED = Words("{}\u00a0: {}", "{}: {}")
_ABSENT = Words("absent", "not there")
_FROM_TO = Words("{} → {}", "{} → {}")
_ALONE = (
    Words(
        "autre contrôle, sans constat, porte sur ce qu'un seul des deux actes contient",
        "other control, no finding, is about something that only one of the acts has",
    ),
    Words(
        "autres contrôles, sans constat, portent sur ce qu'un seul des deux actes contient",
        "other controls, no findings, are about things that only one of the acts has",
    ),
)
_NOTHING = Words("Différences : aucune.", "Differences: none.")
_LAST = Words("Différences : {}.", "Differences: {}.")
_COUNTED = {
    "values": (Words("mention", "statement"), Words("mentions", "statements")),
    "parties": (Words("bénéficiaire", "beneficiary"), Words("bénéficiaires", "beneficiaries")),
    "amounts": (Words("montant", "amount"), Words("montants", "amounts")),
    "articles": (Words("article", "article"), Words("articles", "articles")),
    "new": (Words("constat nouveau", "new finding"), Words("constats nouveaux", "new findings")),
    "gone": (Words("constat levé", "finding gone"), Words("constats levés", "findings gone")),
    "changed": (
        Words("verdict modifié", "changed verdict"),
        Words("verdicts modifiés", "changed verdicts"),
    ),
    "restated": (
        Words("constat énoncé autrement", "finding stated otherwise"),
        Words("constats énoncés autrement", "findings stated otherwise"),
    ),
    "law": (Words("valeur du droit", "value of the law"), Words("valeurs du droit", "values")),
}


def render(found: Difference, *, color: bool = False, width: int = WIDTH) -> str:
    """The whole comparison.

    Args:
        found: What differs.
        color: Whether to write ANSI styles.
        width: Columns of the page.
    """
    page = Page(found.language, color=color, width=width)
    say = found.language
    page.paragraph(_TITLE(say), Style.BOLD)
    page.blank()
    page.labelled([(_OLD(say), _side(found.old, say)), (_NEW(say), _side(found.new, say))])
    if not found.reliable:
        page.blank()
        page.paragraph(typeset(_UNRELIABLE(say), say), Style.RED)
    _write_values(page, found)
    _write_parties(page, found.parties)
    _write_amounts(page, found)
    _write_articles(page, found.articles)
    for turn, heading in _TURNS.items():
        _write_verdicts(page, heading, [each for each in found.verdicts if each.turn == turn])
    if found.alone:
        page.blank()
        page.paragraph(typeset(counted(found.alone, *_ALONE, say), say) + ".")
    _write_law(page, found)
    page.blank()
    page.paragraph(last_line(found))
    return page.text()


def last_line(found: Difference) -> str:
    """How much differs, by kind."""
    say = found.language
    turns = Counter(each.turn for each in found.verdicts)
    counts: dict[str, int] = {
        "values": len(found.values),
        "parties": len(found.parties),
        "amounts": len(found.amounts),
        "articles": len(found.articles),
        **{str(turn): turns[turn] for turn in _TURNS},
        "law": len(found.law),
    }
    shown = [counted(number, *_COUNTED[name], say) for name, number in counts.items() if number]
    line = _LAST(say).format(listing(shown, say)) if shown else _NOTHING(say)
    return typeset(line, say)


def _side(side: Side, say: Language) -> str:
    unknown = _UNSTATED(say)
    date, law = (print_date(day, say) if day else unknown for day in (side.date, side.law_date))
    return typeset(_SIDE(say), say).format(side.file, side.number or unknown, date, law)


def _write_values(page: Page, found: Difference) -> None:
    if found.values:
        page.heading(_SECTIONS["values"](page.language))
        _arrows(page, [(each.what, each.old, each.new) for each in found.values])


def _write_parties(page: Page, parties: Sequence[Party]) -> None:
    say = page.language
    if parties:
        page.heading(_SECTIONS["parties"](say))
    for each in parties:
        name = each.new or each.old
        if each.move == "changed":
            name = _CALLED(say).format(each.new, each.old)
        page.labelled([(_MOVES[each.move](say), name)])
    for each in parties:
        if each.like and each.move == "in":
            asked = _LIKE(say).format(quoted(each.new, say), quoted(each.like, say))
            page.item("?", typeset(asked, say), indent=2)


def _write_amounts(page: Page, found: Difference) -> None:
    say = page.language
    if not found.amounts:
        return
    page.heading(_SECTIONS["amounts"](say))
    rows = [
        [shortened(visible(each.what), _WIDEST), *_figures(each, say)] for each in found.amounts
    ]
    heads = [head(say) for head in _HEADS]
    align = ("left", "right", "right", "right")
    page.lines(tabulate(rows, heads, colalign=align, disable_numparse=True).splitlines())
    page.blank()
    page.paragraph(counted(found.same_amounts, *_SAME, say) + ".", indent=2)


def _figures(each: Amount, say: Language) -> list[str]:
    def shown(cents: int | None, *, there: bool) -> str:
        if cents is None:
            return _UNSTATED(say) if there else _NONE(say)
        return print_money(cents, say)

    gap = "" if each.gap is None else print_money(each.gap, say)
    sign = "+" if each.gap is not None and each.gap > 0 else ""
    return [
        shown(each.old, there=each.move != "in"),
        shown(each.new, there=each.move != "out"),
        f"{sign}{gap}",
    ]


def _write_articles(page: Page, articles: Sequence[ArticleChange]) -> None:
    if articles:
        page.heading(_SECTIONS["articles"](page.language))
        _arrows(page, [(f"Article {each.number}", each.old, each.new) for each in articles])


def _write_verdicts(page: Page, heading: Words, changes: Sequence[VerdictChange]) -> None:
    say = page.language
    if changes:
        page.heading(heading(say))
    for each in changes:
        told = f"[{each.check}] {each.title} – {each.named}"
        if each.old is not each.new:
            turned = _FROM_TO(say).format(_verdict(each.old, say), _verdict(each.new, say))
            told = _TURNED(say).format(told, turned)
        page.item("-", told, indent=2)
        page.paragraph(each.message, indent=4)


def _verdict(verdict: Verdict | None, say: Language) -> str:
    return (_ABSENT if verdict is None else VERDICTS[verdict])(say)


def _write_law(page: Page, found: Difference) -> None:
    if found.law:
        say = page.language
        page.heading(_SECTIONS["law"](say))
        rows = ((each.title, each.old, each.new) for each in found.law)
        _arrows(page, [(typeset(a, say), typeset(b, say), typeset(c, say)) for a, b, c in rows])


def _arrows(page: Page, rows: Sequence[tuple[str, str, str]]) -> None:
    """Things that have a value before and after."""
    say = page.language
    for what, old, new in rows:
        turned = _FROM_TO(say).format(old or _NONE(say), new or _NONE(say))
        page.item("-", _TURNED(say).format(what, turned), indent=2)
