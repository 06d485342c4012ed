"""Place by time by holder: what was said of who holds a place, and how that stands on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from whosays.model import Origin, OriginSort, Party, Place, Told
from whosays.reconcile.control.standing import Control, parted, standing, together
from whosays.reconcile.control.statement import Statement, statement
from whosays.reconcile.control.where import Held
from whosays.reconcile.sides import Sides

FRESH_DAYS = 30
"""Days for which a word on who holds a place stands beside a later one; after them it is history."""

_Dated = tuple[date, Statement]


@dataclass(frozen=True, slots=True)
class History:
    """All that was said of who holds one place, in the order of days; without a day last.

    `part` is the part of the place that it speaks of ("east"), "" the whole. What is said of a province says
    nothing of its towns: each has a history of its own. `sides` is who stands with whom.
    """

    key: str
    part: str
    name: str
    place: Place | None
    statements: tuple[Statement, ...]
    sides: Sides = field(repr=False, compare=False)

    def on(self, day: date) -> Control:
        """How it stands on that day, by what had happened and was said until then."""
        known = [
            (said.day, said) for said in self.statements if said.settles and said.day and said.day <= day
        ]
        whole = list(_whole(known, self.sides))
        return standing(_current(whole, self.sides), self.sides)


def control(
    tolds: Iterable[Told], origin: Callable[[Told], Origin], parties: Mapping[str, Party]
) -> tuple[History, ...]:
    """The history of each place that anybody is said to hold, by key and part.

    `origin` says whom a claim rests on, `parties` who stands with whom. The order of `tolds` does not matter.
    """
    found: dict[tuple[str, str], list[tuple[Held, Statement]]] = defaultdict(list)
    for told in tolds:
        if each := statement(told, origin):
            found[each[0].key, each[0].part].append(each)
    sides = Sides(parties)
    return tuple(_history(found[key], sides) for key in sorted(found))


def _history(said: Sequence[tuple[Held, Statement]], sides: Sides) -> History:
    place = min((held for held, _ in said), key=lambda held: (held.name, repr(held.place)))
    statements = sorted({each for _, each in said}, key=lambda s: (s.day or date.max, s.report, s.claim))
    return History(place.key, place.part, place.name, place.place, tuple(statements), sides)


def _whole(known: Sequence[_Dated], sides: Sides) -> Iterator[_Dated]:
    """Without those whose report, or origin, gives the place to two sides on one day: they speak of parts."""
    by_day: dict[date, list[Statement]] = defaultdict(list)
    for day, said in known:
        by_day[day].append(said)
    for day, said in known:
        beside = (other for other in by_day[day] if other.report == said.report or _same_origin(said, other))
        apart = any(_contradicts(other, said, sides) for other in beside)
        if together(said.holders, sides, day) and not apart:
            yield day, said


def _contradicts(other: Statement, said: Statement, sides: Sides) -> bool:
    """Whether the other names another side; "seized the rebel-held town" only says who held it before."""
    before = said.changes and other.in_passing
    return not before and parted(said.holders, other.holders, sides, said.day)


def _current(known: Sequence[_Dated], sides: Sides) -> list[Statement]:
    """What still counts: since the place last changed hands, and not long before the last word on it."""
    last = max((day for day, _ in known), default=date.min)
    fresh = [(day, said) for day, said in known if (last - day).days <= FRESH_DAYS]
    begun = _begun(fresh, sides)
    return _unrevised([(day, said) for day, said in fresh if day >= begun], sides)


def _begun(fresh: Sequence[_Dated], sides: Sides) -> date:
    """The first day on which the last takers are said to have taken it, with no other takers since."""
    changes = [(day, said) for day, said in fresh if said.changes]
    begun = date.min
    for day, said in reversed(changes):
        last_day, last = changes[-1]
        if day != last_day and parted(said.holders, last.holders, sides, day):
            break
        begun = day
    return begun


def _unrevised(known: Sequence[_Dated], sides: Sides) -> list[Statement]:
    """Without what its own origin says otherwise on a later day."""
    by_origin: dict[str, list[_Dated]] = defaultdict(list)
    for day, said in known:
        if said.origin.sort is not OriginSort.UNKNOWN:
            by_origin[said.origin.key].append((day, said))
    return [
        said
        for day, said in known
        if not any(
            later > day and parted(said.holders, other.holders, sides, later)
            for later, other in by_origin[said.origin.key]
        )
    ]


def _same_origin(one: Statement, other: Statement) -> bool:
    return one.origin.sort is not OriginSort.UNKNOWN and one.origin.key == other.origin.key
