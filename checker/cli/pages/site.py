"""All the pages by path, and writing them into a folder."""

from __future__ import annotations

import re
from pathlib import Path

from checker.cli.outputs import write_file
from checker.cli.pages.glossary import glossary_page
from checker.cli.pages.index import index_page
from checker.cli.pages.rulepage import Told, rule_page
from checker.errors import InputError, Problem
from checker.language.examples import examples_of
from checker.language.rulesets import RuleSets
from checker.vocabulary import vocabulary
from checker.yamlfile import decode, read_bytes

_RULES = "rules"
_PAGE = re.compile(r"[A-Z]{2,4}-[0-9]{2}\.md")


def pages(rulesets: RuleSets, root: Path) -> dict[str, str]:
    """Every page by its path below the folder of pages, in the order of the paths.

    Args:
        rulesets: The rules and their law.
        root: The folder that of the rule sets that come with the tool.

    Raises:
        InputError: Examples cannot be read.
    """
    law = rulesets.law
    examples = {rule.id: examples_of(rule, rulesets.paths[rule.id], law) for rule in rulesets.rules}
    made = {
        "glossaire.md": glossary_page(vocabulary()),
        f"{_RULES}/README.md": index_page(rulesets.rules, examples),
    }
    for rule in rulesets.rules:
        path = rulesets.paths[rule.id]
        text = decode(read_bytes(path, str(path)), str(path))
        link = f"../../rulesets/{rule.file}" if path == root / rule.file else ""
        told = Told(rule, examples[rule.id], law, text, link)
        made[f"{_RULES}/{rule.id}.md"] = rule_page(told)
    return dict(sorted(made.items()))


def write_pages(made: dict[str, str], folder: Path) -> None:
    """Write pages below a folder, and remove those of rules that are no more.

    Raises:
        InputError: A page cannot be written or removed.
    """
    try:
        (folder / _RULES).mkdir(parents=True, exist_ok=True)
        for old in sorted((folder / _RULES).iterdir()):
            if _PAGE.fullmatch(old.name) and f"{_RULES}/{old.name}" not in made:
                old.unlink()
    except OSError as error:
        message = f"The folder cannot be written: {error.strerror}."
        raise InputError([Problem(str(folder), 0, 0, "", message)]) from None
    for name, text in made.items():
        write_file(str(folder / name), text)
