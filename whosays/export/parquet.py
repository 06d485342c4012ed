"""Claims as one flat table in Apache Parquet, a row a claim; needs the extra `whosays[archive]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from whosays.export.choices import Choices
from whosays.export.codes import acled, plover
from whosays.export.extract import Extract
from whosays.export.precision import acled_place, ucdp_place
from whosays.export.receipt import CAUTION, Receipt
from whosays.model import Figure, FigureSort, Measure, Report, Told, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 2_000
"""Rows that are held in memory and written together."""

MISSING = "Parquet needs pyarrow, which is not installed; `pip install 'whosays[archive]'` brings it"


def write(extract: Extract, out: IO[bytes], choices: Choices, receipt: Receipt) -> None:  # noqa: ARG001
    """Write the table. Raises UsageError where pyarrow is not installed."""
    pa, pq = _pyarrow()
    schema = _schema(pa)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(extract.claims()):
            writer.write_table(pa.Table.from_pylist([_row(told) for told in batch], schema))
            for told in batch:
                receipt.row(told.claim.id, [told])


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError(MISSING) from error
    return pa, pq


def _schema(pa: Any) -> pa.Schema:
    """The columns, with the caution in the metadata; every one may be null but the ids, kind and stance."""
    words, names = pa.string(), pa.list_(pa.string())
    always = [
        pa.field(name, words, nullable=False) for name in ("claim", "report", "kind", "stance", "quote")
    ]
    said = [
        ("publisher", words),
        ("published", pa.date32()),
        ("title", words),
        ("url", words),
        ("language", words),
    ]
    who = [("voices", names), ("voice_parties", names), ("actor", names), ("actor_parties", names)]
    whom = [("target", names), ("target_parties", names), ("family", words)]
    where = [("place", words), ("geonames_id", pa.int64()), ("country", words), ("admin1", words)]
    point = [("lat", pa.float64()), ("lon", pa.float64()), ("place_precision", words)]
    when = [("earliest", pa.date32()), ("latest", pa.date32()), ("time_precision", words)]
    counts = [(f"{each}_{end}", pa.float64()) for each in Measure for end in ("low", "high")]
    codes = [
        (name, words) for name in ("acled_event_type", "acled_sub_event_type", "plover_type", "plover_mode")
    ]
    levels = [("acled_geo_precision", pa.int8()), ("ucdp_where_prec", pa.int8())]
    columns = (*said, *who, *whom, *where, *point, *when, *counts, *codes, *levels)
    return pa.schema([*always, *(pa.field(*column) for column in columns)], {"caution": CAUTION})


def _batches(claims: Iterator[Told]) -> Iterator[list[Told]]:
    while batch := list(islice(claims, BATCH)):
        yield batch


def _row(told: Told) -> dict[str, Any]:
    claim, report = told.claim, told.report
    return {
        "claim": claim.id,
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "quote": _encodable(claim.evidence.quote),
        "family": told.family,
        **_report(report),
        **_who(told),
        **_where(told),
        **_when(told),
        **_figures(claim.figures),
        **_codes(told),
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "report": _encodable(report.id),
        "publisher": _encodable(report.publisher),
        "published": report.day,
        "title": _encodable(report.title),
        "url": _encodable(report.url),
        "language": report.language,
    }


def _who(told: Told) -> dict[str, Any]:
    """Names and parties, one beside the other; voices from the outermost in."""
    claim = told.claim
    slots = (("voice", claim.voices), ("actor", claim.actor), ("target", claim.target))
    names = {
        f"{slot}s" if slot == "voice" else slot: [_encodable(n.name) for n in named] for slot, named in slots
    }
    return {**names, **{f"{slot}_parties": [each.party for each in named] for slot, named in slots}}


def _where(told: Told) -> dict[str, Any]:
    location = told.claim.place
    place = location.place if location else None
    name = {"place": _encodable(location.name) if location else None}
    if place is None:
        return name
    return {
        **name,
        "geonames_id": place.geonames_id,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "place_precision": place.precision.value,
        "acled_geo_precision": acled_place(place),
        "ucdp_where_prec": ucdp_place(place),
    }


def _when(told: Told) -> dict[str, Any]:
    time = told.claim.time
    if time is None:
        return {}
    return {"earliest": time.earliest, "latest": time.latest, "time_precision": time.precision.value}


def _figures(figures: Iterable[Figure]) -> dict[str, float | None]:
    """The first count of each measure; parts of it and former counts are in the claim alone."""
    counts = [figure for figure in figures if figure.sort is FigureSort.COUNT]
    first = {figure.measure: figure for figure in reversed(counts)}
    return {
        f"{m}_{end}": value for m, f in first.items() for end, value in (("low", f.low), ("high", f.high))
    }


def _codes(told: Told) -> dict[str, Any]:
    in_acled, in_plover = acled(told.claim), plover(told.claim)
    return {
        "acled_event_type": in_acled.type,
        "acled_sub_event_type": in_acled.subtype,
        "plover_type": in_plover.type,
        "plover_mode": in_plover.subtype,
    }


def _encodable(text: str | None) -> str | None:
    """The text with "?" for what UTF-8 has no code for: half of a surrogate pair."""
    return text and text.encode("utf-8", "replace").decode()
