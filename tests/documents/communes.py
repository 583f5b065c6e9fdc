"""Deliberations of invented communes, without a fault."""

from __future__ import annotations

from tests.documents.parts import Dashes, Document, Expected, Grid, Heading, pars

ARTICLES = Document(
    "commune-articles",
    "pdf",
    "Vu, Considérant, « DÉCIDE », un article par bénéficiaire ; 1 500 €, à l'unanimité",
    (
        Heading("COMMUNE DE BRÉVANNE-LE-HAUT"),
        *pars(
            "Extrait du registre des délibérations du conseil municipal",
            "Séance du 14 mars 2024",
            "Délibération n° 2024-021",
            "L'an deux mille vingt-quatre, le jeudi quatorze mars à dix-neuf heures, le conseil "
            "municipal de la commune de Brévanne-le-Haut, dûment convoqué, s'est réuni en session "
            "ordinaire à la mairie, sous la présidence de Madame Odile Carpentras, maire.",
            "Nombre de membres en exercice : 19 – Présents : 15 – Pouvoirs : 2 – Votants : 17",
        ),
        Heading("Objet : Attribution de subventions aux associations culturelles – année 2024"),
        *pars(
            "Vu le code général des collectivités territoriales, notamment ses articles L. 2121-29 "
            "et L. 2311-7 ;",
            "Vu la loi n° 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs "
            "relations avec les administrations ;",
            "Vu le budget primitif de l'exercice 2024 ;",
            "Considérant que les associations culturelles animent la vie du village et que leurs "
            "projets présentent un intérêt public communal ;",
            "Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE :",
            "Article 1er : d'attribuer une subvention de fonctionnement de 1\u00a0500\u00a0€ à "
            "l'association Les Amis du Lavoir au titre de l'année 2024.",
            "Article 2 : d'attribuer une subvention de fonctionnement de 850\u00a0€ à "
            "l'association Chorale des Trois Moulins au titre de l'année 2024.",
            "Article 3 : d'attribuer une subvention de fonctionnement de 2\u00a0400\u00a0€ à "
            "l'association Ciné-Club de la Varenne au titre de l'année 2024.",
            "Article 4 : de dire que la dépense, soit 4\u00a0750\u00a0€, sera imputée au compte "
            "65748 du budget principal de la commune.",
            "Fait et délibéré les jour, mois et an susdits.",
            "La maire, Odile Carpentras",
        ),
    ),
    (
        Expected(
            "2024-021",
            "2024-03-14",
            "commune",
            (
                ("Les Amis du Lavoir", "1500.00"),
                ("Chorale des Trois Moulins", "850.00"),
                ("Ciné-Club de la Varenne", "2400.00"),
            ),
        ),
    ),
)

TABLE = Document(
    "commune-tableau",
    "docx",
    "tableau des subventions avec sa ligne de total ; voix pour, contre, abstention",
    (
        Heading("VILLE DE PORT-CASSEL"),
        *pars(
            "CONSEIL MUNICIPAL DU 28 JUIN 2023",
            "DÉLIBÉRATION N° 2023-06-11",
            "Objet : Subventions aux associations sportives – exercice 2023",
            "Rapporteur : Monsieur Benoît Lestrange, adjoint aux sports",
            "Membres en exercice : 29 – Présents : 23 – Pouvoirs : 3",
            "Vu le code général des collectivités territoriales ;",
            "Vu l'avis de la commission des sports du 12 juin 2023 ;",
            "Considérant l'intérêt local des activités proposées par ces associations aux "
            "habitants de Port-Cassel ;",
            "Sur proposition de Monsieur le maire, le conseil municipal, après en avoir délibéré, "
            "décide d'attribuer les subventions suivantes :",
        ),
        Grid(
            (
                ("Association", "Montant attribué"),
                ("Étoile sportive de Port-Cassel", "12\u202f000 €"),
                ("Judo-club cassélien", "3\u202f200 €"),
                ("Les Rameurs de l'Anse", "1\u202f750 €"),
                ("Tennis de table du Môle", "900 €"),
                ("TOTAL", "17\u202f850 €"),
            )
        ),
        *pars(
            "Les crédits sont inscrits au chapitre 65 du budget 2023.",
            "Adopté par 23 voix pour, 2 contre et 1 abstention.",
            "Pour extrait conforme, le maire, Gaspard Wiltzer",
        ),
    ),
    (
        Expected(
            "2023-06-11",
            "2023-06-28",
            "commune",
            (
                ("Étoile sportive de Port-Cassel", "12000.00"),
                ("Judo-club cassélien", "3200.00"),
                ("Les Rameurs de l'Anse", "1750.00"),
                ("Tennis de table du Môle", "900.00"),
            ),
            vote=(23, 2, 1),
        ),
    ),
)

LEADERS = Document(
    "commune-points",
    "txt",
    "dactylographie : points de conduite, total souligné, « l'assemblée décide »",
    (
        *pars(
            "MAIRIE DE SAINT-AUBRAC-LES-PRÉS",
            "Séance du 5 avril 2022",
            "Délibération n° 2022/17",
            "OBJET : SUBVENTIONS COMMUNALES 2022",
            "Étaient présents : Mmes Clairvoix, Dumesnil, Ottavi ; MM. Brasier, Fontenoy, "
            "Quintrel, Salvagnac, Tessandier.",
            "Absent excusé : M. Roquelin (pouvoir à Mme Ottavi).",
            "Monsieur le Maire expose au conseil les demandes de subvention reçues pour l'année "
            "2022.",
            "Après en avoir délibéré, le conseil municipal, à l'unanimité, décide d'allouer pour "
            "2022 les subventions suivantes :",
        ),
        Dashes(
            (
                "Comité des fêtes de Saint-Aubrac ............ 1 200 €",
                "Société de chasse La Bécasse ................ 150 €",
                "Coopérative scolaire des Prés ............... 640 €",
                "Club du troisième âge L'Embellie ............ 300 €",
            )
        ),
        *pars(
            "soit un total de 2 290 €.",
            "Cette dépense sera prélevée à l'article 6574 du budget de l'exercice 2022.",
            "Ainsi fait et délibéré à Saint-Aubrac-les-Prés, les jour, mois et an que dessus.",
        ),
    ),
    (
        Expected(
            "2022/17",
            "2022-04-05",
            "commune",
            (
                ("Comité des fêtes de Saint-Aubrac", "1200.00"),
                ("Société de chasse La Bécasse", "150.00"),
                ("Coopérative scolaire des Prés", "640.00"),
                ("Club du troisième âge L'Embellie", "300.00"),
            ),
        ),
    ),
)

REFUSAL = Document(
    "commune-refus",
    "pdf",
    "demandes de l'exposé, l'une accordée, l'autre refusée",
    (
        Heading("COMMUNE DE LA ROCHE-ENGUERRAND"),
        *pars(
            "Délibération n° 2024-038",
            "Séance du mardi 21 mai 2024",
            "Objet : Demandes de subventions exceptionnelles",
            "Monsieur le maire expose que l'association Vélo-Loisirs du Causse sollicite une "
            "subvention de 2 000 € pour sa randonnée annuelle, et que l'association Moto-Cross "
            "Enguerrandais sollicite une subvention de 5 000 € pour une course.",
            "Considérant que la course se tient hors du territoire de la commune ;",
            "Le conseil municipal, après en avoir délibéré, par 12 voix pour et 3 voix contre :",
        ),
        Dashes(
            (
                (
                    "DÉCIDE d'accorder une subvention exceptionnelle de 1 200 € à l'association "
                    "Vélo-Loisirs du Causse ;"
                ),
                (
                    "DÉCIDE de ne pas accorder de subvention à l'association Moto-Cross "
                    "Enguerrandais et rejette sa demande de 5 000 €."
                ),
            )
        ),
        *pars("Pour extrait conforme, le maire, Évariste Montbrun"),
    ),
    (
        Expected(
            "2024-038",
            "2024-05-21",
            "commune",
            (("Vélo-Loisirs du Causse", "1200.00"),),
            vote=(12, 3, None),
            refused=frozenset(["Moto-Cross Enguerrandais"]),
        ),
    ),
)

MINUTES = Document(
    "commune-proces-verbal",
    "odt",
    "procès-verbal de séance : deux délibérations dans un fichier",
    (
        Heading("Procès-verbal de la séance du conseil municipal du 19 septembre 2023"),
        *pars(
            "Commune de Montfleury-sous-Bresle",
            "Membres en exercice : 15 – Présents : 12 – Pouvoirs : 1",
            "Secrétaire de séance : Mme Blandine Aspremont",
        ),
        Heading("Délibération n° 2023-44 : Subvention au foyer rural"),
        *pars(
            "Vu le code général des collectivités territoriales ;",
            "Considérant que le foyer rural organise des ateliers pour les jeunes ;",
            "Le conseil municipal, après en avoir délibéré, décide d'attribuer à l'association "
            "Foyer rural de Montfleury une subvention de 3 000 €.",
            "Vote : adopté à l'unanimité.",
        ),
        Heading("Délibération n° 2023-45 : Subventions aux associations patriotiques"),
        *pars(
            "Vu le code général des collectivités territoriales ;",
            "Le conseil municipal, après en avoir délibéré, décide d'attribuer les subventions "
            "suivantes :",
        ),
        Dashes(
            (
                "Amicale des anciens du Bresle : 250 €",
                "Le Souvenir montfleurysien : 180 €",
            )
        ),
        *pars("Vote : 11 voix pour, 0 contre, 2 abstentions."),
    ),
    (
        Expected("2023-44", "2023-09-19", "commune", (("Foyer rural de Montfleury", "3000.00"),)),
        Expected(
            "2023-45",
            "2023-09-19",
            "commune",
            (
                ("Amicale des anciens du Bresle", "250.00"),
                ("Le Souvenir montfleurysien", "180.00"),
            ),
            vote=(11, 0, 2),
        ),
    ),
)

DOCUMENTS = (ARTICLES, TABLE, LEADERS, REFUSAL, MINUTES)
