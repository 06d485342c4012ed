"""Quotations with a signature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.signed import signed

SAID = "“They bombed the school twice.”"


@pytest.mark.parametrize(
    ("text", "signer", "sign"),
    [
        (f"{SAID} — Omar Khatib, rescue worker", "Omar Khatib, rescue worker", "—"),
        (f"{SAID} - Omar Khatib.", "Omar Khatib", "-"),
        (f"{SAID}\n\n– A resident of Tall Marj", "A resident of Tall Marj", "–"),
        (f"Voices from the camp\n\n• {SAID} -- Rima, 34\n\nThe camp is full.", "Rima, 34", "--"),
        (f"{SAID}\nOmar Khatib, rescue worker\n\nThe camp is full.", "Omar Khatib, rescue worker", "”"),
        ('"They bombed the school twice.\nOmar Khatib, rescue worker."', "Omar Khatib, rescue worker", '"'),
    ],
)
def test_a_name_behind_a_quotation_signs_it(text: str, signer: str, sign: str) -> None:
    (found,) = signed(text)
    assert (found.source[0].quote, found.cue[0].quote) == (signer, sign)
    assert found.content[0].quote.strip('“”"') == "They bombed the school twice."


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} — He then left the town.",
        f"{SAID} — and nobody answered",
        f"The teacher shouted {SAID} — Omar Khatib",
        f"{SAID}\nThe army denied it.\n\nThe camp is full.",
        f"{SAID}\n\nOmar Khatib left the town.",
    ],
)
def test_what_follows_a_quotation_is_not_always_its_signature(text: str) -> None:
    assert not list(signed(text))


@given(st.text(alphabet='“”" \n—-.AaÉ,@•', max_size=80))
def test_any_text_can_be_asked_for_signatures(text: str) -> None:
    for found in signed(text):
        assert all((found.source, found.cue, found.content))
