"""One round after the other through all that is followed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from whosays.ledger import Watched
from whosays.model import InputError
from whosays.watch import feeds, folders, opml
from whosays.watch.news import News
from whosays.watch.opml import Feed
from whosays.watch.schedule import is_due


class Watcher:
    """Follows the feeds of lists, and folders, one source at a time: no host has two connections at once."""

    def __init__(self, paths: Collection[Path], *, ledger: Path | None, private: bool) -> None:
        """`ledger` is its file, which is no news. Raises InputError for a file that is no list of feeds."""
        self._folders = [path for path in paths if path.is_dir()]
        self._lists = [path for path in paths if not path.is_dir()]
        self._ledger = ledger
        self._private = private
        for path in self._lists:
            list(opml.feeds(path))

    def news(self, known: Mapping[str, Watched]) -> Iterator[News]:
        """What is new since each source was as it is `known`, from those that may be asked now.

        A list is read again each time, for it may have changed.
        """
        yield from folders.news(self._folders, known, self._ledger)
        for feed in self._feeds():
            if isinstance(feed, InputError):
                yield News(feed.where, (feed,))
                continue
            before, now = known.get(feed.address, Watched(feed.address)), datetime.now(UTC)
            if is_due(before.due, now):
                yield feeds.news(feed, before, now, private=self._private)

    def _feeds(self) -> Iterator[Feed | InputError]:
        seen = set()
        for path in self._lists:
            try:
                listed = list(opml.feeds(path))
            except InputError as error:
                listed = [error]
            for feed in listed:
                if isinstance(feed, InputError) or feed.address not in seen:
                    yield feed
                if isinstance(feed, Feed):
                    seen.add(feed.address)
