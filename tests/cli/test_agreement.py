"""`whosays agreement`: alpha by slot, for people and for programs."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.keeping import run
from tests.ledger.scenes import ALL, POST, SHELLS, claim_of, judge_all, on_claim, put
from tests.ledger.test_slots import of_slot
from whosays.cli.agreement import agreement
from whosays.ledger import Ledger
from whosays.model import Decision, Kind, Part

ONE, OTHER = claim_of(POST), claim_of(SHELLS)
HOSTILE = "lina\x1b[31m"


@pytest.fixture
def path(empty_file: Path, tmp_path: Path) -> str:
    """Two who judged two claims alike, and the kind of one of them apart."""
    found = shutil.copy(empty_file, tmp_path / "judged.db")
    with Ledger.open(found) as ledger:
        put(ledger, *ALL)
        for by in ("mara", HOSTILE):
            kind = of_slot(Part.KIND, ONE.id, value=Kind.SHELLING if by == "mara" else Kind.CLASH)
            made = (on_claim(ONE, Decision.ACCEPT), on_claim(OTHER, Decision.REJECT), kind)
            judge_all(ledger, (replace(each, by=by) for each in made))
    return str(found)


def test_a_table_for_people(path: str) -> None:
    result = run(agreement, "--ledger", path)
    assert [line.split() for line in result.stdout.splitlines() if "─" not in line] == [
        ["slot", "alpha", "claims"],
        ["claim", "1.00", "2"],
        ["kind", "0.00", "1"],
    ]
    assert result.stderr == "judged by lina\ufffd[31m, mara\n"


def test_json_lines_for_programs(path: str) -> None:
    result = run(agreement, "--ledger", path, "--format", "jsonl")
    assert list(map(json.loads, result.stdout.splitlines())) == [
        {"slot": "claim", "alpha": 1.0, "units": 2},
        {"slot": "kind", "alpha": 0.0, "units": 1},
    ]


def test_where_nobody_judged_what_another_did(empty_file: Path) -> None:
    result = run(agreement, "--ledger", str(empty_file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no claim has been judged by two people" in result.stderr
