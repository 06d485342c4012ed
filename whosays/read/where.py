"""Which of the places that a sentence names is where a claim happened."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Location, PlaceMention
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger

UNPLACED = frozenset({"backing", "accusation", "diplomacy", "measure"})
"""Kinds whose place is given only where it hangs on the predicate itself."""

PREPOSITIONS = lexicon.load("prepositions")
LOCATIVE = lexicon.words(PREPOSITIONS, "locative", "words")
ORIGIN = lexicon.words(PREPOSITIONS, "origin", "words")
FROM_SOMEWHERE = lexicon.words(PREPOSITIONS, "origin", "people")
CUES = lexicon.load("cues")
SPEECH = lexicon.words(CUES, "verbs", "say")
"""A place that is the subject of these is a metonym: "Moscow said"."""

DENIAL = lexicon.words(CUES, "verbs", "deny")
SEATED = lexicon.words(CUES, "seats", "bodies")

STEP = 4
"""How many tokens nearer a place must be to win over one that follows a locative preposition."""


def locate(doc: Document, trigger: Trigger) -> Location | None:
    """The place of a claim among the literal places of its sentence; None if none is close enough.

    A country that merely stands in the sentence is not: see `setting`.
    """
    return _best(trigger, [(t, m) for t, m in _literal(doc, trigger) if not _is_mere_country(trigger, t, m)])


def setting(doc: Document, trigger: Trigger) -> Location | None:
    """The country that the sentence names, for a claim that has no closer place."""
    return _best(trigger, [(t, m) for t, m in _literal(doc, trigger) if _is_mere_country(trigger, t, m)])


def _best(trigger: Trigger, near: list[tuple[Token, PlaceMention]]) -> Location | None:
    candidates = [(cost, m) for token, m in near if (cost := _cost(trigger, token)) is not None]
    if not candidates:
        return None
    best = min(candidates, key=lambda pair: (pair[0], pair[1].span.start))[1]
    return location_of(best)


def location_of(mention: PlaceMention) -> Location:
    """Where a mention puts a claim, under the report's name for it.

    A text that has lost its apostrophes has "Idlibs" for Idlib's.
    """
    place, name = mention.place, mention.span.quote
    if place is not None and name.endswith("s") and name[:-1].casefold() == place.name.casefold():
        name = name[:-1]
    return Location(name, mention.span, place)


def _is_mere_country(trigger: Trigger, token: Token, mention: PlaceMention) -> bool:
    return _is_country(mention) and not (_is_attached(trigger, token) and _follows_locative(token))


def _is_country(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.kind == "country"


def _is_attached(trigger: Trigger, place: Token) -> bool:
    return any(t.i == trigger.head.i for t in grammar.ancestors(place))


def _literal(doc: Document, trigger: Trigger) -> Iterator[tuple[Token, PlaceMention]]:
    seen: set[int] = set()
    for token in trigger.head.sent:
        mention = doc.place_at.get(token.i)
        if mention is None or mention.span.start in seen:
            continue
        seen.add(mention.span.start)
        head = doc.head(mention.span) or token
        if not (_is_metonym(head, mention) or is_origin(trigger, head) or is_seat(head)):
            yield head, mention


def _is_metonym(token: Token, mention: PlaceMention) -> bool:
    """A place that acts, speaks or qualifies a party is not where something happens."""
    if token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return True  # "Iran-backed"
    if token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in SPEECH:
        return True  # "told the Courier"
    if token.dep_ in ("nsubj", "agent") and token.head.pos_ == "VERB":
        return token.head.lemma_.lower() in SPEECH or not grammar.is_passive(token.head)
    if token.dep_ in ("compound", "amod", "nmod"):
        return _is_party(token.head)  # "the Aleppo police"
    return token.dep_ == "poss" and (_is_country(mention) or _is_party(token.head))


def is_origin(trigger: Trigger, place: Token) -> bool:
    """ "Residents of the town were killed": where people come from, which only those displaced leave."""
    if trigger.kind in LEAVING:
        return False
    chain = [t for t in grammar.ancestors(place) if t.lemma_.lower() in FROM_SOMEWHERE]
    return any(_comes_from(place, person) for person in chain)


def is_seat(place: Token) -> bool:
    """ "The ministry in Damascus denied it": where a body that speaks sits, and not of what it speaks."""
    body = place.head.head if place.dep_ == "pobj" else place
    speaks = body.dep_ == "nsubj" and body.head.lemma_.lower() in SPEECH | DENIAL
    return speaks and body.lemma_.lower() in SEATED


def _comes_from(place: Token, person: Token) -> bool:
    if place.dep_ in ("compound", "amod", "nmod") and place.head == person:
        return True
    between = [t for t in grammar.ancestors(place) if person.is_ancestor(t)]
    return between[-1:] != [] and between[-1].lower_ in ORIGIN and not any(t.pos_ == "VERB" for t in between)


LEAVING = frozenset({"displace", "movement"})


def _is_party(token: Token) -> bool:
    return token.lemma_.lower() in PARTIES


PARTIES = frozenset(word for heads in CUES["sorts"].values() for word in heads)


def _cost(trigger: Trigger, place: Token) -> int | None:
    """How far a place is from a trigger; a smaller cost is a closer tie."""
    attached = _is_attached(trigger, place)
    if trigger.kind in UNPLACED and not (attached and _follows_locative(place)):
        return None
    distance = abs(place.i - trigger.head.i)
    return distance + (0 if attached else 3 * STEP) + (0 if _follows_locative(place) else STEP)


def _follows_locative(place: Token) -> bool:
    return any(t.dep_ == "prep" and t.lower_ in LOCATIVE for t in (place.head, place.head.head))
