"""JSON Lines of reports."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.ingest.item import Item, Notice, Stated
from whosays.ingest.jsonl import read
from whosays.model import InputError, Report

UNSTATED = Stated()


def read_lines(*lines: bytes, stated: Stated = UNSTATED) -> list[Item]:
    data = b"".join(line if line.endswith(b"\n") else line + b"\n" for line in lines)
    return list(read(io.BytesIO(data), "r.jsonl", stated))


def only_report(line: bytes, stated: Stated = UNSTATED) -> Report:
    (item,) = read_lines(line, stated=stated)
    assert isinstance(item, Report)
    return item


def test_every_field_is_taken() -> None:
    line = json.dumps(
        {
            "id": "hp-7",
            "text": "Shells fell on the market of Marwa.",
            "published": "2024-11-29T18:05:00Z",
            "publisher": "Harbour Post",
            "title": "Shells on Marwa",
            "url": "https://harbourpost.example/7",
            "section": "ignored",
        }
    )
    assert only_report(line.encode()) == Report(
        text="Shells fell on the market of Marwa.",
        given_id="hp-7",
        title="Shells on Marwa",
        publisher="Harbour Post",
        published=datetime(2024, 11, 29, 18, 5, tzinfo=UTC),
        url="https://harbourpost.example/7",
        language="en",
    )


@pytest.mark.parametrize(
    "line",
    [
        b'{"text": "a"}',
        b'\xef\xbb\xbf{"text": "a"}',
        b'{"text": "a"}\r\n',
        b'{"text": "first", "text": "a"}',
        b'{"text": "a", "id": null, "title": "", "publisher": " ", "published": "", "url": null}',
    ],
)
def test_all_but_the_text_may_be_missing(line: bytes) -> None:
    assert only_report(line) == Report(text="a")


def test_a_whole_number_is_an_id() -> None:
    assert only_report(b'{"id": 1924, "text": "a"}').id == "1924"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"not json", "not JSON at character 1: Expecting value"),
        (b'{"text": "a"', "not JSON at character 13: Expecting ',' delimiter"),
        (b'{"text": "a}', "not JSON at character 10: Unterminated string starting at"),
        (b"[1, 2]", 'not a JSON object; write {"text": "..."}'),
        (b'"text"', 'not a JSON object; write {"text": "..."}'),
        (b"[" * 100_000, "not JSON that can be read: a number too long or nested too deep"),
        (
            b'{"text": "a", "n": ' + b"9" * 5000 + b"}",
            "not JSON that can be read: a number too long or nested too deep",
        ),
        (b'{"text": "caf\xe9"}', "byte 14 is not UTF-8; save the file as UTF-8"),
        (b"{}", '"text" is missing or empty; a report needs one'),
        (b'{"text": null}', '"text" is missing or empty; a report needs one'),
        (b'{"text": " \\n"}', '"text" is missing or empty; a report needs one'),
        (b'{"text": 5}', '"text" must be a string, not a number'),
        (b'{"text": ["a"]}', '"text" must be a string, not an array'),
        (b'{"text": "a", "title": {}}', '"title" must be a string, not an object'),
        (b'{"text": "a", "publisher": true}', '"publisher" must be a string, not true or false'),
        (b'{"text": "a", "id": 1.5}', '"id" must be a string, not a number'),
        (b'{"text": "a", "id": false}', '"id" must be a string, not true or false'),
        (b'{"text": "a", "published": 20241129}', '"published" must be a string, not a number'),
        (
            b'{"text": "a", "published": "29/11/2024"}',
            "\"published\" '29/11/2024' is no date; write YYYY-MM-DD or an ISO 8601 date and time",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, why: str) -> None:
    before, bad, after = read_lines(b'{"text": "a"}', line, b'{"text": "b"}')
    assert (before, after) == (Report(text="a"), Report(text="b"))
    assert isinstance(bad, InputError)
    assert str(bad) == f"r.jsonl, line 2: {why}"


def test_blank_lines_are_skipped_and_counted() -> None:
    first, second = read_lines(b"\n", b'{"text": "a"}\n', b"  \r\n", b"oops")
    assert first == Report(text="a")
    assert str(second).startswith("r.jsonl, line 4: ")


@pytest.mark.parametrize(
    ("published", "why"), [("2999-01-01", "in the future"), ("1024-11-29", "before 1800")]
)
def test_an_unlikely_day_is_told_and_taken(published: str, why: str) -> None:
    notice, report = read_lines(json.dumps({"text": "a", "published": published}).encode())
    assert notice == Notice("r.jsonl, line 1", f"published {published} is {why}; taken as it is")
    assert report == Report(text="a", published=date.fromisoformat(published))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"text": "a\\ud800b"}', Report(text="a\ufffdb")),
        (b'{"text": "a", "title": "\\udcff"}', Report(text="a", title="\ufffd")),
        (b'{"text": "a", "id": "x\\udfff"}', Report(text="a", given_id="x\ufffd")),
    ],
)
def test_half_a_surrogate_pair_is_replaced_and_told(line: bytes, expected: Report) -> None:
    notice, report = read_lines(line)
    assert isinstance(notice, Notice)
    assert report == expected


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert only_report(b'{"text": "\\ud83d\\ude80"}').text == "🚀"


def test_what_is_stated_fills_gaps_only() -> None:
    stated = Stated(date(2024, 1, 2), "Harbour Post")
    assert only_report(b'{"text": "a"}', stated) == Report(
        text="a", published=date(2024, 1, 2), publisher="Harbour Post"
    )
    own = b'{"text": "a", "published": "2024-11-29", "publisher": "River Post"}'
    assert only_report(own, stated) == Report(text="a", published=date(2024, 11, 29), publisher="River Post")


WRITABLE = st.characters(exclude_categories=["Cs"])


@given(st.text(WRITABLE, min_size=1).filter(str.strip), st.booleans())
def test_the_text_survives_to_the_character(text: str, escaped: bool) -> None:
    line = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    assert only_report(line).text == text


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values, max_size=2) | st.dictionaries(st.text(max_size=3), values, max_size=2),
    max_leaves=4,
)
FIELDS = st.sampled_from(["id", "text", "published", "publisher", "title", "url"])


@given(st.dictionaries(FIELDS, JSON_VALUES))
def test_any_object_is_a_report_or_an_error_that_names_the_line(record: dict[str, object]) -> None:
    items = read_lines(json.dumps(record).encode())
    assert len([i for i in items if isinstance(i, Report | InputError)]) == 1
    for item in items:
        if isinstance(item, Report):
            json.dumps([item.text, item.title, item.id], ensure_ascii=False).encode()
        else:
            assert str(item).startswith("r.jsonl, line 1: ")


@given(st.binary(max_size=80))
def test_any_line_leaves_the_next_one_whole(line: bytes) -> None:
    assert read_lines(line, b'{"text": "next"}')[-1] == Report(text="next")
