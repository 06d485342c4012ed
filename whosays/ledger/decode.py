"""Rows to nouns: the way back from the ledger's tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import RowMapping

from whosays.model import (
    Attribution,
    Cause,
    Claim,
    Decision,
    Figure,
    FigureSort,
    Interval,
    Judgement,
    Kind,
    Loaded,
    LoadedSort,
    Location,
    Meant,
    Measure,
    Named,
    Place,
    PlaceMention,
    PlacePrecision,
    Published,
    Report,
    Scope,
    Span,
    Stance,
    Subject,
    TimeMention,
    TimePrecision,
    TimeType,
    Voice,
    VoiceSort,
    slot,
    slot_value,
)


@dataclass(frozen=True, slots=True)
class ClaimParts:
    """The rows that hang on one claim, each list in order of position."""

    voices: Sequence[RowMapping]
    participants: Sequence[RowMapping]
    figures: Sequence[RowMapping]


def report(row: RowMapping) -> Report:
    """The report of a row of `reports`."""
    return Report(
        text=row["text"],
        given_id=row["given_id"],
        title=row["title"],
        publisher=row["publisher"],
        published=published(row["published"]),
        url=row["url"],
        language=row["language"],
    )


def published(written: str | None) -> Published:
    """A day or an instant from ISO 8601; None for None."""
    if written is None:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def attribution(text: str, row: RowMapping, parts: Iterable[RowMapping]) -> Attribution:
    """The attribution of a row of `attributions` and its rows of `attribution_parts`, in order."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for part in parts:
        spans[part["role"]].append(_span(text, part))
    return Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]), row["parent"])


def place_mention(text: str, row: RowMapping) -> PlaceMention:
    """The mention of a row of `place_mentions`."""
    return PlaceMention(_span(text, row), place(row))


def time_mention(text: str, row: RowMapping) -> TimeMention:
    """The mention of a row of `time_mentions`."""
    return TimeMention(_span(text, row), TimeType(row["type"]), row["value"], _interval(row))


def loaded(text: str, row: RowMapping) -> Loaded:
    """The word of a row of `loaded`."""
    return Loaded(_span(text, row), LoadedSort(row["sort"]), row["said_by"], row["note"])


def cause(text: str, row: RowMapping) -> Cause:
    """The cause of a row of `causes`."""
    return Cause(row["cause"], row["effect"], _span(text, row), row["said_by"])


def judgement(row: RowMapping, named: Iterable[RowMapping]) -> Judgement:
    """The judgement of a row of `judgements` and its rows of `judged_names`, in order."""
    held = None if row["slot"] is None else slot(row["slot"])
    return Judgement(
        subject=Subject(row["subject"]),
        name=row["name"],
        decision=Decision(row["decision"]),
        by=row["by"],
        why=row["why"],
        at=row["at"].replace(tzinfo=UTC),
        report=row["report"],
        place=place(row),
        party=row["party"],
        claim=row["claim"],
        other=row["other"],
        slot=held,
        value=slot_value(held, row["value"]) if held and row["value"] is not None else None,
        named=tuple(Meant(each["name"], each["party"]) for each in named),
        id=row["id"],
    )


def claim(text: str, row: RowMapping, parts: ClaimParts) -> Claim:
    """The claim of a row of `claims` and the rows that hang on it."""
    return Claim(
        id=row["claim_id"],
        trigger=_span(text, row, "trigger"),
        kind=Kind(row["kind"]),
        stance=Stance(row["stance"]),
        evidence=_span(text, row, "evidence"),
        voices=tuple(_voice(text, voice) for voice in parts.voices),
        actor=_participants(text, parts.participants, "actor"),
        target=_participants(text, parts.participants, "target"),
        place=_location(text, row),
        time=_interval(row),
        figures=tuple(_figure(text, figure) for figure in parts.figures),
    )


def _voice(text: str, row: RowMapping) -> Voice:
    return Voice(row["name"], _span(text, row), VoiceSort(row["sort"]), row["party"], row["role"])


def _participants(text: str, rows: Iterable[RowMapping], role: str) -> tuple[Named, ...]:
    return tuple(Named(row["name"], _span(text, row), row["party"]) for row in rows if row["role"] == role)


def _figure(text: str, row: RowMapping) -> Figure:
    scope = Scope(row["scope_area"], row["scope_window"], row["scope_cumulative"]) if row["scoped"] else None
    sort = FigureSort(row["sort"])
    return Figure(Measure(row["measure"]), row["low"], row["high"], _span(text, row), row["of"], scope, sort)


def _location(text: str, row: RowMapping) -> Location | None:
    if row["location_name"] is None:
        return None
    return Location(row["location_name"], _span(text, row, "location"), place(row))


def place(row: RowMapping) -> Place | None:
    """The place in the columns of a row; None if there is none."""
    if row["place_precision"] is None:
        return None
    return Place(
        geonames_id=row["place_geonames_id"],
        name=row["place_name"],
        kind=row["place_kind"],
        country=row["place_country"],
        admin1=row["place_admin1"],
        lat=row["place_lat"],
        lon=row["place_lon"],
        precision=PlacePrecision(row["place_precision"]),
    )


def _interval(row: RowMapping) -> Interval | None:
    if row["time_precision"] is None:
        return None
    return Interval(row["time_earliest"], row["time_latest"], TimePrecision(row["time_precision"]))


def _span(text: str, row: RowMapping, of: str = "span") -> Span:
    return Span.of(text, row[f"{of}_start"], row[f"{of}_end"])
