"""Running heads, running feet and page numbers: what a page has around its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from whosays.ingest.pdf.pages import Line, Page

_MARGIN = 0.15
"""Share of a page's height, at its top and at its foot, in which furniture stands."""
_SAME_HEIGHT = 0.01
"""Share of a page's height by which a running head may move from page to page."""

_NUMBER = re.compile(
    r"[\s|–—-]*(?P<word>(?:page|página|seite|p\.)\s*)?(?P<number>\d{1,4})(?:\s*(?:of|de|sur|von|/)\s*(?P<total>\d{1,4}))?[\s|–—-]*"
)
_DIGITS = re.compile(r"\d+")
_LETTERS = 3
"""Letters that a line must have to be known again on another page."""


def without_furniture(pages: list[Page]) -> list[list[Line]]:
    """The lines of each page that are its text."""
    return [_text(page, known) for page, known in zip(pages, _known(pages), strict=True)]


def _text(page: Page, known: set[int]) -> list[Line]:
    return [line for line in page.lines if id(line) not in known]


def _known(pages: list[Page]) -> Iterator[set[int]]:
    """For each page, the identities of its lines that are furniture."""
    numbers = _page_numbers(pages)
    repeated = _repeated(pages)
    for page in pages:
        yield {id(line) for line in _margins(page) if id(line) in repeated or id(line) in numbers}


def _margins(page: Page) -> Iterator[Line]:
    height = page.bottom - page.top
    for line in page.lines:
        if not page.top + _MARGIN * height < line.baseline < page.bottom - _MARGIN * height:
            yield line


def _repeated(pages: list[Page]) -> set[int]:
    """Lines that say the same, but for figures, at the same height of another page."""
    places: dict[str, list[tuple[float, Line]]] = defaultdict(list)
    for page in pages:
        for line in _margins(page):
            words = _DIGITS.sub("#", line.text).casefold()
            if sum(map(str.isalpha, words)) >= _LETTERS:
                height = (line.baseline - page.top) / max(page.bottom - page.top, 1)
                places[words].append((height, line))
    return {identity for found in places.values() for identity in _at_one_height(found)}


def _at_one_height(found: list[tuple[float, Line]]) -> Iterator[int]:
    found.sort(key=lambda place: place[0])
    for (height, line), (next_height, other) in pairwise(found):
        if next_height - height <= _SAME_HEIGHT and line.page != other.page:
            yield id(line)
            yield id(other)


def _page_numbers(pages: list[Page]) -> set[int]:
    """Figures alone at the edge that count the pages: so they say, or they rise from page to page."""
    ahead: dict[int, list[Line]] = defaultdict(list)
    said = set()
    for page in pages:
        for line, found in _numbers(_margins(page)):
            ahead[int(found["number"]) - page.number].append(line)
            if found["word"] or int(found["total"] or 0) == len(pages):
                said.add(id(line))
    rising = [lines for lines in ahead.values() if len({line.page for line in lines}) > 1]
    return said | {id(line) for lines in rising for line in lines}


def _numbers(lines: Iterable[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    for line in lines:
        found = _NUMBER.fullmatch(line.text.casefold()) if len(line.text) < 40 else None
        if found:
            yield line, found
