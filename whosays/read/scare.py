"""Scare quotes: a word or two in quotation marks that nobody is said to have spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Span
from whosays.read import lexicon
from whosays.read.wording import Wording

LEXICON = lexicon.load("loaded")
QUOTING = lexicon.words(LEXICON, "quoting", "words") | lexicon.words(LEXICON, "groups", "cues")
"""Words near which quotation marks hold what somebody said, or a name."""

NEAR = 30
"""Words on either side that are searched for them, within the sentence."""

WORDS = r"[^\W\d_][^\W\d_'’-]*(?:[ '’-][^\W\d_]+){0,3}"
QUOTED = re.compile(
    rf"(?<!\w)(?:“({WORDS})[,.]?”|\"({WORDS})[,.]?\"|‘({WORDS})[,.]?’|'({WORDS})[,.]?'|«({WORDS})»)(?!\w)"
)
MOST = 3
"""Words; more are speech."""


def short_quotations(text: str) -> Iterator[Span]:
    """One to three words that stand in quotation marks by themselves, without the marks."""
    for found in QUOTED.finditer(text):
        start, end = found.span(found.lastindex or 0)
        if len(text[start:end].split()) <= MOST:
            yield Span.of(text, start, end)


def is_scare(wording: Wording, quoted: Span) -> bool:
    """Whether quotation marks keep a word at arm's length: it is no name, and nobody near is quoted."""
    first, last = wording.at(quoted.start), wording.at(quoted.end - 1)
    if any(wording.is_capital(word) for word in range(first, last + 1)):
        return False
    return not any(QUOTING & wording.forms(word) for word in wording.around(first, last, NEAR))
