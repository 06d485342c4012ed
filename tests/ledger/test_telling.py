"""Event reports as lines of JSON, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.ledger.readings import readings
from tests.reconcile.incidents.articles import MARSA, event, events
from whosays.ledger.telling import read, written
from whosays.model import Reading
from whosays.reconcile.incidents import EventReport, Spot, Toll, event_reports


@given(events())
def test_they_come_back_as_they_were(told: EventReport) -> None:
    line = written(told)
    assert read(line) == told
    assert "\n" not in line
    assert written(read(line)) == line


@given(readings())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_so_do_those_of_any_reading(reading: Reading) -> None:
    for told in event_reports(reading.report, reading.claims):
        assert read(written(told)) == told


@pytest.mark.parametrize(
    "told",
    [
        event(),
        event(published=None, first=None, last=None, killed=None, spots=()),
        event(spots=(replace(MARSA, point=(0.0, 0.0)), Spot(None, fine=True, within=frozenset({"mill"})))),
        event(killed=Toll(0, 1e12), wounded=Toll(12.5, 40)),
        event(outlet='"; DROP TABLE claims;--\n\0\ud83d\u202e', words=frozenset({"\x1a0000"})),
    ],
)
def test_whatever_is_in_them(told: EventReport) -> None:
    assert read(written(told)) == told


def test_the_line_does_not_depend_on_the_order_of_sets() -> None:
    words = [f"word{number}" for number in range(50)]
    lines = {written(event(words=frozenset(order))) for order in (words, reversed(words), sorted(words))}
    assert len(lines) == 1
    assert json.loads(lines.pop())["words"] == sorted(words)
