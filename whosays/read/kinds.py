"""The kind of a claim by its words: lemma, object, compound and the weapons around.

A lexicon is surer of the kind than the network where it knows the word ("arrested"), and knows wars that the
network was not trained on; what happened at all is for the network to find.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Kind
from whosays.read import grammar, lexicon
from whosays.read.document import Document

WORDS = lexicon.load("events")
BY_WEAPON_VERBS = lexicon.words(WORDS, "by_weapon", "verbs")
BY_WEAPON_NOUNS = lexicon.words(WORDS, "by_weapon", "nouns")
COMPOUNDED = lexicon.words(WORDS, "compounded", "words")


def _by_word(part: str) -> dict[str, Kind]:
    return {word: Kind(kind) for kind, entry in WORDS["kinds"].items() for word in entry.get(part, ())}


VERBS, NOUNS, ADJECTIVES = _by_word("verbs"), _by_word("nouns"), _by_word("adjectives")
WEAPONS = {word: Kind(kind) for kind, entry in WORDS["weapons"].items() for word in entry}

REACH = 18
"""Tokens within which a weapon is taken to be the one used."""


def kind_of(token: Token, doc: Document) -> Kind | None:
    """The kind that a trigger's head and the words around it give; None if the lexicon does not know it."""
    compound = WORDS["compounds"].get(token.lower_)
    if compound and grammar.is_hyphened(token):
        return Kind(compound)
    if grammar.is_hyphened(token) and (whole := NOUNS.get(f"{token.nbor(-2).lower_}-{token.lower_}")):
        return whole  # "cease-fire", which the tokenizer splits
    if token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBN", "VBG"):
        return _of_verb(token, doc)
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token)
    return ADJECTIVES.get(token.lower_)


def _of_verb(token: Token, doc: Document) -> Kind | None:
    lemma = token.lemma_.lower()
    particle = next(iter(grammar.children(token, "prt", "prep")), None)
    if particle is not None and (kind := VERBS.get(f"{lemma} {particle.lower_}")):
        return kind
    kind = _by_object(token, lemma, doc) or VERBS.get(lemma)
    return by_weapon(token, lemma) if kind is None and lemma in BY_WEAPON_VERBS else kind


def _by_object(verb: Token, lemma: str, doc: Document) -> Kind | None:
    objects = WORDS["with_object"].get(lemma)
    if not objects:
        return None
    near = [c for c in verb.children if c.i > verb.i or c.dep_ == "nsubjpass"]
    below = [g for c in near if c.dep_ in ("prep", "dobj", "oprd", "ccomp", "xcomp") for g in c.children]
    named = objects.get("PLACE") if any(c.dep_ == "dobj" and c.i in doc.place_at for c in near) else None
    kinds = (named, *(objects.get(t.lemma_.lower()) or objects.get(t.lower_) for t in (*near, *below)))
    return next((Kind(kind) for kind in kinds if kind), None)


def _of_noun(token: Token) -> Kind | None:
    lemma = token.lemma_.lower()
    first = _first_modifier(token)
    phrase = " ".join(t.lower_ for t in token.doc[first.i : token.i]) + f" {lemma}"
    kind = NOUNS.get(phrase.strip()) or NOUNS.get(lemma)
    return by_weapon(token, lemma) if kind is None and lemma in BY_WEAPON_NOUNS else kind


def _first_modifier(noun: Token) -> Token:
    """The start of the compound that names the deed: "air strikes", "car bombings"."""
    first = noun
    while first.i > 0 and (before := first.nbor(-1)).dep_ in ("compound", "amod") and _names_deed(before):
        first = before
    return first


def _names_deed(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in WEAPONS or lemma in COMPOUNDED


def by_weapon(token: Token, lemma: str) -> Kind:
    """The kind that the nearest weapon in the clause gives, else the word's usual one."""
    nearest = min(_weapons(token), default=None)
    return nearest[1] if nearest else Kind(WORDS["by_weapon"]["default"].get(lemma, "attack"))


def _weapons(token: Token) -> Iterator[tuple[int, Kind]]:
    """Weapons in the sentence with their distance; its own modifiers are nearest of all."""
    own = {t.i for t in token.lefts} | {g.i for t in token.lefts for g in t.lefts}
    for other in token.sent:
        kind = WEAPONS.get(other.lemma_.lower())
        if kind is not None and other.i != token.i:
            distance = abs(other.i - token.i)
            if distance <= REACH:
                yield (0 if other.i in own else distance), kind
