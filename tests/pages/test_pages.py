"""The pages: what is committed is what the rules make, and what each part of a page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli.pages.places import filled
from checker.cli.pages.scope import names_of
from checker.cli.pages.site import pages, write_pages
from checker.cli.pages.source import predicate
from checker.language.rulesets import RuleSets, default_root, load_rulesets
from checker.vocabulary import vocabulary
from tests.acts import ROOT
from tests.cli.running import run

REGENERATE = "The pages are not those of the rules; run: deliberation-check pages docs"
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def rulesets() -> RuleSets:
    return load_rulesets(default_root())


@pytest.fixture(scope="module")
def made(rulesets: RuleSets) -> dict[str, str]:
    return pages(rulesets, default_root())


def committed() -> dict[str, str]:
    found = [DOCS / "glossaire.md", *(DOCS / "rules").glob("*.md")]
    return {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in found}


def test_the_committed_pages_are_those_of_the_rules(made: dict[str, str]) -> None:
    there = committed()
    stale = {name for name in made.keys() | there.keys() if made.get(name) != there.get(name)}

    assert not stale, f"{REGENERATE}. They differ in: {', '.join(sorted(stale))}"


def test_every_rule_has_its_page_and_its_line_in_the_index(
    rulesets: RuleSets, made: dict[str, str]
) -> None:
    for rule in rulesets.rules:
        page = made[f"rules/{rule.id}.md"]
        assert page.startswith(f"# {rule.id} – ")
        assert f"\n| [{rule.id}]({rule.id}.md) | " in made["rules/README.md"]
        for check in rule.checks:
            for let in check.lets:
                assert f"(`let.{let.name}`)" in page
        for check in rule.checks[1:]:
            assert f"### Contrôle `{check.id}`" in page


def test_a_rest_set_aside_and_a_judgement_are_said(
    rulesets: RuleSets, made: dict[str, str]
) -> None:
    for rule in rulesets.rules:
        page = made[f"rules/{rule.id}.md"]
        for sentence, checks in (
            ("Seuls les faits du dossier sont examinés", [c.rest_ignored for c in rule.checks]),
            ("son appréciation revient à une personne", [c.judgement for c in rule.checks]),
        ):
            assert page.count(sentence) == sum(checks), rule.id


def test_every_link_of_a_page_leads_to_a_file(made: dict[str, str]) -> None:
    for name, text in made.items():
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            path = ((DOCS / name).parent / target).resolve()
            new = path.is_relative_to(DOCS) and path.relative_to(DOCS).as_posix() in made
            assert new or path.is_file(), (name, target)


def test_pages_are_clean_text(made: dict[str, str]) -> None:
    for name, text in made.items():
        prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        assert text.endswith("\n"), name
        assert not text.endswith("\n\n"), name
        assert "\r" not in text, name
        assert "{" not in prose, name
        assert "None" not in prose, name
        assert not re.search(r"\b[A-Z][a-z]\w*\([a-z_]+=", prose), name
        assert not re.search(r" +$", text, re.MULTILINE), name
        rows = re.findall(r"^\|.*\|$", text, re.MULTILINE)
        assert len(rows) == sum(line.startswith("|") for line in text.splitlines()), name


def test_pages_never_judge(made: dict[str, str]) -> None:
    for name, text in made.items():
        assert not re.search(r"\b(?:illéga|fraud)", text, re.IGNORECASE), name


def test_the_predicate_is_the_file_without_its_words(rulesets: RuleSets) -> None:
    for rule in rulesets.rules:
        text = rulesets.paths[rule.id].read_text("utf-8")
        shown = predicate(text)
        assert set(shown) <= set(text.splitlines())
        whole = "\n".join(shown)
        assert len(re.findall(r"\brequire:", whole)) == len(rule.checks)
        assert not re.search(r"^ *(?:message|remedy|fr|en|examples|title):", whole, re.MULTILINE)


def test_a_predicate_between_brackets_is_shown_whole() -> None:
    text = "id: A\nchecks: [{name: a, for: {x: {kind: act}}}]\nwhy: {fr: a, en: b}\n"

    assert predicate(text) == ["checks: [{name: a, for: {x: {kind: act}}}]"]


def test_places_of_messages_are_words(rulesets: RuleSets) -> None:
    (rule,) = (each for each in rulesets.rules if each.id == "CON-01")
    names = names_of(rule.checks[0], rulesets.law)

    assert filled("{who.name} : {let.year} ({let.agreements.names}, {gap})", names) == (
        "‹nom du bénéficiaire› : ‹somme A› (‹énumération des éléments de B›, ‹écart›)"
    )
    assert filled("{act.date}, {act.is_budget_vote}, {law.agreement_threshold}", names) == (
        "‹date de l'acte›, ‹oui ou non : vote du budget par le même acte›,"
        " ‹montant annuel au-delà duquel une convention est obligatoire›"
    )


def test_documents_that_would_tell_are_those_of_the_vocabulary(made: dict[str, str]) -> None:
    page = made["rules/CON-01.md"].replace("\u00a0", " ")

    assert (
        "- **état des subventions de l'exercice, par bénéficiaire** : liste complète des"
        " subventions de l'exercice ; " in page
    )
    assert "- **statuts du bénéficiaire** : statut de droit privé" in page


def test_the_glossary_has_every_kind_and_attribute(made: dict[str, str]) -> None:
    text = made["glossaire.md"]
    for kind in vocabulary().values():
        (section,) = re.findall(
            rf"^### [^\n]*\(`{kind.name}`\)\n(.*?)(?=^### |\Z)", text, re.MULTILINE | re.DOTALL
        )
        for name in kind.attributes.keys() - {"id"}:
            assert f"| `{name}` |" in section


def test_writing_removes_the_pages_of_rules_that_are_gone_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for name in ("OLD-99.md", "notes.md"):
        (tmp_path / "rules" / name).write_text("x", "utf-8")
    write_pages({"rules/NEW-01.md": "# é\n", "glossaire.md": "g\n"}, tmp_path)

    assert sorted(path.name for path in tmp_path.rglob("*.md")) == [
        "NEW-01.md",
        "glossaire.md",
        "notes.md",
    ]
    assert (tmp_path / "rules" / "NEW-01.md").read_bytes() == "# é\n".encode()


def test_the_command_writes_the_pages(tmp_path: Path, made: dict[str, str]) -> None:
    result = run("pages", str(tmp_path / "site"))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    written = {
        path.relative_to(tmp_path / "site").as_posix(): path.read_text("utf-8")
        for path in (tmp_path / "site").rglob("*.md")
    }
    assert written == made


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    result = run("pages", str(tmp_path / "file"))

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
