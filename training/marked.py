"""A text with what is marked in it, as spans of characters, so that the text can still be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

Span = tuple[int, int]
Parts = dict[str, list[Span]]


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of a cue or a trigger (`head`), and those that belong to it by relation."""

    head: list[Span]
    parts: Parts
    """What is not known of a mark is not among its parts."""

    mentions: dict[str, list[list[Span]]] = field(default_factory=dict)
    """Of a trigger's slots: where each value is mentioned, the nearest first; any of them may be meant."""

    kind: int = 0
    stance: int = 0
    inner: bool = False
    """Of a cue: whether it stands in what another one says."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, with its label among the answers of the network's question."""

    span: Span
    sort: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One text; what is None was never marked in it."""

    text: str
    cues: list[Mark] | None = None
    triggers: list[Mark] | None = None
    names: list[Name] | None = None
    settled: list[Span] | None = None
    """Where all cues are marked; None is everywhere."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in the place of those from `start` to `end`."""

    start: int
    end: int
    words: str


def edited(marked: Marked, edits: Iterable[Edit]) -> Marked:
    """The text after edits, of which those that overlap an earlier one are left out, with all marks moved."""
    pieces, moved, at, length = [], np.zeros(len(marked.text) + 1, dtype=np.int64), 0, 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            continue
        moved[at : edit.start] = np.arange(length, length + edit.start - at)
        pieces += [marked.text[at : edit.start], edit.words]
        length += edit.start - at
        moved[edit.start : edit.end] = length
        length += len(edit.words)
        at = edit.end
    moved[at:] = np.arange(length, length + len(marked.text) - at + 1)
    pieces.append(marked.text[at:])
    return _moved(marked, "".join(pieces), moved.tolist())


def _moved(marked: Marked, text: str, to: list[int]) -> Marked:
    def span(old: Span) -> Span:
        return to[old[0]], to[old[1]]

    def mark(old: Mark) -> Mark:
        parts = {part: [span(s) for s in spans] for part, spans in old.parts.items()}
        mentions = {
            part: [[span(s) for s in spans] for spans in values] for part, values in old.mentions.items()
        }
        return replace(old, head=[span(s) for s in old.head], parts=parts, mentions=mentions)

    return Marked(
        text,
        None if marked.cues is None else [mark(m) for m in marked.cues],
        None if marked.triggers is None else [mark(m) for m in marked.triggers],
        None if marked.names is None else [Name(span(n.span), n.sort) for n in marked.names],
        None if marked.settled is None else [span(s) for s in marked.settled],
    )
