"""How two named parties stand to each other: one, part of the other, or two."""

from __future__ import annotations

from collections.abc import Mapping

from whosays.model import Named, Party, TieKind
from whosays.reconcile.accounts.relation import Match, Relation
from whosays.reconcile.accounts.vocabulary import CIVILIANS, COMBATANTS, VOCABULARY
from whosays.reconcile.naming import brief, key, tells_apart, words

CIVIL = frozenset({CIVILIANS, "children", "women"})


def is_named(named: Named) -> bool:
    """Whether it is said who it is: "Wadi Brigade", not "gunmen", "warplanes", "a suicide bomber"."""
    vague = set(words(named.name)[-1:]) & VOCABULARY.vague_doers
    return named.party is not None or (tells_apart(named.name) and not vague)


def relate(one: Named, other: Named, parties: Mapping[str, Party]) -> Relation:
    """By party, and by what belongs to what; names without a party by their words."""
    if same(one, other):
        return Relation(Match.SAME)
    vague = next((named for named in (one, other) if not is_named(named)), None)
    if vague:
        return Relation(Match.OPEN, f"“{brief(vague.name)}” leaves open who it is")
    for part, whole in ((one, other), (other, one)):
        if part.party and whole.party and whole.party in above(part.party, parties):
            return Relation(Match.WITHIN, f"{brief(part.name)} is part of {brief(whole.name)}")
    return Relation(Match.APART)


def same(one: Named, other: Named) -> bool:
    """Whether two names mean one party as far as is known."""
    if one.party and other.party:
        return one.party == other.party
    return key(one.name) == key(other.name)


def above(party: str, parties: Mapping[str, Party]) -> frozenset[str]:
    """The ids of all that a party belongs to, at any time."""
    found: set[str] = set()
    ahead = [party]
    while ahead:
        known = parties.get(ahead.pop())
        belongs = {tie.party for tie in known.ties if tie.kind is TieKind.PART_OF} if known else set()
        belongs |= {known.parent} if known and known.parent else set()
        ahead += belongs - found
        found |= belongs
    return frozenset(found - {party})


def relate_targets(one: Named, other: Named, parties: Mapping[str, Party]) -> Relation:
    """Who or what is hit has many parts; only civilians here and fighters there, or two parties, exclude."""
    if same(one, other):
        return Relation(Match.SAME)
    hit = {VOCABULARY.population(named.name) for named in (one, other)}
    if COMBATANTS in hit and hit & CIVIL:
        return Relation(Match.APART)
    if one.party and other.party:
        return relate(one, other, parties)
    return Relation(Match.OPEN, "both can have been hit")


def is_coarser(one: Named, other: Named) -> bool:
    """Whether who says both says no more with the first."""
    return is_named(other) and not is_named(one)
