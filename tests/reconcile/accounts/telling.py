"""Claims in reports of invented outlets, made from what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from whosays.model import (
    Claim,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Location,
    Measure,
    Named,
    Party,
    PartySort,
    Place,
    PlacePrecision,
    Published,
    Report,
    Scope,
    Span,
    Stance,
    TimePrecision,
    Told,
    Voice,
    VoiceSort,
)

_NUMBER = count()
DAY = date(2031, 5, 4)

PARTIES = {
    party.id: party
    for party in (
        Party("harbour-monitor", PartySort.MONITOR, ("Harbour Monitor for Rights", "HMR")),
        Party("idris-malouf", PartySort.PERSON, ("Idris Malouf",), parent="harbour-monitor"),
        Party("barada", PartySort.OUTLET, ("Barada Press Agency", "BPA")),
        Party("river-gov", PartySort.STATE, ("River government",)),
        Party("river-army", PartySort.ARMED_FORCES, ("River army",), parent="river-gov"),
        Party("river-air-force", PartySort.ARMED_FORCES, ("River air force",), parent="river-army"),
        Party("hill-rebels", PartySort.ARMED_GROUP, ("hill rebels",)),
        Party("wadi-brigade", PartySort.ARMED_GROUP, ("Wadi Brigade",), parent="hill-rebels"),
    )
}


def span(quote: str) -> Span:
    """Those words, as if the text began with them."""
    return Span(0, len(quote), quote)


def voice(name: str, sort: VoiceSort = VoiceSort.INSTITUTION, party: str | None = None) -> Voice:
    return Voice(name, span(name), sort, party)


def named(*names: str | tuple[str, str]) -> tuple[Named, ...]:
    """Names, each alone or with its party."""
    pairs = ((name, None) if isinstance(name, str) else name for name in names)
    return tuple(Named(name, span(name), party) for name, party in pairs)


MONITOR = voice("Harbour Monitor for Rights", VoiceSort.MONITOR, "harbour-monitor")
MINISTRY = voice("Defence Ministry of Riverland", VoiceSort.INSTITUTION)


def place(
    name: str,
    precision: PlacePrecision = PlacePrecision.TOWN,
    *,
    at: tuple[float, float] = (35.0, 36.0),
    admin1: str | None = "Upper Vale",
    country: str | None = "XR",
) -> Location:
    """A place on the map; equal names are one place."""
    id_ = sum(ord(char) * 7**n for n, char in enumerate(name)) % 1_000_003
    found = Place(id_, name, "city", country, admin1, *at, precision)
    return Location(name, span(name), found)


def on(first: date, last: date | None = None) -> Interval:
    precision = TimePrecision.DAYS if last else TimePrecision.DAY
    return Interval(first, last or first, precision)


def killed(
    low: float | None,
    high: float | None = None,
    of: str | None = "people",
    *,
    sort: FigureSort = FigureSort.COUNT,
    area: str | None = None,
    window: str | None = None,
    cumulative: bool | None = None,
    measure: Measure = Measure.KILLED,
) -> Figure:
    """Exactly `low`, or `low` to `high`."""
    scope = Scope(area, window, cumulative) if area or window or cumulative else None
    return Figure(measure, low, low if high is None else high, span("some"), of, scope, sort)


def at_least(low: float, of: str | None = "people") -> Figure:
    return Figure(Measure.KILLED, low, None, span("some"), of)


def tell(
    *voices: Voice,
    kind: Kind = Kind.AIRSTRIKE,
    stance: Stance = Stance.ASSERTED,
    outlet: str | None = "River Post",
    published: Published = DAY,
    actor: Sequence[Named] = (),
    target: Sequence[Named] = (),
    where: Location | None = None,
    when: Interval | None = None,
    figures: Sequence[Figure] = (),
    trigger: str = "strike",
    family: str | None = None,
    original: str | None = None,
    id_: str | None = None,
    text: str | None = None,
) -> Told:
    """A claim with an id of its own in a report of its own."""
    claim_id = id_ or f"c{next(_NUMBER):04}"
    claim = Claim(
        claim_id,
        span(trigger),
        kind,
        stance,
        span(trigger),
        voices,
        tuple(actor),
        tuple(target),
        where,
        when,
        tuple(figures),
    )
    return Told(Report(text or claim_id, publisher=outlet, published=published), claim, family, original)
