"""The case file that `confirm` writes, and the document it was drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.case import Case
from checker.casefile import dump_case
from checker.cli.confirmwords import Said
from checker.cli.documents import extracted
from checker.cli.inputs import LARGEST, read
from checker.cli.outputs import write_file
from checker.cli.redrawn import redrawn, same_deliberation
from checker.cli.ruleset import load
from checker.cli.streams import complain
from checker.errors import InputError, Problem


class CaseFile:
    """The file, which is written over only while it is what was read or written last."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data

    def write(self, case: Case) -> None:
        """Write the case.

        Raises:
            InputError: Someone else has changed the file.
        """
        if read(self.name) != self._data:
            message = "The file was changed by another program meanwhile; start confirm again."
            raise InputError([Problem(self.name, 0, 0, "", message)])
        text = dump_case(case)
        write_file(self.name, text)
        self._data = text.encode()


def with_document(
    case: Case, document: str, file: CaseFile, said: Said
) -> tuple[Case, Mapping[str, str]]:
    """The case brought up to its document, and the texts to show lines of."""
    found = extracted(read(document, LARGEST), document, load().law)
    known = {each.sha256: each.id for each in case.documents}
    if found.source.sha256 in known:
        complain(said.unchanged(document))
        return case, {known[found.source.sha256]: found.source.text}
    new = same_deliberation(case, found.cases, document)
    result = redrawn(case, new, file.name)
    file.write(result.case)
    for line in said.redrawn(result, document):
        complain(line)
    texts = {
        str(each.id): found.source.text
        for each in result.case.documents
        if each.sha256 == found.source.sha256
    }
    return result.case, texts


def text_beside(case: Case, name: str) -> Mapping[str, str]:
    """Texts of the documents that lie beside the case, if they are the very ones."""
    from checker.reading import read_document  # noqa: PLC0415 - only here

    found: dict[str, str] = {}
    for each in case.documents:
        path = Path(name).parent / Path(each.name).name
        try:
            if each.sha256 is None or not path.is_file():
                continue
            source = read_document(read(str(path), LARGEST), each.name)
        except InputError:
            continue  # a help only: the quotes stand in the case
        if source.sha256 == each.sha256:
            found[each.id] = source.text
    return found
