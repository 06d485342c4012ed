"""What a number counts: the measure of a figure, and its unit."""

from __future__ import annotations

import re

from spacy.tokens import Token

from whosays.model import Kind, Measure
from whosays.read import grammar, lexicon
from whosays.read.parts import Trigger

WORDS = lexicon.load("figures")
COUNTED = {word: Measure(measure) for measure, nouns in WORDS["measures"].items() for word in nouns}
RECEIVING = lexicon.words(WORDS, "receiving", "verbs")
HARM = {word: Measure(measure) for measure, lemmas in WORDS["harm"].items() for word in lemmas}
HARMED = {word: Measure(measure) for measure, nouns in WORDS["harmed"].items() for word in nouns}
BY_KIND = {Kind.DISPLACE: Measure.DISPLACED, Kind.DETAIN: Measure.DETAINED}


def measure_of(trigger: Trigger, noun: Token, number: Token) -> Measure | None:
    """What the number beside a noun counts in a claim; None if that is nothing known."""
    counted = _counted_noun(noun)
    if re.search(r"[$€£]", number.doc[max(0, number.i - 1) : number.i + 1].text):
        return Measure.MONEY
    if counted.lemma_.lower() in WORDS["distance"] and trigger.kind is not Kind.HARM:
        return Measure.DISTANCE
    if counted.lemma_.lower() in WORDS["duration"]:
        return Measure.DURATION
    if counted.lemma_.lower() in HARMED:
        return HARMED[counted.lemma_.lower()]
    if trigger.kind is Kind.HARM:
        return harm_of(trigger, counted)
    measure = COUNTED.get(counted.lemma_.lower())
    people = measure is Measure.PEOPLE or counted.like_num or counted.lower_ in WORDS["vague"]
    if people and trigger.kind is Kind.ATTACK and trigger.head.lemma_.lower() in HARM:
        return harm_of(trigger, counted)  # "executed 15 detainees"
    return BY_KIND.get(trigger.kind, measure) if people else measure


def _counted_noun(noun: Token) -> Token:
    """ "dozens of towns": the towns are counted."""
    if noun.like_num or noun.lower_ in WORDS["vague"] or noun.lemma_.lower() in ("number", "dozen", "total"):
        return next(iter(grammar.preposition_objects(noun, "of")), noun)
    return noun


def harm_of(trigger: Trigger, counted: Token) -> Measure | None:
    """What a claim of harm says happened to those counted; None if they are no people."""
    if COUNTED.get(counted.lemma_.lower(), Measure.PEOPLE) is not Measure.PEOPLE:
        return None
    words = [trigger.head.lemma_.lower(), trigger.head.lower_, *trigger.span.quote.lower().split()]
    if trigger.head.lemma_.lower() in RECEIVING:
        words = [t.lower_ for t in (counted, *counted.children, *grammar.children(trigger.head, "advcl"))]
    sorts = [HARM[w] for w in words if w in HARM]
    both = {Measure.KILLED, Measure.WOUNDED} <= {*sorts, *_joinedharm_of(trigger)}
    return Measure.PEOPLE if both else next(iter(sorts), Measure.KILLED)


def _joinedharm_of(trigger: Trigger) -> set[Measure]:
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


def scale(measure: Measure, noun: Token) -> tuple[float, int]:
    """The unit in metres or years, and the decimals that are worth keeping."""
    if measure is Measure.DISTANCE:
        return float(WORDS["distance"].get(noun.lemma_.lower(), 1)), 0
    if measure is Measure.DURATION:
        return float(WORDS["duration"].get(noun.lemma_.lower(), 1)), 6
    return 1.0, 2
