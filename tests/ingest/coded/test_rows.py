"""Files to rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.coded.tables import ACLED, items, write_csv
from whosays.ingest.coded.rows import Row, rows
from whosays.model import InputError, Reading

COLUMNS = ("id", "day", "what")


def found(folder: Path, data: bytes) -> list[object]:
    """Rows as their line and values, complaints as what they say after the file's name."""
    path = folder / "t"
    path.write_bytes(data)
    return [
        (item.line, item.values) if isinstance(item, Row) else str(item).removeprefix(str(path))
        for item in rows(path, COLUMNS)
    ]


ONE = [("id", "1"), ("day", "2008-03-07"), ("what", "raid")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,day,what\n1,2008-03-07,raid\n", [(2, ONE)]),
        (b"\xef\xbb\xbfid,day,what\r\n1,2008-03-07,raid", [(2, ONE)]),
        (b"id;day;what\n1;2008-03-07;raid\n", [(2, ONE)]),
        (b"id\tday\twhat\n\n1\t2008-03-07\traid\n\t\t\n", [(3, ONE)]),
        ("id,day,what\n1,2008-03-07,raid\n".encode("utf-16"), [(2, ONE)]),
        (
            b'"id","day","what"\n"1","2008-03-07","a ""raid"",\nat night"\n1,2008-03-07,raid\n',
            [(2, [*ONE[:2], ("what", 'a "raid",\nat night')]), (4, ONE)],
        ),
        (b"ID,Day,WHAT\n1,2008-03-07,raid\n", [(2, [("ID", "1"), ("Day", "2008-03-07"), ("WHAT", "raid")])]),
        (b'{"id": 1, "day": "2008-03-07", "what": "raid"}\n', [(1, ONE)]),
        (b'\n \n{"id": 1}\n', [(3, [("id", "1")])]),
        (b"\n\nid,day,what\n1,2008-03-07,raid\n", [(4, ONE)]),
        (
            b'{"id": 1, "n": {"low": 2, "deep": {"x": true}}, "who": ["a", null, "b"], "none": null}',
            [(1, [("id", "1"), ("n.low", "2"), ("n.deep.x", "true"), ("who", "a"), ("who", "b")])],
        ),
    ],
)
def test_tables_are_told_apart_by_content(tmp_path: Path, data: bytes, expected: list[object]) -> None:
    assert found(tmp_path, data) == expected


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", ": the file is empty; name one with rows"),
        (b" \n\n", ": the file is empty; name one with rows"),
        (b'[{"id": 1}]', ": this is one JSON array; write each of its objects on a line of its own"),
        (
            b"a,b\n1,2\n",
            ": has none of the columns that the map names (id, day, what …); name another map",
        ),
        (b"\xff\xfea", ": its byte order mark is not that of the rest; save the file as UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_a_sentence(tmp_path: Path, data: bytes, complaint: str) -> None:
    assert found(tmp_path, data) == [complaint]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (error,) = rows(tmp_path / "none.csv", COLUMNS)
    assert str(error) == f"{tmp_path}/none.csv: no such file or directory"


def test_missing_columns_are_told_before_the_rows(tmp_path: Path) -> None:
    notice, row = found(tmp_path, b"id,what\n1,raid\n")
    assert notice == ": has no column day, which the map names; taken without"
    assert row == (2, [("id", "1"), ("what", "raid")])


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"2,raid", "2 cells under a header of 3; check its quotation marks"),
        (b"2,2008-03-07,raid,extra", "4 cells under a header of 3; check its quotation marks"),
        (b"2,2008-03-07,caf\xe9", "is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_broken_line_of_csv_costs_itself_alone(tmp_path: Path, bad: bytes, why: str) -> None:
    data = b"id,day,what\n1,2008-03-07,raid\n" + bad + b"\n1,2008-03-07,raid\n"
    assert found(tmp_path, data) == [(2, ONE), f", line 3: {why}", (4, ONE)]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"oops", "not JSON at character 1: Expecting value"),
        (b"[1]", "not a JSON object; write one row a line as {...}"),
        (b'{"id": "caf\xe9"}', "is not UTF-8; save the file as UTF-8"),
        (
            b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
            "not JSON that can be read: a number too long or nested too deep",
        ),
    ],
)
def test_a_broken_line_of_json_costs_itself_alone(tmp_path: Path, bad: bytes, why: str) -> None:
    good = b'{"id": 1, "day": "2008-03-07", "what": "raid"}\n'
    assert found(tmp_path, good + bad + b"\n" + good) == [(1, ONE), f", line 2: {why}", (3, ONE)]


def test_an_open_quotation_mark_is_told_with_the_line_where_it_began(tmp_path: Path) -> None:
    data = b'id,day,what\n1,"2008-03-07,raid\n1,2008-03-07,raid\n'
    assert found(tmp_path, data) == [", line 2: 2 cells under a header of 3; check its quotation marks"]


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_sentences(data: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, "t")
        path.write_bytes(data)
        for item in rows(path, COLUMNS):
            if isinstance(item, InputError):
                assert "\n" not in item.why


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_whole_table_is_read_however_it_was_saved(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = write_csv(
        tmp_path / "a.csv", {**ACLED, "location": "Ḥāss"}, delimiter=delimiter, encoding=encoding
    )
    (found_,) = items(table, "acled")
    assert isinstance(found_, Reading)
    assert found_.claims[0].place is not None
    assert found_.claims[0].place.name == "Ḥāss"
