"""Bytes to characters, and what had to be assumed on the way."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from whosays.ingest.guess import guess

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32's come first because UTF-16's begins one of them."""

SAMPLE = 1 << 16
"""Bytes that a guess looks at."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")

_WEB_CODEC = re.compile(
    r"utf-(8|16)(-[lb]e)?|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gbk|gb2312|gb18030|big5\w*|euc_\w+|shift_jis\w*"
)
_WEB_ALIAS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Pages that say Latin-1 or ASCII mean Windows-1252, as the WHATWG's Encoding Standard has it."""


class UnknownEncodingError(ValueError):
    """No encoding makes text of the bytes."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and a clause that says what was assumed or lost to get it; None when nothing was."""

    text: str
    doubt: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, else as `declared`, else as UTF-8, else by a guess.

    The text never holds a lone surrogate. Raises UnknownEncodingError when nothing fits.
    """
    marked = next((codec for bom, codec in BOMS if data.startswith(bom)), None)
    if marked:
        return _replacing(data, marked, None)
    certain = _strict(data, _web_codec(declared)) if declared else None
    certain = certain if certain is not None else _strict(data, "utf-8")
    if certain is not None and "\0" not in certain:
        return Decoded(certain)
    return _unmarked_utf16(data) or _nearly_utf8(data) or _guess(data)


def decode_head(head: bytes) -> str:
    """The start of a file as text, well enough to see what it is; never fails."""
    marked = next((codec for bom, codec in BOMS if head.startswith(bom)), None)
    return head.decode(marked or _utf16_order(head) or "utf-8", "replace")


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which no encoding can write, replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _strict(data: bytes, codec: str | None) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except UnicodeError:
        return None


def _replacing(data: bytes, codec: str, doubt: str | None) -> Decoded:
    text = data.decode(codec, "replace").replace("\0", "\ufffd")
    lost = text.count("\ufffd")
    if lost:
        assumed = f"{doubt}, " if doubt else ""
        doubt = f"{assumed}{lost} broken character{'s' * (lost > 1)} replaced by U+FFFD"
    return Decoded(without_surrogates(text), doubt)


def _web_codec(label: str) -> str | None:
    """Python's codec for a page's label, None for those that are not for text on the web."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WEB_ALIAS.get(name, name)
    return name if _WEB_CODEC.fullmatch(name) else None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    codec = _utf16_order(data[:SAMPLE])
    return _replacing(data, codec, "no byte order mark, read as UTF-16") if codec else None


def _utf16_order(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, if that is what this is.

    Spaces and line ends put zeros on the side of the high bytes, and on that side alone; and a text
    has few scripts, so nearly all of that side is three values.
    """
    low, high = head[0::2], head[1::2]
    for codec, side, other in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        scripts = sum(n for _, n in Counter(side).most_common(3))
        if 0 not in other and side.count(0) * 20 > len(side) and scripts * 10 >= len(side) * 9 > 36:
            return codec
    return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: fewer than one in ten of its characters beyond ASCII.

    In other encodings nearly all of them are broken.
    """
    text = data.decode("utf-8", "replace")
    foreign = sum(map(len, _NON_ASCII.findall(text)))
    if text.count("\ufffd") * 10 > foreign:
        return None
    return _replacing(data, "utf-8", None)


def _guess(data: bytes) -> Decoded:
    first = _HIGH_BYTE.search(data)
    start = max(0, first.start() - SAMPLE // 2) if first else 0
    codec = guess(data[start : start + SAMPLE])
    if codec is None:
        raise UnknownEncodingError("the encoding cannot be told; save the file as UTF-8")
    return _replacing(data, codec, f"encoding not stated, read as {codec.replace('_', '-')}")
