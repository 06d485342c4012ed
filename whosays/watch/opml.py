"""Lists of feeds in OPML, as readers of feeds write them (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from whosays.model import InputError
from whosays.watch.urls import RefusedError, Url

LARGEST = 1 << 24
"""Bytes of a list: 16 MiB."""
MOST = 10_000
"""Feeds of a list."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's address, and the outlet that the list says it is of."""

    address: str
    publisher: str | None = None


def feeds(path: Path) -> Iterator[Feed | InputError]:
    """The feeds of a list, each address once, and an error in the place of each that cannot be asked.

    Raises InputError if the file is no such list.
    """
    seen: dict[str, Feed | InputError] = {}
    for outline in _root(path).iter("outline"):
        address = outline.get("xmlUrl", "").strip()
        if address and address not in seen:
            seen[address] = _feed(outline, address, path)
    if not seen:
        raise InputError(str(path), "there is no feed in this list: no outline has an xmlUrl")
    if len(seen) > MOST:
        raise InputError(str(path), f"more than {MOST:,} feeds are too many for one list")
    yield from seen.values()


def _feed(outline: Element, address: str, path: Path) -> Feed | InputError:
    name = " ".join((outline.get("title") or outline.get("text") or "").split()) or None
    try:
        Url.parsed(address)
    except RefusedError as error:
        return InputError(f"{path}, {(name or 'a feed without a title')[:80]}", str(error))
    return Feed(address, name)


def _root(path: Path) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(_read(path), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(str(path), "this is no list of feeds: it is not OPML that can be read") from error
    if root.tag != "opml":
        raise InputError(str(path), "this is no list of feeds: it is not OPML")
    return root


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower()) from error
    if len(data) > LARGEST:
        raise InputError(str(path), f"more than {LARGEST >> 20} MiB are too much for a list of feeds")
    return data
