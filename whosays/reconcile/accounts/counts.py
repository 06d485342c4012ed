"""How two figures stand to each other: by who is counted, over what, and how many."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence

from whosays.model import Figure, Measure, Scope
from whosays.reconcile.accounts import places, times
from whosays.reconcile.accounts.relation import Match, Relation, closest
from whosays.reconcile.accounts.sayings import Moment, Saying
from whosays.reconcile.accounts.vocabulary import ALL, VOCABULARY
from whosays.reconcile.naming import brief, key


def figure(saying: Saying) -> Figure:
    """The figure that is said."""
    if not isinstance(saying.what, Figure):
        raise TypeError(f"{saying.words!r} is no figure")
    return saying.what


def population(saying: Saying) -> str:
    """Who is counted. Strikes are all alike, and a speaker beside a number is not counted."""
    found = figure(saying)
    speaks = key(found.of or "") in {key(voice.name) for voice in saying.told.claim.voices}
    return ALL if speaks or found.measure is Measure.STRIKES else VOCABULARY.population(found.of)


def ends(found: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    return found.low or 0, math.inf if found.high is None else found.high


def value(saying: Saying) -> Hashable:
    """All of a figure and its claim on which `between` depends."""
    found, claim = figure(saying), saying.told.claim
    where = (claim.place.name, claim.place.place) if claim.place and found.scope else None
    return population(saying), ends(found), found.scope, Moment.of(saying.told), claim.time, where


def relate(one: Saying, other: Saying) -> Relation:
    """Figures of others or over another scope do not meet; of the same, they overlap, follow or differ."""
    if why := other_scope(one, other):
        return Relation(Match.OPEN, why)
    for part, whole in ((one, other), (other, one)):
        if VOCABULARY.is_part(population(part), population(whole)):
            return _of_a_part(part, whole)
    if population(one) != population(other):
        return Relation(Match.OPEN, f"they count {population(one)} and {population(other)}")
    return _of_the_same(one, other)


def between(some: Iterable[Saying], others: Iterable[Saying]) -> Relation | None:
    """How what two origins last said stands to each other; what can be compared decides."""
    pairs = [(one, other) for one in latest(some) for other in latest(others)]
    alike = [pair for pair in pairs if comparable(*pair)]
    return closest(relate(one, other) for one, other in alike or pairs)


def comparable(one: Saying, other: Saying) -> bool:
    """Whether two figures count the same people over the same scope."""
    return population(one) == population(other) and other_scope(one, other) is None


def latest(said: Iterable[Saying]) -> list[Saying]:
    """Of each population, what an origin said on the last day on which it spoke of it."""
    said = list(said)
    last: dict[str, Moment] = {}
    for one in said:
        when = Moment.of(one.told)
        last[population(one)] = max(when, last.get(population(one), when))
    return [one for one in said if Moment.of(one.told).day == last[population(one)].day]


def earlier(one: Saying, other: Saying) -> bool:
    """Whether one came out before the other: by the day, and by the hour where both give it."""
    mine, its = Moment.of(one.told), Moment.of(other.told)
    if mine.undated or its.undated:
        return False
    return mine.day < its.day or (mine.day == its.day and "" < mine.instant < its.instant)


def other_scope(one: Saying, other: Saying) -> str | None:
    """Why two figures are counted over different things, None where they may be over the same."""
    mine, its = figure(one).scope or Scope(), figure(other).scope or Scope()
    if mine.area and its.area and not _same_area(one, other, mine.area, its.area):
        return _over(mine.area, its.area)
    if mine.window and its.window and not _same_window(one, other, mine.window, its.window):
        return _over(mine.window, its.window)
    return _crossed(one, other, mine, its)


def _crossed(one: Saying, other: Saying, mine: Scope, its: Scope) -> str | None:
    """Why, where one is counted in an area and the other over a time; None where both tell of one day."""
    area, window = (mine.area, its.window) if mine.area else (its.area, mine.window)
    if not area or not window or (mine.area and mine.window) or (its.area and its.window):
        return None
    here, there = one.told.claim.time, other.told.claim.time
    if here and there and times.relate(here, there).match is Match.SAME:
        return None
    return f"one is counted in “{brief(area)}”, the other over “{brief(window)}”"


def _over(one: str, other: str) -> str:
    first, second = sorted((brief(one), brief(other)))
    return f"they are counted over “{first}” and “{second}”"


def _same_area(one: Saying, other: Saying, area: str, area2: str) -> bool:
    here, there = one.told.claim.place, other.told.claim.place
    if key(area) == key(area2):
        return True
    if not here or not there or key(here.name) != key(area) or key(there.name) != key(area2):
        return False
    found = places.relate(here, there)
    return found is not None and found.match in (Match.SAME, Match.OPEN)


def _same_window(one: Saying, other: Saying, window: str, window2: str) -> bool:
    if one.told.claim.time and other.told.claim.time:
        return times.relate(one.told.claim.time, other.told.claim.time).match is Match.SAME
    return key(window) == key(window2)


def _of_a_part(part: Saying, whole: Saying) -> Relation:
    if ends(figure(part))[0] <= ends(figure(whole))[1] or earlier(whole, part):
        return Relation(Match.WITHIN, f"{population(part)} are a part of {_all_of(population(whole))}")
    return Relation(Match.APART)


def _all_of(whole: str) -> str:
    return "all who are counted" if whole == ALL else whole


def _of_the_same(one: Saying, other: Saying) -> Relation:
    mine, its = ends(figure(one)), ends(figure(other))
    if mine == its:
        return Relation(Match.SAME)
    if max(mine[0], its[0]) <= min(mine[1], its[1]):
        return Relation(Match.WITHIN, "the two ranges overlap")
    first, second = sorted((one, other), key=lambda saying: ends(figure(saying)))
    if earlier(first, second):
        return Relation(Match.WITHIN, "the smaller one is the earlier, of a count that rises")
    return Relation(Match.APART)


def representative(found: Figure) -> float:
    """The number that stands for a figure where one is needed: its lower end, else its upper."""
    return found.low if found.low is not None else found.high or 0


def spoken(said: Sequence[Saying]) -> str:
    """The figures in words, smallest first."""
    ordered = sorted(said, key=lambda one: (ends(figure(one)), one.words))
    return ", ".join(dict.fromkeys(one.words for one in ordered))
