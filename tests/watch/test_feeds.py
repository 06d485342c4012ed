"""What is new in feeds, and what becomes of those that fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.ingest.samples import MARKUP, atom, rss, rss_item, web_page
from tests.watch.served import Said, Server
from whosays.ingest.feed import MOST_ENTRIES
from whosays.ledger import Watched
from whosays.model import InputError, Report
from whosays.watch import feeds
from whosays.watch.feeds import Version
from whosays.watch.news import News
from whosays.watch.opml import Feed
from whosays.watch.schedule import FIRST, LONGEST, SPREAD

NOW = datetime(2031, 3, 8, 12, 0, tzinfo=UTC)
FEED = rss(rss_item(summary=MARKUP), rss_item(title="Two hurt", source="River Post", summary=MARKUP))


def ask(server: Server, known: Watched | None = None, publisher: str | None = None) -> News:
    address = f"{server.url}/feed"
    found = feeds.news(Feed(address, publisher), known or Watched(address), NOW, private=True)
    return replace(found, items=list(found.items))


def failure(server: Server, known: Watched | None = None) -> tuple[str, Watched]:
    found = ask(server, known)
    [error] = found.items
    assert isinstance(error, InputError)
    assert error.where == f"{server.url}/feed"
    assert "\n" not in str(error)
    assert found.seen is not None
    return error.why, found.seen


def test_entries_are_reports_of_the_outlet_that_they_name_else_of_that_of_the_list(server: Server) -> None:
    server.answers["/feed"] = Said(body=FEED)
    told = [(r.title, r.publisher) for r in ask(server, publisher="Harbour").items if isinstance(r, Report)]
    assert told == [("Four killed near the dam", "Harbour"), ("Two hurt", "River Post")]
    by_its_own_name = [r.publisher for r in ask(server).items if isinstance(r, Report)]
    assert by_its_own_name == ["Agency Mirror: top stories", "River Post"]


def test_nothing_that_a_report_names_is_fetched(server: Server) -> None:
    page = f'<img src="{server.url}/picture"/><a href="{server.url}/more">more</a>{MARKUP}'
    entry = rss_item(full=page).replace("https://mirror.example/1", f"{server.url}/article")
    server.answers["/feed"] = Said(body=rss(entry))
    assert len(list(ask(server).items)) == 1
    assert server.paths == ["/feed"]


def test_an_unchanged_feed_is_not_sent_again(server: Server) -> None:
    fields = {"ETag": '"v1"', "Last-Modified": "Sat, 08 Mar 2031 11:00:00 GMT"}
    server.answers["/feed"] = Said(body=FEED, fields=fields)
    first = ask(server)
    assert first.seen is not None
    second = ask(server, first.seen)
    assert second.items == []
    assert second.seen == first.seen
    asked = [(f.get("If-None-Match"), f.get("If-Modified-Since")) for _, f in server.asked]
    assert asked == [(None, None), ('"v1"', "Sat, 08 Mar 2031 11:00:00 GMT")]


def test_a_feed_that_is_sent_again_unchanged_is_not_read_again(server: Server) -> None:
    server.answers["/feed"] = Said(body=FEED, fields={"ETag": '"v1"'})
    first = ask(server)
    server.answers["/feed"] = Said(body=FEED, fields={"ETag": '"v2"'})
    again = ask(server, first.seen)
    assert again.items == []
    assert again.seen is not None
    assert Version.of(again.seen).etag == '"v2"'


def test_a_feed_without_entries_has_no_news(server: Server) -> None:
    server.answers["/feed"] = Said(body=rss())
    assert ask(server).items == []


@pytest.mark.parametrize(("ttl", "wait"), [("60", timedelta(hours=1)), (" 9999999 ", LONGEST)])
def test_a_feed_that_says_how_long_it_stays_the_same_is_left_alone(
    server: Server, ttl: str, wait: timedelta
) -> None:
    body = FEED.replace(b"<link>", f"<ttl>{ttl}</ttl><link>".encode(), 1)
    server.answers["/feed"] = Said(body=body, fields={"ETag": '"v1"'})
    first = ask(server)
    assert first.seen is not None
    assert first.seen.due == NOW + wait
    second = ask(server, first.seen)
    assert second.seen is not None
    assert second.seen.due == NOW + wait  # said once, and the feed is the same


@pytest.mark.parametrize("ttl", ["", "-5", "soon", "1e9", "9" * 400, "٣"])
def test_nonsense_about_it_is_as_good_as_nothing(server: Server, ttl: str) -> None:
    server.answers["/feed"] = Said(body=FEED.replace(b"<link>", f"<ttl>{ttl}</ttl><link>".encode(), 1))
    found = ask(server)
    assert found.seen is not None
    assert found.seen.due is None


@pytest.mark.parametrize("status", [429, 503])
def test_a_feed_that_asks_for_a_wait_gets_it(server: Server, status: int) -> None:
    server.answers["/feed"] = Said(status, fields={"Retry-After": "7200"})
    why, seen = failure(server)
    assert "; asked again from 2031-03-08 1" in why
    assert seen.failures == 1
    assert seen.due is not None
    assert timedelta(hours=2) <= seen.due - NOW <= timedelta(hours=2) * (1 + SPREAD)


def test_failures_in_a_row_are_asked_less_and_less_often_and_keep_what_was_known(server: Server) -> None:
    known = Watched(f"{server.url}/feed", str(Version(etag='"v1"')))
    server.answers["/feed"] = Said(500)
    for number in range(1, 4):
        why, known = failure(server, known)
        assert why.startswith("it refuses with status 500; asked again from ")
        assert known.failures == number
        assert known.due is not None
        assert known.due - NOW >= FIRST * 2 ** (number - 1)
    assert server.asked[-1][1]["If-None-Match"] == '"v1"'
    server.answers["/feed"] = Said(body=FEED)
    after = ask(server, known)
    assert after.seen is not None
    assert (after.seen.failures, after.seen.due) == (0, None)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Said(404), "there is nothing at this address"),
        (Said(410), "gone for good"),
        (Said(body=web_page().encode()), "this is no RSS or Atom feed"),
        (Said(body=b"%PDF-1.7"), "this is no RSS or Atom feed"),
        (Said(body=b"\x89PNG\r\n\x1a\n" + bytes(99)), "only text, HTML"),
        (Said(body=b""), "this is no RSS or Atom feed"),
        (Said(body=rss(prologue='<!DOCTYPE rss [<!ENTITY a "aa">]>')), "entities of its own"),
        (Said(body=b"<rss><channel>" + b"<item/>" * (MOST_ENTRIES + 1)), "entries are too many"),
        (Said(body=b"<rss><channel>" + b"<item/>" * 1_000_000), "tags are too many"),
        (Said(body=b"<rss>" + bytes(1 << 24)), "more than 16 MiB"),
    ],
)
def test_what_is_no_feed_is_one_sentence(server: Server, said: Said, why: str) -> None:
    server.answers["/feed"] = said
    told, seen = failure(server)
    assert why in told
    assert seen.version is None


@pytest.mark.parametrize("etag", ["x" * 1001, "\x07", "é"])
def test_marks_that_could_not_be_sent_back_are_not_kept(server: Server, etag: str) -> None:
    server.answers["/feed"] = Said(body=FEED, fields={"ETag": etag})
    found = ask(server)
    assert found.seen is not None
    assert Version.of(found.seen).etag is None


def test_a_feed_in_atom(server: Server) -> None:
    server.answers["/feed"] = Said(body=atom())
    [report] = ask(server).items
    assert isinstance(report, Report)
    assert report.publisher == "River Post"


def test_a_long_address_is_told_in_short(server: Server) -> None:
    address = f"{server.url}/{'a' * 500}"
    [error] = feeds.news(Feed(address), Watched(address), NOW, private=True).items
    assert len(str(error)) < 400
