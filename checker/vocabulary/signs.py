"""What a reader of the act has noted for a closer look."""

from __future__ import annotations

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import READING


@kind("slip", "coquille relevée", "slip noted", shown="surface", open_until=READING)
@frozen(eq=False, repr=False)
class Slip(Fact):
    """A slip of the pen that a reader noted."""

    nature: str | None = holds(Type.TEXT, "nature", "nature", choices=case.SlipNature)
    surface: str | None = holds(Type.TEXT, "texte imprimé", "text as printed")
    correction: str | None = holds(Type.TEXT, "correction", "correction")


@kind(
    "procurement_sign",
    "indice de commande publique",
    "sign of a purchase",
    shown="surface",
    open_until=READING,
)
@frozen(eq=False, repr=False)
class ProcurementSign(Fact):
    """Words of the act that bring a purchase to mind."""

    nature: str | None = holds(
        Type.TEXT, "nature de l'indice", "nature of the sign", choices=case.ProcurementNature
    )
    surface: str | None = holds(Type.TEXT, "texte imprimé", "text as printed")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind(
    "economic_sign",
    "indice d'aide économique",
    "sign of economic aid",
    shown="surface",
    open_until=READING,
)
@frozen(eq=False, repr=False)
class EconomicSign(Fact):
    """Words of the act that bring support of enterprises to mind."""

    nature: str | None = holds(
        Type.TEXT, "nature de l'indice", "nature of the sign", choices=case.EconomicNature
    )
    surface: str | None = holds(Type.TEXT, "texte imprimé", "text as printed")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")


@kind(
    "regranting", "reversement décrit", "regranting described", shown="surface", open_until=READING
)
@frozen(eq=False, repr=False)
class Regranting(Fact):
    """Money that a beneficiary passes on to others."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    to: str | None = holds(
        Type.TEXT, "destinataires du reversement", "who receives it", choices=case.RegrantedTo
    )
    surface: str | None = holds(Type.TEXT, "texte imprimé", "text as printed")
