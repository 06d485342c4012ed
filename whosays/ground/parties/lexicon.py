"""The words around a party's name, read from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun behind a state's name points at.

    `roles` are tried in order among the parties of the country; `state` says whether the state
    itself stands in when none of them is known; `after_name` whether it may follow the state's name
    ("Syria army") or its adjective alone.
    """

    name: str
    roles: tuple[str, ...]
    state: bool
    after_name: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes around names; all words folded.

    `heads` and `generic` are keyed by phrase; `offices` are the single words of heads that are offices.
    """

    articles: frozenset[str]
    hyphenated_articles: frozenset[str]
    capitals_only: frozenset[str]
    capitalised_only: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    neutral: frozenset[str]
    qualifiers: frozenset[str]
    markers: frozenset[str]
    stances: frozenset[str]
    spellings: Mapping[str, str]
    heads: Mapping[str, Head]
    offices: frozenset[str]
    generic: Mapping[str, str]

    @classmethod
    @cache
    def default(cls) -> Lexicon:
        """The lexicon that ships with the package."""
        source = files("whosays.ground.parties").joinpath("lexicon.toml")
        data = tomllib.loads(source.read_text(encoding="utf-8"))
        return cls(
            **{name: frozenset(words) for name, words in data.items() if isinstance(words, list)},
            spellings=data["spellings"],
            heads=_heads(data["heads"]),
            offices=frozenset(" ".join(data["heads"]["office"]["words"]).split()),
            generic=_inverted(data["generic"].items()),
        )


def _heads(table: Mapping[str, Any]) -> dict[str, Head]:
    heads = {}
    for name, entry in table.items():
        head = Head(name, tuple(entry["roles"]), entry["state"], entry.get("after_name", True))
        heads.update(dict.fromkeys(entry["words"], head))
    return heads


def _inverted(entries: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    return {phrase: role for role, phrases in entries for phrase in phrases}
