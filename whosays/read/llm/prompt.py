"""What a model is asked: the guidelines of coding, and a passage in numbered sentences."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from whosays.model import Kind, Measure, Report, Span, Stance
from whosays.read.document import Document

LENGTH = 5000
"""Characters of a passage: longer ones make models skip claims."""

Passage = list[tuple[int, Span]]
"""Sentences with their numbers in the report."""


def instructions() -> str:
    """The guidelines, with the labels that may be used."""
    template = files("whosays.read.llm").joinpath("guidelines.md").read_text(encoding="utf-8")
    labels = {"KINDS": Kind, "STANCES": Stance, "MEASURES": Measure}
    for name, values in labels.items():
        template = template.replace(f"${name}", ", ".join(values))
    return template


def passages(doc: Document) -> Iterator[Passage]:
    """The sentences of a document in passages of some length; headings are left out."""
    passage: Passage = []
    for number, sentence in enumerate(sentences(doc), start=1):
        if passage and sentence.end - passage[0][1].start > LENGTH:
            yield passage
            passage = []
        if not any(line.covers(sentence) for line in doc.headings):
            passage.append((number, sentence))
    if passage:
        yield passage


def sentences(doc: Document) -> list[Span]:
    """The sentences of a document without white space around them, empty ones left out."""
    found = [doc.sentence(sentence[0]) for sentence in doc.syntax.sents]
    return [span for span in found if span.quote]


def question(report: Report, passage: Passage) -> str:
    """A passage as the model sees it."""
    lines = [f"[{number}] {' '.join(sentence.quote.split())}" for number, sentence in passage]
    heading = f"Outlet: {report.publisher or 'unknown'}. Published: {report.day or 'unknown'}."
    return "\n".join([heading, "", *lines])
