"""Claims into incidents: what the latest readings say, compared with all that is there.

Every change is kept: an event report that a later reading replaces, and a membership that ends, stay with the
change that ended them. The grouping depends on what is in the ledger alone, not on when it came.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, exists, insert, select, update

from whosays.ledger.disputes import compare_pending, forget_changed, forget_voiced
from whosays.ledger.encode import Row
from whosays.ledger.fetch import fetch_keyed_claims, fetch_reports
from whosays.ledger.graph import StoredGraph
from whosays.ledger.insert import insert_rows
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import is_latest
from whosays.ledger.schema import (
    UNDATED,
    changes,
    claims,
    event_claims,
    event_reports,
    grouped,
    memberships,
    participants,
    readings,
)
from whosays.ledger.text import chunks, fold
from whosays.model import Claim, Decision, Judgement, Report, Subject
from whosays.reconcile.incidents import EventReport, Judged, Pair, pair
from whosays.reconcile.incidents import event_reports as reports_of
from whosays.reconcile.incidents import grouped as incidents_of


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a change did: readings that were put in, and incidents that are new or not what they were."""

    readings: int
    incidents: int


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of the grouping, as it is made."""

    connection: Connection
    id: int
    graph: StoredGraph
    rulings: Rulings


def regroup(connection: Connection, judged: Judgement | None = None) -> Regrouped:
    """Put the readings that are not in incidents yet into them, and those again on which `judged` decides.

    Then compare the accounts of the incidents that are not what they were.
    """
    if judged:
        _forget(connection, judged)
        forget_voiced(connection, judged)
    pending, gone = _pending(connection), _gone(connection)
    done = _change(connection, pending, gone) if pending or gone else Regrouped(0, 0)
    compare_pending(connection)
    return done


def _change(connection: Connection, pending: list[tuple[int, str]], gone: list[str]) -> Regrouped:
    made = connection.execute(insert(changes).returning(changes.c.id), {"at": datetime.now(UTC)})
    change = _Change(connection, made.scalar_one(), StoredGraph(connection), Rulings.fetch(connection))
    with _no_garbage():
        moved = _carry_out(change, pending, gone)
    forget_changed(connection, change.id)
    return Regrouped(len(pending), moved)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """What a change makes is kept to its end: to look through it for garbage took an eighth of the time."""
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()


def _forget(connection: Connection, judged: Judgement) -> None:
    """Let the readings of the claims that a judgement is on be grouped again."""
    of = select(claims.c.reading).where(_is_judged(judged))
    connection.execute(grouped.delete().where(grouped.c.reading.in_(of)))


def _is_judged(judged: Judgement) -> ColumnElement[bool]:
    """Whether a claim is one that a judgement is on, or has the name."""
    if judged.claim:
        return claims.c.claim_id.in_([judged.claim, judged.other or judged.claim])
    name = fold(judged.name)
    if judged.subject is Subject.PLACE:
        return claims.c.location_folded == name
    return exists().where(participants.c.claim == claims.c.id, participants.c.folded == name)


def _pending(connection: Connection) -> list[tuple[int, str]]:
    """The latest readings that are in no incident yet, with the digests of their reports."""
    found = (
        select(readings.c.id, readings.c.report)
        .where(is_latest(), readings.c.id.not_in(select(grouped.c.reading)))
        .order_by(readings.c.id)
    )
    return [(row.id, row.report) for row in connection.execute(found)]


def _gone(connection: Connection) -> list[str]:
    """The ids of event reports in force whose reading is to be grouped again, or is no longer the latest."""
    stale = select(readings.c.id).where((~is_latest()) | readings.c.id.not_in(select(grouped.c.reading)))
    found = select(event_reports.c.anchor).where(event_reports.c.until.is_(None))
    return list(connection.scalars(found.where(event_reports.c.reading.in_(stale))))


def _carry_out(change: _Change, pending: list[tuple[int, str]], gone: list[str]) -> int:
    graph = change.graph
    graph.find(gone)
    affected = {other for id_ in gone for other in (*graph.neighbours(id_), *graph.mates(id_))} - set(gone)
    for id_ in gone:
        _end(change, id_)
    rows, claim_keys = dict[str, Row](), dict[str, list[int]]()
    for told, row, keys in _told(change, pending):
        affected |= graph.enter(told)
        rows[told.id], claim_keys[told.id] = row, keys
    graph.link()
    graph.store(rows)
    _store_claims(change, claim_keys)
    insert_rows(change.connection, grouped, ({"reading": key, "change": change.id} for key, _ in pending))
    return _settle(change, affected | claim_keys.keys())


def _told(
    change: _Change, pending: Sequence[tuple[int, str]]
) -> Iterator[tuple[EventReport, Row, list[int]]]:
    """What each reading tells of happenings, the row to keep of it, and the keys of its claims."""
    for reading, report, keyed in _claims(change.connection, pending):
        digest = report.digest
        kept = {claim.id: key for key, claim in keyed if not change.rulings.is_rejected(claim.id)}
        found = (change.rulings.applied(claim, digest) for _, claim in keyed if claim.id in kept)
        for told in reports_of(report, found):
            yield told, _row(change, told, reading, report), [kept[id_] for id_ in told.claims]


def _claims(
    connection: Connection, pending: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, Report, list[tuple[int, Claim]]]]:
    """Each reading with its report and its claims, and the keys of these."""
    for part in chunks(pending, _AT_ONCE):
        reports = fetch_reports(connection, {digest for _, digest in part})
        keyed = fetch_keyed_claims(connection, {reading: reports[digest].text for reading, digest in part})
        yield from ((reading, reports[digest], keyed[reading]) for reading, digest in part)


_AT_ONCE = 25
"""Readings whose claims are fetched together."""


def _row(change: _Change, told: EventReport, reading: int, report: Report) -> Row:
    day = report.day or UNDATED
    return {"anchor": told.id, "reading": reading, "day": day, "since": change.id, "until": None}


def _end(change: _Change, id_: str) -> None:
    """An event report is in force no longer."""
    row = change.graph.row(id_)
    change.graph.leave(id_)
    execute = change.connection.execute
    execute(update(event_reports).where(event_reports.c.id == row).values(until=change.id))
    ended = memberships.c.event_report == row, memberships.c.until.is_(None)
    execute(update(memberships).where(*ended).values(until=change.id))


def _store_claims(change: _Change, claim_keys: Mapping[str, list[int]]) -> None:
    rows = (
        {"claim": key, "event_report": change.graph.row(id_)}
        for id_, keys in claim_keys.items()
        for key in keys
    )
    insert_rows(change.connection, event_claims, rows)


def _settle(change: _Change, affected: set[str]) -> int:
    """Group those and all that move with them, and write which moved; how many incidents they moved to."""
    graph, wanted = change.graph, dict[str, str]()
    for group in incidents_of(graph, affected, _judged(change), None if graph.is_new else graph):
        first = min(group, key=lambda id_: _age(graph.told(id_)))
        wanted |= dict.fromkeys(group, first)
    before = _members(change.connection, [change.graph.row(id_) for id_ in wanted])
    moved = {id_: to for id_, to in wanted.items() if before.get(change.graph.row(id_)) != to}
    _move(change, moved)
    return len(set(moved.values()))


def _age(told: EventReport) -> tuple[int, str]:
    """The earliest published first; what has no day comes last."""
    return (_LATE if told.published is None else told.published, told.id)


_LATE = 10**9


def _members(connection: Connection, rows: list[int]) -> dict[int, str]:
    """The incident of each of those rows of `event_reports` that is in one."""
    found: dict[int, str] = {}
    wanted = select(memberships.c.event_report, memberships.c.incident).where(memberships.c.until.is_(None))
    for part in chunks(rows):
        current = wanted.where(memberships.c.event_report.in_(part))
        found |= {row.event_report: row.incident for row in connection.execute(current)}
    return found


def _move(change: _Change, moved: Mapping[str, str]) -> None:
    rows = [change.graph.row(id_) for id_ in moved]
    for part in chunks(rows):
        old = memberships.c.event_report.in_(part), memberships.c.until.is_(None)
        change.connection.execute(update(memberships).where(*old).values(until=change.id))
    made = (
        {"event_report": change.graph.row(id_), "incident": to, "since": change.id, "until": None}
        for id_, to in moved.items()
    )
    insert_rows(change.connection, memberships, made)


def _judged(change: _Change) -> Judged:
    """What people decided on pairs of claims, as pairs of the event reports that they are in."""
    same, different = change.rulings.pairs(Decision.SAME), change.rulings.pairs(Decision.DIFFERENT)
    where = _homes(change.connection, {claim for both in (*same, *different) for claim in both})
    return Judged(_pairs(same, where), _pairs(different, where))


def _homes(connection: Connection, wanted: Iterable[str]) -> dict[str, str]:
    """The ids of the event reports in force that those claims are in."""
    joined = event_claims.join(claims, event_claims.c.claim == claims.c.id).join(
        event_reports, event_claims.c.event_report == event_reports.c.id
    )
    found: dict[str, str] = {}
    for part in chunks(sorted(wanted)):
        of = select(claims.c.claim_id, event_reports.c.anchor).select_from(joined)
        current = of.where(claims.c.claim_id.in_(part), event_reports.c.until.is_(None))
        found |= {row.claim_id: row.anchor for row in connection.execute(current)}
    return found


def _pairs(claims_: Iterable[Pair], where: Mapping[str, str]) -> frozenset[Pair]:
    found = (pair(where[a], where[b]) for a, b in claims_ if a in where and b in where)
    return frozenset(both for both in found if both[0] != both[1])
