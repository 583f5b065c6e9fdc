"""Which files the rule sets are made of, and what each place means.

<theme>/<slug>.yaml                                   a rule
law/references.yaml, law/parameters/<name>.yaml       the law
law/schemes.yaml, law/accounts.yaml                   its tables of schemes and of accounts
policies/<body>/<programme>/<slug>.yaml               a rule of a policy set
policies/<body>/<programme>/parameters/<name>.yaml    and its parameters and references
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from attrs import frozen

from checker.errors import InputError, Problem

_LAW, _POLICIES, _PARAMETERS = "law", "policies", "parameters"


class Role(Enum):
    """What a file holds."""

    REFERENCES = "references"
    PARAMETER = "parameter"
    SCHEMES = "schemes"
    ACCOUNTS = "accounts"
    RULE = "rule"


_REFERENCES = "references.yaml"
_TABLES = {"schemes.yaml": Role.SCHEMES, "accounts.yaml": Role.ACCOUNTS}


@frozen
class RuleFile:
    """A file of the rule sets.

    Args:
        path: Where it is.
        file: Its path below the folder of rule sets, with `/`.
        role: What it holds.
        policy: The policy set it belongs to, or empty.
        added: Whether that set was named on the command line.
    """

    path: Path
    file: str
    role: Role
    policy: str = ""
    added: bool = False


def find_files(root: Path, extra: Sequence[Path]) -> tuple[RuleFile, ...]:
    """The files of all rule sets, in a fixed order.

    Raises:
        InputError: A folder cannot be read, or a file has no place.
    """
    problems: list[Problem] = []
    found: list[RuleFile] = []
    names: set[str] = set()
    for folder in (root, *extra):
        name = "" if folder is root else folder.resolve().name
        alone = bool(name) and not any((folder / part).is_dir() for part in (_LAW, _POLICIES))
        if name in names:
            message = f"Two folders of rules are called {name!r}; rename one."
            problems.append(Problem(str(folder), 0, 0, "", message))
        names.add(name)
        for place, path in sorted(_walk(folder, problems).items()):
            file = f"{name}/{place}" if name else place
            parts = place.split("/")
            role, policy = _role_in_set(parts), name
            if not alone:
                role, policy = _place(parts)
            if role is None:
                message = "Such a file has no place here; see the layout in CONTRIBUTING."
                problems.append(Problem(str(path), 0, 0, "", message))
            else:
                found.append(RuleFile(path, file, role, policy, alone))
    if problems:
        raise InputError(problems)
    return tuple(found)


def _walk(folder: Path, problems: list[Problem]) -> dict[str, Path]:
    """Every YAML file below a folder, by its path from there, with `/`."""

    def cannot(error: OSError) -> None:
        message = f"The folder cannot be read: {error.strerror}."
        problems.append(Problem(str(error.filename), 0, 0, "", message))

    if not folder.is_dir():
        message = "There is no such folder of rules."
        problems.append(Problem(str(folder), 0, 0, "", message))
        return {}
    paths: dict[str, Path] = {}
    for parent, folders, files in os.walk(folder, onerror=cannot):
        folders[:] = [name for name in folders if not name.startswith(".")]
        way = "".join(f"{part}/" for part in Path(parent).relative_to(folder).parts)
        for name in files:
            path = Path(parent, name)
            if path.suffix in (".yml", ".YAML", ".YML", ".json"):
                message = "A rule file is named .yaml; rename it."
                problems.append(Problem(str(path), 0, 0, "", message))
            elif path.suffix == ".yaml" and not name.startswith("."):
                paths[way + name] = path
    if not paths and not problems:
        message = "There is no rule below this folder."
        problems.append(Problem(str(folder), 0, 0, "", message))
    return paths


def _place(parts: Sequence[str]) -> tuple[Role | None, str]:
    """What a file holds in the full layout, and the policy set it belongs to."""
    if parts[0] == _LAW:
        if len(parts) == 2 and parts[1] in _TABLES:
            return _TABLES[parts[1]], ""
        role = _role_in_set(parts[1:])
        return (None if role is Role.RULE else role), ""
    if parts[0] == _POLICIES:
        if len(parts) < 4:
            return None, ""
        return _role_in_set(parts[3:]), "/".join(parts[1:3])
    role = _role_in_set(parts)
    return (role if role is Role.RULE else None), ""


def _role_in_set(parts: Sequence[str]) -> Role | None:
    if [*parts] == [_REFERENCES]:
        return Role.REFERENCES
    if parts[0] == _PARAMETERS:
        return Role.PARAMETER if len(parts) == 2 else None
    return Role.RULE
