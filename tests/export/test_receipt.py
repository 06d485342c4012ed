"""Receipts: from what a file says back to the claims, and from the claims to what became of them."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.export.readings import BARE, FULL, REPORT
from whosays.export.receipt import CAUTION, Receipt
from whosays.model import Told

ONE, OTHER = Told(REPORT, FULL), Told(REPORT, BARE)
THIRD = Told(REPORT, replace(BARE, id="c3"))


def filled() -> Receipt:
    receipt = Receipt("acled", {"kind": "shelling"})
    receipt.row("i1", [ONE, ONE])
    receipt.drop("only denied", [OTHER])
    receipt.drop("only denied", [THIRD])
    receipt.fold("two rows of one day", [ONE])
    receipt.choose("i1", "fatalities", 4, "the lowest", ["c1"])
    receipt.choose("i1", "event_date", None, "nobody says when")
    receipt.note("no verdicts")
    receipt.note("no verdicts")
    return receipt


def test_a_receipt_says_what_became_of_every_claim() -> None:
    assert filled().record() == {
        "format": "acled",
        "caution": CAUTION,
        "asked": {"kind": "shelling"},
        "notes": ["no verdicts"],
        "rows": 1,
        "claims_in_rows": 1,
        "claims_left_out": 2,
        "left_out": [{"why": "only denied", "count": 2, "claims": ["c2", "c3"]}],
        "collapsed": [{"why": "two rows of one day", "count": 1, "claims": ["c1"]}],
        "chosen": [
            {"row": "i1", "field": "fatalities", "value": "4", "why": "the lowest", "claims": ["c1"]},
            {"row": "i1", "field": "event_date", "value": "", "why": "nobody says when", "claims": []},
        ],
        "claims_of_rows": {"i1": ["c1"]},
    }


def test_its_text_is_the_record_in_json() -> None:
    assert json.loads(filled().text()) == filled().record()


def test_it_knows_the_claims_that_it_was_told_of() -> None:
    assert filled().known == {"c1", "c2", "c3"}


def test_a_summary_counts_rows_and_what_was_left_out() -> None:
    assert filled().summary() == "1 row from 1 claim; 2 claims left out"
    assert Receipt("acled").summary() == "0 rows from 0 claims"
