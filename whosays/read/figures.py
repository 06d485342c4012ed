"""Numbers that a claim brings, with what they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from whosays.model import Figure, Kind, Measure
from whosays.read.amounts import amount
from whosays.read.counted import Counted, counted
from whosays.read.document import Document
from whosays.read.measures import COUNTED, harm_of, measure_of, scale
from whosays.read.names import Names
from whosays.read.parts import Trigger
from whosays.read.roles import targets_of
from whosays.read.scope import scope_of


class LearntFigures:
    """Takes the numbers that the network ties to a trigger, else those of the phrases that hang on it."""

    def figures(self, doc: Document, names: Names, trigger: Trigger) -> tuple[Figure, ...]:
        """The figures of one claim, in order."""
        read = (_read(doc, names, trigger, pairs) for pairs in counted(doc, trigger))
        kept = next(filter(None, read), None) or list(_single(doc, names, trigger))
        scope = scope_of(doc, trigger) if kept else None
        return tuple(replace(figure, scope=scope) for figure in kept)


def _read(doc: Document, names: Names, trigger: Trigger, pairs: list[Counted]) -> list[Figure]:
    """The figures that numbers make, in order; of those that share a word, the first."""
    found: list[Figure] = []
    for noun, number, sort in pairs:
        figure = _figure(doc, names, trigger, noun, number)
        if figure is not None and not any(figure.span.touches(f.span) for f in found):
            found.append(replace(figure, sort=sort))
    return found


def _figure(doc: Document, names: Names, trigger: Trigger, noun: Token, number: Token) -> Figure | None:
    read = amount(number)
    measure = measure_of(trigger, noun, number)
    if read is None or measure is None:
        return None
    named = names.of_phrase(noun)
    scaled = read.times(*scale(measure, noun))
    return Figure(
        measure, scaled.low, scaled.high, doc.span(read.first, read.last), named[0] if named else None
    )


def _single(doc: Document, names: Names, trigger: Trigger) -> Iterator[Figure]:
    """ "a nurse was wounded", "killed another militant": one of them."""
    for noun in targets_of(trigger) if trigger.kind is Kind.HARM else ():
        article = next((c for c in noun.children if c.lower_ in ("a", "an", "another")), None)
        person = COUNTED.get(noun.lemma_.lower()) is Measure.PEOPLE
        if article is not None and person and noun.tag_ == "NN" and (measure := harm_of(trigger, noun)):
            named = names.of_phrase(noun)
            yield Figure(measure, 1, 1, doc.span(article, noun), named[0] if named else None)
