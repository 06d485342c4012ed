"""What one report says of one happening, in the form in which happenings are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from whosays.model import Claim, FigureSort, Kind, Measure, Named, Place, PlacePrecision, Report
from whosays.reconcile.incidents.vocabulary import VOCABULARY

FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
"""Precisions of a place that a happening fits into."""

_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is compared: `key` is equal for one place, `within` are the words for a part of it.

    `key` is None where the name is on no map; `point` (degrees) and `admin1` are the gazetteer's.
    """

    key: str | None
    fine: bool
    within: frozenset[str]
    country: str | None = None
    admin1: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """The least and the most that a report counts."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class EventReport:
    """Claims of one report about one happening. `id` is that of the first; days are ordinals.

    `source` is equal for two of one article; `first` and `last` are None where no claim has a time. `sides`
    are the keys of those who did it, `hit` the words for whom it was done to; names too common to tell people
    apart ("people", "unknown gunmen") are left out of both. `words` are those of the title.
    """

    id: str
    claims: tuple[str, ...]
    report: str
    source: str
    outlet: str
    published: int | None
    kinds: frozenset[Kind]
    spots: tuple[Spot, ...]
    first: int | None
    last: int | None
    sides: frozenset[str]
    hit: frozenset[str]
    killed: Toll | None
    wounded: Toll | None
    words: frozenset[str]


def event_report(report: Report, claims: Sequence[Claim]) -> EventReport:
    """The event report of `claims`, which `report` makes of one happening."""
    first, last = _days(claims)
    return EventReport(
        id=claims[0].id,
        claims=tuple(claim.id for claim in claims),
        report=report.digest,
        source=_source(report),
        outlet=fold(report.publisher or ""),
        published=report.day.toordinal() if report.day else None,
        kinds=frozenset(claim.kind for claim in claims),
        spots=spots(claims),
        first=first,
        last=last,
        sides=parties(named for claim in claims for named in claim.actor),
        hit=_hit(named for claim in claims for named in claim.target),
        killed=_toll(claims, Measure.KILLED),
        wounded=_toll(claims, Measure.WOUNDED),
        words=title_words(report.title or ""),
    )


@cache
def fold(text: str) -> str:
    """`text` without case and diacritics."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=1024)
def title_words(title: str) -> frozenset[str]:
    """The words of a title that say what it is about."""
    return frozenset(_WORD.findall(fold(title))) - VOCABULARY.empty


def _source(report: Report) -> str:
    """One article may come in as several reports: rows of a coded table."""
    return "\n".join((fold(report.publisher or ""), str(report.day), report.title or report.digest))


def _days(claims: Iterable[Claim]) -> tuple[int | None, int | None]:
    """The narrowest time that a claim has; the first of several."""
    times = [claim.time for claim in claims if claim.time]
    if not times:
        return None, None
    best = min(times, key=lambda time: time.days or _OPEN)
    first, last = best.earliest or best.latest, best.latest or best.earliest
    return (first.toordinal(), last.toordinal()) if first and last else (None, None)


_OPEN = 10**6
"""Days that an interval with an open end is taken to have, so that any other is narrower."""


def spots(claims: Iterable[Claim]) -> tuple[Spot, ...]:
    """The places of `claims`, each once."""
    found = (_spot(claim.place.name, claim.place.place) for claim in claims if claim.place)
    return tuple(dict.fromkeys(found))


def _spot(name: str, place: Place | None) -> Spot:
    words = frozenset(_WORD.findall(fold(name)))
    if place is None:
        return Spot(None, fine=True, within=words - VOCABULARY.around)
    own = frozenset(_WORD.findall(fold(place.name)))
    key = str(place.geonames_id) if place.geonames_id is not None else f"{fold(place.name)}/{place.country}"
    fine = place.precision in FINE
    within = words - own if words & own else frozenset()
    return Spot(key, fine, within - VOCABULARY.around, place.country, place.admin1, (place.lat, place.lon))


def parties(named: Iterable[Named]) -> frozenset[str]:
    """The keys of those that can be told apart: the registry's id, or the folded name."""
    return frozenset(key for each in named if (key := _party(each)))


def _hit(named: Iterable[Named]) -> frozenset[str]:
    """The words for those whom it was done to, without the plural's s: reports name them in many ways."""
    words = (word for each in named for word in _WORD.findall(fold(each.name)))
    told = (word for word in words if not VOCABULARY.tells_nobody(word) and word not in VOCABULARY.around)
    return frozenset(word.removesuffix("s") for word in told) - VOCABULARY.empty


def _party(named: Named) -> str | None:
    name = fold(named.name)
    return named.party or (None if VOCABULARY.tells_nobody(name) else name)


def _toll(claims: Iterable[Claim], measure: Measure) -> Toll | None:
    """The highest count of that measure: parts and former counts lie below it."""
    ends = list(_counts(claims, measure))
    return max(ends, key=lambda toll: (toll.low, toll.high)) if ends else None


def _counts(claims: Iterable[Claim], measure: Measure) -> Iterator[Toll]:
    for claim in claims:
        for figure in claim.figures:
            if figure.measure is measure and figure.sort is FigureSort.COUNT:
                low = figure.low if figure.low is not None else figure.high
                if low is not None:
                    yield Toll(low, figure.high if figure.high is not None else low)
