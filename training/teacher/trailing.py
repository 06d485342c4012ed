"""A source and its verb at the end of a sentence, read without the tree.

"Nine people were killed in the raid the town's mayor said on Monday." Reports that lost their commas,
and long lead sentences, mislead the parser there; the order of the words does not.
"""

from __future__ import annotations

from spacy.tokens import Token

from whosays.read import grammar, lexicon

CUES = lexicon.load("cues")
VERBS = lexicon.words(CUES, "trailing", "verbs")
LINKS = frozenset({"of", "for", "at", "and"})
AFTER = 8
"""Tokens that may follow the verb: whom it was said to, when and in what."""

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "VBN", "POS", "HYPH", "CD", "-LRB-", "-RRB-"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LEAST = 4
"""Words that must stand before the source for it to close a statement."""


def closing_source(verb: Token) -> list[Token]:
    """The noun phrase right before a verb of saying that ends its sentence; empty if there is none."""
    if verb.lemma_.lower() not in VERBS or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return []
    sentence = verb.sent
    tail = verb.doc[verb.i + 1 : sentence.end]
    if len(tail) > AFTER or any(_opens_statement(t) for t in tail):
        return []
    found = _phrase_before(verb)
    return found if found and found[0].i - sentence.start >= LEAST else []


def _opens_statement(token: Token) -> bool:
    """Whether what is said follows the verb after all."""
    return token.lower_ in ("that", "he", "she", "it", "they") or token.is_quote or token.tag_ in FINITE


def _phrase_before(verb: Token) -> list[Token]:
    return _clear_subject(verb) or _phrase_by_words(verb)


def _clear_subject(verb: Token) -> list[Token]:
    """The subject that the tree gives, where a mark before it and the verb after it leave no doubt."""
    for subject in grammar.children(verb, "nsubj"):
        first = subject.left_edge
        if subject.right_edge.i == verb.i - 1 and (first.i == verb.sent.start or first.nbor(-1).is_punct):
            return list(verb.doc[first.i : grammar.phrase(subject)[1].i + 1])
    return []


def _phrase_by_words(verb: Token) -> list[Token]:
    end = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if end.tag_ == "PRP" and end.lower_ != "them":
        return [end]
    if end.tag_ not in NOUNS and not end.ent_type_ and end.text not in (")", "]"):
        return []
    start = end
    while start.i > verb.sent.start and _belongs(start.nbor(-1), start):
        start = start.nbor(-1)
    return list(verb.doc[start.i : verb.i])


def _belongs(before: Token, start: Token) -> bool:
    """Whether the phrase goes on to the left."""
    if start.tag_ == "DT":
        return before.lower_ in LINKS
    if before.ent_type_ and before.ent_type_ == start.ent_type_ and start.ent_iob_ == "I":
        return True
    if before.lower_ in LINKS:
        return (
            start.tag_ in NOUNS | {"DT", "JJ"}
            and before.i > before.sent.start
            and before.nbor(-1).tag_ in NOUNS
        )
    if before.tag_ == "DT":
        return before.lower_ in ("the", "a", "an", "one", "another", "some")
    return before.tag_ in INSIDE and not _breaks(before, start)


def _breaks(before: Token, start: Token) -> bool:
    """A common noun right before a capital starts no phrase with it, unless it is an office."""
    capital = start.text[:1].isupper()
    return capital and before.tag_ in ("NN", "NNS") and before.lemma_.lower() not in OFFICES


OFFICES = frozenset(CUES["sorts"]["official"]) | frozenset(CUES["sorts"]["outlet"]) | {"activist"}
