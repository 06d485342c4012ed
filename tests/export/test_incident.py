"""Incidents as records and as rows."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.readings import FULL, REPORT
from whosays.export.contract import claim_record
from whosays.export.incident import COLUMNS, line, record, said, write
from whosays.export.table import guard
from whosays.model import (
    Account,
    Agreement,
    Comparison,
    Incident,
    Origin,
    OriginSort,
    Slot,
    Stake,
    Told,
    Value,
)

MINISTRY = Origin("river-gov", "Defence Ministry", OriginSort.VOICE, "river-gov")
POST = Origin("river post", "River Post", OriginSort.FAMILY)
ADMITS = Account(
    MINISTRY,
    ("c1", "c2"),
    ("River Post", "Vale Radio"),
    {
        Slot.KIND: (Value("shelling", ("c1",)),),
        Slot.ACTOR: (Value("army", ("c1",), denied=True, party="river-army"), Value("rebels", ("c2",))),
        Slot.KILLED: (Value("at least 4 farmers", ("c1",), low=4.0), Value("0.5", ("c2",), 0.5, 0.5)),
    },
    Stake.OWN_LOSS,
)
TELLS = Account(POST, (), (), {})
CONTESTED = Comparison(Slot.ACTOR, Agreement.CONTESTED, "The Ministry denies the army.", ("c1", "c2"))
DAY = date(2024, 11, 29)
INCIDENT = Incident(
    "c1", "shelling, Marwa", (Told(REPORT, FULL),), (ADMITS, TELLS), (CONTESTED,), DAY, DAY, ("c9",)
)


def test_a_record_has_everything() -> None:
    found = record(INCIDENT)
    claims = found.pop("claims")
    assert claims == [claim_record(REPORT, FULL).model_dump(mode="json")]
    assert found["accounts"][0] == {
        "origin": {"key": "river-gov", "name": "Defence Ministry", "sort": "voice", "party": "river-gov"},
        "stake": "own loss",
        "against_interest": True,
        "outlets": ["River Post", "Vale Radio"],
        "claims": ["c1", "c2"],
        "slots": {
            "kind": [_value("shelling", "c1")],
            "actor": [_value("army", "c1", denied=True, party="river-army"), _value("rebels", "c2")],
            "killed": [_value("at least 4 farmers", "c1", low=4), _value("0.5", "c2", low=0.5, high=0.5)],
        },
    }
    assert found["accounts"][1]["stake"] == "unknown"
    assert {key: value for key, value in found.items() if key != "accounts"} == {
        "id": "c1",
        "title": "shelling, Marwa",
        "earliest": "2024-11-29",
        "latest": "2024-11-29",
        "disputed": True,
        "follows": ["c9"],
        "followed_by": [],
        "comparisons": [
            {
                "slot": "actor",
                "agreement": "contested",
                "reason": "The Ministry denies the army.",
                "claims": ["c1", "c2"],
            }
        ],
    }


def _value(words: str, claim: str, **changes: Any) -> dict[str, Any]:
    plain = {"words": words, "low": None, "high": None, "denied": False, "party": None, "claims": [claim]}
    return plain | changes


def test_a_line_is_the_record() -> None:
    assert json.loads(line(INCIDENT)) == json.loads(json.dumps(record(INCIDENT)))
    assert "🚀" in line(INCIDENT)


def rows(*incidents: Incident) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write(incidents, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_row_is_an_account() -> None:
    first, second = rows(INCIDENT)
    assert tuple(first) == COLUMNS
    assert {column: cell for column, cell in first.items() if cell} == {
        "incident": "c1",
        "title": "shelling, Marwa",
        "earliest": "2024-11-29",
        "latest": "2024-11-29",
        "origin": "Defence Ministry",
        "origin_sort": "voice",
        "party": "river-gov",
        "stake": "own loss",
        "against_interest": "yes",
        "outlets": "River Post; Vale Radio",
        "kind": "shelling",
        "actor": "not army; rebels",
        "killed": "at least 4 farmers; 0.5",
        "claims": "c1; c2",
    }
    assert (second["origin"], second["party"], second["against_interest"]) == ("River Post", "", "no")


def test_without_days_and_accounts_there_is_nothing_to_say() -> None:
    bare = Incident("c1", "", (), (), ())
    assert rows(bare) == []
    assert (record(bare)["earliest"], record(bare)["disputed"]) == (None, False)


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "\t=1", "＝1", '=1,"x"\nnext'])
def test_no_cell_is_a_formula(hostile: str) -> None:
    value = Value(hostile, (hostile,))
    origin, slots = Origin(hostile, hostile, OriginSort.VOICE, hostile), dict.fromkeys(Slot, (value,))
    account = Account(origin, (hostile,), (hostile,), slots)
    [row] = rows(Incident(hostile, hostile, (), (account,), ()))
    filled = {column for column, cell in row.items() if cell == f"'{hostile}"}
    assert filled == set(COLUMNS) - {"earliest", "latest", "origin_sort", "stake", "against_interest"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_what_is_written_reads_back(words: str) -> None:
    account = Account(POST, (), (), {Slot.TARGET: (Value(words, ()), Value(words, (), denied=True))})
    [row] = rows(Incident("c1", "", (), (account,), ()))
    assert row["target"] == guard(f"{words}; not {words}")
    assert json.loads(line(Incident("c1", words, (), (), ())))["title"] == words


@pytest.mark.parametrize(("denied", "expected"), [(False, "army"), (True, "not army")])
def test_what_is_denied_says_so(denied: bool, expected: str) -> None:
    assert said(Value("army", (), denied=denied)) == expected
