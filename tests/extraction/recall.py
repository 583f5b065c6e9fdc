"""What extraction reads of each document of the corpus, measured.

python -m tests.extraction.recall prints the table of docs/documents.md anew.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from checker.case import Case, Entity
from checker.extraction import extract
from checker.money import is_euros
from checker.reading import read_document
from checker.words import print_number
from tests.extraction.sources import SHARED

CORPUS = SHARED / "corpus"
DOCUMENTS = {
    "chemere/2008-04-22_2008-60.txt": "Chémeré 2008/60, refus",
    "chemere/2009-02-18_2009-18.txt": "Chémeré 2009/18, tableau aplati",
    "chemere/2009-04-21_2009-71.txt": "Chémeré 2009/71",
    "chemere/2009-07-21_2009-108.txt": "Chémeré 2009/108",
    "chemere/20_juillet_2010_2010-100.txt": "Chémeré 2010/100, sans subvention",
    "chemere/2010-10-19_2010-121.txt": "Chémeré 2010/121",
    "chemere/2010-10-19_2010-122.txt": "Chémeré 2010/122",
    "chemere/2011-07-05_2011-80.txt": "Chémeré 2011/80",
    "chemere/2012-03-27_2012-60.txt": "Chémeré 2012/60",
    "chemere/17_décembre_2013_2013-133.txt": "Chémeré 2013/133, sans subvention",
    "couthenans/CR_reunion_20210604.pdf": "Couthenans, compte rendu du 4 juin 2021",
    "montpellier/VilleMTP_MTP_AttribSub_2012.pdf": "Montpellier 2012/73 (PDF)",
    "montpellier/VilleMTP_MTP_AttribSub_2012.odt": "Montpellier 2012/73 (ODT)",
    "montpellier/2014-04-24-0000071276.pdf": "Montpellier 2014/171",
    "montpellier/2014-05-22-0000072186.pdf": "Montpellier 2014/183, reports",
    "montpellier/2014-05-22-0000072216.pdf": "Montpellier 2014/196",
}
ALIASES = {"ACC section Animation": "ACC", "ARELAM": "ASSO RECHERCHE ENSEIGNEMENT LANGUES"}
"""Names of the expected pairs -> how the act begins the name."""
_ROWS = re.compile(r"^(\d+) lignes")
_HEAD = (
    "| document | montants lus | ambigus | non lus | couples attendus | lus | justes | faux |",
    "|---|---|---|---|---|---|---|---|",
)

Pair = tuple[str, int]


@frozen
class Recall:
    """What was read of one document.

    Args:
        bound, ambiguous, unread: Amounts bound to a value of the case, or left as readings.
        expected: Pairs of body and amount that are granted.
        right, wrong: Pairs read that are among them, or not.
    """

    bound: int
    ambiguous: int
    unread: int
    expected: int
    right: int
    wrong: tuple[Pair, ...]


def measured(name: str) -> Recall:
    """Read a document and compare what it grants with what is expected."""
    path = CORPUS / name
    (case,) = extract(read_document(path.read_bytes(), path.name))
    expected, number = _expected(name)
    left = list(expected)
    wrong: list[Pair] = []
    for pair in pairs(case):
        match = next((each for each in left if _same(each, pair)), None)
        if match is None:
            wrong.append(pair)
        else:
            left.remove(match)
    statuses = [reading.status for reading in case.readings if any(map(is_euros, reading.readings))]
    return Recall(
        len({each.evidence["amount"].span for each in _valued(case)}),
        statuses.count("ambiguous"),
        statuses.count("unread"),
        number,
        len(expected) - len(left),
        tuple(wrong),
    )


def pairs(case: Case) -> list[Pair]:
    """The bodies and amounts of the awards; those of the reasons where nothing is decided.

    A grant that the reasons sum up and the decision repeats is one pair.
    """
    names = {who.id: who.name for who in case.beneficiaries}
    found = [
        (names[each.beneficiary], each.amount)
        for each in case.awards
        if each.beneficiary and each.amount is not None
    ]
    for line in case.summary:
        if line.beneficiary and line.amount is not None:
            pair = names[line.beneficiary], line.amount
            if not case.awards or pair not in found:
                found.append((pair[0], pair[1]))
    return [(name, int(amount)) for name, amount in found]


def _valued(case: Case) -> Iterator[Entity]:
    for held in (case.awards, case.summary, case.totals, case.lines):
        yield from (each for each in held if "amount" in each.evidence)


def _expected(name: str) -> tuple[list[Pair], int]:
    """The pairs granted, and how many they are; their names are not known of every document."""
    if "AttribSub" in name:
        found = _rows_of_the_data_set()
        return found, len(found)
    tables = json.loads((CORPUS / "expected_tables.json").read_text("utf-8"))
    if name in tables:
        rows = [item for section in tables[name]["sections"] for item in section["items"]]
        found = [(_words(row["raw"]), round(row["amount"] * 100)) for row in rows]
        return found, len(found)
    known = json.loads((CORPUS / "expected.json").read_text("utf-8"))
    items: str | dict[str, float] = next(each["items"] for each in known if each["file"] == name)
    if isinstance(items, str):
        rows_said = _ROWS.match(items)
        return [], int(rows_said[1]) if rows_said else 0
    found = [(ALIASES.get(who, who), round(euros * 100)) for who, euros in items.items()]
    return found, len(found)


def _rows_of_the_data_set() -> list[Pair]:
    text = (CORPUS / "montpellier/VilleMTP_MTP_AttribSub_2012.csv").read_text("cp1252")
    found = []
    for row in csv.reader(text.splitlines()):
        printed = re.fullmatch(r"([\d\s]+)€\s*", row[3]) if len(row) > 3 else None
        if printed and row[1]:
            found.append((row[1], int(re.sub(r"\s", "", printed[1])) * 100))
    return found


def _words(raw: str) -> str:
    """The words of a name in a row run together: « 3090 | NAME – | F | 4 000 € »."""
    return " ".join(re.findall(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?", raw.replace("’", "'")))


def _same(expected: Pair, got: Pair) -> bool:
    """Whether a pair read is an expected one; a name may be known in part only."""
    one, other = _folded(expected[0]), _folded(got[0])
    part = one.startswith(other) or other.startswith(one) or set(one.split()) <= set(other.split())
    return expected[1] == got[1] and part


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.casefold().replace("’", "'"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    words = re.findall(r"[^\W_]+", letters)
    while len(words) > 1 and words[0] in ("association", "l"):
        words = words[1:]
    return " ".join(words)


def table() -> list[str]:
    """The lines of the table."""
    lines = [*_HEAD]
    for name, label in DOCUMENTS.items():
        found = measured(name)
        numbers = (
            *(found.bound, found.ambiguous, found.unread, found.expected),
            *(found.right + len(found.wrong), found.right, len(found.wrong)),
        )
        shown = [print_number(number, "fr") for number in numbers]
        lines.append(f"| {' | '.join([label, *shown])} |")
    return lines


def main(arguments: Sequence[str]) -> int:
    """Print the table; returns the exit status."""
    if arguments or not CORPUS.is_dir():
        sys.stderr.write(f"usage: python -m tests.extraction.recall, with {Path(CORPUS)} present\n")
        return 2
    sys.stdout.write("\n".join(table()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
