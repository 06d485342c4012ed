"""`whosays read`, for people and for programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.readers import WordReader, install
from whosays.cli.main import app
from whosays.model import Loaded, LoadedSort, Report, Span

TEXT = "Marwa was shelled, River Post said. The dam was reportedly shelled and shelled again. It rained."


@pytest.fixture(autouse=True)
def _quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"Title: Shells on Marwa\nOutlet: River Post\nPublished: 2024-11-29\n\n{TEXT}", "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, ["read", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_people_see_each_sentence_once_and_below_it_who_says_what(report: Path) -> None:
    result = run(report)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "Shells on Marwa\n"
        "───────────────\n"
        "River Post · 2024-11-29 · en\n"
        "\n"
        "“Marwa was shelled, River Post said.”\n"
        "  River Post: shelling “shelled”\n"
        "\n"
        "“The dam was reportedly shelled and shelled again.”\n"
        "  the report itself: shelling “shelled”, unconfirmed\n"
        "  the report itself: shelling “shelled”, unconfirmed\n"
        "\n"
    )


def test_programs_get_one_object_a_report_in_order(tmp_path: Path, report: Path) -> None:
    lines = tmp_path / "more.jsonl"
    lines.write_text(
        '{"id": "1", "text": "Marwa was shelled."}\n{"id": "2", "text": "Rain\\r\\n 🚀."}\n', "utf-8"
    )
    result = run(lines, report, "--format", "jsonl")
    assert result.exit_code == 0
    first, second, third = records(result)
    assert [first["id"], second["id"], third["title"]] == ["1", "2", "Shells on Marwa"]
    assert second["text"] == "Rain\r\n 🚀."
    assert third["text"] == TEXT


def test_options_say_what_the_source_does_not(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(TEXT, "utf-8")
    (record,) = records(
        run(path, "--published", "2024-11-30", "--publisher", "Harbour Post", "--format", "jsonl")
    )
    assert (record["published"], record["publisher"]) == ("2024-11-30", "Harbour Post")


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path, report: Path) -> None:
    pdf = tmp_path / "scan.txt"
    pdf.write_bytes(b"%PDF-1.7")
    result = run(tmp_path / "gone.txt", pdf, report, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(records(result)) == 1
    assert result.stderr == (
        f"error: {tmp_path / 'gone.txt'}: no such file or directory\n"
        f"error: {pdf}: this PDF is damaged and cannot be opened\n"
    )


def test_a_notice_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"text": "a", "published": "2999-01-01"}', "utf-8")
    result = run(path)
    assert result.exit_code == 0
    assert result.stderr == f"note: {path}, line 1: published 2999-01-01 is in the future; taken as it is\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["r.txt", "--nonsense"], ["r.txt", "--published", "29/11/2024"], ["r.txt", "--format", "xml"]],
)
def test_wrong_usage_is_told_and_costs_a_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr


def test_reports_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    evil = "\x1b]0;owned\x07 [bold]Marwa[/bold] was shelled \u202e:rocket:."
    path.write_text(json.dumps({"text": evil, "title": evil, "publisher": evil, "id": evil}), "utf-8")
    shown = run(path).stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert shown.count("[bold]Marwa[/bold] was shelled") == 3
    assert shown.count(":rocket:") == 3


def test_the_name_of_a_file_cannot_either(tmp_path: Path) -> None:
    result = run(tmp_path / "\x1b[31m[bold]\u202e\udcff.txt")
    assert result.stderr == f"error: {tmp_path}/\ufffd[31m[bold]\ufffd\ufffd.txt: no such file or directory\n"


def test_long_lines_wrap_and_nothing_trails(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(f"Marwa was shelled {'again and ' * 40}again.", "utf-8")
    lines = run(path).stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line != line.rstrip()] == []


def whosays(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "whosays", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom whosays.cli.main import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'trafilatura', 'sqlalchemy', 'pydantic', 'numpy', 'py3langid'}\n"
        "print('loaded:', sorted(heavy & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert shown.splitlines()[-1] == "loaded: []"


def test_a_page_without_text_costs_one_sentence_whatever_libraries_log(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text("<html></html>")
    done = whosays("read", str(path), PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"error: {path}: no main text was found in this HTML page; save the article as text"
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_sentence(report: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "whosays", "read", str(report), "--format", "jsonl"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == "error: output: No space left on device\n"


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"text": "a"}\n' * 2000)
    command = f"{sys.executable} -m whosays read {path} --format jsonl | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_a_report_in_another_language_is_kept_and_said_to_be_unread(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("قال ناشطون إن سبعة أشخاص قتلوا في غارة جوية على سوق المدينة يوم الجمعة. ", "utf-8")
    result = run(path, "--format", "jsonl")
    assert "only English is read" in result.stderr
    assert len(records(result)) == 1


def test_loaded_words_stand_below_the_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("River Post shelled us.", encoding="utf-8")
    reading = next(WordReader().read_all([Report("River Post shelled us.")]))
    word = Loaded(Span.of("River Post shelled us.", 11, 18), LoadedSort.DEED)
    whole = replace(reading, loaded=(word,))
    monkeypatch.setattr(WordReader, "read", lambda *_: whole)
    assert run(path).stdout.endswith("\nloaded words\n  “shelled”: the report itself\n    deed\n\n")
