"""Rule sets from the cache: the same as from their files, and never those of other files."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from checker.cache import Cache
from checker.case import Stage
from checker.checking import Checked, Checker
from checker.engine.durable import network
from checker.errors import InputError
from checker.language import rulesets as module
from checker.language.rulesets import RuleSets, default_root, load_rulesets, recall_rulesets
from tests.acts import ROOT, reference_case, rulesets
from tests.cli.running import REFERENCE, typed

pytestmark = pytest.mark.slow

KINDS_IMPORTED = re.compile(r"^from checker\.kinds import [^)\n]*(\([^)]*)?\bKINDS\b", re.MULTILINE)
STAGES: tuple[Stage, ...] = ("adopted", "draft")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the rule sets."""
    return Path(shutil.copytree(default_root(), tmp_path / "rulesets"))


@pytest.fixture
def only_from_cache(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on, rule sets cannot be read from their files."""

    def never(_: object) -> RuleSets:
        raise AssertionError("The files were read anew.")

    return lambda: monkeypatch.setattr(module, "_read", never)


def everything(found: RuleSets) -> dict[str, object]:
    """All that rule sets hold, to be compared."""
    parts = {field.name: getattr(found, field.name) for field in attrs.fields(RuleSets)}
    law = parts.pop("law")
    return parts | {field.name: getattr(law, field.name) for field in attrs.fields(type(law))}


def test_recalled_rule_sets_are_the_same(only_from_cache: Callable[[], None]) -> None:
    fresh = load_rulesets(default_root())
    first = recall_rulesets(default_root())
    only_from_cache()

    assert everything(first) == everything(fresh)
    assert everything(recall_rulesets(default_root())) == everything(fresh)


def _touched(root: Path) -> None:
    (root / "law" / "references.yaml").touch()


def _rule(root: Path) -> None:
    path = next(root.glob("arithmetic/*.yaml"))
    path.write_text(path.read_text().replace("severity: error", "severity: note"))


def _parameter(root: Path) -> None:
    path = next((root / "law" / "parameters").glob("*.yaml"))
    path.write_text(path.read_text() + "# a remark\n")


def _references(root: Path) -> None:
    path = root / "law" / "references.yaml"
    path.write_text(path.read_text() + "# a remark\n")


def _rule_less(root: Path) -> None:
    next(root.glob("consistency/*.yaml")).unlink()


def _renamed(root: Path) -> None:
    path = next(root.glob("consistency/*.yaml"))
    path.rename(path.with_name("another-name.yaml"))


@pytest.mark.parametrize("change", [_rule, _parameter, _references, _rule_less, _renamed])
def test_changed_files_are_read_anew(root: Path, change: Callable[[Path], None]) -> None:
    before = recall_rulesets(root)
    change(root)
    after = recall_rulesets(root)

    assert after.digest != before.digest
    assert everything(after) == everything(load_rulesets(root))


def test_files_as_they_were_are_not_read_anew(
    root: Path, only_from_cache: Callable[[], None]
) -> None:
    before = recall_rulesets(root)
    _touched(root)
    only_from_cache()

    assert everything(recall_rulesets(root)) == everything(before)


def test_another_folder_has_rule_sets_of_its_own(root: Path, home: Path) -> None:
    shipped = recall_rulesets(default_root())
    copied = recall_rulesets(root)

    assert copied.digest == shipped.digest
    assert copied.paths != shipped.paths
    assert len([*(home / "deliberation-check").iterdir()]) == 2


def test_another_program_reads_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    recall_rulesets(default_root())
    monkeypatch.setattr(module, "state_of_program", lambda: "another")
    read: list[object] = []
    monkeypatch.setattr(module, "_read", read.append)
    recall_rulesets(default_root())

    assert read


def test_a_foreign_value_is_read_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cache, "recall", lambda *_: "no rule sets")

    assert everything(recall_rulesets(default_root())) == everything(rulesets())


def test_errors_are_never_kept(root: Path, home: Path) -> None:
    path = next(root.glob("arithmetic/*.yaml"))
    path.write_text(path.read_text().replace("nature:", "natur:"))
    told = []
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            recall_rulesets(root)
        told.append(str(caught.value))

    assert told[0] == told[1]
    assert "natur" in told[0]
    assert not home.exists()


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    recall_rulesets(root)
    path = next(root.glob("arithmetic/*.yaml"))
    path.unlink()
    path.symlink_to("nowhere")
    with pytest.raises(InputError, match="does not exist"):
        recall_rulesets(root)


def verdicts(checked: Checked) -> list[object]:
    """The verdicts on a case, to be compared."""
    assert checked.reliable, checked.faults
    return [
        (rule.rule, rule.reason, [(one.check, one.subject, one.verdict) for one in rule.instances])
        for rule in checked.rules
    ]


def test_verdicts_by_a_recalled_plan_are_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = reference_case()
    fresh = Checker(rulesets()).check(case)
    kept = []
    for _ in range(2):
        monkeypatch.setattr(network, "_latest", {})  # as in a process that begins
        kept.append(Checker(rulesets(), cached=True).check(case))

    assert len([*(home / "deliberation-check").iterdir()]) == 1
    assert verdicts(kept[0]) == verdicts(kept[1]) == verdicts(fresh)


def test_plans_of_other_rules_are_kept_apart() -> None:
    case = reference_case()
    for stage in STAGES * 2:
        cached = Checker(rulesets(), cached=True).check(case, stage=stage)

        assert verdicts(cached) == verdicts(Checker(rulesets()).check(case, stage=stage))


@pytest.mark.parametrize(
    "arguments",
    [
        (str(REFERENCE),),
        ("rules",),
        ("explain", "ARI-01"),
        ("law", "check"),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same_with_and_without_cache(
    arguments: tuple[str, ...], home: Path
) -> None:
    cold, warm = typed(*arguments), typed(*arguments)
    for file in (home / "deliberation-check").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    damaged = typed(*arguments)

    assert cold.stdout
    for one in (warm, damaged):
        assert (one.stdout, one.stderr, one.returncode) == (
            *(cold.stdout, cold.stderr, cold.returncode),
        )


def test_a_warm_start_imports_nothing_that_reads_rules() -> None:
    code = (
        "import sys; from checker.cli.ruleset import load; load();"
        "print([name for name in ('yaml', 'checker.case', 'checker.language.reader',"
        " 'checker.vocabulary') if name in sys.modules])"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]

    assert "yaml" in said[0]
    assert said[1] == "[]\n"


def test_whoever_looks_up_kinds_imports_the_vocabulary() -> None:
    """Without rules to read, nothing else does."""
    package = ROOT / "checker"
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted(package.rglob("*.py"))
        if KINDS_IMPORTED.search(path.read_text(encoding="utf-8")) and path.stem != "__init__"
    ]
    code = """
import os, sys
from importlib import import_module
for name in sys.argv[1:]:
    if not os.fork():
        import_module(name)
        os._exit(0 if import_module("checker.kinds").KINDS else 1)
    assert os.wait()[1] == 0, name
"""
    assert len(names) > 10
    subprocess.run([sys.executable, "-c", code, *names], cwd=ROOT, check=True)
