"""Lists of feeds, as readers of feeds write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.model import InputError
from whosays.watch import opml
from whosays.watch.opml import Feed, feeds

LIST = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>War</title></head><body>
<outline text="Syria">
  <outline type="rss" text="River Post: news" title="River Post" xmlUrl="https://riverpost.example/feed"/>
  <outline type="rss" text=" Harbour  News " xmlUrl=" https://harbour.example/a?b&amp;c "/>
  <outline type="rss" text="again" xmlUrl="https://riverpost.example/feed"/>
  <outline type="include" text="more" url="https://other.example/more.opml"/>
</outline>
<outline xmlUrl="https://mara:s3cret@closed.example/feed" text="Closed"/>
<outline xmlUrl="ftp://old.example/feed"/>
</body></opml>"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "feeds.opml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_list_names_feeds_and_their_outlets(tmp_path: Path) -> None:
    path = written(tmp_path, LIST)
    good = [feed for feed in feeds(path) if isinstance(feed, Feed)]
    assert good == [
        Feed("https://riverpost.example/feed", "River Post"),
        Feed("https://harbour.example/a?b&c", "Harbour News"),
    ]


def test_an_address_that_is_not_asked_is_told_without_its_password(tmp_path: Path) -> None:
    path = written(tmp_path, LIST)
    told = [str(each) for each in feeds(path) if isinstance(each, InputError)]
    assert told == [
        f"{path}, Closed: an address with a user's name or password is not asked; take that out",
        f"{path}, a feed without a title: only addresses with http:// and https:// are asked",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not OPML that can be read"),
        ("https://riverpost.example/feed", "it is not OPML that can be read"),
        ("<rss/>", "it is not OPML"),
        ("<opml><body><outline text='a'/></body></opml>", "no feed in this list"),
        (LIST[:400], "it is not OPML that can be read"),
        ('<!DOCTYPE opml [<!ENTITY a "aa">]><opml>&a;</opml>', "it is not OPML that can be read"),
        ('<!DOCTYPE opml SYSTEM "https://bad.example/x.dtd"><opml/>', "it is not OPML that can be read"),
        (b'<?xml version="1.0" encoding="x-none"?><opml/>', "it is not OPML that can be read"),
        (b"<opml>" * 100_000, "it is not OPML that can be read"),
    ],
)
def test_what_is_no_list(tmp_path: Path, text: str | bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as refused:
        list(feeds(written(tmp_path, text)))
    assert "\n" not in str(refused.value)


def test_lists_that_are_too_long_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, LIST)
    monkeypatch.setattr(opml, "MOST", 3)
    with pytest.raises(InputError, match="more than 3 feeds"):
        list(feeds(path))
    monkeypatch.setattr(opml, "LARGEST", 100)
    with pytest.raises(InputError, match="too much for a list"):
        list(feeds(path))
