"""Transcripts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whosays.read.turns import turns

TALK = """\
The channel spoke to the mayor on Friday. A partial transcript follows:

SALMA NOUR: Who bombed the school?

MAYOR HADI KHATIB: Government jets bombed it twice. Nine people were killed.

We buried them at night.

NOUR: And who holds the town?

KHATIB: The rebels hold it.

The army did not reply to questions.
"""


def test_each_speaker_has_the_word_until_the_next_one() -> None:
    assert [(a.source[0].quote, a.content[0].quote) for a in turns(TALK)] == [
        ("SALMA NOUR", "Who bombed the school?"),
        (
            "MAYOR HADI KHATIB",
            "Government jets bombed it twice. Nine people were killed.\n\nWe buried them at night",
        ),
        ("NOUR", "And who holds the town?"),
        ("KHATIB", "The rebels hold it"),
    ]


def test_a_table_is_no_transcript() -> None:
    rows = "Killed: 12\nWounded: 40\nKilled: 15\nWounded: 52\n"
    assert not list(turns(rows))


def test_headings_with_a_colon_are_no_transcript() -> None:
    assert not list(
        turns("Analysis: The road is cut\n\nUpdate: The road is open\n\nAnalysis: What it means\n")
    )


@given(
    st.lists(st.sampled_from(["NOUR: ", "KHATIB: ", "“", "...", "It burnt.", "\n", "\n\n", "4"]), max_size=20)
)
def test_any_text_can_be_asked_for_turns(parts: list[str]) -> None:
    for found in turns("".join(parts)):
        assert found.content[0].quote.strip()
