"""A round through lists and folders."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from tests.ingest.samples import MARKUP, rss, rss_item
from tests.watch.served import Said, Server
from whosays.ledger import Watched
from whosays.model import InputError, Report
from whosays.watch import Watcher, folders

FEED = rss(rss_item(summary=MARKUP))


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "SETTLING", 0)


def listed(path: Path, *addresses: str) -> Path:
    outlines = "".join(f"<outline text={quoteattr(a)} xmlUrl={quoteattr(a)}/>" for a in addresses)
    path.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    return path


def follow(*paths: Path) -> Watcher:
    return Watcher(paths, ledger=None, private=True)


def names(watcher: Watcher, known: dict[str, Watched] | None = None) -> list[str]:
    return [news.name for news in watcher.news(known or {})]


def test_folders_and_every_feed_of_every_list_once(tmp_path: Path, server: Server) -> None:
    a, b = f"{server.url}/a", f"{server.url}/b"
    server.answers |= {"/a": Said(body=FEED), "/b": Said(body=FEED)}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "c.txt").write_text("Shells fell.")
    first, second = listed(tmp_path / "1.opml", a), listed(tmp_path / "2.opml", b, a)
    watcher = follow(first, second, tmp_path / "in")
    assert names(watcher) == [str(tmp_path / "in" / "c.txt"), a, b]
    assert server.most_at_once == 1


def test_a_feed_that_is_not_due_is_not_asked(tmp_path: Path, server: Server) -> None:
    address = f"{server.url}/a"
    server.answers["/a"] = Said(body=FEED)
    watcher = follow(listed(tmp_path / "1.opml", address))
    for hours, asked in ((1, []), (-1, [address])):
        due = datetime.now(UTC) + timedelta(hours=hours)
        assert names(watcher, {address: Watched(address, due=due)}) == asked


def test_a_list_that_changes_is_read_again(tmp_path: Path, server: Server) -> None:
    server.answers |= {"/a": Said(body=FEED), "/b": Said(body=FEED)}
    path = listed(tmp_path / "1.opml", f"{server.url}/a")
    watcher = follow(path)
    assert names(watcher) == [f"{server.url}/a"]
    listed(path, f"{server.url}/b")
    assert names(watcher) == [f"{server.url}/b"]
    path.write_text("<opml")
    [news] = watcher.news({})
    assert [type(item) for item in news.items] == [InputError]


def test_a_failure_stops_nothing(tmp_path: Path, server: Server) -> None:
    server.answers["/b"] = Said(body=FEED)
    watcher = follow(listed(tmp_path / "1.opml", f"{server.url}/a", "ftp://c.example/", f"{server.url}/b"))
    found = [item for news in watcher.news({}) for item in news.items]
    assert [type(item) for item in found] == [InputError, InputError, Report]


def test_what_is_no_list_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>")
    with pytest.raises(InputError, match="not OPML"):
        follow(tmp_path / "a.html")
