"""Speakers that the layout shows, before what the network reads."""

from __future__ import annotations

from tests.read.test_attribution import found
from whosays.model import Attribution, Span
from whosays.read.layout import as_laid_out

CAMP = """\
People in the camp spoke of the raid.

“They bombed the school twice.” — Omar Khatib, rescue worker

“My brother was killed at the well.” — Rima Nour
"""


def test_a_signed_quotation_is_nobody_elses() -> None:
    said = [
        (source, content) for source, _, content in found(CAMP) if "school" in content or "well" in content
    ]
    assert said == [
        ("Omar Khatib, rescue worker", "They bombed the school twice"),
        ("Rima Nour", "My brother was killed at the well"),
    ]


def test_what_is_said_around_the_words_of_another_stays() -> None:
    quotation = "“They bombed the school twice.”"
    text = f"{quotation} — Omar Khatib\n\nThe camp is full, Rima said."
    source, cue = (Span.of(text, text.index(w), text.index(w) + len(w)) for w in ("Rima", "said"))
    other = Attribution((source,), (cue,), (Span.of(text, 0, text.index(", Rima")),))
    kept, signed = as_laid_out(text, [other])
    assert signed.content[0].quote == quotation
    assert not any(part.touches(signed.content[0]) for part in kept.content)
    assert kept.content[0].quote.endswith("The camp is full")


def test_a_heading_gives_nobody_the_word() -> None:
    text = "“They bombed the school twice.” — Omar Khatib"
    assert not as_laid_out(text, [], (Span.of(text, 0, len(text)),))
