"""Settings from a file and the environment, as the user has them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click
import pytest

from checker.cli.configuration import settings
from checker.cli.group import COMMANDS, cli
from checker.cli.settings import Setting
from tests.cli.conftest import Writer
from tests.cli.running import ROOT, run

FRENCH = "Arithmétique"
ENGLISH = "Arithmetic"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: that of a repository, so that none above it is looked at."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def first(*arguments: str | Path, lang: str = "") -> str:
    """The first line of the list of rules, which shows the language."""
    result = run("rules", *arguments, DELIBERATION_CHECK_LANG=lang)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deliberation-check.toml", 'lang = "fr"\n'),
        ("pyproject.toml", '[tool.deliberation-check]\nlang = "fr"\n'),
        ("pyproject.toml", '[tool]\ndeliberation-check = {lang = "fr"}\n'),
        ("pyproject.toml", 'tool.deliberation-check.lang = "fr"\n'),
        ("pyproject.toml", '["tool" . "deliberation-check"]\nlang = "fr"\n'),
        ("pyproject.toml", 'tool = {deliberation-check = {lang = "fr"}}\n'),
    ],
)
def test_it_is_found_here_and_above(here: Path, name: str, text: str) -> None:
    (here / name).write_text(text, encoding="utf-8")
    below = here / "a" / "b"
    below.mkdir(parents=True)

    assert first() == FRENCH
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(below)
        assert first() == FRENCH
        (below / ".git").mkdir()
        assert first() == ENGLISH


def test_the_nearest_is_taken_alone_and_its_own_file_before_the_shared(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "deliberation-check.toml").write_text('lang = "fr"\n', encoding="utf-8")
    below = here / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    (below / "pyproject.toml").write_text("[project]\nname = 'deliberation-check'\n")
    assert first() == FRENCH

    (below / "pyproject.toml").write_text('[tool.deliberation-check]\nlang = "en"\n')
    assert first() == ENGLISH

    (below / "deliberation-check.toml").write_text("ruleset = []\n", encoding="utf-8")
    assert first(lang="fr") == FRENCH
    assert first() == ENGLISH


def test_flags_count_over_the_environment_and_that_over_the_file(here: Path) -> None:
    (here / "deliberation-check.toml").write_text('lang = "fr"\n', encoding="utf-8")

    assert first() == FRENCH
    assert first(lang="en") == ENGLISH
    assert first("--lang", "fr", lang="en") == FRENCH
    assert first("--no-config") == ENGLISH


def test_a_file_can_be_named(here: Path) -> None:
    (here / "deliberation-check.toml").write_text('lang = "en"\n', encoding="utf-8")
    (here / "other.toml").write_text('lang = "fr"\n', encoding="utf-8")

    assert first("--config", "other.toml") == FRENCH


def test_paths_are_relative_to_the_file(
    here: Path, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "docs/exemples/registres", here / "registers")
    (here / "deliberation-check.toml").write_text(
        'register = ["registers/interets.csv"]\noutput = ["json=report.json"]\n', encoding="utf-8"
    )
    case = write("sub/case.json")
    monkeypatch.chdir(case.parent)
    result = run("case.json")
    found = json.loads((here / "report.json").read_text(encoding="utf-8"))

    assert result.exit_code == 0
    assert [each["name"] for each in found["registers"]] == ["../registers/interets.csv"]


def test_only_a_named_file_writes_outside_its_folder(
    here: Path, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = here / "inner"
    inner.mkdir()
    (inner / "deliberation-check.toml").write_text('output = ["json=../report.json"]\n')
    case = write()
    monkeypatch.chdir(inner)
    result = run(case)

    assert result.exit_code == 2
    assert "lies outside the folder of the configuration" in result.stderr
    assert not (here / "report.json").exists()
    assert run("--config", "deliberation-check.toml", case).exit_code == 0
    assert (here / "report.json").exists()


def test_all_that_is_wrong_is_told_with_the_key(here: Path, write: Writer) -> None:
    (here / "pyproject.toml").write_text(
        "[tool.deliberation-check]\n"
        'lang = "de"\nfail_on = "error"\nanonymise = "yes"\nregister = "a.csv"\nruleset = [1]\n'
        'today = "tomorrow"\nas-of = 2024\noutput = ["xml=a"]\nno-waivers = true\n',
        encoding="utf-8",
    )
    result = run(write())
    told = {}
    lines = {}
    for line in result.stderr.splitlines():
        place, key, said = line.split(": ", 2)
        key = key.removeprefix("tool.deliberation-check.")
        told[key], lines[key] = said, int(place.removeprefix("pyproject.toml:"))

    assert result.exit_code == 2
    assert lines == {key: number for number, key in enumerate(lines, start=2)}
    assert [*lines][:3] == ["lang", "fail_on", "anonymise"]
    assert told["lang"] == "'de' is not one of 'fr', 'en'."
    assert told["fail_on"] == "There is no setting 'fail_on'; did you mean 'fail-on'?"
    assert told["anonymise"] == "true or false is expected, without quotation marks."
    assert told["register"].startswith("A list of texts is expected")
    assert told["ruleset"] == "A text between quotation marks is expected."
    assert told["today"] == "'tomorrow' is no date; write a day like 2024-02-09."
    assert told["as-of"] == "A text between quotation marks is expected."
    assert told["output"].startswith("'xml=a' is not FORMAT=FILE")
    assert "did you mean 'waivers'?" in told["no-waivers"]
    assert len(told) == 9


def test_a_number_is_no_text_and_a_line_that_is_not_sure_is_not_told(
    here: Path, write: Writer
) -> None:
    (here / "deliberation-check.toml").write_text(
        'jobs = "two"\nregister = ["""\nstage = 1\n"""]\nstage = "drafty"\n', encoding="utf-8"
    )

    assert run(write()).stderr.splitlines() == [
        "deliberation-check.toml: stage: 'drafty' is not one of 'draft', 'adopted', 'transmitted'.",
        "deliberation-check.toml:1: jobs: A whole number is expected, without quotation marks.",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'lang = "fr\n', "deliberation-check.toml:1:11: The TOML is broken"),
        (b"lang = 'fr'\n\xff", "deliberation-check.toml:2: Byte 0xff is not UTF-8"),
        (b"a = " + b"[" * 5000, "deliberation-check.toml: The TOML is broken"),
        (b"x = 1\n" * 200_000, "deliberation-check.toml: The file exceeds"),
    ],
)
def test_a_broken_file_is_one_sentence(here: Path, write: Writer, data: bytes, said: str) -> None:
    (here / "deliberation-check.toml").write_bytes(data)
    result = run(write())

    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--config", "nowhere.toml"], "nowhere.toml: The configuration cannot be read: No such"),
        (["--config", "pyproject.toml"], "no table [tool.deliberation-check]"),
        (["--config", "good.toml", "--no-config"], "give one of them"),
        (["--no-config", "--config", "pyproject.toml"], "give one of them"),
    ],
)
def test_a_file_that_is_not_there_is_told(
    here: Path, write: Writer, arguments: list[str], said: str
) -> None:
    (here / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (here / "good.toml").write_text('lang = "fr"\n', encoding="utf-8")
    result = run(*arguments, write())

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_variable_that_sets_nothing_is_told(write: Writer) -> None:
    result = run(
        "--format",
        "short",
        write(),
        DELIBERATION_CHECK_FAILON="note",
        DELIBERATION_CHECK_DEBUG="1",
        DELIBERATION_CHECK_LANG="fr",
    )

    assert result.exit_code == 0
    assert result.stderr == (
        "The variable DELIBERATION_CHECK_FAILON sets nothing; "
        "did you mean 'DELIBERATION_CHECK_FAIL_ON'?\n"
    )


def test_a_wrong_variable_is_named(write: Writer) -> None:
    result = run(write(), DELIBERATION_CHECK_FAIL_ON="never")

    assert result.exit_code == 2
    assert "(from DELIBERATION_CHECK_FAIL_ON)" in result.stderr


def test_dates_and_flags_are_written_as_toml_has_them(here: Path, write: Writer) -> None:
    (here / "deliberation-check.toml").write_text(
        'as-of = 2020-01-01\nanonymise = true\nformat = "json"\n', encoding="utf-8"
    )
    found = json.loads(run(write()).stdout)

    assert found["law_date"] == "2020-01-01"
    assert json.loads(run("--as-of", "2021-01-01", write()).stdout)["law_date"] == "2021-01-01"


def test_other_commands_take_what_they_share(here: Path) -> None:
    (here / "deliberation-check.toml").write_text(
        'lang = "fr"\nformat = "json"\noutput = ["json=a.json"]\n', encoding="utf-8"
    )

    assert "erreur" in run("rules").stdout.splitlines()[1]
    assert "error" in run("rules", "--no-config").stdout.splitlines()[1]
    assert "Total du dispositif" in run("explain", "ARI-01").stdout


def test_every_command_with_a_setting_takes_a_configuration() -> None:
    context = click.Context(cli, info_name="deliberation-check")
    known = settings()
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        own = [each for each in command.params if isinstance(each, Setting)]
        options = {option for each in command.params for option in each.opts}

        assert {each.key for each in own} <= known.keys(), name
        assert not own or {"--config", "--no-config"} <= options, name


def test_every_setting_can_be_written_in_a_file_and_a_variable() -> None:
    for key, setting in settings().items():
        assert setting.envvar == "DELIBERATION_CHECK_" + key.upper().replace("-", "_")
        assert setting.is_flag or setting.multiple or setting.nargs == 1


def test_what_explains_a_verdict_takes_the_stage_and_day_that_gave_it(
    here: Path, write: Writer
) -> None:
    """VOT-05 looks at acts that are voted; the case is a draft."""
    path = write()
    draft = run("explain", "VOT-05", path).stdout
    (here / "deliberation-check.toml").write_text(
        'stage = "adopted"\nas-of = 2023-01-05\n', encoding="utf-8"
    )
    voted = run("explain", "VOT-05", path)

    assert voted.exit_code == 0, voted.stderr
    assert "draft" in draft
    assert "draft" not in voted.stdout
    assert "5 January 2023" in voted.stdout
    assert run("explain", "VOT-05").exit_code == 0  # the settings ask for no case
