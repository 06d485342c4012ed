"""Pairs of reports with passages in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.copies import line, pairs
from tests.reconcile.copies.texts import DENIAL, SHELLING, VISIT


def test_a_pair_is_told_with_its_passages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "reports.jsonl"
    texts = {"one": f"{VISIT} {SHELLING}", "two": SHELLING, "three": DENIAL}
    rows = [json.dumps({"id": name, "text": text, "publisher": name}) for name, text in texts.items()]
    path.write_text("\n".join([*rows, "{broken"]), encoding="utf-8")
    (found,) = pairs(path)
    row = json.loads(line(*found))
    assert {row["a"], row["b"]} == {"one", "two"}
    assert (row["relation"], max(row["share_a"], row["share_b"])) == ("reprint", 1)
    ((a_start, a_end, b_start, b_end),) = row["passages"]
    assert texts[row["a"]][a_start:a_end] == texts[row["b"]][b_start:b_end] == SHELLING[:-1]
    assert "line 4" in capsys.readouterr().err
