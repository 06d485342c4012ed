"""`whosays dump` and `whosays load`: a ledger moves in one file."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.scenes import ALL, COURIER, POST, put
from whosays.cli.main import app
from whosays.ledger import Ledger


@pytest.fixture
def kept(empty_file: Path, tmp_path: Path) -> Path:
    """A ledger with a few reports."""
    path = Path(shutil.copy(empty_file, tmp_path / "kept.db"))
    with Ledger.open(path) as ledger:
        put(ledger, *ALL)
    return path


def run(ledger: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--ledger", str(ledger)])


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
def test_what_is_dumped_is_loaded(kept: Path, tmp_path: Path, name: str) -> None:
    file, new = tmp_path / name, tmp_path / "new.db"
    assert run(kept, "dump", "-o", file).exit_code == 0
    assert file.read_bytes().startswith(b"\x1f\x8b") is name.endswith(".gz")
    loaded = run(new, "load", file)
    assert (loaded.exit_code, loaded.stdout) == (0, f"{file}: 7 reports, 7 readings, 0 judgements added\n")
    again = tmp_path / f"again-{name}"
    assert run(new, "dump", "--output", again).exit_code == 0
    assert again.read_bytes() == file.read_bytes()
    assert run(new, "load", file).stdout == f"{file}: 0 reports, 0 readings, 0 judgements added\n"
    assert sorted(tmp_path.glob("*.part")) == []


def test_without_a_file_it_goes_to_the_output(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    run(kept, "dump", "-o", file)
    assert run(kept, "dump").stdout_bytes == file.read_bytes()


def test_without_a_ledger_what_was_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("an older dump", encoding="utf-8")
    missing = run(tmp_path / "none.db", "dump", "-o", file)
    assert (missing.exit_code, "none.db: there is no ledger" in missing.stderr) == (1, True)
    assert file.read_text(encoding="utf-8") == "an older dump"


def test_a_dump_that_breaks_off_leaves_what_was_there(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    run(kept, "dump", "-o", file)
    before = file.read_bytes()
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE compared RENAME TO gone")
        connection.execute("CREATE TABLE compared (incident TEXT)")
    broken = run(kept, "dump", "-o", file)
    assert (broken.exit_code, "the database says" in broken.stderr) == (1, True)
    assert file.read_bytes() == before
    assert sorted(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "all.jsonl: it is empty or cut off"),
        (b"id,title\n", "all.jsonl: this is no dump of a ledger; `whosays dump` makes one"),
        (gzip.compress(b"x" * 999, mtime=0)[:-9], "all.jsonl: it is cut off or damaged"),
        (b"\x1f\x8b\x00\x00", "all.jsonl: it is cut off or damaged"),
        (
            b'{"format":"whosays ledger","version":99}\n',
            "all.jsonl: this dump was written by a newer whosays",
        ),
    ],
)
def test_what_is_no_whole_dump_is_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "all.jsonl"
    file.write_bytes(content)
    result = run(tmp_path / "new.db", "load", file)
    assert (result.exit_code, said in result.stderr.replace("\n", " ")) == (1, True), result.stderr


def test_a_ledger_with_others_gets_what_it_lacks(kept: Path, empty_file: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "all.jsonl", Path(shutil.copy(empty_file, tmp_path / "other.db"))
    with Ledger.open(other) as ledger:
        put(ledger, POST, COURIER)
    run(kept, "dump", "-o", file)
    assert "5 reports, 5 readings, 0 judgements added" in run(other, "load", file).stdout
