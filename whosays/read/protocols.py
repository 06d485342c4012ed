"""What reads a report, and the parts of the reader that is the default; `reader.py` joins them."""

from __future__ import annotations

from typing import Protocol

from whosays.model import Attribution, Figure, Report, Stance, Voice
from whosays.read.document import Document
from whosays.read.names import Names
from whosays.read.parts import Findings, Slots, Trigger
from whosays.read.statements import Statements


class ReportReader(Protocol):
    """Attributions, claims and causes. `name` changes whenever its answers may."""

    @property
    def name(self) -> str:
        """The reader and its version."""

    def read(self, report: Report, doc: Document) -> Findings:
        """What is found in a report, in the order of its text."""


class AttributionReader(Protocol):
    """Who says what: source, cue and content."""

    def attributions(self, doc: Document) -> tuple[Attribution, ...]:
        """All attributions of a document, in order."""


class EventReader(Protocol):
    """The words that make a claim."""

    def triggers(self, doc: Document) -> tuple[Trigger, ...]:
        """All triggers of a document, in order."""


class SlotReader(Protocol):
    """Actor, target, place and time."""

    def slots(self, doc: Document, names: Names, triggers: tuple[Trigger, ...]) -> tuple[Slots, ...]:
        """The slots of each trigger, in order."""


class FigureReader(Protocol):
    """Numbers."""

    def figures(self, doc: Document, names: Names, trigger: Trigger) -> tuple[Figure, ...]:
        """The figures of one claim, in order."""


class StanceReader(Protocol):
    """How the voice stands to the claim."""

    def stance(self, doc: Document, trigger: Trigger) -> Stance:
        """The stance of one claim."""


class VoiceReader(Protocol):
    """Who says so."""

    def voices(
        self, doc: Document, names: Names, statements: Statements, triggers: tuple[Trigger, ...]
    ) -> tuple[tuple[Voice, ...], ...]:
        """The chain of voices of each claim, outermost first."""
