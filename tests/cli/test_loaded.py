"""The block of loaded words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_render import shown
from tests.ledger.readings import readings, span
from whosays.cli.loaded import loaded_lines, of_reading
from whosays.model import Attribution, Loaded, LoadedSort, Reading, Report, Span

TEXT = "The Rebels said the rebels\nhad won. Rebels cheered the “vote”. rebels\nhad won."
SAID = Attribution((span(TEXT, "The Rebels"),), (span(TEXT, "said"),), (span(TEXT, "the rebels\nhad won"),))


def word(start: int, quote: str, **changes: object) -> Loaded:
    plain = Loaded(Span.of(TEXT, start, start + len(quote)), LoadedSort.LABEL, None, "fans, for their team")
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_each_word_once_with_its_speakers_and_who_uses_it() -> None:
    found = [
        (word(20, "rebels"), SAID),
        (word(36, "Rebels"), None),
        (word(TEXT.rindex("rebels"), "rebels"), None),
        (word(TEXT.index("vote"), "vote", sort=LoadedSort.SCARE_QUOTES, note=None), None),
    ]
    assert shown(*loaded_lines(found)) == (
        "\nloaded words\n"
        "  “rebels”: The Rebels, the report itself ×2\n"
        "    fans, for their team\n"
        "  “vote”: the report itself\n"
        "    in quotation marks\n"
    )


def test_a_word_without_a_note_says_of_what_sort_it_is() -> None:
    assert "    label\n" in shown(*loaded_lines([(word(20, "rebels", note=None), None)]))


def test_nothing_where_there_are_none() -> None:
    assert list(loaded_lines([])) == []


def test_a_word_over_two_lines_stands_on_one() -> None:
    assert "“rebels had”" in shown(*loaded_lines([(word(TEXT.rindex("rebels"), "rebels\nhad"), None)]))


def test_words_of_a_reading_come_with_their_statements() -> None:
    words = (word(20, "rebels", said_by=0), word(36, "Rebels"))
    reading = Reading(Report(TEXT), "by hand", (SAID,), (), (), (), words)
    assert of_reading(reading) == [(words[0], SAID), (words[1], None)]


@given(readings(), st.integers(20, 120))
def test_hostile_words_speakers_and_notes_do_no_harm(reading: Reading, width: int) -> None:
    said = reading.attributions[0] if reading.attributions else None
    output = shown(*loaded_lines((word, said) for word in reading.loaded), width=width)
    assert not set(output) & set("\0\x07\x1b\r\u202e\u2066")
