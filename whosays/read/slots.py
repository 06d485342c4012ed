"""Actor, target, place and time of a trigger, by the tree and by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from whosays.model import Kind, Location, Named, TimeMention
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.events import LIGHT, NAMERS, Trigger
from whosays.read.names import INANIMATE, Names
from whosays.read.when import date_of
from whosays.read.where import locate

CARRYING = lexicon.words(lexicon.load("events"), "carry", "kinds")


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills the slots of one claim."""

    actor: tuple[Named, ...]
    target: tuple[Named, ...]
    place: Location | None
    time: TimeMention | None


class GrammarSlots:
    """Fills slots from the dependency tree; place and time also from the claims before."""

    def slots(self, doc: Document, names: Names, triggers: tuple[Trigger, ...]) -> tuple[Slots, ...]:
        """The slots of each trigger, in order."""
        by_head = {t.head.i: t for t in triggers}
        filled: list[Slots] = []
        for trigger in triggers:
            before = filled[-1] if filled and _carries(triggers[len(filled) - 1], trigger) else None
            filled.append(_fill(doc, names, trigger, by_head, before))
        return tuple(filled)


def _carries(before: Trigger, trigger: Trigger) -> bool:
    """Whether two neighbouring claims may be about the same happening."""
    return before.kind in CARRYING and trigger.kind in CARRYING


def _fill(
    doc: Document, names: Names, trigger: Trigger, by_head: dict[int, Trigger], before: Slots | None
) -> Slots:
    actors = _named(names, _actors(trigger, by_head))
    targets = _named(names, _targets(trigger))
    return Slots(
        actors,
        tuple(t for t in targets if t.name not in {a.name for a in actors}),
        locate(doc, trigger) or (before.place if before else None),
        date_of(doc, trigger) or (before.time if before else None),
    )


def _named(names: Names, heads: Iterable[Token]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for head in heads:
        named = names.of_phrase(head)
        if named is not None:
            found.setdefault(named[0], Named(*named))
    return tuple(found.values())


def _actors(trigger: Trigger, by_head: dict[int, Trigger], depth: int = 0) -> list[Token]:
    """Who does it; a deed named as the doer ("airstrikes killed ...") passes on its own actors."""
    found: list[Token] = []
    for token in _raw_actors(trigger):
        inner = by_head.get(token.i)
        if inner is not None and inner is not trigger and depth < 3:
            found.extend(_actors(inner, by_head, depth + 1))
        elif token.lemma_.lower() not in INANIMATE:
            found.append(token)
    return found


def _raw_actors(trigger: Trigger) -> list[Token]:
    head = trigger.head
    if _is_compound(head):
        return _before_hyphen(head)
    if head.pos_ in ("VERB", "AUX"):
        return _verb_actors(trigger)
    if head.pos_ == "ADJ":
        return []
    return list(_noun_actors(head))


def _is_compound(head: Token) -> bool:
    return head.i > 1 and head.nbor(-1).text == "-" and not head.nbor(-1).whitespace_


def _before_hyphen(head: Token) -> list[Token]:
    return [head.nbor(-2)]


def _verb_actors(trigger: Trigger) -> list[Token]:
    verb = trigger.head
    doers = grammar.doers(verb)
    if trigger.kind is Kind.HARM and not grammar.patients(verb) and not grammar.is_passive(verb):
        doers = []  # "twelve people died": the subject is harmed
    if doers or trigger.kind is not Kind.HARM:
        return doers
    return list(grammar.preposition_objects(verb, "in", "by", "from", "during"))


def _noun_actors(noun: Token) -> Iterator[Token]:
    yield from grammar.preposition_objects(noun, "by", "between", "from")
    yield from (c for c in noun.children if _names_party(c))
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in LIGHT:
        yield from grammar.doers(noun.head)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.lemma_.lower() in LIGHT:
        yield from grammar.doers(noun.head.head)


def _names_party(child: Token) -> bool:
    if child.dep_ == "poss":
        return True
    party = child.ent_type_ in ("NORP", "ORG", "GPE") or child.lower_ in NAMERS
    return child.dep_ in ("compound", "amod", "nmod") and party


def _targets(trigger: Trigger) -> list[Token]:
    head = trigger.head
    if _is_compound(head):
        return [head.head] if head.head.pos_ in grammar.NOMINAL else []
    if head.pos_ in ("VERB", "AUX"):
        return _verb_targets(trigger)
    if head.pos_ == "ADJ":
        return _adjective_targets(head)
    return list(grammar.preposition_objects(head, *NOUN_TARGETS[trigger.kind in (Kind.HARM, Kind.DESTROY)]))


NOUN_TARGETS = {
    True: ("of", "among", "to"),
    False: ("on", "against", "targeting", "of", "to", "with", "for"),
}
"""Prepositions before whom a deed is done to: harm and damage "of" or "among", others "on" or "against"."""


def _verb_targets(trigger: Trigger) -> list[Token]:
    verb = trigger.head
    found = grammar.patients(verb)
    if not found and trigger.kind is Kind.HARM:
        found = grammar.subjects(verb)
    return found or list(grammar.preposition_objects(verb, "on", "at", "against", "with", "to", "from"))


def _adjective_targets(adjective: Token) -> list[Token]:
    """ "at least 12 people dead", "loyal to the president"."""
    to = list(grammar.preposition_objects(adjective, "to", "for", "with"))
    if to:
        return to
    if adjective.dep_ == "amod":
        return [adjective.head]
    near = [c for c in adjective.children if c.dep_ in ("nsubj", "npadvmod")]
    return near or [c for c in adjective.head.children if c.dep_ in ("dobj", "nsubj")][:1]
