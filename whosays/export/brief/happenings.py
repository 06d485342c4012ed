"""What is said of one incident: what it was, where, when, who did it, who was hit, how many suffered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whosays.export.brief import tolls
from whosays.export.brief.document import Paragraph, Sentence
from whosays.export.brief.voices import Said, Speaker, claims_of, innermost, speakers, verb, who
from whosays.export.brief.wording import (
    MOST,
    clauses,
    interval,
    listed,
    number,
    plain,
    quoted,
    say,
    sentence,
    spell,
    table,
)
from whosays.ground.parties import Registry
from whosays.model import (
    Agreement,
    Comparison,
    Incident,
    Interval,
    Kind,
    Location,
    Named,
    PlacePrecision,
    Slot,
    Stance,
)
from whosays.reconcile.accounts.compare import of_main_family
from whosays.reconcile.accounts.sayings import Saying, sayings
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import LONGEST, key, tells_apart

MOST_CLAUSES = 4
"""Sentences of one sort that a paragraph has: those that most voices stand behind."""

_Clause = tuple[str, tuple[str, ...]]
"""Words, and the claims behind them."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with all that its claims say of it, slot by slot."""

    incident: Incident
    sayings: tuple[Saying, ...]

    @classmethod
    def of(cls, incident: Incident) -> Happening:
        """What is said of the incident, in the family of kinds that most origins speak of."""
        said = of_main_family(sayings(incident.told, Registry.default().parties))
        return cls(incident, tuple(said))

    def slot(self, slot: Slot) -> list[Saying]:
        """What is said in one slot."""
        return [one for one in self.sayings if one.slot is slot]

    @property
    def known(self) -> int:
        """How many known origins tell of it."""
        return len({one.origin.key for one in self.sayings if one.known})

    def comparison(self, slot: Slot) -> Comparison | None:
        """How the accounts stand to each other in a slot."""
        return next((each for each in self.incident.comparisons if each.slot is slot), None)


def said(one: Saying) -> Said:
    """Whose word it is."""
    return Said(one.told, one.origin)


def paragraphs(happening: Happening) -> Iterator[Paragraph]:
    """What it was, with what is agreed; who did it to whom; and how many suffered."""
    what = _label(str(table("incidents")["label_what"]), happening.comparison(Slot.KIND))
    yield from _paragraph(what, [*_what(happening), *_agreed(happening)])
    yield from _paragraph(_doers_label(happening), _doers(happening))
    yield from _paragraph(table("incidents")["label_targets"], _targets(happening))
    for measure, found in tolls.clauses_of(happening.incident):
        compared = happening.comparison(Slot(measure.value))
        yield from _paragraph(_label(str(table("slots")[measure.value]), compared), found)


def _paragraph(label: str, found: Iterable[_Clause]) -> Iterator[Paragraph]:
    sentences = tuple(Sentence(sentence(words), tuple(dict.fromkeys(claims))) for words, claims in found)
    if sentences:
        yield Paragraph(sentences, label[:1].upper() + label[1:])


def _label(label: str, compared: Comparison | None) -> str:
    """The label, which says so where somebody denies what another says."""
    contested = compared is not None and compared.agreement is Agreement.CONTESTED
    return say("incidents", "contested", label=label) if contested else label


def in_short(happening: Happening) -> Sentence:
    """The incident in one sentence: who tells of what, who denies it, how many died, where accounts part.

    Some claim must say, or deny, what it was.
    """
    found = [*_told(happening), *_denied(happening), tolls.in_short(happening.incident), _apart(happening)]
    words = clauses([words for words, _ in found if words])
    return Sentence(sentence(words), tuple(dict.fromkeys(claim for _, claims in found for claim in claims)))


def _told(happening: Happening) -> Iterator[_Clause]:
    """How many origins tell of it, or who where it is one alone."""
    asserted = [one for one in happening.slot(Slot.KIND) if not one.denied]
    telling = [one for one in happening.sayings if not one.denied]
    count = len({one.origin.key for one in telling if one.known})
    if asserted and count > 1:
        origins = say("incidents", "origins", count=number(count))
        yield say("incidents", "in_short", origins=origins, what=_kinds_of(asserted)), _one_each(telling)
    elif asserted:
        speaking = speakers(map(said, asserted))
        slots = {"who": who(speaking), "report": verb("report", speaking), "what": _kinds_of(asserted)}
        yield say("incidents", "in_short_one", **slots), claims_of(speaking)


def _denied(happening: Happening) -> Iterator[_Clause]:
    """Who denies what, of what most voices deny."""
    denied = [one for one in happening.slot(Slot.KIND) if one.denied and isinstance(one.what, Kind)]
    if denied:
        most = _most(denied)
        yield _report(happening, "deny", Kind(str(most[0].what)), most)


def _kinds_of(told: Iterable[Saying]) -> str:
    often = Counter(one.what for one in told if isinstance(one.what, Kind))
    ordered = sorted(often, key=lambda kind: (-often[kind], kind))
    return listed((kind_words(kind) for kind in ordered), "or")


def kind_words(kind: Kind) -> str:
    """A kind as the object of "reports"."""
    return str(table("kinds")[kind.value])


def _one_each(told: Iterable[Saying]) -> tuple[str, ...]:
    """The first claim of each origin."""
    first: dict[str, str] = {}
    for one in told:
        first.setdefault(one.origin.key, one.claim)
    return tuple(first.values())


def _apart(happening: Happening) -> _Clause:
    """The slots in which the accounts part, with two claims of each; "" where they do not."""
    apart = [each for each in happening.incident.comparisons if each.is_apart]
    words = table("slots") | ({"actor": table("slots")["sides"]} if _has_sides(happening) else {})
    slots = listed(str(words[each.slot.value]) for each in apart)
    behind = tuple(claim for each in apart for claim in each.claims[:2])
    return (say("incidents", "apart", slots=slots), behind) if apart else ("", ())


def _what(happening: Happening) -> Iterator[_Clause]:
    """Who reports what, where and when as far as they all say so, and who denies it; most voices first."""
    groups: dict[tuple[bool, bool, Kind], list[Saying]] = defaultdict(list)
    for one in happening.slot(Slot.KIND):
        if isinstance(one.what, Kind):
            groups[one.denied, one.told.claim.stance is Stance.UNCONFIRMED, one.what].append(one)
    for (denied, is_open, kind), told in sorted(
        groups.items(), key=lambda item: (item[0][:2], -_voices(item[1]))
    ):
        yield _report(happening, "deny" if denied else "unconfirmed" if is_open else "report", kind, told)


def _voices(told: Iterable[Saying]) -> int:
    return len({one.origin.key for one in told})


def _report(happening: Happening, how: str, kind: Kind, told: list[Saying]) -> _Clause:
    speaking = speakers(map(said, told))
    circumstances, behind = _circumstances(happening, told) if how == "report" else ("", ())
    words = say(
        "incidents",
        how,
        who=who(speaking),
        report=verb("report", speaking),
        deny=verb("deny", speaking),
        tell=verb("tell", speaking),
        what=kind_words(kind),
        circumstances=circumstances,
    )
    return words, (*claims_of(speaking), *behind)


def _circumstances(happening: Happening, told: Iterable[Saying]) -> _Clause:
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


def _agreed(happening: Happening) -> Iterator[_Clause]:
    """The day and the place, where several origins say the same and none says otherwise."""
    together: dict[str, list[tuple[Slot, list[Saying]]]] = defaultdict(list)
    for slot in (Slot.TIME, Slot.PLACE):
        compared = happening.comparison(slot)
        if compared and compared.agreement is Agreement.AGREED:
            told = _most(happening.slot(slot))
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


def _most(told: Sequence[Saying]) -> list[Saying]:
    """The value that most origins say, and who says it."""
    by_meaning: dict[str, list[Saying]] = defaultdict(list)
    for one in told:
        by_meaning[one.meaning].append(one)
    return max(by_meaning.values(), key=_voices)


def _value(one: Saying) -> str:
    if isinstance(one.what, Interval):
        return spell(one.what.earliest, one.what.latest)
    return plain(one.what.name) if isinstance(one.what, Location) else one.words


def _role(happening: Happening) -> str | None:
    kinds = Counter(one.what for one in happening.slot(Slot.KIND) if isinstance(one.what, Kind))
    roles: Mapping[str, str] = table("roles")
    return next((roles[kind] for kind, _ in kinds.most_common() if kind in roles), None)


def _doers_label(happening: Happening) -> str:
    sides = _has_sides(happening)
    label = str(table("slots")["sides"] if sides else table("incidents")["label_doers"])
    return _label(label, None if sides else happening.comparison(Slot.ACTOR))


def _has_sides(happening: Happening) -> bool:
    """Whether it is told as a fight, which has two sides and no doer."""
    return _role(happening) == str(table("roles")[Kind.CLASH.value])


def _doers(happening: Happening) -> Iterator[_Clause]:
    """Who names whom as the doer, who accuses whom, and who denies it."""
    role = _role(happening)
    if role is None:
        return
    told = [one for one in happening.slot(Slot.ACTOR) if _names_doer(one, happening)]
    named = {_meant(one) for one in told if _how(one) == "doer"}
    for how in _HOWS:
        of = [one for one in told if _how(one) == how]
        if how == "doer":
            of = _telling(of)
        elif how == "accused":
            of = [] if _has_sides(happening) else [one for one in of if _meant(one) not in named]
        for speaking, values in _by_speakers(of)[:MOST_CLAUSES]:
            yield _clause(how, speaking, values, role)


def _telling(told: Sequence[Saying]) -> list[Saying]:
    """Those that say who it was; where nobody does, also "jets" and "gunmen"."""
    return [one for one in told if one.party or tells_apart(_name(one))] or list(told)


_HOWS = ("doer", "accused", "doer_denied")


def _meant(one: Saying) -> tuple[str, str]:
    return one.origin.key, one.meaning


def _how(one: Saying) -> str:
    if one.denied:
        return "doer_denied"
    return "accused" if one.told.claim.kind is Kind.ACCUSATION else "doer"


def _names_doer(one: Saying, happening: Happening) -> bool:
    """Whether it is of the deed, or an accusation; neither a place nor somebody who speaks of himself."""
    kind, voice, name = one.told.claim.kind, innermost(one.told), _name(one)
    if key(name) in _place_names(happening):
        return False
    if kind is Kind.ACCUSATION:
        vague = one.denied and not (one.party or tells_apart(name))
        return not vague and (voice is None or key(voice.name) != key(name))
    return kind not in VOCABULARY.effects


def _targets(happening: Happening) -> Iterator[_Clause]:
    """What was hit, by those who say what it was that happened; people who suffered stand in the tolls."""
    if _role(happening) is None:
        return
    told = [one for one in happening.slot(Slot.TARGET) if one.told.claim.kind not in VOCABULARY.effects]
    kept = [one for one in told if key(_name(one)) not in _place_names(happening)]
    for speaking, values in _by_speakers(kept)[:MOST_CLAUSES]:
        yield _clause("target", speaking, values, "")


def _by_speakers(told: Iterable[Saying]) -> list[tuple[list[Speaker], list[str]]]:
    """Names of one slot in the words that are used most, with those who give them; most voices first."""
    by_meaning: dict[str, list[Saying]] = defaultdict(list)
    for one in told:
        by_meaning[one.meaning].append(one)
    together: dict[tuple[str, ...], list[list[Saying]]] = defaultdict(list)
    for found in by_meaning.values():
        together[tuple(speaker.name for speaker in speakers(map(said, found)))].append(found)
    ordered = sorted(together.items(), key=lambda item: (-len(item[0]), item[0]))
    return [
        (speakers(said(one) for found in groups for one in found), [_commonest(found) for found in groups])
        for _, groups in ordered
    ]


def _clause(how: str, speaking: Sequence[Speaker], values: Iterable[str], role: str) -> _Clause:
    words = say(
        "incidents",
        how,
        who=who(speaking),
        name=verb("name", speaking),
        deny=verb("deny", speaking),
        accuse=verb("accuse", speaking),
        value=listed((quoted(value, LONGEST) for value in values), most=MOST),
        role=role,
    )
    return words, claims_of(speaking)


def _commonest(told: Iterable[Saying]) -> str:
    often = Counter(map(_name, told))
    return min(often, key=lambda name: (-often[name], name))


def _name(one: Saying) -> str:
    return one.what.name if isinstance(one.what, Named) else one.words


def _place_names(happening: Happening) -> set[str]:
    return {key(told.claim.place.name) for told in happening.incident.told if told.claim.place}
