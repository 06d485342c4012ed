"""What reports tell of an invented war."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from bench.invented.telling import Telling, tell
from bench.invented.text import Text
from bench.invented.world import Happening, World
from whosays.model import Claim, Reading, Report
from whosays.model.identity import claim_id

READER = "invented"

CLAIMS_A_REPORT = 20

MOST_TOLD = 9

REPRINTED = 0.1
"""Share of tellings that have the words of another."""


def readings(claims: int, seed: int = 0) -> Iterator[Reading]:
    """Readings with `claims` claims in all, by day of publication; the same for the same `seed`."""
    dice = Random(seed)  # noqa: S311
    world = World(dice)
    for day, tellings in _reports(_tellings(world, dice, claims)):
        yield _reading(world, dice, day, tellings)


def _tellings(world: World, dice: Random, claims: int) -> list[tuple[int, Telling]]:
    """The days on which happenings are told, and how, in that order; those of one happening apart."""
    found = list[tuple[int, int, float, Telling]]()
    left = claims
    while left:
        happening = world.happening()
        for nth in range(min(int(dice.expovariate(0.6)) + 1, MOST_TOLD)):
            size = min(dice.choice((1, 1, 2, 2, 3, 4)), left)
            left -= size
            if size:
                day = happening.day + min(int(dice.expovariate(0.7)), 10)
                found.append((day, nth, dice.random(), Telling(happening, size, _seed(happening, dice))))
    return [(day, telling) for day, _, _, telling in sorted(found, key=lambda each: each[:3])]


def _seed(happening: Happening, dice: Random) -> int:
    return happening.seed if dice.random() < REPRINTED else dice.getrandbits(48)


def _reports(told: Iterable[tuple[int, Telling]]) -> Iterator[tuple[int, list[Telling]]]:
    """Some CLAIMS_A_REPORT claims at a time, with the day of the last."""
    tellings = list[Telling]()
    last = 0
    for day, telling in told:
        tellings.append(telling)
        last = day
        if sum(each.size for each in tellings) >= CLAIMS_A_REPORT:
            yield day, tellings
            tellings = []
    if tellings:
        yield last, tellings


def _reading(world: World, dice: Random, day: int, tellings: Sequence[Telling]) -> Reading:
    text = Text()
    claims = [claim for telling in tellings for claim in tell(world, telling, text)]
    report = Report(
        str(text).rstrip(),
        title=" ".join(_title(world, dice, tellings[0].happening)),
        publisher=dice.choice(world.outlets),
        published=date.fromordinal(day),
        language="en",
    )
    return Reading(report, READER, (), (), (), tuple(_identified(claims, report.digest)))


def _title(world: World, dice: Random, happening: Happening) -> Iterator[str]:
    yield happening.town.place.name
    yield happening.kind.value
    yield from dice.choices(world.words, k=5)


def _identified(claims: Iterable[Claim], digest: str) -> Iterator[Claim]:
    return (replace(claim, id=claim_id(digest, claim.trigger, claim.kind)) for claim in claims)
