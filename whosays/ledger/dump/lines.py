"""Records as lines of JSON, with a digest at the end by which a cut or changed dump is known.

A character that UTF-8 or SQL cannot hold stands there as in the ledger: as U+001A and four hex digits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from whosays.ledger.dump.codec import plain
from whosays.ledger.dump.records import KINDS, Record
from whosays.model import InputError
from whosays.model.storable import escape, unescape

FORMAT, VERSION = "whosays ledger", 1
_NAMES = {of: name for name, of in KINDS.items()}
_END = "end"
_NO_DUMP = "this is no dump of a ledger; `whosays dump` makes one"


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a dump: `where` it stands, what it calls itself, and its fields."""

    where: str
    kind: str
    fields: dict[str, Any]


def written(about: dict[str, Any], records: Iterable[Record]) -> Iterator[bytes]:
    """The lines of a dump: what it is and what it is `about`, its records, and their digest."""
    digest, count = hashlib.sha256(), 0
    for body in _bodies(about, records):
        line = _encoded(body)
        digest.update(line)
        count += 1
        yield line
    yield _encoded({"record": _END, "lines": count, "sha256": digest.hexdigest()})


def read(lines: Iterable[bytes], name: str) -> Iterator[Line]:
    """The records of a dump that sentences call `name`; those it gives hold only if it comes to the end.

    Raises InputError, which names the line, for what is no dump, is of a newer whosays, or is cut or changed.
    """
    digest, count = hashlib.sha256(), 0
    for number, line in enumerate(lines, start=1):
        where = f"{name}, line {number}"
        if number == 1 and not line.startswith(b"{"):
            raise InputError(name, _NO_DUMP)
        fields = _decoded(line, where)
        if number == 1:
            _check_first(fields, name)
        elif fields.get("record") == _END:
            _check_last(fields, count, digest.hexdigest(), where)
            return
        else:
            yield _line(fields, where)
        digest.update(line)
        count = number
    raise InputError(name, "it is empty or cut off: its last line is missing; get or make it again")


def _bodies(about: dict[str, Any], records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    yield {"format": FORMAT, "version": VERSION, **about}
    for record in records:
        yield {"record": _NAMES[type(record)], **plain(record)}


def _encoded(body: dict[str, Any]) -> bytes:
    line = _JSON.encode(body)
    try:
        held = line.encode()
    except UnicodeEncodeError:
        return _JSON.encode(_each_string(escape, body)).encode() + b"\n"
    if "\\u001a" in line or "\\u0000" in line:
        held = _JSON.encode(_each_string(escape, body)).encode()
    return held + b"\n"


_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _decoded(line: bytes, where: str) -> dict[str, Any]:
    if not line.endswith(b"\n"):
        raise InputError(where, "it is cut off; get or make the dump again")
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(where, "this is no line of JSON; get or make the dump again") from error
    if not isinstance(body, dict):
        raise InputError(where, "this is no record of a dump")
    return _each_string(unescape, body) if b"\\u001a" in line.lower() else body


def _each_string(change: Callable[[str], str], value: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_string(change, each) for each in value]
    if isinstance(value, dict):
        return {name: _each_string(change, each) for name, each in value.items()}
    return value


def _check_first(fields: dict[str, Any], name: str) -> None:
    version = fields.get("version")
    if fields.get("format") != FORMAT or type(version) is not int:
        raise InputError(name, _NO_DUMP)
    if version > VERSION:
        raise InputError(name, "this dump was written by a newer whosays; update it to load this one")


def _check_last(fields: dict[str, Any], count: int, digest: str, where: str) -> None:
    if (fields.get("lines"), fields.get("sha256")) != (count, digest):
        raise InputError(where, "the lines before are not as they were written; get or make the dump again")


def _line(fields: dict[str, Any], where: str) -> Line:
    kind = fields.pop("record", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise InputError(where, f"{kind!r:.40} is no record of a dump")
    return Line(where, kind, fields)
