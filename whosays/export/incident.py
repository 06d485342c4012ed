"""Incidents as records (JSON) and rows (CSV): every account beside the others, and how they compare."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from whosays.export.contract import claim_record, number
from whosays.export.table import Cell, guard
from whosays.model import Account, Incident, Slot, Value

COLUMNS = (
    "incident",
    "title",
    "earliest",
    "latest",
    "origin",
    "origin_sort",
    "party",
    "stake",
    "against_interest",
    "outlets",
    *(slot.value for slot in Slot),
    "claims",
)
"""The columns, in order: a row is one origin's account of one incident."""


def record(incident: Incident) -> dict[str, Any]:
    """An incident as JSON: its accounts, comparisons, and claims as `whosays claims` prints them."""
    return {
        "id": incident.id,
        "title": incident.title,
        "earliest": _day(incident.earliest),
        "latest": _day(incident.latest),
        "disputed": incident.disputed,
        "follows": list(incident.follows),
        "followed_by": list(incident.followed_by),
        "accounts": [_account(each) for each in incident.accounts],
        "comparisons": [
            {"slot": c.slot, "agreement": c.agreement, "reason": c.reason, "claims": list(c.claims)}
            for c in incident.comparisons
        ],
        "claims": [claim_record(told.report, told.claim).model_dump(mode="json") for told in incident.told],
    }


def line(incident: Incident) -> str:
    """An incident's record on one line of JSON."""
    return json.dumps(record(incident), ensure_ascii=False)


def write(incidents: Iterable[Incident], out: TextIO) -> None:
    """Write a header and one row an account to `out`, which must be open with `newline=""`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for incident in incidents:
        writer.writerows([guard(cell) for cell in _row(incident, each)] for each in incident.accounts)


def _row(incident: Incident, account: Account) -> list[Cell]:
    origin = account.origin
    return [
        incident.id,
        incident.title,
        _day(incident.earliest),
        _day(incident.latest),
        origin.name,
        origin.sort,
        origin.party,
        account.stake,
        "yes" if account.against_interest else "no",
        "; ".join(account.outlets),
        *("; ".join(map(said, account.slots.get(slot, ()))) for slot in Slot),
        "; ".join(account.claims),
    ]


def said(value: Value) -> str:
    """A value in words: denied ones say so."""
    return f"not {value.words}" if value.denied else value.words


def _account(account: Account) -> dict[str, Any]:
    origin = account.origin
    return {
        "origin": {"key": origin.key, "name": origin.name, "sort": origin.sort, "party": origin.party},
        "stake": account.stake,
        "against_interest": account.against_interest,
        "outlets": list(account.outlets),
        "claims": list(account.claims),
        "slots": {slot: [_value(each) for each in values] for slot, values in account.slots.items()},
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "words": value.words,
        "low": number(value.low),
        "high": number(value.high),
        "denied": value.denied,
        "party": value.party,
        "claims": list(value.claims),
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
