"""Which of several mentions is taken for the one that was meant."""

from __future__ import annotations

import numpy as np
import pytest

from training.labels import Anchor
from training.meant import Floats, wanted


def scores(**logits: float) -> Floats:
    """Ten pieces, none of them anything but those named: `p3=4.0` is piece 3."""
    found = np.full(10, -3.0, dtype=np.float32)
    for piece, logit in logits.items():
        found[int(piece[1:])] = logit
    return found


def anchor(*mentions: list[int], piece: int = 4) -> Anchor:
    """A trigger whose one actor is mentioned at each of the pieces."""
    values = [[np.array(pieces) for pieces in mentions]]
    return Anchor(piece, {"actor": np.array(mentions[0])}, {"actor": values}, 0, 0, inner=False)


@pytest.mark.parametrize(
    ("now", "chosen"),
    [
        pytest.param(scores(), [3], id="an untaught network: the nearest"),
        pytest.param(scores(p0=2.0, p1=2.0), [0, 1], id="a taught one: the likeliest"),
        pytest.param(scores(p0=-2.9, p1=-2.9), [3], id="hardly likelier: the nearest"),
    ],
)
def test_one_mention_is_wanted_and_the_others_do_not_count(now: Floats, chosen: list[int]) -> None:
    gold, counts = wanted(anchor([3], [0, 1]), "actor", now, start=0)
    assert np.flatnonzero(gold).tolist() == chosen
    assert np.flatnonzero(counts == 0).tolist() == sorted({0, 1, 3} - set(chosen))


def test_a_slot_that_is_not_known_does_not_count() -> None:
    _, counts = wanted(anchor([3]), "time", scores(), start=0)
    assert not counts.any()


def test_mentions_outside_the_window_are_not_wanted() -> None:
    gold, counts = wanted(anchor([3], [12], piece=12), "actor", scores(), start=10)
    assert np.flatnonzero(gold).tolist() == [2]
    assert counts.all()
