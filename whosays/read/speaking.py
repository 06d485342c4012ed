"""Who speaks is somebody: repairs what the model takes for a work of art, a law or a product."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosays.read import lexicon

THINGS = frozenset({"WORK_OF_ART", "LAW", "PRODUCT", "EVENT"})
SPEECH = lexicon.words(lexicon.load("cues"), "verbs", "say")
MOST = 4
"""Words of a person's name."""


@Language.component("speaking")
def speaking(doc: Doc) -> Doc:
    """Takes the subject of a verb of saying for a person, if two to four capitals name it."""
    doc.ents = tuple(_person(entity) or entity for entity in doc.ents)
    return doc


def _person(entity: Span) -> Span | None:
    if entity.label_ not in THINGS:
        return None
    end = entity.end - (entity[-1].pos_ == "ADP")  # "Rami Haddad of"
    name = entity.doc[entity.start : end]
    proper = 2 <= len(name) <= MOST and all(token.pos_ == "PROPN" for token in name)
    speaks = proper and name.root.dep_ == "nsubj" and name.root.head.lemma_.lower() in SPEECH
    return Span(entity.doc, entity.start, end, label="PERSON") if speaks else None
