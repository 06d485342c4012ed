"""Which numbers a claim brings, each with the noun that it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Token

from whosays.model import FigureSort, Kind
from whosays.read import lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.phrases import COUNTING, in_phrases, is_number
from whosays.read.spells import spells

WORDS = lexicon.load("figures")
RUNNING = lexicon.words(WORDS, "running", "words")
REACHING = lexicon.words(WORDS, "running", "reaching")
INCLUDING = lexicon.words(WORDS, "running", "including")
FORMER = lexicon.words(WORDS, "running", "former")
NOUNS = frozenset(noun for nouns in WORDS["measures"].values() for noun in nouns)
NUMERAL = ("NUM", "ADJ", "DET", "ADV")
NOMINAL = ("NUM", "ADJ", "DET", "NOUN", "PROPN")
NEAR = 5
"""Words after a number within which the noun that it counts stands, or before it what it is the end of."""

Counted = tuple[Token, Token, FigureSort]
"""A noun and the number that counts it (twice the number where it counts nothing that is named)."""


def counted(doc: Document, trigger: Trigger) -> Iterator[list[Counted]]:
    """The numbers of a claim by one method after the other, the surest first."""
    yield list(_sorted(_tied(doc, trigger)))
    yield list(_sorted((*in_phrases(doc, trigger), *spells(doc, trigger))))
    yield list(_sorted((_counted_by(number), number) for number in _beside(doc, trigger)))


def _sorted(pairs: Iterable[tuple[Token, Token]]) -> Iterator[Counted]:
    """The numbers in order, each told what it is among the others, with the parts of the whole."""
    counts = {number.i: (noun, number) for noun, number in pairs}
    parts = {n.i: (_counted_by(n), n) for _, number in counts.values() for n in _parts(number)}
    former = {n.i: (noun, n) for noun, number in counts.values() for n in _formerly(number)}
    for i, (noun, number) in sorted((former | counts | parts).items()):
        part = FigureSort.PART if i in parts else FigureSort.COUNT
        yield noun, number, FigureSort.FORMER if _is_former(number) else part


def _formerly(number: Token) -> Iterator[Token]:
    """The 43 of "to 112 from 43" and of "from 43 to 112"."""
    after, before = number.doc[number.i + 1 : number.i + 3], number.doc[max(0, number.i - 3) : number.i]
    if len(after) == 2 and after[0].lower_ == "from" and is_number(after[1]):
        yield after[1]
    if len(before) == 3 and (before[0].lower_, before[2].lower_) == ("from", "to") and is_number(before[1]):
        yield before[1]


def _is_former(number: Token) -> bool:
    """ "to 112 from 43", "an earlier toll of 43"."""
    before = number.doc[max(number.sent.start, number.i - NEAR) : number.i]
    words = [t.lower_ for t in before]
    risen = "to" in words[:-1] or any(t.like_num for t in before)
    return bool(words) and ((words[-1] == "from" and risen) or any(w in FORMER for w in words))


def _tied(doc: Document, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    for span in trigger.ties.spans("figure"):
        for number in (doc.syntax[i] for i in doc.tokens(span)):
            if is_number(number):
                yield _counted_by(number), number


def _parts(number: Token) -> Iterator[Token]:
    """ "49 fighters, including seven commanders": the seven."""
    after = number.doc[number.i + 1 : min(number.sent.end, number.i + 2 * NEAR)]
    for word in takewhile(_goes_on, after):
        if word.lower_ in INCLUDING:
            beyond = number.doc[word.i + 1 : min(number.sent.end, word.i + 1 + NEAR)]
            yield from (t for t in beyond if is_number(t))


def _counted_by(number: Token) -> Token:
    """The noun that a number hangs on or, where the tree has none, the next known one; else the number."""
    noun = number
    while noun.dep_ in COUNTING and noun.pos_ in NUMERAL:
        noun = noun.head
    if noun.pos_ == "NOUN":
        return noun
    after = takewhile(_goes_on, number.doc[number.i + 1 : min(number.sent.end, number.i + 1 + NEAR)])
    return next((t for t in after if t.lemma_.lower() in NOUNS), number)


def _goes_on(token: Token) -> bool:
    """Whether a noun phrase may go on over a word, also where the parser lost its way."""
    return token.pos_ in NOMINAL or token.lower_ in ("of", "the", "is", ",", *INCLUDING)


def _beside(doc: Document, trigger: Trigger) -> list[Token]:
    """The number of people that only order shows: "10 militants were killed", "the toll has risen to 112"."""
    if trigger.kind not in (Kind.HARM, Kind.DISPLACE, Kind.DETAIN):
        return []
    head, sentence = trigger.head, trigger.head.sent
    before = takewhile(_stands_before, reversed(doc.syntax[sentence.start : doc.tokens(trigger.span).start]))
    after = doc.syntax[head.i + 1 : sentence.end] if _runs(head) else ()
    found = [t for t in before if is_number(t)] or [t for t in after if _is_reached(t)]
    return [t for t in found if t.i not in doc.time_at][:1]


def _runs(head: Token) -> bool:
    """ "the toll", "the number of victims"."""
    counts = (head, head.head.head) if head.dep_ == "pobj" else (head,)
    return any(t.lemma_.lower() in RUNNING for t in counts)


def _stands_before(token: Token) -> bool:
    return token.pos_ in (*NOMINAL, "AUX", "ADV") or token.lower_ in ("of", "the") or token.is_quote


def _is_reached(token: Token) -> bool:
    """ "to 112", "reached at least 43"."""
    before = token.doc[max(0, token.i - NEAR) : token.i]
    return is_number(token) and any(t.lower_ in REACHING for t in before)
