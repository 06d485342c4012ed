"""What is kept of feeds and files that are followed, in both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from whosays.ledger import Ledger, Watched

FEED = "https://riverpost.example/feed?a=b"
DUE = datetime(2031, 3, 8, 12, 30, tzinfo=UTC)


def test_a_source_is_known_as_it_was_last_kept(ledger: Ledger) -> None:
    assert ledger.watches.all() == {}
    other = Watched("file://desk/in/مروة.txt", "17 1")
    ledger.watches.keep([Watched(FEED, '{"etag": "a"}', 2, DUE), other])
    ledger.watches.keep([Watched(FEED, None)])
    assert ledger.watches.all() == {FEED: Watched(FEED), other.address: other}


def test_nothing_to_keep_changes_nothing(ledger: Ledger) -> None:
    ledger.watches.keep([Watched(FEED)])
    ledger.watches.keep([])
    assert list(ledger.watches.all()) == [FEED]


def test_a_moment_stays_that_moment_whatever_its_zone(ledger: Ledger) -> None:
    ledger.watches.keep([Watched(FEED, due=DUE.astimezone(timezone(timedelta(hours=3))))])
    assert ledger.watches.all()[FEED].due == DUE


def test_many_sources_at_once(ledger: Ledger) -> None:
    many = [Watched(f"file://desk/in/{number}.txt", str(number)) for number in range(3_000)]
    ledger.watches.keep(many)
    ledger.watches.keep(many)
    assert len(ledger.watches.all()) == len(many)
