"""The middle of a text report: observations, what passed, what could not be decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.language.tree import Severity
from checker.render.acceptances import ACCEPTED, acceptance
from checker.render.layout import Sheet, Style, shortened
from checker.render.summary import by_severity
from checker.report.model import InstanceReport, Report, RuleReport, Unchecked, Where
from checker.verdict import Verdict
from checker.words import Language, Words, counted, print_number, quoted, typeset

MOST_PLACES = 4
_MOST_SUBJECTS = 8
_MOST_QUOTE = 160
_STYLES = {
    Severity.ERROR: Style.RED,
    Severity.WARNING: Style.YELLOW,
    Severity.NOTE: Style.PLAIN,
}
OBSERVATIONS = Words("Observations", "Observations")
NO_OBSERVATION = Words("Aucune observation.", "No observation.")
TO_JUDGE = Words("Points à apprécier", "Points for judgement")
PASSED = Words("Contrôles sans anomalie", "Controls without anomaly")
PASSED_WHY = Words(
    "Entre parenthèses, le nombre de cas où l'exigence est satisfaite.",
    "In brackets, how many times the rule was found to hold.",
)
NONE = Words("Néant.", "Nil.")
OPEN = Words(
    "Points non vérifiables et pièces à demander", "Points not decidable and documents to ask for"
)
NOT_APPLICABLE = Words("Contrôles sans objet", "Controls not applicable")
UNCHECKED = Words("Montants non recoupés", "Amounts not cross-checked")
ALL_CHECKED = Words(
    "Tous les montants de l'acte ont été recoupés.", "Every amount of the act was cross-checked."
)
UNCHECKED_WHY = Words(
    "Aucun contrôle tranché ne compare ces montants à un autre :",
    "No settled control compares these amounts with another:",
)
_MORE_PLACES = (
    Words("autre passage", "other passage"),
    Words("autres passages", "other passages"),
)
_MORE = Words("autre", "other"), Words("autres", "others")
_AND_MORE = Words("et {}", "and {}")
LABELS = {
    "subject": Words("Sujet", "Subject"),
    "level": Words("Niveau", "Level"),
    "finding": Words("Constat", "Finding"),
    "question": Words("Question", "Question"),
    "why": Words("Enjeu", "Stakes"),
    "basis": Words("Référence", "Reference"),
    "place": Words("Passage", "Passage"),
    "remedy": Words("À faire", "To do"),
    "reserve": Words("Réserve", "Reservation"),
    "accepted": ACCEPTED,
}
AS_ABOVE = Words("voir l'observation n°\u00a0{}", "see observation {}")
_CAPPED = Words(
    "niveau abaissé : une valeur de droit utilisée reste à confirmer sur le texte officiel",
    "level lowered: a value of the law that was used awaits confirmation",
)
DOUBTED = Words(
    "les deux évaluations indépendantes de ce contrôle ne se confirment pas",
    "the two independent evaluations of this control do not confirm each other",
)
_UNCONFIRMED = Words("repose sur {}", "rests on {}")
_VALUE = (
    Words("valeur lue et non confirmée", "value read and not confirmed"),
    Words("valeurs lues et non confirmées", "values read and not confirmed"),
)
_LINE = Words("ligne {}", "line {}")
_PAGE = Words("page {}", "page {}")
_NOWHERE = Words("sans mention au dossier", "not stated in the case")
_CASE = Words("ligne {} du fichier JSON", "line {} of the JSON file")


def write_observations(page: Sheet, report: Report) -> None:
    """The failures by severity, then the points that a person must judge."""
    say = page.language
    page.heading(OBSERVATIONS(say))
    failures = by_severity(report)
    if not failures:
        page.paragraph(NO_OBSERVATION(say))
    judged = report.found(Verdict.REVIEW)
    explained: dict[str, int] = {}
    for number, (rule, instance) in enumerate([*failures, *judged], start=1):
        if number == len(failures) + 1:
            page.heading(TO_JUDGE(say))
        first = explained.setdefault(rule.id, number)
        _write_instance(page, number, rule, instance, explained=first)


def _write_instance(
    page: Sheet, number: int, rule: RuleReport, instance: InstanceReport, *, explained: int
) -> None:
    """One observation; the reasons of its rule stand in the first of them, `explained`."""
    say = page.language
    style = _STYLES[instance.severity] if instance.verdict is Verdict.FAIL else Style.BOLD
    page.observation(number, f"[{instance.check}] {rule.title}", style)
    pairs = [
        ("subject", instance.named),
        ("level", level(instance)),
        (said_as(instance), instance.message),
        ("why", rule.why if explained == number else AS_ABOVE(say).format(explained)),
        ("basis", joint(say).join(instance.basis)),
        ("place", places(instance.where, say)),
        ("remedy", instance.remedy),
        ("reserve", reserve(instance, say)),
        ("accepted", acceptance(instance.waived, say) if instance.waived else ""),
    ]
    page.labelled([(LABELS[key](say), text) for key, text in pairs], indent=3)


def level(instance: InstanceReport) -> str:
    """What a finding is called, and what is to be done about it."""
    if instance.verdict is Verdict.REVIEW:
        return instance.action
    return f"{instance.category} – {instance.action}"


def said_as(instance: InstanceReport) -> str:
    """The key in `LABELS` of what is said: a question where a person is to judge."""
    return "question" if instance.verdict is Verdict.REVIEW else "finding"


def reserve(instance: InstanceReport, say: Language) -> str:
    """How sure a finding is not; empty where nothing is to be said."""
    said = [DOUBTED(say)] if not instance.reliable else []
    said += [_CAPPED(say)] if instance.capped else []
    if instance.unconfirmed:
        said.append(_UNCONFIRMED(say).format(counted(instance.unconfirmed, *_VALUE, say)))
    return typeset(joint(say).join(said), say)


def places(found: Sequence[Where], say: Language) -> str:
    """The first passages, and how many others there are."""
    shown = [place_shown(place, say) for place in found[:MOST_PLACES]]
    more = len(found) - len(shown)
    if more > 0:
        shown.append(_AND_MORE(say).format(counted(more, *_MORE_PLACES, say)))
    return joint(say).join(shown)


def place_shown(place: Where, say: Language) -> str:
    """A passage with its place in the document and in the case file."""
    return f"{passage(place, say)} ({at(place, say)})"


def passage(place: Where, say: Language) -> str:
    """The words of a passage, or what stands there."""
    if not place.quote:
        return place.what
    # Typeset as French, which documents are, so that no amount is broken over two lines.
    return quoted(typeset(shortened(place.quote, _MOST_QUOTE), "fr"), say)


def at(place: Where, say: Language) -> str:
    """Where a passage stands: the document, its page and line, the line of the case file."""
    said = [place.document] if place.document else []
    said += [_PAGE(say).format(place.page)] if place.page else []
    said += [_LINE(say).format(place.document_line)] if place.document_line else []
    said += [_CASE(say).format(place.line)] if place.line else []
    # What has no place in a file that was read is not in it.
    return ", ".join(said or [_NOWHERE(say) if place.file else place.path])


def write_passed(page: Sheet, report: Report) -> None:
    """One line for each rule that holds somewhere, with the number of its instances."""
    say = page.language
    page.heading(PASSED(say))
    passed = Counter(rule.id for rule, _ in report.found(Verdict.PASS))
    page.paragraph((PASSED_WHY if passed else NONE)(say))
    width = max(map(len, passed), default=0)
    for rule in report.rules:
        if rule.id in passed:
            number = print_number(passed[rule.id], say)
            page.item(rule.id.ljust(width), f"{rule.title} ({number})", indent=2)


def write_open(page: Sheet, report: Report) -> None:
    """What could not be decided, by the document that would tell."""
    say = page.language
    page.heading(OPEN(say))
    if not report.counts[Verdict.OPEN]:
        page.paragraph(NONE(say))
    for request in report.requests:
        page.item("-", request.document[:1].upper() + request.document[1:], Style.BOLD, indent=2)
        for need in request.needs:
            wanted = _cut(need.what, say)
            about = f" [{_cut(need.subjects, say)}]" if need.subjects else ""
            page.item("·", f"{need.rule} {need.title}{about} – {wanted}", indent=6)
    for (check, message), subjects in unexplained(report).items():
        page.item("-", f"{check} [{_cut(subjects, say)}] – {message}", indent=2)


def unexplained(report: Report) -> Mapping[tuple[str, str], Sequence[str]]:
    """The subjects of what is open though nothing is missing, by check and message."""
    found: dict[tuple[str, str], list[str]] = {}
    for _, each in report.found(Verdict.OPEN):
        if not each.missing:
            found.setdefault((each.check, each.message), []).append(each.named)
    return found


def _cut(items: Sequence[str], say: Language) -> str:
    shown = joint(say).join(items[:_MOST_SUBJECTS])
    more = len(items) - _MOST_SUBJECTS
    if more <= 0:
        return shown
    return f"{shown}{joint(say)}{_AND_MORE(say).format(counted(more, *_MORE, say))}"


def write_unchecked(page: Sheet, report: Report) -> None:
    """The amounts that no control compared."""
    say = page.language
    page.heading(UNCHECKED(say))
    if not report.unchecked:
        page.paragraph(ALL_CHECKED(say))
        return
    page.paragraph(typeset(UNCHECKED_WHY(say), say))
    for each in report.unchecked:
        page.item("-", f"{each.value} – {each.label}, {_located(each, say)}", indent=2)


def _located(each: Unchecked, say: Language) -> str:
    if each.where.quote:
        return f"{each.subject} – {place_shown(each.where, say)}"
    return f"{each.subject} ({at(each.where, say)})"


def write_not_applicable(page: Sheet, report: Report) -> None:
    """The rules without instance, by reason."""
    say = page.language
    page.heading(NOT_APPLICABLE(say))
    untried = by_reason(report)
    if not untried:
        page.paragraph(NONE(say))
    colon = "\u00a0: " if say == "fr" else ": "
    for reason, rules in untried.items():
        ids = ", ".join(rule.id for rule in rules)
        page.item("-", f"{reason[:1].upper()}{reason[1:]}{colon}{ids}.", indent=2)


def by_reason(report: Report) -> Mapping[str, Sequence[RuleReport]]:
    """The rules without instance, by the reason why."""
    found: dict[str, list[RuleReport]] = {}
    for rule in report.rules:
        if not rule.instances:
            found.setdefault(rule.reason_shown, []).append(rule)
    return found


def joint(say: Language) -> str:
    """What stands between several things in one place."""
    return "\u00a0; " if say == "fr" else "; "
