"""The encoder at run time: ONNX, on one core, one window after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from whosays.read.encoder.pieces import END, START, Pieces, pieces
from whosays.read.encoder.questions import PAIR, PER_PIECE, REACH, RELATIONS
from whosays.read.encoder.windows import Window, windows

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class View:
    """What the network says of the pieces of one window: answers (pieces, logits) by question, and pairs."""

    window: Window
    answers: dict[str, Floats]
    heads: Floats
    others: Floats
    distance: Floats

    def related(self, head: int) -> Floats:
        """Logits (relations, pieces) of being something to the word at `head`, counted within the window."""
        left = self.heads[head].reshape(len(RELATIONS), PAIR) / np.float32(PAIR**0.5)
        right = self.others.reshape(-1, len(RELATIONS), PAIR + 1)
        offset = np.clip(np.arange(len(right)) - head, -REACH, REACH) + REACH
        scores: Floats = np.einsum("rd,trd->rt", left, right[..., :PAIR])
        scores += right[..., PAIR].T + self.distance[:, offset]
        return scores


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's pieces and what the network says of them, window by window."""

    pieces: Pieces
    views: tuple[View, ...]


class Encoder:
    """Runs the network. The same text gives the same numbers, alone or among others.

    Windows run one at a time: rounding to eight bits depends on all that runs together, and on one
    core a batch is no faster.
    """

    def encode(self, text: str) -> Encoded:
        """What the network says of a text."""
        found = pieces(text)
        return Encoded(found, tuple(_view(found, window) for window in windows(found)))


SLOWER = ("SkipLayerNormFusion",)
"""What onnxruntime would join at load time, to operators that take longer than those that they replace."""

SAME_EVERYWHERE = ("session.x64quantprecision", "1")
"""Eight bits by sums that cannot overflow, also on processors without instructions for them (AVX2 alone),
where quicker sums moved the answers by 0.14 on average. It costs such processors a sixth of the time."""


@cache
def session() -> onnxruntime.InferenceSession:
    """The loaded network, once a process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry(*SAME_EVERYWHERE)
    weights = files("whosays.read.weights").joinpath("reader.onnx").read_bytes()
    return onnxruntime.InferenceSession(
        weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )


def _view(found: Pieces, window: Window) -> View:
    """One forward pass; the marks around the window are left out of the answers."""
    inside = slice(window.start, window.end)
    ids = np.concatenate(([START], found.ids[inside], [END]))[None]
    shapes = np.concatenate(([0], found.shapes[inside], [0]))[None]
    answers, heads, others, distance = session().run(None, {"ids": ids, "shapes": shapes})
    bounds = np.cumsum(list(PER_PIECE.values()))[:-1]
    by_question = dict(zip(PER_PIECE, np.split(answers[1:-1], bounds, axis=1), strict=True))
    return View(window, by_question, heads[1:-1], others[1:-1], distance)
