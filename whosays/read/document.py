"""What the parts of the reader share: a text, its syntax, and the names and times found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from whosays.model import NameMention, PlaceMention, Report, Span, TimeMention
from whosays.read.encoder import Encoded


@dataclass(frozen=True, slots=True)
class Document:
    """One text under reading.

    `places` and `times` are grounded already: the reader decides which of them belong to a claim,
    never where or when they are.
    """

    text: str
    syntax: Doc
    encoded: Encoded
    names: tuple[NameMention, ...]
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    place_at: dict[int, PlaceMention] = field(default_factory=dict)
    time_at: dict[int, TimeMention] = field(default_factory=dict)
    """Mentions by the index of every token that they touch."""
    headings: tuple[Span, ...] = ()
    """The title where the text repeats it, and lines in capitals: they make no claims of their own."""

    published: date | None = None

    @classmethod
    def of(
        cls,
        report: Report,
        syntax: Doc,
        encoded: Encoded,
        names: tuple[NameMention, ...],
        places: tuple[PlaceMention, ...],
        times: tuple[TimeMention, ...],
    ) -> Document:
        """A document with its mentions indexed by token."""
        at_place = {i: place for place in places for i in touched(syntax, place.span)}
        at_time = {i: time for time in times for i in touched(syntax, time.span)}
        lines = headings(report.text, report.title)
        return cls(report.text, syntax, encoded, names, places, times, at_place, at_time, lines, report.day)

    def span(self, first: Token, last: Token) -> Span:
        """The characters from the start of `first` to the end of `last`, both included."""
        return Span.of(self.text, first.idx, last.idx + len(last))

    def tokens(self, span: Span) -> range:
        """Indices of the tokens that share a character with `span`."""
        return touched(self.syntax, span)

    def head(self, span: Span) -> Token | None:
        """The token of a span that hangs outside it, which stands for the span in the tree."""
        inside = self.tokens(span)
        if not inside:
            return None
        tokens = (self.syntax[i] for i in inside)
        return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), self.syntax[inside[-1]])

    def sentence(self, token: Token) -> Span:
        """The sentence of `token`, without the white space around it."""
        sent = token.sent
        start, end = sent.start_char, sent.end_char
        quote = self.text[start:end]
        start += len(quote) - len(quote.lstrip())
        return Span.of(self.text, start, start + len(quote.strip()))


TOP = 200
"""Characters from the start within which a repeated title must begin."""

CAPITALS = re.compile(r"^[^\S\n]*[^a-z\n.]*[A-Z]{2}[^a-z\n.]{0,70}$", re.MULTILINE)


def headings(text: str, title: str | None) -> tuple[Span, ...]:
    """The report's own title at the top of its text, and lines in capitals between other lines."""
    found = [m.span() for m in CAPITALS.finditer(text) if "\n" in text]
    words = re.findall(r"\w+", title or "")
    if words:
        spaced = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
        found += [
            m.span() for m in [spaced.search(text, 0, TOP + 2 * len(title or ""))] if m and m.start() < TOP
        ]
    return tuple(Span.of(text, *span) for span in sorted(found))


def touched(syntax: Doc, span: Span) -> range:
    """Indices of the tokens of `syntax` that share a character with `span`."""
    found = syntax.char_span(span.start, span.end, alignment_mode="expand")
    return range(found.start, found.end) if found is not None else range(0)
