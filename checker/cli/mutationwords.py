"""The sentences of `test --mutate`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from checker.mutation.change import Fault
from checker.mutation.score import Score
from checker.words import Language, Words, counted, print_number, quoted, typeset

_SURVIVES = Words("aucun exemple ni acte ne relève la mutation {}", "no example or case notices {}")
_HINTS: Mapping[Fault, Words] = {
    Fault.NUMBER: Words(
        "ajouter un exemple exactement à la limite et un autre à une unité de là",
        "add an example exactly at the limit, and one a unit away",
    ),
    Fault.COMPARISON: Words(
        "ajouter un exemple dont les deux côtés sont égaux, ou un autre où ils diffèrent",
        "add an example whose two sides are equal, or one where they differ",
    ),
    Fault.CONDITION: Words(
        "ajouter un exemple où cette seule condition n'est pas remplie",
        "add an example where this condition alone does not hold",
    ),
    Fault.QUANTIFIER: Words(
        "ajouter un exemple où une partie seulement des conditions est remplie",
        "add an example where only some of the conditions hold",
    ),
    Fault.AGGREGATE: Words(
        "ajouter un exemple avec plusieurs lignes, les unes égales, les autres non",
        "add an example with several rows, some equal and some not",
    ),
    Fault.SCOPE: Words(
        "ajouter un exemple dont l'acte est à ce stade ou de cette catégorie",
        "add an example whose act is at this stage or of this category",
    ),
}
_OR_REASON = Words("ou un motif sous « survivors »", "or a reason under 'survivors'")
_IDLE = Words(
    "le motif donné pour {} est sans objet : une telle mutation n'existe pas, ou un exemple "
    "la relève ; le retirer",
    "the reason given for {} is idle: there is no such mutant, or an example notices it; remove it",
)
_BROKEN = Words(
    "{} donne déjà un autre résultat que le résultat attendu ; corriger d'abord",
    "{} already gives another result than expected; mend this first",
)
_COLUMNS = (
    Words("règle ou valeur datée", "rule or dated value"),
    Words("mutations", "mutants"),
    Words("relevées", "noticed"),
    Words("motivées", "excused"),
    Words("inaperçues", "unnoticed"),
    Words("score", "score"),
)
_MUTANTS = Words("mutation", "mutant"), Words("mutations", "mutants")
_SUBJECTS = (
    Words("règle ou valeur datée", "rule or dated value"),
    Words("règles et valeurs datées", "rules and dated values"),
)
_NOTICED = Words("relevée", "noticed"), Words("relevées", "noticed")
_EXCUSED = Words("motivée", "excused"), Words("motivées", "excused")
_UNNOTICED = Words("inaperçue", "unnoticed"), Words("inaperçues", "unnoticed")
_IDLE_COUNT = Words("motif sans objet", "idle reason"), Words("motifs sans objet", "idle reasons")


def report(scores: Sequence[Score], language: Language) -> Iterator[str]:
    """What is not noticed, each with its line and what to add; the scores; a line that counts."""
    for score in scores:
        yield from (typeset(line, language) for line in _lines(score, language))
    rows = [_row(score, language) for score in scores if not score.broken]
    yield tabulate(rows, [column(language) for column in _COLUMNS])
    yield typeset(_summary(scores, language), language)


def _lines(score: Score, language: Language) -> Iterator[str]:
    colon = " : " if language == "fr" else ": "
    if score.broken:
        said = _BROKEN(language).format(quoted(score.broken, language))
        yield f"{score.file}: {score.subject}{colon}{said}."
    for each in score.survivors:
        said = _SURVIVES(language).format(quoted(each.name, language))
        hint = f"{_HINTS[each.fault](language)}, {_OR_REASON(language)}"
        semicolon = " ; " if language == "fr" else "; "
        yield f"{score.file}:{each.line}: {score.subject}{colon}{said}{semicolon}{hint}."
    for reason in score.idle:
        said = _IDLE(language).format(quoted(reason.mutant, language))
        yield f"{score.file}:{reason.line}: {score.subject}{colon}{said}."


def _row(score: Score, language: Language) -> tuple[str, ...]:
    total, met = len(score.outcomes), score.noticed + score.excused
    numbers = (total, score.noticed, score.excused, len(score.survivors))
    share = f"{100 * met // total if total else 100}\N{NO-BREAK SPACE}%"
    return (
        score.subject,
        *(print_number(number, language) for number in numbers),
        share if language == "fr" else share.replace("\N{NO-BREAK SPACE}", ""),
    )


def _summary(scores: Sequence[Score], language: Language) -> str:
    counts = [
        (sum(len(score.outcomes) for score in scores), _MUTANTS),
        (len(scores), _SUBJECTS),
        (sum(score.noticed for score in scores), _NOTICED),
        (sum(score.excused for score in scores), _EXCUSED),
        (sum(len(score.survivors) for score in scores), _UNNOTICED),
        (sum(len(score.idle) for score in scores), _IDLE_COUNT),
    ]
    mutants, subjects, *rest = (counted(number, *words, language) for number, words in counts)
    within, colon = (" de ", " : ") if language == "fr" else (" of ", ": ")
    return f"{mutants}{within}{subjects}{colon}{', '.join(rest)}."
