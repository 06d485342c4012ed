"""How one report tells of one happening: claims that leave out, round, blur and mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from bench.invented.text import Text
from bench.invented.world import Happening, Name, World
from whosays.model import (
    Claim,
    Figure,
    Interval,
    Kind,
    Location,
    Measure,
    Named,
    Place,
    Span,
    Stance,
    TimePrecision,
    Voice,
    VoiceSort,
)

VIOLENT = frozenset({Kind.AIRSTRIKE, Kind.ATTACK, Kind.BOMBING, Kind.CHEMICAL, Kind.CLASH, Kind.SHELLING})
"""Kinds besides which reports tell of the dead and the ruins."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Of what happening, in how many claims; one with the seed of another has its words."""

    happening: Happening
    size: int
    seed: int


@dataclass(frozen=True, slots=True)
class _Version:
    """What a report makes of a happening: the same in all its claims."""

    place: tuple[str, Place | None] | None
    time: Interval | None
    killed: tuple[int, int | None] | None
    wounded: tuple[int, int | None] | None


def tell(world: World, telling: Telling, text: Text) -> Iterator[Claim]:
    """Write it into `text`, a sentence for a claim. The ids of the claims are empty."""
    dice = Random(telling.seed)  # noqa: S311
    version = _version(telling.happening, world, dice)
    for nth in range(telling.size):
        yield _claim(world, telling.happening, version, text, dice, is_first=nth == 0)


def _version(happening: Happening, world: World, dice: Random) -> _Version:
    return _Version(
        place=_place(happening, world, dice),
        time=_time(happening.day, dice),
        killed=_count(happening.killed, dice) if dice.random() < 0.2 else None,
        wounded=_count(happening.wounded, dice) if dice.random() < 0.08 else None,
    )


def _place(happening: Happening, world: World, dice: Random) -> tuple[str, Place | None] | None:
    """The town, a part of it, a village that is on no map, the province, the country, or nothing."""
    town, luck = happening.town, dice.random()
    if luck < 0.48:
        return town.place.name, town.place
    if luck < 0.53:
        return f"{dice.choice(world.data['names']['parts'])} {town.place.name}", town.place
    if luck < 0.65:
        return happening.village, None
    if luck < 0.77:
        return town.province.name, town.province
    return (town.country.name, town.country) if luck < 0.86 else None


def _time(day: int, dice: Random) -> Interval | None:
    """The day, a day beside it, a week or a month that has it, or nothing."""
    luck = dice.random()
    if luck > 0.45:
        return None
    if luck < 0.33:
        told = date.fromordinal(day + (luck < 0.04))
        return Interval(told, told, TimePrecision.DAY)
    reach, precision = (6, TimePrecision.WEEK) if luck < 0.38 else (29, TimePrecision.MONTH)
    first = day - dice.randint(0, reach)
    return Interval(date.fromordinal(first), date.fromordinal(first + reach), precision)


def _count(count: int, dice: Random) -> tuple[int, int | None]:
    """The number or one near it; "at least" so many has no other end."""
    told = max(1, round(count * dice.choice((1, 1, 1, 1, 0.7, 0.9, 1.2, 1.5))))
    return told, told if dice.random() < 0.8 else None


def _claim(
    world: World, happening: Happening, version: _Version, text: Text, dice: Random, *, is_first: bool
) -> Claim:
    mark = text.end
    voices = tuple(_voices(world, text, dice))
    actors = tuple(_named(world, happening.actors, text, dice)) if dice.random() < 0.8 else ()
    kind = happening.kind if is_first else _kind(world, happening, dice)
    trigger = text.say(kind.value)
    targets = tuple(_named(world, happening.targets, text, dice)) if dice.random() < 0.8 else ()
    place = _location(version.place, text) if version.place and (is_first or dice.random() < 0.7) else None
    figures = tuple(_figures(version, text)) if kind in (Kind.HARM, happening.kind) else ()
    return Claim(
        id="",
        trigger=trigger,
        kind=kind,
        stance=Stance.ASSERTED if dice.random() < 0.93 else Stance.CONDITIONAL,
        evidence=_ended(world, text, dice, mark),
        voices=voices,
        actor=actors,
        target=targets,
        place=place,
        time=version.time if dice.random() < 0.9 else None,
        figures=figures,
    )


def _ended(world: World, text: Text, dice: Random, mark: int) -> Span:
    text.say(" ".join(dice.choices(world.words, k=dice.randint(1, 5))), ". ")
    return text.since(mark)


def _kind(world: World, happening: Happening, dice: Random) -> Kind:
    return world.besides.draw(dice) if happening.kind in VIOLENT else happening.kind


def _voices(world: World, text: Text, dice: Random) -> Iterator[Voice]:
    if dice.random() < 0.57:
        name = dice.choice(world.data["names"]["voices"])
        yield Voice(name, text.say(name), VoiceSort.UNKNOWN)
        text.say("said that")


def _named(world: World, names: tuple[Name, ...], text: Text, dice: Random) -> Iterator[Named]:
    for each in names:
        yield Named(each.name, text.say(each.name), each.party)
        text.say(dice.choice(world.words))  # without it, all reports of one side would share a passage


def _location(place: tuple[str, Place | None], text: Text) -> Location:
    name, found = place
    text.say("in")
    return Location(name, text.say(name), found)


def _figures(version: _Version, text: Text) -> Iterator[Figure]:
    for measure, count in ((Measure.KILLED, version.killed), (Measure.WOUNDED, version.wounded)):
        if count:
            yield Figure(measure, count[0], count[1], text.say(str(count[0])))
            text.say(measure.value)
