"""Days as people write them in a document: "5 December 2024", "le 5 décembre 2024", "2024-12-05"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files

from whosays.ingest.published import parse_published

_LONGEST = 200
"""Characters of a line that may say when its document was published: longer ones tell something else."""
_PARTS = re.compile(r"[|\t•·]|(?<!\d)\s[–—-]\s")

_BRACKETED = re.compile(r"\(([^()]+)\)$")
_HEADING = 80
"""Characters of a heading with its day, "Flash Update No. 2 (5 December 2024)"."""


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    cues: re.Pattern[str]
    day: re.Pattern[str]
    alone: re.Pattern[str]


def written_day(text: str) -> date | datetime:
    """The day or instant that `text` gives: in ISO 8601, as mail and feeds write it, or in words.

    Raises ValueError, with a clause that says what to write, when it gives none. "03/04/2024" gives none: it
    is read as March here and as April there.
    """
    try:
        return parse_published(text)
    except ValueError:
        found = _of_mail(text) or next(_filling(text.strip()[:_LONGEST]), None)
        if found is None:
            raise
        return found


def stated_day(lines: Iterable[str], no_later: date | None) -> date | None:
    """The day on which a document says it was published, from its first lines.

    A day after words such as "as of" or "published", else a day that fills a line or a cell of it and is not
    after `no_later`, when the file was made: such a day is announced and not yet come.
    """
    parts = [part.strip() for line in lines if len(line) <= _LONGEST for part in _parted(line)]
    cued = (day for part in parts for day in _cued(part))
    latest = no_later + timedelta(days=1) if no_later else date.max  # a day ahead in another zone
    filling = (day for part in parts for day in _filling(part) if day <= latest)
    return next(cued, None) or next(filling, None)


def _parted(line: str) -> list[str]:
    """The cells of a line, and what stands in brackets at the end of a heading."""
    bracketed = _BRACKETED.search(line) if len(line) <= _HEADING else None
    return [*_PARTS.split(line), *([bracketed[1]] if bracketed else [])]


def _of_mail(text: str) -> datetime | None:
    """As in "Fri, 29 Nov 2024 18:05:00 +0300"; none without a time of day, which it would make midnight."""
    try:
        return parsedate_to_datetime(text) if ":" in text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _cued(part: str) -> Iterator[date]:
    for cue in _words().cues.finditer(part):
        found = _words().day.match(part, cue.end())
        day = _day(found) if found else None
        if day:
            yield day


def _filling(part: str) -> Iterator[date]:
    found = _words().alone.fullmatch(part)
    day = _day(found) if found else None
    if day:
        yield day


def _day(found: re.Match[str]) -> date | None:
    parts = {key: value for key, value in found.groupdict().items() if value}
    names = [value.casefold() for key, value in parts.items() if key.startswith("month")]
    numbers = {key[:-1]: int(value) for key, value in parts.items() if not key.startswith("month")}
    month = _words().months[names[0]] if names else numbers["number"]
    try:
        return date(numbers["year"], month, numbers["day"])
    except ValueError:
        return None


_CLOCK = (
    r"(?:[,\s]+(?:at\s+)?\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|hrs|hours))?"
    r"(?:\s*\(?[A-Za-z]{2,6}(?:[+-]\d{1,2})?\)?)?)?"
)
"""A time of day behind a day, "18:00 (EET)"; it is not read, for its zone is seldom told."""


@cache
def _words() -> _Words:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/dates.toml").read_text("utf-8"))
    months = {name: number for names in listed["months"].values() for number, name in enumerate(names, 1)}
    months |= {short: months[name] for short, name in listed["short"].items()}
    any_of = {key: _any_of(listed[key]["words"]) for key in ("cues", "weekdays", "between", "ordinal")}
    small = rf"(?:{any_of['between']}\s+)?"
    day = rf"(?:{any_of['weekdays']}\.?,?\s+)?(?:{_forms(_any_of(months), small, any_of['ordinal'])})"
    return _Words(
        months,
        re.compile(rf"(?<!\w){any_of['cues']}\s*:?\s+{small}", re.IGNORECASE),
        re.compile(day, re.IGNORECASE),
        re.compile(rf"\(?{small}{day}{_CLOCK}\)?\.?", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def _forms(month: str, small: str, ordinal: str) -> str:
    """Patterns of "5 December 2024", "December 5, 2024", "2024-12-05", each with groups of its own."""
    return "|".join(
        (
            rf"(?<![\d–-])(?P<day1>\d{{1,2}}){ordinal}?\s+{small}(?P<month1>{month})\.?,?\s+{small}(?P<year1>\d{{4}})\b",
            rf"\b(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}}){ordinal}?,?\s+(?P<year2>\d{{4}})\b",
            r"(?<!\d)(?P<year3>\d{4})-(?P<number3>\d{2})-(?P<day3>\d{2})(?!\d)",
        )
    )
