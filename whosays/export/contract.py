"""Readings and claims as the JSON objects of the contract; shape.py says what each key means."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.export.shape import (
    AttributionShape,
    CauseShape,
    ClaimShape,
    FigureShape,
    LoadedShape,
    LocationShape,
    NamedShape,
    Offsets,
    PlaceShape,
    ReadingShape,
    ReasonShape,
    ReportedClaimShape,
    ScopeShape,
    Shape,
    TimeShape,
    VoiceShape,
)
from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Figure,
    Interval,
    Loaded,
    Location,
    Named,
    PlaceMention,
    Reading,
    Reason,
    Report,
    Scope,
    Span,
    TimeMention,
    Voice,
)


def line(record: Shape) -> str:
    """The record as one line of JSON Lines, without the line end; characters are not escaped."""
    return record.model_dump_json()


def reading_record(reading: Reading, reasons: Iterable[Reason] | None = None) -> ReadingShape:
    """The whole reading, as `whosays read --format jsonl` prints it; reasons only if they are wanted."""
    report = reading.report
    return ReadingShape(
        id=report.id,
        publisher=report.publisher,
        published=published(report),
        title=report.title,
        language=report.language,
        text=report.text,
        sha256=report.sha256,
        attributions=[_attribution(a) for a in reading.attributions],
        places=[_place(p) for p in reading.places],
        times=[_time(t) for t in reading.times],
        claims=[_claim(c) for c in reading.claims],
        loaded=[_loaded(word) for word in reading.loaded],
        causes=[_cause(cause) for cause in reading.causes],
        reasons=None if reasons is None else [_reason(reason) for reason in reasons],
    )


def claim_record(report: Report, claim: Claim) -> ReportedClaimShape:
    """A claim on its own, with its quote and the id, publisher, day and title of its report."""
    return ReportedClaimShape(
        **dict(_claim(claim)),
        quote=claim.evidence.quote,
        report=report.id,
        publisher=report.publisher,
        published=published(report),
        title=report.title,
    )


def published(report: Report) -> str | None:
    """The day or instant of publication in ISO 8601."""
    return report.published.isoformat() if report.published else None


def when(interval: Interval | None) -> str | None:
    """The day, or "start/end"; an interval open on one side is the day that is known.

    Readers of the contract take a day or two days, and would trip over an open end.
    """
    if interval is None:
        return None
    start = interval.earliest or interval.latest
    end = interval.latest or interval.earliest
    return str(start) if start == end else f"{start}/{end}"


def ends(interval: Interval | None) -> tuple[str | None, str | None]:
    """First and last day, None where that end is open or nothing is known."""
    days = (interval.earliest, interval.latest) if interval else (None, None)
    first, last = (day.isoformat() if day else None for day in days)
    return first, last


def number(value: float | None) -> int | float | None:
    """The value, as an int when it is whole."""
    return int(value) if value is not None and float(value).is_integer() else value


def _offsets(span: Span) -> Offsets:
    return span.start, span.end


def _all_offsets(spans: Iterable[Span]) -> list[Offsets]:
    return [_offsets(span) for span in spans]


def _attribution(attribution: Attribution) -> AttributionShape:
    return AttributionShape(
        source=_all_offsets(attribution.source),
        cue=_all_offsets(attribution.cue),
        content=_all_offsets(attribution.content),
        parent=attribution.parent,
    )


def _place(mention: PlaceMention) -> PlaceShape:
    place = mention.place
    return PlaceShape(
        span=_offsets(mention.span),
        text=mention.span.quote,
        name=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        geonames_id=place.geonames_id if place else None,
        country=place.country if place else None,
        kind=place.kind if place else None,
        precision=place.precision.value if place else None,
    )


def _time(mention: TimeMention) -> TimeShape:
    start, end = ends(mention.interval)
    return TimeShape(
        span=_offsets(mention.span),
        text=mention.span.quote,
        type=mention.type,
        value=mention.value,
        start=start,
        end=end,
    )


def _claim(claim: Claim) -> ClaimShape:
    return ClaimShape(
        id=claim.id,
        trigger=_offsets(claim.trigger),
        kind=claim.kind,
        stance=claim.stance,
        evidence=_offsets(claim.evidence),
        voices=[_voice(v) for v in claim.voices],
        actor=[_named(n) for n in claim.actor],
        target=[_named(n) for n in claim.target],
        place=_location(claim.place) if claim.place else None,
        time=when(claim.time),
        figures=[_figure(f) for f in claim.figures],
    )


def _voice(voice: Voice) -> VoiceShape:
    return VoiceShape(
        name=voice.name, span=_offsets(voice.span), sort=voice.sort, party=voice.party, role=voice.role
    )


def _loaded(word: Loaded) -> LoadedShape:
    return LoadedShape(
        span=_offsets(word.span), text=word.span.quote, sort=word.sort, said_by=word.said_by, note=word.note
    )


def _reason(reason: Reason) -> ReasonShape:
    return ReasonShape(
        claim=reason.claim,
        part=reason.part,
        span=_offsets(reason.span) if reason.span else None,
        text=reason.span.quote if reason.span else None,
        basis=reason.basis,
        logit=None if reason.logit is None else round(reason.logit, 2),
        confidence=None if reason.confidence is None else round(reason.confidence, 3),
    )


def _cause(cause: Cause) -> CauseShape:
    return CauseShape(
        cause=cause.cause,
        effect=cause.effect,
        span=_offsets(cause.span),
        text=cause.span.quote,
        said_by=cause.said_by,
    )


def _named(named: Named) -> NamedShape:
    return NamedShape(name=named.name, span=_offsets(named.span), party=named.party)


def _location(location: Location) -> LocationShape:
    place = location.place
    return LocationShape(
        name=location.name,
        span=_offsets(location.span),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        geonames_id=place.geonames_id if place else None,
    )


def _figure(figure: Figure) -> FigureShape:
    return FigureShape(
        measure=figure.measure,
        low=number(figure.low),
        high=number(figure.high),
        span=_offsets(figure.span),
        text=figure.span.quote,
        of=figure.of,
        scope=_scope(figure.scope) if figure.scope else None,
        sort=figure.sort,
    )


def _scope(scope: Scope) -> ScopeShape:
    return ScopeShape(area=scope.area, window=scope.window, cumulative=scope.cumulative)
