"""Nouns as plain values and back."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from tests.ledger.readings import MARWA, TEXT, claim, readings
from whosays.ledger.dump.codec import noun, plain
from whosays.ledger.dump.records import (
    ChangeRecord,
    EventReportRecord,
    IncidentRecord,
    MatchRecord,
    ReadingRecord,
    SignaturesRecord,
)
from whosays.model import Claim, Figure, Interval, Measure, Place, Reading, Report, Span, TimePrecision
from whosays.reconcile.copies import Agency, Match, Passage, Relation, Run

NOON = "2031-03-08T12:00:00+00:00"


@given(readings())
@settings(deadline=None, max_examples=25, phases=[Phase.explicit, Phase.generate])
def test_any_reading_comes_back(reading: Reading) -> None:
    report = noun(Report, plain(reading.report))
    assert (report, report.digest) == (reading.report, reading.report.digest)
    for made in reading.claims:
        assert noun(Claim, plain(made), report.text) == made


def test_what_is_empty_is_left_out_and_a_span_is_two_numbers() -> None:
    bare = Claim("c1", Span.of(TEXT, 0, 9), claim().kind, claim().stance, Span.of(TEXT, 0, 20))
    assert plain(bare) == {
        "id": "c1",
        "trigger": [0, 9],
        "kind": "shelling",
        "stance": "asserted",
        "evidence": [0, 20],
    }
    assert noun(Claim, plain(bare), TEXT) == bare


@pytest.mark.parametrize(
    "made",
    [
        ChangeRecord(1, datetime(2031, 3, 8, 12, 30, 1, 250, UTC)),
        IncidentRecord("ab", disputed=False),
        SignaturesRecord("ab", (1, -(2**63), 2**63 - 1)),
        MatchRecord(
            Match(
                "aa",
                "bb",
                Relation.SHARED,
                (Passage((0, 5), (3, 8), 4, (Run(0, 1, 4),)),),
                4,
                0.5,
                1 / 3,
                Agency("tass", "TASS", None),
            )
        ),
        MARWA,
        Interval(None, date(2031, 3, 8), TimePrecision.LONGER),
        Interval(date(1, 1, 1), None, TimePrecision.LONGER),
    ],
    ids=lambda made: type(made).__name__,
)
def test_other_records_come_back(made: Any) -> None:
    assert noun(type(made), json.loads(json.dumps(plain(made), allow_nan=False))) == made


@pytest.mark.parametrize("number", [0.0, 4.0, 0.1 + 0.2, math.inf, -math.inf, 1e300])
def test_any_number_comes_back_as_json_has_it(number: float) -> None:
    figure = Figure(Measure.KILLED, number, None, Span.of(TEXT, 0, 1))
    assert noun(Figure, json.loads(json.dumps(plain(figure), allow_nan=False)), TEXT) == figure


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (ChangeRecord, [], "[] is not of the right sort"),
        (ChangeRecord, {"number": 1}, "at: it is missing"),
        (ChangeRecord, {"number": "1", "at": NOON}, "number: '1' is not of the right sort"),
        (ChangeRecord, {"number": True, "at": NOON}, "number: True is not of the right sort"),
        (ChangeRecord, {"number": 2**63, "at": NOON}, "number: 9223372036854775808 is too large"),
        (ChangeRecord, {"number": 1, "at": "noon"}, "at: Invalid isoformat string"),
        (ChangeRecord, {"number": 1, "at": NOON[:19]}, "at: '2031-03-08T12:00:00' has no zone"),
        (ChangeRecord, {"number": 1, "at": NOON, "by": "x"}, "nothing is known of 'by'"),
        (Place, {**plain(MARWA), "lat": "north"}, "lat: 'north' is not of the right sort"),
        (Place, {**plain(MARWA), "precision": "near"}, "precision: 'near' is not a valid PlacePrecision"),
        (Claim, {**plain(claim()), "trigger": [3]}, "trigger: there must be 2 values"),
        (Claim, {**plain(claim()), "trigger": [3, 2]}, "trigger: no such span: [3, 2)"),
        (Claim, {**plain(claim()), "trigger": [3, 2_000]}, "trigger: no such span: [3, 2000)"),
        (Claim, {**plain(claim()), "actor": [{"name": "x"}]}, "actor: span: there must be 2 values"),
        (Report, {"text": "x", "published": "soon"}, "published: Invalid isoformat string"),
        (EventReportRecord, {"number": 1, "reading": 1, "claims": [None]}, "claims: it is missing"),
        (ReadingRecord, {"number": 1, "report": None}, "report: it is missing"),
    ],
)
def test_what_is_none_is_said_by_its_field(kind: type[Any], value: Any, said: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 - what it says is looked at
        noun(kind, value, TEXT)
    assert said in str(error.value)
