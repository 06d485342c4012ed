"""Where a description ends or starts, going from word to word."""

from __future__ import annotations

from spacy.tokens import Span, Token

from whosays.read.document import Document

LONGEST = 25
"""Tokens of a description; what goes on for longer has run away."""

INNER = frozenset(
    {"of", "for", "from", "at", "with", "in", "on", "to", "by", "inside", "near", "within", "between"}
)
"""Prepositions within a description."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNLIKE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def end_from(doc: Document, first: int) -> int:
    """Index after the description that begins at `first`: where a mark, a verb, a time or a clause stands."""
    syntax = doc.syntax
    last = min(first + LONGEST, syntax[first].sent.end) if first < len(syntax) else first
    end = next((i for i in range(first, last) if _ends(doc, syntax[i])), last)
    while end > first and syntax[end - 1].pos_ in ("ADP", "CCONJ", "ADV", "SPACE"):
        end -= 1
    return end


def start_until(doc: Document, end: int) -> int:
    """Index of the first word of the noun phrase that ends before `end`."""
    syntax = doc.syntax
    first, least = end, max(syntax[end].sent.start, end - LONGEST)
    while first > least and _may_precede(doc, syntax[first - 1]):
        first -= 1
    while first < end and syntax[first].pos_ in ("ADP", "CCONJ"):
        first += 1
    return first


def noun_of(description: Span) -> Token | None:
    """The noun that a description is about: the last one before its first preposition or participle."""
    noun: Token | None = None
    for token in description:
        if noun is not None and (token.pos_ in ("ADP", "VERB", "CCONJ", "PRON") and token.tag_ != "PRP$"):
            return noun
        if token.pos_ in ("NOUN", "PROPN") and not _owns(token):
            noun = token
    return noun


def words_of(token: Token | None) -> frozenset[str]:
    """The forms of a token under which a lexicon may have it."""
    return frozenset({token.lemma_.lower(), token.lower_}) if token is not None else frozenset()


def _owns(token: Token) -> bool:
    """ "the ministry's": whose it is."""
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in ("POS", "HYPH")


def _ends(doc: Document, token: Token) -> bool:
    if token.tag_ == "HYPH" or token.tag_ == "POS":
        return False
    mark = token.is_punct or token.is_space or token.is_quote
    verb = token.tag_ in FINITE and token.dep_ not in ("acl", "amod")
    return (
        mark or verb or token.tag_ in ("WP", "WDT", "WRB") or token.i in doc.time_at or token.lower_ == "that"
    )


def _may_precede(doc: Document, token: Token) -> bool:
    if token.i in doc.time_at:
        return False
    nominal = token.pos_ in NOUNLIKE | {"DET"} or token.tag_ in ("PRP$", "POS", "HYPH")
    compound = token.tag_ == "VBN" and token.nbor(-1).tag_ == "HYPH" if token.i else False
    return nominal or compound or token.lower_ in INNER
