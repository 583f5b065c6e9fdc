"""The terms of the field that reports and rules use, defined for a reader."""

from __future__ import annotations

from checker.verdict import Verdict

VERDICT_TERMS = {
    Verdict.PASS: (
        "l'exigence est satisfaite au vu des informations du dossier. Ce verdict (`pass`, conforme)"
        " ne vaut que pour la règle énoncée ; il n'atteste pas la légalité de l'acte."
    ),
    Verdict.FAIL: (
        "l'exigence n'est pas satisfaite au vu des informations du dossier (`fail`, non conforme)."
        " Le rapport donne les deux termes de la comparaison, le passage et la suite à donner."
    ),
    Verdict.OPEN: (
        "une valeur ou une liste dont dépend la réponse manque au dossier (`open`, à compléter)."
        " Elle est désignée avec la pièce à demander ; elle n'est jamais tenue pour nulle."
    ),
    Verdict.REVIEW: (
        "les faits sont établis, mais leur portée s'apprécie (`review`, à examiner) : une personne"
        " conclut."
    ),
    Verdict.NOT_APPLICABLE: (
        "l'acte n'y donne pas lieu, ou la règle ne vise pas cette date, cette catégorie de"
        " collectivité ou ce stade (`not-applicable`)."
    ),
}
"""What each verdict says, with its name in the JSON report and the usual word of controllers."""

TERMS = {
    "irrégularité": (
        "exigence tirée d'un texte identifié et non satisfaite, au vu du dossier. Le mot qualifie"
        " le résultat d'un contrôle ; dire l'acte contraire au droit appartient au juge."
    ),
    "anomalie": (
        "chiffre ou fait qui appelle une explication, qu'un texte soit ou non en cause. Elle se"
        " lève en la justifiant aussi bien qu'en rectifiant l'acte."
    ),
    "incohérence": (
        "désaccord entre deux parties du même acte : un total et ses lignes, un nom et sa reprise,"
        " un visa et l'exposé. L'une des deux au moins est à rectifier."
    ),
    "omission": "mention attendue que l'acte ne comporte pas. Elle se répare en l'ajoutant.",
    "erreur matérielle": (
        "inexactitude de plume, de calcul ou de frappe dont la correction s'impose d'elle-même et"
        " ne change rien à ce que l'assemblée a voulu."
    ),
    "point de vigilance": (
        "risque à suivre au regard d'un texte, sans manquement relevé. Il oriente l'instruction ou"
        " la rédaction des actes suivants."
    ),
    "remarque": "constat de forme ou de bonne pratique, sans incidence sur la décision.",
    "écart à la politique": (
        "différence entre l'acte et une règle ou une pratique que son auteur s'est donnée. Elle ne"
        " met en cause aucun texte extérieur à la collectivité."
    ),
    "observation": (
        "élément numéroté d'un rapport ou d'une lettre de contrôle : le constat, sa référence et"
        " la suite demandée. Elle peut recevoir la réponse du service."
    ),
    "rappel au droit": (
        "observation d'une chambre régionale des comptes qui demande de se conformer à une règle"
        " de droit applicable, désignée avec précision."
    ),
    "recommandation": (
        "proposition d'amélioration de la gestion. À la différence du rappel au droit, elle laisse"
        " à la collectivité le choix de la suivre."
    ),
    "réserve": (
        "condition jointe à une conclusion : celle-ci ne vaut que si la condition est remplie. Le"
        " rapport en porte une lorsqu'une valeur de droit reste à confirmer."
    ),
    "recours gracieux": (
        "demande adressée à l'auteur d'un acte pour qu'il le retire ou le modifie, notamment par"
        " le préfet avant toute saisine du juge."
    ),
    "déféré": (
        "saisine du tribunal administratif par le préfet, qui soumet au juge un acte qu'il estime"
        " contraire au droit."
    ),
    "pièces à demander": (
        "documents qui manquent pour conclure. Le rapport les regroupe, chacun avec les règles et"
        " les sujets qui en dépendent."
    ),
    "valeur datée": (
        "seuil, plafond, délai ou article que le droit fait varier dans le temps. La règle retient"
        " la valeur en vigueur au jour qui la commande, avec son texte et le jour de sa dernière"
        " vérification."
    ),
    "à confirmer": (
        "valeur ou référence qui n'a pas encore été rapprochée du texte officiel : tout constat qui"
        " en dépend est ramené au plus à un avertissement."
    ),
}
"""Each term with its definition, in the order in which a reader of a report meets them."""
