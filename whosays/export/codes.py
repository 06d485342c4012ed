"""What a claim is in the codes of ACLED and PLOVER, as far as the claim alone decides it.

ACLED's codebook: https://acleddata.com/knowledge-base/codebook/; PLOVER's manual:
https://github.com/openeventdata/PLOVER. Both code events, not claims: a denied strike has the code of a
strike, and its stance stands beside it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whosays.ground.parties import Registry
from whosays.model import Claim, Kind
from whosays.model.party import PartySort

CODES: dict[str, Any] = tomllib.loads(files(__package__).joinpath("codes.toml").read_text(encoding="utf-8"))
BY_ACTOR = "by actor"
STATE = (PartySort.STATE, PartySort.ARMED_FORCES)
GOVERNMENT, OTHERS = "Government regains territory", "Non-state actor overtakes territory"


@dataclass(frozen=True, slots=True)
class Code:
    """A type with ACLED's sub-event type or PLOVER's mode; None where there is none, or it is open."""

    type: str | None
    subtype: str | None


def acled(claim: Claim) -> Code:
    """ACLED's event type and sub-event type."""
    kind, subtype = _found(claim, "acled")
    return _code(kind, _taken_by(claim) if subtype == BY_ACTOR else subtype)


def plover(claim: Claim) -> Code:
    """PLOVER's type and mode."""
    return _code(*_found(claim, "plover"))


def _code(kind: str | None, subtype: str | None) -> Code:
    return Code(kind or None, subtype or None)


def _found(claim: Claim, scheme: str) -> tuple[str, str]:
    return _looked_up(claim.kind, claim.trigger.quote.lower(), scheme)


@lru_cache(maxsize=1 << 14)
def _looked_up(kind: Kind, trigger: str, scheme: str) -> tuple[str, str]:
    """The codes of the first entry that the trigger's words choose, else those of the kind."""
    entry = CODES[kind]
    chosen = (e[scheme] for e in _chosen(trigger, entry.get("words", ())) if scheme in e)
    type_, subtype = next(chosen, entry[scheme])
    return type_, subtype


def _chosen(trigger: str, entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        if re.search(rf"\b(?:{'|'.join(entry['words'])})", trigger):
            yield entry


def _taken_by(claim: Claim) -> str | None:
    """Whether a government takes ground; None if the registry does not know who takes it."""
    parties = [Registry.default().get(named.party) for named in claim.actor if named.party]
    sides = {party.sort in STATE for party in parties if party is not None}
    return None if len(sides) != 1 else GOVERNMENT if sides == {True} else OTHERS
