"""Where somebody belongs: "of the Falcon Institute", "from the town", "close to the government"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from whosays.read.document import Document
from whosays.read.names import GROUND
from whosays.read.stretches import NOUNLIKE, end_from, words_of
from whosays.read.titles import BODIES, PEOPLE, WORDS, is_named

LINKS = {tuple(phrase.split()): sort for sort, phrases in WORDS["links"].items() for phrase in phrases}
LONGEST_LINK = max(map(len, LINKS))


def link_at(doc: Document, first: int, head: Token) -> Span | None:
    """The words from `first` on that say where whoever `head` names belongs; None if none do."""
    words = _link_words(doc.syntax, first, head.sent.end)
    sort = LINKS.get(words)
    if sort is None or not _may_belong(head, sort):
        return None
    start = first + len(words)
    end = end_from(doc, start) if sort == "telling" else _object_end(doc, start)
    where = doc.syntax[start:end]
    return doc.syntax[first:end] if where and (sort == "telling" or _is_where(doc, where)) else None


def _link_words(syntax: Doc, first: int, end: int) -> tuple[str, ...]:
    tried = (
        tuple(t.lower_ for t in syntax[first : min(first + length, end)])
        for length in range(LONGEST_LINK, 0, -1)
    )
    return next((words for words in tried if words in LINKS), ())


def _may_belong(head: Token, sort: str) -> bool:
    """Bodies with a name belong to nothing by a bare "of"; people with a name are not what they are in."""
    is_person = bool(words_of(head) & PEOPLE)
    if sort == "belonging":
        return is_person or (is_named(head) and head.ent_type_ in ("PERSON", ""))
    return sort == "telling" or (sort == "being_in" and is_person and not is_named(head))


def _object_end(doc: Document, start: int) -> int:
    """After one noun phrase and what it is "of"; other prepositions belong to it only within a name."""
    end = end_from(doc, start)
    for token in doc.syntax[start:end]:
        if token.pos_ == "DET" and token.i > start and token.nbor(-1).pos_ != "ADP":
            return token.i  # the next phrase, which lost its comma
        ent_goes_on = token.ent_iob_ == "I"
        inner = (
            token.pos_ in NOUNLIKE | {"DET"} or token.tag_ in ("POS", "HYPH", "PRP$") or token.lower_ == "of"
        )
        if not (inner or ent_goes_on):
            return token.i
    return end


def _is_where(doc: Document, where: Span) -> bool:
    """Whether a phrase names a body or a place."""
    return any(
        t.ent_type_ in ("ORG", "GPE", "LOC", "FAC") or t.i in doc.place_at or words_of(t) & (BODIES | GROUND)
        for t in where
    )
