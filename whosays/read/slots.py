"""Actor, target, place and time of a trigger: by the network, else by the tree and by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from whosays.model import Kind, Location, Measure, Named, Span
from whosays.read import grammar
from whosays.read.document import Document
from whosays.read.headed import headed
from whosays.read.measures import COUNTED
from whosays.read.names import GROUND, Names, clean
from whosays.read.pairs import Ties
from whosays.read.parts import Dated, Slots, Trigger
from whosays.read.roles import doers_of, targets_of
from whosays.read.sharing import share
from whosays.read.when import date_of, dated
from whosays.read.where import is_origin, is_seat, locate, location_of, setting

LEAST = {"actor": -2.0, "target": -2.5, "place": -1.0, "setting": -1.0, "time": 0.0}
"""Logits that the network must at least give the words that the tree names."""


class LearntSlots:
    """Fills slots from the network, then from the dependency tree, then from neighbouring claims."""

    def slots(self, doc: Document, names: Names, triggers: tuple[Trigger, ...]) -> tuple[Slots, ...]:
        """The slots of each trigger, in order."""
        by_head = {t.head.i: t for t in triggers}
        return share(triggers, [_learnt(doc, names, t, _fill(doc, names, t, by_head)) for t in triggers])


def _learnt(doc: Document, names: Names, trigger: Trigger, otherwise: Slots) -> Slots:
    """What the network ties to the trigger; where that is nothing, what the tree says."""
    ties = trigger.ties
    tied = {slot: _tied(doc, names, ties.spans(slot)) for slot in ("actor", "target")}
    actors = _here(_acting(doc, tied["actor"]), otherwise.actor) or _likely(ties, "actor", otherwise.actor)
    targets = _here(tied["target"], otherwise.target) or _likely(ties, "target", otherwise.target)
    targets = _each_once(_behind(doc, names, trigger, n) for n in targets if not _is_adjective(doc, n))
    if trigger.kind is Kind.BACKING:
        actors = _each_once(_behind(doc, names, trigger, named) for named in actors)
        actors = _others(actors, targets)  # nobody stands with himself: "the Front's affiliate"
    place = _location(doc, trigger) or ties.likely("place", otherwise.place, LEAST["place"])
    time = _day(doc, trigger) or ties.likely("time", otherwise.time, LEAST["time"])
    around = headed(doc, trigger) or ties.likely("place", otherwise.setting, LEAST["setting"])
    return Slots(actors, targets, place, around, time)


def _is_adjective(doc: Document, named: Named) -> bool:
    """Whether only the adjective of a "rebel-held town" is named."""
    head = doc.head(named.span)
    return head is not None and grammar.is_hyphened(head) and head.dep_ == "amod"


def _others(named: tuple[Named, ...], than: tuple[Named, ...]) -> tuple[Named, ...]:
    names = {n.name for n in than}
    return tuple(n for n in named if n.name not in names)


def _behind(doc: Document, names: Names, trigger: Trigger, named: Named) -> Named:
    """The part of a name behind the trigger, where it stands within: in "rebel-held towns" the towns.

    Not in "Turkey-backed fighters", who have no other name.
    """
    if not (named.span.covers(trigger.span) and trigger.span.end < named.span.end):
        return named
    rest = Span.of(doc.text, trigger.span.end, named.span.end)
    is_named = trigger.kind is Kind.CONTROL or any(letter.isupper() for letter in rest.quote)
    return Named(*names.of_words(rest)) if is_named else named


def _likely(ties: Ties, relation: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
    """What the tree names, if the network finds its words likely, or other words of the same name."""
    return tuple(n for n in found if ties.logit_of(relation, n) >= LEAST[relation])


def _here(tied: tuple[Named, ...], otherwise: tuple[Named, ...]) -> tuple[Named, ...]:
    """The tied names, where the tree has them in the claim's own clause with the words there: "he"."""
    own = {named.name: named for named in otherwise}
    return tuple(own.get(named.name, named) for named in tied)


def _tied(doc: Document, names: Names, spans: tuple[Span, ...]) -> tuple[Named, ...]:
    """The names in tied words, those joined within one phrase each, in the order of the text."""
    found: list[Named] = []
    for span in sorted(spans):
        if _is_torn(doc, span):
            found.append(Named(*names.of_words(span)))
        elif (head := doc.head(span)) is not None:
            inside = doc.tokens(span)
            joined = [t for t in grammar.with_conjuncts(head) if t.i in inside]
            found += _named(names, [head.head] if _describes_people(head) else joined)
    return _each_once(found)


def _describes_people(head: Token) -> bool:
    """Whether only the adjective of "armed men" is tied."""
    return head.dep_ == "amod" and COUNTED.get(head.head.lemma_.lower()) is Measure.PEOPLE


def _acting(doc: Document, tied: tuple[Named, ...]) -> tuple[Named, ...]:
    """The tied actors; a town acts only where nobody else does ("Damascus denied")."""
    return tuple(n for n in tied if not _is_town(doc, n)) or tied


def _is_town(doc: Document, named: Named) -> bool:
    mentions = (doc.place_at[i] for i in doc.tokens(named.span) if i in doc.place_at)
    return any(m.place and m.place.kind != "country" and m.span.covers(named.span) for m in mentions)


def _is_torn(doc: Document, span: Span) -> bool:
    """Whether the parser hangs both words of "Syrian army" in "a Syrian army ambush" on the ambush."""
    inside = doc.tokens(span)
    outer = [doc.syntax[i] for i in inside if doc.syntax[i].head.i not in inside]
    last = outer[-1] if outer else None
    return last is not None and len(outer) > 1 and last.dep_ == "compound" and last.head == outer[0].head


def _location(doc: Document, trigger: Trigger) -> Location | None:
    """The first grounded place in the surest words, else the surest words that name one."""
    spans = [s for s in trigger.ties.spans("place") if not _is_elsewhere(doc, trigger, s)]
    for span in spans:
        mention = next((doc.place_at[i] for i in doc.tokens(span) if i in doc.place_at), None)
        if mention is not None:
            return location_of(mention)
    named = next((span for span in spans if any(letter.isupper() for letter in span.quote)), None)
    return Location(clean(named.quote), named) if named is not None else None


def _is_elsewhere(doc: Document, trigger: Trigger, span: Span) -> bool:
    head = doc.head(span)
    return head is not None and (is_origin(trigger, head) or is_seat(head))


def _day(doc: Document, trigger: Trigger) -> Dated | None:
    """The first calendar time in the surest words."""
    spans = trigger.ties.spans("time")
    times = (doc.syntax[i] for span in spans for i in doc.tokens(span) if i in doc.time_at)
    return next(filter(None, (dated(doc, trigger, time) for time in times)), None)


def _fill(doc: Document, names: Names, trigger: Trigger, by_head: dict[int, Trigger]) -> Slots:
    actors = _named(names, doers_of(trigger, by_head))
    taken = {a.name for a in actors}
    heads = [t for t in targets_of(trigger) if not _is_taken_ground(doc, trigger, t)] or _losers(trigger)
    targets = tuple(t for t in _named(names, heads) if t.name not in taken)
    return Slots(actors, targets, locate(doc, trigger), setting(doc, trigger), date_of(doc, trigger))


def _losers(trigger: Trigger) -> list[Token]:
    """Whom ground is taken from."""
    if trigger.kind is not Kind.CONTROL:
        return []
    hosts = [trigger.head, *grammar.patients(trigger.head)]
    return [t for host in hosts for t in grammar.preposition_objects(host, "from")]


def _is_taken_ground(doc: Document, trigger: Trigger, token: Token) -> bool:
    """Named ground that is taken, held or reached is the claim's place, not its target."""
    if trigger.kind not in (Kind.CONTROL, Kind.MOVEMENT):
        return False
    if token.i in doc.place_at:
        return True
    named = any(t.i in doc.place_at for t in grammar.preposition_objects(token, "of"))
    return token.lemma_.lower() in GROUND and (named or grammar.is_hyphened(trigger.head))


def _named(names: Names, heads: Iterable[Token]) -> tuple[Named, ...]:
    found = (names.of_phrase(head) for head in heads)
    return _each_once(Named(*named) for named in found if named is not None)


def _each_once(found: Iterable[Named]) -> tuple[Named, ...]:
    by_name: dict[str, Named] = {}
    for named in found:
        by_name.setdefault(named.name, named)
    return tuple(by_name.values())
