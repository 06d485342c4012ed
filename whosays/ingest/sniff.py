"""What a file is, by its content; its name says nothing."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from whosays.ingest.encoding import decode_head
from whosays.ingest.mail import is_box
from whosays.ingest.table import header
from whosays.model import InputError

HEAD = 1 << 16
"""Bytes at the start of a file that decide what it is."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW = 1000
"""Text may hold one control byte in this many; more is binary."""

_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"(?:\s|<\?xml[^>]*>|<\?xml-stylesheet[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>)*+"
    r"<(?:rss\b|rdf:RDF\b[^>]*purl\.org/rss/|(?:\w+:)?feed\b[^>]*(?:/Atom|purl\.org/atom/))",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_OF_MAIL = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?=\r?\n|$)")
_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_FIELDS = frozenset(
    (
        "date",
        "subject",
        "to",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "content-type",
        "delivered-to",
    )
)
_HTML_LATER = re.compile(r"<(?:!doctype\s+html|html)\b[^<]*>", re.IGNORECASE)
_OBJECT = re.compile(r'\s*\{[ \t]*["}]')
_DOCUMENT = re.compile(r'\s*(?:\[\s*\{|\{[ \t]*\r?\n\s*")')


class Format(StrEnum):
    """What this package reads."""

    JSONL = "jsonl"
    HTML = "html"
    TEXT = "text"
    PDF = "pdf"
    FEED = "feed"
    MESSAGE = "message"
    MAILBOX = "mailbox"
    TABLE = "table"
    WARC = "warc"
    ZIP = "zip"
    PARQUET = "parquet"


READ = "text, HTML, PDF, Word, RSS and Atom, e-mail, CSV, Parquet, WARC, WACZ and JSON Lines"
"""What is read, as messages name it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How files of one kind begin, and the format that they are read as; None if they are not."""

    name: str
    start: bytes
    offset: int
    within: bytes
    format: Format | None

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins with `head` is of this kind."""
        return head.startswith(self.start, self.offset) and self.within in head


def sniff(head: bytes, where: str) -> Format:
    """The format of a file that begins with `head` (HEAD bytes of it, or all).

    Raises InputError, saying what the file is, when it is none that this package reads.
    """
    known = _binary(head, where)
    if known:
        return known
    text = decode_head(head)
    for fits, found in _WRITTEN:
        if fits(text):
            return found
    if _DOCUMENT.match(text):
        raise InputError(where, "this is one JSON document; write one report a line (JSON Lines)")
    return Format.TEXT


def refusal(name: str, where: str) -> InputError:
    """The error that says what a file is, and that such files are not read."""
    return InputError(where, f"this is {name}; only {READ} are read")


def _binary(head: bytes, where: str) -> Format | None:
    start = head.removeprefix(b"\xef\xbb\xbf")
    found = next((s for s in _signatures() if s.fits(start)), None)
    if found and found.format:
        return found.format
    if _unpacked(start).startswith(b"WARC/"):
        return Format.WARC
    if found or _is_binary(head):
        raise refusal(found.name if found else "a binary file", where)
    return None


def _unpacked(head: bytes) -> bytes:
    """The first bytes of what a gzip archive holds; none if it is no gzip archive."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
    except zlib.error:
        return b""


def _is_binary(head: bytes) -> bool:
    plain = decode_head(head).encode("utf-8")
    return len(_CONTROL.findall(plain)) * _FEW > len(plain)


def _is_jsonl(text: str) -> bool:
    """Whether the first line, or half of the first lines, begin as JSON objects: one may be broken."""
    lines = [line for line in text.split("\n") if line.strip()]
    objects = [bool(_OBJECT.match(line)) for line in lines]
    return bool(objects) and (objects[0] or 2 * sum(objects) >= len(objects))


def _is_html(text: str) -> bool:
    return bool(_HTML.match(text) or _HTML_LATER.search(text[:1024]))


def _is_feed(text: str) -> bool:
    return bool(_FEED.match(text))


def _is_message(text: str) -> bool:
    """Whether it begins with the head of a message: fields alone, the sender's and two others of mail."""
    head = _HEAD_OF_MAIL.match(text)
    fields = {name.casefold() for name in _FIELD.findall(head[0])} if head else set()
    return "from" in fields and len(fields & _FIELDS) >= 2


_WRITTEN: tuple[tuple[Callable[[str], bool], Format], ...] = (
    (_is_feed, Format.FEED),
    (is_box, Format.MAILBOX),
    (_is_message, Format.MESSAGE),
    (_is_html, Format.HTML),
    (_is_jsonl, Format.JSONL),
    (lambda text: header(text) is not None, Format.TABLE),
)
"""What text may be, in the order in which it is asked: mail may have a page in it."""


@cache
def _signatures() -> tuple[Signature, ...]:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/signatures.toml").read_text("utf-8"))
    return tuple(
        Signature(
            s["name"],
            bytes.fromhex(s["hex"]),
            s.get("offset", 0),
            s.get("within", "").encode(),
            Format(s["format"]) if "format" in s else None,
        )
        for s in listed["signature"]
    )
