"""The reader that asks a language model, passage by passage."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from whosays.model import Claim, Kind, Report, Span
from whosays.read.document import Document
from whosays.read.llm.align import find
from whosays.read.llm.answer import Proposed, proposals
from whosays.read.llm.claims import Aligned, Warn, label
from whosays.read.llm.endpoint import Endpoint
from whosays.read.llm.prompt import Passage, instructions, passages, question
from whosays.read.names import Names
from whosays.read.parts import Findings
from whosays.read.protocols import AttributionReader
from whosays.read.statements import Statements
from whosays.read.voices import besides

log = logging.getLogger("whosays.read.llm")
"""Told of everything that a model proposed and that was left out."""


@dataclass(frozen=True, slots=True)
class LLMReader:
    """Claims as a language model proposes them; attributions, names, dates and numbers are read here."""

    endpoint: Endpoint
    attribution: AttributionReader

    @property
    def name(self) -> str:
        """The reader with the model's name."""
        return f"llm-1:{self.endpoint.model}"

    def read(self, report: Report, doc: Document) -> Findings:
        """What is found in a report; ReaderError if the endpoint gives no answer."""
        attributions = self.attribution.attributions(doc)
        names = Names.of(doc, Statements.of(attributions))
        claims = {c.id: c for passage in passages(doc) for c in self._claims(report, doc, names, passage)}
        return Findings(attributions, tuple(sorted(claims.values(), key=lambda c: c.trigger.start)))

    def _claims(self, report: Report, doc: Document, names: Names, passage: Passage) -> Iterator[Claim]:
        warn = partial(log.warning, "%s: %s", report.id)
        for proposed in proposals(self.endpoint.ask(instructions(), question(report, passage))):
            if isinstance(proposed, str):
                warn(proposed)
            elif (claim := _claim(report, doc, names, passage, proposed, warn)) is not None:
                yield claim


def _claim(
    report: Report, doc: Document, names: Names, passage: Passage, proposed: Proposed, warn: Warn
) -> Claim | None:
    """The claim of a proposal; None, with a warning, if its trigger is not there or its kind is none."""
    kind = label(Kind, proposed.kind, warn)
    trigger = _trigger(doc.text, passage, proposed)
    if trigger is None:
        warn(f"the trigger “{proposed.trigger}” is not in the passage and its claim left out")
    if kind is None or trigger is None or (head := doc.head(trigger)) is None:
        return None
    claim = Aligned(doc, names, trigger, doc.sentence(head), warn).claim(report.digest, kind, proposed)
    return replace(claim, voices=besides(report.publisher, claim.voices))


def _trigger(text: str, passage: Passage, proposed: Proposed) -> Span | None:
    """Where the trigger stands: in its sentence, else anywhere in the passage."""
    said = next((span for number, span in passage if number == proposed.sentence), None)
    first, last = passage[0][1], passage[-1][1]
    found = find(text, proposed.trigger, said.start if said else first.start, said)
    return found if found is not None and first.start <= found.start and found.end <= last.end else None
