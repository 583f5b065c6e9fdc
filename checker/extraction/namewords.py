"""Small words that end a name: what follows them is no part of it."""

from __future__ import annotations

_WORDS = """
a accordée afin ainsi ait allouée année après attribuée au aux avait avant avec ayant bénéficie
bénéficiera car ce ces cet cette chacun chaque ci-après ci-dessus comme compter concernant
concurrence conformément contre correspondant d'un d'une dans demande devra doit donc dont dès
elle en entre est et euros exercice façon figurant fixée hauteur hors il ils jusqu l'exercice
lors mais manière montant ne ni nos notamment notre octroyée ont or organise ou par part
participe pendant permet peut porte pour propose proposée précité précitée présente qu que qui
raison reçoit sa sans se selon sera seront ses si sis sise situé située soit solde sollicite son
sont souhaite sous subvention suite suivant sur susvisée titre un une uniquement vers verser
versée via à
"""
STOPS = frozenset(_WORDS.split())
