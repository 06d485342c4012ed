"""Reports that nobody coded, with the claims that the reader itself finds in them.

    python -m training.selftaught BENCH OUT

The coded reports are few. What an earlier reader says of others of the same archive is mostly right, and
where it is wrong it is not wrong in the same way everywhere: with other names, hidden words and other cuts,
a new reader learns more from both than from the coded ones alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from training.corpus import rows
from training.silver import PRONOUNS
from whosays.export.contract import line, reading_record
from whosays.model import Report
from whosays.pipeline import Pipeline

Row = dict[str, Any]


def selftaught(archive: Sequence[Row], coded: Sequence[Row]) -> Iterator[Row]:
    """The reports of an archive that nobody coded, coded by the reader, as rows like those of coders."""
    known = {row["id"] for row in coded} | {row["text"] for row in coded}
    for row in archive:
        if row["id"] not in known and row["text"] not in known:
            report = Report(row["text"], publisher=row["publisher"], published=_day(row))
            yield row | {"times": True, "claims": _claims(report)}


def _day(row: Row) -> date:
    return date.fromisoformat(row["published"])


def _claims(report: Report) -> list[Row]:
    record = json.loads(line(reading_record(Pipeline.default().read(report))))
    return [_as_coded(report.text, claim) for claim in record["claims"]]


def _as_coded(text: str, claim: Row) -> Row:
    """A claim of a reading in the form of a coded one: names with the words that stand for them here."""
    named = {slot: [_name(text, n) for n in claim[slot]] for slot in ("voices", "actor", "target")}
    place = _name(text, claim["place"]) if claim["place"] else None
    return {**claim, **named, "place": place}


def _name(text: str, named: Row) -> str:
    here = text[slice(*named["span"])]
    return named["name"] if here.lower() in PRONOUNS else f"{named['name']}|{here}"


def uncoded(bench: Path) -> Iterator[Row]:
    """The reports of the archive that neither coders nor benchmark have, coded by the reader."""
    known = [row for name in ("train", "reports") for row in rows(bench / f"claims/{name}.jsonl")]
    return selftaught(list(rows(bench / "reports/fakes.jsonl")), known)


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in uncoded(Path(sys.argv[1])))
