"""Deliberations with one planted fault each; the authorities are invented."""

from __future__ import annotations

from tests.documents.parts import Dashes, Document, Expected, Grid, Heading, pars

TOTAL = Document(
    "faux-total",
    "docx",
    "tableau dont le total ne redonne pas la somme des lignes",
    (
        Heading("COMMUNE DE VALMERINE"),
        *pars(
            "Séance du conseil municipal du 11 avril 2024",
            "Délibération n° 2024-029",
            "Objet : Subventions de fonctionnement aux associations – exercice 2024",
            "Vu le code général des collectivités territoriales ;",
            "Considérant l'intérêt public local des activités de ces associations ;",
            "Le conseil municipal, après en avoir délibéré, à l'unanimité, décide d'attribuer les "
            "subventions suivantes pour l'année 2024 :",
        ),
        Grid(
            (
                ("Nom de l'association", "Subvention 2024"),
                ("Union sportive valmerinoise", "6 500,00 €"),
                ("Bibliothèque pour tous de Valmerine", "2 200,00 €"),
                ("Les Jardiniers du Coteau", "780,00 €"),
                ("Amicale laïque", "1 150,00 €"),
                ("TOTAL GÉNÉRAL", "11 630,00 €"),
            )
        ),
        *pars("La dépense sera imputée au compte 65748 du budget principal 2024."),
    ),
    (
        Expected(
            "2024-029",
            "2024-04-11",
            "commune",
            (
                ("Union sportive valmerinoise", "6500.00"),
                ("Bibliothèque pour tous de Valmerine", "2200.00"),
                ("Les Jardiniers du Coteau", "780.00"),
                ("Amicale laïque", "1150.00"),
            ),
            fails=frozenset(["ARI-01"]),
        ),
    ),
)

VOTE = Document(
    "vote-impossible",
    "txt",
    "plus de voix que de votants",
    pars(
        "VILLE D'ORCEVAUX",
        "Conseil municipal du 3 octobre 2023",
        "Délibération n° 2023-087",
        "Objet : Subvention à l'Office des fêtes d'Orcevaux",
        "Membres en exercice : 27 - Présents : 22 - Pouvoirs : 3",
        "Vu le code général des collectivités territoriales ;",
        "Considérant que l'association organise le marché de l'hiver ;",
        "Le conseil municipal, après en avoir délibéré, décide d'accorder à l'association Office "
        "des fêtes d'Orcevaux une subvention de 7 000 € au titre de l'année 2023.",
        "Vote : Votants : 25 - Pour : 23 - Contre : 2 - Abstentions : 1",
        "Pour extrait conforme, la maire, Philippine Aubriac",
    ),
    (
        Expected(
            "2023-087",
            "2023-10-03",
            "commune",
            (("Office des fêtes d'Orcevaux", "7000.00"),),
            vote=(23, 2, 1),
            fails=frozenset(["VOT-03/ballots"]),
        ),
    ),
)

MISSING = Document(
    "beneficiaire-oublie",
    "docx",
    "métropole : un bénéficiaire des motifs manque au dispositif",
    (
        Heading("MÉTROPOLE DE VIRELONNE"),
        *pars(
            "Bureau métropolitain du 15 décembre 2023",
            "Délibération n° 23-B-0418",
            "Objet : Politique de l'emploi – Soutien aux acteurs de l'accompagnement – Année 2023",
            "Vu le code général des collectivités territoriales, notamment l'article L. 5217-2 ;",
            "I. Exposé des motifs",
            "La Métropole soutient les acteurs de l'accompagnement vers l'emploi. Il est proposé "
            "de répartir les subventions de l'année 2023 comme suit :",
        ),
        Dashes(
            (
                "Association Cap Vers l'Emploi : 40 000 € ;",
                "Association Tremplin de Virelonne : 25 000 € ;",
                "Association Mobil'Actifs : 15 000 € ;",
            )
        ),
        *pars(
            "soit un montant total de 80 000 €.",
            "II. Dispositif de la décision",
            "Par conséquent, le Bureau de la Métropole, après en avoir délibéré, décide :",
        ),
        Dashes(
            (
                "d'accorder une subvention de 40 000 € à l'association Cap Vers l'Emploi ;",
                "d'accorder une subvention de 25 000 € à l'association Tremplin de Virelonne ;",
                "d'autoriser le président à signer les conventions à intervenir.",
            )
        ),
        *pars("Résultat du vote : adopté à l'unanimité."),
    ),
    (
        Expected(
            "23-B-0418",
            "2023-12-15",
            "metropole",
            (("Cap Vers l'Emploi", "40000.00"), ("Tremplin de Virelonne", "25000.00")),
            fails=frozenset(["ARI-04", "COH-02"]),
        ),
    ),
)

WORDS = Document(
    "lettres-et-chiffres",
    "odt",
    "département : montants en lettres et en chiffres, dont un désaccord",
    (
        Heading("DÉPARTEMENT DU HAUT-SERVAIN"),
        *pars(
            "Commission permanente du 6 juillet 2023",
            "Délibération n° CP-2023-0219",
            "Objet : Aides aux associations de la protection de l'enfance",
            "Vu le code général des collectivités territoriales ;",
            "Considérant les bilans présentés par les associations ;",
            "La commission permanente, après en avoir délibéré, décide :",
            "Article 1er : Une subvention de quarante mille euros (40 000 €) est attribuée à "
            "l'association Enfance et Avenir.",
            "Article 2 : Une subvention de douze mille euros (12 500 €) est attribuée à "
            "l'association Relais des Familles.",
            "Article 3 : La dépense sera imputée sur les crédits inscrits au budget départemental.",
            "Adopté à l'unanimité.",
        ),
    ),
    (
        Expected(
            "CP-2023-0219",
            "2023-07-06",
            "departement",
            (("Enfance et Avenir", "40000.00"), ("Relais des Familles", "12500.00")),
            fails=frozenset(["ARI-07"]),
        ),
    ),
)

DAY = Document(
    "jour-faux",
    "pdf",
    "un jour de la semaine qui n'est pas celui de la date",
    (
        Heading("COMMUNE D'ESTRELLAN"),
        *pars(
            "Extrait du registre des délibérations",
            "Séance du jeudi 12 mars 2024",
            "Délibération n° 2024/009",
            "Objet : Subvention à la coopérative de l'école Jules-Aubanel",
            "Vu le code général des collectivités territoriales ;",
            "Considérant le projet de classe de découverte présenté par les enseignants ;",
            "Le conseil municipal, après en avoir délibéré, à l'unanimité,",
            "DÉCIDE d'octroyer une subvention de 1.200,00 € à l'association Coopérative scolaire "
            "Jules-Aubanel au titre de l'année 2024.",
            "Fait et délibéré à Estrellan, les jour, mois et an que dessus.",
        ),
    ),
    (
        Expected(
            "2024/009",
            "2024-03-12",
            "commune",
            (("Coopérative scolaire Jules-Aubanel", "1200.00"),),
            fails=frozenset(["COH-05/weekday"]),
        ),
    ),
)

ACCOUNT = Document(
    "compte-ancien",
    "html",
    "un compte de la nomenclature close à la fin de 2023",
    (
        Heading("Commune de Sainte-Ravine"),
        *pars(
            "Séance du 18 avril 2024",
            "Délibération n° 2024-15",
            "Objet : Subvention 2024 au comité de jumelage",
            "Vu le code général des collectivités territoriales ;",
            "Considérant l'intérêt local du jumelage ;",
            "Le conseil municipal, après en avoir délibéré, à l'unanimité des suffrages exprimés :",
        ),
        Dashes(
            (
                (
                    "ATTRIBUE une subvention de 900 euros à l'association Comité de jumelage de "
                    "Sainte-Ravine pour l'année 2024 ;"
                ),
                "DIT que la dépense sera imputée au compte 6574 du budget communal.",
            )
        ),
    ),
    (
        Expected(
            "2024-15",
            "2024-04-18",
            "commune",
            (("Comité de jumelage de Sainte-Ravine", "900.00"),),
            fails=frozenset(["BUD-05/account"]),
        ),
    ),
)

ANNEXED_TOTAL = Document(
    "faux-total-liste",
    "odt",
    "montant en lettres puis liste ; le total de la phrase est faux de cent euros",
    (
        Heading("SYNDICAT INTERCOMMUNAL DES COTEAUX DE BRAYE"),
        *pars(
            "Comité syndical du 30 novembre 2023",
            "Délibération n° 2023-31",
            "Objet : Aides aux écoles de sport",
            "Vu les statuts du syndicat ;",
            "Le comité syndical, après en avoir délibéré, décide d'attribuer les subventions "
            "suivantes :",
        ),
        Dashes(
            (
                "1 500 € à l'association Athlé des Coteaux,",
                "2 350 € à l'association Basket-club de Braye,",
                "600 € à l'association Les Archers du Tertre,",
            )
        ),
        *pars(
            "soit un montant total de 4 550 €.",
            "Adopté par 14 voix pour, 1 voix contre et 2 abstentions.",
        ),
    ),
    (
        Expected(
            "2023-31",
            "2023-11-30",
            "syndicat",
            (
                ("Athlé des Coteaux", "1500.00"),
                ("Basket-club de Braye", "2350.00"),
                ("Les Archers du Tertre", "600.00"),
            ),
            vote=(14, 1, 2),
            fails=frozenset(["ARI-01"]),
        ),
    ),
)

DOCUMENTS = (TOTAL, VOTE, MISSING, WORDS, DAY, ACCOUNT, ANNEXED_TOTAL)
