"""Strings as UTF-8 and SQL can hold them, and back."""

from __future__ import annotations

import re

_MARK = "\x1a"
UNSTORABLE = re.compile(f"[\0{_MARK}\ud800-\udfff]")
_ESCAPED = re.compile(f"{_MARK}([0-9a-f]{{4}})")


def escape(text: str) -> str:
    """`text` with every character that UTF-8 or SQL cannot hold written as U+001A and four hex digits.

    These are NUL, which ends a string for many SQL functions and which PostgreSQL refuses, lone
    surrogates, which UTF-8 has no bytes for, and U+001A itself, so that the way back is unambiguous.
    """
    return UNSTORABLE.sub(lambda found: f"{_MARK}{ord(found[0]):04x}", text)


def unescape(text: str) -> str:
    """The string that `escape` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if _MARK in text else text
