"""Pieces of HTML in feeds, mail and live pages, which are main text already, to plain paragraphs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from whosays.ingest.encoding import without_surrogates

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML, without captions, lists of links, scripts and what is hidden."""
    tree = parsed(markup)
    return paragraphs(tree) if tree is not None else []


def parsed(markup: str) -> Any | None:
    """The tree of a page or a piece of one; None when nothing is in it."""
    clean = _CONTROL.sub("\ufffd", without_surrogates(markup))
    if not clean.strip():
        return None
    try:
        return lxml_html.document_fromstring(clean.encode("utf-8"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def paragraphs(tree: Any) -> list[str]:
    """The paragraphs within an element."""
    text = _Text()
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and _is_left_out(element):
            walk.skip_subtree()
        elif event == "start":
            text.open(element.tag, element.text)
            continue
        elif event == "end" and element is not tree and not _is_left_out(element):
            text.close(element.tag)
        if event != "start" and element is not tree:
            text.add(element.tail)
    return text.done()


class _Text:
    """Paragraphs as they grow."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._parts: list[str] = []

    def open(self, tag: str, text: str | None) -> None:
        if tag == "br":
            self._parts.append("\n")
        elif tag in ("td", "th"):
            self._parts.append("\t")
        elif tag in _markup().blocks:
            self._end()
        self.add(text)

    def close(self, tag: str) -> None:
        if tag in _markup().blocks:
            self._end()

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(re.sub(r"\s+", " ", text))

    def done(self) -> list[str]:
        self._end()
        return self._done

    def _end(self) -> None:
        """What has come since the last paragraph, two line breaks in a row parting it."""
        lines = [" ".join(part.split(" ")).strip(" ") for part in "".join(self._parts).split("\n")]
        self._parts = []
        for paragraph in re.split(r"\n{2,}", "\n".join(_cells(line) for line in lines)):
            found = paragraph.strip()
            if found and not _markup().boilerplate.fullmatch(found):
                self._done.append(found)


def _cells(line: str) -> str:
    """The line with one tab between cells that hold something."""
    return "\t".join(re.sub(r" {2,}", " ", cell).strip() for cell in line.split("\t") if cell.strip())


def _is_left_out(element: Any) -> bool:
    markup = _markup()
    if element.tag in markup.left_out or _HIDDEN.search(element.get("style") or ""):
        return True
    return element.tag in ("ul", "ol") and _is_links_only(element)


def _is_links_only(listing: Any) -> bool:
    """Whether every point of the list is a link and nothing besides: what to read next."""
    points = listing.findall("li")
    return bool(points) and all(_is_a_link(point) for point in points)


def _is_a_link(point: Any) -> bool:
    links = list(point.iter("a"))
    return bool(links) and _letters(point) == sum(map(_letters, links))


def _letters(element: Any) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())


def _parser() -> Any:
    return lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True)


@dataclass(frozen=True, slots=True)
class _Markup:
    blocks: frozenset[str]
    left_out: frozenset[str]
    boilerplate: re.Pattern[str]


@cache
def _markup() -> _Markup:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/markup.toml").read_text("utf-8"))
    boilerplate = "|".join(f"(?:{pattern})" for pattern in listed["boilerplate"]["patterns"])
    return _Markup(
        frozenset(listed["elements"]["blocks"]),
        frozenset(listed["elements"]["left_out"]),
        re.compile(boilerplate, re.IGNORECASE),
    )
