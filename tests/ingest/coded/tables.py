"""Tables of invented events, in the layouts that are ready."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from whosays.ingest.coded import Item, Map, load_map, readings
from whosays.ingest.coded.rows import Row
from whosays.ingest.coded.sheet import Sheet
from whosays.ingest.item import Notice
from whosays.model import Claim, InputError, Reading

ACLED = {
    "event_id_cnty": "SYR99001",
    "event_date": "2008-03-07",
    "year": "2008",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Shelling/artillery/missile attack",
    "actor1": "River Brigade",
    "assoc_actor_1": "Coast Front; Hill Men",
    "inter1": "Rebel group",
    "actor2": "Civilians (Syria)",
    "assoc_actor_2": "Farmers (Syria)",
    "inter2": "Civilians",
    "interaction": "Rebel group-Civilians",
    "civilian_targeting": "Civilian targeting",
    "iso": "760",
    "region": "Middle East",
    "country": "Syria",
    "admin1": "Idleb",
    "admin2": "Ariha",
    "admin3": "Marwa",
    "location": "Marwa",
    "latitude": "35.5",
    "longitude": "36.25",
    "geo_precision": "1",
    "source": "Harbour Post",
    "source_scale": "National",
    "notes": "On 7 March 2008, shells of the River Brigade fell on Marwa, and four farmers were killed.",
    "fatalities": "4",
    "tags": "",
    "timestamp": "1205287200",
}

UCDP = {
    "id": "990017",
    "relid": "SYR-2008-1-99-17",
    "year": "2008",
    "active_year": "1",
    "code_status": "Clear",
    "type_of_violence": "1",
    "conflict_dset_id": "299",
    "conflict_new_id": "299",
    "conflict_name": "Exland: Government",
    "dyad_dset_id": "9901",
    "dyad_new_id": "9901",
    "dyad_name": "Government of Exland - River Brigade",
    "side_a_dset_id": "118",
    "side_a_new_id": "118",
    "side_a": "Government of Exland",
    "side_b_dset_id": "9902",
    "side_b_new_id": "9902",
    "side_b": "River Brigade",
    "number_of_sources": "2",
    "source_article": "Harbour Post,2008-03-09,Nine dead;Zawiya Voice,2008-03-10,Battle at Tell Zayt",
    "source_office": "Harbour Post;Zawiya Voice;Harbour Post",
    "source_date": "2008-03-09;2008-03-10",
    "source_headline": "Nine dead at Tell Zayt;Battle at Tell Zayt",
    "source_original": "residents, a medic",
    "where_prec": "2",
    "where_coordinates": "Tell Zayt village",
    "where_description": "hills north of Tell Zayt",
    "adm_1": "Idlib governorate",
    "adm_2": "Ariha district",
    "latitude": "35.61",
    "longitude": "36.31",
    "geom_wkt": "POINT (36.31 35.61)",
    "priogrid_gid": "180793",
    "country": "Yemen (North Yemen)",
    "country_id": "678",
    "region": "Middle East",
    "event_clarity": "1",
    "date_prec": "2",
    "date_start": "2008-03-07 00:00:00.000",
    "date_end": "2008-03-09 00:00:00.000",
    "deaths_a": "2",
    "deaths_b": "5",
    "deaths_civilians": "1",
    "deaths_unknown": "0",
    "best": "8",
    "high": "9",
    "low": "7",
    "gwnoa": "652",
    "gwnob": "",
}

MAVERICK: dict[str, Any] = {
    "id": "m-1",
    "outlet": "Lagoon Times",
    "published": "2008-03-09",
    "headline": "Two dead as rivals clash in Zahrabad",
    "start": "2008-03-08",
    "end": "2008-03-08",
    "country": "Ivory Coast",
    "city": "Zahrabad",
    "location": "Palm Market",
    "lat": 5.5,
    "lon": -4,
    "geo_precision": 6,
    "actors": ["Youth of the Dawn Party", "Police (Exland)"],
    "context": "Clash",
    "target": "Citizens",
    "deaths": {"low": 2, "best": 2, "high": 3},
    "injuries": {"low": 0, "best": 0, "high": 0},
}


def write_csv(path: Path, *rows: Mapping[str, str], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A table of these rows, under the columns of the first."""
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, *rows: Mapping[str, object]) -> Path:
    """One object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def items(path: Path, map_: Map | str) -> list[Item]:
    """Everything that reading a table yields."""
    return list(readings(path, load_map(map_) if isinstance(map_, str) else map_))


def complaints(found: Iterable[Item]) -> list[str]:
    """Notices and errors, in words."""
    return [str(item) for item in found if isinstance(item, Notice | InputError)]


def only_reading(path: Path, map_: Map | str) -> Reading:
    """The reading of a table of one row, of which there is nothing to complain."""
    (found,) = items(path, map_)
    assert isinstance(found, Reading), found
    return found


def only_claim(path: Path, map_: Map | str) -> Claim:
    """Its claim."""
    (claim,) = only_reading(path, map_).claims
    return claim


def sheet(**cells: str) -> Sheet:
    """A row with these cells."""
    return Sheet.of(Row("t.csv", 2, list(cells.items())))
