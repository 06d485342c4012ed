"""Where a text is signed by a news agency, and where it only quotes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from whosays.model import Span
from whosays.reconcile.copies import lexicon
from whosays.reconcile.copies.tokens import normalise
from whosays.reconcile.copies.words import words


class TagSort(StrEnum):
    """What an agency's name is where it stands."""

    DATELINE = "dateline"
    """Where and by whom it was written: "BEIRUT, March 3 (Reuters) -"; without an agency, where alone."""

    BYLINE = "byline"
    """At the head: "AFP, Sunday 25 May", "By Reuters"."""

    CREDIT = "credit"
    """At the foot: "- REUTERS", "/SANA/", "Source: SANA", "(Agencies)", "AFP contributed to this report"."""

    PICTURE = "picture"
    """Whose picture it is: "(AFP photo)", "REUTERS/Stringer". It says nothing of the text."""

    QUOTED = "quoted"
    """Whom the text cites: "Reuters reported", "told AFP", "according to AP"."""


SIGNED = frozenset({TagSort.DATELINE, TagSort.BYLINE, TagSort.CREDIT})
"""Tags that say whose text it is."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency; `party` is its id in the registry of parties, None if it has none.

    One is `unnamed`: the agencies of "Source: agencies", whichever they are.
    """

    id: str
    name: str
    party: str | None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """An agency's name in a text. `agency` is None for a dateline that names a place only."""

    sort: TagSort
    span: Span
    agency: Agency | None


_HEAD = 600
"""Code points from the beginning within which a byline stands: a headline, a summary, a date."""

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_DASH = r"[-–—]"
_PLACE = r"[A-Z][A-Z'’.-]{2,}(?:[ -][A-Z][A-Z'’.-]+)*"
_WHEN = r"(?:[,/]?\s*(?:[A-Z][a-z]+\.?\s*){0,3}(?:\d{1,2}(?:,?\s*\d{4})?)?[,\s]*)"

_ENDS = r"[\s.)\]]*(?:\n|$)"
_CITED = r"(?<!\btold )(?<!\bto )(?<!\bby )(?<!\bwith )(?<!\ban )(?<!\bthe )(?<!\bfrom )"

_CONTEXTS = (
    (TagSort.DATELINE, r"\([^()\n]{0,30}", rf"[^()\n]{{0,30}}\)\s*{_DASH}"),
    (
        TagSort.PICTURE,
        r"(?:[Pp]hoto(?:graph)?|[Ii]mages?|[Pp]ictures?|©|Getty)\s*(?:by|courtesy of|:|/)?\s*\(?",
        "",
    ),
    (TagSort.PICTURE, "", r"\s*(?:[Ff]ile\s)?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Vv]ideo|[Ff]ile)(?![a-z])"),
    (TagSort.PICTURE, "", r"/[A-Z][\w.'’-]+(?:\s|$|\))"),
    (TagSort.PICTURE, "", r"\s(?:19|20)\d\d\s[A-Z]"),
    (TagSort.DATELINE, rf"{_PLACE}{_WHEN}\(", r"\)"),
    (TagSort.DATELINE, rf"(?:^|[\n.!?]\s*)(?:{_PLACE}|[A-Z]\w+){_WHEN}", rf"\s*{_DASH}\s"),
    (TagSort.DATELINE, r"(?:^|\n)[ \t]*", rf"\s*(?:{_DASH}{{1,2}}|:|\|)\s"),
    (TagSort.CREDIT, r"(?:[-–—]{1,2}|/)\s*", "/?" + _ENDS),
    (TagSort.CREDIT, r"(?:[(\[][^()\[\]\n]{0,40}|\n[ \t]*)", _ENDS),
    (TagSort.CREDIT, r"\((?:[Ww]ith|[Ss]ources?:?|via)\s[^()\n]{0,60}", r"[^()\n]{0,60}\)"),
    (TagSort.CREDIT, r"(?:^|\W\s+)(?:Sources?|Credit)\s*:?\s+(?:(?:[A-Z]\w*|and|&|\+)[\s,/]*){0,5}", ""),
    (
        TagSort.CREDIT,
        "",
        r"(?:,?\s+(?:and\s+)?[A-Z]\w+)*\s+contributed to (?:this|the) (?:report|story|article)",
    ),
    (TagSort.CREDIT, r"\b[Ww]ith (?:\w+ )?(?:inputs?|reporting|files|material) (?:from|by) [^.\n]{0,40}", ""),
    (TagSort.PICTURE, r"[(\[][^()\[\]\n]{0,40}", r"[^()\[\]\n]{0,40}[)\]]"),
)
"""What stands right before the name and right after it where it is a tag, the first that fits."""

_HEAD_CONTEXTS = (
    (TagSort.BYLINE, r"\b(?:By|BY)\s+", ""),
    (TagSort.BYLINE, "", r"\s+Staff\b"),
    (
        TagSort.BYLINE,
        _CITED,
        rf"[\s,|·•]+(?:{_DAY},?\s+)?(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}\b|\d{{1,2}}[./-]\d{{1,2}}[./-])",
    ),
    (TagSort.BYLINE, r"(?:^|\n)[ \t]*", r"[ \t]*\n"),
    (TagSort.DATELINE, r"[.\n]\s+", rf"(?:\.\w+)?\s*{_DASH}\s"),
)
"""The same, before these, where the name stands at the head of a text."""

_ALONE = re.compile(rf"^[ \t]*({_PLACE}(?:,\s*[A-Z][a-z]+)*){_WHEN}\s*{_DASH}{{1,2}}\s", re.MULTILINE)


def tags(text: str) -> tuple[Tag, ...]:
    """The names of agencies in a text, each with what it is there, and datelines; in the order of the text.

    The span is that of the name, or of the place where a dateline names no agency. A text that only quotes an
    agency has QUOTED tags; one that carries its words has one of `SIGNED`.
    """
    found = [*_named(text)]
    taken = {position for tag in found for position in _line(text, tag.span)}
    places = (match.span(1) for match in _ALONE.finditer(text, 0, _HEAD))
    found += [Tag(TagSort.DATELINE, Span.of(text, *at), None) for at in places if at[0] not in taken]
    return tuple(sorted(found, key=lambda tag: tag.span))


@lru_cache(maxsize=4096)
def credited(text: str) -> frozenset[Agency]:
    """The agencies by which a text is signed."""
    return frozenset(tag.agency for tag in tags(text) if tag.sort in SIGNED and tag.agency)


def agency_of(publisher: str | None) -> Agency | None:
    """The agency that a publisher is, by its name or its id; None if it is none that is known."""
    return _publishers().get(normalise(publisher)) if publisher else None


def all_agencies() -> tuple[Agency, ...]:
    """Every agency that is known."""
    return tuple(agency for agency, _, _ in _table())


def _named(text: str) -> Iterator[Tag]:
    end = _end(text)
    for match in _pattern().finditer(text):
        agency, alone = _names()[match[0]]
        sort = _sort(text, match.start(), match.end(), end)
        if sort is not TagSort.QUOTED or alone:
            yield Tag(sort, Span.of(text, *match.span()), agency)


def _end(text: str) -> int:
    """Where the text proper ends: what follows is furniture."""
    compared = words(text)
    return int(compared.ends[-1]) + 2 if len(compared) else len(text)


def _sort(text: str, start: int, stop: int, end: int) -> TagSort:
    before, after = text[max(0, start - 120) : start], text[stop : max(end, stop)][:120]
    if any(sign in text[start : start + 60] for sign in _signs()):
        return TagSort.CREDIT
    contexts = (*_HEAD_CONTEXTS, *_CONTEXTS) if start < _HEAD else _CONTEXTS
    fitting = (sort for sort, left, right in contexts if _fits(left, right, before, after))
    return next(fitting, TagSort.QUOTED)


def _fits(left: str, right: str, before: str, after: str) -> bool:
    return bool(_compiled(f"(?:{left})$").search(before) and _compiled(right).match(after))


def _line(text: str, span: Span) -> range:
    """The line up to a name: a dateline that names an agency is no second one."""
    return range(text.rfind("\n", 0, span.start) + 1, span.end)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _table() -> tuple[tuple[Agency, tuple[str, ...], tuple[str, ...]], ...]:
    """Every agency with its names and its marks."""
    return tuple(
        (
            Agency(
                key,
                entry.get("names", entry.get("marks"))[0],
                key if entry.get("party", True) else None,
                entry.get("unnamed", False),
            ),
            tuple(entry.get("names", ())),
            tuple(entry.get("marks", ())),
        )
        for key, entry in lexicon.load("agencies").items()
    )


@cache
def _names() -> dict[str, tuple[Agency, bool]]:
    """Agencies by each spelling of a name, and whether that counts wherever it stands."""
    marks = {mark: (agency, False) for agency, _, marks in _table() for mark in marks}
    names = {form: (agency, True) for agency, names, _ in _table() for n in names for form in (n, n.upper())}
    return marks | names


@cache
def _publishers() -> dict[str, Agency]:
    named = {normalise(name): agency for agency, names, _ in _table() for name in names}
    return named | {normalise(agency.id): agency for agency, _, _ in _table() if not agency.unnamed}


@cache
def _signs() -> tuple[str, ...]:
    return tuple(sign for entry in lexicon.load("agencies").values() for sign in entry.get("signs", ()))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
