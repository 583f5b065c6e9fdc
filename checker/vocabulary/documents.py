"""Documents that would tell what an act leaves out, as a report asks for them."""

from __future__ import annotations

from checker.words import Words

MINUTES = Words("procès-verbal de la séance", "minutes of the sitting")
STATUTES = Words("statuts du bénéficiaire", "articles of association of the beneficiary")
INTERESTS = Words(
    "registre des déports et déclarations d'intérêts", "register of recusals and interests"
)
AGREEMENT = Words("convention ou projet de convention", "agreement or draft agreement")
DE_MINIMIS = Words(
    "déclaration d'aides de minimis du bénéficiaire", "de minimis declaration of the beneficiary"
)
YEAR_GRANTS = Words(
    "état des subventions de l'exercice, par bénéficiaire", "year's grants by beneficiary"
)
PRIOR_ACT = Words("délibération de l'exercice précédent", "deliberation of the year before")
BODY_REGISTER = Words("fiche de la collectivité (Insee)", "register entry of the authority")
DELEGATION = Words(
    "délibération de délégation de l'assemblée à l'organe",
    "deliberation delegating powers to the organ",
)
RENEWAL = Words(
    "procès-verbal d'installation de l'assemblée", "minutes of the assembly's first sitting"
)
BUDGET = Words(
    "délibération d'adoption du budget et état des crédits",
    "deliberation adopting the budget, and state of credits",
)
REQUEST = Words(
    "dossier de demande de subvention, avec son plan de financement",
    "grant request with its funding plan",
)
SIRENE = Words(
    "avis de situation Sirene du bénéficiaire", "Sirene register entry of the beneficiary"
)
RNA = Words(
    "extrait du répertoire national des associations ou du Journal officiel",
    "extract of the register of associations or Journal officiel",
)
COMMITMENT = Words(
    "contrat d'engagement républicain signé", "signed republican commitment contract"
)
ACCOUNTS = Words("comptes annuels du bénéficiaire", "annual accounts of the beneficiary")
AID_ANALYSIS = Words(
    "analyse du projet au regard des aides d'État", "analysis of the project under State-aid law"
)
ENTRUSTMENT = Words(
    "mandat de service d'intérêt économique général",
    "act entrusting the service of general economic interest",
)
RECEIPT = Words(
    "accusé de réception de la transmission au représentant de l'État",
    "receipt of transmission to the State's representative",
)
PUBLICITY = Words(
    "preuve de publication ou de notification", "proof of publication or notification"
)
NEXT_SITTING = Words(
    "ordre du jour et procès-verbal de la séance suivante", "agenda and minutes of the next sitting"
)
PAYMENTS = Words("état des versements", "record of payments")
PUBLISHED_DATA = Words("jeu de données publié des subventions", "published data set of grants")
BUDGET_ANNEX = Words("annexes du budget et du compte", "annexes of the budget and of the accounts")
READING = Words("relecture du document par une personne", "reading of the document by a person")
REPRESENTATIVES = Words(
    "délibérations désignant les représentants dans les organismes",
    "deliberations appointing representatives to other bodies",
)
