"""Which incidents are disputed: kept, because to know it takes the accounts of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Select, delete, exists, func, or_, select

from whosays.ground.parties import Registry
from whosays.ledger.copies import Copies
from whosays.ledger.encode import Row
from whosays.ledger.incidents import NOW, fetch_told_of
from whosays.ledger.insert import insert_rows
from whosays.ledger.judgements import Rulings
from whosays.ledger.schema import compared, event_claims, event_reports, memberships, readings, voices
from whosays.ledger.text import chunks, fold
from whosays.model import Judgement, Subject
from whosays.reconcile.picture import is_disputed

_AT_ONCE = 200
"""Incidents whose claims are fetched together."""


def forget_changed(connection: Connection, change: int) -> None:
    """Let the incidents be compared again that a change of the grouping touched."""
    of = select(memberships.c.incident).where(
        or_(memberships.c.since == change, memberships.c.until == change)
    )
    connection.execute(delete(compared).where(compared.c.incident.in_(of)))


def forget_told_by(connection: Connection, digests: Iterable[str]) -> None:
    """Let the incidents be compared again that those reports tell of: their families are others."""
    for part in chunks(sorted(digests)):
        read = select(readings.c.id).where(readings.c.report.in_(part))
        _forget(connection, _incidents().where(event_reports.c.reading.in_(read)))


def forget_voiced(connection: Connection, judged: Judgement) -> None:
    """Let the incidents be compared again in which a name speaks that a judgement is on."""
    if judged.subject is Subject.PARTY:
        speaks = exists().where(voices.c.claim == event_claims.c.claim, voices.c.folded == fold(judged.name))
        _forget(connection, _incidents().where(speaks))


def compare_pending(connection: Connection) -> None:
    """Compare the accounts of the incidents that have not been compared as they are."""
    pending = _pending(connection)
    lone = [incident for incident, count in pending.items() if count == 1]
    insert_rows(connection, compared, ({"incident": each, "disputed": False} for each in lone))
    copies, rulings = Copies(connection), Rulings.fetch(connection)
    for part in chunks([incident for incident, count in pending.items() if count > 1], _AT_ONCE):
        insert_rows(connection, compared, _compared(connection, part, copies, rulings))


def _pending(connection: Connection) -> dict[str, int]:
    """The incidents that have not been compared, and how many claims each has: one parts from nobody."""
    joined = memberships.join(event_claims, event_claims.c.event_report == memberships.c.event_report)
    wanted = (
        select(memberships.c.incident, func.count())
        .select_from(joined)
        .where(memberships.c.until.is_(None), memberships.c.incident.not_in(select(compared.c.incident)))
        .group_by(memberships.c.incident)
        .order_by(memberships.c.incident)
    )
    return {row.incident: row[1] for row in connection.execute(wanted)}


def _compared(
    connection: Connection, incidents: Sequence[str], copies: Copies, rulings: Rulings
) -> Iterator[Row]:
    parties = Registry.default().parties
    for incident, told in fetch_told_of(connection, incidents, NOW, rulings).items():
        yield {"incident": incident, "disputed": is_disputed(map(copies.placed, told), parties)}


def _forget(connection: Connection, incidents: Select[str]) -> None:
    connection.execute(delete(compared).where(compared.c.incident.in_(incidents)))


def _incidents() -> Select[str]:
    """The incidents that event reports are in, for a condition on these and their claims."""
    joined = memberships.join(event_reports, memberships.c.event_report == event_reports.c.id).join(
        event_claims, event_claims.c.event_report == event_reports.c.id
    )
    return select(memberships.c.incident).select_from(joined).where(memberships.c.until.is_(None))
