"""The words and families by which happenings are compared, from `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from whosays.model import Claim, Kind, Stance

_LONG = 31
"""Days: what is told over more than a month ("400,000 killed since 2011") sums up happenings."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The data file's content."""

    family: Mapping[Kind, str]
    means: Mapping[Kind, frozenset[Kind]]
    states: frozenset[str]
    nobody: frozenset[str]
    vague: tuple[str, ...]
    around: frozenset[str]
    empty: frozenset[str]

    def tells_nobody(self, name: str) -> bool:
        """Whether a folded name is too common to tell one party from another."""
        return name in self.nobody or name.startswith(self.vague)

    def is_happening(self, claim: Claim) -> bool:
        """Whether a claim tells that something happened: not how things stand, nor what may come."""
        if claim.stance in (Stance.PREDICTED, Stance.CONDITIONAL) or claim.kind not in self.family:
            return False
        if claim.kind is Kind.CONTROL and claim.trigger.quote.casefold() in self.states:
            return False
        return claim.time is None or (claim.time.days or _LONG + 1) <= _LONG

    def go_together(self, one: Kind, other: Kind) -> bool:
        """Whether two kinds can tell one happening."""
        if self.family.get(one) != self.family.get(other):
            return False
        if one == other or one not in self.means or other not in self.means:
            return True
        return other in self.means[one]


def _load() -> Vocabulary:
    read = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    words = read["words"]
    return Vocabulary(
        family={Kind(kind): family for family, kinds in read["families"].items() for kind in kinds},
        means={Kind(kind): frozenset(map(Kind, others)) for kind, others in read["means"].items()},
        states=frozenset(words["states"]),
        nobody=frozenset(words["nobody"]),
        vague=tuple(words["vague"]),
        around=frozenset(words["around"]),
        empty=frozenset(words["empty"]),
    )


VOCABULARY = _load()
