"""The first pages of a text report: what was checked, what it amounts to, what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.language.tree import Nature, Severity
from checker.render.acceptances import accepted_sentence
from checker.render.layout import Sheet, Style
from checker.report.model import InstanceReport, Report, RuleReport
from checker.report.phrases import ACTIONS
from checker.verdict import Verdict
from checker.words import Language, Words, counted, listing, print_date, print_number, typeset

Found = Sequence[tuple[RuleReport, InstanceReport]]
_MAIN_POINTS = 5
TITLE = Words("RAPPORT DE CONTRÔLE D'UNE DÉLIBÉRATION", "REPORT ON A DELIBERATION")
IDENTIFICATION = Words("Identification", "Identification")
SUMMARY = Words("Synthèse", "Summary")
SCOPE = Words("Périmètre et limites", "Scope and limits")
_NO_CATEGORY = Words("catégorie non précisée", "category not stated")
_UNSTATED = Words("non précisé", "not stated")
_LABELS = {
    "act": Words("Acte", "Act"),
    "date": Words("Date", "Date"),
    "title": Words("Objet", "Subject"),
    "body": Words("Auteur", "Authority"),
    "organ": Words("Organe", "Organ"),
    "stage": Words("Stade", "Stage"),
    "file": Words("Dossier", "Case"),
    "documents": Words("Pièces", "Documents"),
    "law": Words("Droit appliqué", "Law applied"),
}
UNRELIABLE = Words(
    "CONTRÔLE NON FIABLE : les verdicts qui suivent ne doivent pas être utilisés. Détail"
    " technique :",
    "NOT RELIABLE: the verdicts below must not be used. Technical details:",
)
_CLEAN = Words(
    "Aucune anomalie relevée parmi les contrôles exécutés ({}).",
    "No anomaly found among the controls carried out ({}).",
)
_FOUND = Words("Le contrôle relève {} : {}.", "The check reports {}: {}.")
_FINDING = Words("constat", "finding"), Words("constats", "findings")
_CONTROL = Words("contrôle", "control"), Words("contrôles", "controls")
_RULE = Words("règle", "rule"), Words("règles", "rules")
_POINT = (
    Words("point appelle", "point calls"),
    Words("points appellent", "points call"),
)
_JUDGEMENT = Words("{} une appréciation humaine.", "{} for a person's judgement.")
_UNDECIDED = (
    Words("contrôle n'a pas pu être tranché", "control could not be decided"),
    Words("contrôles n'ont pas pu être tranchés", "controls could not be decided"),
)
_ALL_DECIDED = Words(
    "Tous les contrôles exécutés ont pu être tranchés.", "Every control carried out was decided."
)
_WANTED = Words(
    "{}, faute d'information ; les pièces à demander figurent plus loin.",
    "{} for want of information; the documents to ask for are listed below.",
)
_ITEM = (
    Words("élément du document reste à régler", "item of the document awaits"),
    Words("éléments du document restent à régler", "items of the document await"),
)
_UNSETTLED = Words(
    "{} : la lecture en est ambiguë ou manque (commande confirm).",
    "{} a person's word: their reading is ambiguous or missing (command confirm).",
)
_VERDICT = Words("verdict repose", "verdict rests"), Words("verdicts reposent", "verdicts rest")
_RESERVE = Words(
    "Sous réserve de confirmation de la lecture : {} sur des valeurs que personne n'a confirmées.",
    "Subject to confirmation of the reading: {} on values that nobody has confirmed.",
)
MAIN = Words("Points principaux :", "Main points:")
_OPINION = Words("Avis technique avant le vote : {}.", "Technical opinion before the vote: {}.")
_OPINIONS = {
    "none": Words("sans avis, le contrôle n'étant pas fiable", "none: the check is not reliable"),
    "withdraw": Words(
        "à représenter après correction, ou à retirer de l'ordre du jour",
        "to be presented again once corrected, or taken off the agenda",
    ),
    "reserve": Words("favorable sous réserve de corrections", "favourable, subject to corrections"),
    "open": Words(
        "favorable sous réserve des points restant à vérifier ou à apprécier",
        "favourable, subject to the points still to be verified or judged",
    ),
    "good": Words("favorable", "favourable"),
}
_LIMITS = Words(
    "Le contrôle porte sur {} ({}, dont {} et {}). Il ne constitue ni un avis"
    " juridique ni une appréciation de la légalité de l'acte, qui relève du représentant de l'État"
    " et du juge administratif. Un contrôle sans anomalie signifie seulement que la règle énoncée"
    " n'a pas été trouvée en défaut sur les informations du dossier.",
    "The check bears on {} ({}, of which {} and {}). It is neither a legal"
    " opinion nor an assessment of the legality of the act, which is for the State's representative"
    " and the administrative court. A control without anomaly only means that the rule stated was"
    " not found wanting on the information of the case.",
)
_ALONE = Words("le seul dossier fourni", "the case supplied alone")
_BESIDE = Words(
    "le dossier fourni et les registres cités en annexe",
    "the case supplied and the registers listed in the annexes",
)
_TRIED = (
    Words("appliquée", "tried"),
    Words("appliquées", "tried"),
)
_OTHERS = Words("{} sans objet", "{} not applicable")


def write_identification(page: Sheet, report: Report) -> None:
    """The act, its author, the files."""
    page.title(TITLE(page.language))
    page.heading(IDENTIFICATION(page.language))
    page.labelled(identification(report))


def identification(report: Report) -> list[tuple[str, str]]:
    """What identifies the act, its author and its files: labels and texts, which may be empty."""
    say, act = report.language, report.act
    unknown = _UNSTATED(say)
    category = act.category.shown if act.category else _NO_CATEGORY(say)
    shown = {
        "act": act.number or unknown,
        "date": print_date(act.date, say) if act.date else unknown,
        "title": act.title or unknown,
        "body": f"{act.body} ({category})",
        "organ": act.organ.shown if act.organ else unknown,
        "stage": act.stage.shown if act.stage else unknown,
        "file": report.source.name,
        "documents": ", ".join(document.name for document in act.documents),
        "law": law_applied(report),
    }
    return [(_LABELS[key](say), text) for key, text in shown.items()]


def law_applied(report: Report) -> str:
    """The date whose law was applied, in a phrase."""
    words = Words("en vigueur le {}", "in force on {}")
    missing = Words("indéterminé (la date de l'acte manque)", "unknown (the act has no date)")
    if report.law_date is None:
        return missing(report.language)
    return words(report.language).format(print_date(report.law_date, report.language))


def write_summary(page: Sheet, report: Report) -> None:
    """One paragraph, the points that matter and, for a draft, an opinion."""
    say = page.language
    page.heading(SUMMARY(say))
    if not report.reliable:
        page.paragraph(typeset(UNRELIABLE(say), say), Style.RED)
        for fault in report.faults:
            page.item("-", fault, indent=2)
        page.blank()
    failures = by_severity(report)
    page.paragraph(" ".join(sentences(report, failures)))
    if failures:
        page.blank()
        page.paragraph(typeset(MAIN(say), say))
        for _, point in main_points(failures, say):
            page.item("-", point, indent=2)
    advice = opinion(report, failures)
    if advice:
        page.blank()
        page.paragraph(advice, Style.BOLD)


def write_scope(page: Sheet, report: Report) -> None:
    """What was checked, and that it is no legal opinion."""
    page.heading(SCOPE(page.language))
    page.paragraph(limits(report))


def limits(report: Report) -> str:
    """What was checked, and that it is no legal opinion."""
    say = report.language
    tried = sum(bool(rule.instances) for rule in report.rules)
    rules = counted(len(report.rules), *_RULE, say)
    text = _LIMITS(say).format(
        (_BESIDE if report.source.registers else _ALONE)(say),
        rules,
        counted(tried, *_TRIED, say),
        _OTHERS(say).format(print_number(len(report.rules) - tried, say)),
    )
    return typeset(text, say)


def by_severity(report: Report) -> Found:
    """The failures, the gravest first, then by their place in the document or the case."""
    gravity = list(Severity)

    def key(found: tuple[RuleReport, InstanceReport]) -> tuple[int, int, int]:
        place = found[1].where[0] if found[1].where else None
        offset = place.span[0] if place and place.span else 2**60
        line = place.line if place and place.line else 0
        return gravity.index(found[1].severity), offset, line

    return sorted(report.found(Verdict.FAIL), key=key)


def sentences(report: Report, failures: Found) -> list[str]:
    """What the check amounts to."""
    say, counts = report.language, report.counts
    settled = counts[Verdict.PASS] + counts[Verdict.FAIL] + counts[Verdict.REVIEW]
    if failures:
        found = counted(len(failures), *_FINDING, say)
        said = [_FOUND(say).format(found, listing(_by_action(failures, say), say))]
    elif counts[Verdict.REVIEW]:
        said = []
    else:
        said = [_CLEAN(say).format(counted(settled, *_CONTROL, say))]
    if counts[Verdict.REVIEW]:
        said.append(_JUDGEMENT(say).format(counted(counts[Verdict.REVIEW], *_POINT, say)))
    if counts[Verdict.OPEN]:
        said.append(_WANTED(say).format(counted(counts[Verdict.OPEN], *_UNDECIDED, say)))
    else:
        said.append(_ALL_DECIDED(say))
    if accepted := accepted_sentence(report):
        said.append(accepted)
    if report.reading is not None and report.reading.unsettled:
        said.append(_UNSETTLED(say).format(counted(report.reading.unsettled, *_ITEM, say)))
    if report.reading is not None and report.reading.verdicts:
        said.append(_RESERVE(say).format(counted(report.reading.verdicts, *_VERDICT, say)))
    return [typeset(sentence, say) for sentence in said]


def _by_action(failures: Found, say: Language) -> list[str]:
    found = []
    for severity in Severity:
        number = sum(instance.severity is severity for _, instance in failures)
        if number:
            found.append(f"{print_number(number, say)} {ACTIONS[severity](say)}")
    return found


def main_points(failures: Found, say: Language) -> list[tuple[str, str]]:
    """The first rules that fail, gravest first, each once for all its findings of one kind.

    Returns:
        The identifier of each, and what is said of it.
    """
    found = Counter((rule.id, rule.title, instance.category) for rule, instance in failures)
    return [
        (id_, f"{category} – {title} ({id_}, {counted(number, *_FINDING, say)})")
        for (id_, title, category), number in [*found.items()][:_MAIN_POINTS]
    ]


def opinion(report: Report, failures: Found) -> str:
    """The opinion before the vote, as a sentence; empty for an act that is no draft."""
    say = report.language
    if report.act.stage is None or report.act.stage.code != "draft":
        return ""
    return typeset(_OPINION(say).format(_OPINIONS[_opinion(report, failures)](say)), say)


def _opinion(report: Report, failures: Found) -> str:
    if not report.reliable:
        return "none"
    grave = [rule for rule, instance in failures if instance.severity is Severity.ERROR]
    if any(rule.nature is Nature.NORM for rule in grave):
        return "withdraw"
    if any(instance.severity is not Severity.NOTE for _, instance in failures):
        return "reserve"
    left = report.counts[Verdict.OPEN] + report.counts[Verdict.REVIEW]
    if report.reading is not None:
        left += report.reading.unsettled
    return "open" if left else "good"
