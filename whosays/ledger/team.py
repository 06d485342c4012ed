"""Who may work on a ledger, by tokens of which the ledger keeps hashes alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from whosays.ledger.audit import append, fetch_audit
from whosays.ledger.database import Database
from whosays.ledger.schema import sessions, users
from whosays.model import Entry, NotFoundError, Role, UsageError, User

SECRET_BYTES = 32
SESSION_HOURS = 12


@dataclass(frozen=True, slots=True)
class Team:
    """The users of a ledger. Whatever changes them stands in the audit log, in the same transaction."""

    database: Database

    def add(self, name: str, role: Role, *, by: str) -> str:
        """Add a user and give their token, which cannot be had again.

        Raises UsageError if the name is taken.
        """
        user, token = User(name, role, datetime.now(UTC)), f"whosays_{token_urlsafe(SECRET_BYTES)}"
        row = {"name": name, "role": role, "token": _hashed(token), "added_at": user.added, "disabled": False}
        with self.database.writes() as connection:
            if connection.scalar(select(users.c.id).where(users.c.name == name)) is not None:
                raise UsageError(f"there is a user {name!r} already; `whosays user list` shows all")
            connection.execute(insert(users), row)
            append(connection, by, "user added", f"{name}, {role}")
        return token

    def renew(self, name: str, *, by: str) -> str:
        """A new token for a user, who may work again if they could not; the old one and sessions end."""
        token = f"whosays_{token_urlsafe(SECRET_BYTES)}"
        self._change(name, {"token": _hashed(token), "disabled": False}, by, "token made")
        return token

    def disable(self, name: str, *, by: str) -> None:
        """End a user's token and sessions. What they did stays theirs."""
        self._change(name, {"disabled": True}, by, "user disabled")

    def users(self) -> list[User]:
        """All users, by name."""
        with self.database.reads() as connection:
            return [_user(row) for row in connection.execute(select(users).order_by(users.c.name))]

    def by_token(self, token: str) -> User | None:
        """Whose token it is; None if nobody's who may work."""
        with self.database.reads() as connection:
            return _found(connection, users.c.token == _hashed(token))

    def open_session(self, user: User) -> str:
        """A new session's id, which is good for some hours."""
        id_, now = token_urlsafe(SECRET_BYTES), datetime.now(UTC)
        with self.database.writes() as connection:
            key = connection.scalars(select(users.c.id).where(users.c.name == user.name)).one()
            connection.execute(delete(sessions).where(sessions.c.expires_at <= now))
            ends = now + timedelta(hours=SESSION_HOURS)
            connection.execute(insert(sessions), {"id": _hashed(id_), "user": key, "expires_at": ends})
            append(connection, user.name, "signed in")
        return id_

    def by_session(self, id_: str) -> User | None:
        """Whose session it is; None if it has ended, or nobody's who may work."""
        of = sessions.c.user == users.c.id, sessions.c.id == _hashed(id_)
        with self.database.reads() as connection:
            lasts = sessions.c.expires_at > datetime.now(UTC)
            return _found(connection, select(sessions.c.id).where(*of, lasts).exists())

    def close_session(self, id_: str, user: User) -> None:
        """End a session."""
        with self.database.writes() as connection:
            connection.execute(delete(sessions).where(sessions.c.id == _hashed(id_)))
            append(connection, user.name, "signed out")

    def note(self, by: str, deed: str, about: str = "") -> None:
        """Add a line to the audit log."""
        with self.database.writes() as connection:
            append(connection, by, deed, about)

    def audit(self) -> list[Entry]:
        """The audit log, the oldest line first."""
        with self.database.reads() as connection:
            return [*fetch_audit(connection)]

    def _change(self, name: str, values: dict[str, object], by: str, deed: str) -> None:
        with self.database.writes() as connection:
            key = connection.scalar(select(users.c.id).where(users.c.name == name))
            if key is None:
                raise NotFoundError(f"no user is called {name!r}; `whosays user list` shows all")
            connection.execute(update(users).where(users.c.id == key).values(values))
            connection.execute(delete(sessions).where(sessions.c.user == key))
            append(connection, by, deed, name)


def _hashed(secret: str) -> str:
    """Secrets have 256 random bits: a plain hash of one tells nothing, and nobody can try them all."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _found(connection: Connection, condition: ColumnElement[bool]) -> User | None:
    row = connection.execute(select(users).where(condition, ~users.c.disabled)).first()
    return _user(row) if row else None


def _user(row: Row[tuple[object, ...]]) -> User:
    return User(row.name, Role(row.role), row.added_at.replace(tzinfo=UTC), row.disabled)
