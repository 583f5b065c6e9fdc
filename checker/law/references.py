"""Every text that a rule or a parameter rests on, with the days it was in force."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import get_args

from attrs import frozen

from checker.suggestion import suggestion
from checker.words import Words
from checker.yamlfile import Node, Scalar, Table
from checker.yamlform import Form, RefusedError

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HINT = "cgct-l-2311-7"
_REQUIRED = ("fr", "en", "short", "verified")
_OPTIONAL = ("code", "number", "article", "from", "to", "bodies", "status", "url")
NUMBERED = ("loi", "decret", "ordonnance", "arrete", "ue")
"""Kinds of text that are cited by their number; any other `code` is a code, cited by article."""
_ONE_DAY = datetime.timedelta(days=1)


@frozen(slots=False)
class Reference:
    """An article or act that can be cited.

    Args:
        words: In full, to stand in a sentence.
        short: As it is cited in a table: « CGCT, art. L. 2311-7 ».
        since: First day in force, or `None`.
        until: First day no longer in force, or `None`.
        bodies: Categories of authority it binds; empty for all.
        verified: When someone last compared it with the official text.
        to_confirm: Whether its wording or dates await that comparison.
        policy: The policy set that alone may cite it, or empty.
        code: The code it is an article of (« CGCT »), or the kind of a text with a number, one of
            `NUMBERED`; empty for what no act cites by article or number.
        number: Number of such a text (« 2000-321 »), or its date where it has none.
        article: The article (« L. 2311-7 »), or empty for a whole text.
    """

    key: str
    words: Words
    short: str
    since: datetime.date | None
    until: datetime.date | None
    bodies: frozenset[str]
    verified: datetime.date
    to_confirm: bool = False
    url: str = ""
    policy: str = ""
    code: str = ""
    number: str = ""
    article: str = ""

    def covers(self, day: datetime.date) -> bool:
        """Whether it was in force on `day`."""
        return covers(self.since, self.until, day)


def covers(since: datetime.date | None, until: datetime.date | None, day: datetime.date) -> bool:
    """Whether a day lies in a window; `until` is the first day after it, `None` no limit."""
    return (since is None or since <= day) and (until is None or day < until)


def read_references(form: Form, policy: str) -> Mapping[str, Reference | None]:
    """The references of a `references.yaml` by key; `None` for one that `form` refuses."""
    root = form.root
    if not isinstance(root, Table):
        form.note(root, "The file is a mapping from keys to references.")
        return {}

    def read(key: str) -> Reference:
        form.word(root.keys[key], "The key of a reference", KEY, _HINT)
        return _read(form, key, root.entries[key], policy)

    return {key: form.attempt(None, partial(read, key)) for key in root.entries}


def cite(
    form: Form, node: Node, references: Mapping[str, Reference | None], policy: str
) -> Reference:
    """The reference that a key names, among those that a policy set may cite."""
    text = form.text(node, "A reference")
    found = references.get(text)
    if found is None and text in references:
        raise RefusedError  # its own file says why
    if found is None or found.policy not in ("", policy):
        known = [key for key, one in references.items() if one and one.policy in ("", policy)]
        hint = suggestion(text, known)
        if hint == ".":
            hint = "; add it to law/references.yaml."
        form.refuse(node, f"There is no reference {text[:60]!r}{hint}")
    return found


def read_window(
    form: Form, table: Table, what: str
) -> tuple[datetime.date | None, datetime.date | None]:
    """The first day in force and the first day no longer so, from the keys `from` and `to`."""
    since, last = (
        form.date(table.entries[key], f"The key {key!r} of {what}")
        if key in table.entries
        else None
        for key in ("from", "to")
    )
    if since and last and last < since:
        form.refuse(table.entries["to"], f"The last day in force, {last}, is before the first.")
    return since, None if last is None or last == datetime.date.max else last + _ONE_DAY


def read_bodies(form: Form, node: Node) -> frozenset[str]:
    """Categories of authority: a list of them, or `all`, which is the empty set."""
    if isinstance(node, Scalar) and form.text(node, "The key 'bodies'") == "all":
        return frozenset()
    items = form.items(node, "The key 'bodies', unless it is 'all',")
    if not items:
        form.refuse(node, "The list 'bodies' is empty; write 'all', or name categories.")
    from checker.case import Category  # noqa: PLC0415 - slow to import, needed to read only

    known = get_args(Category)
    return frozenset(form.each(items, lambda item: form.choice(item, "A category", known)))


def read_status(form: Form, table: Table) -> bool:
    """Whether the optional key `status` says that a value awaits confirmation."""
    if "status" not in table.entries:
        return False
    form.choice(table.entries["status"], "The key 'status'", ("to_confirm",))
    return True


def _read(form: Form, key: str, node: Node, policy: str) -> Reference:
    table = form.table(node, "A reference", _REQUIRED, _OPTIONAL)
    bodies = table.entries.get("bodies")
    fr, en, short = form.each(
        ("fr", "en", "short"),
        lambda name: form.text(form.at(table, name), f"The key {name!r} of a reference").strip(),
    )
    since, until = read_window(form, table, "a reference")
    code, number, article = _place(form, table)
    return Reference(
        key=key,
        words=Words(fr, en),
        short=short,
        since=since,
        until=until,
        bodies=frozenset() if bodies is None else read_bodies(form, bodies),
        verified=form.date(form.at(table, "verified"), "The key 'verified'"),
        to_confirm=read_status(form, table),
        url=form.text(table.entries["url"], "The key 'url'") if "url" in table.entries else "",
        policy=policy,
        code=code,
        number=number,
        article=article,
    )


def _place(form: Form, table: Table) -> tuple[str, str, str]:
    """Code, number and article by which an act cites it, empty where there is none."""
    code, number, article = (
        form.text(table.entries[name], f"The key {name!r} of a reference").strip()
        if name in table.entries
        else ""
        for name in ("code", "number", "article")
    )
    for name, text in (("number", number), ("article", article)):
        if text and not code:
            form.refuse(table.entries[name], f"Beside {name!r}, say of what text: add 'code'.")
    if code in NUMBERED and not number:
        message = f"A text of the kind {code!r} is cited by its number or its date: add 'number'."
        form.refuse(table.entries["code"], message)
    if code and code not in NUMBERED and (number or not article):
        kinds = ", ".join(NUMBERED)
        message = f"{code!r} is a code, cited by 'article' alone; texts with a number are {kinds}."
        form.refuse(table.entries["code"], message)
    return code, number, article
