"""`whosays add`: what is acknowledged is in the ledger, once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.readings import READER, TEXT, reading, report
from whosays.cli.add import TITLE, Clerk, shorten
from whosays.cli.main import app
from whosays.ledger import Ledger, sqlite
from whosays.model import Reading, Report
from whosays.pipeline import Pipeline


class FakePipeline:
    """Reads one claim in any report that contains `TEXT`, and remembers what it has read."""

    name = READER

    def __init__(self) -> None:
        self.titles: list[str | None] = []

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        for each in reports:
            self.titles.append(each.title)
            yield reading(each)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setattr(Pipeline, "default", lambda: fake)
    return fake


def add(folder: Path, *arguments: str | Path) -> Result:
    ledger = ["--ledger", str(folder / "test.db")]
    return CliRunner().invoke(app, ["add", *map(str, arguments), *ledger])


def lines_of(path: Path, *reports: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in reports))
    return path


def numbered(count: int) -> list[dict[str, object]]:
    return [{"id": f"r{n}", "text": f"{TEXT} No. {n}.", "title": f"Report {n}"} for n in range(count)]


def test_each_report_is_acknowledged_and_a_summary_ends_it(tmp_path: Path, pipeline: FakePipeline) -> None:
    result = add(tmp_path, lines_of(tmp_path / "in.jsonl", *numbered(2)))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "added r0 1 claim  Report 0",
        "added r1 1 claim  Report 1",
        "2 reports added with 2 claims, 0 known already",
    ]
    with Ledger.open(tmp_path / "test.db", create=False) as ledger:
        assert [ledger.reading(f"r{n}").report.title for n in range(2)] == pipeline.titles


def test_an_acknowledged_report_is_in_the_ledger(tmp_path: Path, pipeline: FakePipeline) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger, Ledger.open(tmp_path / "test.db") as other:
        added = [report(text=f"{TEXT} No. {n}.") for n in range(5)]
        seen: list[bool] = []

        def tell(_: str) -> None:
            seen.append(other.has(added[len(seen)], READER))

        Clerk(ledger, tell).take(added, pipeline)  # type: ignore[arg-type]
    assert seen == [True] * 5


def test_a_second_run_reads_nothing_and_changes_nothing(tmp_path: Path, pipeline: FakePipeline) -> None:
    source = lines_of(tmp_path / "in.jsonl", *numbered(3))
    add(tmp_path, source)
    pipeline.titles.clear()
    result = add(tmp_path, source)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        *(f"known r{n}  Report {n}" for n in range(3)),
        "0 reports added with 0 claims, 3 known already",
    ]
    assert pipeline.titles == []


def test_one_article_twice_in_a_run_is_added_once(tmp_path: Path, pipeline: FakePipeline) -> None:
    [one] = numbered(1)
    result = add(tmp_path, lines_of(tmp_path / "in.jsonl", one, {**one, "id": "again"}))
    assert result.stdout.splitlines()[:2] == ["added r0 1 claim  Report 0", "known again  Report 0"]
    assert pipeline.titles[0] == "Report 0"


def test_what_cannot_be_read_is_named_and_the_rest_is_added(tmp_path: Path, pipeline: FakePipeline) -> None:
    good = lines_of(tmp_path / "good.jsonl", *numbered(1))
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 ...")
    result = add(tmp_path, tmp_path / "bad.pdf", tmp_path / "missing.txt", good)
    assert result.exit_code == 1
    assert "bad.pdf" in result.stderr
    assert "missing.txt" in result.stderr
    assert result.stdout.startswith("added r0 ")
    assert pipeline.titles == ["Report 0"]


def test_publisher_and_day_are_passed_on(tmp_path: Path, pipeline: FakePipeline) -> None:
    source = lines_of(tmp_path / "in.jsonl", *numbered(1))
    result = add(tmp_path, source, "--published", "2031-03-08", "--publisher", "Harbour Post")
    assert result.exit_code == 0
    assert pipeline.titles == ["Report 0"]
    with Ledger.open(tmp_path / "test.db") as ledger:
        kept = ledger.reading("r0").report
    assert (kept.publisher, str(kept.published)) == ("Harbour Post", "2031-03-08")


@pytest.mark.usefixtures("pipeline")
def test_hostile_ids_and_titles_stay_one_harmless_line(tmp_path: Path) -> None:
    hostile = {"id": "a\x1b[2J\nadded b", "title": "x\r\n\u202eadded c 9 claims\x07", "text": TEXT}
    result = add(tmp_path, lines_of(tmp_path / "in.jsonl", hostile))
    first, *rest = result.stdout.splitlines()
    assert first.startswith("added a\ufffd[2J added b 1 claim  x")
    assert len(rest) == 1
    assert first.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Shells fell.\n", "Shells fell."),
        ("x" * TITLE, "x" * TITLE),
        ("x" * (TITLE + 1), "x" * (TITLE - 1) + "…"),
        ("x" * TITLE + "  \n", "x" * TITLE),
    ],
)
def test_a_report_without_a_title_is_known_by_its_start(text: str, shown: str) -> None:
    assert shorten(text) == shown


def test_the_ledger_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: FakePipeline
) -> None:
    monkeypatch.setenv("WHOSAYS_LEDGER", str(tmp_path / "other.db"))
    source = lines_of(tmp_path / "in.jsonl", *numbered(1))
    assert CliRunner().invoke(app, ["add", str(source)]).exit_code == 0
    assert (tmp_path / "other.db").exists()
    assert pipeline.titles == ["Report 0"]


def test_a_ledger_that_cannot_be_opened_is_told_before_anything_is_read(
    tmp_path: Path, pipeline: FakePipeline
) -> None:
    (tmp_path / "test.db").mkdir()
    result = add(tmp_path, lines_of(tmp_path / "in.jsonl", *numbered(1)))
    assert result.exit_code == 1
    assert "this is a folder" in result.stderr
    assert result.stdout == ""
    assert pipeline.titles == []


@pytest.mark.usefixtures("pipeline")
def test_a_disk_that_fills_up_keeps_what_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = lines_of(tmp_path / "in.jsonl", *numbered(200))
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "_SETTINGS", (*sqlite._SETTINGS, "PRAGMA max_page_count = 120"))
        result = add(tmp_path, source)
    assert result.exit_code == 1
    assert "the disk is full" in result.stderr
    acknowledged = [line.split()[1] for line in result.stdout.splitlines()]
    assert 0 < len(acknowledged) < 200
    with Ledger.open(tmp_path / "test.db") as ledger:
        kept = sorted(found.report.id for found in ledger.claims())
    assert kept == sorted(acknowledged)


@pytest.mark.parametrize("arguments", [[], ["x.txt", "--published", "soon"], ["x.txt", "--nonsense"]])
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    assert add(tmp_path, *arguments).exit_code == 2


def test_a_killed_command_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    source = lines_of(tmp_path / "in.jsonl", *numbered(40))
    command = [sys.executable, "-m", "whosays", "add", str(source), "--ledger"]
    with subprocess.Popen(
        [*command, str(tmp_path / "test.db")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(9)]
        process.kill()
        said += [line for line in process.stdout.readlines() if line.endswith("\n")]
    with Ledger.open(tmp_path / "test.db", create=False) as ledger:
        for line in said:
            kept = ledger.reading(line.split()[1])
            assert len(kept.claims) == int(line.split()[2])
    again = subprocess.run([*command, str(tmp_path / "test.db")], check=True, capture_output=True, text=True)
    assert again.stdout.count("added r") + again.stdout.count("known r") == 40
    subprocess.run([*command, str(tmp_path / "whole.db")], check=True, capture_output=True)
    with Ledger.open(tmp_path / "test.db") as killed, Ledger.open(tmp_path / "whole.db") as whole:
        assert list(killed.claims()) == list(whole.claims())
