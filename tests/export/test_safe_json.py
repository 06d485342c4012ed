"""JSON that harms nobody, and addresses that are safe to follow."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from tests.export.extracts import as_kept, hostile, is_harmless
from whosays.export.safe_json import LONGEST, language, plain, text, web_address
from whosays.export.safe_json import given as kept
from whosays.model import Report


@settings(deadline=None)
@given(hostile)
def test_what_is_escaped_reads_back_as_it_was(words: str) -> None:
    written = text({words: [words]})
    assert is_harmless(written)
    assert json.loads(written) == {as_kept(words): [as_kept(words)]}


@pytest.mark.parametrize("words", ["عين", "Ḥamā", "雲", "🚀"])
def test_other_scripts_stand_as_they_are(words: str) -> None:
    assert text(words) == f'"{words}"'


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("https://coast-post.example/a?b=c#d", "https://coast-post.example/a?b=c#d"),
        (" http://coast-post.example ", "http://coast-post.example"),
        ("HTTPS://coast-post.example/", "HTTPS://coast-post.example/"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<b>", None),
        ("file:///etc/passwd", None),
        ("//coast-post.example/", None),
        ("https:///nowhere", None),
        ("https://[", None),
        ("https://coast-post.example/\x00", None),
        ('https://coast-post.example/"><script>', None),
        ("coast-post.example", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_kept(written: str | None, found: str | None) -> None:
    assert web_address(written) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Market  bombed\r\n", "Market bombed"),
        ("a\x1b[2Jb", "a [2Jb"),
        ("\u202eback\u2066wards", "back wards"),
        (" \n\t", None),
        ("", None),
        (None, None),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
    ],
)
def test_words_are_put_on_one_line(words: str | None, found: str | None) -> None:
    assert plain(words) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [("en", "en"), ("zh-Hant", "zh-Hant"), ("English, I think", None), ("", None), (None, None)],
)
def test_a_language_is_a_tag_or_nothing(written: str | None, found: str | None) -> None:
    assert language(Report("text", language=written)) == found


def test_what_has_no_value_is_left_out() -> None:
    assert kept(a=1, b=None, c="", d=[], e={}, f=0, g=False) == {"a": 1, "f": 0, "g": False}
