"""`whosays brief`: a file in every format, and one sentence for what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.ledger.scenes import ALL, put
from whosays.cli.main import app
from whosays.ledger import Ledger

STARTS = {".md": b"# Situation brief", ".html": b"<!doctype html>", ".docx": b"PK", ".pdf": b"%PDF-"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brief") / "test.db"
    with Ledger.open(path) as opened:
        put(opened, *ALL)
    return path


def run(ledger: Path, out: Path, *arguments: str, since: str = "2031-05-04") -> Result:
    days = ["--since", since, "--until", "2031-05-05"]
    return CliRunner().invoke(app, ["brief", "--ledger", str(ledger), *days, "-o", str(out), *arguments])


@pytest.mark.parametrize("suffix", sorted(STARTS))
def test_every_format_is_written_and_is_the_same_again(ledger: Path, tmp_path: Path, suffix: str) -> None:
    files = [tmp_path / f"{name}{suffix}" for name in ("one", "two")]
    for file in files:
        result = run(ledger, file)
        assert result.exit_code == 0, result.stderr
        assert (result.stdout, result.stderr) == ("", "")
    assert files[0].read_bytes().startswith(STARTS[suffix])
    assert files[0].read_bytes() == files[1].read_bytes()


def test_it_leads_with_the_most_told(ledger: Path, tmp_path: Path) -> None:
    run(ledger, tmp_path / "brief.md")
    lines = (tmp_path / "brief.md").read_text("utf-8").splitlines()
    assert lines[0] == "# Situation brief, 4 to 5 May 2031"
    short = lines.index("## In short")
    assert lines[short + 2].startswith("**Marsa, 4 May 2031.** Four origins tell of ")
    assert lines[short + 4].startswith("**Sunport, 4 May 2031.** Two origins tell of shelling")


def test_a_place_and_a_party_narrow_it(ledger: Path, tmp_path: Path) -> None:
    run(ledger, tmp_path / "brief.md", "--place", "sunport", "--party", "hill-rebels")
    words = (tmp_path / "brief.md").read_text("utf-8")
    assert "- Place: sunport\n- Party: hill-rebels\n" in words
    assert "Sunport, 4 May 2031" in words
    assert "Marsa" not in words


@pytest.mark.parametrize(
    ("out", "arguments", "since", "status", "message"),
    [
        ("a.odt", (), "2031-05-04", 2, "error: a.odt: a brief is written to a file whose name ends in .md,"),
        ("a.md", (), "2031-06-04", 2, "error: since 2031-06-04 is after until 2031-05-05; exchange the two"),
        ("none/a.md", (), "2031-05-04", 2, "none; make it first"),
        ("a.md", ("--place", "nowhere"), "2031-05-04", 1, "error: no claim in the ledger is of 4 to 5 May"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    ledger: Path, tmp_path: Path, out: str, arguments: tuple[str, ...], since: str, status: int, message: str
) -> None:
    result = run(ledger, tmp_path / out, *arguments, since=since)
    assert result.exit_code == status
    assert message in " ".join(result.stderr.split())
    assert not (tmp_path / out).exists()
