"""Deliberations of invented groupings, départements and regions, without a fault."""

from __future__ import annotations

from tests.documents.parts import Dashes, Document, Expected, Grid, Heading, pars

LIST = Document(
    "cc-liste",
    "odt",
    "communauté de communes : liste à tirets, 2 300,00 €, total dans une phrase",
    (
        Heading("COMMUNAUTÉ DE COMMUNES DU PAYS DE LORMOISE"),
        *pars(
            "Conseil communautaire – séance du 7 décembre 2023",
            "Délibération n° 2023-112",
            "Objet : Soutien aux écoles de musique du territoire",
            "Vu le code général des collectivités territoriales, et notamment l'article L. 5214-16 "
            ";",
            "Vu les statuts de la communauté de communes du Pays de Lormoise ;",
            "Considérant les demandes présentées par les écoles de musique associatives ;",
            "Le conseil communautaire, après en avoir délibéré, à l'unanimité :",
            "ATTRIBUE au titre de l'année 2023 les subventions suivantes, pour un montant total de "
            "8 150,50 € :",
        ),
        Dashes(
            (
                "Harmonie de Lormoise : 2 300,00 € ;",
                "École de musique du Val Doré : 4 600,50 € ;",
                "Les Cordes de Sainte-Ursane : 1 250,00 €.",
            )
        ),
        *pars(
            "AUTORISE le président à signer tout document relatif à cette décision.",
            "Le président, Anselme Courtauvaux",
        ),
    ),
    (
        Expected(
            "2023-112",
            "2023-12-07",
            "cc",
            (
                ("Harmonie de Lormoise", "2300.00"),
                ("École de musique du Val Doré", "4600.50"),
                ("Les Cordes de Sainte-Ursane", "1250.00"),
            ),
        ),
    ),
)

BEFORE = Document(
    "region-commission",
    "docx",
    "région, commission permanente : montant avant le nom, 45.000,00 euros",
    (
        Heading("RÉGION VAL-D'ORME"),
        *pars(
            "Commission permanente du 17 novembre 2023",
            "Délibération n° 23.CP.0417",
            "Objet : Soutien aux structures de l'insertion par l'activité économique",
            "La commission permanente du conseil régional, réunie le 17 novembre 2023 sous la "
            "présidence de Madame Isaure Vaucelles,",
            "VU le code général des collectivités territoriales, notamment les articles L. 4221-1 "
            "et suivants,",
            "VU la délibération du conseil régional n° 21.SP.0003 du 2 juillet 2021 donnant "
            "délégation à la commission permanente,",
            "VU le rapport de la présidente,",
            "CONSIDÉRANT l'intérêt régional de l'insertion professionnelle,",
            "APRÈS EN AVOIR DÉLIBÉRÉ, la commission permanente décide",
        ),
        Dashes(
            (
                "d'affecter 45.000,00 euros à l'association Chantiers du Val d'Orme ;",
                "d'affecter 27.500,00 euros à l'association Atelier Passerelle ;",
                "d'affecter 9.250,50 euros à l'association Jardins de la Sourdive ;",
            )
        ),
        *pars(
            "d'autoriser la présidente à signer les conventions correspondantes.",
            "Vote : pour : 38 ; contre : 0 ; abstentions : 7.",
        ),
    ),
    (
        Expected(
            "23.CP.0417",
            "2023-11-17",
            "region",
            (
                ("Chantiers du Val d'Orme", "45000.00"),
                ("Atelier Passerelle", "27500.00"),
                ("Jardins de la Sourdive", "9250.50"),
            ),
            vote=(38, 0, 7),
        ),
    ),
)

ANNEX = Document(
    "agglomeration-annexe",
    "pdf",
    "communauté d'agglomération : tableau annexé avec la colonne de l'année précédente",
    (
        Heading("COMMUNAUTÉ D'AGGLOMÉRATION ANCELLE-TARVOISE"),
        *pars(
            "Extrait du registre des délibérations du conseil communautaire",
            "Séance du lundi 25 mars 2024",
            "Délibération n° 2024-0056",
            "Objet : Attribution des subventions aux associations de la cohésion sociale",
            "Vu le code général des collectivités territoriales ;",
            "Vu la délibération n° 2024-0012 du 29 janvier 2024 adoptant le budget primitif ;",
            "Considérant l'intérêt communautaire des actions présentées ;",
            "Le conseil communautaire, après en avoir délibéré, décide :",
            "Article 1 : d'attribuer aux associations les subventions figurant au tableau annexé "
            "à la présente délibération, pour un total de 96 400 € ;",
            "Article 2 : d'imputer la dépense au chapitre 65 du budget principal 2024.",
            "Résultat du vote : pour : 51 – contre : 0 – abstentions : 4",
        ),
        Heading("ANNEXE – Subventions 2024"),
        Grid(
            (
                ("Bénéficiaire", "Objet", "Attribué 2023", "Proposé 2024"),
                ("Maison des Possibles", "Accueil de jour", "30 000 €", "32 000 €"),
                ("Toit et Lien", "Logement accompagné", "24 500 €", "24 500 €"),
                ("La Navette solidaire", "Mobilité", "11 000 €", "12 400 €"),
                ("Atelier des Savoirs", "Alphabétisation", "8 000 €", "9 500 €"),
                ("Épicerie du Pont-Neuf", "Aide alimentaire", "-", "18 000 €"),
                ("TOTAL", "", "73 500 €", "96 400 €"),
            ),
            (150, 140, 85, 85),
        ),
    ),
    (
        Expected(
            "2024-0056",
            "2024-03-25",
            "ca",
            (
                ("Maison des Possibles", "32000.00"),
                ("Toit et Lien", "24500.00"),
                ("La Navette solidaire", "12400.00"),
                ("Atelier des Savoirs", "9500.00"),
                ("Épicerie du Pont-Neuf", "18000.00"),
            ),
            vote=(51, 0, 4),
        ),
    ),
)

CODES = Document(
    "cc-eur",
    "html",
    "page d'un site d'actes : 1 500,00 EUR, une phrase par bénéficiaire",
    (
        Heading("Communauté de communes des Sept Fontenelles"),
        *pars(
            "Bureau communautaire du 11 octobre 2023",
            "Délibération n° B2023-077",
            "Objet : Aides aux manifestations de l'automne",
            "Vu le code général des collectivités territoriales ;",
            "Vu la délibération n° 2020-041 du 16 juillet 2020 portant délégations au bureau ;",
            "Le bureau communautaire, après en avoir délibéré :",
        ),
        Dashes(
            (
                "accorde à l'association Festival des Sources une aide de 1 500,00 EUR ;",
                "accorde à l'association La Ronde des Potiers une aide de 775,00 EUR ;",
            )
        ),
        *pars(
            "La dépense totale de 2 275,00 EUR est inscrite au budget 2023.",
            "Adopté à l'unanimité des 9 membres présents.",
        ),
    ),
    (
        Expected(
            "B2023-077",
            "2023-10-11",
            "cc",
            (("Festival des Sources", "1500.00"), ("La Ronde des Potiers", "775.00")),
        ),
    ),
)

_TOWNS = tuple(
    stem + end
    for stem in (
        "Brissolles",
        "Cardevielle",
        "Doumergues",
        "Fondrème",
        "Lussagne",
        "Nervieu",
        "Urs",
    )
    for end in ("", "-le-Haut", "-sous-Bois", "-les-Eaux")
)

LONG = Document(
    "departement-long",
    "pdf",
    "département : tableau réglé sur plusieurs pages, exposé long",
    (
        Heading("DÉPARTEMENT DE LA HAUTE-ERVANE"),
        *pars(
            "Commission permanente du 9 février 2024",
            "Délibération n° 2024-CP-0033",
            "Objet : Aide aux foyers ruraux – programmation 2024",
            "Vu le code général des collectivités territoriales, notamment l'article L. 3211-1 ;",
            "Vu la délibération du conseil départemental n° 2021-CD-0007 du 1er juillet 2021 "
            "relative aux délégations à la commission permanente ;",
            "Vu le rapport du président du conseil départemental ;",
            *(
                f"Considérant que le foyer du canton n° {n} a rendu compte de l'emploi de l'aide "
                "de l'année précédente, que son bilan d'activité a été présenté aux membres de la "
                "commission, que ses comptes ont été approuvés par son assemblée générale et que "
                "ses actions pour l'année à venir répondent au projet social du Département ;"
                for n in range(1, 29)
            ),
            "La commission permanente, après en avoir délibéré, DÉCIDE d'attribuer les subventions "
            "suivantes :",
        ),
        Grid(
            (
                ("Bénéficiaire", "Montant"),
                *((f"Foyer rural de {town}", f"1 {n:02}0 €") for n, town in enumerate(_TOWNS, 10)),
                ("Total", "34 580 €"),
            )
        ),
        *pars(
            "DIT que les crédits sont inscrits au chapitre 65 du budget départemental.",
            "Adopté à l'unanimité.",
        ),
    ),
    (
        Expected(
            "2024-CP-0033",
            "2024-02-09",
            "departement",
            tuple((f"Foyer rural de {town}", f"1{n:02}0.00") for n, town in enumerate(_TOWNS, 10)),
        ),
    ),
)

DOCUMENTS = (LIST, BEFORE, ANNEX, CODES, LONG)
