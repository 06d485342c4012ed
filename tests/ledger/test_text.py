"""Strings that a database cannot hold, and names that are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ledger.text import fold
from whosays.model.storable import escape, unescape

anything = st.text(alphabet=st.characters() | st.sampled_from("\0\x1a\ud800\udfff0123"))


@given(anything)
def test_escaping_loses_nothing_and_leaves_nothing_unstorable(text: str) -> None:
    stored = escape(text)
    assert unescape(stored) == text
    assert "\0" not in stored
    stored.encode("utf-8")


@pytest.mark.parametrize("text", ["", "Marwa", "قصف 🚀", "\u202eabc", "a\tb\nc"])
def test_ordinary_text_is_stored_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MARWA", "marwa"),
        ("Öztürk", "OZTURK"),
        ("Ṣaydā", "sayda"),
        ("e\u0301", "\u00e9"),
        ("İdlib", "idlib"),
        ("Straße", "STRASSE"),
        ("ﻣﺮﻭﺓ", "مروة"),
        ("مَرْوَة", "مروة"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(anything, anything, anything)
def test_a_part_of_a_name_stays_a_part(before: str, part: str, after: str) -> None:
    assert fold(part) in fold(before + "|" + part + "|" + after)
