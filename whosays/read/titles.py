"""Where a name starts and ends, and the title before it: "police spokesman" + "Omar Siddiq"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from whosays.read import lexicon
from whosays.read.document import Document

WORDS = lexicon.load("roles")
SORTS = lexicon.load("cues")["sorts"]
BODIES = lexicon.words(WORDS, "bodies", "heads").union(
    *(SORTS[sort] for sort in ("institution", "monitor", "outlet", "armed group"))
)
PEOPLE = lexicon.words(WORDS, "people", "heads").union(
    *(SORTS[sort] for sort in ("official", "resident", "unnamed official", "armed group"))
) - BODIES | lexicon.words(WORDS, "people", "fighters")
ACTING = lexicon.words(WORDS, "bodies", "acting").union(SORTS["armed group"])
"""Bodies that act themselves: "according to the monitor, the army, which ..." describes no monitor."""

RANKS = lexicon.words(WORDS, "ranks", "words")
HONORIFICS = lexicon.words(WORDS, "honorifics", "words")
MODIFIERS = lexicon.words(WORDS, "modifiers", "words")
NOUNLIKE = frozenset({"NOUN", "PROPN", "ADJ"})
NAMED = frozenset({"PERSON", "ORG"})


def is_named(head: Token) -> bool:
    """Whether a noun phrase is a proper name rather than a description."""
    return head.pos_ == "PROPN" or head.ent_type_ in NAMED


def name_of(head: Token) -> Span:
    """The words of the proper name that a token stands in, without title and rank."""
    run = _run(head)
    before = [t.i for t in run[:-1] if head.ent_type_ != "ORG" and _precedes_name(t, head)]
    return head.doc[max(before, default=run.start - 1) + 1 : run.end]


def title_of(doc: Document, name: Span) -> Span | None:
    """The title before a name, else the rank: "police spokesman", "the group's leader", "Col."."""
    end = _before_ranks(name)
    last = _token_before(name, end)
    if last is not None and _is_title(last, name.root):
        return name.doc[_start(doc, last) : end]
    ranked = [t for t in name.doc[end : name.start] if t.lower_ not in HONORIFICS]
    return name.doc[ranked[0].i : name.start] if ranked and ranked[0].text != "." else None


def before_title(doc: Document, name: Span) -> int:
    """Index of the token with which the name or what stands before it as a title begins."""
    title = title_of(doc, name)
    return title.start if title is not None else _before_ranks(name)


def is_rank(title: Span) -> bool:
    """Whether a title is nothing but a rank."""
    return all(_is_rank_word(t) for t in title)


def _run(head: Token) -> Span:
    """The unbroken run of proper nouns around a token; titles in capitals stand in it too."""
    first = last = head
    while first.i > head.sent.start and _goes_on(first.nbor(-1), head):
        first = first.nbor(-1)
    while last.i + 1 < head.sent.end and _goes_on(last.nbor(), head):
        last = last.nbor()
    while first.i < head.i and (first.is_punct or first.pos_ == "DET"):
        first = first.nbor()
    return head.doc[first.i : last.i + 1]


def _goes_on(token: Token, head: Token) -> bool:
    if token.ent_type_ in NAMED and head.ent_type_ in NAMED and token.ent_type_ != head.ent_type_:
        return False
    same = token.ent_type_ in NAMED and token.ent_type_ == head.ent_type_
    return token.pos_ == "PROPN" or token.tag_ == "HYPH" or same


def _precedes_name(token: Token, head: Token) -> bool:
    return _is_rank_word(token) or token.lower_ in HONORIFICS or _is_title(token, head)


def _is_title(token: Token, head: Token) -> bool:
    """A word for what the bearer of a name is, other than a rank."""
    if token.pos_ not in ("NOUN", "PROPN") or (head.ent_type_ == "ORG" and token.pos_ == "PROPN"):
        return False
    words = {token.lemma_.lower(), token.lower_}
    of_body = token.pos_ == "NOUN" and head.pos_ == "PROPN" and head.ent_type_ != "PERSON"
    common = BODIES - ACTING if of_body else frozenset()
    return bool(words & (PEOPLE | common)) and not words & RANKS


def _is_rank_word(token: Token) -> bool:
    if token.text == ".":
        return token.i > 0 and token.nbor(-1).lower_ in RANKS
    return token.lower_.rstrip(".") in RANKS


def _before_ranks(name: Span) -> int:
    """Where the ranks and honorifics right before a name begin."""
    end = name.start  # the parser may start a sentence after "Brig.": there is no need to ask where it starts
    while end > 0 and (_is_rank_word(name.doc[end - 1]) or name.doc[end - 1].lower_ in HONORIFICS):
        end -= 1
    return end


def _token_before(name: Span, end: int) -> Token | None:
    return name.doc[end - 1] if end > 0 else None


def _start(doc: Document, last: Token) -> int:
    """Where the title that ends with `last` begins."""
    first = last
    while first.i > 0 and _modifies(doc, first.nbor(-1)):
        first = first.nbor(-1)
    if first.i > 0 and first.nbor(-1).tag_ in ("DT", "PRP$"):
        first = first.nbor(-1)
    return first.i


def _modifies(doc: Document, token: Token) -> bool:
    if token.i in doc.time_at:
        return False
    hyphened = token.doc[max(token.i - 1, 0) : token.i + 2]
    compound = token.tag_ == "POS" or any(t.tag_ == "HYPH" for t in hyphened)
    return token.pos_ in NOUNLIKE or compound or token.lower_ in MODIFIERS
