"""Mentions: amounts, dates, people and numbers in a text, as pure functions.

Offsets are into the text given. A mention that can be read in several ways has its readings side
by side; one that cannot be read is given all the same, without a value; `sure` says that neither
is so.

* `money`: amounts with a sign, and numbers without one for tables; its parts are `figures` and
  `numberwords` (numbers), `quantities` (which number is a sign's), `currency` (signs, scale, tax,
  unit), `bare` (numbers without a sign) and `flags` (what is to be said of a reading).
* `dates`, `people`, `numbers` (of acts and bodies, and counts of things).
"""
