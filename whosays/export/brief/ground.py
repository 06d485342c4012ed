"""Who is said to hold which place at the end of the period, and by whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whosays.export.brief.document import Paragraph, Sentence
from whosays.export.brief.scope import Material
from whosays.export.brief.voices import Said, claims_of, speakers, verb, who, with_article
from whosays.export.brief.wording import clauses, day, listed, plain, quoted, say, sentence, table
from whosays.export.control import Holdings
from whosays.ground.parties import Registry
from whosays.model import PlacePrecision, Told
from whosays.reconcile.control import Control, History, Holder, Statement, Status
from whosays.reconcile.naming import LONGEST

MOST_PLACES = 10
"""Places that a brief tells of: those that most claims speak of, contested ones first."""

WIDE = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
"""Places of which nobody holds the whole."""

_Clause = tuple[str, tuple[str, ...]]


def standing(found: Holdings, material: Material) -> Iterator[Paragraph]:
    """How places stand on the last day, where a claim in scope says so; contested ones first."""
    until, ids = material.scope.until, material.ids
    standings = [(history, history.on(until)) for history in found.histories]
    told_of = [each for each in standings if ids.intersection(each[1].claims) and _is_told(*each)]
    for history, on in sorted(told_of, key=_weight)[:MOST_PLACES]:
        yield Paragraph((_sentence(history, on, found.told),), _label(history, on, found.told))


def _is_told(history: History, on: Control) -> bool:
    """Whether anybody is said to hold it, and it is smaller than a country."""
    wide = history.place is not None and history.place.precision in WIDE
    return bool(on.holders) and not wide


def _weight(item: tuple[History, Control]) -> tuple[bool, int, str]:
    history, on = item
    return on.status is not Status.CONTESTED, -len(on.claims), history.key


def _label(history: History, on: Control, told: Mapping[str, Told]) -> str:
    name = place_name(history, told)
    return say("incidents", "contested", label=name) if on.status is Status.CONTESTED else name


def _sentence(history: History, on: Control, told: Mapping[str, Told]) -> Sentence:
    said = [each for each in history.statements if each.claim in on.claims]
    words, claims = said_of(place_name(history, told), said, told)
    if on.status is Status.UNDISPUTED:
        words = say("control", "undisputed", clauses=words)
    return Sentence(sentence(words), claims)


def said_of(name: str, statements: Sequence[Statement], told: Mapping[str, Told]) -> _Clause:
    """What statements say of the place of that name, those of one content by all who say so together."""
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for each in statements:
        groups[_how(each), _holders(each.holders), _holders(each.not_holders)].append(each)
    found = [_clause(how, group, name, told) for (how, _, _), group in groups.items()]
    return clauses([words for words, _ in found]), tuple(
        dict.fromkeys(c for _, claims in found for c in claims)
    )


def place_name(history: History, told: Mapping[str, Told]) -> str:
    """The place as most reports call it, with the part of it that is meant."""
    names = [place.name for said in history.statements if (place := told[said.claim].claim.place)]
    common = max(sorted(set(names)), key=names.count, default=history.name)
    if history.part:
        return plain(f"{common}, {history.part}")
    is_province = history.place is not None and history.place.precision is PlacePrecision.PROVINCE
    says_so = set(common.casefold().split()) & set(table("places")["province_words"])
    return (
        say("places", "named_province", name=plain(common)) if is_province and not says_so else plain(common)
    )


def _how(said: Statement) -> str:
    if said.denied:
        return "denied" if said.not_holders else "hold"
    if said.event.value == "oust" and not said.not_holders:
        return "oust_all"
    if said.event.value == "lose" and not said.not_holders:
        return "take"
    return said.event.value if said.event.value in table("control") else "hold"


def _clause(how: str, group: Sequence[Statement], name: str, told: Mapping[str, Told]) -> _Clause:
    speaking = speakers(Said(told[each.claim], each.origin) for each in group)
    days = [each.day for each in group if each.day]
    words = say(
        "control",
        how,
        who=who(speaking),
        say=verb("say", speaking),
        deny=verb("deny", speaking),
        holders=_holders(group[0].holders),
        others=_holders(group[0].not_holders),
        place=name,
        on=say("control", "on", day=day(max(days))) if days else "",
        as_of=say("control", "as_of", day=day(max(days))) if days else "",
    )
    return words, claims_of(speaking)


def _holders(holders: Iterable[Holder]) -> str:
    """Parties that the registry knows by its names, others in the report's words."""
    return listed(_holder(each) for each in holders)


def _holder(holder: Holder) -> str:
    known = Registry.default().get(holder.party) if holder.party else None
    return with_article(known.names[0]) if known else quoted(holder.name, LONGEST)
