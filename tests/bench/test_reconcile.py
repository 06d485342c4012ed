"""Invented ledgers, and how long they take to reconcile."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.invented import readings
from bench.reconcile import Pace, Run, exponents, incidents, measure, orders, table, write
from whosays.ledger import Ledger
from whosays.model import Kind, Reading, Span

CLAIMS = 400

FIRST = "70 MiB 10.0 s ( 9.0 CPU) 300 MiB 0.50 s"


@pytest.fixture(scope="module")
def made() -> list[Reading]:
    return list(readings(CLAIMS))


def test_a_number_and_a_seed_make_the_same_readings(made: list[Reading]) -> None:
    assert list(readings(CLAIMS)) == made
    assert {reading.report.digest for reading in readings(CLAIMS, seed=1)}.isdisjoint(
        reading.report.digest for reading in made
    )


def test_there_are_as_many_claims_as_asked_for_some_twenty_a_report(made: list[Reading]) -> None:
    sizes = [len(reading.claims) for reading in made]
    assert sum(sizes) == CLAIMS
    assert all(20 <= size < 24 for size in sizes[:-1])
    assert len({claim.id for reading in made for claim in reading.claims}) == CLAIMS


def test_every_span_quotes_its_report(made: list[Reading]) -> None:
    for reading in made:
        text = reading.report.text
        for claim in reading.claims:
            spans = [claim.trigger, claim.evidence]
            spans += [voice.span for voice in claim.voices]
            spans += [named.span for named in (*claim.actor, *claim.target)]
            spans += [figure.span for figure in claim.figures]
            spans += [claim.place.span] if claim.place else []
            assert all(Span.of(text, span.start, span.end) == span for span in spans)
            assert all(claim.evidence.covers(span) for span in spans)


def test_reports_of_one_happening_differ_and_some_are_reprints(made: list[Reading]) -> None:
    claims = [claim for reading in made for claim in reading.claims]
    assert len({claim.kind for claim in claims}) > 10
    assert {claim.time is None for claim in claims} == {True, False}
    assert {claim.place.place.kind for claim in claims if claim.place and claim.place.place} >= {
        "city",
        "country",
    }
    assert any(claim.place and claim.place.place is None for claim in claims)
    assert max(Counter(claim.evidence.quote for claim in claims).values()) > 1
    assert any(claim.kind is Kind.HARM and claim.figures for claim in claims)


def test_no_order_of_the_reports_makes_other_incidents(tmp_path: Path) -> None:
    found = list(orders(CLAIMS, tmp_path))
    assert len(found) == 3
    assert set(found) == {found[0]}
    assert any(len(group) > 1 for group in found[0])


def test_a_ledger_is_written_as_if_report_by_report(tmp_path: Path, made: list[Reading]) -> None:
    write(tmp_path / "at once.db", made)
    with Ledger.open(tmp_path / "one by one.db") as ledger:
        for reading in made:
            assert ledger.add(reading)
    for name in ("at once.db", "one by one.db"):
        with Ledger.open(tmp_path / name) as ledger:
            assert [ledger.reading(reading.report.digest) for reading in made] == made
            ledger.reconcile()
    assert incidents(tmp_path / "at once.db") == incidents(tmp_path / "one by one.db")


def test_the_exponent_is_that_of_the_time_between_sizes() -> None:
    sizes = ((100, 2.0), (1000, 20.0), (10_000, 2000.0))
    runs = [Run(claims, 9, 1.0, Pace(9.0, seconds, 80.0), ()) for claims, seconds in sizes]
    assert list(exponents(runs)) == pytest.approx([1.0, 2.0])


def test_a_run_is_told_in_a_line_with_the_slowest_of_the_reports_that_came_later() -> None:
    runs = [
        Run(claims, 1234, 70.0, Pace(clock, 9.0, 300.0), [Pace(0.25, 0.2, 90.0), Pace(0.5, 0.2, 90.0)])
        for claims, clock in ((10_000, 10.0), (100_000, 12.5))
    ]
    _, first, second, power = table(runs)
    assert first.split() == ["10,000", "1,234", *FIRST.split()]
    assert second.split()[:2] == ["100,000", "1,234"]
    assert power == "time grows as n^0.00"


def test_a_ledger_is_reconciled_and_then_a_few_reports_more(tmp_path: Path) -> None:
    run = measure(CLAIMS, tmp_path)
    assert run.claims == CLAIMS
    assert len(run.later) == 3
    assert run.whole.peak_mib > 0
    with Ledger.open(tmp_path / f"{CLAIMS}.db") as ledger:
        assert len(list(ledger.claims())) == CLAIMS
        assert run.incidents == len(list(ledger.incidents()))
        assert ledger.reconcile().readings == 0
