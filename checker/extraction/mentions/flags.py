"""What a reader of a number has to say of it besides its value."""

from __future__ import annotations

from typing import Literal

Flag = Literal[
    "line_break",  # the number goes over a line end
    "spacing",  # several spaces inside it
    "mixed",  # several kinds of separators inside it
    "separator",  # « 12.500 », « 12,500 »: thousands or decimals
    "label",  # « lot 3 500 »: its first group could number the lot
    "neighbour",  # the figures before it could belong to it
    "glued",  # letters stand against it
    "unreadable",  # figures, but no number: « 15 0O0 », « 000 »
    "formula",  # an operator stands before it
    "words",  # said in words
    "range",  # one end of a range
    "unit",  # no amount: the unit of others, « en k€ »
    "sign_before",  # « € 15 000 »
    "symbolic",  # « l'euro symbolique »
    "minus",  # a minus sign stands against it
    "fraction",  # not a whole number of cents
    "too_large",  # above what a case can hold
    "cents_after",  # « 12€50 »
    "restated",  # said in words and in figures, the same
    "contradicted",  # said in words and in figures, not the same
    "percent",  # a percentage
    "bare",  # without a sign
    "year",  # printed as a year is
    "no_number",  # a sign without a number
]

ASK: frozenset[Flag] = frozenset(
    {
        *("line_break", "spacing", "mixed", "separator", "label", "neighbour", "glued"),
        *("unreadable", "formula", "sign_before", "minus", "fraction", "too_large"),
        *("contradicted", "no_number"),
    }
)
"""A number with one of these is never taken without asking."""
