"""Reports and claims by the ids that people type: whole, or the start of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, and_, func, select

from whosays.ledger.schema import claims, readings, reports
from whosays.model import NotFoundError

_NAMED = 5
"""How many candidates an answer names."""

_Key = TypeVar("_Key", int, str)


def find_claim(connection: Connection, claim_id: str) -> int:
    """The key of the claim with that id, or the only one whose id starts so, in its latest reading.

    Raises NotFoundError if there is none or more than one.
    """
    return _the_one("claim", claim_id, _claim_keys(connection, claim_id))


def find_report(connection: Connection, report_id: str) -> str:
    """The digest of the report with that id. Raises NotFoundError if there is none or more than one."""
    return _the_one("report", report_id, _digests(connection, report_id))


def find_reading(connection: Connection, report_id: str, reader: str | None) -> RowMapping:
    """The row of `readings` of that report, the latest or that of `reader`.

    The report's id is the one its source gave, or the digest or the start of it. Raises
    NotFoundError if there is none or more than one such report, or no such reading.
    """
    digest = find_report(connection, report_id)
    found = select(readings).where(readings.c.report == digest)
    if reader is not None:
        found = found.where(readings.c.reader == reader)
    row = connection.execute(found.order_by(readings.c.id.desc()).limit(1)).mappings().first()
    if row is None:
        raise NotFoundError(f"report {report_id!r} has not been read by {reader!r}")
    return row


def _claim_keys(connection: Connection, claim_id: str) -> dict[str, int]:
    start = _starts_with(claims.c.claim_id, claim_id)
    if start is None:
        return {}
    # the shortest id first, so that a whole id is found among those that go on
    newest = (
        select(claims.c.claim_id, func.max(claims.c.id).label("key")).where(start).group_by(claims.c.claim_id)
    )
    found = connection.execute(newest.order_by(claims.c.claim_id).limit(_NAMED + 1)).all()
    return {row.claim_id: row.key for row in found}


def _digests(connection: Connection, report_id: str) -> dict[str, str]:
    given = select(reports.c.digest).where(reports.c.given_id == report_id).limit(_NAMED + 1)
    found: Sequence[str] = connection.scalars(given).all()
    start = _starts_with(reports.c.digest, report_id)
    if not found and start is not None:
        found = connection.scalars(select(reports.c.digest).where(start).limit(_NAMED + 1)).all()
    return {digest: digest for digest in found}


def _starts_with(column: Column[str], start: str) -> ColumnElement[bool] | None:
    digits = start.strip().lower()
    if not digits or not set(digits) <= set("0123456789abcdef"):
        return None
    # a range instead of LIKE, because an index can answer it; "g" comes after every hex digit
    return and_(column >= digits, column < digits + "g")


def _the_one(noun: str, wanted: str, found: dict[str, _Key]) -> _Key:
    if not found:
        raise NotFoundError(f"no {noun} in the ledger has the id {wanted!r}")
    whole = found.get(wanted.strip().lower())
    if whole is not None:
        return whole
    if len(found) > 1:
        names = ", ".join(list(found)[:_NAMED]) + (", ..." if len(found) > _NAMED else "")
        raise NotFoundError(f"{wanted!r} is the start of more than one {noun}'s id: {names}; give more of it")
    return next(iter(found.values()))
