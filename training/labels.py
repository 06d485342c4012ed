"""Marked spans as labels of word pieces."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.marked import Mark, Marked, Name, Span
from whosays.read.encoder.pieces import Pieces, pieces
from whosays.read.encoder.questions import NAMES

Indices = NDArray[np.int64]

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
AUXILIARIES = frozenset(WORDS["auxiliaries"])


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """The head piece of a cue or trigger, with the pieces that belong to it by relation."""

    piece: int
    parts: dict[str, Indices]
    mentions: dict[str, list[list[Indices]]]
    kind: int
    stance: int
    inner: bool

    @property
    def reach(self) -> tuple[int, int]:
        """The first piece and the one after the last that have a part in it."""
        every = np.concatenate([np.array([self.piece]), *self.parts.values()])
        return int(every.min()), int(every.max()) + 1


@dataclass(frozen=True, slots=True)
class Example:
    """One text with its labels; what is None is not taught on it."""

    pieces: Pieces
    cues: list[Anchor] | None
    triggers: list[Anchor] | None
    names: Indices | None
    unsettled: Indices
    """Pieces where a cue may stand that nobody marked."""

    unmarked: Indices
    """The same for an inner cue."""


def example(marked: Marked) -> Example:
    """The text in pieces, with everything marked in it."""
    text = pieces(marked.text)
    cues = None if marked.cues is None else _anchors(text, marked.cues)
    triggers = None if marked.triggers is None else _anchors(text, marked.triggers)
    names = None if marked.names is None else _names(text, marked.names)
    everywhere = np.arange(len(text))
    settled = everywhere if marked.settled is None else covered(text, marked.settled)
    return Example(text, cues, triggers, names, np.setdiff1d(everywhere, settled), _unmarked(cues or []))


def _anchors(text: Pieces, marks: list[Mark]) -> list[Anchor]:
    found = []
    for mark in marks:
        head = head_piece(text, mark.head)
        if head is not None:
            parts = {part: covered(text, spans) for part, spans in mark.parts.items()}
            if "content" in parts:
                parts["opens"], parts["closes"] = ends(text, mark.parts["content"])
            mentions = {
                part: [[covered(text, [s]) for s in spans] for spans in values]
                for part, values in mark.mentions.items()
            }
            found.append(Anchor(head, parts, mentions, mark.kind, mark.stance, mark.inner))
    return found


def _unmarked(cues: list[Anchor]) -> Indices:
    """What is said in the attributions within which no inner one is marked."""
    inner = {a.piece for a in cues if a.inner}
    plain = [
        a.parts["content"] for a in cues if not a.inner and inner.isdisjoint(a.parts["content"].tolist())
    ]
    return np.unique(np.concatenate([np.zeros(0, np.int64), *plain]))


def _names(text: Pieces, names: list[Name]) -> Indices:
    labels = np.zeros(len(text), dtype=np.int64)
    for name in names:
        inside = covered(text, [name.span])
        labels[inside] = NAMES.index(f"I-{name.sort}")
        labels[inside[:1]] = NAMES.index(f"B-{name.sort}")
    return labels


def covered(pieces: Pieces, spans: list[Span]) -> Indices:
    """Indices of the pieces that share a character with any of the spans."""
    found = [np.flatnonzero((pieces.starts < end) & (pieces.ends > start)) for start, end in spans]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


def ends(pieces: Pieces, spans: list[Span]) -> tuple[Indices, Indices]:
    """The first and the last piece of every span."""
    inside = [found for span in spans if len(found := covered(pieces, [span]))]
    first, last = ([found[i] for found in inside] for i in (0, -1))
    return np.array(first, dtype=np.int64), np.array(last, dtype=np.int64)


def head_piece(pieces: Pieces, spans: list[Span]) -> int | None:
    """The piece that stands for a cue: its first word that is no auxiliary, else its first."""
    found = [int(i) for i in covered(pieces, spans)]
    words = [i for i in found if not _inside_word(pieces, i)]
    heads = [i for i in words if _word(pieces, i).isalnum() and _word(pieces, i) not in AUXILIARIES]
    return next(iter(heads or words or found), None)


def _word(pieces: Pieces, i: int) -> str:
    return pieces.text[pieces.starts[i] : pieces.ends[i]].lower()


def _inside_word(pieces: Pieces, i: int) -> bool:
    return i > 0 and pieces.starts[i] == pieces.ends[i - 1] and pieces.text[pieces.starts[i]].isalnum()
