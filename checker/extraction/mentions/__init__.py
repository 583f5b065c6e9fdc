"""Mentions: amounts, dates, people and numbers in a text, as pure functions.

Offsets are into the text given. A mention that can be read in several ways has its readings side by
side; one that cannot be read is given all the same, without a value.
"""
