"""Who speaks is somebody, whatever the model takes the name for."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from whosays.read.speaking import speaking
from whosays.read.syntax import Syntax


def labelled(text: str, words: slice, label: str) -> Doc:
    """The syntax of a text with one entity."""
    doc = Syntax().parse(text)
    doc.ents = (Span(doc, words.start, words.stop, label=label),)
    return doc


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.text, entity.label_) for entity in speaking(doc).ents]


@pytest.mark.parametrize("label", ["WORK_OF_ART", "LAW", "PRODUCT"])
def test_the_subject_of_saying_is_a_person(label: str) -> None:
    doc = labelled("Rami Haddad of the Falcon Institute said the road was open.", slice(0, 3), label)
    assert entities(doc) == [("Rami Haddad", "PERSON")]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("They performed Harbour Nights on Friday.", slice(2, 4), "WORK_OF_ART"),
        ("Harbour Nights opened on Friday.", slice(0, 2), "WORK_OF_ART"),
        ("Haddad said the road was open.", slice(0, 1), "PRODUCT"),
        ("Falcon Institute said the road was open.", slice(0, 2), "ORG"),
    ],
)
def test_everything_else_stays_as_it_is(text: str, words: slice, label: str) -> None:
    doc = labelled(text, words, label)
    before = [(entity.text, entity.label_) for entity in doc.ents]
    assert entities(doc) == before
