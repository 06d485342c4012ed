"""The words around names, as sets: see vocabulary.toml and demonyms.toml for what each is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`kinds` is from a noun to the kind of place it asks for ("other" asks for none); `states` from
    an abbreviation to the name it stands for; `demonyms` from a word to a country code."""

    inside: Words
    relation: Words
    direction: Words
    wide: Words
    link: Words
    joining: Words
    spanning: Words
    worldwide: Words
    mastheads: Words
    article: Words
    particle: Words
    title: Words
    office: Words
    function: Words
    doubtful: Words
    peoples: Words
    towns: Words
    kinds: Mapping[str, str]
    states: Mapping[str, str]
    demonyms: Mapping[str, str]
    domains: Mapping[str, str]


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the package."""
    data = _read("vocabulary.toml")
    nouns = data.pop("nouns")
    return Vocabulary(
        kinds={word: kind for kind, words in nouns.items() if kind != "towns" for word in words},
        towns=frozenset(nouns["towns"]),
        states={short: name for name, shorts in data.pop("abbreviations").items() for short in shorts},
        demonyms={word: country for country, words in _read("demonyms.toml").items() for word in words},
        domains=data.pop("domains"),
        **{name: frozenset(words) for name, words in data.items()},
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
