"""The schema of a file of accepted findings."""

from __future__ import annotations

from checker.editing.fragments import DAY, TEXT, Schema, described, document, items, table
from checker.waivers import OPTIONAL, REQUIRED

_ABOUT = {
    "rule": "A rule (COH-04) or one check of it (COH-04/priced).",
    "act": "Number of the act, as reports print it.",
    "subject": "What the finding is about, as `subject` of the JSON report.",
    "reason": "Why the finding is accepted.",
    "author": "Who accepts it.",
    "date": "The day it was accepted.",
    "expires": "The last day on which it holds.",
    "body": "Name of the authority, where several have an act of this number.",
}
_FORMS = {
    "rule": {"type": "string", "pattern": "^[A-Z]{2,4}-[0-9]{2}(/[a-z][a-z0-9-]*)?$"},
    "date": DAY,
    "expires": DAY,
}


def waivers_schema() -> Schema:
    """The schema."""
    keys = (*REQUIRED, *OPTIONAL)
    entry = table({key: described(_FORMS.get(key, TEXT), _ABOUT[key]) for key in keys}, REQUIRED)
    return document("waivers", "Accepted findings of deliberation-check", items(entry))
