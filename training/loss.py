"""What a window costs the network: nats for wrong answers, weighted so that no question drowns another."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.labels import Anchor, Example, Indices
from training.meant import local, wanted
from training.network import Network
from whosays.read.encoder.questions import OF_CUE, OF_TRIGGER, PER_PIECE, RELATIONS, ROLES

WEIGHTS = {
    "head": 2.0,
    "kind": 2.0,
    "stance": 0.5,
    "role": 0.1,
    "name": 0.15,
    "source": 0.5,
    "cue": 0.5,
    "content": 0.2,
    "opens": 0.5,
    "closes": 0.5,
    "extent": 0.3,
    "actor": 0.5,
    "target": 0.5,
    "place": 0.5,
    "time": 0.5,
    "voice": 0.5,
    "figure": 0.5,
}
"""Content is long, so a nat of it weighs less; a missed head loses all that hangs on it."""

SCALE = 0.1


def window_loss(
    net: Network, example: Example, start: int, end: int, pieces: Tensor, heads: Tensor, others: Tensor
) -> Tensor:
    """The loss over pieces `start` to `end` of an example, given the network's answers for them."""
    answers = dict(zip(PER_PIECE, torch.split(pieces, list(PER_PIECE.values()), dim=-1), strict=True))
    total = torch.zeros(())
    if example.names is not None:
        gold = torch.tensor(example.names[start:end])
        total = total + WEIGHTS["name"] * cross_entropy(answers["name"], gold, reduction="sum")
    if example.cues is not None:
        whole, torn = _inside(example.cues, start, end)
        outer = [a for a in example.cues if not a.inner]
        total = total + _cues(answers, example, whole, torn, start)
        total = total + _roles(answers["role"], outer, example.unsettled, start, end)
        total = total + _related(net, whole, OF_CUE, heads, others, start)
    if example.triggers is not None:
        found = [a for a in example.triggers if start <= a.piece < end]
        total = total + _triggers(answers, found, start)
        total = total + _related(net, found, OF_TRIGGER, heads, others, start)
    return SCALE * total


def _inside(anchors: list[Anchor], start: int, end: int) -> tuple[list[Anchor], list[Anchor]]:
    """Those that lie whole in the window, and those that it cuts."""
    here = [a for a in anchors if start <= a.piece < end]
    whole = [a for a in here if start <= a.reach[0] and a.reach[1] <= end]
    return whole, [a for a in here if a not in whole]


def _at(anchors: list[Anchor], start: int) -> Tensor:
    return torch.tensor([a.piece - start for a in anchors], dtype=torch.long)


def _cues(
    answers: dict[str, Tensor], example: Example, whole: list[Anchor], torn: list[Anchor], start: int
) -> Tensor:
    """Outer and inner cues; nothing is taught of those that the window cuts, nor where nobody marked them."""
    n = len(answers["cue"])
    outer, inner = ([a for a in whole if a.inner is flag] for flag in (False, True))
    weight = torch.ones(n)
    weight[local(example.unsettled, start, start + n)] = 0
    weight[_at(torn, start)] = 0
    total = _yes_or_no(answers["cue"][:, 0], _at(outer, start), weight)
    known = weight.clone()
    known[local(example.unmarked, start, start + n)] = 0
    return WEIGHTS["head"] * (total + _yes_or_no(answers["inner"][:, 0], _at(inner, start), known))


def _yes_or_no(logits: Tensor, yes: Tensor, weight: Tensor) -> Tensor:
    gold = torch.zeros_like(logits)
    gold[yes] = 1
    return (binary_cross_entropy_with_logits(logits, gold, reduction="none") * weight).sum()


def _roles(logits: Tensor, anchors: list[Anchor], unsettled: Indices, start: int, end: int) -> Tensor:
    gold, weight = torch.zeros_like(logits), torch.ones_like(logits)
    weight[local(unsettled, start, end)] = 0
    for anchor in anchors:
        for i, role in enumerate(ROLES):
            gold[local(anchor.parts[role], start, end), i] = 1
    return WEIGHTS["role"] * (binary_cross_entropy_with_logits(logits, gold, reduction="none") * weight).sum()


def _triggers(answers: dict[str, Tensor], found: list[Anchor], start: int) -> Tensor:
    at = _at(found, start)
    kinds = torch.zeros(len(answers["kind"]), dtype=torch.long)
    kinds[at] = torch.tensor([a.kind for a in found], dtype=torch.long)
    total = WEIGHTS["kind"] * cross_entropy(answers["kind"], kinds, reduction="sum")
    stances = torch.tensor([a.stance for a in found], dtype=torch.long)
    return total + WEIGHTS["stance"] * cross_entropy(answers["stance"][at], stances, reduction="sum")


def _related(
    net: Network,
    found: list[Anchor],
    asked: tuple[str, ...],
    heads: Tensor,
    others: Tensor,
    start: int,
) -> Tensor:
    if not found:
        return torch.zeros(())
    which = [RELATIONS.index(r) for r in asked]
    scores = net.related(heads, others, _at(found, start))[:, which]
    now = scores.detach().numpy()
    answers = [[wanted(a, r, now[i, j], start) for j, r in enumerate(asked)] for i, a in enumerate(found)]
    gold, counts = torch.from_numpy(np.array(answers, dtype=np.float32)).unbind(2)
    weights = torch.tensor([WEIGHTS[r] for r in asked])[None, :, None] * counts
    return (weights * binary_cross_entropy_with_logits(scores, gold, reduction="none")).sum()
