"""Actor, target, place and time of a trigger: by the network, else by the tree and by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from whosays.model import Interval, Kind, Location, Named, Span
from whosays.read import grammar
from whosays.read.document import Document
from whosays.read.names import GROUND, Names, clean
from whosays.read.parts import Slots, Trigger
from whosays.read.roles import doers_of, targets_of
from whosays.read.sharing import share
from whosays.read.when import date_of
from whosays.read.where import locate, setting


class LearntSlots:
    """Fills slots from the network, then from the dependency tree, then from neighbouring claims."""

    def slots(self, doc: Document, names: Names, triggers: tuple[Trigger, ...]) -> tuple[Slots, ...]:
        """The slots of each trigger, in order."""
        by_head = {t.head.i: t for t in triggers}
        return share(triggers, [_learnt(doc, names, t, _fill(doc, names, t, by_head)) for t in triggers])


def _learnt(doc: Document, names: Names, trigger: Trigger, otherwise: Slots) -> Slots:
    """What the network ties to the trigger; where that is nothing, what the tree says."""
    spans = trigger.ties
    actors = _named(names, _phrases(doc, spans["actor"])) or otherwise.actor
    targets = _named(names, _phrases(doc, spans["target"])) or otherwise.target
    return Slots(
        actors,
        targets,
        _location(doc, spans["place"]) or otherwise.place,
        otherwise.setting,
        _day(doc, spans["time"]) or otherwise.time,
    )


def _phrases(doc: Document, spans: tuple[Span, ...]) -> list[Token]:
    """The heads of the phrases, those joined within one each, in the order of the text."""
    found = []
    for span in sorted(spans):
        head, inside = doc.head(span), doc.tokens(span)
        found += [t for t in grammar.with_conjuncts(head) if t.i in inside] if head is not None else []
    return found


def _location(doc: Document, spans: tuple[Span, ...]) -> Location | None:
    """The first grounded place in the surest words, else the surest words that name one."""
    for span in spans:
        mention = next((doc.place_at[i] for i in doc.tokens(span) if i in doc.place_at), None)
        if mention is not None:
            return Location(mention.span.quote, mention.span, mention.place)
    named = next((span for span in spans if any(letter.isupper() for letter in span.quote)), None)
    return Location(clean(named.quote), named) if named is not None else None


def _day(doc: Document, spans: tuple[Span, ...]) -> Interval | None:
    times = (doc.time_at[i] for span in spans for i in doc.tokens(span) if i in doc.time_at)
    return next((time.interval for time in times if time.interval is not None), None)


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
    found: dict[str, Named] = {}
    for head in heads:
        named = names.of_phrase(head)
        if named is not None:
            found.setdefault(named[0], Named(*named))
    return tuple(found.values())
