"""What is wrong with an input, said in sentences, all of it at once."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen


@frozen(order=True)
class Problem:
    """One defect of an input.

    Args:
        file: The file as the user named it; `-` is standard input.
        line: 1-based line, or 0 where the defect has no place in the file.
        column: 1-based column, or 0.
        path: JSON path (`$.awards[2].amount`) or dotted YAML path; empty for the whole file.
        message: What is wrong, what was expected and what to do, as sentences.
    """

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        """`file:line:column: path: message`, without the parts that are not known."""
        place = self.file
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


class InputError(Exception):
    """A case, rule, parameter or option that cannot be used; ends in exit status 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def missing_library(what: str, library: str, extra: str) -> str:
    """What to say where a library of an extra is not there.

    Args:
        what: What needs it, as a sentence begins.
        library: Its name where it is installed from.
        extra: The extra of this package that brings it.
    """
    return (
        f"{what} needs the library {library}, which is not installed. "
        f"Install it with: pip install 'deliberation-check[{extra}]'"
    )


@frozen
class EngineFault:
    """Something the rules engine did that it must never do.

    Args:
        message: One sentence.
        check: The check concerned, or `None` where the whole run is.
    """

    message: str
    check: str | None = field(default=None)


class UnreliableError(Exception):
    """The verdicts of this run cannot be relied on; ends in exit status 3.

    Args:
        message: What happened and, where someone can mend it, what to do, as sentences.
        check: The check concerned, or `None` where the whole run is.
    """

    def __init__(self, message: str, check: str | None = None) -> None:
        self.fault = EngineFault(message, check)
        super().__init__(message, check)

    def __str__(self) -> str:
        """The message, after the check it concerns."""
        message, check = self.fault.message, self.fault.check
        return message if check is None else f"{check}: {message}"
