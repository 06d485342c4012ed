"""Live pages and texts: entries that carry their own times, one report each.

An ordinary article must never be parted: a page that does not list its entries as data must call itself live,
and its entries must stand side by side, hold most of its text, and come in the order of their times.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.ingest.fragment import paragraphs, parsed, plain
from whosays.ingest.item import without_title
from whosays.ingest.published import parse_published

FEWEST = 3
"""Entries of a live page, at least: two articles below one another are none."""
_SHORTEST = 40
"""Letters that a usual entry has at least; lists of headlines have no text."""
_SHARE = 0.5
"""Share of a page's text that its entries hold, at least."""
_CLIMB = 12
"""Elements around a time within which its entry is looked for."""
_INTRODUCTION = 3
"""Paragraphs before the first entry of a text, at most."""

_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[ \t]*\(?(?P<zone>GMT|UTC)\)?)?"
    r"(?:[ \t]*[-–—|:][ \t]+|[ \t]*\n)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a live page said at one time."""

    text: str
    published: datetime
    title: str | None = None


def of_page(page: str) -> list[Entry]:
    """The entries of a live page, as its data list them or else its elements do; none if it is not live."""
    if "<time" not in page and "LiveBlogPosting" not in page:
        return []
    tree = parsed(page)
    if tree is None:
        return []
    listed = [entry for update in _updates(tree) if (entry := _of_data(update))]
    return listed if len(listed) >= FEWEST else _of_elements(tree)


def of_text(text: str, title: str | None, day: date | None) -> list[Entry]:
    """The entries of a text that calls itself live in its title, each below or behind a time of `day`."""
    parts = [part.strip() for part in re.split(r"\n[ \t]*\n", text)]
    if day is None or not title or not _headings().search(title):
        return []
    clocks = [_CLOCK.match(f"{part}\n") for part in parts]
    first = next((number for number, clock in enumerate(clocks) if clock), len(parts))
    entries: list[tuple[datetime, list[str]]] = []
    for part, clock in zip(parts[first:], clocks[first:], strict=True):
        if clock:
            entries.append((_instant(clock, day), []))
        entries[-1][1].append(part[clock.end() :].strip() if clock else part)
    found = [Entry("\n\n".join(filter(None, said)), when) for when, said in entries]
    told = [entry for entry in found if entry.text]
    return told if first <= _INTRODUCTION and len(told) == len(found) and _in_order(told) else []


def _instant(clock: re.Match[str], day: date) -> datetime:
    zone = UTC if clock["zone"] else None
    return datetime.combine(day, time(int(clock["hour"]), int(clock["minute"]), tzinfo=zone))


def _in_order(entries: list[Entry]) -> bool:
    """Whether there are enough, the newest first or last, and not all at one time."""
    times = [entry.published.timestamp() for entry in entries]
    return len(set(times)) >= FEWEST and times in (sorted(times), sorted(times, reverse=True))


def _updates(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            for posting in _postings(_data(script.text or "")):
                updates = posting.get("liveBlogUpdate")
                yield from (update for update in _listed(updates) if isinstance(update, dict))


def _data(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _postings(data: Any) -> Iterator[dict[str, Any]]:
    """The live postings of a page's data: alone, in a list or in a graph."""
    for part in _listed(data):
        if isinstance(part, dict):
            if "LiveBlogPosting" in _listed(part.get("@type")):
                yield part
            yield from (
                p for p in _listed(part.get("@graph")) if isinstance(p, dict) and "liveBlogUpdate" in p
            )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _of_data(update: dict[str, Any]) -> Entry | None:
    body, headline, when = (update.get(key) for key in ("articleBody", "headline", "datePublished"))
    published = _time(when)
    title = " ".join(plain(headline)) if isinstance(headline, str) else ""
    text = without_title(plain(body), title) if isinstance(body, str) else ""
    return Entry(text or title, published, title or None) if published and (text or title) else None


def _time(value: object) -> datetime | None:
    """An instant; a day alone tells nothing of an entry."""
    try:
        found = parse_published(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if isinstance(found, datetime) else None


def _of_elements(tree: Any) -> list[Entry]:
    elements = _siblings(tree)
    if not elements or not _calls_itself_live(tree, elements[0]):
        return []
    entries = [entry for element in elements if (entry := _of_element(element))]
    letters = sorted(len(entry.text) for entry in entries)
    enough = (
        entries and letters[len(letters) // 2] >= _SHORTEST and _aware_alike(entries) and _in_order(entries)
    )
    whole = sum(map(len, paragraphs(tree)))
    return entries if enough and sum(letters) >= _SHARE * whole else []


def _aware_alike(entries: list[Entry]) -> bool:
    return len({entry.published.tzinfo is None for entry in entries}) == 1


def _siblings(tree: Any) -> list[Any]:
    """The most elements of one kind side by side that each have a time."""
    groups: dict[tuple[Any, str], dict[Any, None]] = {}
    for mark in tree.iter("time"):
        element = mark
        for _ in range(_CLIMB):
            parent = element.getparent()
            if parent is None or not _time(mark.get("datetime")):
                break
            groups.setdefault((parent, element.tag), {})[element] = None
            element = parent
    return max(map(list, groups.values()), key=len, default=[])


def _of_element(element: Any) -> Entry | None:
    """The entry; its first time is its own, and a heading its title."""
    mark = next(element.iter("time"))
    published = _time(mark.get("datetime"))
    clock = " ".join("".join(mark.itertext()).split())
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    title = " ".join(paragraphs(heading)) if heading is not None else ""
    said = [paragraph for paragraph in paragraphs(element) if paragraph != clock]
    text = without_title(said, title)
    return Entry(text, published, title or None) if published and text else None


def _calls_itself_live(tree: Any, element: Any) -> bool:
    around = list(_names((element, *element.iterancestors())))
    if any(word in name for name in around for word in _markup()["not_entries"]):
        return False
    headings = ("".join(heading.itertext()).strip() for heading in tree.iter("title", "h1"))
    return any(map(_headings().search, headings)) or any(map(_live_names().search, around))


def _names(elements: Iterable[Any]) -> Iterator[str]:
    """Classes and ids, in small letters."""
    for element in elements:
        yield " ".join(element.get(key) or "" for key in ("class", "id", "itemtype")).casefold()


@cache
def _headings() -> re.Pattern[str]:
    return re.compile("|".join(_markup()["headings"]), re.IGNORECASE)


@cache
def _live_names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, _markup()['names']))})(?![^\W_])")


@cache
def _markup() -> dict[str, list[str]]:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/markup.toml").read_text("utf-8"))
    return dict(listed["live"])
