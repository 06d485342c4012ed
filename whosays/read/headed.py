"""Places that stand over a paragraph: "Ariha. The death toll has risen", or a line with the name alone."""

from __future__ import annotations

from whosays.model import Location, PlaceMention
from whosays.read.document import Document
from whosays.read.parts import Trigger
from whosays.read.where import UNPLACED, location_of

LONGEST = 60
"""Characters of a heading; what is longer is a sentence."""


def headed(doc: Document, trigger: Trigger) -> Location | None:
    """The one place of the heading that a claim stands under, if it is of a kind that has a place."""
    if trigger.kind in UNPLACED:
        return None
    start, head = _paragraph(doc.text, trigger.span.start), trigger.span.start
    above = [m for m in doc.places if start <= m.span.start < head and _is_run_in(doc.text, start, m)]
    found = above[:1] or _line_above(doc, start)
    return location_of(found[0]) if found else None


def _paragraph(text: str, position: int) -> int:
    """Where the paragraph begins that a position stands in."""
    start = text.rfind("\n", 0, position) + 1
    return start + len(text[start:]) - len(text[start:].lstrip(_MARKS))


_MARKS = " \t\u00a0-–—•*·"


def _is_run_in(text: str, start: int, mention: PlaceMention) -> bool:
    """Whether a paragraph begins with the name and a full stop or a colon."""
    return mention.span.start == start and text[mention.span.end : mention.span.end + 2] in (". ", ": ")


def _line_above(doc: Document, start: int) -> list[PlaceMention]:
    """The place whose name alone is the line above a paragraph."""
    before = doc.text[:start].rstrip(_MARKS + "\n")
    first = before.rfind("\n") + 1
    line = before[first:].strip(_MARKS + ":")
    if len(line) > LONGEST:
        return []
    return [m for m in doc.places if first <= m.span.start < len(before) and m.span.quote == line][:1]
