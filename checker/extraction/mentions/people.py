"""People in a text: « Mme Charlotte BRUN ainsi que MM. Alain BERNARD, Régis CAUCHE… ».

A person is found by a civility before the name; a plural one holds for the list that follows it.
Offices (« M. le Maire ») are nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from checker.normal import normal_text, without_accents

_S = r"[\s\u00a0\u202f]"
_CIVILITY = re.compile(
    rf"(?<![\w.])(?:(?P<couple>M(?:\.|r\.?|onsieur){_S}{{1,2}}et{_S}{{1,2}}M(?:me|adame))"
    rf"|(?P<mixed>(?:M\.|MM\.?|Messieurs){_S}{{1,2}}(?:et{_S}{{1,2}})?(?:M(?:mes|MES)[.,]?|Mesdames)"
    rf"|(?:M(?:mes|MES)\.?|Mesdames){_S}{{1,2}}(?:et{_S}{{1,2}})?(?:MM\.?|Messieurs))"
    r"|(?P<men>MM\.?|Mrs\.?|Messieurs|MESSIEURS)"
    r"|(?P<women>M(?:mes|MES)\.?|Mesdames|MESDAMES)"
    r"|(?P<misses>M(?:lles|LLES)\.?|Mesdemoiselles)"
    r"|(?P<woman>M(?:me|ME)\.?|Madame|MADAME)"
    r"|(?P<miss>M(?:lle|LLE)\.?|Mademoiselle|MADEMOISELLE)"
    r"|(?P<man>M\.|Mr\.?|Monsieur|MONSIEUR"
    r"|M(?=[ \u00a0](?:[A-ZÀ-Ý]{2}|[A-ZÀ-Ý][\w'’-]+[ \u00a0][A-ZÀ-Ý])))"
    rf"|(?P<doctor>Dr\.?|Docteur)|(?P<master>Me|Maître))(?=[\s\u00a0\u202f]|(?<=\.)[A-ZÀ-Ý])"
)
_CIVILITIES = {"couple": "M. et Mme", "mixed": "M. ou Mme", "doctor": "Dr", "master": "Me"}
_CIVILITIES |= {"men": "M.", "man": "M.", "women": "Mme", "woman": "Mme"}
_CIVILITIES |= {"misses": "Mlle", "miss": "Mlle"}
_PLURAL = frozenset({"mixed", "men", "women", "misses"})
_LETTER = r"(?:[^\W\d_]|\ufffd)"  # a letter that the file does not name stays in its name
_WORD = re.compile(rf"{_LETTER}+(?:(?:['’ʼ.-]{{1,2}}|-\r?\n[ \t]{{0,40}}){_LETTER}+)*[.'’]?")
_GAP = re.compile(r"[ \u00a0\u202f]{0,12}(?:\r?\n[ \t]{0,40})?")
_LINK = re.compile(
    rf"(?:{_S}?\([^()]{{1,60}}\))?{_S}{{0,3}}(?:[,;/]{_S}{{0,3}}(?:et{_S}{{1,3}}|ainsi{_S}que{_S}{{1,3}})?|[-–•]{_S}{{1,2}}"
    rf"|{_S}et{_S}{{1,3}}|{_S}ainsi{_S}{{1,3}}que{_S}{{1,3}}|\r?\n{_S}{{0,3}})"
)
_OFFICE = re.compile(
    rf"(?:l[ea]{_S}|l['’])(?P<office>[^\W\d_]+)[^,;:.()\n€]{{0,50}}?(?:,{_S}|{_S})", re.IGNORECASE
)
_ASIDE = re.compile(r"(?P<office>[^\W\d_]+)[^,;:.()\n€]{0,60}")
_PARTICLES = frozenset(
    (
        *("de", "du", "des", "d'", "la", "le", "les", "van", "den", "der", "von", "vande"),
        *("vanden", "ben", "el", "al", "da", "do", "dos", "di", "del", "della", "ter", "ten", "y"),
    )
)
_OFFICES = frozenset(
    (
        *("maire", "maires", "mairie", "adjoint", "adjointe", "adjoints", "adjointes", "president"),
        *("presidente", "presidents", "presidentes", "vice", "conseiller", "conseillere"),
        *("conseillers", "conseilleres", "delegue", "deleguee", "delegues", "deputee", "depute"),
        *("senateur", "senatrice", "secretaire", "directeur", "directrice", "prefet", "prefete"),
        *("sous", "tresorier", "tresoriere", "rapporteur", "rapporteure", "ministre", "receveur"),
        *("percepteur", "comptable", "recteur", "notaire", "gerant", "gerante", "representant"),
        *("representante", "commissaire", "chef", "responsable", "elu", "elue", "elus", "membre"),
        *("membres", "conseil", "commune", "ville", "bureau", "seance", "vote", "premier"),
        *("premiere", "procuration", "pouvoir", "absent", "absents", "absente", "absentes"),
        *("excuse", "excuses", "excusee", "excusees", "present", "presents", "vu", "considerant"),
        *(
            "article",
            "objet",
            "pour",
            "contre",
            "abstention",
            "abstentions",
            "ouvrage",
            "ouvrages",
            "oeuvre",
        ),
        *("deliberation", "m", "mm", "mme", "mmes", "mlle", "mlles"),
    )
)
_ARTICLES = frozenset({"le", "la", "les"})
_LONGEST = 8


@frozen
class Person:
    """A person named in a text; offsets are those of the name.

    Args:
        civility: « M. », « Mme », « Mlle », « M. et Mme », « Dr » or « Me », however printed;
            « M. ou Mme » in a list of both (« MM. et Mmes »).
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
    at: int | None = _after_gap(text, match.end(), limit)
    capitals: bool | None = None
    while at is not None:
        name = _name(text, at, limit)
        if name is None and capitals is None:
            name = _after_office(text, at, limit)
        end = at
        if name is not None and (not capitals or _has_capitals(text[slice(*name)])):
            yield Person(*name, civility, _folded(text[slice(*name)]), span)
            capitals = _has_capitals(text[slice(*name)]) if capitals is None else capitals
            end = name[1]
        at = _next(text, end, limit) if kind in _PLURAL and capitals is not None else None


def _folded(printed: str) -> str:
    return " ".join(re.sub(r"-\s+", "-", printed).split())


def _next(text: str, at: int, limit: int) -> int | None:
    """Where the next name of a list may begin: after a comma, or after an office in commas."""
    link = _LINK.match(text, at, limit)
    if link is not None:
        return link.end()
    aside = _ASIDE.match(text, at, limit)
    if aside is None or not is_office(aside["office"]):
        return None
    link = _LINK.match(text, aside.end(), limit)
    return None if link is None else link.end()


def _after_office(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """The name in « M. le Maire, Jean DUPONT »: a first name, and a last name in capitals."""
    office = _OFFICE.match(text, at, limit)
    if office is None or not is_office(office["office"]):
        return None
    name = _name(text, office.end(), limit)
    words = [] if name is None else text[slice(*name)].split()
    full = len(words) > 1 and not _in_capitals(words[0]) and _has_capitals(" ".join(words))
    return name if full and not is_particle(words[0]) else None


def _after_gap(text: str, at: int, limit: int) -> int:
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
        if match[0][-1] in ".'’" and not (_initial(match[0]) or is_particle(match[0])):
            words.append((match[0][:-1], end - 1))
            break
        words.append((match[0], end))
        at = _after_gap(text, end, limit)
        if "\n" in text[end:at] and _complete([word for word, _ in words]):
            break
        if at == end and not _initial(match[0]) and match[0][-1] not in "'’":
            break
    while words and (is_particle(words[-1][0]) or _initial(words[-1][0])):
        words.pop()
    if not words or not any(len(word) > 1 for word, _ in words):
        return None
    start = words[0][1] - len(words[0][0])
    return start, words[-1][1]


def _goes_on(words: list[str], word: str) -> bool:
    """Whether a word can be the next of a name: « Jean DUPONT » ends before « Maire »."""
    if is_particle(word):
        return bool(words) or word.lower() not in _ARTICLES or word[0].isupper()
    if not _capitalised(word) or is_office(word):
        return False
    capitals = [
        _in_capitals(known) for known in words if not (is_particle(known) or _initial(known))
    ]
    both = len(set(capitals)) > 1
    return not both or _in_capitals(word) == capitals[-1]


def _complete(words: list[str]) -> bool:
    """Whether a line end after these words ends the name too."""
    names = [word for word in words if not (is_particle(word) or _initial(word))]
    if not names or is_particle(words[-1]):
        return False
    return len(names) > 1 or _in_capitals(names[-1])


def is_particle(word: str) -> bool:
    """Whether a word only joins the others of a name: « de », « van »."""
    return word.lower().replace("’", "'") in _PARTICLES


def _initial(word: str) -> bool:
    return re.fullmatch(r"[^\W\d_](?:[h]?\.-?[^\W\d_])?\.", word) is not None and word[0].isupper()


def _capitalised(word: str) -> bool:
    return word[0].isupper() or re.match(r"[dl]['’][A-ZÀ-Ý]", word) is not None


def _in_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters[-2:])


def _has_capitals(name: str) -> bool:
    return any(_in_capitals(word) and not is_particle(word) for word in name.split())


@lru_cache(maxsize=4096)
def is_office(word: str) -> bool:
    """Whether a word is an office or stands in lists of those present, and is nobody's name."""
    return any(
        part in _OFFICES
        for part in without_accents(normal_text(word)).replace(".", "").replace("'", "-").split("-")
    )
