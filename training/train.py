"""Trains the network on the benchmark data.

    python -m training.train BENCH SELFTAUGHT ENCODER OUT [--steps N]

BENCH is the folder of the data sets, SELFTAUGHT the file that training.selftaught wrote, ENCODER a folder
with MiniLM's weights, OUT the checkpoint to write.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from training.corpus import Corpus, Text, load
from training.labels import Example, example
from training.loss import window_loss
from training.marked import Marked
from training.nesting import framed
from training.network import Network
from training.variants import renamed, roughened
from whosays.read.encoder.pieces import END, START
from whosays.read.encoder.windows import LENGTH, last_break, sentence_ends

SEED = 20
BATCH = 8
STEPS = 9500
WARM_UP = 150
SHARES = {"spoken": 0.63, "coded": 0.22, "selftaught": 0.15}
"""Share of the batches by their data: coded reports are a tenth of the text and the harder task."""

REPORT, SAVE = 50, 400
"""Steps between lines of progress, and between checkpoints."""

RATE, HEAD_RATE = 1.2e-4, 5e-4
FRAMED, ROUGH = 0.45, 0.35
"""Shares of the texts taken with framed sentences, and of the articles taken without some of their marks."""

RENAMED = 0.5
"""Share of the coded reports taken with other names."""

HIDDEN, MASK = 0.08, 103
"""Share of the pieces that are hidden, lest texts be learnt by heart, and the id that hides one."""

SHORTENED, SHORT = 0.15, (30, 90)
"""Share of the texts cut into short windows, and their pieces: whoever reads a single line has no more."""


@dataclass(frozen=True, slots=True)
class Item:
    """Pieces `start` to `end` of an example."""

    example: Example
    start: int
    end: int


def cut(example: Example, rng: random.Random) -> list[Item]:
    """An example in windows that do not overlap, cut at other places each time, sometimes into short ones."""
    breaks, items, start = sentence_ends(example.pieces), [], 0
    usual = rng.randint(*SHORT) if rng.random() < SHORTENED else LENGTH
    length = rng.randint(usual // 3, usual)
    while start < len(example.pieces):
        end = min(len(example.pieces), start + length)
        if end < len(example.pieces):
            end = last_break(breaks, (start + end) // 2, end)
        items.append(Item(example, start, end))
        start, length = end, usual
    return items


def batches(examples: list[Example], rng: random.Random) -> list[list[Item]]:
    """All examples once, in batches of windows of like length."""
    items = [item for example in examples for item in cut(example, rng)]
    items.sort(key=lambda i: (i.end - i.start) // 24 + rng.random())
    made = [items[i : i + BATCH] for i in range(0, len(items), BATCH)]
    rng.shuffle(made)
    return made


def collate(items: list[Item]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, shapes and mask of a batch, with the encoder's marks around each window and some pieces hidden."""
    length = max(i.end - i.start for i in items) + 2
    ids, shapes, mask = (torch.zeros(len(items), length, dtype=torch.long) for _ in range(3))
    for row, item in enumerate(items):
        n, p = item.end - item.start, item.example.pieces
        ids[row, : n + 2] = torch.tensor([START, *p.ids[item.start : item.end], END])
        shapes[row, 1 : n + 1] = torch.tensor(p.shapes[item.start : item.end])
        mask[row, : n + 2] = 1
    hidden = (torch.rand(ids.shape) < HIDDEN) & (ids != START) & (ids != END) & (mask == 1)
    return ids.masked_fill(hidden, MASK), shapes, mask


def loss(net: Network, items: list[Item]) -> Tensor:
    """The mean over a batch's windows of what their examples teach."""
    with torch.autocast("cpu", torch.bfloat16):
        found = net(*collate(items))
    rows = zip(items, *(f.float().unbind() for f in found), strict=True)
    return torch.stack([_of_window(net, item, *answers) for item, *answers in rows]).mean()


def _of_window(net: Network, item: Item, *answers: Tensor) -> Tensor:
    """What one window teaches; the marks around it and what pads it say nothing."""
    inside = slice(1, item.end - item.start + 1)
    return window_loss(net, item.example, item.start, item.end, *(a[inside] for a in answers))


def stream(data: Corpus, rng: random.Random) -> Iterator[list[Item]]:
    """Batches without end: articles and coded reports in their share, each time in another form."""
    pools: dict[str, list[list[Item]]] = {name: [] for name in SHARES}
    while True:
        (name,) = rng.choices(list(SHARES), list(SHARES.values()))
        if not pools[name]:
            change, share = (roughened, ROUGH) if name == "spoken" else (renamed, RENAMED)
            texts: list[Text] = getattr(data, name)
            pools[name] = batches([example(form(t, change, share, rng)) for t in texts], rng)
        yield pools[name].pop()


def form(
    text: Text, change: Callable[[Marked, random.Random], Marked], share: float, rng: random.Random
) -> Marked:
    """A text in one of its forms; the names that frames bring are not marked, so names are left out then."""
    is_framed = rng.random() < FRAMED
    marked = framed(text.marked, text.sentences, rng) if is_framed else text.marked
    marked = change(marked, rng) if rng.random() < share else marked
    return replace(marked, names=None) if is_framed else marked


def train(data: Corpus, encoder: str, out: Path, steps: int) -> None:
    """Trains for a number of steps and writes the checkpoint, also every few steps on the way."""
    torch.manual_seed(SEED)
    net = Network(encoder).train()
    optimizer, schedule = optimization(net, steps)
    began, seen = time.monotonic(), 0.0
    for step, batch in enumerate(islice(stream(data, random.Random(SEED)), steps), start=1):
        seen = 0.98 * seen + 0.02 * learn(net, batch, optimizer)
        schedule.step()
        if step % REPORT == 0:
            minutes = (time.monotonic() - began) / 60
            print(f"{minutes:6.1f} min  step {step}  loss {seen / (1 - 0.98**step):.4f}", flush=True)
        if step % SAVE == 0 or step == steps:
            torch.save(net.state_dict(), out)


def optimization(net: Network, steps: int) -> tuple[Optimizer, LambdaLR]:
    """AdamW with a rate that rises and then falls to nothing; what is new learns faster."""
    own, new = (
        [p for n, p in net.named_parameters() if n.startswith("encoder.") is flag] for flag in (True, False)
    )
    groups = [{"params": own, "lr": RATE}, {"params": new, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    return optimizer, LambdaLR(optimizer, lambda s: min((s + 1) / WARM_UP, (steps - s) / (steps - WARM_UP)))


def learn(net: Network, batch: list[Item], optimizer: Optimizer) -> float:
    """One step; the loss before it."""
    value = loss(net, batch)
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return float(value.detach())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("selftaught", type=Path)
    parser.add_argument("encoder")
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    args = parser.parse_args()
    train(load(args.bench, args.selftaught), args.encoder, args.out, args.steps)
