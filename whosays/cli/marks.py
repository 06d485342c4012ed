"""A report's text with a claim marked in it: in colour on a terminal, in brackets elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from whosays.cli.console import safe
from whosays.model import Claim, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """How one part of a claim stands out."""

    name: str
    style: str
    opening: str
    closing: str


EVIDENCE = Mark("evidence", "underline", "[[", "]]")
TRIGGER = Mark("trigger", "bold reverse magenta", "{{", "}}")
VOICE = Mark("voice", "bold cyan", "<<", ">>")


def coloured(text: str, claim: Claim) -> Iterator[Text]:
    """The lines of `text` with the claim's evidence, trigger and voices in their styles."""
    marked = Text(safe(text))
    for span, mark in _marked(claim):
        marked.stylize(mark.style, span.start, span.end)
    ends = [index + 1 for index, character in enumerate(text) if character == "\n"]
    *ended, last = marked.divide(ends)
    for line in ended:
        line.right_crop(1)
        yield line
    yield last


def bracketed(text: str, claim: Claim) -> Iterator[Text]:
    """The lines of `text` with brackets around the claim's evidence, trigger and voices."""
    signs: dict[int, list[str]] = {}
    for span, mark in _marked(claim):
        # inner marks come later: they open after the outer ones and close before them
        signs.setdefault(span.start, []).append(mark.opening)
        signs.setdefault(span.end, []).insert(0, mark.closing)
    pieces = []
    start = 0
    for position in sorted(signs):
        pieces += [text[start:position], *signs[position]]
        start = position
    for line in "".join([*pieces, text[start:]]).split("\n"):
        yield Text(safe(line))


def legend() -> Text:
    """What the brackets mean."""
    marks = (f"{mark.opening}{mark.name}{mark.closing}" for mark in (EVIDENCE, TRIGGER, VOICE))
    return Text("marked: " + ", ".join(marks), style="dim")


def _marked(claim: Claim) -> list[tuple[Span, Mark]]:
    """Spans and their marks, from the outer to the inner."""
    voices = [(voice.span, VOICE) for voice in claim.voices]
    found = [(claim.evidence, EVIDENCE), *voices, (claim.trigger, TRIGGER)]
    return sorted(dict.fromkeys(found), key=lambda pair: (pair[0].start, -pair[0].end))
