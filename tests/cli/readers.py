"""A reader for tests of the command line, quick to load and easy to foretell."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING

from whosays.model import Claim, Kind, Reading, Reason, Report, Span, Stance, Voice, VoiceSort

if TYPE_CHECKING:
    import pytest  # not in the processes of archives' tests

SENTENCE = re.compile(r"[^.\s][^.]*\.?")


class WordReader:
    """Takes every "shelled" for a claim, and every "River Post" in the sentence for its voice."""

    name = "words 1"

    @staticmethod
    def default() -> WordReader:
        """The only one there is."""
        return WordReader()

    def read_all(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """A reading of each report, one by one."""
        return map(self.read, reports)

    def explain(self, report: Report) -> tuple[Reading, tuple[Reason, ...]]:
        """The reading of one report, without reasons."""
        return self.read(report), ()

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        sentences = SENTENCE.finditer(report.text)
        claims = tuple(claim for found in sentences for claim in _claims(report.text, found))
        return Reading(report, self.name, (), (), (), claims)


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command line find this reader where it looks for the real one."""
    monkeypatch.setitem(sys.modules, "whosays.pipeline", SimpleNamespace(Pipeline=WordReader))


def _claims(text: str, sentence: re.Match[str]) -> Iterator[Claim]:
    evidence = Span.of(text, *sentence.span())
    posts = re.finditer("River Post", evidence.quote)
    voices = [Span.of(text, evidence.start + p.start(), evidence.start + p.end()) for p in posts]
    for found in re.finditer("shelled", evidence.quote):
        yield Claim(
            id=f"{evidence.start + found.start()}",
            trigger=Span.of(text, evidence.start + found.start(), evidence.start + found.end()),
            kind=Kind.SHELLING,
            stance=Stance.UNCONFIRMED if "reportedly" in evidence.quote else Stance.ASSERTED,
            evidence=evidence,
            voices=tuple(Voice(v.quote, v, VoiceSort.OUTLET) for v in voices),
        )
