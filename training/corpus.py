"""The training data: PolNeAR's attributions, coded claims, and names by a parser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from bench.scorers.names import interval
from training.marked import Mark, Marked, Parts, Span
from training.silver import silver
from training.split import taught
from training.teacher.entities import names, parsed
from whosays.ground.calendar import Calendar
from whosays.model import Interval
from whosays.read.amounts import Amount, amount
from whosays.read.encoder.questions import KINDS, ROLES, STANCES

NEAR = 1500
"""Characters from a trigger within which a name or a time that fills a slot is looked for."""

CLOSE = 300
"""The same for a number."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A marked text and the sentences of it."""

    marked: Marked
    sentences: list[Span]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with attributions, reports with claims by coders, and by an earlier reader."""

    spoken: list[Text]
    coded: list[Text]
    selftaught: list[Text]


def load(bench: Path, selftaught: Path) -> Corpus:
    """The training data of the benchmark without what is held out, and what an earlier reader coded."""
    return Corpus(
        list(_texts(taught(list(rows(bench / "attribution/train.jsonl"))), attributions)),
        list(_texts(taught(list(rows(bench / "claims/train.jsonl"))), claims)),
        list(_texts(rows(selftaught), claims)),
    )


def _texts(found: Iterable[Row], marks: Callable[[Row, Doc], Marked]) -> Iterator[Text]:
    for row in found:
        syntax = parsed(row["text"])
        yield Text(marks(row, syntax), [_bounds(s) for s in syntax.sents])


def _bounds(sentence: Sentence) -> Span:
    """Where a sentence starts and ends, without the white space around it."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def rows(path: Path) -> Iterator[Row]:
    """The lines of a JSONL file."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def attributions(row: Row, syntax: Doc) -> Marked:
    """An article of the attribution benchmark."""
    cues = []
    for found in row["attributions"]:
        parts: Parts = {role: [(s, e) for s, e in found.get(role) or []] for role in ROLES}
        if parts["cue"] and parts["content"]:
            cues.append(Mark(parts["cue"], parts))
    return Marked(row["text"], cues=cues, names=names(syntax))


def claims(row: Row, syntax: Doc) -> Marked:
    """A coded report; what fills a slot becomes the nearest words of the text that say it."""
    finder, said = _Finder.of(row, syntax), silver(row["claims"], syntax)
    triggers = [finder.mark(claim) for claim in row["claims"]]
    return Marked(row["text"], said.cues, triggers, names(syntax), said.settled)


@dataclass(frozen=True, slots=True)
class _Finder:
    """A coded report with its times and numbers, to find the words that fill its slots."""

    text: str
    published: date | None
    """None where times were coded against a wrong day."""

    times: list[tuple[Interval, Span]]
    numbers: list[Amount]

    @classmethod
    def of(cls, row: Row, syntax: Doc) -> _Finder:
        day = date.fromisoformat(row["published"]) if row["times"] else None
        found = Calendar().find(row["text"], day) if day else ()
        times = [(t.interval, (t.span.start, t.span.end)) for t in found if t.interval is not None]
        return cls(row["text"], day, times, [a for t in syntax if (a := amount(t)) is not None])

    def mark(self, claim: Row) -> Mark:
        """A claim with the words of every slot that is known."""
        start, end = claim["trigger"]
        mentions = self._mentions(claim)
        parts: Parts = {slot: [spans[0] for spans in values] for slot, values in mentions.items()}
        parts["extent"] = [(start, end)]
        parts["voice"] = [spans[0] for voice in claim["voices"] if (spans := said(self.text, voice, start))]
        kind, stance = KINDS.index(claim["kind"]), STANCES.index(claim["stance"])
        return Mark([(start, end)], parts, mentions, kind, stance)

    def _mentions(self, claim: Row) -> dict[str, list[list[Span]]]:
        """Where each value of a slot is mentioned near the trigger; those that never are, are left out."""
        at = claim["trigger"][0]
        named = {"actor": claim["actor"], "target": claim["target"], "place": [claim["place"] or ""]}
        found = {slot: [said(self.text, name, at) for name in wanted] for slot, wanted in named.items()}
        found["figure"] = [_closest(self._said(figure), at, CLOSE) for figure in claim["figures"]]
        times = _closest(self._dating(claim["time"]), at, NEAR)
        if self.published and (times or not claim["time"]):
            found["time"] = [times]
        return {slot: [spans for spans in values if spans] for slot, values in found.items()}

    def _dating(self, value: str | None) -> list[Span]:
        """The times of a value; "since Wednesday" is a time of the spell from then to the publication."""
        wanted = interval(value or "")
        if wanted is None:
            return []
        spell = wanted[1] == self.published
        return [s for i, s in self.times if i.earliest == wanted[0] and (spell or i.latest == wanted[1])]

    def _said(self, figure: Row) -> list[Span]:
        bounds = {figure["low"], figure["high"]} - {None}
        same = [n for n in self.numbers if {n.low, n.high} - {None} == bounds]
        return [(n.first.idx, n.last.idx + len(n.last)) for n in same]


def _closest(spans: list[Span], at: int, within: int) -> list[Span]:
    return sorted((s for s in spans if abs(s[0] - at) <= within), key=lambda s: abs(s[0] - at))


def said(text: str, name: str, at: int) -> list[Span]:
    """The words near a point that say any of a name's alternatives, the closest first."""
    options = sorted((o for o in name.split("|") if o.strip()), key=len, reverse=True)
    if not options:
        return []
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, options)) + r")(?!\w)", re.IGNORECASE)
    return _closest([m.span() for m in pattern.finditer(text)], at, NEAR)
