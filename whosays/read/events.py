"""Triggers: the words that make a claim, with their kind."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Kind
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger

WORDS = lexicon.load("events")
BY_WEAPON_VERBS = lexicon.words(WORDS, "by_weapon", "verbs")
BY_WEAPON_NOUNS = lexicon.words(WORDS, "by_weapon", "nouns")
LIGHT = lexicon.words(WORDS, "light", "verbs")
HAPPEN = lexicon.words(WORDS, "light", "happen")
COMPOUNDED = lexicon.words(WORDS, "compounded", "words")
QUALIFYING = lexicon.words(lexicon.load("prepositions"), "qualifying", "words")
TELLING = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "DATE", "CARDINAL"})
"""Sorts of names that tell one deed from another."""

NAMERS = lexicon.words(lexicon.load("names"), "parties", "words")


def _by_word(part: str) -> dict[str, Kind]:
    return {word: Kind(kind) for kind, entry in WORDS["kinds"].items() for word in entry.get(part, ())}


VERBS, NOUNS, ADJECTIVES = _by_word("verbs"), _by_word("nouns"), _by_word("adjectives")
WEAPONS = {word: Kind(kind) for kind, entry in WORDS["weapons"].items() for word in entry}


class LexicalEvents:
    """Finds triggers by lemma, object, compound and the weapons around."""

    def triggers(self, doc: Document) -> tuple[Trigger, ...]:
        """All triggers of a document, in order."""
        found = (_trigger(token, doc) for token in doc.syntax)
        return tuple(t for t in found if t is not None and not any(h.touches(t.span) for h in doc.headings))


def _trigger(token: Token, doc: Document) -> Trigger | None:
    found = _compound(token) or _verb(token, doc) or _noun(token) or _adjective(token)
    if found is None:
        return None
    kind, first, last = found
    return Trigger(token, doc.span(first, last), kind)


Found = tuple[Kind, Token, Token]


def _compound(token: Token) -> Found | None:
    """ "Iran-backed": the tokenizer splits at the hyphen."""
    kind = WORDS["compounds"].get(token.lower_)
    hyphened = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return (Kind(kind), token, token) if kind and hyphened else None


def _verb(token: Token, doc: Document) -> Found | None:
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"):
        return None
    lemma = token.lemma_.lower()
    particle = next(iter(grammar.children(token, "prt", "prep")), None)
    if particle is not None and (kind := VERBS.get(f"{lemma} {particle.lower_}")):
        return kind, token, particle if particle.i == token.i + 1 else token
    kind = _by_object(token, lemma, doc) or VERBS.get(lemma)
    if kind is None and lemma in BY_WEAPON_VERBS:
        kind = by_weapon(token, lemma)
    return (kind, token, token) if kind else None


def _by_object(verb: Token, lemma: str, doc: Document) -> Kind | None:
    objects = WORDS["with_object"].get(lemma)
    if not objects:
        return None
    near = [c for c in verb.children if c.i > verb.i or c.dep_ == "nsubjpass"]
    below = [g for c in near if c.dep_ in ("prep", "dobj", "oprd", "ccomp", "xcomp") for g in c.children]
    named = objects.get("PLACE") if any(c.dep_ == "dobj" and c.i in doc.place_at for c in near) else None
    kinds = (named, *(objects.get(t.lemma_.lower()) or objects.get(t.lower_) for t in (*near, *below)))
    return next((Kind(kind) for kind in kinds if kind), None)


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


REACH = 18
"""Tokens within which a weapon is taken to be the one used."""


def _noun(token: Token) -> Found | None:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "compound":
        return None
    lemma = token.lemma_.lower()
    first = _first_modifier(token)
    phrase = " ".join(t.lower_ for t in token.doc[first.i : token.i]) + f" {lemma}"
    kind = NOUNS.get(phrase.strip()) or NOUNS.get(lemma)
    if kind is None and lemma in BY_WEAPON_NOUNS:
        kind = by_weapon(token, lemma)
    return (kind, first, token) if kind and _brings_a_slot(token) and not _is_told_by_verb(token) else None


def _is_told_by_verb(noun: Token) -> bool:
    """Whether verb and object make one claim together: "signed a truce", "opened fire"."""
    objects = WORDS["with_object"].get(noun.head.lemma_.lower(), {})
    return noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_.lower() in objects


def _first_modifier(noun: Token) -> Token:
    """The start of the compound that names the deed: "air strikes", "car bombings"."""
    first = noun
    while first.i > 0 and (before := first.nbor(-1)).dep_ in ("compound", "amod") and _names_deed(before):
        first = before
    return first


def _names_deed(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in WEAPONS or lemma in COMPOUNDED


def _brings_a_slot(noun: Token) -> bool:
    """A bare re-mention ("the attack") makes no claim of its own."""
    return _is_qualified(noun) or _is_object_of_light(noun) or _happens(noun)


def _is_qualified(noun: Token) -> bool:
    return any(_qualifies(child) for child in noun.children)


def _qualifies(child: Token) -> bool:
    if child.dep_ in ("prep", "agent"):
        return child.lower_ in QUALIFYING
    if child.dep_ in ("nummod", "poss"):
        return child.lower_ not in ("its", "this")
    if child.dep_ in ("compound", "amod", "nmod"):
        return child.ent_type_ in TELLING or child.lower_ in NAMERS
    return child.dep_ in ("acl", "relcl")


def _is_object_of_light(noun: Token) -> bool:
    head = noun.head
    if noun.dep_ == "pobj":
        head = head.head
    return noun.dep_ in ("dobj", "nsubjpass", "pobj") and head.lemma_.lower() in LIGHT


def _happens(noun: Token) -> bool:
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_.lower() in HAPPEN


def _adjective(token: Token) -> Found | None:
    kind = ADJECTIVES.get(token.lower_) if token.pos_ in ("ADJ", "NOUN", "VERB") else None
    predicative = token.dep_ in ("acomp", "oprd", "ccomp", "xcomp", "conj", "amod", "ROOT", "dobj")
    return (kind, token, token) if kind and predicative else None
