"""How each kind of register calls its columns; headers are compared folded (`cells.folded`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from checker.registers.table import Columns

TableKind = Literal["interests", "rna", "sirene", "grants"]

INTERESTS: Columns = {
    "member": ("elu", "member"),
    "member_aliases": ("aliaselu", "memberaliases"),
    "body": ("organisme", "body"),
    "body_aliases": ("aliasorganisme", "bodyaliases"),
    "siret": ("siret",),
    "siren": ("siren",),
    "rna": ("rna",),
    "nature": ("nature",),
    "since": ("debut", "start"),
    "until": ("fin", "end"),
    "source": ("source",),
}
"""Declared interests and mandates."""

GRANTS: Columns = {
    "body": ("nombeneficiaire", "attribnom", "beneficiaire", "beneficiary"),
    "aliases": ("alias", "aliases"),
    "siret": ("idbeneficiaire", "attribsiret", "siret"),
    "siren": ("siren",),
    "rna": ("rnabeneficiaire", "rna"),
    "amount": ("montant", "submontant", "amount"),
    "year": ("exercice", "annee", "year"),
    "date": ("dateconvention", "actedate", "dateoctroi", "date"),
    "period": ("datesperiodeversement",),
    "start": ("subdatedebut",),
    "end": ("subdatefin",),
    "reference": ("referencedecision", "acteref", "acte", "act"),
    "grantor": ("nomattribuant", "collnom", "organismeattributeur", "grantor"),
    "grantor_siret": ("idattribuant", "collsiret", "siretattributeur", "grantorsiret"),
    "de_minimis": ("notificationue", "notifeu", "notificationalacommissioneuropeenne", "deminimis"),
    "sgei": ("sieg", "sgei"),
    "share": ("pourcentagesubvention",),
    "measure": ("axe", "measure"),
}
"""Grants: SCDL « subventions » 2.1 and the forms before it (COLL_NOM…), and a plain table."""

SIRENE: Columns = {
    "siren": ("siren",),
    "siret": ("siret",),
    "establishment": ("etatadministratifetablissement",),
    "unit": ("etatadministratifunitelegale",),
    "since": ("datedebut",),
    "closed_on": ("datefermeture", "datecessation"),
    "legal_name": ("denominationunitelegale", "denomination"),
    "usual_name": (
        "denominationusuelleetablissement",
        "denominationusuelle1unitelegale",
        "enseigne1etablissement",
    ),
    "acronym": ("sigleunitelegale",),
    "rna": ("identifiantassociationunitelegale",),
    "category": ("categoriejuridiqueunitelegale", "categoriejuridique"),
}
"""Extract of Sirene, by the names of the variables of the Insee."""

RNA: Columns = {
    "rna": ("id",),
    "title": ("titre",),
    "acronym": ("titrecourt",),
    "siret": ("siret",),
    "created": ("datecreat",),
    "published": ("datepubli",),
    "dissolved": ("datedisso",),
    "position": ("position",),
}
"""Extract of the national register of associations (RNA), by the names of its columns."""

KINDS: Mapping[TableKind, Columns] = {
    "interests": INTERESTS,
    "rna": RNA,
    "sirene": SIRENE,
    "grants": GRANTS,
}

NEEDED: Mapping[TableKind, tuple[tuple[str, ...], ...]] = {
    "interests": (("member",), ("body",)),
    "rna": (("rna",), ("title",), ("created", "published", "dissolved", "position")),
    "sirene": (("siret", "siren"), ("establishment", "unit", "category", "legal_name")),
    "grants": (("body",), ("amount",), ("year", "date", "period")),
}
"""The columns that make a table of a kind: one at least of each group."""

WANTED: Mapping[TableKind, str] = {
    "interests": "elu;organisme;nature;debut;fin;source",
    "grants": "beneficiaire;siret;exercice;montant;de_minimis;date_octroi;organisme_attributeur",
    "sirene": "siret;etatAdministratifEtablissement;denominationUniteLegale",
    "rna": "id;titre;date_creat;date_disso;position",
}
"""The headers that a user is told to write."""
