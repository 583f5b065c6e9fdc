"""Two judged acts side by side."""

from __future__ import annotations

from checker.case import Case
from checker.difference.identity import Identities
from checker.difference.model import Difference, Side
from checker.difference.values import amounts, articles, parties, values
from checker.difference.verdicts import law, verdicts
from checker.report.model import Report


def compare(old: tuple[Case, Report], new: tuple[Case, Report]) -> Difference:
    """All that differs from one act to another.

    Args:
        old: The case as it was judged, and the report on it.
        new: The same of the other act; both reports are in one language.
    """
    language = new[1].language
    same = Identities(old[0], new[0])
    changed, same_amounts = amounts(same, language)
    turned, alone = verdicts(same, old[1], new[1])
    return Difference(
        language=language,
        old=_side(old[1]),
        new=_side(new[1]),
        values=tuple(values(old[0], new[0], language)),
        parties=tuple(parties(same)),
        amounts=changed,
        same_amounts=same_amounts,
        articles=tuple(articles(same)),
        verdicts=turned,
        alone=alone,
        law=tuple(law(old[1], new[1])),
    )


def _side(report: Report) -> Side:
    return Side(
        file=report.source.name,
        number=report.act.number,
        date=report.act.date,
        sha256=report.source.sha256,
        law_date=report.law_date,
        reliable=report.reliable,
    )
