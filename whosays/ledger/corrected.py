"""A claim as somebody corrected one of its slots: nothing else of it changes, its evidence neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from whosays.ledger.text import fold
from whosays.model import (
    Amount,
    Claim,
    Decision,
    Figure,
    FigureSort,
    Interval,
    Judgement,
    Kind,
    Location,
    Meant,
    Measure,
    Named,
    Part,
    Span,
    Stance,
    Voice,
    VoiceSort,
)

N = TypeVar("N", Named, Voice)


def corrected(claim: Claim, judgement: Judgement) -> Claim:
    """The claim with the slot that `judgement` is on as it is judged; accepted, it stays as it was read."""
    if judgement.decision is Decision.ACCEPT:
        return claim
    if isinstance(judgement.slot, Measure):
        return replace(claim, figures=_figures(claim, judgement.slot, judgement.value))
    match judgement.slot:
        case Part.ACTOR:
            return replace(claim, actor=_named(claim, claim.actor, judgement.named))
        case Part.TARGET:
            return replace(claim, target=_named(claim, claim.target, judgement.named))
        case Part.VOICE:
            return replace(claim, voices=_voices(claim, judgement.named))
        case Part.PLACE:
            return replace(claim, place=_location(claim, judgement))
    return _valued(claim, judgement)


def _valued(claim: Claim, judgement: Judgement) -> Claim:
    match judgement.value:
        case Kind() as kind:
            return replace(claim, kind=kind)
        case Stance() as stance:
            return replace(claim, stance=stance)
        case Interval() as time:
            return replace(claim, time=time)
    return replace(claim, time=None)


def _figures(claim: Claim, measure: Measure, amount: object) -> tuple[Figure, ...]:
    """Its figures: of a corrected measure what is counted is as judged, and parts of it are as read."""
    others = tuple(figure for figure in claim.figures if figure.measure is not measure)
    read = [figure for figure in claim.figures if figure.measure is measure]
    if not isinstance(amount, Amount):
        return others
    counted = next((each for each in read if each.sort is FigureSort.COUNT), None)
    made = counted or Figure(measure, None, None, claim.evidence)
    parts = tuple(figure for figure in read if figure.sort is not FigureSort.COUNT)
    return (replace(made, low=amount.low, high=amount.high), *parts, *others)


def _named(claim: Claim, read: Sequence[Named], meant: Sequence[Meant]) -> tuple[Named, ...]:
    known = {fold(each.name): each.span for each in read}
    return tuple(Named(each.name, _span(claim, each.name, known), each.party) for each in meant)


def _voices(claim: Claim, meant: Sequence[Meant]) -> tuple[Voice, ...]:
    """Those who are meant, with the sort and the role that was read where the name is one of those read."""
    read = {fold(each.name): each for each in claim.voices}
    known = {name: voice.span for name, voice in read.items()}
    return tuple(
        replace(read[name], party=each.party)
        if (name := fold(each.name)) in read
        else Voice(each.name, _span(claim, each.name, known), VoiceSort.UNKNOWN, each.party)
        for each in meant
    )


def _location(claim: Claim, judgement: Judgement) -> Location | None:
    if judgement.place is None:
        return None
    name = judgement.name or judgement.place.name
    known = {fold(claim.place.name): claim.place.span} if claim.place else {}
    return Location(name, _span(claim, name, known), judgement.place)


def _span(claim: Claim, name: str, known: dict[str, Span]) -> Span:
    """Where the name stands, as it was read, or in the evidence; the whole evidence where it does not."""
    if fold(name) in known:
        return known[fold(name)]
    start = claim.evidence.quote.find(name)
    if start < 0 or not name:
        return claim.evidence
    first = claim.evidence.start + start
    return Span(first, first + len(name), name)
