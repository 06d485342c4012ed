"""Those who work on one ledger together, what each may do, and the record of what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from whosays.model.errors import UsageError

LONGEST_NAME = 64


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READER = "reader"
    """Look at everything but the audit log."""

    CODER = "coder"
    """Judge claims, and names in one report; hand in reports."""

    EDITOR = "editor"
    """Judge pairs of claims and what names mean in all reports; withdraw what others judged."""

    ADMIN = "admin"
    """Read the audit log."""

    def may(self, least: Role) -> bool:
        """Whether this role may do what takes `least`."""
        roles = list(Role)
        return roles.index(self) >= roles.index(least)


@dataclass(frozen=True, slots=True)
class User:
    """A person of the team. Raises UsageError if the name cannot stand beside what somebody decides."""

    name: str
    role: Role
    added: datetime | None = None
    disabled: bool = False

    def __post_init__(self) -> None:
        if not self.name.isprintable() or self.name != self.name.strip() or not self.name:
            raise UsageError(f"{self.name!r}: a user's name is printable, without spaces around it")
        if len(self.name) > LONGEST_NAME:
            raise UsageError(f"a user's name has {LONGEST_NAME} characters at most")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the audit log: who did what to what, and a hash of it and of the line before."""

    id: int
    at: datetime
    by: str
    deed: str
    about: str
    hash: str
