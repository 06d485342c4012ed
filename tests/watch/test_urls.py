"""Which addresses are asked, and what of them is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.watch.urls import RefusedError, Url


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (" https://riverpost.example/feed ", "https://riverpost.example/feed"),
        ("HTTP://RiverPost.example:80", "http://riverpost.example/"),
        ("https://riverpost.example:8443/a?b=c&d=e#f", "https://riverpost.example:8443/a?b=c&d=e"),
        (
            "https://riverpost.example/fünf tage?ä=%20",
            "https://riverpost.example/f%C3%BCnf%20tage?%C3%A4=%20",
        ),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2606:4700::1111]/a", "http://[2606:4700::1111]/a"),
    ],
)
def test_an_address_is_asked_as_it_is_meant(written: str, asked: str) -> None:
    assert str(Url.parsed(written)) == asked


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ftp://riverpost.example/feed", "only addresses with http:// and https://"),
        ("file:///etc/passwd", "only addresses"),
        ("feed", "only addresses"),
        ("https://", "no address"),
        ("https://a b/", "no address"),
        ("https://a.example:99999/", "no address"),
        ("https://[::1/", "no address"),
        ("https://[fe80::1%25eth0]/", "no address"),
        (f"https://{'ä' * 80}.example/", "no address"),
        ("https://mara:s3cret@riverpost.example/", "user's name or password"),
        ("https://mara@riverpost.example/", "user's name or password"),
        ("https://good.example@10.0.0.1/", "user's name or password"),
        ("https://good.example\\@10.0.0.1/", "user's name or password"),
    ],
)
def test_what_is_refused(written: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why) as refused:
        Url.parsed(written)
    assert "s3cret" not in str(refused.value)


@given(st.text())
def test_nothing_that_is_sent_can_end_a_line(written: str) -> None:
    try:
        url = Url.parsed(f"http://riverpost.example/{written}")
    except RefusedError:
        return
    assert url.host == "riverpost.example"
    assert url.target.isascii()
    assert url.target.isprintable()
    assert " " not in url.target


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/b?c", "https://riverpost.example/b?c"),
        ("//other.example/b", "https://other.example/b"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_where_a_redirect_leads(location: str, to: str) -> None:
    assert str(Url.parsed("https://riverpost.example/a").redirected(location)) == to


@pytest.mark.parametrize(
    "location", ["http://riverpost.example/", "file:///etc/passwd", "https://[", "gopher:x"]
)
def test_where_no_redirect_may_lead(location: str) -> None:
    with pytest.raises(RefusedError):
        Url.parsed("https://riverpost.example/a").redirected(location)
