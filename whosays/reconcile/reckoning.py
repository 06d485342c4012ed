"""What the accounts of an incident come to by written rules: the course of its tolls, numbers, and grades."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.model import Kind, Measure, Party, Told
from whosays.reconcile.aggregate import Aggregate, Rule, aggregate
from whosays.reconcile.grades import Admiralty, Grading, Reliability, admiralty, airwars
from whosays.reconcile.tolls import Toll, tolls

STRIKES = (Kind.AIRSTRIKE, Kind.SHELLING, Kind.BOMBING, Kind.CHEMICAL, Kind.ATTACK)
"""What Airwars grades: who holds a town, or who signed a truce, is no question of its scheme."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The tolls of an incident, one aggregate a measure and rule, and its grades by two schemes.

    `airwars` is None where nobody is named, or nobody tells of a strike. None of it says what is true.
    """

    tolls: tuple[Toll, ...]
    aggregates: tuple[Aggregate, ...]
    airwars: Grading | None
    admiralty: tuple[Admiralty, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What is counted, in the order of the tolls."""
        return tuple(dict.fromkeys(toll.measure for toll in self.tolls))


def reckoning(
    tolds: Iterable[Told],
    parties: Mapping[str, Party],
    rules: Sequence[Rule] = tuple(Rule),
    ratings: Mapping[str, str] | None = None,
) -> Reckoning:
    """The reckoning of an incident's claims by those rules.

    `ratings` are a user's letters, A to F, by the keys of origins: they stand in the Admiralty code, and the
    rule of hierarchy believes first whom they put first. Raises UsageError for another letter.
    """
    tolds = tuple(tolds)
    graded = admiralty(tolds, ratings, parties)
    found = tolls(tolds, parties)
    hierarchy = _hierarchy(ratings or {})
    numbers = tuple(
        aggregate(tolds, measure, rule, parties=parties, hierarchy=hierarchy)
        for measure in dict.fromkeys(toll.measure for toll in found)
        for rule in rules
    )
    is_strike = any(told.claim.kind in STRIKES for told in tolds)
    return Reckoning(found, numbers, airwars(tolds, None, parties) if is_strike else None, graded)


def _hierarchy(ratings: Mapping[str, str]) -> list[str]:
    """Keys of origins, the best rated first; F, who cannot be judged, is not among them."""
    letters = {key: letter.upper() for key, letter in ratings.items()}
    rated = [key for key, letter in letters.items() if letter != Reliability.F]
    return sorted(rated, key=lambda key: letters[key])
