"""What each kind of register adds to a case, what it leaves out, and what it tells."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from checker.case import Case
from checker.casefile import dump_case, load_case
from checker.errors import InputError
from checker.registers import Joined, read_registers
from tests.registers.making import EXAMPLES, act, beneficiaries, case, join, put, told

GRANTS = "beneficiaire;siret;exercice;montant;de_minimis;date_octroi;organisme_attributeur;acte\n"
CLUB = "Club nautique d'Exemple"
YOUTH = "Maison des jeunes d'Exemple"
INTERESTS = "elu;organisme;nature;debut;fin;source\n"
SIRENE = (
    "siren;siret;dateDebut;etatAdministratifEtablissement;denominationUniteLegale"
    ";categorieJuridiqueUniteLegale\n"
)
SLIP = "deliberation-check/register/bordereau/1"


def grants_of(found: Joined) -> list[tuple[str, int, int | None]]:
    return [(each.beneficiary, each.year, each.amount) for each in found.case.grants]


def aid_of(found: Joined) -> list[tuple[str, int | None, bool | None]]:
    return [(each.beneficiary, each.amount, each.de_minimis) for each in found.case.aid]


def with_grants(tmp_path: Path, *rows: str, about: Case | None = None, **slip: Any) -> Joined:
    put(tmp_path, {"g.csv": GRANTS + "\n".join(rows) + "\n"})
    if slip:
        put(tmp_path, {"slip.json": {"schema": SLIP, **slip}})
    return join(about or case(), tmp_path)


def other(number: str = "2024-012", **changes: Any) -> dict[str, Any]:
    return {
        "schema": "deliberation-check/case/1",
        "body": {"name": "Ville d'Exemple", "category": "commune"},
        "act": {"number": number, "date": "2024-02-09", "year": 2024},
        "beneficiaries": [{"id": "x", "name": CLUB}],
        "awards": [{"id": "a", "beneficiary": "x", "amount": "500.00"}],
        **changes,
    }


def test_interests_in_force_on_the_day_of_the_act_meet_members_and_beneficiaries() -> None:
    found = join(case(), EXAMPLES / "interets.csv")

    assert [(each.member, each.beneficiary, each.nature) for each in found.case.interests] == [
        ("jeanne-exemple", "club", "officer"),
        ("paul-fictif", "jeunes", "statutory_representative"),
    ]
    assert len(found.case.members) == 2
    evidence = found.case.interests[0].evidence["member"]
    assert evidence.quote == "Mme Jeanne EXEMPLE"
    assert evidence.document == found.case.documents[-1].id == "registre-1"
    assert "interests" not in found.case.whole


def test_a_register_that_says_it_is_complete_closes_the_list_within_its_window() -> None:
    found = join(case(), EXAMPLES / "interets.json")
    assert found.case.whole == ("interests",)

    later = join(case(act=act(date="2025-01-01")), EXAMPLES / "interets.json")
    assert later.case.whole == ()
    assert "n'est pas dite complète" in told(later)[-1]


def test_a_member_whom_the_act_does_not_name_is_added(tmp_path: Path) -> None:
    put(tmp_path, {"i.csv": f"{INTERESTS}M. Luc Inventé;{CLUB};autre;;;\n"})
    found = join(case(), tmp_path)

    assert (found.case.members[-1].id, found.case.members[-1].name) == (
        "luc-invente",
        "Luc Inventé",
    )
    assert found.case.members[-1].civility == "M."
    assert found.case.interests[0].member == "luc-invente"


@pytest.mark.parametrize("name", ["Exemple Jeanne", "Jeanne Exemple-Fictif", "J. EXEMPLE JEANNE"])
def test_a_member_who_is_only_close_is_asked_and_keeps_the_list_open(
    tmp_path: Path, name: str
) -> None:
    value = {
        "schema": "deliberation-check/register/interests/1",
        "complete": True,
        "interests": [{"member": name, "body": CLUB}],
    }
    found = join(case(), put(tmp_path, {"i.json": value}))

    assert found.case.interests == ()
    assert found.case.whole == ()
    assert (
        f"«\xa0{name}\xa0» est proche de «\xa0Jeanne EXEMPLE\xa0» : non rapproché."
        in told(found)[0]
    )
    assert "question" in told(found)[-1]


@pytest.mark.parametrize("date", ["2020-06-30", None])
def test_an_interest_outside_its_window_is_left_out(date: str | None) -> None:
    about = case(act={key: value for key, value in act(date=date).items() if value is not None})
    found = join(about, EXAMPLES / "interets.json")

    assert found.case.interests == ()
    assert found.case.whole == ()


def test_an_interest_of_the_case_gets_the_nature_it_lacks() -> None:
    mine = {"id": "i", "member": "jeanne-exemple", "beneficiary": "club"}
    found = join(case(interests=[mine]), EXAMPLES / "interets.json")

    (only,) = found.case.interests
    assert (only.id, only.nature) == ("i", "officer")


def test_grants_of_the_body_by_year_and_aid_of_others() -> None:
    found = join(case(), EXAMPLES / "subventions.csv")

    assert grants_of(found) == [("club", 2024, 800000), ("club", 2023, 1250000)]
    assert aid_of(found) == [("jeunes", 4000000, True)]
    assert found.case.lines[0].prior_amount == 1250000
    assert found.case.grants[0].evidence["amount"].quote == "8 000,00"
    assert found.notes == ()


def test_published_grants_in_their_official_form() -> None:
    found = join(case(), EXAMPLES / "subventions-scdl.csv")

    assert grants_of(found) == [("jeunes", 2024, 950000)]
    assert aid_of(found) == []


def test_the_acts_own_awards_are_never_counted_twice(tmp_path: Path) -> None:
    found = with_grants(
        tmp_path,
        f"{CLUB};;2024;16 000;non;2024-03-15;;2024-031",
        f"{CLUB};;2024;16000;non;2024-04-02;;",
        f"{CLUB};;2024;16000;non;;;",
        f"{CLUB};;2024;16000;non;2024-01-02;;",
        f"{CLUB};;2024;16000;non;2024-04-02;;2024-040",
        f"{CLUB};;2024;15999.99;non;2024-04-02;;",
        complete=[{"list": "grants"}],
    )

    assert grants_of(found) == [
        ("club", 2024, 1600000),
        ("club", 2024, 1600000),
        ("club", 2024, 1599999),
    ]
    assert [line[:3] for line in told(found)[:-1]] == ["3: "]
    assert found.notes[0].count == 2
    assert "grants" not in found.case.whole


def test_a_year_in_doubt_is_told_and_left_out(tmp_path: Path) -> None:
    text = (
        "nomBeneficiaire,montant,dateConvention,datesPeriodeVersement\n"
        f"{CLUB},1000,2023-12-01,2024-01-15/2024-03-01\n"
        f"{CLUB},2000,2023-12-01,2023-12-15\n"
    )
    put(tmp_path, {"g.csv": text})
    put(tmp_path, {"slip.json": {"schema": SLIP, "complete": [{"list": "grants"}]}})
    found = join(case(), tmp_path)

    assert grants_of(found) == [("club", 2023, 200000)]
    assert "exercice incertain" in told(found)[0]
    assert found.case.whole == ()


def test_an_amount_that_cannot_be_read_stays_unknown(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": f"ATTRIB_NOM,SUB_MONTANT,ACTE_DATE\n{CLUB.upper()},NC,2024-01-01\n"})

    assert grants_of(join(case(), tmp_path)) == [("club", 2024, None)]


def test_a_share_of_the_amount_is_the_beneficiarys(tmp_path: Path) -> None:
    text = (
        "nomBeneficiaire;montant;dateConvention;pourcentageSubvention\n"
        f"{CLUB};1000.00;2024-01-02;0.45\n{CLUB};0.01;2024-01-03;0.5\n"
    )

    found = join(case(), put(tmp_path, {"g.csv": text}))
    assert grants_of(found) == [("club", 2024, 45000), ("club", 2024, None)]


def test_aid_after_the_act_does_not_count_against_it(tmp_path: Path) -> None:
    found = with_grants(
        tmp_path,
        f"{YOUTH};;2024;1;oui;2024-03-15;Région;",
        f"{YOUTH};;2024;2;oui;2024-03-16;Région;",
        f"{YOUTH};;2024;3;oui;2024-02-01;;2024-2",
        f"{YOUTH};;2024;4;;2024-02-01;;2024-3",
        f"{YOUTH};;2024;5;non;2024-02-01;;2024-4",
    )

    assert aid_of(found) == [("jeunes", 100, True), ("jeunes", 300, True), ("jeunes", 400, None)]
    assert [amount for _, _, amount in grants_of(found)] == [300, 400, 500]


def test_lists_are_closed_for_the_years_that_are_vouched_for(tmp_path: Path) -> None:
    rows = [f"{CLUB};;2023;1;non;2023-01-01;;"]
    years = [{"list": "grants", "years": [2024]}, {"list": "aid", "years": [2022, 2023, 2024]}]

    assert with_grants(tmp_path, *rows, complete=years).case.whole == ("grants",)
    years[1]["years"] = [2021, 2022, 2023, 2024]
    assert with_grants(tmp_path, *rows, complete=years).case.whole == ("grants", "aid")
    years = [{"list": "interests"}]
    found = with_grants(tmp_path, *rows, complete=years)
    assert found.case.whole == ()
    assert "aucun registre ne la donne" in told(found)[0]


def test_names_that_are_close_are_asked_and_settled_by_answers(tmp_path: Path) -> None:
    row = "Amis du club nautique d'Exemple;;2024;1;non;2024-01-01;;"
    complete = [{"list": "grants"}]

    asked = with_grants(tmp_path, row, complete=complete)
    assert grants_of(asked) == []
    assert "est proche de" in told(asked)[0]
    assert asked.case.whole == ()
    for same, expected in ((True, [("club", 2024, 100)]), (False, [])):
        answer = {"register": "Amis du club nautique d'Exemple", "case": CLUB, "same": same}
        found = with_grants(tmp_path, row, complete=complete, answers=[answer])
        assert grants_of(found) == expected
        assert found.case.whole == ("grants",)
        assert told(found) == []


def test_equal_names_with_two_identifiers_are_not_joined(tmp_path: Path) -> None:
    about = case(beneficiaries=beneficiaries(siren="732829320"))
    found = with_grants(tmp_path, f"{CLUB};552100554;2024;1;non;2024-01-01;;", about=about)

    assert grants_of(found) == []
    assert "autre identifiant" in told(found)[0]


@pytest.mark.parametrize(
    "name", ["CLUB NAUTIQUE D'EXEMPLE", "L’association « Club nautique d’Exemple »"]
)
def test_equal_normalised_names_are_joined(tmp_path: Path, name: str) -> None:
    assert grants_of(with_grants(tmp_path, f"{name};;2024;1;non;2024-01-01;;"))


def test_an_equal_identifier_is_enough(tmp_path: Path) -> None:
    about = case(beneficiaries=beneficiaries(siret="732 829 320 00074"))
    found = with_grants(tmp_path, "CNE;73282932000066;2024;1;non;2024-01-01;;", about=about)

    assert grants_of(found) == [("club", 2024, 100)]


def test_a_grantor_that_may_be_the_body_is_asked(tmp_path: Path) -> None:
    row = f"{CLUB};;2024;1;non;2024-01-01;Ville d'Exemple-sur-Mer;"
    found = with_grants(tmp_path, row)

    assert (grants_of(found), aid_of(found)) == ([], [])
    assert "est peut-être" in told(found)[0]


def test_a_grant_that_the_case_has_is_not_added(tmp_path: Path) -> None:
    mine = {"id": "g", "beneficiary": "club", "year": 2024, "amount": "8000.00"}
    about = case(grants=[mine], whole=["grants"])
    row = f"{CLUB};;2024;8000;non;2024-01-01;;2024-1"

    assert grants_of(with_grants(tmp_path, row, about=about)) == [("club", 2024, 800000)]
    found = with_grants(tmp_path, row, row, about=about)
    assert len(found.case.grants) == 2
    assert "les registres l'allongent" in told(found)[0]


def test_one_grant_in_two_registers_counts_once(tmp_path: Path) -> None:
    rows = [f"{CLUB};;2024;500;non;2024-02-09;;2024-012"]
    put(tmp_path, {"other.json": other()})
    found = with_grants(tmp_path, *rows)
    assert grants_of(found) == [("club", 2024, 50000)]
    assert found.notes == ()

    found = with_grants(tmp_path, f"{CLUB};;2024;600;non;2024-02-09;;2024-012")
    assert grants_of(found) == [("club", 2024, 60000)]
    assert "un autre montant" in told(found)[0]
    found = with_grants(tmp_path, f"{CLUB};;2024;500;non;2024-02-09;;")
    assert grants_of(found) == [("club", 2024, 50000)]
    assert "le même montant" in told(found)[0]


def test_other_acts_of_the_body_are_a_register_of_its_grants() -> None:
    found = join(case(), EXAMPLES / "autres-actes")

    assert grants_of(found) == [("jeunes", 2024, 600000)]
    assert [(each.amount, each.date) for each in found.case.aid] == [
        (600000, datetime.date(2024, 2, 9))
    ]
    assert found.case.grants[0].evidence["amount"].quote == '"amount": "6000.00"'


def test_drafts_rejected_acts_and_the_act_itself_are_left_out(tmp_path: Path) -> None:
    draft = {"number": "2024-013", "date": "2024-02-09", "year": 2024, "stage": "draft"}
    put(
        tmp_path,
        {
            "draft.json": other(act=draft),
            "rejected.json": other("2024-014", vote={"result": "rejected"}),
            "itself.json": other("2024-031", act=act()),
            "namesake.json": other(
                "2024-031", act=act(), body={"name": "X", "category": "commune"}
            ),
            "open.json": other("2024-015", open=["awards"]),
            "nobody.json": other("2024-016", awards=[{"id": "a", "beneficiary": None}]),
        },
    )
    found = join(case(), tmp_path)

    assert grants_of(found) == [("club", 2024, 50000)]
    assert aid_of(found) == [("club", 50000, None)] * 2  # that of another commune is aid too
    assert sorted(line.partition(": ")[2] for line in told(found)) == [
        "cet acte a d'autres octrois, non relevés : la liste reste ouverte.",
        "délibération rejetée : laissée de côté.",
        "octroi sans bénéficiaire connu : la liste reste ouverte.",
        "projet d'acte : laissé de côté.",
    ]


def test_the_case_is_known_by_its_bytes(tmp_path: Path) -> None:
    put(tmp_path, {"other.json": other()})
    register = read_registers([str(tmp_path)]).found[0]

    assert grants_of(join(case(), tmp_path, sha256=register.sha256)) == []


def test_the_same_act_twice_is_refused_with_both_places(tmp_path: Path) -> None:
    put(tmp_path, {"a.json": other(), "b.json": other(awards=[])})

    with pytest.raises(InputError, match="two files") as caught:
        join(case(), tmp_path)
    assert len(caught.value.problems) == 2


def test_awards_for_several_years_are_split_where_the_act_says_how(tmp_path: Path) -> None:
    split = {
        "id": "a",
        "beneficiary": "x",
        "years": [{"year": 2024, "amount": "1.00"}, {"year": 2025, "amount": "2.00"}],
    }
    whole = {"id": "b", "beneficiary": "x", "amount": "9.00", "first_year": 2024, "last_year": 2026}
    found = join(case(), put(tmp_path, {"o.json": other(awards=[split, whole])}))

    assert grants_of(found) == [("club", 2024, 100), ("club", 2025, 200)]
    assert "exercice incertain" in told(found)[0]


def test_the_year_before_by_measure_from_another_act(tmp_path: Path) -> None:
    value = other(
        act={"number": "2023-9", "date": "2023-03-01", "year": 2023},
        measures=[{"id": "m", "title": "Fonctionnement", "number": "7"}],
        lines=[{"id": "l", "measure": "m", "beneficiary": "x", "amount": "12500.00"}],
    )
    found = join(case(), put(tmp_path, {"o.json": value}))
    assert found.case.lines[0].prior_amount == 1250000

    put(tmp_path, {"g.csv": f"beneficiaire;exercice;montant;axe\n{CLUB};2023;1;Axe 1\n"})
    found = join(case(), tmp_path)
    assert found.case.lines[0].prior_amount is None
    assert "plusieurs montants" in told(found)[-1]


def test_delegations_and_the_renewal_of_the_assembly() -> None:
    found = join(case(), EXAMPLES / "delegations.json")

    (only,) = found.case.delegations
    assert (only.to_organ, only.cap, only.date) == ("bureau", 5000000, datetime.date(2020, 7, 10))
    assert found.case.body.assembly_renewed_on == datetime.date(2020, 7, 3)
    assert found.case.whole == ("delegations",)


def test_a_delegation_of_the_case_wins_and_a_contradiction_is_told() -> None:
    mine = {"id": "d", "number": "2020 012", "to_organ": "bureau", "cap": "1.00"}
    body = {"name": "Ville d'Exemple", "category": "commune", "assembly_renewed_on": "2020-07-04"}
    found = join(case(delegations=[mine], body=body), EXAMPLES / "delegations.json")

    (only,) = found.case.delegations
    assert (only.cap, only.covers_grants) == (100, True)
    cap, renewal = told(found)
    assert "« 50 000,00 € » (plafond), le dossier « 1,00 € » :" in cap.replace("\xa0", " ")
    assert "« 2020-07-03 » (renouvellement de l'assemblée)" in renewal.replace("\xa0", " ")


def test_registers_that_disagree_on_a_delegation_are_refused(tmp_path: Path) -> None:
    schema = "deliberation-check/register/delegations/1"
    one = {"id": "d", "number": "2020-012", "to_organ": "bureau", "cap": "1.00"}
    put(tmp_path, {"a.json": {"schema": schema, "delegations": [one]}})
    put(tmp_path, {"b.json": {"schema": schema, "delegations": [{**one, "cap": "2.00"}]}})

    with pytest.raises(InputError, match="two ways") as caught:
        join(case(), tmp_path)
    assert [Path(each.file).name for each in caught.value.problems] == ["a.json", "b.json"]


def test_sirene_and_the_rna_fill_what_a_beneficiary_lacks() -> None:
    found = join(case(), EXAMPLES / "sirene.csv", EXAMPLES / "rna.csv")
    club, youth = found.case.beneficiaries

    assert (club.siren, club.siret, club.rna) == (None, None, None)  # what the act omits stays so
    assert (club.active, club.declared, club.dissolved) == (True, True, False)
    assert (youth.declared, youth.dissolved) == (True, True)
    assert found.notes == ()


@pytest.mark.parametrize(
    ("rows", "active"),
    [
        (["732829320;73282932000074;2024-03-16;F;{};9220"], True),
        (["732829320;73282932000074;2024-03-15;F;{};9220"], False),
        (["732829320;73282932000074;;F;{};9220"], None),
        (["732829320;73282932000074;2024-03-16;A;{};9220"], None),
        (["732829320;73282932000074;2000-01-01;A;{};9220"] * 1, True),
        (
            [
                "732829320;73282932000074;2000-01-01;A;{};9220",
                "732829320;73282932000066;2000-01-01;A;{};9220",
            ],
            True,
        ),
        (
            [
                "732829320;73282932000074;2000-01-01;A;{};9220",
                "732829320;73282932000066;2001-01-01;F;{};9220",
            ],
            None,
        ),
    ],
)
def test_an_establishment_is_active_on_the_day_of_the_act(
    tmp_path: Path, rows: list[str], active: bool | None
) -> None:
    put(tmp_path, {"s.csv": SIRENE + "\n".join(row.format(CLUB) for row in rows) + "\n"})
    found = join(case(), tmp_path)

    assert found.case.beneficiaries[0].active is active
    assert bool(found.notes) is (active is None)


def test_a_legal_category_gives_form_and_private_law(tmp_path: Path) -> None:
    rows = [
        f"732829320;;2000-01-01;;{CLUB};7344",
        f"552100554;;2000-01-01;;{YOUTH};8450",
    ]
    put(tmp_path, {"s.csv": SIRENE + "\n".join(rows) + "\n"})
    bare = [{"id": "club", "name": CLUB}, {"id": "jeunes", "name": YOUTH}]
    club, youth = join(case(beneficiaries=bare), tmp_path).case.beneficiaries

    assert (club.legal_form, club.private_law) == ("epci", None)
    assert (youth.legal_form, youth.private_law) == (None, True)
    told_of = told(join(case(), tmp_path))
    assert "le dossier «\xa0association\xa0» : le dossier est suivi." in told_of[0]


@pytest.mark.parametrize(
    "second",
    [
        "552100554;;2000-01-01;;{};9220",
        "732829320;73282932000074;2001-01-01;F;{};9220",
        "732829320;73282932000074;2000-01-01;A;{};9300",
    ],
)
def test_rows_of_sirene_that_disagree_are_refused_with_both_places(
    tmp_path: Path, second: str
) -> None:
    first = "732829320;73282932000074;2000-01-01;A;{};9220"
    put(tmp_path, {"s.csv": SIRENE + f"{first}\n{second}\n".format(CLUB, CLUB)})

    with pytest.raises(InputError, match="Two rows") as caught:
        join(case(), tmp_path)
    assert [each.line for each in caught.value.problems] == [2, 3]


def test_the_siret_of_the_case_that_the_extract_lacks_is_told() -> None:
    about = case(beneficiaries=beneficiaries(siret="73282932000066", active=True))
    found = join(about, EXAMPLES / "sirene.csv")

    assert found.case.beneficiaries[0].siret == "73282932000066"
    assert "n'est pas dans l'extrait" in told(found)[-1]


def test_an_identifier_of_sirene_leads_to_the_grants(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": GRANTS + "CNE;732829320;2024;1;non;2024-01-01;;\n"})

    assert grants_of(join(case(), tmp_path)) == []
    assert grants_of(join(case(), tmp_path, EXAMPLES / "sirene.csv")) == [("club", 2024, 100)]


def test_a_joined_case_is_a_case_file_and_joining_changes_nothing_else() -> None:
    about = case()
    found = join(about, EXAMPLES).case

    assert load_case(dump_case(found).encode(), "joined.json") == found
    assert about == case()
    assert join(about, EXAMPLES).case == found


def test_columns_of_aliases_and_english_headers(tmp_path: Path) -> None:
    text = (
        "member;member_aliases;body;body_aliases;nature;start;end;source\n"
        f"J. E.;Jeanne Exemple|Mme E.;CNE;{CLUB}|Le Club;officer;2020-01-01;;\n"
    )
    found = join(case(), put(tmp_path, {"i.csv": text}))
    assert [(each.member, each.nature) for each in found.case.interests] == [
        ("jeanne-exemple", "officer")
    ]
    text = f"beneficiary;aliases;year;amount\nCNE;{CLUB};2024;1\n"
    assert grants_of(join(case(), put(tmp_path, {"g.csv": text}))) == [("club", 2024, 100)]


@pytest.mark.parametrize(
    ("grantor", "expected"),
    [
        ("VILLE D'EXEMPLE", "grant"),
        ("", "grant"),
        ("Mairie d'Exemple", "asked"),
        ("Commune d'Exemple", "asked"),
        ("Exemple", "asked"),
        ("Communauté de communes d'Exemple", "aid"),
        ("Région", "aid"),
    ],
)
def test_who_granted(tmp_path: Path, grantor: str, expected: str) -> None:
    found = with_grants(
        tmp_path,
        f"{CLUB};;2024;1;non;2024-01-01;{grantor};",
        complete=[{"list": "grants"}, {"list": "aid"}],
    )

    assert len(found.case.grants) == (expected == "grant")
    assert len(found.case.aid) == (expected == "aid")
    assert bool(found.notes) == (expected == "asked")
    assert set(found.case.whole) == (set() if expected == "asked" else {"grants", "aid"})


@pytest.mark.parametrize(
    ("year", "whole"),
    [(2024, set()), (2023, {"grants"}), (2021, {"grants"}), (2020, {"grants", "aid"})],
)
def test_a_question_keeps_open_what_it_bears_on(tmp_path: Path, year: int, whole: set[str]) -> None:
    found = with_grants(
        tmp_path,
        f"Club nautique;;{year};1;oui;{year}-01-01;;",
        complete=[{"list": "grants"}, {"list": "aid"}],
    )

    assert "est proche de" in told(found)[0]
    assert set(found.case.whole) == whole
