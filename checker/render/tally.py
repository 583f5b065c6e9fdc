"""The five verdicts counted, as the last line of a report and the lines of a summary have them."""

from __future__ import annotations

from collections.abc import Mapping

from checker.render.acceptances import among
from checker.verdict import Verdict
from checker.words import Language, Words, counted, typeset

_VERDICTS = Words("Verdicts : ", "Verdicts: ")
COUNTED: Mapping[Verdict, tuple[Words, Words]] = {
    Verdict.PASS: (Words("sans anomalie", "without anomaly"),) * 2,
    Verdict.FAIL: (Words("constat", "finding"), Words("constats", "findings")),
    Verdict.OPEN: (
        Words("non vérifiable", "not decidable"),
        Words("non vérifiables", "not decidable"),
    ),
    Verdict.REVIEW: (Words("à apprécier", "for judgement"),) * 2,
    Verdict.NOT_APPLICABLE: (Words("sans objet", "not applicable"),) * 2,
}
"""The noun of each verdict for one instance and for several."""


def verdict_line(
    counts: Mapping[Verdict, int], accepted: Mapping[Verdict, int], language: Language
) -> str:
    """All five verdicts, counted, and how many of each are accepted."""
    shown = [
        counted(counts.get(verdict, 0), *words, language) + among(accepted[verdict], language)
        for verdict, words in COUNTED.items()
    ]
    return typeset(f"{_VERDICTS(language)}{', '.join(shown)}.", language)
