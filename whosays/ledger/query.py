"""Which claims to list, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    literal,
    or_,
    select,
    tuple_,
)

from whosays.ledger.dialects import matches, plain
from whosays.ledger.judgements import judged
from whosays.ledger.schema import (
    UNDATED,
    claims,
    compared,
    event_claims,
    judged_names,
    memberships,
    participants,
    readings,
    reports,
    voices,
)
from whosays.ledger.slots import ROLES, correction, is_corrected_to, is_named, is_read
from whosays.ledger.text import fold
from whosays.model import Claim, Kind, Part, Report, Stance, Subject, UsageError

_ID_DIGITS = 18
"""More digits than these may not fit a database's integer, and are no id of the gazetteer."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must have; None asks for nothing.

    `voice` and `place` are part of a name, whatever the case and the accents, or exactly a party's or
    a GeoNames id. The outlet that prints a claim is its outermost voice. `since` and `until` (days,
    included) ask whether the claim's time overlaps them, or the day of publication where the claim
    has no time. `text` is words, all of which stand in the evidence or in the names of the claim. `party`
    is a party's id, and the party speaks, acts or suffers in the claim. `disputed` asks for claims of
    incidents whose accounts cannot all be so.
    Raises UsageError if `since` is after `until`.
    """

    voice: str | None = None
    kind: Kind | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    stance: Stance | None = None
    text: str | None = None
    party: str | None = None
    disputed: bool = False

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} is after until {self.until}; exchange the two")


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim of the ledger, and the report that makes it."""

    report: Report
    claim: Claim


def select_claim_keys(wanted: ClaimFilter, *, latest: bool = True) -> Select[int]:
    """The keys of those claims, in no order.

    Of a report that several readers have read, the claims of the `latest` reading, or of all.
    """
    joined = claims.join(readings, claims.c.reading == readings.c.id).join(reports)
    found = select(claims.c.id).select_from(joined).where(*_conditions(wanted))
    return found.where(is_latest()) if latest else found


def select_ordered_keys(wanted: ClaimFilter, after: tuple[date, str, int] | None = None) -> Select[int]:
    """The keys of those claims of latest readings, by day of publication, report and position.

    Those that come `after` a day, a digest and a position. Reports are gone through in their index: sorted
    after the search, the first page of a large ledger would cost as much as all of it.
    """
    joined = reports.join(readings, plain(reports.c.digest) == readings.c.report).join(
        claims, plain(readings.c.id) == claims.c.reading
    )
    return (
        select(claims.c.id)
        .select_from(joined)
        .where(is_latest(), *_conditions(wanted), *_after(after))
        .order_by(reports.c.day, reports.c.digest, claims.c.position)
    )


def select_place_in_order(claim: int) -> Select[date, str, int]:
    """Where the claim of that key stands in the order of `select_ordered_keys`."""
    joined = claims.join(readings, claims.c.reading == readings.c.id).join(reports)
    return (
        select(reports.c.day, reports.c.digest, claims.c.position)
        .select_from(joined)
        .where(claims.c.id == claim)
    )


def _after(last: tuple[date, str, int] | None) -> Iterator[ColumnElement[bool]]:
    if last is not None:
        yield tuple_(reports.c.day, reports.c.digest, claims.c.position) > tuple_(*map(literal, last))


def is_latest() -> ColumnElement[bool]:
    """Whether a reading is its report's latest."""
    later = readings.alias("later")
    return ~exists().where(later.c.report == readings.c.report, later.c.id > readings.c.id)


def _conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.voice is not None:
        yield _has_voice(wanted.voice)
    if wanted.kind is not None:
        yield _holds(Part.KIND, claims.c.kind, wanted.kind)
    if wanted.place is not None:
        yield _is_at(wanted.place)
    if wanted.since is not None:
        yield _reaches(wanted.since)
    if wanted.until is not None:
        yield _begins_by(wanted.until)
    if wanted.stance is not None:
        yield _holds(Part.STANCE, claims.c.stance, wanted.stance)
    yield from _around(wanted)


def _around(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """What is asked of more than one slot, or of other claims."""
    if wanted.text is not None:
        yield matches(claims.c.id, wanted.text)
    if wanted.party is not None:
        yield _has_party(wanted.party)
    if wanted.disputed:
        yield claims.c.id.in_(select_disputed())


def _holds(slot: Part, column: Column[str], value: str) -> ColumnElement[bool]:
    """Whether a slot holds that, corrected or as it was read."""
    read = and_(column == value, is_read(slot))
    return or_(read, is_corrected_to(slot, correction.c.value == value))


def select_disputed() -> Select[int]:
    """The keys of the claims of incidents whose accounts cannot all be so."""
    joined = event_claims.join(memberships, event_claims.c.event_report == memberships.c.event_report).join(
        compared, compared.c.incident == memberships.c.incident
    )
    in_force = memberships.c.until.is_(None), compared.c.disputed.is_(True)
    return select(event_claims.c.claim).select_from(joined).where(*in_force)


def _has_voice(voice: str) -> ColumnElement[bool]:
    part = fold(voice)
    named = or_(voices.c.folded.contains(part, autoescape=True), _is_party(voices, voice))
    inside = and_(exists().where(voices.c.claim == claims.c.id, named), is_read(Part.VOICE))
    put_in = or_(
        judged_names.c.folded.contains(part, autoescape=True),
        judged_names.c.party == voice,
    )
    printed = reports.c.publisher_folded.contains(part, autoescape=True)
    return or_(inside, is_corrected_to(Part.VOICE, is_named(put_in)), printed)


def _has_party(party: str) -> ColumnElement[bool]:
    """Whether a party speaks, acts or suffers in a claim."""
    speaks = exists().where(voices.c.claim == claims.c.id, _is_party(voices, party))
    acts = (
        and_(
            exists().where(
                participants.c.claim == claims.c.id,
                participants.c.role == role,
                _is_party(participants, party),
            ),
            is_read(slot),
        )
        for role, slot in ROLES.items()
    )
    put_in = is_named(judged_names.c.party == party)
    corrected = (is_corrected_to(slot, put_in) for slot in (Part.VOICE, *ROLES.values()))
    return or_(and_(speaks, is_read(Part.VOICE)), *acts, *corrected)


def _is_party(named: Table, party: str) -> ColumnElement[bool]:
    """Whether a name is that party, by judgement, or as it was read where there is none."""
    table, decides = judged(Subject.PARTY, named.c.folded, readings.c.report)
    is_judged = exists().where(decides, table.c.party == party)
    return or_(is_judged, and_(named.c.party == party, ~exists().where(decides)))


def _is_at(place: str) -> ColumnElement[bool]:
    """Whether a claim is there by the report's name, by judgement, or as it was read where there is none."""
    table, decides = judged(Subject.PLACE, claims.c.location_folded, readings.c.report)
    named = claims.c.location_folded.contains(fold(place), autoescape=True)
    is_judged = exists().where(decides, _is_place(table, place))
    read = or_(named, is_judged, and_(_is_place(claims, place), ~exists().where(decides)))
    put_in = or_(correction.c.folded.contains(fold(place), autoescape=True), _is_place(correction, place))
    is_there = and_(correction.c.place_precision.is_not(None), put_in)
    return or_(and_(read, is_read(Part.PLACE)), is_corrected_to(Part.PLACE, is_there))


def _is_place(table: FromClause, place: str) -> ColumnElement[bool]:
    """Whether a row's place has that as part of its name, or as its id."""
    named = table.c.place_folded.contains(fold(place), autoescape=True)
    is_id = place.isascii() and place.isdigit() and len(place) <= _ID_DIGITS
    return or_(named, table.c.place_geonames_id == int(place)) if is_id else named


def _reaches(since: date) -> ColumnElement[bool]:
    dated = and_(reports.c.day >= since, reports.c.day != UNDATED)
    return _by_time_or_day(lambda of: or_(of.c.time_latest.is_(None), of.c.time_latest >= since), dated)


def _begins_by(until: date) -> ColumnElement[bool]:
    dated = and_(reports.c.day <= until, reports.c.day != UNDATED)
    return _by_time_or_day(lambda of: or_(of.c.time_earliest.is_(None), of.c.time_earliest <= until), dated)


def _by_time_or_day(
    timed: Callable[[FromClause], ColumnElement[bool]], dated: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether the claim's time is so, corrected or as read; of one without a time, whether its day is."""
    put_in = is_corrected_to(Part.TIME, correction.c.time_precision.is_not(None), timed(correction))
    emptied = is_corrected_to(Part.TIME, correction.c.time_precision.is_(None))
    has_time = claims.c.time_precision.is_not(None)
    read = or_(and_(has_time, timed(claims)), and_(~has_time, dated))
    return or_(and_(read, is_read(Part.TIME)), put_in, and_(emptied, dated))
