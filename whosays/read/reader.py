"""The conductor: a document through every part of the reader to claims."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model import Claim, Report, Voice
from whosays.model.identity import claim_id
from whosays.read.attribution import LearntAttributions
from whosays.read.causes import causes
from whosays.read.document import Document
from whosays.read.events import LearntEvents
from whosays.read.figures import LearntFigures
from whosays.read.names import Names
from whosays.read.parts import Findings, Slots, Trigger
from whosays.read.protocols import (
    AttributionReader,
    EventReader,
    FigureReader,
    SlotReader,
    StanceReader,
    VoiceReader,
)
from whosays.read.reasons import reasons
from whosays.read.slots import LearntSlots
from whosays.read.stance import LexicalStance
from whosays.read.statements import Statements
from whosays.read.twice import told_once
from whosays.read.voices import AttributedVoices, besides


@dataclass(frozen=True, slots=True)
class _Work:
    """What all claims of one report are read with."""

    digest: str
    publisher: str | None
    doc: Document
    names: Names


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads claims with one part for each question. `name` changes whenever its answers may."""

    name: str
    attribution: AttributionReader
    events: EventReader
    slots: SlotReader
    figures: FigureReader
    stance: StanceReader
    voices: VoiceReader

    def read(self, report: Report, doc: Document) -> Findings:
        """What is found in a report, in the order of its text."""
        attributions = self.attribution.attributions(doc)
        triggers = self.events.triggers(doc)
        statements = Statements.of(attributions)
        names = Names.of(doc, statements)
        slots = self.slots.slots(doc, names, triggers)
        voices = self.voices.voices(doc, names, statements, triggers)
        work = _Work(report.digest, report.publisher, doc, names)
        found = zip(triggers, slots, voices, strict=True)
        read = told_once(
            (t, s, claim) for t, s, v in found if _brings_something(claim := self._claim(work, t, s, v))
        )
        claims = tuple(claim for *_, claim in read)
        explained = causes(doc, statements, tuple(trigger for trigger, *_ in read), claims)
        why = tuple(reason for parts in read for reason in reasons(doc, *parts))
        return Findings(attributions, claims, explained, why)

    def _claim(self, work: _Work, trigger: Trigger, slots: Slots, voices: tuple[Voice, ...]) -> Claim:
        doc, names = work.doc, work.names
        return Claim(
            id=claim_id(work.digest, trigger.span, trigger.kind),
            trigger=trigger.span,
            kind=trigger.kind,
            stance=self.stance.stance(doc, trigger),
            evidence=doc.sentence(trigger.head),
            voices=besides(work.publisher, voices),
            actor=slots.actor,
            target=tuple(n for n in slots.target if not any(n.span.touches(v.span) for v in voices)),
            place=slots.place,
            time=slots.time.interval if slots.time else None,
            figures=self.figures.figures(doc, names, trigger),
        )


def _brings_something(claim: Claim) -> bool:
    """Whether a claim has a slot of its own: "the attack" alone is a mention of what was said before."""
    return bool(claim.actor or claim.target or claim.place or claim.time or claim.figures)


def default_reader() -> Reader:
    """The reader that stands on the shared encoder, a parser and lexicons."""
    return Reader(
        name="encoder-3.2",
        attribution=LearntAttributions(),
        events=LearntEvents(),
        slots=LearntSlots(),
        figures=LearntFigures(),
        stance=LexicalStance(),
        voices=AttributedVoices(),
    )
