"""Who a claim finally rests on, and how many independent origins claims have.

Nine outlets that quote one monitor have one origin. A claim rests on the innermost voice that can be told
from others; voices such as "residents" or "a military source" cannot, and the next outer one counts. Without
any, it rests on the outlets that print its words. Where they are unknown, so is the origin, and it is never
one with another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from whosays.model import (
    Claim,
    Kind,
    Origin,
    OriginSort,
    Parties,
    Party,
    PartySort,
    Report,
    Told,
    Voice,
    VoiceSort,
)
from whosays.reconcile.naming import brief, identity, key, known_outlet, listed, words

SPEAKERS = (PartySort.OUTLET, PartySort.MONITOR, PartySort.UN_BODY, PartySort.COMPANY, PartySort.PERSON)
"""Sorts of parties whose names mean the same on any day and in any country, so that a bare name is enough."""


def origin(told: Told, parties: Mapping[str, Party] | None = None) -> Origin:
    """Who `told` rests on, from its own words alone; see `Origins` for what its report says elsewhere."""
    return Origins((told,), parties).of(told)


def corroboration(tolds: Iterable[Told], parties: Mapping[str, Party] | None = None) -> int:
    """How many known origins claims have: echoes and unknown ones add nothing."""
    tolds = tuple(tolds)
    origins = Origins(tolds, parties)
    found = {origins.of(told) for told in tolds}
    return len({one.key for one in found if one.sort is not OriginSort.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A link of a claim's chain, or the one who accuses in it."""

    name: str
    sort: VoiceSort
    party: str | None


class Origins:
    """The origins of claims, in the light of what their reports say of the same voices elsewhere.

    A report names a speaker in full once and then for short. So a voice without a party whose words all
    stand in the name of exactly one other voice of its report is taken for that one, and so is "the monitor"
    where the report has one monitor with a name. `parties`, by id, gives outlets and monitors their other
    names, and has a person speak for the body that he belongs to: a monitor and its director are one origin.
    """

    def __init__(self, tolds: Iterable[Told] = (), parties: Mapping[str, Party] | None = None) -> None:
        self._parties = parties or {}
        self._ids = _remembered(parties) if isinstance(parties, Parties) else _by_name(self._parties)
        self._named: dict[Report, dict[_Speaker, Origin]] = defaultdict(dict)
        for told in tolds:
            for speaker in _speakers(told.claim):
                if found := self._identified(speaker):
                    self._named[told.report][speaker] = found

    def of(self, told: Told) -> Origin:
        """Who the claim rests on."""
        for speaker in _speakers(told.claim):
            if found := self._resolved(speaker, told.report):
                return found
        return self._printed(told)

    def _resolved(self, speaker: _Speaker, report: Report) -> Origin | None:
        return self._short_form(speaker, report) or self._identified(speaker)

    def _identified(self, speaker: _Speaker) -> Origin | None:
        if speaker.party:
            return self._party(speaker.party, speaker.name)
        name = identity(speaker.name, speaker.sort)
        return self._voice(name) if name else None

    def _voice(self, name: str) -> Origin:
        # Readers take words before a name for a part of it: its end may be known where the whole is not.
        ends = (" ".join(words(name)[n:]) for n in range(max(1, len(words(name)) - 1)))
        if party := next(filter(None, map(self._ids.get, ends)), None):
            return self._party(party, name)
        return Origin(key(name), brief(name), OriginSort.VOICE)

    def _party(self, id_: str, name: str) -> Origin:
        party = self._parties.get(id_)
        if party is None:
            return Origin(id_, brief(name), OriginSort.VOICE, id_)
        if party.sort is PartySort.PERSON and party.parent:
            return self._party(party.parent, party.parent)
        return Origin(id_, party.names[0], OriginSort.VOICE, id_)

    def _short_form(self, speaker: _Speaker, report: Report) -> Origin | None:
        """The one voice of the report that the speaker's name is short for, if there is exactly one."""
        if speaker.party:
            return None
        may_be = _is_short_for if self._identified(speaker) else _is_its_sort
        others = [other for other in self._named.get(report, ()) if may_be(speaker, other)]
        found = {one.key: one for one in (self._resolved(other, report) for other in others) if one}
        return next(iter(found.values())) if len(found) == 1 else None

    def _printed(self, told: Told) -> Origin:
        """The outlets that print the claim."""
        outlet = known_outlet(told.original)
        if outlet is None and told.family:
            name = known_outlet(told.report.publisher) or "outlets of one text"
            return Origin(f"family:{told.family}", brief(name), OriginSort.FAMILY)
        outlet = outlet or known_outlet(told.report.publisher)
        if outlet is None:
            return Origin(f"unknown:{told.report.digest}", "unknown", OriginSort.UNKNOWN)
        return replace(self._voice(outlet), sort=OriginSort.FAMILY)


def _speakers(claim: Claim) -> Iterator[_Speaker]:
    """From the innermost out: who accuses, then the voices."""
    if claim.kind is Kind.ACCUSATION:
        yield from (_Speaker(named.name, VoiceSort.UNKNOWN, named.party) for named in claim.actor[:1])
    yield from (_speaker(voice) for voice in reversed(claim.voices))


def _speaker(voice: Voice) -> _Speaker:
    return _Speaker(voice.name, voice.sort, voice.party)


def _is_short_for(speaker: _Speaker, other: _Speaker) -> bool:
    return set(words(speaker.name)) < set(words(other.name))


def _is_its_sort(speaker: _Speaker, other: _Speaker) -> bool:
    """Whether "the monitor" may be that other one."""
    both = speaker.sort is other.sort is VoiceSort.MONITOR
    return both and words(speaker.name)[-1:] != () and words(speaker.name)[-1] in listed("monitors")


@lru_cache(maxsize=4)
def _remembered(parties: Parties) -> dict[str, str]:
    return _by_name(parties)


def _by_name(parties: Mapping[str, Party]) -> dict[str, str]:
    """Ids by the names that belong to one speaker alone."""
    ids: dict[str, set[str]] = defaultdict(set)
    for party in parties.values():
        for name in party.names if party.sort in SPEAKERS else ():
            ids[key(name)].add(party.id)
    return {name: min(found) for name, found in ids.items() if len(found) == 1}
