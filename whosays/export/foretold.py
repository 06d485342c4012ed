"""Ties between claims as records (JSON) and rows (CSV): what came of forecasts, what denials deny."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from whosays.export.contract import claim_record, published
from whosays.export.table import Cell, guard
from whosays.model import Told
from whosays.reconcile.foretold import Tie, TieRelation

_CLAIM = ("claim", "stance", "report", "publisher", "published", "quote")

COLUMNS = (
    "relation",
    *(f"earlier_{column}" for column in _CLAIM),
    *(f"later_{column}" for column in _CLAIM),
    "reason",
)
"""The columns, in order: a row is one tie. Of a denial, `earlier` is the claim that it denies."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie with its two claims."""

    tie: Tie
    earlier: Told
    later: Told

    @property
    def is_denial(self) -> bool:
        """Whether the later claim denies the earlier one."""
        return self.tie.relation is TieRelation.DENIES

    @property
    def asks(self) -> Told:
        """The forecast, or the denial."""
        return self.later if self.is_denial else self.earlier

    @property
    def answers(self) -> Told:
        """What came of the forecast, or what is denied."""
        return self.earlier if self.is_denial else self.later


def line(tied: Tied) -> str:
    """A tie on one line of JSON, its claims as `whosays claims` prints them."""
    earlier, later = (
        claim_record(told.report, told.claim).model_dump(mode="json") for told in (tied.earlier, tied.later)
    )
    tie = tied.tie
    row = {"relation": tie.relation, "reason": tie.reason, "earlier": earlier, "later": later}
    return json.dumps(row, ensure_ascii=False)


def write(ties: Iterable[Tied], out: TextIO) -> None:
    """Write a header and one row a tie to `out`, which must be open with `newline=""`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for tied in ties:
        cells = [tied.tie.relation.value, *_claim(tied.earlier), *_claim(tied.later), tied.tie.reason]
        writer.writerow([guard(cell) for cell in cells])


def _claim(told: Told) -> list[Cell]:
    claim, report = told.claim, told.report
    about = [report.id, report.publisher, published(report), claim.evidence.quote]
    return [claim.id, claim.stance.value, *about]
