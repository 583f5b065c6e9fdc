"""A report without the names of persons: the same verdicts, « élu 1 » in the place of a name.

Found are the persons of the case, those whom any text of the report names after a civility or
beside an office, and those whom the caller knows of. What is replaced is the full name, the family
name, and either with initials, in any case, with or without accents, over line ends and hyphens.
A name that nothing tells is one stays: of someone whom the case does not list, and the text calls
by no civility or office.
"""

from checker.report.anonymous.walk import anonymised

__all__ = ["anonymised"]
