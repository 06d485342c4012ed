"""Who reports what, where and when, who denies it, and what they agree on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from whosays.export.brief.happening import Clause, Happening, most, said, voices
from whosays.export.brief.voices import claims_of, speakers, verb, who
from whosays.export.brief.wording import interval, listed, plain, say, spell, table
from whosays.model import Agreement, Interval, Kind, Location, PlacePrecision, Slot, Stance
from whosays.reconcile.accounts.sayings import Saying
from whosays.reconcile.naming import key


def what(happening: Happening) -> Iterator[Clause]:
    """Who reports what, where and when as far as they all say so, and who denies it; most voices first."""
    groups: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in happening.slot(Slot.KIND):
        groups[_how(one), one.meaning].append(one)
    for how in _HOWS:
        told = [found for (of, _), found in groups.items() if of == how]
        yield from (report(happening, how, found) for found in sorted(told, key=voices, reverse=True))


_HOWS = ("report", "unconfirmed", "deny")


def _how(one: Saying) -> str:
    if one.denied:
        return "deny"
    return "unconfirmed" if one.told.claim.stance is Stance.UNCONFIRMED else "report"


def report(happening: Happening, how: str, told: Sequence[Saying]) -> Clause:
    """Who reports, denies or leaves open one kind of thing."""
    speaking = speakers(map(said, told))
    circumstances, behind = _circumstances(happening, told) if how == "report" else ("", ())
    words = say(
        "incidents",
        how,
        who=who(speaking),
        report=verb("report", speaking),
        deny=verb("deny", speaking),
        tell=verb("tell", speaking),
        what=kind_words(Kind(told[0].words)),
        circumstances=circumstances,
    )
    return words, (*claims_of(speaking), *behind)


def kind_words(kind: Kind) -> str:
    """A kind as the object of "reports"."""
    return str(table("kinds")[kind.value])


def _circumstances(happening: Happening, told: Iterable[Saying]) -> Clause:
    """The place and the day, each if all of those who speak say the same."""
    origins = {one.origin.key for one in told}
    words, behind = "", list[str]()
    for slot in (Slot.PLACE, Slot.TIME):
        if shared := _shared([one for one in happening.slot(slot) if _is_placed(one, happening)], origins):
            words += _circumstance(shared[0])
            behind += [one.claim for one in shared]
    return words, tuple(behind)


def _circumstance(one: Saying) -> str:
    if isinstance(one.what, Location):
        return where(one.what)
    return f" {interval(one.what)}" if isinstance(one.what, Interval) else ""


def _is_placed(one: Saying, happening: Happening) -> bool:
    """Whether it is no place that has the name of somebody who acts: names that are read wrongly do."""
    if not isinstance(one.what, Location) or one.what.place:
        return True
    claims = [told.claim for told in happening.incident.told]
    acting = {key(named.name) for claim in claims for named in claim.actor}
    speaking = {key(voice.name) for claim in claims for voice in claim.voices}
    return key(one.what.name) not in acting | speaking


def _shared(told: Iterable[Saying], origins: set[str]) -> list[Saying]:
    """What all those origins say in a slot, the value that is said most often."""
    by_meaning: dict[str, list[Saying]] = defaultdict(list)
    for one in told:
        if one.origin.key in origins and not one.denied:
            by_meaning[one.meaning].append(one)
    whole = [found for found in by_meaning.values() if {one.origin.key for one in found} == origins]
    return max(whole, key=len, default=[])


def where(location: Location) -> str:
    """The place as the report names it; what lies in no closer place than a province stays there."""
    name = plain(location.name)
    precision = location.place.precision if location.place else PlacePrecision.TOWN
    wide = precision.value if precision.value in table("places") else "town"
    if wide == "province" and set(name.casefold().split()) & set(table("places")["province_words"]):
        wide = "country"
    return say("places", wide, name=name)


def agreed(happening: Happening) -> Iterator[Clause]:
    """The day and the place, where several origins say the same and none says otherwise."""
    together: dict[str, list[tuple[Slot, list[Saying]]]] = defaultdict(list)
    for slot in (Slot.TIME, Slot.PLACE):
        compared = happening.comparison(slot)
        if compared and compared.agreement is Agreement.AGREED:
            told = most(happening.slot(slot))
            together[who(speakers(map(said, told)))].append((slot, told))
    for names, agreed in together.items():
        speaking = speakers(said(one) for _, told in agreed for one in told)
        items = [
            _agreed_item(slot, told[0], first=n == 0 and len(agreed) > 1)
            for n, (slot, told) in enumerate(agreed)
        ]
        words = say("incidents", "agree", who=names, agree=verb("agree", speaking), items=listed(items))
        yield words, claims_of(speaking)


def _agreed_item(slot: Slot, one: Saying, *, first: bool) -> str:
    """As in "the day, 14 March 2008", with a comma behind it where another follows."""
    key_ = "agreed_first" if first else "agreed"
    return say("incidents", key_, slot=str(table("slots")[slot.value]), value=_value(one))


def _value(one: Saying) -> str:
    if isinstance(one.what, Interval):
        return spell(one.what.earliest, one.what.latest)
    return plain(one.what.name) if isinstance(one.what, Location) else one.words
