"""Which claims a report makes the cause of which others, and whose explanation that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from whosays.model import Cause, Claim, Span
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.roles import SUFFERED, deeds_behind
from whosays.read.sharing import CAUSES
from whosays.read.statements import Statements

WORDS = lexicon.load("causes")
PHRASES = {tuple(phrase.split()): side for side in ("after", "before") for phrase in WORDS[side]["phrases"]}
LONGEST = max(map(len, PHRASES))
NEAR = 15
"""Tokens from the words of a cause within which the claims stand that they join."""

Link = tuple[int, int, Span]
"""Indices of the cause and the effect among the triggers, and the words that join them."""


def causes(
    doc: Document, statements: Statements, triggers: tuple[Trigger, ...], claims: tuple[Claim, ...]
) -> tuple[Cause, ...]:
    """The causes among the claims that triggers make, in the order of the words that say so."""
    found: dict[frozenset[int], Link] = {}
    for cause, effect, words in sorted(_links(doc, triggers), key=lambda link: link[2]):
        found.setdefault(frozenset((cause, effect)), (cause, effect, words))
    return tuple(
        Cause(claims[cause].id, claims[effect].id, words, statements.said_by(words))
        for cause, effect, words in found.values()
        if cause != effect
    )


def _links(doc: Document, triggers: tuple[Trigger, ...]) -> Iterator[Link]:
    by_head = {t.head.i: t for t in triggers}
    index = {t.head.i: i for i, t in enumerate(triggers)}
    for i, trigger in enumerate(triggers):
        for deed in (*deeds_behind(trigger, by_head), *_followed(trigger, by_head)):
            yield index[deed.head.i], i, trigger.span
    for sentence in doc.syntax.sents:
        inside = [i for i, t in enumerate(triggers) if sentence.start <= t.head.i < sentence.end]
        if len(inside) > 1:
            yield from _joined(doc, sentence, triggers, inside)


def _followed(effect: Trigger, by_head: Mapping[int, Trigger]) -> list[Trigger]:
    """ "hit the market, killing nine": the deed whose harm a participle tells."""
    head = effect.head
    while head.dep_ == "conj" and head.tag_ == head.head.tag_:
        head = head.head  # "killing nine and wounding 20"
    deed = by_head.get(head.head.i) if head.dep_ == "advcl" and head.tag_ == "VBG" else None
    return [deed] if deed is not None and effect.kind in SUFFERED and deed.kind in CAUSES else []


def _joined(
    doc: Document, sentence: Sentence, triggers: tuple[Trigger, ...], inside: list[int]
) -> Iterator[Link]:
    """Claims of one sentence that "because of", "led to" and the like stand between."""
    for first, last, side in _phrases(sentence):
        before, after = _around(triggers, inside, first, last)
        if before is None and after is not None and side == "after":
            before = next((i for i in inside if i > after), None)  # "Because of the raids, they fled"
        if before is not None and after is not None:
            cause, effect = (after, before) if side == "after" else (before, after)
            yield cause, effect, doc.span(first, last)


def _phrases(sentence: Sentence) -> Iterator[tuple[Token, Token, str]]:
    """First and last words of phrases that tell a cause, the longest that begin there, and its side."""
    words = [t.lower_ for t in sentence]
    for start in range(len(words)):
        for length in range(LONGEST, 0, -1):
            side = PHRASES.get(tuple(words[start : start + length]))
            if side is not None:
                yield sentence[start], sentence[start + length - 1], side
                break


def _around(
    triggers: tuple[Trigger, ...], inside: list[int], first: Token, last: Token
) -> tuple[int | None, int | None]:
    """The claims that words join: what they hang on or stand right behind, and the first in what follows."""
    before = [i for i in inside if first.i - NEAR <= triggers[i].head.i < first.i]
    after = [i for i in inside if first.i <= triggers[i].head.i <= last.i + NEAR]
    above = {t.i for t in grammar.ancestors(first)}
    governing = [i for i in before if triggers[i].head.i in above]
    near = [] if _hangs_on_a_verb(first) else before
    return next(reversed(governing or near), None), next(iter(after), None)


def _hangs_on_a_verb(phrase: Token) -> bool:
    """ "running low due to the siege": the verb that a phrase explains, be it a claim or not."""
    verbs = ("VERB", "AUX")
    return phrase.pos_ not in verbs and any(t.pos_ in verbs and t.i < phrase.i for t in phrase.ancestors)
