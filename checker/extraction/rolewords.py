"""The words around an amount that tell what it is."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal[
    "grant",
    "each",
    "part",
    "total",
    "charged",
    "change",
    "previous",
    "requested",
    "base",
    "threshold",
    "budget",
    "instalment",
    "refused",
    "unit",
    "unread",
]

SENTENCE = re.compile(r"[.;!?]\s+(?=[A-ZÀ-Ÿ\"«(-])|\t")
WORDS_BEFORE: tuple[tuple[Role, str], ...] = (
    ("refused", r"\b(?:et non(?: pas)?|au lieu de|et pas)"),
    (
        "change",
        (
            r"\b(?:hausse|augmentation|baisse|diminution|majoration|supplément|réduction"
            r"|progression) (?:de|d'un montant de|:)"
            r"|\b(?:portant|porter|porte|passant|passer) (?:[^.;€]{0,100}\s)?(?:à|de)"
        ),
    ),
    (
        "base",
        r"(?:dépenses?|assiette|base|coûts?)[^.;€]{0,60}(?:plafonnée?s?|limitée?s?) (?:à|de)",
    ),
    (
        "threshold",
        (
            r"\b(?:excède|excédant|dépasse|dépassant|supérieure?s? (?:ou égale?s? )?(?:à|au)"
            r"|inférieure?s? (?:ou égale?s? )?(?:à|au)|au[- ]delà de|seuil de|plus de|moins de"
            r"|à partir de)"
        ),
    ),
    (
        "previous",
        (r"(?:\bcontre|\b(?:avait|avaient|a déjà|ont déjà)\b[^.;€]{0,160})"),
    ),
    (
        "instalment",
        (
            r"\b(?:acompte|avance|solde|premier versement|deuxième versement"
            r"|versements?(?! d'une? (?:subvention|participation|aide)))\b"
            r"[^.;€]{0,40}?(?:\bde|,? soit|:|d'un montant de)"
        ),
    ),
    (
        "requested",
        (
            r"\b(?:sollicit\w+|demande (?:de subvention|d'aide)?|montant demandé)\b[^.;€]{0,200}"
            r"(?:\bde|:|à hauteur de|pour)"
        ),
    ),
    (
        "budget",
        (
            r"\b(?:(?<!au )(?<!du )budget|coût|plan de financement"
            r"|dépenses? (?:prévisionnelles?|éligibles?|totales?)"
            r"|chiffre d'affaires|tarifs?|recettes?|cotisation|participation des familles)\b"
            r"[^.;€]{0,120}(?:\bde|à|:|est|sont)"
        ),
    ),
)
BEFORE = tuple((role, re.compile(words + r"\s*$", re.IGNORECASE)) for role, words in WORDS_BEFORE)
TOLD = re.compile(
    r"\b(?:en|pour|année) (?:19|20)\d\d,? (?:on a (?:donné|versé)|la ville a versé)", re.IGNORECASE
)
"""« En 2022, la ville a versé … »: whatever follows in the sentence is of the past."""
PREVIOUS_AFTER = re.compile(
    r"\s*(?:\(?\s*)?(?:(?:en|pour|au titre de|attribués? en|accordés? en)\s+(?:l'année\s+)?)"
    r"((?:19|20)\d\d)\b"
)
EACH = re.compile(r"\s*(?:pour|à|par)\s+(?:chaque|chacun)", re.IGNORECASE)
CHARGED = re.compile(
    r"(?:imput|prélev|inscri|dépenses?\b.{0,60}\b(?:seront|sera))"
    r"(?:(?!\b(?:attribu|accord|allou|octro))[^€]){0,160}$",
    re.IGNORECASE,
)
EXPENSE = re.compile(
    r"\b(?:la|cette) (?:dépense|somme)(?: (?:totale|globale|correspondante))?,?"
    r" (?:soit|de|d'un montant (?:total |global )?de|s'élevant à|évaluée à)\s*$",
    re.IGNORECASE,
)
CHARGED_AFTER = re.compile(
    r"\s*(?:TTC)?\s*,?\s*(?:est|sera|seront|sont)\s+(?:imputée?|inscrite?|prélevée?|prévue?)s?\b",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"(?:\b(?:montant|coût|soutien|somme)s?\s+(?:total|globale?|cumulé)|\btotal(?:ité)?\b"
    r"|\btotaux\b|\benveloppe\b|\bsoit au total|\bau total\b)[^.;€]{0,90}$",
    re.IGNORECASE,
)
SUM = re.compile(
    r"\b(?:subventions?|aides?|participations?|soutien|concours financier)\b[^.;€]*"
    r"\b(?:d'un montant (?:total |global )?de|de|:)\s*$",
    re.IGNORECASE,
)
TO = re.compile(
    r"(?:TTC|HT|,|\(?net\)?)?\s*(?:(?:est|sont|sera|seront)\s+)?"
    r"(?:attribuée?s?|accordée?s?|allouée?s?|versée?s?|octroyée?s?|proposée?s?|destinée?s?)?\s*"
    r"(?:à l'attention d(?:e la |e l'|es |u |e )|en faveur d(?:e la |e l'|es |u |e |')"
    r"|au (?:bénéfice|profit) d(?:e la |e l'|es |u |e |')|à destination d(?:e la |e l'|es |u |e )"
    r"|à la |à l'|aux |au |à |pour la |pour le |pour l'|pour )",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?:à la |à l'|aux |au |à |pour la |pour le |pour l'|pour |soutenir la |soutenir l'"
    r"|soutenir le |soutenir |en faveur d(?:e la |e l'|es |u |e )"
    r"|au (?:bénéfice|profit) d(?:e la |e l'|es |u |e )|et la |et le |et l')",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"\s*,?\s*(?:(?:pour|au titre de) (?:l'année|l'exercice) \d{4},?\s*)?"
    r"(?:(?:une|la|un|le)\s+(?:subvention|aide|participation|soutien|concours|dotation|somme)\b"
    r"[^.;€]{0,80}?(?:d'un montant (?:total |global |maximum |maximal )?de|de|:)"
    r"|à hauteur de|d'un montant (?:maximum |maximal |total |global )?de|pour un montant de"
    r"|(?:est|sera|s'élève|s'élèverait|est fixée?)\s+(?:de|à)|la somme de|:|de)\s*$",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:\bdont\b|\bsoit\b|\brépartis? (?:en|comme suit))[^.;€]{0,60}$", re.IGNORECASE
)
PART_ON = re.compile(r"^[^.;]*(?:\bet|,)\s*$")
CLOSED = re.compile(r"\s*\)")
BALANCE = re.compile(r"\bsolde\b", re.IGNORECASE)
TOTAL_OF = re.compile(r"\bsoit un total de\s*$", re.IGNORECASE)
LABEL = re.compile(r"\s*(?:au titre d(?:e la |e l'|es |u |e )|pour (?:la |le |les |l')?)")
NEXT_PART = re.compile(r"\s*\)\s*(?:,|;|et|puis|ainsi que)\s+")
FIRST_PART = re.compile(r"(?:\bpour\s+|:\s+|\bdont\s+)(?=[A-ZÀ-Ÿ\"«])")
REFUSAL = re.compile(
    r"\bne pas (?:attribuer|accorder|donner|verser|octroyer|allouer)|\brefus|\brejet"
    r"|\bn'accord|\bn'attribue|\bne (?:souhaite|verse) pas|\bdéfavorable|ne pas donner suite"
    r"|\b(?:annul|retir|abrog|supprim|rembours|restitu)\w+",
    re.IGNORECASE,
)
ROW = re.compile(r"^(?P<label>.{2,120}?)\s*(?::|\.{4,}|…{2,}|_{4,})\s*$")
ITEM_ROW = re.compile(
    r"^(?!\W*(?:d'|de\s|soit\b))(?P<label>.{1,3}(?:(?!\s[-–—]\s)[^:;()=→⇒€]){2,120}?)"
    r"(?<!\s)(?<!\bde)(?<!\bdes)(?<!\bà)(?<!\baux)(?<!\bpour)(?<!\bsoit)(?<!\bla)(?<!\ble)(?<!\bet)"
    r"(?:\s+(?:[-–—]|->|=>)|\s*[=→⇒]|\s*\(|,|(?<!\d))\s*$"
)
"""« - Comité des fêtes – 300 € », « - Comité des fêtes (300 €) », « • Comité des fêtes 300 € »."""
ITEM_END = re.compile(r"\s*\)?\s*(?:[.;,]?\s*(?:et\s*)?$|(?:pour|au titre d|afin d|destinée?s?)\b)")
NEXT_ROW = re.compile(r"\s*;\s*")
BULLET = re.compile(
    r"^\W*(?:à l'\s?|(?:à la|aux?|à)\s|(?:À l'\s?|(?:À la|Aux?|À)\s)(?=[a-zà-ÿ]))?(?=[\w\"«])"
)
"""What stands before the name of an item: « - à l'association X : 300 € », « – au GIP Y … »."""
IS_TOTAL = re.compile(r"(?:sous[- ]?)?tota(?:l|ux)\b|ensemble\b|soit un total", re.IGNORECASE)
NO_BODY = re.compile(
    r"(?:une?\s|les?\s|la\s|l')?(?:subventions?|aides?|participations?|soutiens?|dotations?"
    r"|cotisations?|contributions?|fonctionnement|investissement|équipements?|années?|exercices?"
    r"|parts?|tranches?|acomptes?|avances?|soldes?|versements?|reversements?|reliquats?|restes?"
    r"|actions?|projets?|opérations?|achats?|acquisitions?|travaux|dépenses?|recettes?|charges?"
    r"|frais|coûts?|montants?|sommes?|crédits?|loyers?|salaires?|matériels?|fournitures?|autres?"
    r"|devis|factures?|rappels?|vote|divers|imputations?|comptes?|articles?|chapitres?|budgets?"
    r"|forfaits?|primes?|bonus|fonds)\b",
    re.IGNORECASE,
)
"""How a label begins that says what an amount is for, or of, and names nobody."""
GRANT_TO = re.compile(
    r"subvention\b[^:;.]*?\s(?:à la |à l'|aux |au |en faveur d(?:e la |e l'|es |u |e |')"
    r"|au (?:bénéfice|profit) d(?:e la |e l'|es |u |e |'))(?=[A-ZÀ-Ÿ\"«]|association)",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\s*[»\"”]?\s*(?:,\s*(?:et\s+)?|et\s+|ainsi qu[e']\s*)(?P<to>à la |à l'|au |aux |à )?"
)
