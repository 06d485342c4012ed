"""A model's proposals as claims: nothing that does not stand in the text comes through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from spacy.tokens import Token

from whosays.model import Claim, Figure, Interval, Kind, Location, Measure, Named, Span, Stance, Voice
from whosays.model.identity import claim_id
from whosays.read.amounts import amount
from whosays.read.document import Document
from whosays.read.llm.align import find
from whosays.read.llm.answer import Proposed, ProposedFigure
from whosays.read.names import Names
from whosays.read.phrases import is_number
from whosays.read.sorts import sort_of

L = TypeVar("L", bound=StrEnum)

Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A proposal whose trigger was found; `warn` is told of every slot that is dropped."""

    doc: Document
    names: Names
    trigger: Span
    sentence: Span
    warn: Warn

    def claim(self, digest: str, kind: Kind, proposed: Proposed) -> Claim:
        """The claim, with the slots that stand in the text."""
        return Claim(
            id=claim_id(digest, self.trigger, kind),
            trigger=self.trigger,
            kind=kind,
            stance=label(Stance, proposed.stance, self.warn) or Stance.ASSERTED,
            evidence=self.sentence,
            voices=tuple(self._voices(proposed.voices)),
            actor=tuple(Named(name, span) for name, span, _ in self._named("actor", proposed.actor)),
            target=tuple(Named(name, span) for name, span, _ in self._named("target", proposed.target)),
            place=self._place(proposed.place),
            time=self._time(proposed.time),
            figures=tuple(self._figures(proposed.figures)),
        )

    def _find(self, slot: str, words: str) -> Span | None:
        found = find(self.doc.text, words, self.trigger.start, self.sentence)
        if found is None:
            self.warn(f"the {slot} “{words}” is not in the text and left out")
        return found

    def _named(self, slot: str, quotes: Iterable[str]) -> Iterator[tuple[str, Span, Token]]:
        """Names with their spans and heads, each name once."""
        seen: set[str] = set()
        for words in quotes:
            span = self._find(slot, words)
            head = self.doc.head(span) if span is not None else None
            if span is None or head is None:
                continue
            named = self.names.of_phrase(head) or (span.quote, span)
            if named[0] not in seen:
                seen.add(named[0])
                yield *named, head

    def _voices(self, quotes: Iterable[str]) -> Iterator[Voice]:
        for name, span, head in self._named("voice", quotes):
            yield Voice(name, span, sort_of(head, name, None))

    def _place(self, words: str | None) -> Location | None:
        span = self._find("place", words) if words else None
        if span is None:
            return None
        mentions = (self.doc.place_at[i] for i in self.doc.tokens(span) if i in self.doc.place_at)
        mention = next(mentions, None)
        return (
            Location(mention.span.quote, mention.span, mention.place)
            if mention
            else Location(span.quote, span)
        )

    def _time(self, words: str | None) -> Interval | None:
        span = self._find("time", words) if words else None
        if span is None:
            return None
        times = (self.doc.time_at[i].interval for i in self.doc.tokens(span) if i in self.doc.time_at)
        interval = next((found for found in times if found is not None), None)
        if interval is None:
            self.warn(f"the time “{words}” is no date that can be resolved and left out")
        return interval

    def _figures(self, proposed: Iterable[ProposedFigure]) -> Iterator[Figure]:
        for figure in proposed:
            measure = label(Measure, figure.measure, self.warn)
            span = self._find("figure", figure.quote)
            if measure is None or span is None:
                continue
            number = next((t for i in self.doc.tokens(span) if is_number(t := self.doc.syntax[i])), None)
            read = amount(number) if number is not None else None
            if read is None:
                self.warn(f"the figure “{figure.quote}” holds no number and is left out")
            else:
                yield Figure(measure, read.low, read.high, self.doc.span(read.first, read.last))


def label(labels: type[L], word: str, warn: Warn) -> L | None:
    """The label that a word is, or None with a warning."""
    known = word.strip().lower()
    if known in set(labels):
        return labels(known)
    warn(f"“{word}” is no {labels.__name__.lower()} and left out")
    return None
