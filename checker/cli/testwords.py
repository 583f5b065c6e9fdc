"""The sentences of `test`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum

from checker.boundaries import Unpinned
from checker.cli.sentences import Reader
from checker.exampletest import Fault
from checker.exampleverdicts import Miscited, Mismatch
from checker.expectations import WHOLE, Difference
from checker.language.examples import Example
from checker.language.tree import Check
from checker.words import Language, Words, counted, quoted, typeset

_EXPECTED = Words("attendu {}, obtenu {}", "expected {}, got {}")
_NOTHING = Words("aucun verdict", "no verdict")
_CITES = Words(
    "textes cités attendus : {}, obtenus : {}", "texts expected to be cited: {}, got: {}"
)
_NO_TEXT = Words("aucun", "none")
_DIFFER = Words("les deux évaluations diffèrent", "the two judges differ")
_EQUAL = Words(
    "aucun exemple n'a les deux côtés égaux, dans : {}",
    "no example has both sides equal, in: {}",
)
_ACROSS = Words(
    "aucun exemple n'est à une unité de l'autre côté de la limite, dans : {}",
    "no example lies one unit across the boundary, in: {}",
)
CHANGED = Words(
    "{} : verdicts autres que les verdicts attendus", "{}: verdicts other than those expected"
)
WITHOUT = Words(
    "{} : sans verdicts attendus ; test --update écrira {}.",
    "{}: without expected verdicts; test --update will write {}.",
)
ORPHAN = Words(
    "{} : verdicts attendus d'un acte absent ; retirer ce fichier, ou rétablir l'acte.",
    "{}: expected verdicts of a case that is not there; remove the file, or restore the case.",
)
WRITTEN = Words("{} : écrit.", "{}: written.")
COLUMNS = (
    Words("contrôle", "check"),
    Words("sujet", "subject"),
    Words("attendu", "expected"),
    Words("obtenu", "got"),
)
_FINE = Words("tout est conforme aux attentes", "everything is as expected")


class Count(Enum):
    """What is counted; each with its noun for one and for several."""

    EXAMPLES = (Words("exemple", "example"), Words("exemples", "examples"))
    CASES = (Words("acte", "case"), Words("actes", "cases"))
    DIFFERENCES = (Words("écart", "difference"), Words("écarts", "differences"))
    LACKS = (
        Words("exemple manquant", "missing example"),
        Words("exemples manquants", "missing examples"),
    )
    WITHOUT = (
        Words("acte sans verdicts attendus", "case without expected verdicts"),
        Words("actes sans verdicts attendus", "cases without expected verdicts"),
    )
    UNREAD = (Words("fichier non lu", "file not read"), Words("fichiers non lus", "files not read"))
    FAULTS = (
        Words("jugement non fiable", "unreliable judgement"),
        Words("jugements non fiables", "unreliable judgements"),
    )
    WRITTEN = (Words("fichier écrit", "file written"), Words("fichiers écrits", "files written"))


_WRONG = (Count.DIFFERENCES, Count.LACKS, Count.UNREAD, Count.FAULTS)


def mismatch(each: Mismatch, file: str, language: Language) -> str:
    """An example with other verdicts than expected."""
    said = _EXPECTED(language).format(_each(each.expected, language), _each(each.got, language))
    return _sentence(each.example, file, said, language)


def miscited(each: Miscited, file: str, language: Language) -> str:
    """An example on which the rule cites other references than expected."""
    none = _NO_TEXT(language)
    expected, got = (", ".join(keys) or none for keys in (each.expected, each.got))
    said = _CITES(language).format(expected, got)
    return _sentence(each.example, file, said, language)


def fault(each: Fault, file: str, language: Language) -> str:
    """An example whose judgement is not reliable."""
    said = (each.reason or _DIFFER(language)).rstrip(".")
    return _sentence(each.example, file, said, language)


def lacks(
    check: Check,
    unpinned: Iterable[Unpinned],
    file: str,
    language: Language,
    title: Callable[[str], str],
) -> Iterator[str]:
    """The boundaries of a check that its examples leave loose."""
    reader = Reader(language, title)
    for each in unpinned:
        (condition,) = reader.lines(each.condition)
        for missing, words in ((each.equal, _EQUAL), (each.across, _ACROSS)):
            if missing:
                said = words(language).format(condition)
                yield typeset(f"{file}: {check.id}{_colon(language)}{said}.", language)


def row(each: Difference, language: Language) -> tuple[str, str, str, str]:
    """A verdict of a case that is not the expected one."""
    none = _NOTHING(language)
    return each.check, each.subject or "-", each.expected or none, each.got or none


def summary(counts: Counter[Count], language: Language) -> str:
    """The last line: what was tried, and whether all is well."""
    said = {each: _counted(each, counts[each], language) for each in Count}
    tried = [said.pop(Count.EXAMPLES), said.pop(Count.CASES)]
    rest = [text for each, text in said.items() if counts[each]]
    if not any(counts[each] for each in _WRONG):
        rest.append(_FINE(language))
    return typeset(f"{', '.join(tried)}{_colon(language)}{', '.join(rest)}.", language)


def _counted(what: Count, number: int, language: Language) -> str:
    one, many = what.value
    return counted(number, one, many, language)


def _sentence(example: Example, file: str, said: str, language: Language) -> str:
    chosen = f" ({', '.join(example.chosen)})" if example.chosen else ""
    where = f"{file}:{example.line}: {example.check}, {quoted(example.name, language)}{chosen}"
    return typeset(f"{where}{_colon(language)}{said}.", language)


def _each(verdicts: Mapping[str, str], language: Language) -> str:
    if not verdicts:
        return _NOTHING(language)
    return ", ".join(
        verdict if subject == WHOLE else f"{verdict} ({subject})"
        for subject, verdict in verdicts.items()
    )


def _colon(language: Language) -> str:
    return " : " if language == "fr" else ": "
