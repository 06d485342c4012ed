"""Archives on processes of this machine: whatever happens on the way, the output is the same."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

import pytest

from tests.cli.readers import WordReader
from tests.scale.corpus import archived, files, lines, messages, record, shards_of, small_shards
from tests.scale.readers import POISON, Deadly, Newer, Raising, Slow, changing
from whosays.ingest import Item
from whosays.model import ReaderError, Report, UsageError
from whosays.scale import local
from whosays.scale.archive import read_archive
from whosays.scale.engine import GIVEN_UP
from whosays.scale.local import Local
from whosays.scale.shards import Shard
from whosays.scale.table import readings
from whosays.scale.work import Done, Undone

COUNT = 24


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Shard]:
    with pytest.MonkeyPatch.context() as patch:
        small_shards(patch)
        return shards_of(lines(tmp_path_factory.mktemp("in") / "reports.jsonl", COUNT))


@pytest.fixture(scope="module")
def undisturbed(shards: Sequence[Shard], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    assert len(archived(shards, out, WordReader)) == len(shards) > 4
    return out


def test_the_readings_are_those_of_the_reader(shards: Sequence[Shard], undisturbed: Path) -> None:
    reports = [item for shard in shards for item in shard.items() if isinstance(item, Report)]
    assert [report.id for report in reports] == [f"r{number}" for number in range(COUNT)]
    expected = {report.id: WordReader().read(report) for report in reports}
    assert {found.report.id: found for found in readings(undisturbed)} == expected
    assert all(found.claims for found in expected.values())


def test_what_is_done_is_not_touched_again(shards: Sequence[Shard], undisturbed: Path) -> None:
    before = {path: path.stat() for path in undisturbed.rglob("*")}
    assert archived(shards, undisturbed, WordReader) == {}
    assert {path: path.stat().st_mtime_ns for path in undisturbed.rglob("*")} == {
        path: found.st_mtime_ns for path, found in before.items()
    }


def test_an_interrupted_run_goes_on_where_it_was(
    shards: Sequence[Shard], undisturbed: Path, tmp_path: Path
) -> None:
    path, out = Path(shards[0].path), tmp_path / "out"
    code = (
        "import pytest; from pathlib import Path; from tests.scale import corpus, readers\n"
        "from whosays.scale.local import Local\n"
        "corpus.small_shards(pytest.MonkeyPatch())\n"
        f"corpus.archived(corpus.shards_of(Path({str(path)!r})), Path({str(out)!r}), readers.Slow, Local(1))"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        while len(list(out.glob("readings/*"))) < 2:
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    time.sleep(1)  # its workers end with the shard that they are at
    before = {found: found.stat() for found in out.glob("readings/*")}
    assert 2 <= len(before) < len(shards)
    assert len(archived(shards, out, WordReader)) == len(shards) - len(before)
    assert files(out) == files(undisturbed)
    assert {found: found.stat().st_mtime_ns for found in before} == {
        found: state.st_mtime_ns for found, state in before.items()
    }


def test_a_report_that_cannot_be_read_is_set_aside_with_its_reason(
    shards: Sequence[Shard], undisturbed: Path, tmp_path: Path
) -> None:
    done = archived(shards, tmp_path, Raising).values()
    assert sum(found.readings for found in done if isinstance(found, Done)) == COUNT - 1
    assert messages(tmp_path) == [
        {
            "kind": "error",
            "item": 4,
            "where": f"{shards[0].path}, {POISON}",
            "why": "ValueError: a clause too far",
        }
    ]
    assert ids(tmp_path) == ids(undisturbed) - {POISON}


def test_a_report_that_ends_its_process_is_set_aside_alone(
    shards: Sequence[Shard], undisturbed: Path, tmp_path: Path
) -> None:
    archived(shards, tmp_path, Deadly, Local(1))
    assert [message["why"] for message in messages(tmp_path)] == ["reading it ends the process"]
    assert ids(tmp_path) == ids(undisturbed) - {POISON}
    assert list((tmp_path / "work").iterdir()) == []


def test_processes_killed_at_random_cost_nothing(
    shards: Sequence[Shard], undisturbed: Path, tmp_path: Path
) -> None:
    done = 0
    for done, _ in enumerate(read_archive(shards, tmp_path, Local(2), Slow), 1):
        if done <= 2:
            time.sleep(random.random() / 20)
            random.choice(active_children()).kill()
    assert done == len(shards)
    assert files(tmp_path) == files(undisturbed)


def test_a_shard_on_which_processes_die_without_end_is_given_up_and_the_rest_goes_on(
    shards: Sequence[Shard], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "MOST_DEATHS", 2)
    found = archived(shards, tmp_path, Deadly, Local(1))
    assert [shard for shard, outcome in found.items() if outcome == GIVEN_UP] == [shards[0]]
    assert len(archived(shards, tmp_path, WordReader)) == 1


def test_a_file_that_is_gone_or_changed_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    paths = [lines(tmp_path / f"{name}.jsonl", 2) for name in ("gone", "changed", "stays")]
    shards, out = shards_of(*paths), tmp_path / "out"
    paths[0].unlink()
    lines(paths[1], 3)
    assert set(archived(shards, out, WordReader).values()) == {
        Undone("no such file or directory"),
        Undone("changed since the run began"),
        Done(2, 0, 0),
    }
    assert len(archived(shards_of(*paths[1:]), out, WordReader)) == 1


def test_what_was_read_of_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path, out = lines(tmp_path / "reports.jsonl", 3), tmp_path / "out"
    archived(shards_of(path), out, WordReader)
    lines(path, 2)
    archived(shards_of(path), out, WordReader)
    assert ids(out) == {"r0", "r1"}


def test_a_file_more_is_read_beside_the_others(tmp_path: Path) -> None:
    path, out = lines(tmp_path / "reports.jsonl", 3), tmp_path / "out"
    archived(shards_of(path), out, WordReader)
    assert len(archived(shards_of(lines(tmp_path / "more.jsonl", 5)), out, WordReader)) == 1
    assert ids(out) == {f"r{number}" for number in range(5)}


def test_readings_by_two_readers_do_not_share_a_folder(shards: Sequence[Shard], undisturbed: Path) -> None:
    with pytest.raises(UsageError, match=r"holds readings by words 1 .* not by words 2 .* another folder"):
        archived(shards, undisturbed, Newer)


def test_a_worker_with_another_reader_is_told(shards: Sequence[Shard], tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"a worker reads with words \d+, not words \d+; install"):
        archived(shards, tmp_path, changing, Local(1))
    assert active_children() == []


def test_a_folder_with_another_manifest_is_refused(shards: Sequence[Shard], tmp_path: Path) -> None:
    for manifest in ("[]", "{", '{"name": "my-app"}'):
        (tmp_path / "manifest.json").write_text(manifest)
        with pytest.raises(UsageError, match=r"manifest.json: no manifest of an archive"):
            archived(shards, tmp_path, WordReader)


def test_what_should_be_known_of_a_report_is_kept_beside_it(tmp_path: Path) -> None:
    french = (
        "Le porte-parole a dit que deux agriculteurs sont morts dans le village pendant la nuit de vendredi."
    )
    reports = [record(0), {**record(1), "text": french}, {"id": "r2"}]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, reports)))
    assert [*archived(shards_of(path), tmp_path / "out", WordReader).values()] == [Done(2, 1, 1)]
    assert [(found["kind"], found["why"]) for found in messages(tmp_path / "out")] == [
        ("error", '"text" is missing or empty; a report needs one'),
        ("note", "in “fr”: kept, but only English is read"),
    ]


def test_a_file_that_is_none_of_reports_is_told(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert [*archived(shards_of(path), tmp_path / "out", WordReader).values()] == [Done(0, 1, 0)]
    (told,) = messages(tmp_path / "out")
    assert told["where"] == str(path)
    assert told["why"].startswith("this is a PNG image; only ")


def test_a_fault_in_taking_a_file_in_ends_its_shard_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Shard.items

    def items(shard: Shard) -> Iterator[Item]:
        yield from islice(plain(shard), 1)
        if shard.path.endswith("bad.jsonl"):
            raise ValueError("no end of it")

    monkeypatch.setattr(Shard, "items", items)
    paths = [lines(tmp_path / name, 3) for name in ("bad.jsonl", "good.jsonl")]
    assert [*archived(shards_of(*paths), tmp_path / "out", WordReader).values()] == [
        Done(1, 1, 0),
        Done(1, 0, 0),
    ]
    (told,) = messages(tmp_path / "out")
    assert (told["where"], told["why"]) == (str(paths[0]), "ValueError: no end of it; the rest is not read")


def ids(out: Path) -> set[str]:
    return {found.report.id for found in readings(out)}
