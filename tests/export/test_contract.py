"""The JSON objects of the contract."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.readings import BARE, FULL, READING, REPORT, TEXT
from whosays.export.contract import claim_record, ends, line, number, reading_record, when
from whosays.model import Basis, Interval, Part, Reading, Reason, Report, Span, TimePrecision

FULL_RECORD = {
    "id": "c1",
    "trigger": [42, 50],
    "kind": "shelling",
    "stance": "asserted",
    "evidence": [0, 87],
    "voices": [
        {"name": "River Post", "span": [26, 36], "sort": "outlet", "party": "river-post", "role": None},
        {
            "name": "Residents of Marwa",
            "span": [2, 20],
            "sort": "resident",
            "party": None,
            "role": "of Marwa",
        },
    ],
    "actor": [{"name": "army", "span": [42, 50], "party": "army"}],
    "target": [
        {"name": "farmers", "span": [79, 86], "party": None},
        {"name": "Marwa", "span": [15, 20], "party": None},
    ],
    "place": {"name": "Marwa", "span": [15, 20], "lat": 35.5, "lon": 36.25, "geonames_id": 900001},
    "time": "2024-11-29",
    "figures": [
        {
            "measure": "killed",
            "low": 4,
            "high": None,
            "span": [68, 78],
            "text": "at least 4",
            "of": "farmers",
            "scope": {"area": "Marwa", "window": "Friday", "cumulative": False},
            "sort": "count",
        },
        {
            "measure": "duration",
            "low": 0.5,
            "high": 1,
            "span": [77, 78],
            "text": "4",
            "of": None,
            "scope": None,
            "sort": "part",
        },
    ],
}
BARE_RECORD = {
    "id": "c2",
    "trigger": [91, 97],
    "kind": "harm",
    "stance": "denied",
    "evidence": [88, 98],
    "voices": [],
    "actor": [],
    "target": [],
    "place": None,
    "time": None,
    "figures": [],
}
READING_RECORD = {
    "id": "rp-1",
    "publisher": "River Post",
    "published": "2024-11-29",
    "title": "Farmers killed",
    "language": "en",
    "text": TEXT,
    "sha256": REPORT.sha256,
    "attributions": [
        {"source": [[2, 20]], "cue": [[21, 25]], "content": [[42, 60]], "parent": None},
        {"source": [], "cue": [[37, 41]], "content": [[42, 50], [61, 67]], "parent": 0},
    ],
    "places": [
        {
            "span": [15, 20],
            "text": "Marwa",
            "name": "Marwa",
            "lat": 35.5,
            "lon": 36.25,
            "geonames_id": 900001,
            "country": "SY",
            "kind": "city",
            "precision": "town",
        },
        {
            "span": [26, 31],
            "text": "River",
            "name": None,
            "lat": None,
            "lon": None,
            "geonames_id": None,
            "country": None,
            "kind": None,
            "precision": None,
        },
    ],
    "times": [
        {
            "span": [51, 60],
            "text": "on Friday",
            "type": "DATE",
            "value": "2024-11-29",
            "start": "2024-11-29",
            "end": "2024-11-29",
        },
        {"span": [91, 97], "text": "rained", "type": "DURATION", "value": "PT3H", "start": None, "end": None},
    ],
    "claims": [FULL_RECORD, BARE_RECORD],
    "loaded": [
        {"span": [79, 86], "text": "farmers", "sort": "label", "said_by": 0, "note": "those who farm"},
        {"span": [91, 97], "text": "rained", "sort": "scare quotes", "said_by": None, "note": None},
    ],
    "causes": [{"cause": "c2", "effect": "c1", "span": [37, 41], "text": "that", "said_by": 0}],
    "reasons": None,
}


def printed(reading: Reading) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line(reading_record(reading)))
    return found


def test_a_reading_has_every_key_in_order() -> None:
    expected = json.dumps(READING_RECORD)
    assert json.dumps(printed(READING)) == expected


def test_reasons_are_printed_where_they_are_wanted() -> None:
    why = Reason("c1", Part.ACTOR, Span.of(TEXT, 79, 86), Basis.NETWORK, 2.3456, 0.84567)
    assert json.loads(line(reading_record(READING, [why])))["reasons"] == [
        {"claim": "c1", "part": "actor", "span": [79, 86], "text": "farmers"}
        | {"basis": "network", "logit": 2.35, "confidence": 0.846}
    ]


def test_a_claim_on_its_own_carries_its_quote_and_its_report() -> None:
    found = json.loads(line(claim_record(REPORT, FULL)))
    about = {"quote": TEXT.removesuffix(" It rained."), "report": "rp-1", "publisher": "River Post"}
    assert found == FULL_RECORD | about | {"published": "2024-11-29", "title": "Farmers killed"}


def test_what_is_not_known_of_a_report_is_null() -> None:
    found = json.loads(line(claim_record(Report(TEXT), BARE)))
    assert [found[key] for key in ("publisher", "published", "title")] == [None, None, None]
    assert found["report"] == Report(TEXT).id


def test_an_instant_keeps_its_zone() -> None:
    instant = replace(REPORT, published=datetime(2024, 11, 29, 18, 5, tzinfo=UTC))
    assert printed(replace(READING, report=instant))["published"] == "2024-11-29T18:05:00+00:00"


FIRST, LAST = date(2024, 11, 27), date(2024, 11, 29)


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (FIRST, LAST, "2024-11-27/2024-11-29"),
        (FIRST, FIRST, "2024-11-27"),
        (FIRST, None, "2024-11-27"),
        (None, LAST, "2024-11-29"),
    ],
)
def test_the_time_of_a_claim_is_a_day_or_two(
    earliest: date | None, latest: date | None, expected: str
) -> None:
    interval = Interval(earliest, latest, TimePrecision.DAYS)
    assert when(interval) == expected
    assert ends(interval) == (earliest and str(earliest), latest and str(latest))


@pytest.mark.parametrize(
    ("value", "expected"), [(None, "None"), (4.0, "4"), (4, "4"), (0.5, "0.5"), (1e6, "1000000"), (-0.0, "0")]
)
def test_whole_numbers_are_ints(value: float | None, expected: str) -> None:
    assert str(number(value)) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_on_one_line(text: str) -> None:
    record = line(reading_record(Reading(Report(text), "by hand", (), (), (), ())))
    assert "\n" not in record
    assert json.loads(record.encode())["text"] == text
