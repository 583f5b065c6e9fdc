"""French noun phrases: articles, elision, contraction, demonstratives, plurals.

The labels of the vocabulary begin with a noun. Where its gender is known the label takes an
article; where it is not, the label is quoted behind a noun of known gender, so that a sentence is
right whatever the label.
"""

from __future__ import annotations

import re

from attrs import frozen

_FEMININE_NOUNS = """
    adresse aide année annexe arrivée assiette association attribution autorité avance base
    catégorie clause clé collectivité commission commune composante compétence condition
    contribution convention convocation coquille date dernière décision délégation délibération
    demande dénomination dépense description donnée durée échéance enveloppe évaluation évolution
    expression fin fonction forme fraction imputation inscription ligne liste longueur majorité
    matière mention mesure modification nature notification opération page part partie
    participation phrase pièce population première période présidence prestation procuration
    publication qualité quotité recette référence région règle réponse séance section signature
    situation somme source structure subvention taxe tranche transmission unanimité unité valeur
    version ville voix
"""
_MASCULINE_NOUNS = """
    accord acompte acte agent apport article avenant avis axe barème bénéficiaire bilan budget
    capital chapitre champ chiffre code cofinancement cofinanceur comité compte conseil
    considérant contrôle coût critère cumul décompte délai dernier destinataire dispositif
    document domaine droit début écart effectif élément élu engagement ensemble établissement
    état exercice exposé financement financeur fondement groupe groupement identifiant indicateur
    indice intérêt intitulé jour libellé lieu mandant mandat mandataire membre mode mois montant
    motif nom nombre numéro objectif objet ordre organe organisme paragraphe plafond plan plancher
    point poste pouvoir premier président programme projet quorum rang rapport rapporteur
    récépissé reçu registre règlement régime report reste résultat RNA rôle secrétaire secteur
    seuil sigle signataire SIREN SIRET solde statut sujet suppléant support taux terme territoire
    texte titre titulaire total tour type usage versement visa vote
"""
_PLURAL_NOUNS = """
    abstentions avantages conditions crédits dépenses destinataires excusés frais habitants membres
    modalités organismes pages pouvoirs présents produits recettes représentés ressources
    subventions suffrages voix votants votes
"""
_FEMININE = frozenset(_FEMININE_NOUNS.split())
_MASCULINE = frozenset(_MASCULINE_NOUNS.split())
_PLURAL = frozenset(_PLURAL_NOUNS.split())
_FEMININE_ENDINGS = ("tion", "sion", "xion", "té", "ance", "ence", "ure", "ette", "ité", "ude")
_MASCULINE_ENDINGS = ("ment", "isme", "oir", "ier", "eau", "al", "at", "age")
_BUT = frozenset({"page", "image", "eau", "côté", "comité", "arrêté", "été", "traité", "plage"})
_COMPLEMENT_WORDS = """
    à au aux avec chez contre d dans de des dont du en entre hors l la le lors n ne par pour que
    qui s sans selon sous sur vers
"""
_COMPLEMENT = frozenset(_COMPLEMENT_WORDS.split())
_UNCHANGED = frozenset(("déjà", "et", "ou", "non"))
_VOWEL = re.compile(r"[aâàeéèêëiîïoôuûùœh]", re.IGNORECASE)
_ASPIRATED = ("hors", "haut", "huit")
_LONG = 3
"""Spaces in a label beyond which it is quoted, lest « dont » be read with its last word."""
_OF_ONE = re.compile(r" d'une? ")


MENTION, NUMBER, AMOUNT = "la mention", "le nombre", "le montant"
"""What is said of a plural, to keep it in the singular."""


@frozen
class Phrase:
    """A noun phrase in the singular, with its article.

    Args:
        feminine: Whether what is said of it takes an -e.
        plural: The words in the plural, for where no verb has to agree; empty for none.
    """

    text: str
    feminine: bool = False
    plural: str = ""

    def agree(self, word: str) -> str:
        """A participle or adjective whose feminine takes an -e."""
        return word + "e" * self.feminine


def feminine(noun: str) -> bool | None:
    """Whether a noun is feminine; `None` where that is not known."""
    word = noun.lower()
    if noun in _MASCULINE or word in _MASCULINE:
        return False
    if word in _FEMININE:
        return True
    if word not in _BUT:
        for endings, found in ((_FEMININE_ENDINGS, True), (_MASCULINE_ENDINGS, False)):
            if word.endswith(endings):
                return found
    return None


def head(label: str) -> str:
    """The noun that a label begins with."""
    return label.split(" ", 1)[0].rstrip(",")


def several(label: str) -> bool:
    """Whether a label is in the plural: « membres présents », « voix pour »."""
    return head(label) in _PLURAL


def elides(text: str) -> bool:
    """Whether « le » and « de » lose their vowel before a text."""
    return bool(_VOWEL.match(text)) and not text.startswith(_ASPIRATED)


def the(label: str, things: str = MENTION) -> Phrase:
    """A label with its article.

    Args:
        label: The label; one whose noun is unknown is quoted.
        things: What is said of a plural, to keep it in the singular: « le nombre de votants ».
    """
    if several(label):
        if things != MENTION:
            return Phrase(f"{things} {of(label) if things == NUMBER else f'des {label}'}")
        return Phrase(f"{things} des {label}", feminine=True, plural=f"les {label}")
    gender = feminine(head(label))
    if gender is None:
        return Phrase(f"la donnée « {label} »", feminine=True)
    article = "l'" if elides(label) else ("la " if gender else "le ")
    return Phrase(article + label, gender)


def this(label: str) -> Phrase:
    """A label with a demonstrative: « cet axe », « cette ligne »."""
    gender = feminine(head(label))
    if gender is None:
        return Phrase(f"ce fait « {label} »")
    word = "cette" if gender else ("cet" if elides(label) else "ce")
    return Phrase(f"{word} {label}", gender)


def one(label: str) -> str:
    """A label of a kind as « chaque » takes it."""
    return label if feminine(head(label)) is not None else f"fait « {label} »"


def of(text: str) -> str:
    """A phrase after « de »: « du montant », « de la ligne », « d'axes »."""
    for article, contracted in (("le ", "du "), ("les ", "des ")):
        if text.startswith(article):
            return contracted + text.removeprefix(article)
    return ("d'" if elides(text) else "de ") + text


def to(text: str) -> str:
    """A phrase after « à »: « au montant », « à la ligne »."""
    for article, contracted in (("le ", "au "), ("les ", "aux ")):
        if text.startswith(article):
            return contracted + text.removeprefix(article)
    return "à " + text


def many(label: str) -> str:
    """A label in the plural: its first words up to the complement."""
    if feminine(head(label)) is None and not several(label):
        return f"faits « {label} »"
    return f"« {plural(label)} »" if label.count(" ") > _LONG else plural(label)


def plural(label: str) -> str:
    """The plural of a label: of its noun and of the words that agree with it."""
    whole, one_, kind = label.partition(match[0] if (match := _OF_ONE.search(label)) else "\0")
    words = whole.split(" ")
    for n, word in enumerate(words):
        bare = word.partition("'")[0].lower()
        if n and (bare in _COMPLEMENT or word.startswith("(") or word.endswith("ant")):
            break
        words[n] = _plural_word(word)
        if word.endswith(","):
            break
    return " ".join(words) + (f" {of(plural(kind))}" if one_ else "")


def _plural_word(word: str) -> str:
    noun = word.rstrip(",")
    if noun.endswith(("s", "x", "z", ".")) or noun.isupper() or noun in _UNCHANGED:
        return word
    if noun.endswith("al"):
        return noun[:-2] + "aux" + word[len(noun) :]
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s") + word[len(noun) :]
