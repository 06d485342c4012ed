"""What holds for every name and every text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ground.parties import Registry
from whosays.ground.parties.fold import key, words
from whosays.ground.parties.lexicon import Lexicon

REGISTRY = Registry.default()
LEXICON = Lexicon.default()
NAMES = sorted({name for party in REGISTRY for name in party.names})
COMMON = LEXICON.capitals_only | LEXICON.capitalised_only
NEAR = st.lists(st.sampled_from(["SY", "TR", "YE", "SD", "UA", "", "xx"]), max_size=3)
PIECES = st.sampled_from(
    [*NAMES, *LEXICON.heads, *LEXICON.neutral, "of", "the", "(", ")", ",", "-", "'s", "’"]
)


@given(st.text(), st.none() | st.dates(), NEAR)
def test_any_text_links_to_a_known_party_or_none(text: str, on: date | None, near: list[str]) -> None:
    found = REGISTRY.link(text, on=on, near=near)
    assert found is None or REGISTRY.get(found) is not None


@given(st.lists(PIECES, max_size=8).map(" ".join), NEAR)
def test_words_of_the_grammar_in_any_order_link_to_a_known_party_or_none(text: str, near: list[str]) -> None:
    found = REGISTRY.link(text, near=near)
    assert found is None or REGISTRY.get(found) is not None


@given(st.sampled_from(NAMES))
def test_capitals_do_not_matter(name: str) -> None:
    assert REGISTRY.link(name.upper()) == REGISTRY.link(name)


@given(st.sampled_from([name for name in NAMES if COMMON.isdisjoint(key(name).split())]))
def test_small_letters_do_not_matter_where_the_name_is_no_common_word(name: str) -> None:
    assert REGISTRY.link(name.lower()) == REGISTRY.link(name)


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["the {}", "The {}", "{}'s", "{}’s", "“{}”", " {} ", "{},"]),
)
def test_dress_does_not_matter(name: str, dress: str) -> None:
    assert REGISTRY.link(dress.format(name)) == REGISTRY.link(name)


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["{} refugees", "{} victims", "wife of {}", "{} and others", "not {}"]),
)
def test_words_that_are_not_understood_leave_a_name_unlinked(name: str, around: str) -> None:
    assert REGISTRY.link(around.format(name)) is None


@given(st.text().filter(lambda text: COMMON.isdisjoint(key(text).split())))
def test_folding_a_key_changes_nothing(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.text())
def test_every_folded_word_says_how_it_was_written(text: str) -> None:
    folded = words(text)
    assert len(folded.keys) == len(folded.small)


@pytest.mark.parametrize("text", ["\x00", "\ud800", "‮HTS‬", "(" * 500, "a" * 10_000_000, "HTS " * 60])
def test_hostile_text_is_left_alone(text: str) -> None:
    assert REGISTRY.link(text) in (None, "hts")
