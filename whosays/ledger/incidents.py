"""Incidents out of the ledger, as they are or as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select

from whosays.ledger.fetch import claims_of_rows, fetch_claim_rows, fetch_reports
from whosays.ledger.judgements import Rulings
from whosays.ledger.query import ClaimFilter, select_claim_keys
from whosays.ledger.schema import causes, changes, claims, event_claims, event_reports, memberships
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


def holds(change: int, of: FromClause = memberships) -> ColumnElement[bool]:
    """Whether a membership held after that change."""
    if change == NOW:
        return of.c.until.is_(None)
    ended = or_(of.c.until.is_(None), of.c.until > change)
    return and_(of.c.since <= change, ended)


def fetch_sizes(connection: Connection, wanted: ClaimFilter | None, least: int, change: int) -> list[Size]:
    """The incidents with `least` reports and more, and a claim that is `wanted`; the most told first."""
    count = func.count(event_reports.c.reading.distinct())
    found = (
        select(memberships.c.incident, count)
        .select_from(memberships.join(event_reports))
        .where(holds(change))
        .group_by(memberships.c.incident)
        .having(count >= least)
        .order_by(count.desc(), memberships.c.incident)
    )
    if wanted:
        found = found.where(memberships.c.incident.in_(_with_claim(wanted, change)))
    return [Size(*row) for row in connection.execute(found)]


def _with_claim(wanted: ClaimFilter, change: int) -> Select[str]:
    keys = select_claim_keys(wanted, latest=change == NOW).subquery()
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


_FIRST, _MOST = 4, 200
"""Incidents whose claims are fetched together at first, and at most: who asks for a page takes few."""


def fetch_told_in_turn(
    connection: Connection, incidents: Sequence[str], change: int, rulings: Rulings
) -> Iterator[tuple[str, list[Told]]]:
    """Each of those incidents with its claims, in order."""
    start, size = 0, _FIRST
    while part := incidents[start : start + size]:
        yield from fetch_told_of(connection, part, change, rulings).items()
        start, size = start + size, min(_MOST, 2 * size)


def fetch_told_of(
    connection: Connection, incidents: Sequence[str], change: int, rulings: Rulings
) -> dict[str, list[Told]]:
    """The claims of each of those incidents, a batch's worth at most."""
    joined = event_claims.join(memberships, event_claims.c.event_report == memberships.c.event_report)
    of = (
        select(event_claims.c.claim, memberships.c.incident)
        .select_from(joined)
        .where(memberships.c.incident.in_(incidents), holds(change))
    )
    rows = connection.execute(of).all()
    found: dict[str, list[Told]] = {incident: [] for incident in incidents}
    for part in chunks(rows):
        for row, told in zip(part, _told(connection, [row.claim for row in part], rulings), strict=True):
            found[row.incident].append(told)
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


def fetch_follows(connection: Connection, incident: str, change: int) -> tuple[str, ...]:
    """The other incidents that a report tells as a cause of this one, in order."""
    ties = _ties(change).subquery()
    found = select(ties.c.cause).where(ties.c.effect == incident).order_by(ties.c.cause)
    return tuple(connection.scalars(found))


def fetch_followed_by(connection: Connection, incident: str, change: int) -> tuple[str, ...]:
    """The other incidents that a report tells as an effect of this one, in order."""
    ties = _ties(change).subquery()
    found = select(ties.c.effect).where(ties.c.cause == incident).order_by(ties.c.effect)
    return tuple(connection.scalars(found))


def _ties(change: int) -> Select[tuple[str, str]]:
    """Pairs of incidents that a report tells as cause and effect, each once."""
    effect, cause = claims.alias(), claims.alias()
    of_effect, of_cause = event_claims.alias(), event_claims.alias()
    its, other = memberships.alias(), memberships.alias()
    joined = (
        causes.join(effect, and_(effect.c.reading == causes.c.reading, effect.c.claim_id == causes.c.effect))
        .join(cause, and_(cause.c.reading == causes.c.reading, cause.c.claim_id == causes.c.cause))
        .join(of_effect, of_effect.c.claim == effect.c.id)
        .join(of_cause, of_cause.c.claim == cause.c.id)
        .join(its, its.c.event_report == of_effect.c.event_report)
        .join(other, other.c.event_report == of_cause.c.event_report)
    )
    columns = other.c.incident.label("cause"), its.c.incident.label("effect")
    apart = its.c.incident != other.c.incident
    held = holds(change, its), holds(change, other)
    return select(*columns).select_from(joined).where(apart, *held).distinct()


@dataclass(frozen=True, slots=True)
class Changed:
    """An incident that is not what it was: how many reports it had, has, and has kept."""

    id: str
    then: int
    now: int
    kept: int


_Member = tuple[int, str]
"""An event report's reading, and what it tells: a judgement may lead to another row that says the same."""


def fetch_changes(connection: Connection, since: int) -> Iterator[Changed]:
    """The incidents that changed after that change, by id."""
    before, after = (_members(connection, change, since) for change in (since, NOW))
    for id_ in sorted(before.keys() | after.keys()):
        was, is_ = before.get(id_, set()), after.get(id_, set())
        if was != is_:
            yield Changed(id_, _reports(was), _reports(is_), _reports(was & is_))


def _members(connection: Connection, change: int, since: int) -> dict[str, set[_Member]]:
    """What was in each incident after that change, of those that were touched after `since`."""
    later = or_(memberships.c.since > since, memberships.c.until > since)
    touched = memberships.c.incident.in_(select(memberships.c.incident).where(later))
    found: dict[str, set[_Member]] = {}
    wanted = (
        select(memberships.c.incident, event_reports.c.reading, event_reports.c.told)
        .select_from(memberships.join(event_reports))
        .where(holds(change), touched)
    )
    for row in connection.execute(wanted):
        found.setdefault(row.incident, set()).add((row.reading, row.told))
    return found


def _reports(members: set[_Member]) -> int:
    return len({reading for reading, _ in members})
