"""What is counted in an incident, in words: who counts how many, over which time and area."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from whosays.export.brief.counted import is_whole, last_said, number_words, spread
from whosays.export.brief.happening import Clause
from whosays.export.brief.voices import Said, claims_of, speakers, verb, who
from whosays.export.brief.wording import listed, plain, say, table
from whosays.model import Figure, Incident, Measure, Scope, Stance
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.sayings import MEASURES, Saying
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import key


def clauses_of(incident: Incident) -> Iterator[tuple[Measure, list[Clause]]]:
    """By measure, how far the counts spread, and who counts how many."""
    for measure in map(Measure, MEASURES):
        said = last_said(incident, measure)
        found = [*_spread(said, measure), *_counts(said, incident)]
        if found:
            yield measure, found


def _spread(said: Iterable[Saying], measure: Measure) -> Iterator[Clause]:
    low, high, behind = spread(said)
    if low != high:
        yield say("tolls", "spread", slot=str(table("slots")[measure.value]), low=low, high=high), behind


def in_short(incident: Incident) -> Clause:
    """How many died by all counts, as a clause, and the claims behind it; "" where counts do not compare."""
    said = last_said(incident, Measure.KILLED)
    low, high, behind = spread(said)
    if not low:
        return "", ()
    found = low if low == high else say("tolls", "from_to", low=low, high=high)
    slot = str(table("slots")[Measure.KILLED.value])
    return say("incidents", "toll", slot=slot, range=found), behind


def _counts(said: Sequence[Saying], incident: Incident) -> Iterator[Clause]:
    """Who counts how many, and who denies a count."""
    for how, told in (
        ("count", [one for one in said if not one.denied]),
        ("deny", [one for one in said if one.denied]),
    ):
        yield from _by_figures(told, incident, how)


def _by_figures(said: Sequence[Saying], incident: Incident, how: str) -> Iterator[Clause]:
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
    whole = [figure_words(one, incident) for one in _once(ordered) if is_whole(one)]
    parts = [_part(one) for one in ordered if not is_whole(one)]
    if not whole:
        return listed(f"{part} {table('tolls')[counts.figure(ordered[0]).measure.value]}" for part in parts)
    return say("tolls", "among", figure=listed(whole), parts=listed(parts)) if parts else listed(whole)


def _once(told: Sequence[Saying]) -> Iterator[Saying]:
    """Each number of one population once, in the words that say most of whom it counts."""
    alike: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in told:
        alike[number_words(counts.figure(one)), counts.population(one)].append(one)
    yield from (max(found, key=lambda one: len(_of(counts.figure(one)))) for found in alike.values())


def figure_words(one: Saying, incident: Incident) -> str:
    """The count as a sentence gives it, with its window and area."""
    figure = counts.figure(one)
    measure, of = str(table("tolls")[figure.measure.value]), _of(figure)
    key_ = "figure_bare" if not of else "part" if figure.measure is Measure.STRIKES else "figure"
    words = say("tolls", key_, number=number_words(figure), of=of, measure=measure)
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
    return say("tolls", "part", number=number_words(figure), of=plain(figure.of or ""))


def _of(figure: Figure) -> str:
    """Who is counted, in the report's words; "" where they say no more than the measure does."""
    of = plain(figure.of or "")
    words = set(of.casefold().split())
    is_open = not VOCABULARY.says_who(figure.of) or words & VOCABULARY.populations["open"]
    return "" if is_open or of.casefold() in table("tolls")["bare"] else of
