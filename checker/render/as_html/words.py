"""What only the HTML report says."""

from __future__ import annotations

from collections.abc import Mapping

from checker.words import Words

PAGE: Mapping[str, Words] = {
    "one": Words("Rapport de contrôle d'une délibération", "Report on a deliberation"),
    "several": Words("Rapport de contrôle de délibérations", "Report on deliberations"),
    "acts": Words("Actes contrôlés", "Acts checked"),
    "to_acts": Words("Aller à la liste des actes", "Skip to the list of acts"),
    "to_result": Words("Aller au résultat", "Skip to the result"),
    "to_text": Words("Aller au texte du document", "Skip to the text of the document"),
    "back": Words("Liste des actes", "List of acts"),
    "unread": Words("Fichier non lu", "File not read"),
    "not_reliable": Words("non fiable", "not reliable"),
    "unnumbered": Words("Acte sans numéro", "Act without number"),
    "nothing": Words("Aucun acte n'a été contrôlé.", "No act was checked."),
    "text": Words("Texte du document", "Text of the document"),
    "text_of": Words("Texte de {}", "Text of {}"),
    "part": Words(
        "Le document contient plusieurs délibérations ; seul ce qui concerne celle-ci est"
        " reproduit.",
        "The document holds several deliberations; only what is about this one is shown.",
    ),
    "values": Words("Les valeurs et leurs passages", "The values and their passages"),
    "legend": Words("Légende", "Legend"),
    "picture": Words(
        "Montants par bénéficiaire et par axe, en euros", "Amounts by beneficiary and measure"
    ),
    "picture_plain": Words("Montants par bénéficiaire, en euros", "Amounts by beneficiary"),
    "bars_cut": Words(
        "Le graphique montre {} ; le tableau les montre tous.",
        "The picture shows {}; the table shows all of them.",
    ),
    "others": Words("Autres axes", "Other measures"),
    "differ": Words("Les montants diffèrent :", "The amounts differ:"),
    "unknown": Words("Montant non précisé :", "Amount not stated:"),
    "check_column": Words("Contrôle", "Check"),
    "agree": Words("concordance", "agree"),
    "disagree": Words("discordance", "differ"),
    "cannot_tell": Words("non vérifiable", "cannot be told"),
    "totals": Words("Totaux énoncés", "Stated totals"),
    "more_places": Words("Autres passages", "Other passages"),
    "about": Words("Sujets concernés", "Subjects concerned"),
}
STATUSES: Mapping[str, Words] = {
    "read": Words("montant lu", "amount read"),
    "confirmed": Words("montant confirmé", "amount confirmed"),
    "ambiguous": Words("lecture ambiguë", "ambiguous reading"),
    "unread": Words("non lu", "not read"),
}
"""How amounts are tinted; what was corrected or added by a person counts as confirmed."""
CITED = Words("passage cité par une observation", "passage cited by an observation")
OBSERVATION = Words("observation {}", "observation {}")
PAGE_BREAK = Words("page {}", "page {}")
BENEFICIARIES = Words("bénéficiaire", "beneficiary"), Words("bénéficiaires", "beneficiaries")
MORE = Words("et {} de plus", "and {} more")
