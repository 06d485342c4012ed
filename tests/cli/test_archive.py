"""`whosays archive` and `whosays add` of what it wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.readers import WordReader
from tests.scale.corpus import Here, files, lines
from tests.scale.readers import Raising
from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.pipeline import Pipeline
from whosays.scale import local


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick reader, in this process."""
    monkeypatch.setattr(Pipeline, "default", WordReader)
    monkeypatch.setattr(local, "Local", lambda _workers: Here())


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_an_archive_goes_to_a_folder_and_from_there_into_a_ledger(tmp_path: Path) -> None:
    source, out, ledger = lines(tmp_path / "in.jsonl", 5), tmp_path / "out", tmp_path / "a.db"
    done = run("archive", source, "--out", out)
    assert done.exit_code == 0
    assert done.stdout == f"{out}: 5 reports read in 1 shards, 0 shards known already\n"
    assert "1 of 1 shards, 5 reports, " in done.stderr
    assert " a second: " in done.stderr
    again = run("archive", source, "--out", out)
    assert again.stdout == f"{out}: 0 reports read in 0 shards, 1 shards known already\n"

    for told in (
        "5 reports added with 5 claims, 0 known already",
        "0 reports added with 0 claims, 5 known already",
    ):
        added = run("add", out, "--ledger", ledger)
        assert added.exit_code == 0
        assert added.stdout.splitlines()[-1] == told
    with Ledger.open(ledger) as opened:
        assert {found.report.id for found in opened.claims()} == {f"r{number}" for number in range(5)}


def test_archives_and_reports_are_added_together(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("archive", lines(tmp_path / "in.jsonl", 2), "--out", out)
    added = run("add", out, lines(tmp_path / "more.jsonl", 3), "--ledger", tmp_path / "a.db")
    assert added.stdout.splitlines()[-1] == "3 reports added with 3 claims, 2 known already"


def test_what_went_wrong_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pipeline, "default", Raising)
    source, out = lines(tmp_path / "in.jsonl", 5), tmp_path / "out"
    done = run("archive", tmp_path / "no\x1b[2Jne.jsonl", source, "--out", out)
    assert done.exit_code == 1
    assert "ne.jsonl: no such file or directory" in done.stderr
    assert "\x1b" not in done.stderr
    assert done.stdout.endswith(f"0 shards known already; 1 errors and 0 notes in {out / 'messages'}\n")
    assert len(files(out)) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--engine", "dask"], "--engine dask needs --scheduler, and nothing else does"),
        (["--scheduler", "tcp://10.0.0.5:8786"], "--engine dask needs --scheduler, and nothing else does"),
        (["sub", "--out", "sub/out"], "--out sub/out lies in what is to be read; name a folder elsewhere"),
    ],
)
def test_wrong_usage(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("archive", "in.jsonl", "--out", "out", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_without_its_libraries_what_to_install_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosays.cli.archive.find_spec", lambda _name: None)
    done = run("archive", lines(tmp_path / "in.jsonl", 1), "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert 'pip install "whosays[archive]"' in done.stderr


def test_a_damaged_file_of_readings_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("archive", lines(tmp_path / "in.jsonl", 2), "--out", out)
    (path,) = (out / "readings").iterdir()
    path.write_bytes(path.read_bytes()[:100])
    added = run("add", out, "--ledger", tmp_path / "a.db")
    assert added.exit_code == 1
    assert f"{path}: no table of readings; delete it and run `whosays archive` again" in added.stderr
