"""Ties between claims as records and rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.export.readings import BARE, FULL, REPORT
from whosays.export.foretold import COLUMNS, Tied, line, write
from whosays.export.table import guard
from whosays.model import Told
from whosays.reconcile.foretold import Tie, TieRelation

EARLIER, LATER = Told(REPORT, FULL), Told(replace(REPORT, given_id="rp-2", publisher="Vale Times"), BARE)
TIED = Tied(Tie("c1", "c2", TieRelation.DENIES, "River Post says so; Vale Times denies it."), EARLIER, LATER)


def row(tied: Tied) -> dict[str, str]:
    out = io.StringIO(newline="")
    write([tied], out)
    (found,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    return found


def test_every_column_of_a_tie() -> None:
    found = row(TIED)
    assert tuple(found) == COLUMNS
    assert found == {
        "relation": "denies",
        "earlier_claim": "c1",
        "earlier_stance": "asserted",
        "earlier_report": "rp-1",
        "earlier_publisher": "River Post",
        "earlier_published": "2024-11-29",
        "earlier_quote": FULL.evidence.quote,
        "later_claim": "c2",
        "later_stance": "denied",
        "later_report": "rp-2",
        "later_publisher": "Vale Times",
        "later_published": "2024-11-29",
        "later_quote": "It rained.",
        "reason": "River Post says so; Vale Times denies it.",
    }


def test_a_record_holds_both_claims_whole() -> None:
    found = json.loads(line(TIED))
    assert list(found) == ["relation", "reason", "earlier", "later"]
    assert (found["earlier"]["voices"][1]["name"], found["later"]["stance"]) == (
        "Residents of Marwa",
        "denied",
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")))
def test_what_is_written_reads_back(outlet: str) -> None:
    report = replace(REPORT, publisher=outlet)
    found = row(replace(TIED, earlier=Told(report, FULL), later=Told(report, BARE)))
    assert found["earlier_publisher"] == found["later_publisher"] == guard(outlet)
