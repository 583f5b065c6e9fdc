"""Characters that would act on a terminal or mislead a reader instead of being shown.

A case may hold any character. Controls (escape sequences among them), line and paragraph
separators, invisible and text-direction characters and lone surrogates are shown by their code.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[ \t\r\n\v\f\u2028\u2029]+")


def visible(text: str) -> str:
    """A text on one line in which nothing acts: such characters are shown by their codes."""
    return _UNSAFE.sub(_shown, _SPACES.sub(" ", text).strip(" "))


def escape_unsafe(text: str) -> str:
    """A text of several lines in which nothing acts: its spaces and line ends stay."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\n\t" else _shown(match), text)


def escaped(document: str) -> str:
    """A JSON document in which such characters stand as JSON escapes, its own line ends apart."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else _json(match[0]), document)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
