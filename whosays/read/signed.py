"""Quotations with a signature and no verb, as appeals and galleries set them: "We ran." — Rima, 34."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Attribution, Span
from whosays.read import lexicon
from whosays.read.quotes import quotations

NO_NAME = "|".join(lexicon.load("cues")["signatures"]["not_names"])
SIGNER = rf"(?!(?:{NO_NAME})\b)(?:@|[^\W\d_a-z])[^\n“”\"«»]{{1,80}}?[^\s\n–—-]"
"""Who signs: words on one line that begin with a capital."""

FULL_NAME = r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3}(?:, [^\n]{2,60}?)?"
"""Who signs without a dash: a name of several words, perhaps with a role."""

GAP, END = r"[ \t\xa0]*", r"\.?[ \t\xa0]*(?:\n|\Z)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{GAP}\n{{0,2}}{GAP}(?P<cue>[-–—―]{{1,2}}){GAP}(?P<name>{SIGNER}){END}",
        rf"(?<=\n)(?P<name>{SIGNER})\.?(?P<cue>[”\"]){END}",
        rf"(?<=(?P<cue>[”\"]))\n(?P<name>{FULL_NAME}){END}(?=\n|\Z)",
    )
)
"""What follows the quotation: a dash and a name, a name before the closing mark, a name on the next line."""

BULLETS = " \t\xa0•*"


def signed(text: str) -> Iterator[Attribution]:
    """Attributions of the quotations that stand by themselves with a signature behind them."""
    for said in quotations(text):
        begins = text.rfind("\n", 0, said.start) + 1
        signature = next((m for form in FORMS if (m := form.match(text, said.end)) is not None), None)
        if signature is not None and not text[begins : said.start].strip(BULLETS):
            source, cue = (Span.of(text, *signature.span(part)) for part in ("name", "cue"))
            yield Attribution((source,), (cue,), (_without_break(text, said),))


def _without_break(text: str, said: Span) -> Span:
    """A quotation that is not closed on its line, without the line's end."""
    return Span.of(text, said.start, said.start + len(said.quote.rstrip()))
