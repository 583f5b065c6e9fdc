"""`explain RULE CASE`, as a user types it: why a verdict is what it is, and by how much."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

import checker
from checker.cli.documents import given_one
from checker.cli.examining import Examiner, Terms
from checker.cli.why.as_json import rendered
from checker.cli.why.as_text import written
from checker.cli.why.model import Explained
from checker.cli.why.run import explained
from checker.interval import Truth
from checker.verdict import RuleVerdict, Verdict
from checker.words import Language
from tests.cli.conftest import Writer
from tests.cli.running import REFERENCE, ROOT, run

CASES = ROOT / "cases"
ACTS = sorted(set(CASES.glob("*.json")) - set(CASES.glob("*.expected.json")))
DE_MINIMIS = CASES / "region-2025-plafond-de-minimis.json"
SCHEMA = jsonschema.Draft202012Validator(
    json.loads(
        (Path(checker.__file__).parent / "schemas/explanation-1.schema.json").read_text("utf-8")
    )
)


def told(*arguments: str | Path, lang: Language = "fr") -> str:
    """What is printed, on one line and with plain spaces."""
    result = run("explain", *arguments, "--lang", lang)
    assert result.exit_code == 0, result.stderr
    assert max(map(len, result.stdout.splitlines())) <= 100
    return " ".join(result.stdout.replace("\u00a0", " ").split())


def of_case(rule: str, case: Path, **terms: Any) -> dict[str, Any]:
    """The explanation for machines."""
    options = [part for name, value in terms.items() for part in (f"--{name}", value)]
    result = run("explain", rule, case, "--format", "json", *options)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    SCHEMA.validate(found)
    return found


def test_a_sum_that_agrees_shows_its_lines_and_asks_nothing() -> None:
    text = told("ARI-01", REFERENCE)

    assert "Total du dispositif : sans anomalie" in text
    assert "A = 872 100,00 € : la somme des montants attribués" in text
    assert "177 100,00 €, Lille Avenirs (24-B-0045.txt, ligne " in text
    assert "Vrai : la somme A est égale au total énoncé." in text
    assert "?" not in text


def test_a_requirement_that_fails_says_what_lacks() -> None:
    text = told("ALL-02", REFERENCE, "--subject", "impulsions métropole sud, axe 3")

    assert "Impulsions Métropole Sud, axe 3 : omission" in text
    assert "ADELIE, axe 3 : " not in text
    assert "Exigence non satisfaite : l'une au moins des conditions suivantes" in text
    assert "Faux : le document indique le motif énoncé. Motif énoncé : non précisé." in text
    assert "Faux : le nombre A dépasse le nombre B. A : 1 ; B : 4." in text
    assert "Il en manque 4 pour dépasser 4." in text


def test_a_pass_says_why_and_how_far_from_the_threshold() -> None:
    text = told("CON-01", REFERENCE, "--subject", "lille-avenirs")

    assert "Condition d'application remplie" in text
    assert "A = au moins 177 100,00 €" in text
    assert "La liste n'est pas connue en entier" in text
    assert "23 000,00 € – Décret n° 2001-495, art. 1er, en vigueur depuis le" in text
    assert "C'est au moins 154 100,00 € de plus que 23 000,00 €." in text
    assert "Vrai : le nombre B atteint au moins 1. B : 1. C'est exactement 1." in text


def test_an_open_verdict_says_what_would_settle_it() -> None:
    text = told("MDE-02", REFERENCE, "--subject", "Lille Avenirs, axe 3, facilitateur")

    assert "Exigence indéterminée : l'une au moins des conditions suivantes" in text
    assert "Vrai si le montant du poste est de 15 000,00 €, faux sinon." in text
    assert "Il manque « montant du poste » (pièce : précision à demander au service)." in text


def test_a_pass_whatever_the_missing_value_says_so() -> None:
    text = told("COM-06", REFERENCE, "--subject", "ADELIE")

    assert "La règle peut ne pas s'appliquer ici ; l'exigence est satisfaite quoi qu'il en" in text
    assert "Indéterminé : la réponse à « octroi assorti de conditions » est « oui »." in text


def test_a_point_to_judge_says_that_it_is_no_finding() -> None:
    found = of_case("TRA-04", REFERENCE, lang="fr")
    judged = next(each for each in found["instances"] if each["verdict"] == "review")

    assert judged["require"]["holds"] is False
    assert "ce n'est donc pas un constat" in judged["note"]


def test_the_rest_of_a_list_is_only_asked_for() -> None:
    text = told("INT-01", REFERENCE)

    assert "Reste de la liste : non vérifiable" in text
    assert "registre des déports et déclarations d'intérêts" in text
    assert "Exigence" not in text


def test_a_rule_with_nothing_to_examine_says_which_condition_left_nothing() -> None:
    text = told("ARI-09", REFERENCE)

    assert "Sans objet" in text
    assert "Attributions au dossier : 8." in text
    assert (
        "Condition : le document indique le taux. Cas qui la remplissent ou peuvent la remplir :"
        " 0 sur 8." in text
    )
    assert "Ce que la règle n'examine pas" not in text  # it was just said


def test_a_number_that_sets_a_rule_aside_is_named() -> None:
    text = told("VIS-05", REFERENCE)

    assert "Condition : le nombre A atteint au moins 1." in text
    assert "A est le nombre de « catégories visées par un texte » dont le texte" in text


@pytest.mark.parametrize(
    ("rule", "case", "options", "reason", "said"),
    [
        ("TRA-01", REFERENCE, {}, "stage", "stade de l'acte : adopté"),
        ("EXE-01", REFERENCE, {"stage": "draft"}, "stage", "stade de l'acte : projet"),
        ("CON-01", REFERENCE, {"as-of": "2000-01-01"}, "date", "jour retenu : 1er janvier 2000"),
        ("COM-07", REFERENCE, {}, "body", "auteur de l'acte : métropole"),
        ("MDE-01", DE_MINIMIS, {}, "policy", "politiques du dossier : aucune"),
    ],
)
def test_a_rule_that_is_not_tried_says_why(
    rule: str, case: Path, options: dict[str, str], reason: str, said: str
) -> None:
    aside = of_case(rule, case, lang="fr", **options)["set_aside"]

    assert aside["reason"] == reason
    assert said in aside["said"].replace("\u00a0", " ")


def test_the_quorum_is_told_in_members_present() -> None:
    text = told("VOT-01", CASES / "cc-2023-quorum-perdu-et-pouvoirs.json")

    assert "Cela revient à savoir si le nombre de membres présents atteint au moins 19." in text
    assert "Il en manque 6 pour atteindre 19." in text
    assert "2 – CGCT, art. L. 2121-17, en vigueur depuis le 1er août 2022" in text


def test_a_ceiling_that_is_exceeded_says_by_how_much() -> None:
    text = told("UE-02", DE_MINIMIS)

    assert "Premier terme de la comparaison : 335 000,00 €." in text
    assert "C'est 35 000,00 € de trop : 300 000,00 € au plus." in text
    assert "C'est 175 000,00 € de moins que 300 000,00 €." in text
    assert "C'est exactement 300 000,00 €." in text


RENUMBERED = CASES / "commune-40000-2026-projet-article-renumerote.json"


def test_a_text_no_longer_in_force_is_told_in_days() -> None:
    text = told("VIS-04/late", RENUMBERED, "--subject", "texte cité n° 2")

    assert "Faux : la date B est postérieure à la date de l'acte." in text
    assert "C'est 180 jours trop tôt." in text


def test_a_text_without_a_last_day_is_at_no_distance_from_it() -> None:
    text = told("VIS-04/late", RENUMBERED, "--subject", "texte cité n° 1")

    assert "B : sans limite" in text
    assert "jours" not in text


def test_an_omission_that_takes_a_value_says_so() -> None:
    text = told("TRA-04", REFERENCE, "--subject", "lille-avenirs")

    assert "Subventions publiques relevées : non précisé, tenu pour 0,00 €." in text


def test_names_of_persons_are_not_lined_up() -> None:
    text = told("VOT-01/withdrawals", REFERENCE)

    assert "membre n'ayant pas pris part au vote, 13 fois, d'abord (24-B-0045.txt, ligne" in text
    found = of_case("VOT-01/withdrawals", REFERENCE)
    (instance,) = found["instances"]
    (number,) = instance["numbers"]
    assert len(number["lines"]) == 13
    assert {line["where"]["quote"] for line in number["lines"]} == {None}


def test_a_number_with_the_same_lines_is_told_once() -> None:
    text = told("COH-09/each", REFERENCE)

    assert text.count("B = 21 : le nombre de résultats d'exercices") == 1
    assert text.count("B = 21 : comme pour Lille Avenirs") == 7
    assert text.count("A = 0 : le nombre") > 1  # nothing is like nothing


def test_english_keeps_the_names_of_the_rule() -> None:
    text = told("CON-01", REFERENCE, "--subject", "lille-avenirs", lang="en")

    assert "True: let.year is more than" in text
    assert "That is at least €154,100.00 more than €23,000.00." in text


def test_digits_that_changed_places_are_asked_about(tmp_path: Path) -> None:
    text = told("ARI-01", changed(tmp_path, total="871200.00"))

    assert "C'est 900,00 € de trop pour égaler 871 200,00 €." in text
    assert "À vérifier, sans rien en présumer :" in text
    assert (
        "? Deux chiffres ont-ils été intervertis dans le montant « total du dispositif »"
        " (871 200,00 € au lieu de 872 100,00 €) ?" in text
    )


def test_a_line_that_stands_there_twice_is_asked_about(tmp_path: Path) -> None:
    text = told("ARI-01", changed(tmp_path, twice=3))

    assert "? La ligne « ALPES », de 115 000,00 €, figure-t-elle deux fois ?" in text
    assert text.count("?") == 2  # one question


def test_the_only_missing_line_of_a_sum_is_worked_out(tmp_path: Path) -> None:
    text = told("ARI-01", changed(tmp_path, without=3))

    assert "Vrai si la somme A est de 872 100,00 €, faux sinon." in text
    assert "Pour « ALPES », cela fait 115 000,00 €." in text
    assert "? " not in text


def changed(
    folder: Path, total: str = "872100.00", twice: int | None = None, without: int | None = None
) -> Path:
    """The reference act with another total, an award written twice, or one without amount."""
    case = json.loads(REFERENCE.read_text("utf-8"))
    next(each for each in case["totals"] if each["of"] == "operative")["amount"] = total
    if twice is not None:
        case["awards"].append({**case["awards"][twice], "id": "again"})
    if without is not None:
        del case["awards"][without]["amount"], case["awards"][without]["evidence"]
    path = folder / "changed.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def below_the_threshold(write: Writer, **changes: object) -> Path:
    """A private-law beneficiary with one award below the threshold of the agreement."""
    return write(awards=[{"id": "one", "beneficiary": "a", "amount": "22100.00"}], **changes)


def test_a_threshold_that_is_not_exceeded_says_what_lacks(write: Writer) -> None:
    case = below_the_threshold(write, whole=["grants"])

    everything, text = told("CON-01", case), told("CON-01", case, "--subject", "Association A")

    for each in (everything, text):
        assert "Faux : la somme A dépasse la valeur en vigueur de" in each
        assert "Il manque 900,01 € pour dépasser 23 000,00 €." in each
    assert "Association A : sans objet" in text
    assert "Condition d'application non remplie" in text
    assert "Exigence" not in text


def test_a_threshold_that_may_be_exceeded_says_what_more_would_do(write: Writer) -> None:
    text = told("CON-01", below_the_threshold(write), "--subject", "a")

    assert "Vrai si la somme A dépasse 23 000,00 €, faux sinon." in text
    assert "Il suffirait de 900,01 € de plus." in text


def test_the_amount_missing_of_one_line_is_told_by_the_threshold(write: Writer) -> None:
    awards = [
        {"id": "one", "beneficiary": "a", "amount": "22100.00"},
        {"id": "two", "beneficiary": "a"},
    ]
    text = told("CON-01", write(awards=awards, whole=["grants"]), "--subject", "a")

    assert "A = au moins 22 100,00 €" in text
    assert "Pour « Association A », cela fait plus de 900,00 €." in text
    assert "Il suffirait" not in text


def test_what_a_rule_does_not_examine_is_counted_by_condition() -> None:
    text = told("ALL-02", REFERENCE)

    assert (
        "Condition non remplie : le document indique le poste financé. Cas : 16 (ADELIE, axe 1 ;"
        in text
    )
    (line, *_) = of_case("ALL-02", REFERENCE)["not_examined"]
    assert line["condition"]["holds"] is False


def test_a_line_of_a_register_is_told_with_its_place() -> None:
    registers = ROOT / "docs" / "exemples" / "registres"
    text = told(
        "CON-01",
        registers / "acte.json",
        "--register",
        registers / "subventions.csv",
        "--subject",
        "club nautique d'exemple",
    )

    assert "16 000,00 €, Club nautique d'Exemple (ligne 32 du fichier JSON)" in text
    assert "subventions.csv, ligne 2)" in text
    assert "C'est au moins 1 000,00 € de plus que 23 000,00 €." in text


OWN = """
id: POL-01
title: {{fr: Règle propre, en: Own rule}}
nature: policy
severity: warning
stages: [draft, adopted]
bodies: all
basis: []
why: {{fr: La gestion coûte., en: Handling costs.}}
{check}
message: {{fr: Écart., en: Difference.}}
remedy: {{fr: À revoir., en: To be seen.}}
examples: [{{name: acte seul, expect: not-applicable, facts: []}}]
"""
FLOOR = """for: {award: {kind: award}}
require: {at_least: [award.amount, 500.00]}"""
EITHER = """for: {total: {kind: stated_total, of: operative}}
let: {lines: {sum: award.amount}}
require: {any: [{equal: [let.lines, total.amount]}, {stated: total.amount}]}"""


def own(folder: Path, check: str) -> Path:
    """The folder of a rule of one's own."""
    rules = folder / "rules"
    rules.mkdir()
    (rules / "own.yaml").write_text(OWN.format(check=check), encoding="utf-8")
    return rules


def test_a_rule_of_ones_own_is_explained(tmp_path: Path) -> None:
    case = CASES / "commune-900-2019-trois-petites-subventions.json"
    text = told("POL-01", case, "--ruleset", own(tmp_path, FLOOR))

    assert "Les Amis de l'école de Vauloges : écart à la politique" in text
    assert "Il manque 50,00 € pour atteindre 500,00 €." in text
    assert "C'est 100,00 € de plus que 500,00 €." in text


def test_a_sum_that_need_not_agree_raises_no_question(tmp_path: Path) -> None:
    case = changed(tmp_path, total="871200.00")
    text = told("POL-01", case, "--ruleset", own(tmp_path, EITHER))

    assert "C'est 900,00 € de trop pour égaler 871 200,00 €." in text
    assert "?" not in text


@pytest.mark.usefixtures("drawn")
def test_one_deliberation_of_a_document_is_explained(tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("# 24-1\nAlpha: 100.00\n# 24-2\nBeta: 200.00\n", encoding="utf-8")

    unchosen = run("explain", "ALL-08", minutes)
    assert unchosen.exit_code == 2
    assert "24-1, 24-2" in unchosen.stderr
    assert "acte 24-2" in told("ALL-08", minutes, "--number", "24-2")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ARI-99", REFERENCE), "There is no rule 'ARI-99'; did you mean 'ARI-09'?"),
        (("COH-04/prced", REFERENCE), "COH-04 has no check 'prced'; did you mean 'priced'?"),
        (("ARI-01", "none.json"), "none.json: There is no such file."),
        (
            ("COH-04", REFERENCE, "--subject", "Bati ton parcour"),
            "COH-04 has no subject 'Bati ton parcour'; did you mean 'Bâti ton parcours'?",
        ),
        (("ALL-04", REFERENCE, "--subject", "zzz"), "Its subjects: "),
        (("ALL-08", REFERENCE, "--subject", "x"), "ALL-08 has no verdict on this act"),
        (("ARI-01", REFERENCE, "--number", "9"), "There is no deliberation '9'"),
        (("ARI-01", "--subject", "x"), "--subject needs a case or a document after ARI-01."),
        (("ARI-01", "--format", "json"), "--format needs a case or a document after ARI-01."),
    ],
)
def test_what_cannot_be_explained_is_refused(arguments: tuple[str | Path, ...], said: str) -> None:
    result = run("explain", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_verdicts_in_doubt_are_said_and_end_in_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "checker.checking.disagreements", lambda *_: frozenset({"ALL-04"}), raising=True
    )
    result = run("explain", "ALL-04", REFERENCE)

    assert result.exit_code == 3
    assert "The two judges differ on ALL-04" in result.stderr
    assert "do not confirm each other" in result.stdout.replace("\n", " ")


def test_every_verdict_on_the_reference_act_is_explained_as_it_was_given() -> None:
    for found, verdict in everything(REFERENCE, "fr"):
        assert found.instances or found.aside or found.dwindling
        for instance, each in zip(verdict.instances, found.instances, strict=True):
            assert each.verdict is instance.verdict
            if instance.firing is not None:
                assert each.requirement is not None
                assert (each.requirement.truth is Truth.TRUE) == (each.verdict is Verdict.PASS)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("case", ACTS, ids=lambda case: case.stem)
def test_every_verdict_on_every_case_is_explained(case: Path, language: Language) -> None:
    for found, _ in everything(case, language):
        if language == "fr":  # the keys are the same in the other
            SCHEMA.validate(json.loads(rendered(found)))
        text = written(found)
        assert max(map(len, text.splitlines())) <= 100
        for wrong in ("None", "**", "`", " de le ", " à le ", "9007199254740992"):
            assert wrong not in text


def everything(case: Path, language: Language) -> Iterator[tuple[Explained, RuleVerdict]]:
    """Every rule on a case, explained."""
    examiner = Examiner(Terms(language))
    checked, source = examiner.checked(given_one(str(case), examiner.law))
    for verdict in checked.rules:
        yield explained(evolve(checked, rules=(verdict,)), source, language), verdict


def test_a_rule_by_a_number_without_its_nought() -> None:
    assert run("explain", "ari-1").stdout == run("explain", "ARI-01").stdout != ""
    assert "There is no rule 'ARI-'" in run("explain", "ARI-").stderr
