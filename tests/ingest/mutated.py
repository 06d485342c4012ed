"""Files of every format as errors and malice make them, the same for the same number."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from tests.ingest.every import FILES
from tests.ingest.samples import zipped

KINDS = tuple(FILES)
LARGEST = 1 << 20
"""Bytes that repetition makes of a file, at most."""

_PIECES = (
    b"\x00", b"\xff\xff\xff\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n", b"\n\n", b"<", b">", b"</",
    b"<!--", b"<![CDATA[", b"]]>", b"&", b"&#xD800;", b"&#0;", b'<!DOCTYPE a [<!ENTITY b "c">]>', b'"',
    b"'", b'""', b"--", b"=", b";", b",", b"\t", b"{", b"[", b"\\u0000", b"\\ud800",
    b"99999999999999999999", b"-1", b"1e999", b"0x7fffffff", b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08",
    b"WARC/1.1\r\n", b"%PDF-1.7", b"endobj", b"stream", b"From a Fri Nov 29 18:05:00 2024\n",
    b"Content-Type: multipart/mixed; boundary=x\n", b"--x\n", b"Content-Encoding: gzip\r\n",
    b"Transfer-Encoding: chunked\r\n", b"=?utf-8?b?/////w==?=", b"begin 666 a\n", b"charset=utf-7",
    b"<time datetime='2024-11-29T12:10:00Z'>", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"<table><tr><td>",
    b"<w:p>", b"<item>", b"<a:b c:d=''>",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"4294967295", b"9223372036854775808", b"9" * 400, b"1.5", b"")


def mutated(number: int) -> bytes:
    """The file of that number, of the kinds in turn."""
    random = Random(number)
    kind = KINDS[number % len(KINDS)]
    data = FILES[kind]
    if kind in _PACKED and random.random() < 0.7:
        return _PACKED[kind](random, data)
    return _changed(random, data)


def _changed(random: Random, data: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4, 8, 30))):
        data = random.choice(_CHANGES)(random, data)[:LARGEST]
    return data


def _slice(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + int(random.paretovariate(0.6)))


def _insert(random: Random, data: bytes) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_PIECES) * random.choice((1, 1, 1, 2, 500)) + data[at:]


def _replace(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    return data[:start] + random.choice(_PIECES) + data[end:]


def _noise(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    return data[:start] + random.randbytes(min(end - start, 64)) + data[end:]


def _cut(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    return data[:start] + data[end:]


def _end(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def _repeat(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    times = random.choice((2, 10, 300, 20_000))
    return data[:end] + data[start:end] * min(times, LARGEST // max(1, end - start)) + data[end:]


def _move(random: Random, data: bytes) -> bytes:
    start, end = _slice(random, data)
    rest = data[:start] + data[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _miscount(random: Random, data: bytes) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = random.choice(found)
    return data[: one.start()] + random.choice(_NUMBERS) + data[one.end() :]


def _splice(random: Random, data: bytes) -> bytes:
    other = FILES[random.choice(KINDS)]
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


_CHANGES = (_insert, _replace, _noise, _cut, _end, _repeat, _move, _miscount, _splice)


def _within_zip(random: Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(list(members))
    return zipped({**members, name: _changed(random, members[name])})


def _within_gzip(random: Random, data: bytes) -> bytes:
    return gzip.compress(_changed(random, gzip.decompress(data)), 1)


_PACKED: dict[str, Callable[[Random, bytes], bytes]] = {
    "docx": _within_zip,
    "wacz": _within_zip,
    "warc.gz": _within_gzip,
}
