"""Whether a hyphen at the end of a line cuts a word in two or belongs to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

HYPHENS = "-\u00ad\u2010"
"""Hyphen-minus, soft hyphen and hyphen: all are used at line ends."""

_HEAD = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_TAIL = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Hyphens:
    """What a document tells of its words: those that it writes elsewhere, with a hyphen and without."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = {
            word.casefold().replace("\u2010", "-") for line in lines for word in _WORD.findall(line)
        }

    def at(self, before: str, after: str) -> Literal["cut", "compound"] | None:
        """What a hyphen at the end of the line `before` is; None if there is no such hyphen.

        "cut" goes when the word is made whole, "compound" stays: by how the document writes the word in the
        middle of lines, else by a half that asks for one ("anti-", "-backed"). Before a capital it stays.
        """
        if not before.endswith(tuple(HYPHENS)) or not after or after[0].isspace():
            return None
        head, tail = _HEAD.search(before), _TAIL.match(after)
        if before[-1] == "\u00ad":
            return "cut"
        if not head or not tail:
            return "compound" if before[-2:-1].isalnum() and after[0].isalnum() else None
        return "compound" if self._is_compound(head[1].casefold(), tail[0]) else "cut"

    def _is_compound(self, head: str, tail: str) -> bool:
        if not tail[0].islower():
            return True
        written = (f"{head}-{tail.casefold()}" in self._words, f"{head}{tail.casefold()}" in self._words)
        if any(written):
            return written[0]
        first, second = _compounds()
        return head in first or tail in second


@cache
def _compounds() -> tuple[frozenset[str], frozenset[str]]:
    """First and second halves of words that are written with a hyphen."""
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/hyphens.toml").read_text("utf-8"))
    return frozenset(listed["compound"]["first"]), frozenset(listed["compound"]["second"])
