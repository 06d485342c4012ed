"""Incidents out of the ledger, as they are or as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from whosays.ledger.fetch import claims_of_rows, fetch_claim_rows, fetch_reports
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import ClaimFilter, select_claim_keys
from whosays.ledger.schema import changes, claims, event_claims, event_reports, memberships
from whosays.ledger.text import chunks
from whosays.model import NotFoundError, Told

NOW = -1
"""The change that stands for the ledger as it is."""


@dataclass(frozen=True, slots=True)
class Size:
    """An incident's id, and how many reports of it there are."""

    id: str
    reports: int


def change_at(connection: Connection, at: datetime | None) -> int:
    """The last change by that moment, 0 if there was none; NOW where no moment is given."""
    if at is None:
        return NOW
    return connection.scalar(select(func.max(changes.c.id)).where(changes.c.at <= at)) or 0


def holds(change: int) -> ColumnElement[bool]:
    """Whether a membership held after that change."""
    if change == NOW:
        return memberships.c.until.is_(None)
    ended = or_(memberships.c.until.is_(None), memberships.c.until > change)
    return and_(memberships.c.since <= change, ended)


def fetch_sizes(connection: Connection, wanted: ClaimFilter | None, least: int, change: int) -> list[Size]:
    """The incidents with `least` reports and more, and a claim that is `wanted`; the most told first."""
    count = func.count(memberships.c.event_report)
    found = (
        select(memberships.c.incident, count)
        .where(holds(change))
        .group_by(memberships.c.incident)
        .having(count >= least)
        .order_by(count.desc(), memberships.c.incident)
    )
    if wanted:
        found = found.where(memberships.c.incident.in_(_with_claim(wanted, change)))
    return [Size(*row) for row in connection.execute(found)]


def _with_claim(wanted: ClaimFilter, change: int) -> Select[str]:
    keys = select_claim_keys(wanted).order_by(None).subquery()
    joined = memberships.join(event_claims, event_claims.c.event_report == memberships.c.event_report).join(
        keys, keys.c.id == event_claims.c.claim
    )
    return select(memberships.c.incident).select_from(joined).where(holds(change))


def fetch_told(connection: Connection, incident: str, change: int, rulings: Rulings) -> list[Told]:
    """The claims of an incident."""
    joined = event_claims.join(memberships, event_claims.c.event_report == memberships.c.event_report)
    keys = (
        select(event_claims.c.claim)
        .select_from(joined)
        .where(memberships.c.incident == incident, holds(change))
        .order_by(event_claims.c.claim)
    )
    found: list[Told] = []
    for part in chunks(connection.scalars(keys).all()):
        found += _told(connection, part, rulings)
    return found


def _told(connection: Connection, keys: Sequence[int], rulings: Rulings) -> Iterator[Told]:
    rows = fetch_claim_rows(connection, keys)
    reports = fetch_reports(connection, {row["digest"] for row in rows})
    of = [reports[row["digest"]] for row in rows]
    for report, claim in zip(of, claims_of_rows(connection, rows, [r.text for r in of]), strict=True):
        yield Told(report, rulings.applied(claim, report.digest))


def find_incident(connection: Connection, id_: str, change: int) -> str:
    """The incident of that id, or of the claim of that id, or the only one whose id starts so.

    An incident that has gone into another since is found in that one. Raises NotFoundError if there is none,
    or more than one.
    """
    found = set(connection.scalars(_by_claim(id_, change)))
    if not found:
        raise NotFoundError(f"no incident and no claim of one has the id {id_!r}")
    if len(found) > 1 and id_ not in found:
        raise NotFoundError(f"{id_!r} is the start of more than one id: {', '.join(sorted(found)[:5])}")
    return id_ if id_ in found else found.pop()


def _by_claim(id_: str, change: int) -> Select[str]:
    """The incidents of claims whose id starts so: an incident has the id of one of its claims."""
    joined = (
        memberships.join(event_reports, memberships.c.event_report == event_reports.c.id)
        .join(event_claims, event_claims.c.event_report == event_reports.c.id)
        .join(claims, claims.c.id == event_claims.c.claim)
    )
    starts = and_(claims.c.claim_id >= id_, claims.c.claim_id < id_ + "g")
    return select(memberships.c.incident).select_from(joined).where(starts, holds(change)).distinct().limit(6)


@dataclass(frozen=True, slots=True)
class Changed:
    """An incident that is not what it was: how many reports it had, has, and has kept."""

    id: str
    then: int
    now: int
    kept: int


def fetch_changes(connection: Connection, since: int) -> Iterator[Changed]:
    """The incidents that changed after that change, by id."""
    before, after = (_members(connection, change) for change in (since, NOW))
    for id_ in sorted(before.keys() | after.keys()):
        was, is_ = before.get(id_, set()), after.get(id_, set())
        if was != is_:
            yield Changed(id_, len(was), len(is_), len(was & is_))


def _members(connection: Connection, change: int) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    wanted = select(memberships.c.incident, memberships.c.event_report).where(holds(change))
    for row in connection.execute(wanted):
        found.setdefault(row.incident, set()).add(row.event_report)
    return found
