"""How well a place answers to a name: a table of weights, added up.

Populations count by their order of magnitude: each factor of ten is worth 1. All other weights are
on that scale, found by trying values, one at a time, on news text with marked places.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from whosays.ground.gazetteer import Candidate
from whosays.ground.places.picture import View

_UNKNOWN_PEOPLE = 300_000
_KINDS = {"country": 3.1, "continent": 2.5, "province": 0.3, "district": -1.2, "city": 0.0}
_OTHER_KIND = 3.0
_OWN = 1.3
_EXACT = 1.0
_CAPITAL = 2.0
_ASKED = 6.0
_TOWN_OF_PROVINCE = 3.0
_POINTED = 4.0
_BESIDE = 8.0
_COUNTRY_SHARE = 4.8
_DIVISION_SHARE = 2.5
_NEARNESS = 2.0
_NEAR_KM = 90.0

_PARTS_OF_COUNTRIES = frozenset({"city", "district", "province"})
_EXCLUDED = {"city": {"province"}, "district": {"province", "city"}, "province": {"city"}}
_LARGE = 150_000
_HEARD = 0.1
_SETTLED = 0.4
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Question:
    """A name to resolve; two with the same name and the same words around have the same answer.

    `asked` is the kind of place that a noun beside it asks for, empty if none does; `wide`, that more
    than a town is meant. `beside` are rows that may hold the place, `holds` rows that hold the one before.
    """

    name: str
    candidates: tuple[Candidate, ...] = field(compare=False)
    asked: str = ""
    wide: bool = False
    beside: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()


def admissible(candidate: Candidate, question: Question, view: View) -> bool:
    """Whether the place can be meant at all: better none than a town for its province, or one far away."""
    kind = candidate.place.kind
    if question.asked in _PARTS_OF_COUNTRIES and kind in _EXCLUDED[question.asked]:
        return False
    if kind in {"country", "continent"} or pointed_to(candidate, question):
        return True
    return _in_earshot(candidate, view)


def _in_earshot(candidate: Candidate, view: View) -> bool:
    """A sound-alike must lie where the report does; a small town not where nothing else of it does."""
    share, main = view.country_share(candidate), view.main_share()
    if not candidate.exact:
        return share >= max(_HEARD, main / 2) or (main < _HEARD and candidate.population >= _LARGE)
    return candidate.population == 0 or candidate.population >= _LARGE or share > 0 or main < _SETTLED


def score(candidate: Candidate, question: Question, view: View) -> float:
    """The sum of the weights; the highest wins."""
    return sum(parts(candidate, question, view).values())


def parts(candidate: Candidate, question: Question, view: View) -> dict[str, float]:
    """The weights, each under what it is for."""
    return {
        "people": math.log10((candidate.population or _UNKNOWN_PEOPLE) + 10),
        "kind": _KINDS.get(candidate.place.kind, _OTHER_KIND),
        "own name": _OWN * candidate.own,
        "spelling": _EXACT * candidate.exact,
        "capital": _CAPITAL * candidate.capital,
        "pointed to": _POINTED * (candidate.row in view.pointed and not question.asked and not question.wide),
        "beside": _BESIDE * pointed_to(candidate, question),
        "fit": _fit(candidate, question),
        "country": _COUNTRY_SHARE * _root(view.country_share(candidate)),
        "division": _DIVISION_SHARE
        * max((_root(view.share(row)) for row in candidate.within[:-1]), default=0.0),
        "nearness": _NEARNESS * _nearness(candidate, view.small),
    }


def pointed_to(candidate: Candidate, question: Question) -> bool:
    """Whether the name beside names what holds the place, or what the place holds."""
    return not question.beside.isdisjoint(candidate.within) or candidate.row in question.holds


def _fit(candidate: Candidate, question: Question) -> float:
    """Whether the kind agrees with what the words beside the name ask for.

    If they ask for nothing, a name that a province shares with a town in it means the town.
    """
    kind = candidate.place.kind
    if question.asked in _PARTS_OF_COUNTRIES and kind != "country":
        return _ASKED if kind == question.asked else -_ASKED * (kind in _PARTS_OF_COUNTRIES)
    if question.wide:
        return -_TOWN_OF_PROVINCE * (kind == "city")
    if kind not in {"province", "district"}:
        return 0.0
    towns = (other for other in question.candidates if other.place.kind == "city")
    return -_TOWN_OF_PROVINCE * any(_is_division_of(candidate, town) for town in towns)


def _is_division_of(candidate: Candidate, town: Candidate) -> bool:
    """Whether the candidate is the province or, as far as can be told, the district around the town."""
    if candidate.place.kind == "district":
        return candidate.within[-1:] == town.within[-1:] and candidate.place.admin1 == town.place.admin1
    return candidate.place.kind == "province" and candidate.row in town.within


def _root(share: float) -> float:
    """Shares by their square root: the first places named weigh most."""
    return math.sqrt(min(1.0, share))


def _nearness(candidate: Candidate, others: Sequence[Candidate]) -> float:
    """1 beside the nearest other place of the report, falling with distance."""
    distances = (distance_km(candidate, other) for other in others if other.row != candidate.row)
    return math.exp(-min(distances, default=math.inf) / _NEAR_KM)


def distance_km(a: Candidate, b: Candidate) -> float:
    """Great-circle distance between two places' points."""
    lat1, lat2 = math.radians(a.place.lat), math.radians(b.place.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.place.lon - a.place.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
