"""The numbers in the noun phrases that hang on a trigger in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Kind
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.reference import is_pronoun

WORDS = lexicon.load("figures")
HOLDING = lexicon.words(WORDS, "holding", "heads")
MULTIPLES = lexicon.words(WORDS, "multiples", "words")
COUNTING = frozenset({"nummod", "compound", "amod", "det", "quantmod"})
"""What a number is to the noun that it counts."""


def in_phrases(doc: Document, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """Nouns that hang on a trigger, with the numbers that count them."""
    for noun in _phrases(trigger):
        for token in _in_phrase(noun):
            counts = token.dep_ in COUNTING or token.i == noun.i
            if is_number(token) and counts and token.i not in doc.time_at and not _is_share(token):
                yield noun, token


def _is_share(number: Token) -> bool:
    """ "seven of them": a part of those counted before."""
    return any(is_pronoun(t) for t in grammar.preposition_objects(number, "of"))


def is_number(token: Token) -> bool:
    """Whether a word says how many."""
    vague = token.lower_ == "dozen" or token.lower_ in WORDS["vague"]
    return token.like_num or vague or (token.lower_ in MULTIPLES and token.dep_ in COUNTING)


def _phrases(trigger: Trigger) -> list[Token]:
    """Heads of the noun phrases that can carry a claim's numbers."""
    head = trigger.head
    if head.pos_ in ("VERB", "AUX"):
        near = _of_verb(trigger)
    elif head.pos_ == "ADJ":
        near = [head, head.head, *grammar.children(head.head, "dobj", "nsubj")]
    else:
        near = [head, *grammar.preposition_objects(head, "of", "to", "at", "among"), *_measured_by_verb(head)]
    return list(dict.fromkeys(near))


def _of_verb(trigger: Trigger) -> list[Token]:
    verb = trigger.head
    if grammar.is_hyphened(verb) or (trigger.kind is Kind.CONTROL and verb.dep_ in ("acl", "amod", "relcl")):
        return []  # "the two towns held by rebels" counts the towns elsewhere
    near = grammar.patients(verb) or grammar.subjects(verb)
    near += [t for noun in near for t in _of_number(noun)]
    held = [t for n in near if n.lemma_.lower() in HOLDING for t in grammar.preposition_objects(n, "of")]
    return [
        *near,
        *held,
        *grammar.preposition_objects(verb, "of"),
        *grammar.children(verb, "npadvmod", "attr", "oprd"),
    ]


def _measured_by_verb(noun: Token) -> list[Token]:
    """ "the death toll rose to 112", "the toll stands at 43"."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return []
    below = [
        t
        for t in noun.head.subtree
        if t.i > noun.head.i and t.like_num and t.dep_ in ("pobj", "dobj", "attr")
    ]
    return below[:1]


def _of_number(noun: Token) -> list[Token]:
    """ "the number of people killed rose to 14"."""
    if noun.dep_ != "pobj" or noun.head.head.lemma_.lower() not in ("number", "total", "toll"):
        return []
    return _measured_by_verb(noun.head.head)


def _in_phrase(noun: Token) -> list[Token]:
    """The noun itself if it is a number, and what stands before it."""
    return [t for t in (*noun.lefts, noun) for t in ((*t.subtree,) if t.i != noun.i else (t,))]
