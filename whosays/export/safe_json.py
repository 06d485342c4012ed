"""JSON that harms nobody who prints it or puts it into a page, and addresses that are safe to follow."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from whosays.export.wording import one_line
from whosays.model import Report

_HOSTILE = re.compile("[<>&\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What ends a script, steers a terminal, turns the order of a line around, or is no character at all."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SURROGATES = range(0xD800, 0xE000)
_NO_CHARACTER = "\\ufffd"

LONGEST = 1000
"""Characters of a title or a name."""


def text(value: Any) -> str:
    """The value as JSON on one line; hostile characters are escaped, which a reader of JSON undoes.

    Halves of surrogate pairs, which UTF-8 has no code for, become U+FFFD: one code point each, as before.
    """
    return _HOSTILE.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    return _NO_CHARACTER if code in _SURROGATES else f"\\u{code:04x}"


@lru_cache(maxsize=1 << 12)
def plain(words: str | None, longest: int = LONGEST) -> str | None:
    """Words on one line, without control characters, cut where they are long; None where nothing is left."""
    given = (words or "").strip()
    is_plain = given.isprintable() and "  " not in given and len(given) <= longest
    return (given if is_plain else one_line(given, longest)) or None


def web_address(written: str | None) -> str | None:
    """The address of a page on the web, None for any other: `javascript:`, `file:`, or what is no address."""
    address = (written or "").strip()
    if not address.isascii() or not address.isprintable() or set(address) & set(' "<>\\^`{|}'):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def language(report: Report) -> str | None:
    """The tag of a report's language (BCP 47), None for what is none."""
    found = report.language or ""
    return found if _LANGUAGE.fullmatch(found) else None


def given(**properties: Any) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}
