"""How large a PDF may be, so that reading ends within ten seconds and one gibibyte."""

from __future__ import annotations

MOST_BYTES = 100 << 20
MOST_PAGES = 2_000
MOST_CHARACTERS = 500_000
"""About 170 full pages; each costs some ten microseconds, and 300 bytes with its box."""
SECONDS = 6
"""Of a processor, so that a busy machine refuses no more than an idle one."""
LONGEST = 30.0
"""Seconds by the clock."""
MEMORY = 600 << 20
MOST_EDGES = 6_000
"""Lines of one page; a page of 60 ruled rows and 10 columns has 70 to 2 600."""
MOST_FIELDS = 20_000
"""Places of one page where a level and an upright line could cross."""
MOST_GRIDS = 40
"""Tables of one page."""
MOST_TABLE_WORK = 600_000
"""Lines and fields of all pages together; a page of 60 rows and 10 columns has 1 300."""


class TooLargeError(Exception):
    """The document is over a limit; the message says which, as a sentence."""
