"""Quotations by their marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.read.quotes import LEAST_WORDS, quotations

SPOKEN = "They shelled us all night"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'"{SPOKEN}," he said.', [f'"{SPOKEN},"']),
        (f"“{SPOKEN},” he said.", [f"“{SPOKEN},”"]),
        (f"«{SPOKEN}», he said.", [f"«{SPOKEN}»"]),
        (f"``{SPOKEN},'' he said.", [f"``{SPOKEN},''"]),
        (f'"{SPOKEN}," he said. "{SPOKEN}."', [f'"{SPOKEN},"', f'"{SPOKEN}."']),
        (f"“{SPOKEN}.\n“{SPOKEN}.”", [f"“{SPOKEN}.\n", f"“{SPOKEN}.”"]),
        ('The "safe zone" was hit.', []),
        ("The rebels' men fled from Idlib's gate.", []),
        ("", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert [q.quote for q in quotations(text)] == found


@given(st.text(st.sampled_from("ab \n\"“”«»`'"), max_size=80))
def test_quotations_are_apart_in_order_and_long_enough(text: str) -> None:
    found = quotations(text)
    assert all(text[q.start : q.end] == q.quote for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(len(q.quote.split()) >= LEAST_WORDS for q in found)
