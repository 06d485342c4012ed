"""The stake of an origin in a claim: the gain or loss of its own side, or of its enemy's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from whosays.model import Claim, Named, Party, Stake, Told
from whosays.reconcile.control.ground import tokens
from whosays.reconcile.sides import NO_TIES, Relation, Sides, VoicedTies, voiced_ties
from whosays.reconcile.stakes.meaning import Effect, effects, group

_STAKES = {
    (Relation.OWN, True): Stake.OWN_GAIN,
    (Relation.OWN, False): Stake.OWN_LOSS,
    (Relation.ENEMY, True): Stake.ENEMY_GAIN,
    (Relation.ENEMY, False): Stake.ENEMY_LOSS,
}
_SUITS = (Stake.OWN_GAIN, Stake.ENEMY_LOSS)
_AGAINST = (Stake.OWN_LOSS, Stake.ENEMY_GAIN)


def stake(
    origin_party: str | None,
    claim: Claim,
    parties: Mapping[str, Party] | Sides,
    on: date | None,
    stated: Sequence[Told] = (),
) -> Stake:
    """What the side of `origin_party` stands to gain or lose by what `claim` says, as sides stood that day.

    Outlets stand with their owner. One of no side, like a monitor, is an outsider, unless the claim is of
    itself. Where nothing known ties the origin to those in the claim, or what is known points both ways, the
    stake is unknown. `stated` are claims that somebody backs somebody, such as those of the same report: they
    count after the ties of `parties`. Give a `Sides` made once in place of `parties` for many claims.
    """
    sides = parties if isinstance(parties, Sides) else Sides(parties)
    if origin_party is None or sides.get(origin_party) is None:
        return Stake.UNKNOWN
    voiced = voiced_ties(stated) if stated else NO_TIES
    found = set(_stakes(origin_party, effects(claim, sides), sides, on, voiced))
    if sides.looks_on(origin_party, on):
        found = {each for each in found if each in (Stake.OWN_GAIN, Stake.OWN_LOSS)}
        return _one(found) if found else Stake.OUTSIDER
    return _one(found)


def _stakes(
    origin: str, found: Iterable[Effect], sides: Sides, on: date | None, voiced: VoicedTies
) -> Iterator[Stake]:
    for effect in found:
        relation = _relation(origin, effect.named, sides, on, voiced)
        if relation in effect.told_of:
            yield _STAKES[relation, effect.gain]


def _relation(origin: str, named: Named, sides: Sides, on: date | None, voiced: VoicedTies) -> Relation:
    """How the origin stands to somebody in the claim: by ties, else by what it calls him."""
    if named.party:
        return sides.relation(origin, named.party, on, voiced)
    found = set(tokens(named.name))
    if sides.looks_on(origin, on):
        return Relation.OPEN
    if found & group("own", "calls"):
        return Relation.OWN
    return Relation.ENEMY if found & group("enemy", "calls") else Relation.OPEN


def _one(found: set[Stake]) -> Stake:
    """One stake for several: its own side's before its enemy's, unknown where they point both ways."""
    if found & set(_SUITS) and found & set(_AGAINST):
        return Stake.UNKNOWN
    return next((each for each in _STAKES.values() if each in found), Stake.UNKNOWN)
