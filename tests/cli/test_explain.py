"""`whosays read --explain`: the words and scores behind every part of a claim."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.explain import reason_lines
from whosays.cli.main import app
from whosays.model import Basis, Part, Reason, Span

TEXT = "Rebels shelled the market in the town of Saraqib on Tuesday, killing nine people."


def run(tmp_path: Path, *options: str) -> Result:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return CliRunner().invoke(app, ["read", "--published", "2016-05-04", *options, str(path)])


def test_each_part_has_a_line_with_its_words_and_how_sure_they_are(tmp_path: Path) -> None:
    shown = run(tmp_path, "--explain").stdout
    assert re.search(r"^ {6}trigger “shelled” by network \+\d+\.\d, right in \d\d %$", shown, re.MULTILINE)
    assert re.search(r"^ {6}actor   “Rebels” by network \+\d+\.\d, right in \d\d %$", shown, re.MULTILINE)
    assert re.search(r"^ {6}figure  “nine” by \w+", shown, re.MULTILINE)


def test_without_it_there_are_none(tmp_path: Path) -> None:
    assert "by network" not in run(tmp_path).stdout
    assert json.loads(run(tmp_path, "--format", "jsonl").stdout)["reasons"] is None


def test_programs_get_them_too(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "--explain", "--format", "jsonl").stdout)
    ids = {claim["id"] for claim in found["claims"]}
    assert {reason["claim"] for reason in found["reasons"]} == ids
    for reason in found["reasons"]:
        if reason["span"]:
            assert TEXT[slice(*reason["span"])] == reason["text"]


def test_a_language_model_gives_none(tmp_path: Path) -> None:
    model = ("--reader", "llm", "--base-url", "http://127.0.0.1:9/v1", "--model", "m")
    result = run(tmp_path, "--explain", *model)
    assert result.exit_code == 2
    assert "a language model gives no reasons" in result.stderr


@pytest.mark.parametrize("evil", ["\x1b[2J[red]", "\u202e", "a\nb"])
def test_words_of_a_report_do_no_harm(evil: str) -> None:
    reason = Reason("id", Part.ACTOR, Span(0, len(evil), evil), Basis.WORDS, None, None)
    (line,) = reason_lines([reason])["id"]
    assert not {"\x1b", "\u202e", "\n"} & set(line.text.plain)
