"""What a reader found in one report."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model.cause import Cause
from whosays.model.claim import Claim
from whosays.model.loaded import Loaded
from whosays.model.place import PlaceMention
from whosays.model.report import Report
from whosays.model.span import Span
from whosays.model.time import TimeMention
from whosays.model.vocabulary import NameSort


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name as the reader saw it."""

    span: Span
    sort: NameSort


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one reported statement, each in one or more parts.

    `parent` is the index, within the reading, of the attribution whose content this one stands in.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and everything read in it, in the order of the text.

    `reader` names the reader and its version: another reader's reading stands beside, not instead.
    """

    report: Report
    reader: str
    attributions: tuple[Attribution, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    claims: tuple[Claim, ...]
    loaded: tuple[Loaded, ...] = ()
    causes: tuple[Cause, ...] = ()
