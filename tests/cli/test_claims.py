"""`whosays claims`: the ledger's claims for people, programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.readings import TEXT, claim, numbered, reading, report, span
from whosays.cli.claims import CHUNK
from whosays.cli.main import app
from whosays.export.table import COLUMNS
from whosays.ledger import Ledger
from whosays.model import Kind, Location, Named, Stance, Voice, VoiceSort

SAID = span(TEXT, "told")
HOSTILE = '=HYPERLINK(1)\x1b[31m\u202e,"x"\nnext'


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def listed(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["claims", "--ledger", str(folder / "test.db"), *arguments])


def cells(output: str) -> str:
    """The table's words in reading order, whatever their wrapping."""
    return " ".join(output.split())


def test_the_table_says_who_what_where_and_when(tmp_path: Path, ledger: Ledger) -> None:
    navy = (Voice("the navy", SAID, VoiceSort.ARMED_GROUP),)
    made = claim(id="abcdef0123456789", voices=navy, stance=Stance.DENIED, actor=(Named("rebels", SAID),))
    ledger.add(reading(report(), made))
    result = listed(tmp_path)
    assert result.exit_code == 0
    header, row = cells(result.stdout).split("─" * 10, maxsplit=1)
    assert header.split("──")[0].strip() == "claim reported who says what where, when"
    row = row.strip("─ ")
    assert row.startswith("abcdef0123 2031-03-08 Harbour Post › the")
    for part in ("denied", "rebels →", "at least 4", "Marwa (XA),", "2031-03-07"):
        assert part in row


@pytest.mark.parametrize(
    ("voices", "publisher", "who"),
    [
        ((), "Post", "Post"),
        ((), None, "outlet unknown"),
        (("Post", "Rana"), "Post", "Post › Rana"),
        (("Radio", "Rana"), "Post", "Post › Radio › Rana"),
    ],
)
def test_an_outlet_that_quotes_itself_stands_there_once(
    tmp_path: Path, ledger: Ledger, voices: tuple[str, ...], publisher: str | None, who: str
) -> None:
    chain = tuple(Voice(name, SAID, VoiceSort.OUTLET) for name in voices)
    bare = claim(id="a0", voices=chain, place=None, time=None, target=(), figures=())
    ledger.add(reading(report(publisher=publisher), bare))
    assert f"a0 2031-03-08 {who} shelling “shelling”" in cells(listed(tmp_path).stdout)


def test_many_chunks_are_one_table(tmp_path: Path, ledger: Ledger) -> None:
    many = [claim(id=f"{n:010x}", kind=Kind.AID if n % 2 else Kind.SHELLING) for n in range(2 * CHUNK + 3)]
    ledger.add(reading(report(), *many))
    lines = listed(tmp_path).stdout.splitlines()
    assert sum("who says" in line for line in lines) == 1
    rows = [line for line in lines if "2031-03-08" in line]
    assert len(rows) == len(many)
    assert {line.index("2031-03-08") for line in rows} == {rows[0].index("2031-03-08")}


def test_json_lines_hold_the_contracts_claim_and_its_report(tmp_path: Path, ledger: Ledger) -> None:
    whole = numbered(1)
    ledger.add(whole)
    [line] = listed(tmp_path, "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    assert record["id"] == whole.claims[0].id
    assert record["report"] == whole.report.id
    assert (record["publisher"], record["published"], record["title"]) == (
        "Harbour Post",
        "2031-01-02",
        "Report 1",
    )
    start, end = record["trigger"]
    assert whole.report.text[start:end] == "shelling"


def test_a_spreadsheet_gets_no_formula(tmp_path: Path, ledger: Ledger) -> None:
    named = claim(id="a0", voices=(Voice(HOSTILE, SAID, VoiceSort.PERSON),), target=(Named("+1", SAID),))
    ledger.add(reading(report(title="@SUM(1)", publisher="-2"), named))
    header, row = csv.reader(io.StringIO(listed(tmp_path, "--format", "csv").stdout))
    assert tuple(header) == COLUMNS
    found = dict(zip(header, row, strict=True))
    assert (found["title"], found["publisher"], found["target"]) == ("'@SUM(1)", "'-2", "'+1")
    assert found["voices"] == f"'{HOSTILE}"


def test_hostile_names_do_not_steer_the_terminal(tmp_path: Path, ledger: Ledger) -> None:
    hostile = claim(
        voices=(Voice(HOSTILE, SAID, VoiceSort.PERSON),),
        actor=(Named(HOSTILE, SAID),),
        place=Location(HOSTILE, SAID),
    )
    ledger.add(reading(report(publisher=HOSTILE), hostile))
    output = listed(tmp_path).stdout
    assert "HYPERLINK" in cells(output)
    assert not set(output) & set("\x1b\u202e\r")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["a0", "a1"]),
        (["--voice", "RADIO"], ["a1"]),
        (["--kind", "aid"], ["a1"]),
        (["--place", "old_port"], []),
        (["--place", "port"], ["a1"]),
        (["--stance", "denied"], ["a1"]),
        (["--text", "farmers radio"], ["a1"]),
        (["--text", '"*('], []),
        (["--since", "2031-03-08"], ["a1"]),
        (["--until", "2031-03-07"], ["a0"]),
        (["--since", "2031-03-07", "--until", "2031-03-08"], ["a0", "a1"]),
    ],
)
def test_filters(tmp_path: Path, ledger: Ledger, arguments: list[str], expected: list[str]) -> None:
    radio = (Voice("Valley Radio", SAID, VoiceSort.OUTLET),)
    port = Location("the old port", SAID)
    other = claim(id="a1", kind=Kind.AID, stance=Stance.DENIED, voices=radio, place=port, time=None)
    ledger.add(reading(report(published=date(2031, 3, 8)), claim(id="a0"), other))
    result = listed(tmp_path, "--format", "jsonl", *arguments)
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == expected


def test_nothing_that_fits_is_told_on_stderr(tmp_path: Path, ledger: Ledger) -> None:
    ledger.add(reading())
    result = listed(tmp_path, "--voice", "nobody")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no claim in the ledger fits\n"


def test_no_ledger_is_one_sentence_and_none_is_made(tmp_path: Path) -> None:
    result = listed(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger here" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--kind", "picnic"],
        ["--stance", "maybe"],
        ["--since", "soon"],
        ["--format", "xml"],
        ["--since", "2031-03-09", "--until", "2031-03-08"],
    ],
)
@pytest.mark.usefixtures("ledger")
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    assert listed(tmp_path, *arguments).exit_code == 2


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_closed_pipe_ends_it_quietly(tmp_path: Path, ledger: Ledger, form: str) -> None:
    ledger.add(reading(report(), *(claim(id=f"{n:04x}") for n in range(2000))))
    command = [
        sys.executable,
        "-m",
        "whosays",
        "claims",
        "--ledger",
        str(tmp_path / "test.db"),
        "--format",
        form,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
