"""Hostile strings on a terminal."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.cli.console import safe, utf8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Marwa.", "Shells fell on Marwa."),
        ("café “Marwa” – 🚀 e\u0301", "café “Marwa” – 🚀 e\u0301"),
        ("قصف على مروة", "قصف على مروة"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("[bold]no markup[/bold] :rocket:", "[bold]no markup[/bold] :rocket:"),
        ("one\ntwo\tthree\r\nfour\u2028five\u0085six", "one two three  four five six"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b2J", "\ufffd2J"),
        ("bell\a back\b del\x7f nul\0", "bell\ufffd back\ufffd del\ufffd nul\ufffd"),
        ("user\u202egpj.exe", "user\ufffdgpj.exe"),
        ("\u2066isolated\u2069 \u202bembedded\u202c", "\ufffdisolated\ufffd \ufffdembedded\ufffd"),
        ("zero\u200bwidth \ufeff", "zero\ufffdwidth \ufffd"),
        ("tag\U000e0041", "tag\ufffd"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_steers_hides_or_reorders_is_neutralised(text: str, expected: str) -> None:
    assert safe(text) == expected


@given(st.text(st.characters()))
def test_safe_text_is_as_long_and_prints_on_one_line(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert safe(shown) == shown
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1256", "utf-8"])
def test_streams_write_utf_8_whatever_the_locale(encoding: str) -> None:
    raw = io.BytesIO()
    stream = utf8(io.TextIOWrapper(raw, encoding=encoding, newline="\r\n"))
    stream.write("قصف – 🚀\n")
    stream.flush()
    assert raw.getvalue() == "قصف – 🚀\n".encode()


def test_streams_never_fail_on_a_character() -> None:
    raw = io.BytesIO()
    stream = utf8(io.TextIOWrapper(raw, encoding="ascii"))
    stream.write("half \ud800\n")
    stream.flush()
    assert raw.getvalue() == b"half ?\n"
