"""The annexes of a text report: dated values used, digests, what reproduces the run."""

from __future__ import annotations

from checker.render.layout import Sheet
from checker.render.summary import law_applied
from checker.report.model import ParameterUsed, Report
from checker.report.source import RegisterInfo
from checker.words import Language, Words, counted, print_date, typeset

TITLE = Words("Annexes", "Annexes")
PARAMETERS = Words("Valeurs datées utilisées :", "Dated values used:")
_SINCE = Words("depuis le {}", "since {}")
_VERIFIED = Words("vérifié le {}", "verified on {}")
_TO_CONFIRM = Words("à confirmer sur le texte officiel", "to be confirmed on the official text")
_STALE = Words("vérification datant de plus de douze mois", "verified more than twelve months ago")
_LAW = Words("Droit appliqué", "Law applied")
_RULES = Words("Jeu de règles", "Rule sets")
_CASE = Words("Dossier", "Case")
REGISTERS = Words("Registres consultés :", "Registers consulted:")
_ROWS = Words("ligne lue", "row read"), Words("lignes lues", "rows read")
_TAKEN = Words("élément repris", "item taken"), Words("éléments repris", "items taken")
NOTES = Words("À propos des registres :", "About the registers:")
_VERSION = Words("version {}", "version {}")


def write_annexes(page: Sheet, report: Report) -> None:
    """The annexes."""
    say = page.language
    page.heading(TITLE(say))
    if report.parameters:
        page.paragraph(typeset(PARAMETERS(say), say))
    for each in report.parameters:
        page.item("-", parameter(each, say), indent=2)
    page.blank()
    page.labelled(digests(report))
    _write_registers(page, report)


def digests(report: Report) -> list[tuple[str, str]]:
    """What reproduces the run: law, rules, case and documents, as labels and texts."""
    say = report.language
    made = report.made_with
    rules = [_VERSION(say).format(made.version)] if made.version else []
    rules += [f"SHA-256 {made.digest}"] if made.digest else []
    return [
        (_LAW(say), law_applied(report)),
        (_RULES(say), ", ".join(rules)),
        (_CASE(say), _digest(report.source.name, report.source.sha256)),
        *((each.id, _digest(each.name, each.sha256)) for each in report.act.documents),
    ]


def _write_registers(page: Sheet, report: Report) -> None:
    """The registers beside the case, and what is to be told of them."""
    say = page.language
    if report.source.registers:
        page.blank()
        page.paragraph(typeset(REGISTERS(say), say))
    for each in report.source.registers:
        page.item("-", register(each, say), indent=2)
    if report.source.notes:
        page.blank()
        page.paragraph(typeset(NOTES(say), say))
    for note in report.source.notes:
        page.item("-", note, indent=2)


def register(each: RegisterInfo, say: Language) -> str:
    """A register, its digest, how much of it was read and taken."""
    numbers = [counted(each.rows, *_ROWS, say), counted(each.used, *_TAKEN, say)]
    return f"{_digest(each.name, each.sha256)} ({', '.join([each.kind, *numbers])})"


def _digest(name: str, sha256: str | None) -> str:
    return f"{name}, SHA-256 {sha256}" if sha256 else name


def parameter(each: ParameterUsed, say: Language) -> str:
    """A dated value with all that is to be known of it."""
    details = [_SINCE(say).format(print_date(each.since, say))] if each.since else []
    details += [each.reference] if each.reference not in ("", each.shown) else []
    details += [_VERIFIED(say).format(print_date(each.verified, say))] if each.verified else []
    details += [_TO_CONFIRM(say)] if each.to_confirm else []
    details += [_STALE(say)] if each.stale else []
    colon = "\u00a0: " if say == "fr" else ": "
    joint = "\u00a0; " if say == "fr" else "; "
    return typeset(f"{each.title}{colon}{each.shown} ({joint.join(details)})", say)
