"""Claims as GeoJSON (RFC 7946): a feature a claim, with who says it and in which words.

A point stands where the gazetteer has a town, a district or something smaller. What is wider, or on no map,
has no geometry: a pin in the middle of a province would lie where nothing happened.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from whosays.export.choices import Choices
from whosays.export.contract import number, published, when
from whosays.export.events import POINTS, point
from whosays.export.extract import Extract
from whosays.export.receipt import CAUTION, Receipt
from whosays.model import Claim, Figure, Told

NO_POINT = "no geometry: wider than a district"
NO_PLACE = "no geometry: on no map, or nobody says where"


def write(extract: Extract, out: TextIO, choices: Choices, receipt: Receipt) -> None:  # noqa: ARG001
    """Write one FeatureCollection, a feature a line."""
    out.write('{"type":"FeatureCollection","caution":' + json.dumps(CAUTION) + ',"features":[')
    separator = "\n"
    for told in extract.claims():
        out.write(separator + json.dumps(feature(told), ensure_ascii=False))
        separator = ",\n"
        receipt.row(told.claim.id, [told])
        if why := _unlocated(told.claim):
            receipt.fold(why, [told])
    out.write("\n]}\n")


def feature(told: Told) -> dict[str, Any]:
    """A claim as a GeoJSON feature; longitude before latitude."""
    at = point(told.claim.place)
    geometry = {"type": "Point", "coordinates": [at[1], at[0]]} if at else None
    return {"type": "Feature", "id": told.claim.id, "geometry": geometry, "properties": _properties(told)}


def _properties(told: Told) -> dict[str, Any]:
    """The claim's slots in words; the whole of it is what `whosays claims --format jsonl` prints."""
    claim, report = told.claim, told.report
    place = claim.place.place if claim.place else None
    return {
        "kind": claim.kind,
        "stance": claim.stance,
        "voices": [voice.name for voice in claim.voices],
        "actor": [named.name for named in claim.actor],
        "target": [named.name for named in claim.target],
        "time": when(claim.time),
        "place": claim.place.name if claim.place else None,
        "geonames_id": place.geonames_id if place else None,
        "precision": place.precision if place else None,
        "figures": [_figure(figure) for figure in claim.figures],
        "quote": claim.evidence.quote,
        "publisher": report.publisher,
        "published": published(report),
        "title": report.title,
        "url": report.url,
        "report": report.id,
        "printed_by_family": told.family,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure,
        "low": number(figure.low),
        "high": number(figure.high),
        "of": figure.of,
        "text": figure.span.quote,
    }


def _unlocated(claim: Claim) -> str | None:
    place = claim.place.place if claim.place else None
    if place is None:
        return NO_PLACE
    return None if place.precision in POINTS else NO_POINT
