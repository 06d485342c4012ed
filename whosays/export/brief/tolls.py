"""What is counted in an incident: every origin's last word, with window and area, and how far they spread."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whosays.export.brief.voices import Said, claims_of, speakers, verb, who
from whosays.export.brief.wording import listed, plain, say, table
from whosays.ground.parties import Registry
from whosays.model import Figure, FigureSort, Incident, Measure, PlacePrecision, Scope, Stance
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import MEASURES, Saying, figures_said
from whosays.reconcile.accounts.vocabulary import ALL, COMBATANTS, VOCABULARY
from whosays.reconcile.naming import key

LONG_DAYS = 14
"""Days that a claim spans from which on its count is a running total, and spreads no range."""

WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
"""Places that are wider than one happening."""

_Clause = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Count:
    """What one origin last said of one measure: its whole figures, the largest first, and parts of them."""

    whole: tuple[Saying, ...]
    parts: tuple[Saying, ...]

    @property
    def all(self) -> tuple[Saying, ...]:
        """Whole figures and parts."""
        return self.whole + self.parts


def clauses_of(incident: Incident) -> Iterator[tuple[Measure, list[_Clause]]]:
    """By measure, how far the counts spread, and who counts how many."""
    for measure in map(Measure, MEASURES):
        said = _said(incident, measure)
        found = [*_spread(said, measure), *_counts(said, incident)]
        if found:
            yield measure, found


def _spread(said: Iterable[Saying], measure: Measure) -> Iterator[_Clause]:
    low, high, behind = spread(said)
    if low != high:
        yield say("tolls", "spread", slot=str(table("slots")[measure.value]), low=low, high=high), behind


def in_short(incident: Incident) -> _Clause:
    """How many died by all counts, as a clause, and the claims behind it; "" where counts do not compare."""
    said = _said(incident, Measure.KILLED)
    low, high, behind = spread(said)
    if not low:
        return "", ()
    found = low if low == high else say("tolls", "from_to", low=low, high=high)
    slot = str(table("slots")[Measure.KILLED.value])
    return say("incidents", "toll", slot=slot, range=found), behind


def spread(said: Iterable[Saying]) -> tuple[str, str, tuple[str, ...]]:
    """The lowest and the highest count in words, and the claims that give them.

    Empty where combatants are counted, since nobody says whose they all were. Running totals, counts over a
    country, parts of a count and what its origin leaves open are passed over.
    """
    whole = [one for one in said if _is_whole(one) and not one.denied and not _is_apart(one)]
    if not whole or any(counts.population(one) == COMBATANTS for one in whole):
        return "", "", ()
    ends = sorted(whole, key=lambda one: (counts.representative(counts.figure(one)), one.claim))
    low, high = (_number(counts.figure(one)) for one in (ends[0], ends[-1]))
    return low, high, tuple(dict.fromkeys((ends[0].claim, ends[-1].claim)))


def steps(incident: Incident) -> Iterator[tuple[Saying, Saying]]:
    """Counts that their origin revised: what it counted before, by its own word, and what it counts now."""
    said = [one for one in figures_said(incident.told, Registry.default().parties) if not one.denied]
    groups: dict[tuple[str, str, str], list[Saying]] = defaultdict(list)
    for one in said:
        if _is_whole(one) or counts.figure(one).sort is FigureSort.FORMER:
            groups[one.origin.key, one.slot.value, counts.population(one)].append(one)
    for told in groups.values():
        last = next((one for one in reversed(told) if _is_whole(one)), None)
        before = next((one for one in told if last and _is_revised(one, last)), None)
        if last and before:
            yield before, last


def _is_revised(one: Saying, last: Saying) -> bool:
    """Whether the last count is another, and replaces it: of the same, later or by its own word."""
    former = counts.figure(one).sort is FigureSort.FORMER and one.claim == last.claim
    alike = counts.comparable(one, last) and one.told.claim.time == last.told.claim.time
    later = counts.earlier(one, last) and alike and not _runs(last)
    other = counts.representative(counts.figure(one)) != counts.representative(counts.figure(last))
    return other and (former or later)


def figure_words(one: Saying, incident: Incident) -> str:
    """The count as a sentence gives it, with its window and area."""
    return _whole(one, incident)


def number_words(one: Saying) -> str:
    """The number alone, as in "at least 9"."""
    return _number(counts.figure(one))


def highest(incident: Incident) -> float:
    """The highest count of the dead of the incident, of those that a range is made of."""
    said = _said(incident, Measure.KILLED)
    counted = (counts.figure(one) for one in said if not one.denied and not _is_apart(one))
    return max(map(counts.representative, counted), default=0)


def _said(incident: Incident, measure: Measure) -> list[Saying]:
    """What origins last said of a measure; former counts and parts of nobody knows what are left out."""
    found = figures_said(incident.told, Registry.default().parties)
    of = [one for one in found if counts.figure(one).measure is measure and not _is_out(counts.figure(one))]
    kept = [one for one in of if _is_whole(one) or counts.population(one) != ALL]
    by_origin: dict[str, list[Saying]] = defaultdict(list)
    for one in kept:
        by_origin[one.origin.key].append(one)
    return [one for told in by_origin.values() for one in counts.latest(told)]


def _is_out(figure: Figure) -> bool:
    return figure.sort is FigureSort.FORMER or (figure.low is None and figure.high is None)


def _is_whole(one: Saying) -> bool:
    return counts.figure(one).sort is FigureSort.COUNT


def _is_apart(one: Saying) -> bool:
    """Whether it is no count of this one happening: over long, over a country, or left open by its origin."""
    location = one.told.claim.place
    wide = location is not None and location.place is not None and location.place.precision in WIDE
    return wide or _runs(one) or one.told.claim.stance is Stance.UNCONFIRMED


def _runs(one: Saying) -> bool:
    """Whether it is a running total: over long, or over nobody knows how long."""
    scope, time = counts.figure(one).scope or Scope(), one.told.claim.time
    if time is None:
        return bool(scope.cumulative)
    return time.days is None or time.days > LONG_DAYS


def _counts(said: Sequence[Saying], incident: Incident) -> Iterator[_Clause]:
    """Who counts how many, and who denies a count."""
    for how, told in (
        ("count", [one for one in said if not one.denied]),
        ("deny", [one for one in said if one.denied]),
    ):
        yield from _by_figures(told, incident, how)


def _by_figures(said: Sequence[Saying], incident: Incident, how: str) -> Iterator[_Clause]:
    """A clause for those who give the same figures; those whom most voices give first."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for told in _by_voice(said).values():
        groups[_figures(told, incident)].extend(told)
    ordered = sorted(groups.items(), key=lambda item: -len({one.origin.key for one in item[1]}))
    for words, told in ordered:
        speaking = speakers(Said(one.told, one.origin) for one in told)
        yield (
            say(
                "tolls",
                how,
                who=who(speaking),
                count=verb("count", speaking),
                deny=verb("deny", speaking),
                figures=words,
            ),
            claims_of(speaking),
        )


def _by_voice(said: Iterable[Saying]) -> dict[tuple[str, str], list[Saying]]:
    found: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in said:
        (speaker,) = speakers([Said(one.told, one.origin)])
        found[one.origin.key, speaker.name].append(one)
    return found


def _figures(told: Sequence[Saying], incident: Incident) -> str:
    """As in "at least 17 civilians killed, among them 6 children"."""
    ordered = sorted(told, key=lambda one: -counts.representative(counts.figure(one)))
    whole = [_whole(one, incident) for one in _once(ordered) if _is_whole(one)]
    parts = [_part(one) for one in ordered if not _is_whole(one)]
    if not whole:
        return listed(f"{part} {table('tolls')[counts.figure(ordered[0]).measure.value]}" for part in parts)
    return say("tolls", "among", figure=listed(whole), parts=listed(parts)) if parts else listed(whole)


def _once(told: Sequence[Saying]) -> Iterator[Saying]:
    """Each number of one population once, in the words that say most of whom it counts."""
    alike: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in told:
        alike[_number(counts.figure(one)), counts.population(one)].append(one)
    yield from (max(found, key=lambda one: len(_of(counts.figure(one)))) for found in alike.values())


def _whole(one: Saying, incident: Incident) -> str:
    figure = counts.figure(one)
    measure, of = str(table("tolls")[figure.measure.value]), _of(figure)
    key_ = "figure_bare" if not of else "part" if figure.measure is Measure.STRIKES else "figure"
    words = say("tolls", key_, number=_number(figure), of=of, measure=measure)
    return _scoped(words, one, incident)


def _scoped(words: str, one: Saying, incident: Incident) -> str:
    scope, time = counts.figure(one).scope or Scope(), one.told.claim.time
    if scope.area and key(scope.area) not in {key(name) for name in _places(incident)[:1]}:
        words = say("tolls", "area", figure=words, area=plain(scope.area))
    if scope.window and scope.cumulative and (time is None or time.days != 1):
        words = say("tolls", "window", figure=words, window=plain(scope.window))
    unconfirmed = one.told.claim.stance is Stance.UNCONFIRMED
    return say("tolls", "unconfirmed", figure=words) if unconfirmed else words


def _places(incident: Incident) -> list[str]:
    """The names of the incident's places, the commonest first."""
    names = Counter(told.claim.place.name for told in incident.told if told.claim.place)
    return sorted(names, key=lambda name: (-names[name], name))


def _part(one: Saying) -> str:
    figure = counts.figure(one)
    return say("tolls", "part", number=_number(figure), of=plain(figure.of or ""))


def _of(figure: Figure) -> str:
    """Who is counted, in the report's words; "" where they say no more than the measure does."""
    of = plain(figure.of or "")
    words = set(of.casefold().split())
    is_open = not VOCABULARY.says_who(figure.of) or words & VOCABULARY.populations["open"]
    return "" if is_open or of.casefold() in table("tolls")["bare"] else of


def _number(figure: Figure) -> str:
    low, high = (None if end is None else f"{end:,.10g}" for end in (figure.low, figure.high))
    if low == high:
        return str(low)
    if high is None:
        return say("tolls", "at_least", low=str(low))
    return say("tolls", "between", low=low, high=high) if low else say("tolls", "at_most", high=high)
