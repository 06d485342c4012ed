"""The words of the calendar, from `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

UnitValue = tuple[int, str]
"""Count and designator of a unit: (10, "Y") is a decade, (1, "TH") an hour."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word is: the `kind` of token and the value that its table gives it."""

    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entries by word in lower case, and the names of all kinds."""

    entries: dict[str, Entry]
    kinds: tuple[str, ...]

    @property
    def phrases(self) -> list[str]:
        """The entries that are not one run of letters, the longest first."""
        return sorted((word for word in self.entries if not word.isalpha()), key=len, reverse=True)


@cache
def load() -> Vocabulary:
    """Read the data file; the first table that has a word wins."""
    tables = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    entries: dict[str, Entry] = {}
    for kind, words in tables.items():
        for word, value in words.items():
            entries.setdefault(word, Entry(kind, tuple(value) if isinstance(value, list) else value))
    return Vocabulary(entries, tuple(tables))
