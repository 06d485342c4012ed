"""Sentences put into somebody's mouth: every construction, and voices within voices.

The attribution benchmark marks only the outermost attribution, and knows few of the forms in which reports of
war pass on what others say. A sentence of which all is marked keeps its marks when somebody else is made
to say it: its own attributions become inner ones, its claims get the new voices.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.marked import Edit, Mark, Marked, Span, edited
from whosays.read.encoder.questions import STANCES

DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("frames.toml").read_text(encoding="utf-8"))
WORDS: dict[str, list[str]] = DATA["words"]
FRAMES: list[dict[str, Any]] = DATA["frames"]
RANKS = [frame.get("rank", 1) for frame in FRAMES]
SHARE = 0.4
"""Share of the sentences that can be framed that are."""

LONGEST = 300
"""Characters of the longest sentence that is framed."""

TOKEN = re.compile(r"<(/?)([sckvw])(\d)>|\{(\w+)\}|([^<{]+)")
QUOTES = re.compile(r"[\"“”«»]|``|''")
ROLES = {"s": "source", "c": "cue", "k": "content", "v": "voice", "w": "told"}

Tagged = dict[int, dict[str, list[Span]]]
"""Spans by the number of an attribution and what they are in it."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A frame filled around one or two sentences: the edits that make it, and its spans in the new words."""

    edits: list[Edit]
    start: int
    tagged: Tagged
    stance: str | None


def framed(marked: Marked, sentences: list[Span], rng: random.Random) -> Marked:
    """The text with some of its sentences framed."""
    frames, at = [], 0
    fit = [s for s in sentences if _can_be_framed(marked, s)]
    for i, sentence in enumerate(fit):
        if sentence[0] >= at and rng.random() < SHARE:
            after = fit[i + 1] if i + 1 < len(fit) and fit[i + 1][0] - sentence[1] <= 1 else None
            frame = _fill(marked, sentence, after, rng)
            frames.append(frame)
            at = max(edit.end for edit in frame.edits)
    return _with_marks(marked, frames)


def _can_be_framed(marked: Marked, sentence: Span) -> bool:
    """A plain sentence in which every attribution is marked and has a source, and no claim has a voice."""
    start, end = sentence
    text = marked.text[start:end]
    if end - start > LONGEST or not text.endswith(".") or QUOTES.search(text) or "\n" in text:
        return False
    known = all(_is_whole(mark, sentence) for mark in _touching(marked.cues or [], sentence))
    return known and not any(m.parts["voice"] for m in _touching(marked.triggers or [], sentence))


def _touching(marks: list[Mark], sentence: Span) -> list[Mark]:
    start, end = sentence
    return [m for m in marks if any(s < end and e > start for s, e in (*m.head, *_own(m)))]


def _own(mark: Mark) -> list[Span]:
    """The spans of a mark that cannot lie elsewhere: a claim's slots may be named far away."""
    return [s for part in ("source", "cue", "content") for s in mark.parts.get(part, [])]


def _is_whole(mark: Mark, sentence: Span) -> bool:
    start, end = sentence
    inside = all(start <= s and e <= end for s, e in _own(mark))
    return inside and bool(mark.parts["source"]) and not mark.inner


def _fill(marked: Marked, sentence: Span, after: Span | None, rng: random.Random) -> Framed:
    """A frame drawn for a sentence and, if it takes two, the one after it."""
    frame = rng.choices(FRAMES, RANKS)[0]
    while after is None and frame["text"].count("{clause}") > 1:
        frame = rng.choices(FRAMES, RANKS)[0]
    return _build(marked, frame, [sentence, after] if after else [sentence], rng)


def _build(marked: Marked, frame: dict[str, Any], clauses: list[Span | None], rng: random.Random) -> Framed:
    left = [c for c in clauses if c][: frame["text"].count("{clause}")]
    start, edits, words, length = left[0][0], list[Edit](), "", 0
    at, opened, tagged = start, dict[str, int](), defaultdict[int, dict[str, list[Span]]](dict)
    for closes, role, number, name, plain in TOKEN.findall(frame["text"]):
        here = length + len(words)
        if role and not closes:
            opened[role + number] = here
        elif role:
            tagged[int(number)].setdefault(ROLES[role], []).append((opened.pop(role + number), here))
        elif name == "clause":
            first, last = left.pop(0)
            first_letter = _first_letter(marked, first, begins=here == 0)
            edits.append(Edit(at, first + 1, words + first_letter))
            length, words, at = here + last - 1 - first, "", last - 1
        else:
            said = rng.choice(WORDS[name]) if name else plain
            words += said[:1].upper() + said[1:] if here == 0 else said
    edits.append(Edit(at, at + 1, words))
    return Framed(edits, start, dict(tagged), frame.get("stance"))


def _first_letter(marked: Marked, at: int, *, begins: bool) -> str:
    """A small letter, unless the sentence begins with a name or still begins the frame."""
    letter = marked.text[at]
    named = any(n.span[0] == at for n in marked.names or ()) or marked.text[at + 1 : at + 2].isupper()
    return letter if begins or named else letter.lower()


def _with_marks(marked: Marked, frames: list[Framed]) -> Marked:
    """The text after all edits, with the marks of the frames."""
    result = edited(marked, [e for f in frames for e in f.edits])
    shift, moved = 0, []
    for frame in frames:
        moved.append((frame, frame.start + shift))
        shift += sum(len(e.words) - (e.end - e.start) for e in frame.edits)
    cues = [c for frame, by in moved for c in _cues(frame, by)]
    contents = [c.parts["content"] for c in cues if not c.inner]
    own = [replace(c, inner=c.inner or _stands_in(c.head, contents)) for c in result.cues or []]
    triggers = [_voiced(t, moved) for t in result.triggers or []]
    settled = [s for c in cues for part in c.parts.values() for s in part]
    return replace(
        result,
        cues=[*own, *cues],
        triggers=triggers if result.triggers is not None else None,
        settled=None if result.settled is None else [*result.settled, *settled],
    )


def _cues(frame: Framed, by: int) -> Iterator[Mark]:
    for number, spans in frame.tagged.items():
        parts = {role: _shifted(spans.get(role, []), by) for role in ("source", "cue", "content")}
        yield Mark(parts["cue"], parts, inner=number == 2)


def _shifted(spans: list[Span], by: int) -> list[Span]:
    return [(s + by, e + by) for s, e in spans]


def _stands_in(head: list[Span], contents: list[list[Span]]) -> bool:
    return any(s <= head[0][0] < e for spans in contents for s, e in spans)


def _voiced(trigger: Mark, frames: list[tuple[Framed, int]]) -> Mark:
    """A claim with the voices, and the stance, of the frame that it stands in."""
    for frame, by in frames:
        voices = [v for spans in frame.tagged.values() for v in _voices_for(trigger, spans, by)]
        if voices or _stands_in(trigger.head, [_shifted(t["content"], by) for t in frame.tagged.values()]):
            stance = STANCES.index(frame.stance) if frame.stance and trigger.stance == 0 else trigger.stance
            return replace(trigger, parts=trigger.parts | {"voice": voices}, stance=stance)
    return trigger


def _voices_for(trigger: Mark, spans: dict[str, list[Span]], by: int) -> list[Span]:
    if not _stands_in(trigger.head, [_shifted(spans["content"], by)]):
        return []
    return _shifted([*(spans.get("voice") or spans.get("source", [])), *spans.get("told", [])], by)
