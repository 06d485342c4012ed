"""JSON Lines of reports: `{"id", "text", "published", "publisher", "title", "url"}`, all but text optional.

The text is taken to the character. Only a lone surrogate escape ("\\ud800"), which no output could
write, becomes U+FFFD, and a notice says so. Of a key given twice the last counts, unknown keys are
ignored, and an id may be a whole number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from whosays.ingest.encoding import without_surrogates
from whosays.ingest.item import WHOLE, Item, Notice, Stated, Stretch, finished
from whosays.ingest.lines import lines
from whosays.ingest.published import parse_published
from whosays.model import InputError, Published, Report

_JSON_NAMES = {bool: "true or false", int: "a number", float: "a number", list: "an array", dict: "an object"}


LARGEST_LINE = 1 << 24
"""Bytes of a line: 16 MiB, more than the longest text takes with every character escaped."""


def read(file: BinaryIO, where: str, stated: Stated, stretch: Stretch = WHOLE) -> Iterator[Item]:
    """The reports of the file `where`, and an InputError in the place of each line that holds none.

    Those of lines that begin in a `stretch` of it, and are numbered from there. What is `stated` fills the
    gaps: a line's own day and outlet win.
    """
    for number, line in enumerate(lines(file, LARGEST_LINE, stretch), 1):
        if not line.strip():
            continue
        if len(line) > LARGEST_LINE:
            yield InputError(
                f"{where}, line {number}", f"more than {LARGEST_LINE >> 20} MiB are too much for one line"
            )
            continue
        try:
            yield from _report(line.rstrip(b"\r\n"), f"{where}, line {number}", stated)
        except InputError as error:
            yield error


def _report(line: bytes, where: str, stated: Stated) -> Iterator[Item]:
    record = _object(line, where)
    raw = {
        key: _string(record, key, where) for key in ("text", "id", "published", "publisher", "title", "url")
    }
    clean = {key: without_surrogates(value) if value else None for key, value in raw.items()}
    if any(clean[key] != value for key, value in raw.items() if value):
        yield Notice(where, "half a surrogate pair is no character; replaced by U+FFFD")
    report = Report(
        text=_text(clean["text"], where),
        given_id=clean["id"],
        title=clean["title"],
        publisher=clean["publisher"] or stated.publisher,
        published=_published(clean["published"], where) or stated.published,
        url=clean["url"],
    )
    yield from finished(report, where)


def _object(line: bytes, where: str) -> dict[str, object]:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(where, f"byte {error.start + 1} is not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(where, f"not JSON at character {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(where, "not JSON that can be read: a number too long or nested too deep") from error
    if not isinstance(found, dict):
        raise InputError(where, 'not a JSON object; write {"text": "..."}')
    return found


def _string(record: dict[str, object], key: str, where: str) -> str | None:
    """The value of `key`, None when it is absent, null or blank."""
    value = record.get(key)
    if key == "id" and type(value) is int:
        return str(value)
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    raise InputError(where, f'"{key}" must be a string, not {_JSON_NAMES[type(value)]}')


def _text(text: str | None, where: str) -> str:
    if text is None:
        raise InputError(where, '"text" is missing or empty; a report needs one')
    return text


def _published(value: str | None, where: str) -> Published:
    try:
        return parse_published(value) if value else None
    except ValueError as error:
        raise InputError(where, f'"published" {error}') from error
