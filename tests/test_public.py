"""The public surface: what `import whosays` promises."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import whosays
from whosays import InputError, Kind, LedgerError, UsageError, VoiceSort, WhosaysError

PROMISED = {
    "Attribution",
    "Cause",
    "Claim",
    "Figure",
    "FigureSort",
    "InputError",
    "Interval",
    "Kind",
    "LedgerError",
    "Loaded",
    "LoadedSort",
    "Location",
    "Measure",
    "Named",
    "NotFoundError",
    "Place",
    "PlaceMention",
    "Published",
    "ReaderError",
    "Reading",
    "Report",
    "Scope",
    "Span",
    "Stance",
    "TimeMention",
    "UsageError",
    "Voice",
    "VoiceSort",
    "WhosaysError",
    "open",
    "read",
}
DOCUMENTED = sorted(PROMISED - {"Published"})  # a union of types has no docstring of its own
TEXT = "A monitor said on Friday that rebels had shelled the town of Saraqib. Two people were killed."
PAGE = f"<html><body><article><h1>News</h1><p>{TEXT}</p><p>Schools stayed shut.</p></article></body></html>"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_public_names_are_those_promised() -> None:
    assert set(whosays.__all__) == PROMISED
    assert len(whosays.__all__) == len(PROMISED)


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(whosays, name) is not None


@pytest.mark.parametrize("name", DOCUMENTED)
def test_every_public_name_is_documented(name: str) -> None:
    documentation = inspect.getdoc(getattr(whosays, name)) or ""
    assert len(documentation.split()) > 3
    assert not documentation.startswith(f"{name}(")  # what dataclasses write of their own accord


def test_read_takes_text() -> None:
    reading = whosays.read(TEXT, published=date(2016, 5, 4), publisher="River Post")
    shelled = next(c for c in reading.claims if c.kind is Kind.SHELLING)
    assert reading.report == whosays.Report(text=TEXT, published=date(2016, 5, 4), publisher="River Post")
    assert [(v.name, v.sort) for v in shelled.voices] == [("monitor", VoiceSort.MONITOR)]
    assert [a.name for a in shelled.actor] == ["rebels"]


def test_read_works_again_after_it_has_loaded_the_reader() -> None:
    assert whosays.read(TEXT) == whosays.read(TEXT)


def test_read_is_a_function_in_a_process_that_has_just_started() -> None:
    code = "import whosays.pipeline, whosays; assert whosays.read('Rebels shelled Idlib.').claims"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(("name", "content"), [("report.txt", TEXT), ("report.html", PAGE)])
def test_read_takes_a_file(tmp_path: Path, name: str, content: str) -> None:
    reading = whosays.read(
        written(tmp_path, name, content), published=date(2016, 5, 4), publisher="River Post"
    )
    assert TEXT in reading.report.text
    assert (reading.report.day, reading.report.publisher) == (date(2016, 5, 4), "River Post")
    assert Kind.SHELLING in {c.kind for c in reading.claims}


@pytest.mark.parametrize(("text", "why"), [("", "empty"), (" \n\t", "empty"), ("war \ud83d", "surrogate")])
def test_read_refuses_what_is_no_text(text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        whosays.read(text)


def test_read_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lost\.txt: no such file") as raised:
        whosays.read(tmp_path / "lost.txt")
    assert raised.value.where == str(tmp_path / "lost.txt")


def test_read_refuses_an_empty_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        whosays.read(tmp_path)


def test_read_refuses_a_directory_of_reports(tmp_path: Path) -> None:
    written(tmp_path, "one.txt", TEXT)
    written(tmp_path, "two.txt", TEXT)
    with pytest.raises(InputError, match="holds 2 reports"):
        whosays.read(tmp_path)


def test_read_refuses_several_reports(tmp_path: Path) -> None:
    path = written(tmp_path, "reports.jsonl", '{"text": "Calm."}\n{"text": "Rain."}\n')
    with pytest.raises(InputError, match=r"reports\.jsonl: holds 2 reports"):
        whosays.read(path)


def test_read_names_the_line_that_is_broken(tmp_path: Path) -> None:
    path = written(tmp_path, "reports.jsonl", '{"text": "Calm."}\n{"text": \n')
    with pytest.raises(InputError, match=r"reports\.jsonl, line 2"):
        whosays.read(path)


def test_open_makes_a_ledger_that_keeps_what_was_read(tmp_path: Path) -> None:
    reading = whosays.read(TEXT)
    with whosays.open(str(tmp_path / "war.db")) as ledger:
        ledger.add(reading)
    with whosays.open(str(tmp_path / "war.db")) as ledger:
        assert ledger.has(reading.report, reading.reader)


def test_open_refuses_what_is_no_ledger(tmp_path: Path) -> None:
    path = written(tmp_path, "notes.db", "not a database\n" * 100)
    with pytest.raises(LedgerError, match=r"notes\.db"):
        whosays.open(str(path))


@pytest.mark.parametrize("error", [InputError, LedgerError, UsageError, whosays.NotFoundError])
def test_every_error_is_one_of_the_family(error: type[Exception]) -> None:
    assert issubclass(error, WhosaysError)
