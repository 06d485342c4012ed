"""Names of things for other programs: the same thing has the same UUID in every export of every ledger."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from hashlib import sha1
from uuid import UUID

NAMESPACE = UUID("3b2ba090-3dcc-45e6-99ab-8da207a4c631")
"""Whosays' own, so that no UUIDv5 of another program is one of these (RFC 9562, section 5.5)."""


class Thing(StrEnum):
    """What an identifier is of."""

    TOOL = "tool"
    REPORT = "report"
    CLAIM = "claim"
    STATEMENT = "statement"
    EVIDENCE = "evidence"
    MENTION = "mention"
    AGENT = "agent"
    PLACE = "place"
    TERM = "term"
    INCIDENT = "incident"
    COMPARISON = "comparison"
    OPINION = "opinion"


@lru_cache(maxsize=1 << 16)
def uuid(thing: Thing, *key: object) -> str:
    """The UUIDv5 of a thing by what it is known by in the ledger.

    Written out, because `uuid.uuid5` takes four times as long, and a claim has a dozen.
    """
    name = ":".join((thing, *map(str, key)))
    digits = sha1(NAMESPACE.bytes + name.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def urn(thing: Thing, *key: object) -> str:
    """The same as an IRI: `urn:uuid:` and the UUID."""
    return f"urn:uuid:{uuid(thing, *key)}"
