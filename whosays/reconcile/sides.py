"""Who stands with whom and who against whom, by the ties of parties and by what reports say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from whosays.model import Kind, Party, PartySort, Stance, TieKind, Told

VoicedTies = frozenset[frozenset[str]]
"""Pairs of parties of which a report says that one stands with the other."""

NO_TIES: VoicedTies = frozenset()
ARMED = (PartySort.ARMED_FORCES, PartySort.ARMED_GROUP)
ONLOOKERS = (PartySort.OUTLET, PartySort.MONITOR, PartySort.UN_BODY)
TAKES_PART = (PartySort.STATE, PartySort.POLITICAL_BODY, *ARMED)


class Relation(StrEnum):
    """How one party stands to another."""

    OWN = "own"
    """The same side: one is part of the other, both are parts of one, or one backs the other."""

    ENEMY = "enemy"
    """They fight, or one backs whom the other fights."""

    OPEN = "open"
    """Nothing known ties them, or they are tied in ways that do not go together."""


class Sides:
    """The ties of `parties`, to be asked for any two of them on a day.

    Ties count in their years, parties in their lives; an unknown day rules nothing out. Make it once for
    many questions: it indexes the parties.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._acting = _acting(parties)
        self._lines: dict[tuple[str, date | None], frozenset[str]] = {}

    def get(self, party: str) -> Party | None:
        """The party with that id."""
        return self._parties.get(party)

    def relation(
        self, one: str, other: str, on: date | None = None, voiced: VoicedTies = NO_TIES
    ) -> Relation:
        """How the two stand to each other; the same whichever comes first.

        The closest tie decides: fighting each other, then belonging together, then backing, then backing the
        other's enemy. What reports say (`voiced`) counts only where the parties' own ties say nothing.
        """
        if one == other:
            return Relation.OWN
        some, others = self._line(one, on), self._line(other, on)
        mine, its = some - others, others - some
        if self._tied(TieKind.FIGHTS, mine, its, on):
            return Relation.ENEMY
        if some & others or self._tied(TieKind.BACKS, some, others, on):
            return Relation.OWN
        if self._backs_enemy(mine, its, on) or self._backs_enemy(its, mine, on):
            return Relation.ENEMY
        tied = any(frozenset((a, b)) in voiced for a in some for b in others)
        return Relation.OWN if tied else Relation.OPEN

    def same(self, one: str, other: str, on: date | None = None) -> bool:
        """Whether one is the other, a part of it, or both are parts of one; backing is not enough."""
        if one == other:
            return True
        some, others = self._line(one, on), self._line(other, on)
        return bool(some & others) and not self._tied(TieKind.FIGHTS, some - others, others - some, on)

    def line(self, party: str, on: date | None = None) -> frozenset[str]:
        """The party, what it is part of, and who acts for these: governments, armed wings."""
        return self._line(party, on) | {party}

    def looks_on(self, party: str, on: date | None = None) -> bool:
        """Whether it is an outlet, a monitor or a body of the UN that no side owns or speaks through."""
        known = self._parties.get(party)
        line = [self._parties[id_] for id_ in self._line(party, on)]
        watches = known is not None and (known.sort in ONLOOKERS or len(line) > 1)
        return watches and not any(each.sort in TAKES_PART for each in line)

    def _line(self, party: str, on: date | None) -> frozenset[str]:
        if (party, on) not in self._lines:
            above = self._above(party, on)
            acting = (id_ for each in above for id_ in self._acting[each] if self._parties[id_].lives(on))
            self._lines[party, on] = frozenset((*above, *acting))
        return self._lines[party, on]

    def _above(self, party: str, on: date | None) -> dict[str, None]:
        found: dict[str, None] = {}
        waiting = [party]
        while waiting:
            known = self._parties.get(id_ := waiting.pop())
            if known is None or id_ in found or not known.lives(on):
                continue
            found[id_] = None
            waiting += [known.parent] if known.parent else []
            waiting += self._ties(id_, TieKind.PART_OF, on)
        return found

    def _tied(self, kind: TieKind, some: Iterable[str], others: frozenset[str], on: date | None) -> bool:
        some = frozenset(some)
        forth = any(to in others for each in some for to in self._ties(each, kind, on))
        return forth or any(to in some for each in others for to in self._ties(each, kind, on))

    def _backs_enemy(self, some: Iterable[str], others: frozenset[str], on: date | None) -> bool:
        backed = {to for each in some for to in self._ties(each, TieKind.BACKS, on)}
        return any(self._tied(TieKind.FIGHTS, self._above(each, on), others, on) for each in backed)

    def _ties(self, party: str, kind: TieKind, on: date | None) -> Iterator[str]:
        for tie in self._parties[party].ties if party in self._parties else ():
            begun = on is None or tie.first is None or tie.first <= on.year
            lasts = on is None or tie.last is None or on.year <= tie.last
            if tie.kind is kind and begun and lasts:
                yield tie.party


def voiced_ties(stated: Iterable[Told]) -> VoicedTies:
    """Whom reports say to stand together: by the report's own word, or by that of one of the two.

    What a third party says of two others is its accusation, and no tie.
    """
    pairs = (pair for told in stated for pair in _stated_pairs(told))
    return frozenset(pairs)


def _stated_pairs(told: Told) -> Iterator[frozenset[str]]:
    claim = told.claim
    if claim.kind is not Kind.BACKING or claim.stance is not Stance.ASSERTED:
        return
    speaker = claim.voices[-1].party if claim.voices else None
    for actor in claim.actor:
        for target in claim.target:
            pair = {actor.party, target.party} - {None}
            if len(pair) == 2 and (not claim.voices or speaker in pair):
                yield frozenset(each for each in pair if each)


def _acting(parties: Mapping[str, Party]) -> Mapping[str, list[str]]:
    """For a state its governments, for a political body its armed wings."""
    acting: dict[str, list[str]] = defaultdict(list)
    for id_, party in parties.items():
        above = parties.get(party.parent or "")
        if above is None:
            continue
        governs = above.sort is PartySort.STATE and "government" in party.roles
        if governs or (above.sort is PartySort.POLITICAL_BODY and party.sort in ARMED):
            acting[above.id].append(id_)
    return acting
