"""People in a text: « Mme Charlotte BRUN ainsi que MM. Alain BERNARD, Régis CAUCHE… ».

A person is found by a civility before the name; a plural one holds for the list that follows it.
Offices (« M. le Maire ») are nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from checker.normal import normal_text, without_accents

_S = r"[\s\u00a0\u202f]"
_CIVILITY = re.compile(
    rf"(?<![\w.])(?:(?P<couple>M(?:\.|r\.?|onsieur){_S}{{1,2}}et{_S}{{1,2}}M(?:me|adame))"
    r"|(?P<men>MM\.?|Mrs\.?|Messieurs|MESSIEURS)"
    r"|(?P<women>M(?:mes|MES)\.?|Mesdames|MESDAMES)"
    r"|(?P<misses>M(?:lles|LLES)\.?|Mesdemoiselles)"
    r"|(?P<woman>M(?:me|ME)\.?|Madame|MADAME)"
    r"|(?P<miss>M(?:lle|LLE)\.?|Mademoiselle|MADEMOISELLE)"
    r"|(?P<man>M\.|Mr\.?|Monsieur|MONSIEUR|M(?=\s[A-ZÀ-Ý]))"
    rf"|(?P<doctor>Dr\.?|Docteur)|(?P<master>Me|Maître))(?=[\s\u00a0\u202f]|(?<=\.)[A-ZÀ-Ý])"
)
_CIVILITIES = {
    "couple": "M. et Mme",
    **{"men": "M.", "man": "M.", "women": "Mme", "woman": "Mme"},
    **{"misses": "Mlle", "miss": "Mlle", "doctor": "Dr", "master": "Me"},
}
_PLURAL = frozenset({"men", "women", "misses"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.-]+[^\W\d_]+)*[.'’]?")
_GAP = re.compile(r"[ \t\u00a0\u202f]{0,4}(?:\r?\n[ \t]{0,40})?")
_LINK = re.compile(
    rf"{_S}{{0,3}}(?:[,;/]{_S}{{0,3}}(?:et{_S}{{1,3}}|ainsi{_S}que{_S}{{1,3}})?|[-–•]{_S}{{1,2}}"
    rf"|{_S}et{_S}{{1,3}}|{_S}ainsi{_S}{{1,3}}que{_S}{{1,3}}|\r?\n{_S}{{0,3}})"
)
_OFFICE = re.compile(
    rf"(?:l[ea]{_S}{{1,2}}|l['’]){{0,1}}(?P<office>[^\W\d_]+(?:[-][^\W\d_]+){{0,2}})", re.IGNORECASE
)
_PARTICLES = frozenset(
    ["de", "du", "des", "d'", "la", "le", "les", "van", "den", "der", "von", "vande", "vanden"]
    + ["ben", "el", "al", "da", "do", "dos", "di", "del", "della", "ter", "ten", "zu", "y", "mac"]
)
_OFFICES = frozenset(
    ["maire", "maires", "adjoint", "adjointe", "adjoints", "adjointes", "president", "presidente"]
    + ["presidents", "vice", "conseiller", "conseillere", "conseillers", "conseilleres", "delegue"]
    + ["deleguee", "delegues", "deputee", "depute", "senateur", "senatrice", "secretaire"]
    + ["directeur", "directrice", "prefet", "prefete", "sous", "tresorier", "tresoriere"]
    + ["rapporteur", "rapporteure", "ministre", "receveur", "percepteur", "trésorier", "conseil"]
    + ["commune", "ville", "mairie", "bureau", "seance", "vote", "elu", "elue", "elus", "membre"]
    + ["membres", "comptable", "recteur", "notaire", "gerant", "gerante", "representant"]
    + ["representante", "premier", "premiere", "procuration", "pouvoir", "absent", "absents"]
    + ["absente", "absentes", "excuse", "excuses", "excusee", "excusees", "present", "presents"]
    + ["vu", "considerant", "article", "objet", "pour", "contre", "abstention", "abstentions"]
    + [
        "ouvrage",
        "oeuvre",
        "commissaire",
        "president-directeur",
        "chef",
        "responsable",
        "deliberation",
    ]
)
_LONGEST = 8


@frozen
class Person:
    """A person named in a text; offsets are those of the name.

    Args:
        civility: « M. », « Mme », « Mlle », « M. et Mme », « Dr » or « Me », however printed.
        name: As printed, white space folded.
        civility_span: Where the civility stands; that of the list for a plural one.
    """

    start: int
    end: int
    civility: str
    name: str
    civility_span: tuple[int, int]


def find_people(text: str) -> tuple[Person, ...]:
    """The people named after a civility, in the order of the text."""
    civilities = list(_CIVILITY.finditer(text))
    limits = [match.start() for match in civilities[1:]] + [len(text)]
    return tuple(
        person
        for match, limit in zip(civilities, limits, strict=False)
        for person in _people(text, match, limit)
    )


def _people(text: str, match: re.Match[str], limit: int) -> Iterator[Person]:
    kind = match.lastgroup or "man"
    civility, span = _CIVILITIES[kind], match.span()
    at = _start(text, match.end(), limit)
    capitals: bool | None = None
    while True:
        name = _name(text, at, limit)
        if name is None or (capitals and not _has_capitals(text[slice(*name)])):
            return
        yield Person(*name, civility, " ".join(text[slice(*name)].split()), span)
        if kind not in _PLURAL:
            return
        capitals = _has_capitals(text[slice(*name)]) if capitals is None else capitals
        link = _LINK.match(text, name[1], limit)
        if link is None:
            return
        at = link.end()


def _start(text: str, at: int, limit: int) -> int:
    """Where the name after a civility begins: after « le Maire, » where that stands between."""
    gap = _GAP.match(text, at, limit)
    return at if gap is None else gap.end()


def _name(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """The name that begins at a position: capitalised words and the particles between them."""
    words: list[tuple[str, int]] = []
    while len(words) < _LONGEST:
        match = _WORD.match(text, at, limit)
        if match is None or not _goes_on([word for word, _ in words], match[0]):
            break
        end = match.end()
        if match[0][-1] in ".'’" and not (_initial(match[0]) or _particle(match[0])):
            words.append((match[0][:-1], end - 1))
            break
        words.append((match[0], end))
        gap = _GAP.match(text, end, limit)
        at = end if gap is None else gap.end()
        if at == end and not _initial(match[0]) and match[0][-1] not in "'’":
            break
    while words and (_particle(words[-1][0]) or _initial(words[-1][0])):
        words.pop()
    if not words or not any(len(word) > 1 for word, _ in words):
        return None
    start = words[0][1] - len(words[0][0])
    return start, words[-1][1]


def _goes_on(words: list[str], word: str) -> bool:
    """Whether a word can be the next of a name: « Jean DUPONT » ends before « Maire »."""
    if _particle(word):
        return word[0].islower() or bool(words) or not word[0].islower()
    if not _capitalised(word) or _office(word):
        return False
    capitals = [_in_capitals(known) for known in words if not (_particle(known) or _initial(known))]
    changes = sum(1 for one, other in zip(capitals, capitals[1:], strict=False) if one != other)
    return not (changes and capitals and _in_capitals(word) != capitals[-1])


def _particle(word: str) -> bool:
    return word.lower().replace("’", "'") in _PARTICLES


def _initial(word: str) -> bool:
    return re.fullmatch(r"[^\W\d_](?:[h]?\.-?[^\W\d_])?\.", word) is not None and word[0].isupper()


def _capitalised(word: str) -> bool:
    return word[0].isupper() or re.match(r"[dl]['’][A-ZÀ-Ý]", word) is not None


def _in_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters[-2:])


def _has_capitals(name: str) -> bool:
    return any(_in_capitals(word) and not _particle(word) for word in name.split())


def _office(word: str) -> bool:
    return any(
        part in _OFFICES for part in without_accents(normal_text(word)).replace(".", "").split("-")
    )
