"""RSS and Atom feeds as files: one report an entry.

The text is the entry's content, else its summary, else its title. The outlet is the one that the entry names
as its source, for aggregators carry other people's reports; else what is stated; else the feed's title.
"""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from whosays.ingest.dates import written_day
from whosays.ingest.dense import refuse_dense, refuse_many_attributes
from whosays.ingest.encoding import decode_head, without_surrogates
from whosays.ingest.fragment import plain
from whosays.ingest.item import (
    Item,
    Notice,
    Stated,
    filled,
    finished,
    guarded,
    refuse_large,
    within,
    without_title,
)
from whosays.ingest.sniff import HEAD, Format, sniff
from whosays.model import InputError, Published, Report

LARGEST_FEED = 1 << 24
"""Bytes of a feed: 16 MiB. It is parsed as a whole, which takes some ten times its size in memory."""
MOST_ENTRIES = 5_000
"""Entries of a feed, which take some five seconds; real ones have some hundred."""
MOST_TAGS = 200_000
"""Starts and ends of elements of a feed, likewise."""

_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    RecursionError,
)
"""What the library raises for feeds that are not as they should be."""
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)\b")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_HALF_PAIR = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));",
    re.IGNORECASE,
)
"""References to halves of surrogate pairs, U+D800 to U+DFFF: no characters."""
_PROLOGUE = 1 << 16
"""Characters at the start within which a document type with entities stands."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is asked again and again: its reports, and how many minutes it says it stays the same."""

    items: Iterator[Item]
    minutes: int | None


def read(data: bytes, where: str, stated: Stated) -> Iterator[Item]:
    """The reports of the feed `where`; what is `stated` fills the gaps.

    Raises InputError when the feed has no entry, too many, or entities of its own.
    """
    feed = _parsed(data, where)
    if not feed.entries:
        raise InputError(where, "there is no entry in this feed")
    return _reports(feed, where, stated)


def followed(data: bytes, where: str, publisher: str | None = None) -> Followed:
    """The feed at the address `where`, which may have no entry today; `publisher` fills the gaps.

    Raises InputError when it is no feed, has too many entries, or entities of its own.
    """
    if sniff(data[:HEAD], where) is not Format.FEED:
        raise InputError(where, "this is no RSS or Atom feed")
    feed = _parsed(data, where)
    return Followed(_reports(feed, where, Stated(publisher=publisher)), _minutes(feed))


def _minutes(feed: Any) -> int | None:
    written = str(feed.feed.get("ttl")).strip()
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else None


def _reports(feed: Any, where: str, stated: Stated) -> Iterator[Item]:
    title = _clean(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        items = guarded(_report(entry, within(where, f"entry {number}")))
        yield from filled(filled(items, stated), Stated(publisher=title))


def _parsed(data: bytes, where: str) -> Any:
    _refuse_bombs(data, where)
    import feedparser  # slow to load

    clean = _HALF_PAIR.sub(b"&#xFFFD;", data)  # feedparser would end with them
    try:
        return feedparser.parse(io.BytesIO(clean), sanitize_html=False, resolve_relative_uris=False)
    except _BROKEN as error:
        raise InputError(where, "this feed is damaged and cannot be read") from error


def _refuse_bombs(data: bytes, where: str) -> None:
    refuse_large(data, LARGEST_FEED, where)
    if _ENTITY.search(decode_head(data[:_PROLOGUE])):
        raise InputError(where, "this feed defines entities of its own, which may be endless; remove them")
    if data.count(b"<") > MOST_TAGS:
        raise InputError(where, f"more than {MOST_TAGS:,} tags are too many for one feed; split it")
    refuse_many_attributes(data.decode("latin-1"), where)  # as many characters as bytes
    if sum(1 for _ in _ENTRY.finditer(data)) > MOST_ENTRIES:
        raise InputError(where, f"more than {MOST_ENTRIES:,} entries are too many for one feed; split it")


def _report(entry: Any, where: str) -> Iterator[Item]:
    source = entry.get("source") or {}
    publisher = _clean(source.get("title")) or _clean(entry.get("publisher"))
    title = _title(entry, publisher)
    text = without_title(_paragraphs(entry, where), title) or title
    if not text:
        raise InputError(where, "this entry has neither text nor title")
    published = _published(entry)
    if published is None and (_own(entry, "published") or _own(entry, "updated")):
        yield Notice(where, "its day of publication cannot be told from what it says; left open")
    yield from finished(
        Report(text, title=title, publisher=publisher, published=published, url=_clean(entry.get("link"))),
        where,
    )


def _title(entry: Any, publisher: str | None) -> str | None:
    """The title, without the outlet that aggregators add at its end."""
    detail = entry.get("title_detail") or {}
    found = " ".join(_plain(detail)) or _clean(entry.get("title"))
    if found and publisher and found.endswith(f" - {publisher}"):
        return found.removesuffix(f" - {publisher}").strip() or found
    return found


def _paragraphs(entry: Any, where: str) -> list[str]:
    contents = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    for detail in contents:
        refuse_dense(str(detail.get("value")), where)
    return next(filter(None, map(_plain, contents)), [])


def _plain(detail: Any) -> list[str]:
    value = _clean(detail.get("value"))
    if not value:
        return []
    if "html" in str(detail.get("type")):
        return plain(value)
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", value) if part.strip()]


def _published(entry: Any) -> Published:
    """As the entry writes it, with its zone; else the instant that feedparser makes of older forms."""
    for key in ("published", "updated"):
        try:
            return written_day(_own(entry, key) or "")
        except ValueError:
            parsed = _own(entry, f"{key}_parsed")
        if parsed:
            return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    return None


def _own(entry: dict[str, Any], key: str) -> Any:
    """What the entry has under this very key: feedparser would give the one day for the other."""
    return dict.get(entry, key)


def _clean(value: object) -> str | None:
    return (
        without_surrogates(value).replace("\0", "\ufffd").strip() or None if isinstance(value, str) else None
    )
