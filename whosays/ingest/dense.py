"""HTML that would take too long to read: made of more elements or attributes than any page of a report.

What looks for an article in a page goes over all elements again and again, a tenth of a millisecond each; and
the parser compares each attribute of an element with all others.
"""

from __future__ import annotations

import re

from whosays.model import InputError

MOST_TAGS = 60_000
"""Starts and ends of elements; the longest live pages have some ten thousand."""
MOST_COMPARED = 1_000_000_000
"""Comparisons of attributes, which take some three seconds."""

_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+'|["'])*+""")
_VALUE = re.compile(r"""=\s*["']""")
_LONG = 1_000
"""Characters of a tag whose attributes are worth counting."""


def refuse_dense(markup: str, where: str) -> None:
    """Raise InputError if a page, or a piece of one, has too many elements, or one too many attributes."""
    if markup.count("<") > MOST_TAGS:
        raise InputError(where, f"more than {MOST_TAGS:,} tags are too many for one page; save it as text")
    refuse_many_attributes(markup, where)


def refuse_many_attributes(markup: str, where: str) -> None:
    """Raise InputError if elements of HTML or XML have too many attributes to be compared."""
    tags = (tag[0] for tag in _TAG.finditer(markup))
    if sum(_attributes(tag) ** 2 for tag in tags if len(tag) > _LONG) > MOST_COMPARED:
        raise InputError(where, "an element has too many attributes; save it as text")


def _attributes(tag: str) -> int:
    """How many there may be at most: a value in quotes may have spaces, or none before the next attribute."""
    return len(tag.split()) + len(_VALUE.findall(tag))
