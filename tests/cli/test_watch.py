"""`whosays watch`: rounds, what they print, and what a stop leaves behind."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.test_add import FakePipeline
from tests.ingest.samples import rss, rss_item
from tests.ledger.readings import TEXT
from tests.watch.served import Said, Server, served
from tests.watch.test_watcher import listed
from whosays.cli import watch
from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.model import LedgerError
from whosays.pipeline import Pipeline
from whosays.watch import folders

ROUND = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC  (.*)\n")


class Desk:
    """A list of one feed with some entries, and a ledger."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder = folder
        self.server = server
        self.address = f"{server.url}/feed"
        self.list = listed(folder / "feeds.opml", self.address)
        self.ledger = folder / "test.db"
        self.has(3)

    def has(self, entries: int) -> None:
        items = [rss_item(title=f"Report {n}", summary=f"<p>{TEXT} No. {n}.</p>") for n in range(entries)]
        self.server.answers["/feed"] = Said(body=rss(*items), fields={"ETag": f'"{entries}"'})

    def arguments(self, *more: str | Path) -> list[str]:
        return ["watch", str(self.list), "--ledger", str(self.ledger), *map(str, more)]

    def run(self, *more: str | Path) -> Result:
        return CliRunner().invoke(app, self.arguments("--allow-private", *more))

    def titles(self) -> list[str]:
        with Ledger.open(self.ledger, create=False) as ledger:
            return sorted(report.title or "" for report, _ in ledger.reports())


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setattr(Pipeline, "default", lambda: fake)
    monkeypatch.setattr(folders, "SETTLING", 0)
    return fake


@pytest.fixture
def desk(tmp_path: Path) -> object:
    with served() as server:
        yield Desk(tmp_path, server)


def rounds(result: Result) -> list[str]:
    return ROUND.findall(result.stdout)


def waits(monkeypatch: pytest.MonkeyPatch, *meanwhile: Callable[[], object]) -> list[float]:
    """How long is waited between rounds, in which these things happen; Ctrl-C comes after the last."""
    waited: list[float] = []
    left = list(meanwhile)

    def sleep(seconds: float) -> None:
        if not seconds:
            return  # a folder that settles
        waited.append(seconds)
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    monkeypatch.setattr(time, "sleep", sleep)
    return waited


@pytest.mark.usefixtures("pipeline")
def test_one_round_adds_what_is_new_and_compares_it(desk: Desk) -> None:
    result = desk.run("--once")
    assert result.exit_code == 0
    assert result.stdout == ROUND.search(result.stdout)[0]  # type: ignore[index]
    assert rounds(result) == ["3 reports added with 3 claims, 0 known already, 0 failures"]
    with Ledger.open(desk.ledger) as ledger:
        assert sum(1 for _ in ledger.incidents()) > 0


def test_the_next_reads_only_what_has_come_since(desk: Desk, pipeline: FakePipeline) -> None:
    desk.run("--once")
    unchanged = desk.run("--once")
    desk.has(4)
    grown = desk.run("--once")
    assert rounds(unchanged) == ["0 reports added with 0 claims, 0 known already, 0 failures"]
    assert rounds(grown) == ["1 report added with 1 claim, 3 known already, 0 failures"]
    assert pipeline.titles == [f"Report {n}" for n in range(4)]


@pytest.mark.usefixtures("pipeline")
def test_rounds_follow_until_ctrl_c(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    incoming = desk.folder / "in"
    incoming.mkdir()
    waited = waits(monkeypatch, lambda: desk.has(4), lambda: (incoming / "a.txt").write_text(TEXT))
    result = desk.run(incoming, "--every", "10")
    assert result.exit_code == 130
    assert result.stderr == ""
    assert [line.split()[0] for line in rounds(result)] == ["3", "1", "1"]
    assert len(waited) == 3
    assert all(0 < seconds <= 600 for seconds in waited)
    assert len(desk.titles()) == 5


@pytest.mark.usefixtures("pipeline")
def test_failures_are_a_line_each_and_told_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(desk.list, desk.address, "ftp://old.example/", f"{desk.server.url}/gone")
    waits(monkeypatch, lambda: None)
    result = desk.run()
    assert [line.split(", ")[-1] for line in rounds(result)] == ["2 failures", "0 failures"]
    first, second = sorted(result.stderr.splitlines())
    assert first.endswith(
        "feeds.opml, ftp://old.example/: only addresses with http:// and https:// are asked"
    )
    assert f"{desk.server.url}/gone: there is nothing at this address; asked again from " in second
    assert desk.server.paths.count("/gone") == 1


@pytest.mark.usefixtures("pipeline")
def test_without_leave_no_private_address_is_asked(desk: Desk) -> None:
    result = CliRunner().invoke(app, desk.arguments("--once"))
    assert result.exit_code == 1
    assert "127.0.0.1, which is not on the public internet; --allow-private asks it" in result.stderr
    assert desk.server.asked == []


@pytest.mark.usefixtures("pipeline")
def test_a_ledger_that_complains_ends_a_round_and_not_the_watch(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_ledger: Ledger) -> None:
        monkeypatch.setattr(Ledger, "reconcile", reconcile)
        raise LedgerError("test.db: another program is writing to it")

    reconcile = Ledger.reconcile
    monkeypatch.setattr(Ledger, "reconcile", busy)
    waits(monkeypatch, lambda: None)
    result = desk.run()
    assert result.stderr == "error: test.db: another program is writing to it\n"
    with Ledger.open(desk.ledger) as ledger:
        assert sum(1 for _ in ledger.incidents()) > 0


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    ("path", "status", "why"), [("lost.opml", 2, "does not exist"), ("a.html", 1, "this is no list of feeds")]
)
def test_what_cannot_be_followed(tmp_path: Path, path: str, status: int, why: str) -> None:
    (tmp_path / "a.html").write_text("<html></html>")
    result = CliRunner().invoke(app, ["watch", str(tmp_path / path), "--ledger", str(tmp_path / "test.db")])
    assert result.exit_code == status
    assert why in " ".join(result.stderr.split())


def test_hostile_words_steer_no_terminal(desk: Desk, pipeline: FakePipeline) -> None:
    bad = rss_item(title="", summary="").replace("<title></title>", "<guid>\x9b2J</guid>")
    desk.server.answers["/feed"] = Said(body=rss(bad))
    listed(desk.list, desk.address + "?\u009b2J\u202e")
    desk.server.answers["/feed?%C2%9B2J%E2%80%AE"] = Said(body=rss(bad))
    result = desk.run("--once")
    assert pipeline.titles == []
    assert result.stderr.rstrip("\n").isprintable()


def test_messages_are_forgotten_before_they_fill_the_memory(
    desk: Desk, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "MOST_TOLD", 1)
    listed(desk.list, "ftp://a.example/", "ftp://b.example/", "ftp://c.example/")
    waits(monkeypatch, lambda: None)
    assert desk.run().stderr.count("only addresses") == 6
    assert pipeline.titles == []


def test_a_killed_watch_goes_on_where_it_was(desk: Desk, pipeline: FakePipeline) -> None:
    desk.has(20)
    Ledger.open(desk.ledger).close()
    command = [sys.executable, "-m", "tests.watch.watcher", *desk.arguments("--allow-private", "--once")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while not (added := _added(desk.ledger)):
            assert process.poll() is None
        process.kill()
    assert 0 < added < 20
    titles = desk.titles()
    assert added <= len(titles) < 20
    [line] = rounds(desk.run("--once"))
    assert line.endswith(f"{len(titles)} known already, 0 failures")
    assert sorted([*titles, *filter(None, pipeline.titles)]) == desk.titles()
    assert desk.titles() == sorted(f"Report {n}" for n in range(20))
    assert rounds(desk.run("--once")) == ["0 reports added with 0 claims, 0 known already, 0 failures"]


def _added(path: Path) -> int:
    time.sleep(0.02)
    with Ledger.open(path, create=False) as ledger:
        return ledger.counts().reports
