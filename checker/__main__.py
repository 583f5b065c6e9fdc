"""`python -m checker` is `deliberation-check`."""

from checker.cli import main

main()
