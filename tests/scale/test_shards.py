"""Stretches of files: each report is in one of them, whatever its length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.ingest.samples import capture, gzipped, web_page
from tests.scale.corpus import lines, record, shards_of, small_shards
from whosays.model import InputError, Report
from whosays.scale.shards import Shard, cut

COUNT = 24
DATED = "<meta property='article:published_time' content='2024-11-29'>"
PRETENDER = "\n\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://riverpost.example/forged\r\n"


def pages() -> list[bytes]:
    """Records of pages, one of which holds what looks like another record."""
    bodies = [f"<p>Guns shelled {record(number)['text']}</p>" * 3 for number in range(COUNT)]
    bodies[7] += f"<pre>{PRETENDER}Content-Length: 5\r\n\r\nHTTP/</pre>"
    return [
        capture(web_page(meta=DATED, body=body), url=f"https://riverpost.example/r{number}")
        for number, body in enumerate(bodies)
    ]


def warc(path: Path) -> Path:
    path.write_bytes(b"".join(pages()))
    return path


def packed_warc(path: Path) -> Path:
    path.write_bytes(gzipped(*pages()))
    return path


def parquet(path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist([record(number) for number in range(COUNT)]), path, row_group_size=4)
    return path


@pytest.mark.parametrize("write", [lambda path: lines(path, COUNT), warc, packed_warc, parquet])
@pytest.mark.parametrize("length", [1, 50, 1000, 3000])
def test_stretches_hold_each_report_once_and_in_order(
    write: Callable[[Path], Path], length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "reports")
    (whole,) = shards_of(path)
    expected = [item for item in whole.items() if isinstance(item, Report)]
    assert len(expected) == COUNT
    small_shards(monkeypatch, max(length, path.stat().st_size // 200))
    found = shards_of(path)
    assert len(found) > 1
    assert list(chain.from_iterable(shard.items() for shard in found)) == expected


def test_files_that_cannot_be_opened_are_told_among_the_others(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", 1)
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "sub").mkdir()
    lines(tmp_path / "sub" / "b.jsonl", 1)
    found = list(cut([tmp_path / "missing.jsonl", tmp_path]))
    assert [Path(shard.path).name for shard in found if isinstance(shard, Shard)] == ["a.jsonl", "b.jsonl"]
    (error,) = [str(item) for item in found if isinstance(item, InputError)]
    assert error == f"{tmp_path / 'missing.jsonl'}: no such file or directory"


def test_what_no_stretch_can_be_read_of_is_one_shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_shards(monkeypatch, 1)
    for name, data in {
        "a.txt": b"Guns shelled Marwa.",
        "b.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "c": b"",
    }.items():
        (tmp_path / name).write_bytes(data)
    assert [Path(shard.path).name for shard in shards_of(tmp_path)] == ["a.txt", "b.png", "c"]


def test_a_shard_is_another_when_its_file_is(tmp_path: Path) -> None:
    (before,) = shards_of(lines(tmp_path / "a.jsonl", 1))
    (again,) = shards_of(tmp_path / "a.jsonl")
    (after,) = shards_of(lines(tmp_path / "a.jsonl", 2))
    assert before.id == again.id != after.id
