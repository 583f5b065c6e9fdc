"""Words beside a number that say whether it counts something."""

from __future__ import annotations

import re

UNITS = re.compile(
    r"(?:absents?|conseillers?|delegues?|elus?|pouvoirs?|presents?|procurations?|votants?|"
    r"abstention|abstentions|allee|an|annee|annees|ans|aout|avenue|avril|bis|boulevard|centimes"
    r"|chemin|cm|contre|decembre|euro|euros|fevrier|fois|heure|janvier|jour|jours|juillet|juin"
    r"|kg|km|m2|mai|mars|metre|metres|milliards|millieme|million|millions|minute|minutes|mois"
    r"|novembre|octobre|place|point|points|pour|quai|route|rue|semaine|semaines|septembre|ter"
    r"|voix)"
)
"""After a duration, a date, an address, a vote."""
STRUCTURES = re.compile(
    r"(?:acomptes|action|actions|aides|association|associations|autre|autres|axe|axes|categorie"
    r"|categories|collectivite|collectivites|commune|communes|convention|conventions|cotes"
    r"|dernieres|derniers|dispositif|dispositifs|elements|enjeux|entites|etape|etapes|membre"
    r"|mesure|mesures|modes|niveau|niveaux|objectif|objectifs|organisme|organismes|part"
    r"|partenaire|partenaires|partie|parties|parts|phase|phases|poste|postes|precitees|premier"
    r"|premiere|premieres|premiers|projet|projets|sens|structure|structures|subventions"
    r"|suivantes|temps|tiers|titres|tours|type|types|versements|villes|volet|volets)"
)
"""What the act itself is made of, and those it deals with: « les deux structures »."""
FUNCTION_WORDS = re.compile(
    r"(?:a|ainsi|au|aupres|aux|avec|d|dans|de|des|dont|du|en|entre|est|et|etaient|l|la|le|les|ont"
    r"|ou|par|pour|puis|que|qui|se|soit|sont|sur|un|une)"
)
AT_THE_SITTING = re.compile(
    r"\smembres (?:présents|en exercice|absents|représentés|élus|du (?:conseil|bureau))",
    re.IGNORECASE,
)
"""After the head counts of a sitting."""
