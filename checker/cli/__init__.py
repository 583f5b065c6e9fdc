"""The commands: the only code that prints or exits."""

from __future__ import annotations

import gc
import sys

from checker.cli.termination import STATUS, Terminated, give_up_when_told


def main() -> None:
    """Run the command line of this process and end it."""
    gc.disable()  # nothing is garbage yet; who begins the work proper enables it
    give_up_when_told()
    try:
        _run()
    except KeyboardInterrupt:  # while modules are still being imported
        sys.exit(130)
    except Terminated:
        sys.exit(STATUS)


def _run() -> None:
    if sys.argv[1:] == ["--version"]:
        # Before click is imported: scripts that only ask the version get it at once.
        from checker.cli.streams import say  # noqa: PLC0415
        from checker.cli.version import sentence  # noqa: PLC0415

        say(sentence())
        return
    from checker.cli.group import cli  # noqa: PLC0415

    cli(prog_name="deliberation-check")
