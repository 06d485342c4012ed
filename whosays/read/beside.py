"""Descriptions beside a name, by the order of words: appositions, clauses, where somebody belongs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from whosays.read import lexicon
from whosays.read.document import Document
from whosays.read.links import link_at
from whosays.read.names import GROUND, INANIMATE
from whosays.read.stretches import NOUNLIKE, end_from, noun_of, start_until, words_of
from whosays.read.titles import ACTING, BODIES, PEOPLE, WORDS, is_named

BEING = lexicon.words(WORDS, "being", "verbs")
LASTING = lexicon.words(WORDS, "being", "participles")
OPENING = frozenset({",", "(", "[", "–", "—", "-"})
ALIAS = 6
"""Tokens within which a bracket after a name closes."""


def before(doc: Document, start: int, end: int) -> Span | None:
    """The description that a name from `start` to `end` explains: "the head of the council, Omar Siddiq,"."""
    syntax = doc.syntax
    start -= start > syntax[start].sent.start and syntax[start - 1].tag_ == "DT"
    if start - 2 < syntax[start].sent.start or syntax[start - 1].text != ",":
        return None
    if end < syntax[start].sent.end and not syntax[end].is_punct:
        return None  # "the mayor, Siddiq said, ..." passes on what the mayor did
    found = syntax[start_until(doc, start - 1) : start - 1]
    noun = noun_of(found)
    return found if words_of(noun) & (PEOPLE | BODIES) else None


def after(doc: Document, end: int, head: Token) -> Iterator[Span]:
    """The descriptions that follow a name that ends before `end`."""
    start = _past_alias(doc.syntax, end, head.sent.end)
    linked = link_at(doc, start, head)
    if linked is not None:
        yield linked
        start = linked.end
    opened = start < head.sent.end and doc.syntax[start].text in OPENING
    first = _past_age(doc.syntax, start + 1, head.sent.end) if opened else start
    found = _clause(doc, first, head) if first < head.sent.end else None
    if found is None and opened and first < head.sent.end:
        found = _apposition(doc, first, head) or link_at(doc, first, head)
    if found is not None:
        yield found


def _apposition(doc: Document, first: int, head: Token) -> Span | None:
    """ "a resident of the town", "spokesman for the coalition", closed by a comma or the like."""
    found = doc.syntax[first : end_from(doc, first)]
    return found if found and _is_description(found, head) and _closes(doc.syntax, found, head) else None


def _is_description(found: Span, head: Token) -> bool:
    noun = noun_of(found)
    words = words_of(noun)
    if noun is None or noun.ent_type_ == "PERSON" or words & (INANIMATE | GROUND) or found[0].pos_ == "ADP":
        return False
    if not is_named(head):
        return bool(words & PEOPLE) and bool(words_of(head) & PEOPLE)
    indefinite = found[0].lower_ in ("a", "an", "one")
    is_body = bool(words & BODIES) and (indefinite or not words & ACTING)
    if head.ent_type_ == "ORG":
        return is_body
    is_person = bool(words & PEOPLE) or (indefinite and noun.pos_ == "NOUN")
    return is_person or (is_body and head.ent_type_ != "PERSON")


def _closes(syntax: Doc, found: Span, head: Token) -> bool:
    """Whether a description ends there; a verb may follow at once only where it is that of the name."""
    if found.end >= head.sent.end or syntax[found.end].is_punct or syntax[found.end].tag_ in ("WP", "WDT"):
        return True
    own = head.head.i == found.end and head.dep_ in ("nsubj", "nsubjpass")
    return own and found[0].lower_ in ("a", "an")


def _clause(doc: Document, first: int, head: Token) -> Span | None:
    """ "who heads the hospital", "which monitors the war"; not "who was injured"."""
    syntax = doc.syntax
    if syntax[first].lower_ not in ("who", "which"):
        return None
    near = syntax[first + 1 : min(first + 4, head.sent.end)]
    verb = next((t for t in near if t.pos_ == "VERB" or t.lemma_ == "be"), None)
    if verb is None or verb.lemma_.lower() not in BEING or not _lasts(verb, head.sent.end):
        return None
    return syntax[first : end_from(doc, verb.i + 1)]


def _lasts(verb: Token, end: int) -> bool:
    """ "is a doctor", "is based in", but not "was injured", "was visiting"."""
    if verb.i + 1 >= end:
        return False
    following = verb.nbor()
    return verb.lemma_ != "be" or following.pos_ in NOUNLIKE | {"DET"} or following.lower_ in LASTING


def _past_alias(syntax: Doc, start: int, end: int) -> int:
    """After the short name in brackets that follows a long one."""
    if start >= end or syntax[start].text not in "([":
        return start
    closing = next((t.i for t in syntax[start : min(start + ALIAS, end)] if t.text in ")]"), None)
    described = closing is None or words_of(noun_of(syntax[start + 1 : closing])) & (PEOPLE | BODIES)
    return start if described or closing is None else closing + 1


def _past_age(syntax: Doc, first: int, end: int) -> int:
    """After ", 43," between a name and what is said of it."""
    is_age = first + 1 < end and syntax[first].like_num and syntax[first + 1].text in (",", ")")
    return first + 2 if is_age else first
