"""Every piece can be left out, is missed, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.ablation import PIECES, Piece, left_out
from whosays.model import Claim, Report
from whosays.pipeline import Pipeline

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def read() -> list[Claim]:
    pipeline = Pipeline.default()
    return [claim for path in EXAMPLES for claim in pipeline.read(Report(path.read_text())).claims]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_a_piece_is_gone_while_left_out_and_back_afterwards(piece: Piece) -> None:
    whole = read()
    with left_out(piece):
        without = read()
    assert read() == whole
    assert (without == whole) is (piece.name == "nothing")
