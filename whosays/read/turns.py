"""Transcripts: lines that begin with who speaks. Whoever has the word keeps it until the next one has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from whosays.model import Attribution, Span

LABEL = re.compile(
    r"^[ \t]*[“\"]?(?P<name>[^\W\d_a-z][\w.’'-]+(?:[ \xa0][\w.’'(),-]+){0,5})"
    r"(?P<cue>:)[ \t\xa0]+(?=[^\s\d.…])",
    re.MULTILINE,
)
"""A speaker, a colon, and words on the same line; a number is an entry of a table."""

LEAST, SPEAKERS = 4, 2
"""Lines with a speaker that make a transcript, and speakers who have the word twice."""

CLOSING = " \t\xa0\n.…"
"""What ends a turn and is not said."""

PARAGRAPH = re.compile(r"\n\s*\n|\Z")


def turns(text: str) -> Iterator[Attribution]:
    """Attributions of the turns of a transcript; none if the text is no transcript."""
    labels = list(LABEL.finditer(text))
    speakers = Counter(label["name"].split()[-1] for label in labels)
    if len(labels) < LEAST or sum(n > 1 for n in speakers.values()) < SPEAKERS:
        return
    closing = PARAGRAPH.search(text, labels[-1].end())
    ends = [later.start() for _, later in pairwise(labels)] + [closing.start() if closing else len(text)]
    for label, end in zip(labels, ends, strict=True):
        said = Span.of(text, label.end(), label.end() + len(text[label.end() : end].rstrip(CLOSING)))
        source, cue = (Span.of(text, *label.span(part)) for part in ("name", "cue"))
        yield Attribution((source,), (cue,), (said,))
