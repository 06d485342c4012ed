"""Who does it and whom it is done to, as heads of noun phrases in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Kind
from whosays.read import grammar, lexicon
from whosays.read.names import GROUND, INANIMATE
from whosays.read.parts import Trigger

EVENTS = lexicon.load("events")
BEFORE = lexicon.load("prepositions")
AIMED = lexicon.words(BEFORE, "aimed", "words")
BELONGING = lexicon.words(EVENTS, "belonging", "words")
"""Backing seen from the backed: "a group linked to the army" has the group as actor."""

SIDING = lexicon.words(EVENTS, "siding", "nouns")
LIGHT = lexicon.words(EVENTS, "light", "verbs")
HAPPEN = lexicon.words(EVENTS, "light", "happen")
NAMERS = lexicon.words(lexicon.load("names"), "parties", "words")
LAUNCHING = lexicon.words(EVENTS, "launching", "verbs")

DEEDS = frozenset({Kind.AIRSTRIKE, Kind.SHELLING, Kind.BOMBING, Kind.CHEMICAL, Kind.ATTACK})
SUFFERED = frozenset({Kind.HARM, Kind.DESTROY, Kind.DISPLACE})
"""Kinds whose intransitive subject is the one it happens to: "twelve people died", "a jet crashed"."""


def doers_of(trigger: Trigger, by_head: dict[int, Trigger], depth: int = 0) -> list[Token]:
    """Who does it; a deed named as the doer ("airstrikes killed ...") passes on its own doers."""
    found: list[Token] = []
    for token in _doers(trigger, by_head):
        inner = by_head.get(token.i)
        if inner is not None and inner is not trigger and depth < 3:
            found.extend(doers_of(inner, by_head, depth + 1))
        elif token.lemma_.lower() not in INANIMATE:
            found.append(token)
    return found


def deeds_behind(effect: Trigger, by_head: dict[int, Trigger]) -> list[Trigger]:
    """The deeds named as the doers of an effect: "airstrikes killed nine", "killed in the strikes"."""
    if effect.kind not in SUFFERED:
        return []
    found = (by_head.get(token.i) for token in _doers(effect, by_head))
    return [deed for deed in found if deed is not None and deed is not effect]


def targets_of(trigger: Trigger) -> list[Token]:
    """Whom or what it is done to."""
    head = trigger.head
    if grammar.is_hyphened(head):
        return [_before_hyphen(head)] if head.lower_ in BELONGING else [head.head]
    if head.pos_ in ("VERB", "AUX"):
        return _verb_targets(trigger)
    if head.pos_ == "ADJ":
        return _adjective_targets(head)
    return _noun_targets(trigger)


def _noun_targets(trigger: Trigger) -> list[Token]:
    """ "attacks on the town"; also what the deed's own verb is done to: "a raid killed four"."""
    noun, prepositions = trigger.head, _noun_prepositions(trigger)
    if _is_siding(trigger):
        return [c for c in noun.children if _names_party(c)]
    found = list(grammar.preposition_objects(noun, *prepositions)) or _right_after(noun, prepositions)
    found += [t for c in grammar.children(noun, "acl") if c.lower_ in AIMED for t in grammar.patients(c)]
    if found or trigger.kind not in DEEDS:
        return found
    if noun.dep_ in ("nsubj", "pobj"):
        verb = noun.head if noun.dep_ == "nsubj" else noun.head.head
        by_it = noun.dep_ == "nsubj" or noun.head.dep_ == "agent"
        done_to = grammar.patients(verb) if by_it and verb.lemma_.lower() in HAPPEN else []
        return [t for t in done_to if t.lemma_.lower() not in EMPTY]
    return []


def _right_after(noun: Token, prepositions: list[str]) -> list[Token]:
    """Objects of a preposition that follows the noun, wherever the parser hangs it."""
    if noun.i + 1 >= noun.sent.end or noun.nbor().lower_ not in prepositions[:2]:
        return []
    return [t for c in noun.nbor().children if c.dep_ == "pobj" for t in grammar.with_conjuncts(c)]


def _before_hyphen(head: Token) -> Token:
    return head.nbor(-2)


def _doers(trigger: Trigger, by_head: dict[int, Trigger]) -> list[Token]:
    head = trigger.head
    if grammar.is_hyphened(head):
        return [head.head] if head.lower_ in BELONGING else [_before_hyphen(head)]
    if head.pos_ in ("VERB", "AUX"):
        return _verb_doers(trigger, by_head)
    if head.pos_ == "ADJ":
        return [head.head] if head.lower_ in BELONGING else []
    return list(_noun_doers(trigger))


def _verb_doers(trigger: Trigger, by_head: dict[int, Trigger]) -> list[Token]:
    verb = trigger.head
    if verb.lemma_.lower() in BELONGING:
        return grammar.patients(verb) if grammar.is_passive(verb) else grammar.subjects(verb)
    doers = [] if _is_suffered(trigger) else grammar.doers(verb)
    if doers or trigger.kind not in SUFFERED:
        return doers
    means = grammar.preposition_objects(verb, *BEFORE["doers"]["means"])
    return [t for t in means if t.i in by_head]


def _is_suffered(trigger: Trigger) -> bool:
    """Whether the active subject is whom it happens to."""
    verb = trigger.head
    if trigger.kind not in SUFFERED or grammar.is_passive(verb):
        return False
    objects = grammar.patients(verb)
    return not objects or (
        trigger.kind is Kind.DISPLACE and all(o.ent_type_ or _is_ground(o) for o in objects)
    )


def _is_ground(token: Token) -> bool:
    return token.lemma_.lower() in GROUND | {"home", "house"}


def _noun_doers(trigger: Trigger) -> Iterator[Token]:
    noun = trigger.head
    if _is_siding(trigger):
        yield from _named_by_side(noun)
        return
    doers = BEFORE["doers"]["clash" if trigger.kind is Kind.CLASH else "noun"]
    yield from grammar.preposition_objects(noun, *doers)
    yield from (c for c in noun.children if _names_party(c))
    yield from (g for c in noun.children if _names_party(c) for g in c.conjuncts if g.i > c.i)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("dobj", "nsubjpass", "pobj") and governor.lemma_.lower() in LIGHT:
        yield from grammar.doers(governor)


def _is_siding(trigger: Trigger) -> bool:
    """Whether somebody is named by whom he stands with: "regime ally Iran"."""
    noun = trigger.head
    sides = trigger.kind is Kind.BACKING and noun.lemma_.lower() in SIDING
    return sides and any(_names_party(c) for c in noun.children)


def _named_by_side(noun: Token) -> list[Token]:
    """The name behind "ally": its head, or beside it."""
    if noun.dep_ in ("compound", "nmod"):
        return [noun.head]
    beside = grammar.children(noun, "appos") or ([noun.head] if noun.dep_ == "appos" else [])
    return list(beside)


def _names_party(child: Token) -> bool:
    if child.dep_ == "poss":
        return True
    if child.ent_type_ == "NORP" and child.i + 1 < len(child.doc) and child.nbor().lower_ in NAMERS:
        return False  # "Syrian regime shelling": the regime
    party = child.ent_type_ in ("NORP", "ORG", "GPE") or child.lower_ in NAMERS
    return child.dep_ in ("compound", "amod", "nmod") and party


def _noun_prepositions(trigger: Trigger) -> list[str]:
    """What stands between a deed and its target, the commonest first."""
    effect = trigger.kind in (Kind.HARM, Kind.DESTROY)
    sort = "effect" if effect else "clash" if trigger.kind is Kind.CLASH else "noun"
    return list(BEFORE["targets"][sort])


def _verb_targets(trigger: Trigger) -> list[Token]:
    verb = trigger.head
    if _is_suffered(trigger):
        return grammar.subjects(verb)
    if verb.lemma_.lower() in BELONGING:
        return list(grammar.preposition_objects(verb, *BEFORE["targets"]["belonging"]))
    objects = [] if _is_launched(trigger) else grammar.patients(verb)
    found = [o for t in objects for o in _behind(t)]
    return found or list(grammar.preposition_objects(verb, *BEFORE["targets"]["verb"]))


def _behind(noun: Token) -> list[Token]:
    """ "took control of the town", "claimed the lives of nine": the town, the nine."""
    if noun.lemma_.lower() not in EMPTY:
        return [noun]
    return list(grammar.preposition_objects(noun, "of", "for", "over"))


EMPTY = lexicon.words(EVENTS, "light", "objects")


def _is_launched(trigger: Trigger) -> bool:
    """Whether the object is what is used: "fired rockets at the town"."""
    verb = trigger.head
    return trigger.kind in DEEDS and verb.lemma_.lower() in LAUNCHING and not grammar.is_passive(verb)


def _adjective_targets(adjective: Token) -> list[Token]:
    """ "at least 12 people dead", "loyal to the president"."""
    to = list(grammar.preposition_objects(adjective, *BEFORE["targets"]["adjective"]))
    if to:
        return to
    if adjective.dep_ == "amod":
        return [adjective.head]
    near = [c for c in adjective.children if c.dep_ in ("nsubj", "npadvmod")]
    return near or [c for c in adjective.head.children if c.dep_ in ("dobj", "nsubj")][:1]
