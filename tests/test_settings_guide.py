"""What docs/reglages.md shows does what it says."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from checker.cli.configuration import settings
from checker.waivers import OPTIONAL, REQUIRED
from tests.acts import REFERENCE, ROOT
from tests.cli.running import run
from tests.test_guides import blocks, plain

GUIDE = (ROOT / "docs" / "reglages.md").read_text(encoding="utf-8")
(TOML,) = blocks(GUIDE, "toml")
(YAML,) = blocks(GUIDE, "yaml")


@pytest.mark.slow
def test_the_settings_and_the_accepted_finding_work_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deliberation-check.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "constats-acceptes.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "rapports").mkdir()
    (tmp_path / "registres").mkdir()
    shutil.copy(ROOT / "docs/exemples/registres/sirene.csv", tmp_path / "registres")
    rule = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (tmp_path / "nos-regles").mkdir()
    (tmp_path / "nos-regles" / "plancher.yaml").write_text(blocks(rule, "yaml")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("--today", "2026-11-23", REFERENCE)
    report = json.loads((tmp_path / "rapports" / "dernier.json").read_text(encoding="utf-8"))

    assert result.exit_code == 1  # warnings count
    assert ", dont 1 accepté, " in plain(result.stdout).splitlines()[-1]
    assert report["accepted"]["fail"] == 1
    assert any(each["id"] == "POL-01" for each in report["rules"])
    assert run("--today", "2026-11-23", "--fail-on", "error", REFERENCE).exit_code == 0
    assert run("--today", "2027-07-01", "--fail-on", "error", REFERENCE).exit_code == 1


def test_the_keys_are_those_that_are_read() -> None:
    (table,) = re.findall(r"\| clé \| contenu \|\n\| --- \| --- \|\n((?:\|.*\n)+)", GUIDE)
    told = re.findall(r"`(\w+)`", "".join(line.split("|")[1] for line in table.splitlines()))

    assert sorted(told) == sorted([*REQUIRED, *OPTIONAL])
    assert {line.split(" = ")[0] for line in TOML.splitlines()} <= settings().keys()
    assert "DELIBERATION_CHECK_FAIL_ON" in {each.envvar for each in settings().values()}
