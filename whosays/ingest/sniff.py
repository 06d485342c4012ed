"""What a file is, by its content; its name says nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from whosays.ingest.encoding import decode_head
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
_HTML_LATER = re.compile(r"<(?:!doctype\s+html|html)\b[^<]*>", re.IGNORECASE)
_OBJECT = re.compile(r'\s*\{[ \t]*["}]')
_DOCUMENT = re.compile(r'\s*(?:\[\s*\{|\{[ \t]*\r?\n\s*")')


class Format(StrEnum):
    """What this package reads."""

    JSONL = "jsonl"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Signature:
    """How files of one kind begin."""

    name: str
    start: bytes
    offset: int
    within: bytes

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins with `head` is of this kind."""
        return head.startswith(self.start, self.offset) and self.within in head


def sniff(head: bytes, where: str) -> Format:
    """The format of a file that begins with `head` (HEAD bytes of it, or all).

    Raises InputError, saying what the file is, when it is none that this package reads.
    """
    _refuse_binary(head, where)
    text = decode_head(head)
    if _HTML.match(text) or _HTML_LATER.search(text[:1024]):
        return Format.HTML
    if _is_jsonl(text):
        return Format.JSONL
    if _DOCUMENT.match(text):
        raise InputError(where, "this is one JSON document; write one report a line (JSON Lines)")
    return Format.TEXT


def _refuse_binary(head: bytes, where: str) -> None:
    start = head.removeprefix(b"\xef\xbb\xbf")
    name = next((s.name for s in _signatures() if s.fits(start)), None)
    if name is None and _is_binary(head):
        name = "a binary file"
    if name:
        raise InputError(where, f"this is {name}; only text, HTML and JSON Lines are read")


def _is_binary(head: bytes) -> bool:
    plain = decode_head(head).encode("utf-8")
    return len(_CONTROL.findall(plain)) * _FEW > len(plain)


def _is_jsonl(text: str) -> bool:
    """Whether the first line, or half of the first lines, begin as JSON objects: one may be broken."""
    lines = [line for line in text.split("\n") if line.strip()]
    objects = [bool(_OBJECT.match(line)) for line in lines]
    return bool(objects) and (objects[0] or 2 * sum(objects) >= len(objects))


@cache
def _signatures() -> tuple[Signature, ...]:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/signatures.toml").read_text("utf-8"))
    return tuple(
        Signature(s["name"], bytes.fromhex(s["hex"]), s.get("offset", 0), s.get("within", "").encode())
        for s in listed["signature"]
    )
