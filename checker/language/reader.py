"""The files of all rule sets, read in their order, with all that is wrong with any of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from checker.errors import InputError, Problem
from checker.language.files import Role, RuleFile
from checker.language.rulefile import read_rule
from checker.language.rulesets import Contents, RuleSets
from checker.language.shelf import Shelf
from checker.language.tree import Rule
from checker.law.accounts import Account, read_accounts
from checker.law.edition import Law
from checker.law.parameterfile import read_parameter
from checker.law.parameters import NAME, Parameter
from checker.law.references import Reference, read_references
from checker.law.schemes import Scheme, read_schemes
from checker.yamlfile import Node, decode, parse
from checker.yamlform import Form, RefusedError

T = TypeVar("T")

_EXAMPLES = re.compile(r"^examples:.*\n?(?:^(?:[ #\r-].*)?\n)*(?:^[ #-].*\Z)?", re.MULTILINE)


def read_rulesets(contents: Contents) -> RuleSets:
    """The rule sets that files hold.

    Raises:
        InputError: What is wrong with all the files, at once.
    """
    reader = _Reader(contents.problems)
    reader.read(contents)
    rules = tuple(reader.rules[id_] for id_ in sorted(reader.rules))
    files = [found for found, _ in contents.files]
    return RuleSets(
        rules=rules,
        law=Law(
            _readable(reader.parameters),
            _readable(reader.references),
            reader.schemes,
            reader.accounts,
        ),
        policies=frozenset(found.policy for found in files if found.policy),
        added=frozenset(found.policy for found in files if found.added),
        digest=contents.digest,
        paths=reader.paths,
    )


class _Reader:
    """Reads the files of all rule sets, and gathers what is wrong with any of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = [*problems]
        self.references: dict[str, Reference | None] = {}
        self.parameters: dict[str, Parameter | None] = {}
        self.schemes: dict[str, Scheme] = {}
        self.accounts: tuple[Account, ...] = ()
        self.rules: dict[str, Rule] = {}
        self.paths: dict[str, Path] = {}
        self.blind = False  # a broken file of references would make every citation look wrong

    def read(self, contents: Contents) -> None:
        """Read references, then parameters, then rules."""
        for role, read in (
            (Role.REFERENCES, self.read_references),
            (Role.PARAMETER, self.read_parameter),
            (Role.SCHEMES, self.read_schemes),
            (Role.ACCOUNTS, self.read_accounts),
            (Role.RULE, self.read_rule),
        ):
            for found, data in contents.files:
                if found.role is role:
                    self.attempt(partial(read, found, data))
            if self.blind:
                break
        if not self.rules and not self.problems:
            message = "There is no rule here; name a folder of rule sets."
            folder = str(contents.files[0][0].path.parent)
            self.problems.append(Problem(folder, 0, 0, "", message))
        if self.problems:
            raise InputError(self.problems)

    def attempt(self, read: Callable[[], object]) -> None:
        try:
            read()
        except InputError as error:
            self.problems += error.problems

    def read_references(self, found: RuleFile, data: bytes) -> None:
        self.blind = True
        form = _form(found, data)
        self.blind = False
        for key, reference in read_references(form, found.policy).items():
            if key in self.references:
                form.note(form.key(key), f"The key {key!r} is in another file too; choose another.")
            self.references.setdefault(key, reference)
        form.settle()

    def read_parameter(self, found: RuleFile, data: bytes) -> None:
        stem = found.path.stem
        name = f"{'policy' if found.policy else 'law'}.{stem}"
        first = self.parameters.get(name)
        self.parameters.setdefault(name, None)
        form = _form(found, data)
        if not NAME.fullmatch(stem):
            form.note(
                form.root, "The file's name is the parameter's: write it like this_name.yaml."
            )
        if first is not None:
            message = f"{name!r} is already the parameter of {first.file}; "
            form.note(form.root, message + "name this one after its programme.")
        with suppress(RefusedError):
            self.parameters[name] = read_parameter(form, name, found.policy, self.references)
        form.settle()

    def read_schemes(self, found: RuleFile, data: bytes) -> None:
        form = _form(found, data)
        for key, scheme in read_schemes(form, self.references).items():
            if key in self.schemes:
                form.note(form.key(key), f"The key {key!r} is in another file too; choose another.")
            self.schemes.setdefault(key, scheme)
        form.settle()

    def read_accounts(self, found: RuleFile, data: bytes) -> None:
        form = _form(found, data)
        self.accounts += read_accounts(form, self.references)
        form.settle()

    def read_rule(self, found: RuleFile, data: bytes) -> None:
        form = Form(str(found.path), head_of(decode(data, str(found.path)), str(found.path)))
        shelf = Shelf(self.parameters, self.references, found.policy)
        with suppress(RefusedError):
            rule = read_rule(form, shelf, found.file)
            if rule.id in self.rules:
                other = self.paths[rule.id]
                form.note(form.key("id"), f"{rule.id} is already the rule of {other}; number on.")
            self.rules[rule.id] = rule
            self.paths[rule.id] = found.path
        form.settle()


def head_of(text: str, file: str) -> Node:
    """A rule file without its examples, which a check does not pay for."""
    parts = _EXAMPLES.findall(text)
    if len(parts) == 1:
        blank = "\n" * parts[0].count("\n")
        with suppress(InputError):
            return parse(text.replace(parts[0], blank), file)
    return parse(text, file)


def _readable(found: Mapping[str, T | None]) -> dict[str, T]:
    return {key: value for key, value in found.items() if value is not None}


def _form(found: RuleFile, data: bytes) -> Form:
    file = str(found.path)
    return Form(file, parse(decode(data, file), file))
