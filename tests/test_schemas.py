"""The JSON Schemas for editors: made from the code, committed, and true of every file we ship."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.cli.schema import NAMES, schema_text
from checker.language.rulesets import default_root
from checker.yamlfile import Listing, Node, Scalar, decode, parse
from tests.acts import ROOT
from tests.cli.running import run

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULES = sorted(
    path
    for path in default_root().rglob("*.yaml")
    if "law" not in path.relative_to(default_root()).parts and path.parent.name != "parameters"
    if path.name != "references.yaml"
)
GUIDE = (ROOT / "docs" / "reglages.md").read_text(encoding="utf-8")


@functools.cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_text(name)))


def as_an_editor_reads_it(node: Node) -> Any:
    """A YAML file with what YAML 1.2 takes for numbers, flags and nothing typed so."""
    if isinstance(node, Scalar):
        if node.text in ("true", "false", "null"):
            return json.loads(node.text)
        return float(node.text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", node.text) else node.text
    if isinstance(node, Listing):
        return [as_an_editor_reads_it(item) for item in node.items]
    return {key: as_an_editor_reads_it(value) for key, value in node.entries.items()}


def yaml(text: str, name: str = "x.yaml") -> Any:
    return as_an_editor_reads_it(parse(text, name))


def blocks(language: str) -> Iterator[str]:
    yield from re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_copy_is_what_the_code_makes(name: str) -> None:
    """Write it anew with `deliberation-check schema NAME > checker/schemas/NAME-1.schema.json`."""
    committed = ROOT / "checker" / "schemas" / f"{name}-1.schema.json"

    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(name)))
    assert schema_text(name) == committed.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_it(name: str) -> None:
    assert run("schema", name).stdout == schema_text(name)


def misfits(paths: list[Path]) -> list[str]:
    rule = validator("rule")
    return [
        f"{path.name}: {error.json_path}: {error.message[:200]}"
        for path in paths
        for error in rule.iter_errors(yaml(decode(path.read_bytes(), path.name), path.name))
    ]


def test_shipped_rules_fit() -> None:
    """One rule in ten; the library takes a while over all of them."""
    assert misfits(RULES[::10]) == []


@pytest.mark.slow
def test_every_shipped_rule_fits() -> None:
    assert len(RULES) > 100
    assert misfits(RULES) == []


def test_every_shipped_case_fits() -> None:
    case = validator("case")
    paths = [path for path in ROOT.glob("cases/*.json") if ".expected" not in path.name]

    assert len(paths) > 10
    for path in paths:
        case.validate(json.loads(path.read_bytes()))


def test_the_examples_of_the_guide_fit() -> None:
    (waivers,) = (block for block in blocks("yaml") if "author:" in block)
    (config,) = (block for block in blocks("toml") if "fail-on" in block)

    validator("waivers").validate(yaml(waivers))
    validator("config").validate(tomllib.loads(config))


RULE = """\
id: ARI-99
title: {fr: Titre, en: Title}
nature: internal
severity: error
stages: [draft]
bodies: all
why: {fr: Pourquoi, en: Why}
for:
  award: {kind: award, amount: {more: 10.00}}
let:
  total: {sum: award.amount, where: {beneficiary: award.beneficiary}}
require: {at_least: [let.total, award.amount]}
message: {fr: M, en: M}
remedy: {fr: R, en: R}
examples:
  - {name: un, expect: pass, facts: [{kind: award, amount: 1.00}]}
"""


def test_a_good_rule_fits() -> None:
    validator("rule").validate(yaml(RULE))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("id: ARI-99", "id: ari-99"),
        ("nature: internal", "nature: interne"),
        ("stages: [draft]", "stages: [projet]"),
        ("bodies: all", "bodies: [village]"),
        ("kind: award, amount: {more", "kind: awrd, amount: {more"),
        ("amount: {more: 10.00}", "amuont: {more: 10.00}"),
        ("{more: 10.00}", "{over: 10.00}"),
        ("sum: award.amount", "sum: award.beneficiary"),
        ("sum: award.amount", "total: award.amount"),
        ("where: {beneficiary", "where: {benefciary"),
        ("{at_least: [let", "{atleast: [let"),
        ("[let.total, award.amount]", "[let.total]"),
        ("remedy:", "remede:"),
        ("message: {fr: M, en: M}", "message: {fr: M}"),
        ("expect: pass", "expect: passed"),
        ("{kind: award, amount: 1.00}", "{kind: award, amuont: 1.00}"),
    ],
)
def test_a_slip_in_a_rule_is_marked(right: str, wrong: str) -> None:
    assert right in RULE
    assert not validator("rule").is_valid(yaml(RULE.replace(right, wrong, 1)))


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "ari-01"},
        {"expires": "31/12/2024"},
        {"subjet": "total"},
        {"author": None},
    ],
)
def test_a_slip_in_an_accepted_finding_is_marked(change: dict[str, str | None]) -> None:
    good = {
        "rule": "ARI-01",
        "act": "2024-1",
        "subject": "total",
        "reason": "Raison.",
        "author": "Camille Exemple",
        "date": "2024-03-01",
        "expires": "2024-12-31",
    }
    waivers = validator("waivers")

    assert waivers.is_valid([good])
    bad = {key: value for key, value in {**good, **change}.items() if value is not None}
    assert not waivers.is_valid([bad])


@pytest.mark.parametrize(
    "settings",
    [{"langue": "fr"}, {"lang": "de"}, {"register": "a"}, {"anonymise": "yes"}, {"jobs": "2"}],
)
def test_a_slip_in_the_settings_is_marked(settings: dict[str, object]) -> None:
    assert not validator("config").is_valid(settings)


def test_schemas_are_shipped_where_the_package_looks() -> None:
    assert {path.name for path in Path(ROOT, "checker/schemas").glob("*.json")} >= {
        f"{name}-1.schema.json" for name in NAMES
    }
