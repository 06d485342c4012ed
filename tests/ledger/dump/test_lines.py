"""Lines of a dump: to the character, and known when they are cut, changed, or of another program."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.readings import texts
from whosays.ledger.dump.codec import noun
from whosays.ledger.dump.lines import VERSION, read, written
from whosays.ledger.dump.records import IncidentRecord, ReportRecord
from whosays.model import InputError, Report

AT = datetime(2031, 3, 8, tzinfo=UTC)


def dump(*reports: Report) -> list[bytes]:
    return list(written({"readers": []}, [ReportRecord(report, AT) for report in reports]))


@given(st.lists(texts, max_size=3))
def test_any_text_comes_back_to_the_character(found: list[str]) -> None:
    reports = [Report(text, title=text[::-1]) for text in found]
    lines = dump(*reports)
    assert all(line.decode().count("\n") == 1 for line in lines)
    records = [noun(ReportRecord, line.fields) for line in read(lines, "a dump")]
    assert [record.report for record in records] == reports


def test_lines_are_utf8_and_the_last_vouches_for_the_others() -> None:
    lines = dump(Report("قصف في مروة", published=date(2031, 3, 8)))
    assert "قصف في مروة".encode() in lines[1]
    last = json.loads(lines[-1])
    assert last == {"record": "end", "lines": 2, "sha256": hashlib.sha256(b"".join(lines[:-1])).hexdigest()}


def changed(number: int, line: bytes) -> Callable[[Sequence[bytes]], list[bytes]]:
    return lambda lines: [*lines[:number], line, *lines[number + 1 :]]


def first(**fields: Any) -> Callable[[Sequence[bytes]], list[bytes]]:
    return changed(0, json.dumps({"format": "whosays ledger", "version": VERSION, **fields}).encode() + b"\n")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda _: [], "a dump: it is empty or cut off: its last line is missing"),
        (lambda lines: lines[:-1], "a dump: it is empty or cut off: its last line is missing"),
        (
            lambda lines: [lines[0], *lines[2:]],
            "a dump, line 3: the lines before are not as they were written",
        ),
        (lambda lines: [lines[0], *lines], "a dump, line 2: None is no record of a dump"),
        (first(), "a dump, line 4: the lines before are not as they were written"),
        (first(version=VERSION + 1), "a dump: this dump was written by a newer whosays; update it to load"),
        (first(version="1"), "a dump: this is no dump of a ledger"),
        (first(format="whosays reading"), "a dump: this is no dump of a ledger"),
        (changed(0, b"id,name\n"), "a dump: this is no dump of a ledger; `whosays dump` makes one"),
        (changed(1, b"{\n"), "a dump, line 2: this is no line of JSON"),
        (changed(1, b"\xff\n"), "a dump, line 2: this is no line of JSON"),
        (changed(1, b"[" * 100_000 + b"\n"), "a dump, line 2: this is no line of JSON"),
        (changed(1, b"[]\n"), "a dump, line 2: this is no record of a dump"),
        (changed(1, b'{"record":"user"}\n'), "a dump, line 2: 'user' is no record of a dump"),
        (changed(1, b'{"record":[]}\n'), "a dump, line 2: [] is no record of a dump"),
        (changed(1, b'{"record":"report"}'), "a dump, line 2: it is cut off"),
    ],
)
def test_what_is_damaged_is_one_sentence(damage: Callable[[list[bytes]], list[bytes]], said: str) -> None:
    with pytest.raises(InputError) as error:
        list(read(damage(dump(Report("one"), Report("two"))), "a dump"))
    assert said in str(error.value)


def test_numbers_that_json_does_not_have_are_not_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        list(written({"share": float("nan")}, [IncidentRecord("ab", disputed=True)]))
