"""Legal form and nature by the legal category of the Insee (catégorie juridique, level III).

Source: nomenclature des catégories juridiques, Insee. Categories that are none of the forms of a
case give none.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.case import LegalForm

_FORMS: Mapping[str, LegalForm] = {
    "1000": "personne_physique",
    **dict.fromkeys(("5202", "5306", "5308", "5498", "5499", "5599", "5699"), "societe"),
    **dict.fromkeys(("5710", "5720"), "societe"),
    **dict.fromkeys(
        ("5451", "5453", "5454", "5455", "5458", "5459", "5460", "5551", "5552", "5553"),
        "cooperative",
    ),
    **dict.fromkeys(("5554", "5555", "5558", "5559", "5560", "5658", "5660"), "cooperative"),
    **dict.fromkeys(("6316", "6317", "6318", "6560"), "cooperative"),
    "7210": "commune",
    **dict.fromkeys(("7343", "7344", "7346", "7348"), "epci"),
    **dict.fromkeys(("4110", "4120", "4140", "7331", "7361", "7362"), "etablissement_public"),
    **dict.fromkeys(("7364", "7366", "7367", "7371", "7372", "7373"), "etablissement_public"),
    **dict.fromkeys(("7379", "7383", "7384", "7389"), "etablissement_public"),
    "7410": "gip",
    **dict.fromkeys(("9210", "9220", "9221", "9222", "9223", "9224"), "association"),
    **dict.fromkeys(("9230", "9260"), "association"),
    "9300": "fondation",
}
_PRIVATE = {"1": True, "4": False, "5": True, "6": True, "7": False, "8": True, "9": True}
"""By the first figure; groups without personality (2) and foreign bodies (3) are left open."""


def legal_form(category: str) -> LegalForm | None:
    """The legal form that a category is, if it is one of a case."""
    return _FORMS.get(category)


def private_law(category: str) -> bool | None:
    """Whether bodies of a category are of private law."""
    return _PRIVATE.get(category[:1])
