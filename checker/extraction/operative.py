"""The articles of the decision: their numbers, the agreement, the budget heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.case import (
    Agreement,
    Article,
    BudgetSection,
    Charge,
    GrammaticalNumber,
    Operative,
    Provenance,
)
from checker.case.values import Slug, Status
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.quoting import Passage

_ARTICLE = re.compile(
    r"(?:(?P<a>\d{1,2})\s?[)°]\)?|article\s+(?P<b>\d{1,2})(?:er)?\s*[-–—:.]?)\s*(?=\S)",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\bsigner\s+(?P<wording>(?P<number>(?:la|une|les|des|ces|cette)\s+(?:[^\W\d_]+\s){0,3}?"
    r"(?:conventions?|lettres? d'engagement))(?P<rest>[^;.]*))",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:approuver?|adopter?|valider?|conclure|passer)\s+(?:(?:les|aux) termes d(?:e |u |es ))?"
    r"(?P<wording>(?P<number>(?:la|le|les|une?|des|cette)\s+(?:[^\W\d_]+\s){0,4}?"
    r"conventions?)(?P<rest>[^;.]*))",
    re.IGNORECASE,
)
_NAMES_AGREEMENT = re.compile(r"\b(?:conventions?|contrats? d'objectifs)\b", re.IGNORECASE)
_SIGNATORY = re.compile(
    r"(?:autorise?r?|mandate?r?|habilite?r?|charge?r?|pouvoirs? à)\s+"
    r"(?P<who>(?:\bM\.|[^;.]){3,120}?)\s+(?:à|pour|de)\s+(?:l[ea]s?\s+)?signer",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\bbudget\s+(?:général|principal|annexe\s+[^,;.]{2,40}|primitif|supplémentaire|communal"
    r"|communautaire|départemental|régional|métropolitain|de l'exercice|de la commune|20\d\d\b)"
)
_SECTION = re.compile(
    r"\bsection\s+(?:de\s+|d')?(?P<section>fonctionnement|investissement)", re.IGNORECASE
)
_CHAPTER = re.compile(r"\bchapitre\s+(?P<value>\d{1,3})\b", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"\b(?:article|nature|compte|imputation)\s+(?P<value>\d{3,8})\b", re.IGNORECASE
)
_FUNCTION = re.compile(r"\bfonction\s+(?P<value>\d{1,6})\b", re.IGNORECASE)
_IMPUTES = re.compile(r"\b(?:imput|prélev|crédits?\b|inscrit)", re.IGNORECASE)
_AWARD_NUMBER = re.compile(
    r"\b(?:accorde|attribue|octroie|alloue|verse)r?\s+(?P<words>une (?:subvention|aide)"
    r"|(?:les|des) (?:subventions|aides))",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"précédemment|précité|susvisé|ci-dessus|bénéficiaires|chacun|chaque|concerné", re.IGNORECASE
)
_WHEN = (
    r"(?:en (?:une|deux|trois|quatre|plusieurs|totalité)\b"
    r"|à (?:la signature|réception|l'issue|compter)|dès\b|après\b|dans (?:le(?! cadre)|les|un)\b"
    r"|sur (?:présentation|production|justificatifs?)"
    r"|au (?:1er|premier|plus tard|vu)\b|avant le\b|selon (?:les|l')|\d+\s?%)"
)
_TERMS = {
    "payment_terms": re.compile(
        r"(?:\b(?:versements?|mandatements?|paiements?)\b[^.;€]{0,120}?"
        rf"|\b(?:versée?s?|mandatée?s?|payée?s?)\b[^.;€]{{0,80}}?)\b{_WHEN}[^.;]*"
        r"|\b(?:un acompte|une avance) de\b[^.;]*",
        re.IGNORECASE,
    ),
    "financial_report": re.compile(
        r"\b(?:comptes?[- ]rendus? financiers?|bilans? financiers?|comptes? d'emploi)\b[^.;]*",
        re.IGNORECASE,
    ),
    "conditions_of_use": re.compile(
        r"\b(?:exclusivement|uniquement)\s+(?:utilisée?s?|employée?s?|affectée?s?|destinée?s?)[^.;]*"
        r"|\bne (?:peut|peuvent|pourra|pourront) être (?:utilisée?s?|employée?s?|reversée?s?)[^.;]*"
        r"|\b(?:utilisée?s?|employée?s?) (?:conformément|exclusivement|uniquement)[^.;]*",
        re.IGNORECASE,
    ),
    "control": re.compile(
        r"\bcontrôle de (?:l'emploi|l'utilisation|l'usage)[^.;]*|\bse réserve le droit[^.;]*"
        r"|\bcontrôler (?:l'emploi|l'utilisation|l'usage)[^.;]*",
        re.IGNORECASE,
    ),
}
"""What the decision says of its grants beside the amounts, each to the end of its clause."""
_SUBJECT_WORDS = 14


def articles_of(context: Context) -> Iterator[Article]:
    """The articles, each with its opening words."""
    seen: set[str] = set()
    for block in _decided(context):
        match = _ARTICLE.match(block.text)
        if match is None or block.kind == "row":
            continue
        number = match["a"] or match["b"]
        if number in seen:
            continue
        seen.add(number)
        words = context.quoting.words(Passage(block, match.end(), len(block.text)))
        subject = " ".join(words.split()[:_SUBJECT_WORDS]).strip(" ;:.,–-") or number
        at = Passage(block, *match.span("a" if match["a"] else "b"))
        identifier = context.slugs.new(f"article-{number}")
        evidence = {"number": context.quoting.evidence(at)}
        yield Article(identifier, number, subject, evidence=evidence)


def names_agreement(context: Context) -> bool:
    """Whether the act speaks of an agreement, be it one that it authorises or not."""
    return any(
        _NAMES_AGREEMENT.search(block.text)
        for block, part in context.parts.items()
        if part in ("head", "recital", "operative")
    )


def agreements_of(context: Context, awarded: tuple[Slug, ...]) -> Iterator[Agreement]:
    """The agreements that the decision authorises to sign, or else those it approves."""
    quoting = context.quoting
    pattern, found = _AGREEMENT, _found(context, _AGREEMENT)
    if not found:
        pattern, found = _APPROVED, _found(context, _APPROVED)
    for block, match in found:
        evidence: dict[str, Provenance] = {}
        wording = _stripped(Passage(block, *match.span("wording")))
        evidence["wording"] = quoting.evidence(wording)
        evidence["number"] = quoting.evidence(Passage(block, *match.span("number")))
        plural = match["number"].split()[0].casefold() in ("les", "des", "ces")
        who = _signatory(block) or (_signatory_of_all(context) if pattern is _APPROVED else None)
        if who is not None:
            evidence["signatory"] = quoting.evidence(who)
        named = tuple(
            dict.fromkeys(
                context.ids[p.body] for p in context.named(block) if p.at.start >= match.start()
            )
        )
        sure = bool(named) or len(awarded) == 1 or _ALL.search(match["rest"]) is not None
        rest = _counted(Passage(block, *match.span("rest"))) or wording
        status: Status = "read" if sure else "ambiguous"
        evidence["beneficiaries"] = quoting.evidence(rest, status)
        number: GrammaticalNumber = "plural" if plural else "singular"
        yield Agreement(
            context.slugs.new("agreement"),
            named or awarded,
            quoting.words(wording),
            quoting.words(who) if who is not None else None,
            number,
            evidence=evidence,
        )


def _found(context: Context, pattern: re.Pattern[str]) -> list[tuple[Block, re.Match[str]]]:
    return [(block, m) for block in _decided(context) if (m := pattern.search(block.text))]


def _signatory(block: Block) -> Passage | None:
    match = _SIGNATORY.search(block.text)
    return Passage(block, *match.span("who")) if match else None


def _signatory_of_all(context: Context) -> Passage | None:
    """Who another article has sign it: « autorise le Président à la signer »."""
    found = [who for block in _decided(context) if (who := _signatory(block))]
    return found[0] if len(found) == 1 else None


def charges_of(context: Context) -> Iterator[Charge]:
    """The budget headings: one for each passage that names a section, chapter or account."""
    quoting = context.quoting
    for block in context.segment.blocks:
        if not _IMPUTES.search(block.text) or context.section(block) in ("head", "visas", "vote"):
            continue
        found: dict[str, str] = {}
        evidence: dict[str, Provenance] = {}
        budget = _BUDGET.search(block.text)
        if budget:
            at = Passage(block, *budget.span())
            found["budget"], evidence["budget"] = quoting.words(at), quoting.evidence(at)
        for name, pattern in (
            ("chapter", _CHAPTER),
            ("account", _ACCOUNT),
            ("function", _FUNCTION),
        ):
            matches = list(pattern.finditer(block.text))
            if len({m["value"] for m in matches}) == 1:
                at = Passage(block, *matches[0].span("value"))
                found[name], evidence[name] = quoting.words(at), quoting.evidence(at)
        section = _SECTION.search(block.text)
        kind: BudgetSection | None = None
        if section:
            at = Passage(block, *section.span("section"))
            evidence["section"] = quoting.evidence(at)
            kind = "investissement" if section["section"].lower()[0] == "i" else "fonctionnement"
        if (
            kind
            or {"chapter", "account", "function"} & found.keys()
            or (budget and re.search(r"imput", block.text, re.IGNORECASE))
        ):
            identifier = context.slugs.new("charge")
            yield Charge(
                identifier,
                found.get("budget"),
                kind,
                found.get("chapter"),
                found.get("account"),
                found.get("function"),
                evidence=evidence,
            )


def operative_of(context: Context) -> Operative:
    """How the decision words its grant, and what it says of payment, use and control.

    Where « une subvention » comes back, each is the one of its own item.
    """
    terms: dict[str, str] = {}
    evidence: dict[str, Provenance] = {}
    for name, pattern in _TERMS.items():
        at = next((_stripped(Passage(b, *m.span())) for b, m in _found(context, pattern)), None)
        if at is not None:
            terms[name], evidence[name] = context.quoting.words(at), context.quoting.evidence(at)
    found = [
        (block, match)
        for block in _decided(context)
        for match in _AWARD_NUMBER.finditer(block.text)
    ]
    number: GrammaticalNumber | None = None
    if found:
        block, match = found[0]
        singular = match["words"].lower().startswith("une")
        if not singular or len(found) == 1:
            number = "singular" if singular else "plural"
            evidence["award_number"] = context.quoting.evidence(
                Passage(block, *match.span("words"))
            )
    return Operative(award_number=number, **terms, evidence=evidence)


def _decided(context: Context) -> Iterator[Block]:
    for section in context.segment.sections:
        if section.kind == "operative":
            yield from section.blocks


def _stripped(passage: Passage) -> Passage:
    end = passage.end
    while passage.block.text[end - 1] in " ,:":
        end -= 1
    return Passage(passage.block, passage.start, end)


def _counted(passage: Passage) -> Passage | None:
    match = re.search(
        r"\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d+)\s+"
        r"(?:structures|associations|organismes|bénéficiaires|entités|partenaires)",
        passage.text,
    )
    return passage.part(*match.span()) if match else None
