"""Which of the places of a name a report means.

Each candidate gets a score from what is known of it, from what stands beside it, and from where
the report's other places are; two rounds, for the other places must be chosen too. A name keeps one
meaning through a report, except where words beside it say otherwise.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.ground.gazetteer import Candidate

ROUNDS = 2
_EARTH_KM = 6371.0
_NEAR_KM = 150.0
_UNKNOWN_PEOPLE = 3e5
_KINDS = {"country": 2.5, "continent": 2.5, "province": 0.2, "district": -1.2}
_PARTS_OF_COUNTRIES = frozenset({"city", "district", "province"})
_EXCLUDED = {"city": {"province"}, "district": {"province", "city"}, "province": {"city"}}
_OWN = 0.8
_EXACT = 1.0
_ASKED = 6.0
_TOWN_OF_PROVINCE = 3.0
_POINTED = 4.0
_BESIDE = 8.0
_COUNTRY_SHARE = 3.0
_DIVISION_SHARE = 2.5
_NEARNESS = 2.0
_CAPITAL = 1.3
_SUPPORTED = 0.7
_ALONE = -1.0
_UNHEARD = -2.5
_BORNE_OUT = 0.25
_STRAY = 0.05
_WELL_KNOWN = 300_000
_LARGE = 150_000
_HEARD = 0.1
_SETTLED = 0.4


@dataclass(frozen=True, slots=True)
class Question:
    """A name to resolve. `asked` is the kind that words beside it ask for, empty if none;
    `beside` are rows of which one should hold the place or lie in it; `wide`: more than a town is meant."""

    name: str
    candidates: tuple[Candidate, ...]
    asked: str = ""
    wide: bool = False
    beside: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()


Hints = Mapping[int, float]
"""Weights of divisions (rows) that the report is about for other reasons: its people, its publisher."""


def resolve(
    questions: Sequence[Question], hints: Hints, anchors: Collection[int] | None = None
) -> list[Candidate | None]:
    """The best candidate of each question, None where there is none.

    If `anchors` is given, only the questions with those indices bear on the others.
    """
    bearing = range(len(questions)) if anchors is None else sorted(anchors)
    context = Context(hints)
    chosen = [_best(question, context) for question in questions]
    for _ in range(ROUNDS):
        known = [(questions[at], place) for at in bearing if (place := chosen[at]) is not None]
        contexts = {name: Context.of(name, known, hints) for name in {q.name for q in questions}}
        chosen = [_best(question, contexts[question.name]) for question in questions]
    return chosen


@dataclass(frozen=True, slots=True)
class Context:
    """What bears on a name: weights of divisions, the report's other small places, and the rows that
    words beside the name have pointed to elsewhere in the report."""

    weights: Mapping[int, float]
    small: Sequence[Candidate] = ()
    pointed: Collection[int] = ()

    @classmethod
    def of(cls, name: str, known: Sequence[tuple[Question, Candidate]], hints: Hints) -> Context:
        """The context of a name among the places chosen so far; its own do not count."""
        others = {place.row: place for question, place in known if question.name != name}
        small = [place for place in others.values() if place.place.kind in {"city", "district"}]
        pointed = {
            place.row for question, place in known if question.name == name and _beside(place, question)
        }
        return cls(_weights(others.values(), hints), small, pointed)


def support(place: Candidate | None, others: Sequence[Candidate | None], hints: Hints) -> float:
    """How far the report's other places and hints bear out `place`, as a weight for evidence."""
    if place is None or place.place.kind in {"country", "continent"}:
        return 0.0
    country = place.within[-1] if place.within else place.row
    share = _weights((other for other in others if other is not None), hints).get(country, 0.0)
    if share >= _BORNE_OUT:
        return _SUPPORTED
    if not place.exact and place.population < _LARGE:
        return _UNHEARD
    return _ALONE * (share < _STRAY and 0 < place.population < _WELL_KNOWN)


def _weights(chosen: Iterable[Candidate], hints: Hints) -> dict[int, float]:
    """The share of the report's places that each division holds, each place counted once."""
    places = {place.row: place for place in chosen}
    counts: Counter[int] = Counter()
    for place in places.values():
        counts.update((place.row, *place.within))
    shares: dict[int, float] = defaultdict(float, hints)
    for row, count in counts.items():
        shares[row] += count / (len(places) + 1)
    return shares


def _best(question: Question, context: Context) -> Candidate | None:
    scored = [
        (_score(candidate, question, context), -candidate.row, candidate)
        for candidate in question.candidates
        if _admissible(candidate, question, context.weights)
    ]
    return max(scored, key=lambda item: item[:2])[2] if scored else None


def _admissible(candidate: Candidate, question: Question, weights: Mapping[int, float]) -> bool:
    """Whether the place can be meant at all: better none than a town for its province, or one far away."""
    kind = candidate.place.kind
    if question.asked in _PARTS_OF_COUNTRIES and kind in _EXCLUDED[question.asked]:
        return False
    if kind in {"country", "continent"} or _beside(candidate, question):
        return True
    share = weights.get(candidate.within[-1] if candidate.within else candidate.row, 0.0)
    main = max(weights.values(), default=0.0)
    if not candidate.exact:
        return share >= max(_HEARD, main / 2) or (main < _HEARD and candidate.population >= _LARGE)
    return candidate.population == 0 or candidate.population >= _LARGE or share > 0 or main < _SETTLED


def _score(candidate: Candidate, question: Question, context: Context) -> float:
    return (
        math.log10((candidate.population or _UNKNOWN_PEOPLE) + 10)
        + _KINDS.get(candidate.place.kind, 0.0)
        + _OWN * candidate.own
        + _CAPITAL * candidate.capital
        + _EXACT * candidate.exact
        + _POINTED * (candidate.row in context.pointed)
        + _fit(candidate, question)
        + _beside(candidate, question)
        + _context(candidate, context.weights)
        + _nearness(candidate, context.small)
    )


def _fit(candidate: Candidate, question: Question) -> float:
    """Whether the kind agrees with what the words beside the name ask for."""
    kind = candidate.place.kind
    if question.asked in _PARTS_OF_COUNTRIES and kind != "country":
        return _ASKED if kind == question.asked else -_ASKED * (kind in _PARTS_OF_COUNTRIES)
    if question.wide:
        return -_TOWN_OF_PROVINCE * (kind == "city")
    shared = any(
        candidate.row in other.within and other.place.kind == "city" for other in question.candidates
    )
    return -_TOWN_OF_PROVINCE * (kind == "province" and shared)


def _beside(candidate: Candidate, question: Question) -> float:
    held = not question.beside.isdisjoint(candidate.within)
    return _BESIDE * (held or candidate.row in question.holds)


def _context(candidate: Candidate, weights: Mapping[int, float]) -> float:
    rows = (candidate.row, *candidate.within)
    country = _COUNTRY_SHARE * math.sqrt(min(1.0, weights.get(rows[-1], 0.0)))
    inner = [math.sqrt(min(1.0, weights.get(row, 0.0))) for row in candidate.within[:-1]]
    return country + _DIVISION_SHARE * max(inner, default=0.0)


def _nearness(candidate: Candidate, others: Sequence[Candidate]) -> float:
    """The nearer the report's nearest other place, the likelier."""
    distances = (distance_km(candidate, other) for other in others if other.row != candidate.row)
    return _NEARNESS * math.exp(-min(distances, default=math.inf) / _NEAR_KM)


def distance_km(a: Candidate, b: Candidate) -> float:
    """Great-circle distance between two points."""
    lat1, lat2 = math.radians(a.place.lat), math.radians(b.place.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.place.lon - a.place.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
