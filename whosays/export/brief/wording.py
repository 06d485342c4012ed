"""The words of a brief, from `wording.toml`: templates, connectives, numbers, days."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from whosays.export.plain import REPLACEMENT, safe
from whosays.model import Interval

MOST = 3
"""Names that a clause lists before it counts the others."""

LONGEST = 320
"""Characters of a passage that a sentence quotes; the note has all of it."""


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the data file. Callers must not change it."""
    read = tomllib.loads(files(__package__).joinpath("wording.toml").read_text("utf-8"))
    found: dict[str, Any] = read[name]
    return found


def say(section: str, key: str, **slots: str) -> str:
    """A template with its slots filled; what fills them is never read as a template."""
    return str(table(section)[key]).format(**slots)


def sentence(words: str) -> str:
    """The words with a capital in front and one mark at the end, also where a quotation brings its own."""
    mark = words[:1] if words[:1] in table("marks")["opening"] else ""
    rest = words[len(mark) :]
    line = mark + rest[:1].upper() + rest[1:]
    return line if line.endswith(tuple(table("marks")["ends"])) else f"{line}."


def quoted(words: str, longest: int = LONGEST) -> str:
    """Words of a report in quotation marks, on one line, cut where they are longer than `longest`."""
    line = plain(words).lstrip(table("marks")["bullets"]).translate(_INNER)
    cut = line if len(line) <= longest else f"{line[: longest - 1].rsplit(' ', 1)[0].rstrip()}…"
    return say("marks", "quoted", words=cut)


def quoted_whole(words: str) -> str:
    """All of the words of a report in quotation marks."""
    return quoted(words, len(words))


_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), REPLACEMENT)
_INNER = str.maketrans("“”", "‘’")
"""Marks within a quotation."""


def plain(words: str) -> str:
    """Words of a report on one line, without what could steer or hide anything, or stand in no XML."""
    return " ".join(safe(words).translate(_NO_XML).split())


def number(count: int) -> str:
    """A small number in letters, as in "seven"."""
    letters: Sequence[str] = table("numbers")["letters"]
    return letters[count] if count < len(letters) else f"{count:,}"


def listed(items: Iterable[str], joint: str = "and", most: int | None = None) -> str:
    """As in "A, B and C"; beyond `most`, as in "A, B and three others"."""
    every = list(dict.fromkeys(items))
    shown = every if most is None or len(every) <= most + 1 else every[:most]
    if left := len(every) - len(shown):
        return say("joints", "others", items=", ".join(shown), count=number(left))
    if len(shown) < 2:
        return "".join(shown)
    return say("joints", joint, items=", ".join(shown[:-1]), last=shown[-1])


def clauses(parts: Sequence[str]) -> str:
    """Clauses of one sentence, parted by semicolons, as in "A says x; B says y; and C denies it"."""
    if len(parts) < 2:
        return "".join(parts)
    return say("joints", "clauses", items="; ".join(parts[:-1]), last=parts[-1])


def day(on: date) -> str:
    """As in "14 March 2008"."""
    return say("days", "day", day=str(on.day), month=_month(on), year=str(on.year))


def spell(first: date | None, last: date | None) -> str:
    """As in "14 March 2008", "14 to 15 March 2008", "28 February to 2 March 2008", "since 14 March 2008"."""
    if first is None or last is None:
        return say("days", "until" if first is None else "since", day=day(first or last or date.min))
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    elif first.year == last.year:
        start = say("days", "short", day=str(first.day), month=_month(first))
    else:
        start = day(first)
    return say("days", "spell", first=start, last=day(last))


def interval(when: Interval) -> str:
    """A time as in "on 14 March 2008", "between 14 and 15 March 2008" or "in March 2008"."""
    if when.precision in table("days")["whole"] and when.earliest:
        month = _month(when.earliest) if when.precision == "month" else ""
        return say("days", when.precision, month=month, year=str(when.earliest.year))
    key = "on" if when.earliest == when.latest else "within" if when.days else "open"
    return say("days", key, spell=spell(when.earliest, when.latest))


def _month(on: date) -> str:
    return str(table("days")["months"][on.month - 1])
