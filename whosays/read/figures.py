"""Numbers that a claim brings, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from whosays.model import Figure, Kind, Measure
from whosays.read import grammar, lexicon
from whosays.read.amounts import amount
from whosays.read.document import Document
from whosays.read.names import Names
from whosays.read.parts import Trigger
from whosays.read.reference import is_pronoun
from whosays.read.roles import targets_of
from whosays.read.scope import scope_of

WORDS = lexicon.load("figures")
COUNTED = {word: Measure(measure) for measure, nouns in WORDS["measures"].items() for word in nouns}
RECEIVING = lexicon.words(WORDS, "receiving", "verbs")
HARM = {word: Measure(measure) for measure, lemmas in WORDS["harm"].items() for word in lemmas}
HOLDING = lexicon.words(WORDS, "holding", "heads")
BY_KIND = {Kind.DISPLACE: Measure.DISPLACED, Kind.DETAIN: Measure.DETAINED}


class GrammarFigures:
    """Takes the numbers of the phrases that hang on a trigger."""

    def figures(self, doc: Document, names: Names, trigger: Trigger) -> tuple[Figure, ...]:
        """The figures of one claim, in order."""
        found: dict[int, Figure] = {}
        for noun, number in _counted(doc, trigger):
            figure = _figure(doc, names, trigger, noun, number)
            if figure is not None and not any(figure.span.touches(f.span) for f in found.values()):
                found[figure.span.start] = figure
        counted = [found[start] for start in sorted(found)] or list(_single(doc, names, trigger))
        scope = scope_of(doc, trigger) if counted else None
        return tuple(replace(figure, scope=scope) for figure in counted)


def _counted(doc: Document, trigger: Trigger) -> Iterator[tuple[Token, Token]]:
    """Nouns of the claim with the number that counts them."""
    for noun in _phrases(trigger):
        for token in _in_phrase(noun):
            if _is_number(doc, token) and _counts(token, noun) and not _is_share(token):
                yield noun, token


def _is_share(number: Token) -> bool:
    """ "seven of them": a part of those counted before."""
    return any(is_pronoun(t) for t in grammar.preposition_objects(number, "of"))


def _is_number(doc: Document, token: Token) -> bool:
    return (
        token.like_num or token.lower_ == "dozen" or token.lower_ in WORDS["vague"]
    ) and token.i not in doc.time_at


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


def _counts(token: Token, noun: Token) -> bool:
    return token.dep_ in ("nummod", "compound", "amod", "det", "quantmod") or token.i == noun.i


def _figure(doc: Document, names: Names, trigger: Trigger, noun: Token, number: Token) -> Figure | None:
    read = amount(number)
    measure = _measure(trigger, noun, number)
    if read is None or measure is None:
        return None
    named = names.of_phrase(noun)
    scaled = read.times(*_scale(measure, noun))
    return Figure(
        measure, scaled.low, scaled.high, doc.span(read.first, read.last), named[0] if named else None
    )


def _single(doc: Document, names: Names, trigger: Trigger) -> Iterator[Figure]:
    """ "a nurse was wounded", "killed another militant": one of them."""
    for noun in targets_of(trigger) if trigger.kind is Kind.HARM else ():
        article = next((c for c in noun.children if c.lower_ in ("a", "an", "another")), None)
        person = COUNTED.get(noun.lemma_.lower()) is Measure.PEOPLE
        if article is not None and person and noun.tag_ == "NN" and (measure := _harm(trigger, noun)):
            named = names.of_phrase(noun)
            yield Figure(measure, 1, 1, doc.span(article, noun), named[0] if named else None)


def _measure(trigger: Trigger, noun: Token, number: Token) -> Measure | None:
    counted = _counted_noun(noun)
    if re.search(r"[$€£]", number.doc[max(0, number.i - 1) : number.i + 1].text):
        return Measure.MONEY
    if counted.lemma_.lower() in WORDS["distance"] and trigger.kind is not Kind.HARM:
        return Measure.DISTANCE
    if counted.lemma_.lower() in WORDS["duration"]:
        return Measure.DURATION
    if trigger.kind is Kind.HARM:
        return _harm(trigger, counted)
    measure = COUNTED.get(counted.lemma_.lower())
    people = measure is Measure.PEOPLE or counted.like_num
    return BY_KIND.get(trigger.kind, measure) if people else measure


def _counted_noun(noun: Token) -> Token:
    """ "dozens of towns": the towns are counted."""
    if noun.lower_ in WORDS["vague"] or noun.lemma_.lower() in ("number", "dozen", "total"):
        return next(iter(grammar.preposition_objects(noun, "of")), noun)
    return noun


def _harm(trigger: Trigger, counted: Token) -> Measure | None:
    if COUNTED.get(counted.lemma_.lower(), Measure.PEOPLE) is not Measure.PEOPLE:
        return None
    words = [trigger.head.lemma_.lower(), trigger.head.lower_, *trigger.span.quote.lower().split()]
    if trigger.head.lemma_.lower() in RECEIVING:
        words = [t.lower_ for t in (counted, *counted.children, *grammar.children(trigger.head, "advcl"))]
    sorts = [HARM[w] for w in words if w in HARM]
    both = {Measure.KILLED, Measure.WOUNDED} <= {*sorts, *_joined_harm(trigger)}
    return Measure.PEOPLE if both else next(iter(sorts), Measure.KILLED)


def _joined_harm(trigger: Trigger) -> set[Measure]:
    """The other harm of "killing and injuring 40", where one number counts both."""
    head = trigger.head
    joined = (
        [t for t in (head.nbor(-2), head.nbor(2)) if t.lemma_.lower() in HARM] if _is_between(head) else []
    )
    return {HARM[t.lemma_.lower()] for t in (*joined, head) if t.lemma_.lower() in HARM}


def _is_between(head: Token) -> bool:
    """Whether a conjunction stands right beside the word."""
    doc, i = head.doc, head.i
    return 1 < i < len(doc) - 2 and bool({doc[i - 1].lower_, doc[i + 1].lower_} & {"and", "or"})


def _scale(measure: Measure, noun: Token) -> tuple[float, int]:
    """The unit in metres or years, and the decimals that are worth keeping."""
    if measure is Measure.DISTANCE:
        return float(WORDS["distance"].get(noun.lemma_.lower(), 1)), 0
    if measure is Measure.DURATION:
        return float(WORDS["duration"].get(noun.lemma_.lower(), 1)), 3
    return 1.0, 2
