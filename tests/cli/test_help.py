"""What the commands say of themselves: help, version, usage errors, completion, language."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

import checker
from checker.cli.group import COMMANDS, cli
from checker.cli.options import locale_language
from tests.cli.conftest import Writer
from tests.cli.running import REFERENCE, ROOT, environment, run, typed

CONTEXT = click.Context(cli, info_name="deliberation-check")


def command(name: str) -> click.Command:
    found = cli.get_command(CONTEXT, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_every_option_examples_and_exit_statuses(name: str) -> None:
    text = run(name, "--help").stdout

    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert any(option in text for option in parameter.opts), parameter.name
            assert parameter.help, parameter.name
    assert "Examples:" in text
    assert "Exit status" in text
    assert "0  " in text
    assert "2  bad usage" in text


def test_help_of_the_group_has_the_options_of_the_check_and_every_command() -> None:
    text = run("--help").stdout

    for parameter in [*command("check").params, *cli.params]:
        if isinstance(parameter, click.Option):
            assert any(option in text for option in parameter.opts), parameter.name
    for name in COMMANDS:
        assert f"\n  {name} " in text
    for status in ("0  no failure", "1  findings", "2  bad usage", "3  not reliable"):
        assert status in text


def test_short_help_of_a_command_stands_for_its_docstring() -> None:
    """Both are read; neither is left empty, and the module's object is the command."""
    for name, short in COMMANDS.items():
        assert command(name).name == name
        assert short.endswith(".")
        assert command(name).help


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_goes_to_standard_output(option: str) -> None:
    result = run(option)

    assert result.exit_code == 0
    assert result.stderr == ""


def test_without_an_argument_help_goes_to_standard_error() -> None:
    result = run()

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


def test_version_is_the_same_by_every_way() -> None:
    expected = f"deliberation-check {checker.__version__}\n"

    assert run("--version").stdout == expected
    assert typed("--version").stdout == expected.encode()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys; from checker.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'cattrs', 'attrs', 'attr', 'tabulate', 'durable_rules_engine', 'json'}\n"
        "print(heavy & sys.modules.keys(), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
    )

    assert done.stderr == "set()\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--formt", "json", "x.json"], "No such option"),
        (["--format", "xml", "x.json"], "'xml' is not one of 'text', 'json',"),
        (["--output", "json", "x.json"], "write it like json=report.json"),
        (["--output", "xml=a", "x.json"], "out of text, json,"),
        (["--output", "json=-", "x.json"], "write --format json."),
        (["--as-of", "2024-2-9", "x.json"], "write a day like 2024-02-09."),
        (["--as-of", "2023-02-29", "x.json"], "write a day like 2024-02-09."),
        (["--fail-on", "never", "x.json"], "'never' is not one of"),
        (["--stage", "voted", "x.json"], "'voted' is not one of"),
        (["check"], "Missing argument 'CASE_OR_DOCUMENT...'."),
        (["explain"], "Missing argument 'RULE'."),
        (["completion", "tcsh"], "'tcsh' is not one of"),
        (["test", "-"], "no file of expected verdicts"),
    ],
)
def test_usage_errors_are_one_sentence_and_where_to_look(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    first, second = result.stderr.splitlines()

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in first
    assert first.startswith("Error: ")
    assert second.startswith("Try '")
    assert second.endswith(" --help'.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    result = run("completion", shell)

    assert result.exit_code == 0
    assert "_DELIBERATION_CHECK_COMPLETE" in result.stdout
    assert "deliberation-check" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("deliberation-check ex", {"plain,explain"}),
        ("deliberation-check --fo", {"plain,--format"}),
        ("deliberation-check --format j", {"plain,json"}),
        ("deliberation-check cas", {"file,cas"}),
        ("deliberation-check check --st", {"plain,--stage"}),
        ("deliberation-check --", {"plain,--lang", "plain,--version", "plain,--help"}),
    ],
)
def test_completion_knows_commands_options_and_files(words: str, expected: set[str]) -> None:
    count = str(len(words.split()) - 1)
    done = typed(_DELIBERATION_CHECK_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)

    assert expected <= set(done.stdout.decode().splitlines())


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "fr"),
        ({"LANG": "C"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "POSIX"}, "fr"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language


def test_the_language_reaches_the_report(write: Writer) -> None:
    path = write()

    assert run(path).stdout.splitlines()[-1].startswith("Verdicts: ")
    assert run(path, LC_ALL="fr_FR.UTF-8").stdout.splitlines()[-1].startswith("Verdicts\u00a0: ")
    assert run("--lang", "fr", path).stdout == run(path, LC_ALL="fr_FR.UTF-8").stdout


def test_the_reference_act_is_not_coloured_without_a_terminal() -> None:
    assert "\x1b" not in run(REFERENCE, NO_COLOR="").stdout
