"""Many reports of one happening: who a claim rests on, what each of them says, and where they part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whosays.model.claim import Claim
from whosays.model.report import Report


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in the report that makes it.

    `family` is the id of the family of outlets that print the claim's words, None where no other does;
    `original` is the outlet or agency that the family has them from, None where that is unknown.
    """

    report: Report
    claim: Claim
    family: str | None = None
    original: str | None = None


class OriginSort(StrEnum):
    """What a claim finally rests on."""

    VOICE = "voice"
    """Somebody whom the report names."""

    FAMILY = "family"
    """Nobody named: the outlets that print one text."""

    UNKNOWN = "unknown"
    """Nobody named, and the outlet is not known either. Never counted as one with another."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a claim finally rests on: its innermost identifiable voice, else the outlets that print its text.

    `key` is equal for claims of one origin; `party` is the registry's id where the origin is linked.
    """

    key: str
    name: str
    sort: OriginSort
    party: str | None = None


class Slot(StrEnum):
    """What accounts of an incident are compared in; tolls are compared by measure, as `killed`."""

    KIND = "kind"
    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"
    TIME = "time"
    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    STRIKES = "strikes"


class Agreement(StrEnum):
    """How the accounts of an incident stand to each other in one slot."""

    AGREED = "agreed"
    """Two origins or more say the same, and none says otherwise."""

    COMPATIBLE = "compatible"
    """They say what can all be so: one vaguer, one a part of the other, one earlier."""

    DIFFERS = "differs"
    """They say what cannot all be so, and nobody speaks of another's word."""

    CONTESTED = "contested"
    """Somebody denies what another says, or names another doer."""

    SINGLE = "single"
    """One origin alone says anything."""


class Stake(StrEnum):
    """What the side of an origin stands to gain or lose by what it says."""

    OWN_GAIN = "own gain"
    OWN_LOSS = "own loss"
    ENEMY_GAIN = "enemy's gain"
    ENEMY_LOSS = "enemy's loss"
    OUTSIDER = "outsider"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Value:
    """What one origin says in one slot: in a few words, with the ids of the claims that say so.

    `low` and `high` are a figure's ends (None is open), `denied` whether the origin says that it is not so,
    `party` the registry's id of who is meant.
    """

    words: str
    claims: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    denied: bool = False
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one origin says of one incident. `claims` are ids, in the order of publication.

    `outlets` are those that carry it: they repeat the origin, they do not confirm it.
    """

    origin: Origin
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    slots: Mapping[Slot, tuple[Value, ...]]
    stake: Stake = Stake.UNKNOWN

    @property
    def against_interest(self) -> bool:
        """Whether its side would rather not have it so: its own loss, its enemy's gain."""
        return self.stake in (Stake.OWN_LOSS, Stake.ENEMY_GAIN)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the accounts stand to each other in one slot, and why, in a sentence."""

    slot: Slot
    agreement: Agreement
    reason: str
    claims: tuple[str, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether the accounts cannot all be so in this slot."""
        return self.agreement in (Agreement.DIFFERS, Agreement.CONTESTED)


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about one happening, its accounts, and how they compare.

    `id` depends on the claims alone: it is that of the earliest of them. `earliest` and `latest` are the
    days within which the accounts place it, None where no one says. `follows` are the ids of incidents that a
    report tells as its cause ("in retaliation for"), `followed_by` of those that one tells as its effect.
    """

    id: str
    title: str
    told: tuple[Told, ...]
    accounts: tuple[Account, ...]
    comparisons: tuple[Comparison, ...]
    earliest: date | None = None
    latest: date | None = None
    follows: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether the accounts differ or are contested in any slot."""
        return any(comparison.is_apart for comparison in self.comparisons)
