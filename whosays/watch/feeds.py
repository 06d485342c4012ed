"""Feeds that are asked whether there is something new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from whosays.ingest import Item, followed
from whosays.ledger import Watched
from whosays.model import InputError
from whosays.watch.fetch import Answer, fetch
from whosays.watch.news import News
from whosays.watch.opml import Feed
from whosays.watch.schedule import after_failure, after_success, retry_after
from whosays.watch.urls import RefusedError

_LONGEST_NAME = 200
"""Characters of an address that a message repeats."""
_LONGEST_MARK = 1000
"""Characters of an ETag or a date that are kept and sent back; longer ones are none."""
_SAID = {
    404: "there is nothing at this address",
    410: "this feed is gone for good; take it out of the list",
    429: "it is asked too often",
}


@dataclass(frozen=True, slots=True)
class Version:
    """What tells whether a feed is still the same, and for how many minutes it said that it would be."""

    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    minutes: int | None = None

    @classmethod
    def of(cls, watched: Watched) -> Version:
        """The version of a feed that was kept."""
        return cls(*json.loads(watched.version)) if watched.version else cls()

    def __str__(self) -> str:
        return json.dumps([self.etag, self.modified, self.digest, self.minutes])

    @property
    def conditions(self) -> dict[str, str]:
        """Header fields that ask for an answer only if the feed has another version."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in stated.items() if value}


def news(feed: Feed, known: Watched, now: datetime, *, private: bool) -> News:
    """What a feed has that it had not when it was last read. A failure is an InputError among the news."""
    version = Version.of(known)
    try:
        answer = fetch(feed.address, version.conditions, private=private)
    except RefusedError as error:
        return _failed(feed, known, str(error), now)
    if answer.status not in (200, 304):
        wait = retry_after(answer.fields.get("Retry-After"), now)
        return _failed(feed, known, _said(answer.status), now, wait)
    if answer.status == 304:
        return _as_of(feed, version, (), now)
    digest = hashlib.sha256(answer.body).hexdigest()
    newer = Version(_mark(answer, "ETag"), _mark(answer, "Last-Modified"), digest, version.minutes)
    if digest == version.digest:
        return _as_of(feed, newer, (), now)
    try:
        found = followed(answer.body, shown(feed.address), feed.publisher)
    except InputError as error:
        return _failed(feed, known, error.why, now)
    return _as_of(feed, replace(newer, minutes=found.minutes), found.items, now)


def _as_of(feed: Feed, version: Version, items: Iterable[Item], now: datetime) -> News:
    due = after_success(now, version.minutes)
    return News(shown(feed.address), items, Watched(feed.address, str(version), due=due))


def _failed(feed: Feed, known: Watched, why: str, now: datetime, wait: timedelta = timedelta()) -> News:
    failures = known.failures + 1
    due = after_failure(now, failures, wait)
    error = InputError(shown(feed.address), f"{why}; asked again from {due:%Y-%m-%d %H:%M} UTC on")
    return News(error.where, (error,), replace(known, failures=failures, due=due))


def shown(address: str) -> str:
    """The address as messages name it."""
    return address[:_LONGEST_NAME]


def _said(status: int) -> str:
    return _SAID.get(status, f"it refuses with status {status}")


def _mark(answer: Answer, name: str) -> str | None:
    value = answer.fields.get(name)
    return (
        value if value and len(value) <= _LONGEST_MARK and value.isprintable() and value.isascii() else None
    )
