"""All rule sets: the rules, the law they rest on, and what identifies this state of them.

Reading them takes far longer than anything else at the start, and so do the modules that read:
they are imported only where the rule sets are not at hand as they were read before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

import checker
from checker.cache import Cache, state_of_program
from checker.errors import InputError, Problem
from checker.language.files import RuleFile, find_files
from checker.language.tree import Rule
from checker.law.edition import Law
from checker.yamlfile import read_bytes


@frozen(eq=False)
class RuleSets:
    """Every rule, parameter and reference of one run.

    Args:
        rules: In the order of their ids.
        law: Parameters and references.
        policies: Names of the policy sets a case may name.
        added: Policy sets named on the command line, which apply to every case.
        digest: SHA-256 of all files with their names.
        paths: Where the file of each rule is, by rule id.
    """

    rules: tuple[Rule, ...]
    law: Law
    policies: frozenset[str]
    added: frozenset[str]
    digest: str
    paths: Mapping[str, Path]


@frozen(eq=False)
class Contents:
    """The bytes of all files of the rule sets.

    Args:
        digest: Their SHA-256, with their names.
        problems: Why some could not be had.
    """

    files: tuple[tuple[RuleFile, bytes], ...]
    digest: str
    problems: tuple[Problem, ...]


def default_root() -> Path:
    """The rule sets that come with the package, or stand beside it in a checkout."""
    package = Path(checker.__file__).parent
    installed = package / "rulesets"
    return installed if installed.is_dir() else package.parent / "rulesets"


def load_rulesets(root: Path, extra: Sequence[Path] = ()) -> RuleSets:
    """Read all rule sets.

    Args:
        root: The folder of rule sets.
        extra: Further folders: laid out like `root`, or else one policy set each, which
            applies to every case under the name of its folder.

    Raises:
        InputError: What is wrong with all the files, at once.
    """
    return _read(_contents(root, extra))


def recall_rulesets(root: Path) -> RuleSets:
    """The rule sets of a folder, from the cache where all they depend on is as it was.

    Raises:
        InputError: What is wrong with all the files, at once.
    """
    contents = _contents(root, ())
    if contents.problems:
        return _read(contents)
    cache = Cache(f"rules-{hashlib.sha256(str(root).encode()).hexdigest()[:16]}")
    key = f"{contents.digest} {state_of_program()}"
    return cache.recalled(key, RuleSets, lambda: _read(contents))


def _contents(root: Path, extra: Sequence[Path]) -> Contents:
    problems: list[Problem] = []

    def data_of(found: RuleFile) -> bytes | None:
        try:
            return read_bytes(found.path, str(found.path))
        except InputError as error:
            problems.extend(error.problems)
            return None

    everything = [(found, data_of(found)) for found in find_files(root, extra)]
    files = tuple((found, data) for found, data in everything if data is not None)
    digest = hashlib.sha256()
    for found, data in files:
        digest.update(f"{found.file}\0{len(data)}\0".encode() + data)
    return Contents(files, digest.hexdigest(), tuple(problems))


def _read(contents: Contents) -> RuleSets:
    from checker.language.reader import read_rulesets  # noqa: PLC0415 - slow to import

    return read_rulesets(contents)
