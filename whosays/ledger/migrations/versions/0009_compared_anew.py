"""Event reports are compared by other keys: all are grouped anew when the ledger next reconciles.

How they were grouped stays in the ledger, up to the moment of this change.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_CHANGES = sa.table("changes", sa.column("id", sa.Integer), sa.column("at", sa.DateTime(timezone=True)))
_ENDED = tuple(sa.table(name, sa.column("until", sa.Integer)) for name in ("memberships", "event_reports"))
_MADE_ANEW = ("likeness", "blocks", "grouped", "compared")


def upgrade() -> None:
    """End all that holds by a change of its own, and forget what is made again."""
    connection = op.get_bind()
    if not connection.scalar(sa.select(sa.func.count()).select_from(_CHANGES)):
        return
    change = connection.scalar(sa.insert(_CHANGES).values(at=datetime.now(UTC)).returning(_CHANGES.c.id))
    for table in _ENDED:
        connection.execute(sa.update(table).where(table.c.until.is_(None)).values(until=change))
    for name in _MADE_ANEW:
        connection.execute(sa.delete(sa.table(name)))
