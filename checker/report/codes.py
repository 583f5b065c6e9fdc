"""The words of the case file's closed lists, as a reader sees them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from checker.kinds import Attribute
from checker.words import Language, Words

_SECTIONS = {
    "title": Words("titre", "title"),
    "visas": Words("visas", "visas"),
    "recital": Words("exposé des motifs", "recitals"),
    "results": Words("bilan", "results"),
    "description": Words("description", "description"),
    "measures": Words("description des axes", "description of the measures"),
    "amounts": Words("montants", "amounts"),
    "summary": Words("synthèse", "summary"),
    "operative": Words("dispositif", "operative part"),
    "vote": Words("vote", "vote"),
}
_ORGANS = {
    "conseil": Words("organe délibérant", "council"),
    "bureau": Words("Bureau", "Bureau"),
    "commission_permanente": Words("commission permanente", "standing committee"),
    "president": Words("président", "president"),
    "maire": Words("maire", "mayor"),
}
_BY_ATTRIBUTE: Mapping[str, Mapping[str, Words]] = {
    "section": _SECTIONS,
    "of": {
        "recital": Words("exposé des motifs", "recitals"),
        "operative": Words("dispositif", "operative part"),
        "charged": Words("imputation budgétaire", "budget heading"),
    },
    "form": {
        "full": Words("nom complet", "full name"),
        "short": Words("nom abrégé", "short name"),
        "acronym": Words("sigle", "acronym"),
        "legal": Words("nom développé", "developed name"),
    },
    "result": {
        "adopted": Words("adopté", "adopted"),
        "rejected": Words("rejeté", "rejected"),
    },
    "type": {
        "deliberation": Words("délibération", "deliberation"),
        "decision": Words("décision", "decision"),
        "arrete": Words("arrêté", "order"),
    },
    "organ": _ORGANS,
    "stage": {
        "draft": Words("projet", "draft"),
        "adopted": Words("adopté", "adopted"),
        "transmitted": Words("transmis au contrôle de légalité", "transmitted to the State"),
    },
    "category": {
        "commune": Words("commune", "municipality"),
        "cc": Words("communauté de communes", "community of municipalities"),
        "ca": Words("communauté d'agglomération", "agglomeration community"),
        "cu": Words("communauté urbaine", "urban community"),
        "metropole": Words("métropole", "metropolis"),
        "metropole_lyon": Words("métropole de Lyon", "Lyon metropolis"),
        "departement": Words("département", "department"),
        "region": Words("région", "region"),
        "ctu": Words("collectivité territoriale unique", "single territorial authority"),
        "syndicat": Words("syndicat", "joint authority"),
    },
    "legal_form": {
        "association": Words("association", "association"),
        "fondation": Words("fondation", "foundation"),
        "gip": Words("groupement d'intérêt public", "public-interest grouping"),
        "societe": Words("société", "company"),
        "cooperative": Words("coopérative", "cooperative"),
        "commune": Words("commune", "municipality"),
        "epci": Words("établissement public de coopération intercommunale", "inter-municipal body"),
        "etablissement_public": Words("établissement public", "public institution"),
        "personne_physique": Words("personne physique", "natural person"),
        "autre": Words("autre forme", "other form"),
    },
}
_WORDS: Mapping[str, Words] = {
    **_ORGANS,
    "code": Words("article de code", "article of a code"),
    "loi": Words("loi", "law"),
    "decret": Words("décret", "decree"),
    "deliberation": Words("délibération", "deliberation"),
    "delegation": Words("délibération de délégation", "deliberation delegating powers"),
    "budget": Words("délibération budgétaire", "budget deliberation"),
    "ue": Words("texte de l'Union européenne", "text of the European Union"),
    "autre": Words("autre texte", "other text"),
    "other": Words("autre", "other"),
    "singular": Words("singulier", "singular"),
    "plural": Words("pluriel", "plural"),
    "agreement_draft": Words("projet de convention", "draft agreement"),
    "aid_recap": Words("récapitulatif des aides", "recapitulation of aid"),
    "beneficiary_table": Words("tableau des bénéficiaires", "table of beneficiaries"),
    "no_aid": Words("absence d'aide d'État", "no State aid"),
    "de_minimis": Words("aide de minimis", "de minimis aid"),
    "sgei_de_minimis": Words("aide de minimis SIEG", "SGEI de minimis aid"),
    "sgei": Words(
        "compensation de service d'intérêt économique général",
        "compensation for a service of general economic interest",
    ),
    "exempted": Words("aide exemptée de notification", "aid exempt from notification"),
    "notified": Words("aide notifiée", "notified aid"),
    "electronic": Words("publication électronique", "electronic publication"),
    "posting": Words("affichage", "posting"),
    "paper": Words("publication sur papier", "publication on paper"),
    "worship": Words("activité cultuelle", "worship"),
    "party": Words("parti ou groupement politique", "political party or grouping"),
    "candidate": Words("candidat à une élection", "candidate in an election"),
    "union": Words("organisation syndicale", "trade union"),
    "none": Words("aucune", "none"),
    "private_secondary_school": Words(
        "établissement privé du second degré", "private secondary school"
    ),
    "professional_sport": Words("sport professionnel", "professional sport"),
    "cinema": Words("cinéma", "cinema"),
    "health": Words("santé", "health"),
    "computed": Words("critère calculable", "criterion that can be computed"),
    "general": Words("critère général", "general criterion"),
    "typo": Words("coquille", "typing error"),
    "typography": Words("typographie", "typography"),
    "wording": Words("rédaction", "wording"),
    "naming": Words("dénomination", "naming"),
    "own_need": Words("besoin propre de la collectivité", "need of the authority itself"),
    "individual_service": Words("prestation individualisée", "individual service"),
    "price": Words("prix", "price"),
    "on_behalf": Words(
        "activité pour le compte de la collectivité", "activity on the authority's behalf"
    ),
    "tax_label": Words("mention de taxe", "tax label"),
    "direction": Words("direction par la collectivité", "direction by the authority"),
    "business_support": Words("soutien à des entreprises", "support of enterprises"),
    "business_creation": Words("création d'entreprises", "creation of enterprises"),
    "market_activity": Words("activité marchande", "market activity"),
    "persons": Words("personnes", "persons"),
    "associations": Words("associations", "associations"),
    "works": Words("œuvres", "charities"),
    "enterprises": Words("entreprises", "enterprises"),
    "public_bodies": Words("organismes publics", "public bodies"),
    "rapporteur": Words("rapporteur", "rapporteur"),
    "chair": Words("président de séance", "chair"),
    "secretary": Words("secrétaire de séance", "secretary"),
    "officer": Words("dirigeant", "officer"),
    "employee": Words("salarié", "employee"),
    "statutory_representative": Words(
        "représentant désigné en application de la loi", "representative appointed by law"
    ),
    "voluntary_representative": Words(
        "représentant désigné sans que la loi l'impose", "representative the law does not require"
    ),
    "family": Words("lien familial", "family tie"),
}
"""Words that mean the same whatever attribute holds them."""


@frozen
class Coded:
    """A word of the case file with the words that a reader sees for it."""

    code: str
    shown: str


def decoded(attribute: str, value: str, language: Language) -> str:
    """The words for a value out of a closed list of the case; any other text as it is."""
    words = _BY_ATTRIBUTE.get(attribute, {}).get(value)
    return value if words is None else words(language)


def worded(attribute: Attribute | None, value: str, language: Language) -> str:
    """A text as a reader sees it: a word of a closed list with its meaning, any other as it is."""
    if attribute is None:
        return value
    found = decoded(attribute.name, value, language)
    if found == value and value in attribute.choices and value in _WORDS:
        return _WORDS[value](language)
    return found


def coded(attribute: str, value: str, language: Language) -> Coded:
    """A value of a closed list with its words."""
    return Coded(value, decoded(attribute, value, language))
