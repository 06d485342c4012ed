"""How the accounts of one incident stand to each other, slot by slot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from whosays.model import (
    Agreement,
    Comparison,
    Figure,
    FigureSort,
    Interval,
    Kind,
    Location,
    Named,
    Party,
    Slot,
    Told,
)
from whosays.reconcile.accounts import actors, counts, kinds, places, reasons, times
from whosays.reconcile.accounts.relation import Match, Pair, Relation, closest
from whosays.reconcile.accounts.sayings import MEASURES, Saying, sayings
from whosays.reconcile.accounts.vocabulary import ALL, VOCABULARY

Parties = Mapping[str, Party]


def compare(tolds: Iterable[Told], parties: Parties | None = None) -> tuple[Comparison, ...]:
    """One comparison for each slot that anybody fills, in the order of `Slot`.

    Each origin's finest values are compared with those of each other one, and the closest two decide: an
    origin that names three villages agrees with one that names one of them. Only claims of the incident's
    main family of kinds take part, so that who holds a town is no answer to who shelled it.
    """
    said = of_main_family(sayings(tolds, parties))
    found = (compare_slot(slot, [one for one in said if one.slot is slot], parties or {}) for slot in Slot)
    return tuple(comparison for comparison in found if comparison)


def of_main_family(said: Iterable[Saying]) -> list[Saying]:
    """What is said by claims of the family of kinds that most known origins speak of.

    Left out are parts of wholes that are not told, and what came of a deed where somebody says what it was.
    """
    kept = _telling([one for one in said if not _is_loose_part(one)])
    speaking: dict[str, set[str]] = {family: set() for family in VOCABULARY.families}
    for one in kept:
        if family := VOCABULARY.family(one.told.claim.kind):
            speaking[family] |= {one.origin.key} if one.known else set()
    main = max(speaking, key=lambda family: len(speaking[family]))
    return [one for one in kept if VOCABULARY.family(one.told.claim.kind) == main]


def compare_slot(slot: Slot, said: Sequence[Saying], parties: Parties) -> Comparison | None:
    """How what is said in one slot compares, None where nobody says anything."""
    if not said:
        return None
    if denial := next(denials(said, parties), None):
        agreement, reason = Agreement.CONTESTED, reasons.denial(*denial)
    else:
        agreement, reason = _asserted(slot, by_origin(said), parties)
    return Comparison(slot, agreement, reason, tuple(dict.fromkeys(one.claim for one in said)))


def by_origin(said: Iterable[Saying]) -> list[tuple[Saying, ...]]:
    """The finest values of each origin that asserts any, in the order of their keys."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for one in said:
        groups[one.origin.key].append(one)
    found = (_finest([one for one in groups[key] if not one.denied]) for key in sorted(groups))
    return [one for one in found if one]


def pairs(groups: Sequence[tuple[Saying, ...]], parties: Parties) -> list[Pair]:
    """Every two origins, and how their words on one slot stand to each other."""
    relations: dict[tuple[_Values, _Values], Relation | None] = {}
    valued = [(_decisive(group), group) for group in groups]
    found = []
    for (values, one), (values2, other) in combinations(valued, 2):
        if (values, values2) not in relations:  # hundreds of origins say few different things
            relations[values, values2] = between(one, other, parties)
        found.append(Pair(one, other, relations[values, values2]))
    return found


_Values = frozenset[Hashable]


def _decisive(said: Sequence[Saying]) -> _Values:
    """All of what an origin says on which it depends how it stands to what another says."""
    return frozenset(map(_value, said))


def _value(one: Saying) -> Hashable:
    match one.what:
        case Named() as named:
            return named.name, named.party
        case Location() as location:
            return location.name, location.place
        case Figure():
            return counts.value(one)
    return one.what


def between(some: Sequence[Saying], others: Sequence[Saying], parties: Parties) -> Relation | None:
    """The closest relation between values of two origins in one slot."""
    if some[0].slot in MEASURES.values():
        return counts.between(some, others)
    return closest(relate(one, other, parties) for one in some for other in others)


def relate(one: Saying, other: Saying, parties: Parties) -> Relation | None:
    """How two values of one slot stand to each other."""
    match one.what, other.what:
        case Kind() as kind, Kind() as kind2:
            return kinds.relate(kind, kind2)
        case Location() as here, Location() as there:
            return places.relate(here, there)
        case Interval() as time, Interval() as time2:
            return times.relate(time, time2)
        case Named() as named, Named() as named2:
            relate_names = actors.relate_targets if one.slot is Slot.TARGET else actors.relate
            return relate_names(named, named2, parties)
    return counts.relate(one, other)


def _telling(said: list[Saying]) -> list[Saying]:
    deeds = {one.what for one in said if one.slot is Slot.KIND and not one.denied} - VOCABULARY.effects
    families = {VOCABULARY.family(deed) for deed in deeds if isinstance(deed, Kind)}
    return [
        one
        for one in said
        if one.what not in VOCABULARY.effects or VOCABULARY.family(one.told.claim.kind) not in families
    ]


def _is_loose_part(one: Saying) -> bool:
    """Whether a figure is a part of another one, and it is not said which."""
    return (
        one.slot in MEASURES.values()
        and counts.figure(one).sort is FigureSort.PART
        and counts.population(one) == ALL
    )


def _finest(said: list[Saying]) -> tuple[Saying, ...]:
    """What an origin says, without what it says more exactly, too."""
    return tuple(one for one in said if not any(_is_coarser(one, other) for other in said))


def _is_coarser(one: Saying, other: Saying) -> bool:
    match one.what, other.what:
        case Kind() as kind, Kind() as kind2:
            return kinds.is_coarser(kind, kind2)
        case Location() as here, Location() as there:
            return places.is_coarser(here, there)
        case Interval() as time, Interval() as time2:
            return times.is_coarser(time, time2)
        case Named() as named, Named() as named2:
            return one.slot is Slot.ACTOR and actors.is_coarser(named, named2)
    return False


def denials(said: Sequence[Saying], parties: Parties) -> Iterator[tuple[Saying, Saying]]:
    """What somebody denies, and who else says it. Who says it himself in another claim denies nothing."""
    asserted = [one for one in said if not one.denied]
    own = {(one.origin.key, one.meaning) for one in asserted}
    for denial in (one for one in said if one.denied and (one.origin.key, one.meaning) not in own):
        for one in asserted:
            relation = relate(denial, one, parties)
            if one.origin.key != denial.origin.key and relation and relation.match <= Match.WITHIN:
                yield denial, one


def _asserted(slot: Slot, groups: Sequence[tuple[Saying, ...]], parties: Parties) -> tuple[Agreement, str]:
    if not groups:
        return Agreement.SINGLE, reasons.nobody_asserts()
    found = pairs(groups, parties)
    loosest = max(found, key=reasons.weight, default=None)
    if loosest and loosest.match is Match.APART:
        return _apart(slot, loosest)
    known = [pair for pair in found if pair.known]
    if not known:
        return Agreement.SINGLE, reasons.single(groups)
    if all(pair.match is Match.SAME for pair in known):
        return Agreement.AGREED, reasons.agreed([group for group in groups if group[0].known])
    return Agreement.COMPATIBLE, reasons.compatible(max(known, key=reasons.weight))


def _apart(slot: Slot, pair: Pair) -> tuple[Agreement, str]:
    if slot is Slot.ACTOR:
        return Agreement.CONTESTED, reasons.rivals(pair)
    return Agreement.DIFFERS, reasons.differs(pair)
