"""How two values of a slot stand to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from whosays.reconcile.accounts.sayings import Saying


class Match(IntEnum):
    """From the closest on."""

    SAME = 0
    WITHIN = 1
    """One is vaguer than the other, or a part of it."""
    OPEN = 2
    """Both can be so."""
    APART = 3
    """Not both can be so."""


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """How two values match, and why, as a clause that follows what the two say."""

    match: Match
    why: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """What two origins say in one slot, and how that stands to each other; None is not to be told."""

    one: tuple[Saying, ...]
    other: tuple[Saying, ...]
    relation: Relation | None

    @property
    def match(self) -> Match:
        """How they match; where that cannot be told, both may be so."""
        return self.relation.match if self.relation else Match.OPEN

    @property
    def known(self) -> bool:
        """Whether both origins are known."""
        return self.one[0].known and self.other[0].known


def closest(relations: Iterable[Relation | None]) -> Relation | None:
    """The closest relation of those that could be told, the same in whatever order they come."""
    return min((relation for relation in relations if relation), default=None)
