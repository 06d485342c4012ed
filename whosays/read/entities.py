"""Proper names: found by the network, and laid over the tokens, where the other parts ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.util import filter_spans

from whosays.model import NameMention, NameSort, Span
from whosays.read.encoder import Encoded, View
from whosays.read.encoder.questions import NAMES

LABELS = {
    NameSort.PERSON: "PERSON",
    NameSort.ORGANISATION: "ORG",
    NameSort.PLACE: "GPE",
    NameSort.PEOPLE: "NORP",
    NameSort.OTHER: "EVENT",
}
"""What spaCy calls each sort of name."""

SORTS = {label: sort for sort, label in LABELS.items()}

Run = tuple[int, int, NameSort]
"""The first piece of a name, the one after its last, and its sort."""


def names(syntax: Doc, encoded: Encoded) -> tuple[NameMention, ...]:
    """The names of a text, in order, each of whole tokens; they become the entities of its syntax."""
    found = (_tokens(syntax, encoded.pieces.span(first, last), sort) for first, last, sort in _runs(encoded))
    syntax.ents = filter_spans(_joined(tokens for tokens in found if tokens))
    text = encoded.pieces.text  # spaCy joins its own anew each time it is asked
    return tuple(NameMention(Span.of(text, e.start_char, e.end_char), SORTS[e.label_]) for e in syntax.ents)


def _joined(found: Iterable[Tokens]) -> list[Tokens]:
    """Names of one sort right beside each other are one if the second starts small: "Deir ez-Zor"."""
    joined: list[Tokens] = []
    for tokens in found:
        before = joined[-1] if joined else None
        beside = before is not None and before.end == tokens.start and before.label == tokens.label
        if before is not None and beside and tokens.text[0].islower():
            joined[-1] = Tokens(tokens.doc, before.start, tokens.end, label=before.label_)
        else:
            joined.append(tokens)
    return joined


def _runs(encoded: Encoded) -> Iterator[Run]:
    for view in encoded.views:
        for first, last, sort in _marked(view):
            yield view.window.start + first, view.window.start + last, sort


def _marked(view: View) -> list[Run]:
    """Runs of a window's own pieces, each started by B or by I after something else."""
    own = range(view.window.first - view.window.start, view.window.last - view.window.start)
    labels = view.answers["name"].argmax(1)
    runs: list[Run] = []
    for i in own:
        mark, _, sort = NAMES[labels[i]].partition("-")
        if sort and mark == "I" and runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1, runs[-1][2])
        elif sort:
            runs.append((i, i + 1, NameSort(sort)))
    return runs


def _tokens(syntax: Doc, span: Span, sort: NameSort) -> Tokens:
    """The tokens that a span touches, without white space at their ends."""
    touched = syntax.char_span(span.start, span.end, alignment_mode="expand")
    words = [token.i for token in touched or () if not token.is_space]
    return Tokens(syntax, min(words, default=0), max(words, default=-1) + 1, label=LABELS[sort])
