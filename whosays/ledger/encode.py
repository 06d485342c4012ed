"""Nouns to rows: what the tables of the ledger keep of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from whosays.ledger.schema import UNDATED
from whosays.ledger.text import fold
from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Figure,
    Interval,
    LedgerError,
    Loaded,
    Location,
    Named,
    Place,
    PlaceMention,
    Report,
    Scope,
    Span,
    TimeMention,
    Voice,
)

Row = dict[str, object]
"""A column's name to its value."""


def report_row(report: Report, added_at: datetime) -> Row:
    """The row of `reports`."""
    return {
        "digest": report.digest,
        "given_id": report.given_id,
        "title": report.title,
        "publisher": report.publisher,
        "publisher_folded": fold(report.publisher) if report.publisher else None,
        "published": report.published.isoformat() if report.published else None,
        "day": report.day or UNDATED,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "sha256": report.sha256,
        "added_at": added_at,
    }


@dataclass(frozen=True, slots=True)
class ReadingEncoder:
    """Rows of one reading: `reading` is its key, `report` what its spans must quote.

    Raises LedgerError where a span quotes something else, because only its numbers are kept.
    """

    reading: int
    report: Report

    def attribution(self, position: int, attribution: Attribution) -> Row:
        """The row of `attributions`."""
        return {"reading": self.reading, "position": position, "parent": attribution.parent}

    def attribution_parts(self, position: int, attribution: Attribution) -> Iterator[Row]:
        """The rows of `attribution_parts`."""
        of = {"reading": self.reading, "attribution": position}
        roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
        for role, parts in roles.items():
            for place, span in enumerate(parts):
                yield {**of, "role": role, "position": place, **self._span("span", span)}

    def place_mention(self, position: int, mention: PlaceMention) -> Row:
        """The row of `place_mentions`."""
        of = {"reading": self.reading, "position": position}
        return {**of, **self._span("span", mention.span), **place_row(mention.place)}

    def time_mention(self, position: int, mention: TimeMention) -> Row:
        """The row of `time_mentions`."""
        of = {"reading": self.reading, "position": position, "type": mention.type, "value": mention.value}
        return {**of, **self._span("span", mention.span), **interval_row(mention.interval)}

    def loaded(self, position: int, word: Loaded) -> Row:
        """The row of `loaded`."""
        of = {"reading": self.reading, "position": position, "sort": word.sort}
        return {**of, **self._span("span", word.span), "said_by": word.said_by, "note": word.note}

    def cause(self, position: int, cause: Cause) -> Row:
        """The row of `causes`."""
        of = {"reading": self.reading, "position": position, "cause": cause.cause, "effect": cause.effect}
        return {**of, **self._span("span", cause.span), "said_by": cause.said_by}

    def claim(self, position: int, claim: Claim) -> Row:
        """The row of `claims`."""
        return {
            "reading": self.reading,
            "position": position,
            "claim_id": claim.id,
            **self._span("trigger", claim.trigger),
            "kind": claim.kind,
            "stance": claim.stance,
            **self._span("evidence", claim.evidence),
            **self._location(claim.place),
            **interval_row(claim.time),
        }

    def voice(self, claim: int, position: int, voice: Voice) -> Row:
        """The row of `voices`."""
        of = {"claim": claim, "position": position, "sort": voice.sort, "role": voice.role}
        return {**of, **self._named(voice)}

    def participants(self, claim: int, found: Claim) -> Iterator[Row]:
        """The rows of `participants`."""
        for role, parties in {"actor": found.actor, "target": found.target}.items():
            for position, named in enumerate(parties):
                yield {"claim": claim, "role": role, "position": position, **self._named(named)}

    def figure(self, claim: int, position: int, figure: Figure) -> Row:
        """The row of `figures`."""
        return {
            "claim": claim,
            "position": position,
            "measure": figure.measure,
            "low": figure.low,
            "high": figure.high,
            **self._span("span", figure.span),
            "of": figure.of,
            **_scope(figure.scope),
            "sort": figure.sort,
        }

    def _named(self, named: Named | Voice) -> Row:
        names: Row = {"name": named.name, "folded": fold(named.name), "party": named.party}
        return {**names, **self._span("span", named.span)}

    def _location(self, location: Location | None) -> Row:
        place = location.place if location else None
        return {
            "location_name": location.name if location else None,
            "location_folded": fold(location.name) if location else None,
            **self._span("location", location.span if location else None),
            **place_row(place),
            "place_folded": fold(place.name) if place else None,
        }

    def _span(self, of: str, span: Span | None) -> Row:
        if span is None:
            return {f"{of}_start": None, f"{of}_end": None}
        if self.report.text[span.start : span.end] != span.quote:
            raise LedgerError(
                f"report {self.report.id}: its reader does not quote [{span.start}, {span.end}) as it is;"
                " nothing of the report was added"
            )
        return {f"{of}_start": span.start, f"{of}_end": span.end}


def place_row(place: Place | None) -> Row:
    """The columns of a place, all empty if there is none."""
    return {
        "place_geonames_id": place.geonames_id if place else None,
        "place_name": place.name if place else None,
        "place_kind": place.kind if place else None,
        "place_country": place.country if place else None,
        "place_admin1": place.admin1 if place else None,
        "place_lat": place.lat if place else None,
        "place_lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
    }


def interval_row(interval: Interval | None) -> Row:
    """The columns of an interval, all empty if there is none."""
    return {
        "time_earliest": interval.earliest if interval else None,
        "time_latest": interval.latest if interval else None,
        "time_precision": interval.precision if interval else None,
    }


def _scope(scope: Scope | None) -> Row:
    return {
        "scoped": scope is not None,
        "scope_area": scope.area if scope else None,
        "scope_window": scope.window if scope else None,
        "scope_cumulative": scope.cumulative if scope else None,
    }
