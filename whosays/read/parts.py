"""What the parts of the reader hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from whosays.model import Attribution, Cause, Claim, Interval, Kind, Location, Named, Reason, Span
from whosays.read.pairs import Ties


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that makes a claim; `head` is its syntactic head, `ties` the words tied to it.

    `logit` is how much more the network believes in a claim than in none.
    """

    head: Token
    span: Span
    kind: Kind
    ties: Ties
    logit: float


@dataclass(frozen=True, slots=True)
class Findings:
    """What a reader finds in a report: who says what, the claims, and which is the cause of which."""

    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    causes: tuple[Cause, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The days of a claim, and the words that say so."""

    interval: Interval
    span: Span


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills the slots of one claim."""

    actor: tuple[Named, ...]
    target: tuple[Named, ...]
    place: Location | None
    setting: Location | None
    """The country to fall back on where neither this claim nor the one before has a place."""

    time: Dated | None
