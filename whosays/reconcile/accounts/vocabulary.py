"""The words and kinds by which accounts are compared, from `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from whosays.model import Kind
from whosays.reconcile.naming import key, words

ALL = "all"
CIVILIANS = "civilians"
COMBATANTS = "combatants"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The data file's content."""

    families: Mapping[str, frozenset[Kind]]
    effects: frozenset[Kind]
    mutual: frozenset[Kind]
    vaguer: Mapping[Kind, frozenset[Kind]]
    accusing: Mapping[str, frozenset[str]]
    vague_doers: frozenset[str]
    populations: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]

    def family(self, kind: Kind) -> str | None:
        """The family of a kind, None for a state of things."""
        return next((name for name, kinds in self.families.items() if kind in kinds), None)

    def population(self, of: str | None) -> str:
        """Who is counted in a phrase: a list's name, else the phrase itself, as names are compared."""
        said = set(words(of)) if of else set[str]()
        found = next((name for name, listed in self.populations.items() if said & listed), None)
        if found is None and said:
            return key(of or "")
        return ALL if found in (None, "open") else found

    def says_who(self, of: str | None) -> bool:
        """Whether a figure's phrase tells who is counted: not "dozens", "several of them"."""
        return bool(of) and not set(words(of or "")) <= self.populations["open"]

    def is_part(self, part: str, whole: str) -> bool:
        """Whether one population belongs to the other, as children to civilians."""
        return part != whole and (whole == ALL or whole in self.parts.get(part, ()))

    def is_vaguer(self, one: Kind, other: Kind) -> bool:
        """Whether the first kind can be told for the second."""
        return other in self.vaguer.get(one, ())

    def accuses(self, how: str, trigger: str) -> bool:
        """Whether a trigger is on that list of `accusing`."""
        return bool(set(words(trigger)) & self.accusing[how])


def _load() -> Vocabulary:
    read = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    return Vocabulary(
        families={name: _kinds(kinds) for name, kinds in read["families"].items()},
        effects=_kinds(read["kinds"]["effects"]),
        mutual=_kinds(read["kinds"]["mutual"]),
        vaguer={Kind(kind): _kinds(others) for kind, others in read["vaguer"].items()},
        accusing=_sets(read["accusing"]),
        vague_doers=frozenset(read["doers"]["vague"]),
        populations=_sets(read["populations"]),
        parts=_sets(read["parts"]),
    )


def _kinds(names: list[str]) -> frozenset[Kind]:
    return frozenset(map(Kind, names))


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in table.items()}


VOCABULARY = _load()
