"""What happens in an invented war."""

from __future__ import annotations

import tomllib
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random
from typing import Any, Generic, TypeVar

import numpy as np

from whosays.ground.gazetteer.gazetteer import Gazetteer
from whosays.ground.gazetteer.store import PACKAGED, Store
from whosays.ground.parties import Registry
from whosays.model import Kind, Place, PlacePrecision

TOWNS, PARTIES, WORDS, OUTLETS = 3000, 300, 4000, 60

FIRST_DAY, DAYS = date(2012, 1, 1).toordinal(), 3650

T = TypeVar("T")


class Choice(Generic[T]):
    """Things that are drawn as often as they weigh; without weights the n-th weighs one n-th (Zipf)."""

    def __init__(self, things: Sequence[T], weights: Sequence[float] = ()) -> None:
        self.things = things
        self._sums = list(accumulate(weights or (1 / n for n in range(1, len(things) + 1))))

    def draw(self, dice: Random) -> T:
        """One of them."""
        return self.things[bisect(self._sums, dice.random() * self._sums[-1], hi=len(self.things) - 1)]


@dataclass(frozen=True, slots=True)
class Town:
    """A town, and the province and country around it."""

    place: Place
    province: Place
    country: Place


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody is called, and the party that this is."""

    name: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened; `day` is an ordinal, `seed` tells it from any other."""

    seed: int
    day: int
    kind: Kind
    town: Town
    village: str
    actors: tuple[Name, ...]
    targets: tuple[Name, ...]
    killed: int
    wounded: int


class World:
    """Towns, parties and days, and happenings drawn from them by `dice`."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self.data = _data()
        self.words = _words(dice)
        self.outlets = [
            f"{word.title()} {dice.choice(self.data['names']['outlets'])}" for word in _words(dice)
        ]
        self.outlets = self.outlets[:OUTLETS]
        self.kinds = _kinds(self.data["kinds"])
        self.besides = _kinds(self.data["besides"])
        self._towns = Choice(_towns())
        self._days = _days(dice)
        self._parties = _parties(dice)
        self._actors = Choice([Name(name) for name in self.data["names"]["actors"]])
        self._targets = Choice([Name(name) for name in self.data["names"]["targets"]])

    def happening(self) -> Happening:
        """The next."""
        dice, town = self._dice, self._towns.draw(self._dice)
        return Happening(
            seed=dice.getrandbits(48),
            day=self._days.draw(dice),
            kind=self.kinds.draw(dice),
            town=town,
            village=dice.choice(self.words).title(),
            actors=self._some(self._actors, town.place.country, party=0.7),
            targets=self._some(self._targets, town.place.country, party=0.15),
            killed=int(dice.paretovariate(0.9)),
            wounded=int(2 * dice.paretovariate(0.9)),
        )

    def _some(self, common: Choice[Name], country: str | None, party: float) -> tuple[Name, ...]:
        """One or two names, each that of a party of the country or, less the share `party`, a common one."""
        dice = self._dice
        own = self._parties.get(country or "", common)
        drawn = [(own if dice.random() < party else common).draw(dice) for _ in range(dice.choice((1, 1, 2)))]
        return tuple(dict.fromkeys(drawn))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("world.toml").read_text("utf-8"))


def _kinds(shares: Mapping[str, float]) -> Choice[Kind]:
    return Choice([Kind(name) for name in shares], list(shares.values()))


def _words(dice: Random) -> list[str]:
    """Words of no language, each once."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
    made = ("".join(dice.choices(syllables, k=dice.choice((2, 3, 3, 4)))) for _ in range(WORDS))
    return list(dict.fromkeys(made))


def _days(dice: Random) -> Choice[int]:
    """Days in bursts: how much happens wanders, and now and then a day has many times as much."""
    level, levels = 0.0, list[float]()
    for _ in range(DAYS):
        level = 0.97 * level + dice.gauss(0, 0.15)
        levels.append(np.exp(level + (dice.random() < 0.01) * dice.uniform(1, 2.5)))
    return Choice(range(FIRST_DAY, FIRST_DAY + DAYS), levels)


def _parties(dice: Random) -> dict[str, Choice[Name]]:
    """The package's parties by the countries of the war; the first few act most."""
    found: dict[str, list[Name]] = {country: [] for country in _data()["countries"]}
    known = sorted(Registry.including(()), key=lambda party: party.id)
    for party in known:
        for country in found.keys() & set(party.countries):
            found[country].append(Name(min(party.names, key=len), party.id))
    for names in found.values():
        dice.shuffle(names)
    return {country: Choice(names[: PARTIES // len(found)]) for country, names in found.items() if names}


@cache
def _towns() -> tuple[Town, ...]:
    """The most populous towns of those countries, the largest first."""
    store, gazetteer = Store.open(PACKAGED), Gazetteer.open(PACKAGED)
    codes = [store.countries.index(code) for code in _data()["countries"]]
    columns = store.columns
    is_one = np.isin(columns["country"], codes) & (columns["kind"] == store.kinds.index("city"))
    rows = np.flatnonzero(is_one)
    largest = rows[np.argsort(-columns["population"][rows], kind="stable")][:TOWNS]
    places = (gazetteer.entry(int(row)).place for row in largest)
    return tuple(_town(gazetteer, place) for place in places)


def _town(gazetteer: Gazetteer, place: Place) -> Town:
    province = replace(place, geonames_id=None, name=place.admin1 or place.name, kind="province")
    country = gazetteer.country(place.country or "")
    return Town(
        place,
        replace(province, precision=PlacePrecision.PROVINCE),
        country.place if country else place,
    )
