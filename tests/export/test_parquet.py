"""Claims as a Parquet table, read back by pyarrow."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.export.exporting import DAY, JETS, MARSA, PARTIES, Given, scene
from tests.reconcile.accounts.telling import MONITOR, at_least, killed, named, on, tell
from whosays.export.choices import Choices
from whosays.export.formats import FORMATS
from whosays.export.parquet import BATCH, MISSING
from whosays.export.receipt import CAUTION, Receipt
from whosays.model import FigureSort, Told, UsageError

FULL = tell(
    MONITOR,
    actor=named(JETS),
    target=named("the market"),
    where=MARSA,
    when=on(DAY),
    figures=[killed(4, sort=FigureSort.FORMER), at_least(9), killed(12)],
    id_="c1",
)


def table(*tolds: Told) -> Any:
    out = io.BytesIO()
    FORMATS["parquet"].write(Given((scene(*tolds),)), out, Choices(parties=PARTIES), Receipt("parquet"))
    return pq.read_table(out)


def test_a_row_is_a_claim() -> None:
    [row] = table(FULL).to_pylist()
    assert {column: cell for column, cell in row.items() if cell is not None} == {
        "claim": "c1",
        "report": FULL.report.id,
        "kind": "airstrike",
        "stance": "asserted",
        "quote": "strike",
        "publisher": "River Post",
        "published": DAY,
        "voices": ["Harbour Monitor for Rights"],
        "voice_parties": ["harbour-monitor"],
        "actor": ["River jets"],
        "actor_parties": ["river-air-force"],
        "target": ["the market"],
        "target_parties": [None],
        "place": "Marsa",
        "geonames_id": MARSA.place.geonames_id if MARSA.place else None,
        "country": "SY",
        "admin1": "Upper Vale",
        "lat": 35.5,
        "lon": 36.25,
        "place_precision": "town",
        "earliest": DAY,
        "latest": DAY,
        "time_precision": "day",
        "killed_low": 9,
        "acled_event_type": "Explosions/Remote violence",
        "acled_sub_event_type": "Air/drone strike",
        "plover_type": "ASSAULT",
        "plover_mode": "aerial",
        "acled_geo_precision": 1,
        "ucdp_where_prec": 1,
    }


def test_it_says_that_nothing_is_verified() -> None:
    assert table(FULL).schema.metadata[b"caution"].decode() == CAUTION


def test_columns_do_not_depend_on_what_is_told() -> None:
    assert table(tell()).schema == table(FULL).schema


def test_more_than_a_batch_is_written_whole() -> None:
    tolds = [tell(id_=f"c{n:05}") for n in range(BATCH + 1)]
    alone = replace(scene(tolds[0]), told=tuple(tolds))
    out, receipt = io.BytesIO(), Receipt("parquet")
    FORMATS["parquet"].write(Given((alone,)), out, Choices(parties=PARTIES), receipt)
    assert pq.read_table(out).num_rows == len(tolds) == len(receipt.rows)


def test_half_a_surrogate_pair_is_a_question_mark() -> None:
    [row] = table(tell(outlet="River \ud83d Post")).to_pylist()
    assert row["publisher"] == "River ? Post"


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match="pip install 'whosays\\[archive\\]'") as raised:
        table(FULL)
    assert str(raised.value) == MISSING
