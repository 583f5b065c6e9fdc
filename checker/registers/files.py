"""Registers from files and folders: what is read, what is left out and told, what is refused."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.casefile import load_case
from checker.errors import InputError, Problem
from checker.jsontext import decode, parse
from checker.registers.documents import PREFIX, SCHEMAS, Read, Slip, read_document
from checker.registers.model import Answer, Register, Registers, Statement
from checker.registers.notes import Note
from checker.registers.tables import read_table
from checker.words import Words

LARGEST = 25_000_000
"""Most bytes of a register."""
CASE = "deliberation-check/case/"
_JSON = ".json"
_TABLES = (".csv", ".tsv")
_EXPECTED = ".expected.json"


def read_registers(arguments: Iterable[str]) -> Registers:
    """The registers in files, and in folders with all that lies below them.

    Args:
        arguments: Files and folders, as the user named them.

    Raises:
        InputError: Everything that is wrong with all of them.
    """
    shelf = _Shelf()
    for argument in arguments:
        shelf.take(argument)
    if shelf.problems:
        raise InputError(shelf.problems)
    return Registers(
        tuple(shelf.registers), tuple(shelf.complete), tuple(shelf.answers), tuple(shelf.notes)
    )


class _Shelf:
    """Gathers what the files give, each of them once."""

    def __init__(self) -> None:
        self.registers: list[Register] = []
        self.complete: list[Statement] = []
        self.answers: list[Answer] = []
        self.notes: list[Note] = []
        self.problems: list[Problem] = []
        self._paths: set[str] = set()
        self._digests: dict[str, str] = {}

    def take(self, argument: str) -> None:
        """A file, or a folder with what lies below it."""
        if not Path(argument).is_dir():
            self._file(argument, named=True)
            return
        before = len(self._paths)
        for name in self._walk(argument):
            self._file(name, named=False)
        if len(self._paths) == before and not self.problems:
            message = "The folder holds no register: no .csv, .tsv or .json file of a known form."
            self._refuse(argument, message)

    def _walk(self, folder: str) -> Iterator[str]:
        def refuse(error: OSError) -> None:
            self._refuse(str(error.filename), f"The folder cannot be read: {error.strerror}.")

        for root, folders, files in os.walk(folder, onerror=refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if name.startswith(".") or name.endswith(_EXPECTED):
                    continue
                path = str(Path(root, name))
                if not name.lower().endswith((*_TABLES, _JSON)):
                    self._leave(path, "ni CSV ni JSON.", "neither CSV nor JSON.")
                elif not Path(path).is_file():
                    self._leave(path, "ce n'est pas un fichier.", "it is no ordinary file.")
                else:
                    yield path

    def _file(self, name: str, *, named: bool) -> None:
        """Read a file that was not read yet.

        Args:
            name: The file.
            named: Whether the user, or a slip, names this very file, so that it must be a register.
        """
        real = os.path.realpath(name) if "\0" not in name else name
        if real in self._paths:
            return
        self._paths.add(real)
        try:
            data = _bytes(name)
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in self._digests:
                other = self._digests[sha256]
                self._leave(name, f"mêmes octets que {other}.", f"the same bytes as {other}.")
                return
            self._digests[sha256] = name
            if name.lower().endswith(_JSON):
                self._json(data, name, sha256, named=named)
            else:
                self.registers.append(read_table(data, name, sha256))
        except InputError as error:
            self.problems.extend(error.problems)

    def _json(self, data: bytes, name: str, sha256: str, *, named: bool) -> None:
        content = decode(data, name)
        value, _ = parse(content, name)
        schema = value.get("schema") if isinstance(value, dict) else None
        known = isinstance(schema, str) and schema.startswith((CASE, PREFIX))
        if not known or not isinstance(value, dict):
            if named:
                listed = ", ".join(map(repr, (*SCHEMAS, f"{CASE}1")))
                message = f"This is no register: its key 'schema' is none of {listed}."
                self._refuse(name, message)
            else:
                self._leave(name, "schéma d'un autre fichier.", "it has no schema of a register.")
        elif str(schema).startswith(CASE):
            case = load_case(data, name)
            self.registers.append(Register(name, "case", sha256, content, (), case=case))
        else:
            self._document(read_document(value, content, name, sha256), content, name, sha256)

    def _document(self, read: Read, content: str, name: str, sha256: str) -> None:
        self.complete.extend(read.complete)
        if read.register is not None:
            self.registers.append(read.register)
        if read.slip is not None:
            self.registers.append(Register(name, "bordereau", sha256, content, ()))
            self.complete.extend(read.slip.complete)
            self.answers.extend(read.slip.answers)
            self._slip(read.slip, name)

    def _slip(self, slip: Slip, name: str) -> None:
        """The files that a slip names: below its own folder, and the very ones it means."""
        for (file, sha256), (line, column) in zip(slip.files, slip.places, strict=True):
            path = Path(name).parent / file
            if Path(file).is_absolute() or ".." in Path(file).parts or "\0" in file:
                message = "Name a file below the folder of this one, without '..'."
                self.problems.append(Problem(name, line, column, "", message))
                continue
            if sha256 is not None:
                try:
                    found = hashlib.sha256(_bytes(str(path))).hexdigest()
                except InputError:
                    found = sha256  # told below, of the file itself
                if found != sha256.lower():
                    message = f"{file[:80]!r} has the SHA-256 {found}: it is another version."
                    self.problems.append(Problem(name, line, column, "", message))
            self._file(str(path), named=True)

    def _refuse(self, name: str, message: str) -> None:
        self.problems.append(Problem(name, 0, 0, "", message))

    def _leave(self, name: str, fr: str, en: str) -> None:
        self.notes.append(Note(Words(f"laissé de côté, {fr}", f"left out, {en}"), name))


def _bytes(name: str) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: It cannot be read, or is larger than `LARGEST`.
    """
    message = ""
    try:
        path = Path(name)
        if path.exists() and not path.is_file():
            message = "This is a folder or no ordinary file; name a file."
        else:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            if len(data) <= LARGEST:
                return data
            message = (
                f"The file is larger than {LARGEST // 1_000_000} MB; keep the rows of the bodies"
                " and years concerned."
            )
    except FileNotFoundError:
        message = "There is no such file."
    except PermissionError:
        message = "Reading this file is not permitted."
    except OSError as error:
        message = f"This file cannot be read: {error.strerror or error}."
    except ValueError:
        message = "The name holds a character that no file name has."
    raise InputError([Problem(name, 0, 0, "", message)])
