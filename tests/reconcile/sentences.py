"""Claims written as sentences of invented reports, with their parts marked in place.

    told("<a hill-rebels>Hill rebels</a> <x>captured</x> <p>Marsa</p> from the <t river-army>army</t>.")

`x` marks the trigger, `a` actors, `t` targets (with the party that each is linked to), `p` the place.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import count

from whosays.model import (
    Claim,
    Figure,
    Interval,
    Kind,
    Location,
    Named,
    Origin,
    OriginSort,
    Party,
    PartySort,
    Place,
    PlacePrecision,
    Report,
    Span,
    Stance,
    Tie,
    TieKind,
    TimePrecision,
    Told,
    Voice,
    VoiceSort,
)

DAY = date(2031, 5, 4)
_MARK = re.compile(r"<([axtp])(?: ([\w-]+))?>(.*?)</\1>")
_NUMBER = count()
TOWNS = {"Marsa": 11, "Tel Asal": 12, "Upper Vale": 13, "Riverland": 14, "Sunport": 15, "Kafr Zed": 16}
PRECISIONS = {"Upper Vale": PlacePrecision.PROVINCE, "Riverland": PlacePrecision.COUNTRY}


def fights(party: str, first: int | None = None, last: int | None = None) -> Tie:
    return Tie(TieKind.FIGHTS, party, "civil war", first, last)


def backs(party: str, first: int | None = None, last: int | None = None) -> Tie:
    return Tie(TieKind.BACKS, party, "money and arms", first, last)


def part_of(party: str, first: int | None = None, last: int | None = None) -> Tie:
    return Tie(TieKind.PART_OF, party, "joined it", first, last)


_STATE, _FORCES, _GROUP = PartySort.STATE, PartySort.ARMED_FORCES, PartySort.ARMED_GROUP
_OUTLET, _BODY = PartySort.OUTLET, PartySort.POLITICAL_BODY

PARTIES = {
    party.id: party
    for party in (
        Party("river", _STATE, ("Riverland",)),
        Party(
            "river-gov",
            _STATE,
            ("River government",),
            roles=("government",),
            countries=("XR",),
            parent="river",
        ),
        Party("river-army", _FORCES, ("River army",), parent="river-gov"),
        Party("river-air-force", _FORCES, ("River air force",), parent="river-army"),
        Party("river-news", _OUTLET, ("River News Agency",), parent="river"),
        Party("hill-council", _BODY, ("Hill Council",)),
        Party(
            "hill-rebels",
            _GROUP,
            ("hill rebels",),
            parent="hill-council",
            ties=(fights("river-gov", 2025, 2033),),
        ),
        Party("wadi-brigade", _GROUP, ("Wadi Brigade",), parent="hill-rebels"),
        Party("black-banner", _GROUP, ("Black Banner",), ties=(fights("hill-rebels"), fights("river-gov"))),
        Party(
            "turncoats",
            _GROUP,
            ("Turncoats",),
            ties=(part_of("river-army", 2030), part_of("hill-rebels", None, 2029)),
        ),
        Party("northland", _STATE, ("Northland",), ties=(backs("river-gov", 2029),)),
        Party("north-army", _FORCES, ("Northland army",), parent="northland"),
        Party("north-wire", _OUTLET, ("North Wire",), ties=(part_of("northland"),)),
        Party("farland", _STATE, ("Farland",)),
        Party("coast-militia", _GROUP, ("Coast Militia",)),
        Party("free-courier", _OUTLET, ("Free Courier",)),
        Party("harbour-monitor", PartySort.MONITOR, ("Harbour Monitor",)),
        Party("idris-malouf", PartySort.PERSON, ("Idris Malouf",), parent="harbour-monitor"),
        Party("lone-expert", PartySort.PERSON, ("Lena Expert",)),
        Party("world-relief", PartySort.UN_BODY, ("World Relief",)),
    )
}


def told(
    marked: str,
    kind: Kind = Kind.CONTROL,
    stance: Stance = Stance.ASSERTED,
    *,
    by: str | None = None,
    outlet: str = "Coast Post",
    day: date | None = DAY,
    when: date | tuple[date, date] | None = None,
    figures: tuple[Figure, ...] = (),
    report: str | None = None,
) -> Told:
    """The claim that a marked sentence makes, by the word of party `by`, or else of the outlet."""
    text, parts = _parts(marked)
    evidence = Span.of(text, 0, len(text))
    place = next((_location(span) for mark, _, span in parts if mark == "p"), None)
    claim = Claim(
        id=f"claim-{next(_NUMBER):05}",
        trigger=next(span for mark, _, span in parts if mark == "x"),
        kind=kind,
        stance=stance,
        evidence=evidence,
        voices=(Voice(by, evidence, VoiceSort.INSTITUTION, by if by in PARTIES else None),) if by else (),
        actor=tuple(Named(span.quote, span, party) for mark, party, span in parts if mark == "a"),
        target=tuple(Named(span.quote, span, party) for mark, party, span in parts if mark == "t"),
        place=place,
        time=_interval(when),
        figures=figures,
    )
    return Told(Report(text=report or f"{claim.id}: {text}", publisher=outlet, published=day), claim)


def origin(told: Told) -> Origin:
    """The voice, else the outlet; that of "nobody" is not known."""
    voice = told.claim.voices[-1] if told.claim.voices else None
    if voice:
        return Origin(voice.name, voice.name, OriginSort.VOICE, voice.party)
    name = told.report.publisher or "nobody"
    return Origin(name, name, OriginSort.UNKNOWN if name == "nobody" else OriginSort.FAMILY)


def _parts(marked: str) -> tuple[str, list[tuple[str, str | None, Span]]]:
    text, found, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        found.append((match[1], match[2], Span(len(text), len(text) + len(match[3]), match[3])))
        text += match[3]
        last = match.end()
    return text + marked[last:], found


def _location(span: Span) -> Location:
    name = next((town for town in TOWNS if town in span.quote), None)
    if name is None:
        return Location(span.quote, span)
    precision = PRECISIONS.get(name, PlacePrecision.TOWN)
    kind = "city" if precision is PlacePrecision.TOWN else str(precision)
    return Location(span.quote, span, Place(TOWNS[name], name, kind, "XR", None, 35.0, 36.0, precision))


def _interval(when: date | tuple[date, date] | None) -> Interval | None:
    if when is None:
        return None
    first, last = when if isinstance(when, tuple) else (when, when)
    return Interval(first, last, TimePrecision.DAY if first == last else TimePrecision.DAYS)
