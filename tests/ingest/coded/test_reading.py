"""Rows of the layouts that are ready, and of any other, to readings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.sets import DATA
from tests.ingest.coded.tables import (
    ACLED,
    MAVERICK,
    UCDP,
    complaints,
    items,
    only_claim,
    only_reading,
    write_csv,
    write_jsonl,
)
from whosays.ingest.coded import Map, load_map
from whosays.ingest.coded.reading import _of_row
from whosays.ingest.coded.rows import Row
from whosays.ledger import Ledger
from whosays.model import (
    Claim,
    FigureSort,
    InputError,
    Interval,
    Kind,
    Measure,
    Place,
    PlacePrecision,
    Reading,
    Span,
    Stance,
    TimePrecision,
)

BENCH = DATA / "incidents/reports.jsonl"

Numbers = list[tuple[float | None, float | None, str | None, FigureSort]]


def numbers(claim: Claim, measure: Measure = Measure.KILLED) -> Numbers:
    return [(f.low, f.high, f.of, f.sort) for f in claim.figures if f.measure is measure]


def names(claim: Claim) -> tuple[list[str], list[str]]:
    return [n.name for n in claim.actor], [n.name for n in claim.target]


def test_every_part_of_an_acled_row(tmp_path: Path) -> None:
    found = only_reading(write_csv(tmp_path / "a.csv", ACLED), "acled")
    report, (claim,) = found.report, found.claims
    assert found.reader == "import/acled-1"
    assert report.text.splitlines()[:2] == ["event_id_cnty: SYR99001", "event_date: 2008-03-07"]
    assert "tags:" not in report.text
    assert (report.id, report.publisher, report.language) == ("SYR99001", "ACLED", None)
    assert report.title == "Shelling/artillery/missile attack, Marwa, 2008-03-07"
    assert report.published == datetime(2008, 3, 12, 2, 0, tzinfo=UTC)
    assert (claim.kind, claim.stance) == (Kind.SHELLING, Stance.ASSERTED)
    assert claim.trigger.quote == "Shelling/artillery/missile attack"
    assert claim.evidence.quote == report.text
    assert [voice.name for voice in claim.voices] == ["Harbour Post"]
    assert names(claim) == (
        ["River Brigade", "Coast Front", "Hill Men"],
        ["Civilians (Syria)", "Farmers (Syria)"],
    )
    assert claim.place is not None
    assert claim.place.name == "Marwa"
    assert claim.place.place == Place(None, "Marwa", "city", "SY", "Idleb", 35.5, 36.25, PlacePrecision.TOWN)
    assert claim.time == Interval(date(2008, 3, 7), date(2008, 3, 7), TimePrecision.DAY)
    assert numbers(claim) == [(4, 4, None, FigureSort.COUNT)]
    assert claim.figures[0].span.quote == "fatalities: 4"


@pytest.mark.parametrize(
    ("event", "sub_event", "kind"),
    [
        ("Battles", "Armed clash", Kind.CLASH),
        ("Battles", "Government regains territory", Kind.CONTROL),
        ("Battles", "Non-state actor overtakes territory", Kind.CONTROL),
        ("Explosions/Remote violence", "Chemical weapon", Kind.CHEMICAL),
        ("Explosions/Remote violence", "Air/drone strike", Kind.AIRSTRIKE),
        ("Explosions/Remote violence", "Suicide bomb", Kind.BOMBING),
        ("Explosions/Remote violence", "Remote explosive/landmine/IED", Kind.BOMBING),
        ("Explosions/Remote violence", "Grenade", Kind.BOMBING),
        ("Violence against civilians", "Sexual violence", Kind.ATTACK),
        ("Violence against civilians", "Attack", Kind.ATTACK),
        ("Violence against civilians", "Abduction/forced disappearance", Kind.DETAIN),
        ("Protests", "Peaceful protest", Kind.PROTEST),
        ("Protests", "Protest with intervention", Kind.PROTEST),
        ("Protests", "Excessive force against protestors", Kind.PROTEST),
        ("Riots", "Violent demonstration", Kind.PROTEST),
        ("Riots", "Mob violence", Kind.ATTACK),
        ("Strategic developments", "Agreement", Kind.AGREEMENT),
        ("Strategic developments", "Arrests", Kind.DETAIN),
        ("Strategic developments", "Change to group/activity", Kind.MOVEMENT),
        ("Strategic developments", "Disrupted weapons use", Kind.DESTROY),
        ("Strategic developments", "Headquarters or base established", Kind.CONTROL),
        ("Strategic developments", "Looting/property destruction", Kind.DESTROY),
        ("Strategic developments", "Non-violent transfer of territory", Kind.CONTROL),
        ("Strategic developments", "Other", Kind.MOVEMENT),
        ("Riots", "A sub-event of next year", Kind.PROTEST),
    ],
)
def test_kinds_of_acled(tmp_path: Path, event: str, sub_event: str, kind: Kind) -> None:
    table = write_csv(tmp_path / "a.csv", {**ACLED, "event_type": event, "sub_event_type": sub_event})
    assert only_claim(table, "acled").kind is kind


@pytest.mark.parametrize(
    ("cells", "actors", "targets"),
    [
        ({"sub_event_type": "Armed clash"}, 5, 0),  # neither side is known to have begun
        ({"sub_event_type": "Arrests"}, 3, 2),
        ({"actor2": "", "assoc_actor_2": ""}, 3, 0),
        ({"assoc_actor_1": "River Brigade; ;"}, 1, 2),
        ({"actor2": "NA", "assoc_actor_2": "NA"}, 3, 0),
    ],
)
def test_sides_of_acled(tmp_path: Path, cells: dict[str, str], actors: int, targets: int) -> None:
    claim = only_claim(write_csv(tmp_path / "a.csv", {**ACLED, **cells}), "acled")
    assert [len(slot) for slot in names(claim)] == [actors, targets]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"event_date": "16 May 2008"}, "2008-05-16"),
        ({"event_date": "2008-05-16", "time_precision": "2"}, "2008-05-13/2008-05-19"),
        ({"event_date": "2008-02-15", "time_precision": "3"}, "2008-02-01/2008-02-29"),
    ],
)
def test_days_of_acled(tmp_path: Path, cells: dict[str, str], expected: str) -> None:
    assert str(only_claim(write_csv(tmp_path / "a.csv", {**ACLED, **cells}), "acled").time) == expected


def test_a_row_without_a_day_of_its_own_is_published_when_it_happened(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "a.csv", {**ACLED, "timestamp": "", "time_precision": "3"})
    assert only_reading(table, "acled").report.published == date(2008, 3, 31)


def test_every_part_of_a_ucdp_row(tmp_path: Path) -> None:
    found = only_reading(write_csv(tmp_path / "u.csv", UCDP), "ucdp-ged")
    report, (claim,) = found.report, found.claims
    assert found.reader == "import/ucdp-ged-1"
    assert (report.id, report.publisher, report.published) == ("990017", "UCDP GED", date(2008, 3, 9))
    assert report.title is not None
    assert report.title.startswith("Government of Exland - River Brigade, Tell Zayt village, 2008-03-07")
    assert (claim.kind, claim.trigger.quote) == (Kind.CLASH, "type_of_violence: 1")
    assert [voice.name for voice in claim.voices] == ["Harbour Post; Zawiya Voice", "residents, a medic"]
    assert names(claim) == (["Government of Exland", "River Brigade"], [])
    assert claim.place is not None
    assert claim.place.place == Place(
        None,
        "Tell Zayt village",
        "district",
        "YE",
        "Idlib governorate",
        35.61,
        36.31,
        PlacePrecision.DISTRICT,
    )
    assert claim.time == Interval(date(2008, 3, 7), date(2008, 3, 9), TimePrecision.DAYS)
    assert numbers(claim) == [
        (7, 9, None, FigureSort.COUNT),
        (2, 2, "Government of Exland", FigureSort.PART),
        (5, 5, "River Brigade", FigureSort.PART),
        (1, 1, "civilians", FigureSort.PART),
    ]
    assert claim.figures[0].span.quote == "high: 9\nlow: 7"


def test_one_sided_violence_of_ucdp_has_a_target(tmp_path: Path) -> None:
    row = {**UCDP, "type_of_violence": "3", "side_a": "River Brigade", "side_b": "Civilians", "low": "0"}
    claim = only_claim(write_csv(tmp_path / "u.csv", row), "ucdp-ged")
    assert (claim.kind, *names(claim)) == (Kind.ATTACK, ["River Brigade"], ["Civilians"])
    assert numbers(claim)[0] == (0, 9, None, FigureSort.COUNT)


def test_columns_of_ucdp_may_come_in_any_order(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "u.csv", dict(reversed(UCDP.items())))
    first = only_claim(write_csv(tmp_path / "same.csv", UCDP), "ucdp-ged")
    found = only_claim(table, "ucdp-ged")
    assert (found.kind, found.time, numbers(found)) == (first.kind, first.time, numbers(first))


def test_every_part_of_a_maverick_row(tmp_path: Path) -> None:
    found = only_reading(write_jsonl(tmp_path / "m.jsonl", MAVERICK), "maverick")
    report, (claim,) = found.report, found.claims
    assert (report.id, report.publisher, report.published) == ("m-1", "Lagoon Times", date(2008, 3, 9))
    assert report.title == "Two dead as rivals clash in Zahrabad"
    assert (claim.kind, claim.trigger.quote, claim.voices) == (Kind.CLASH, "Clash", ())
    assert names(claim) == (["Youth of the Dawn Party", "Police (Exland)"], ["Citizens"])
    assert claim.place is not None
    assert (claim.place.name, claim.place.span.quote) == ("Palm Market, Zahrabad", "Palm Market")
    assert claim.place.place == Place(None, "Zahrabad", "city", "CI", None, 5.5, -4, PlacePrecision.EXACT)
    assert claim.time == Interval(date(2008, 3, 8), date(2008, 3, 8), TimePrecision.DAY)
    assert numbers(claim) == [(2, 3, None, FigureSort.COUNT)]
    assert claim.figures[0].span.quote == "deaths.low: 2\ndeaths.best: 2\ndeaths.high: 3"
    assert numbers(claim, Measure.WOUNDED) == []  # a zero says no more than that nobody was counted


@pytest.mark.parametrize(
    ("context", "kind", "trigger"),
    [
        ("Protest", Kind.PROTEST, "Protest"),
        ("Security force crack-down on protest", Kind.ATTACK, "Security force crack-down on protest"),
        ("Arrest or raid", Kind.DETAIN, "Arrest or raid"),
        ("Voting", Kind.ATTACK, "Voting"),
        ("Unknown", Kind.ATTACK, MAVERICK["headline"]),
        (None, Kind.ATTACK, MAVERICK["headline"]),
    ],
)
def test_kinds_of_maverick(tmp_path: Path, context: str | None, kind: Kind, trigger: str) -> None:
    claim = only_claim(write_jsonl(tmp_path / "m.jsonl", {**MAVERICK, "context": context}), "maverick")
    assert (claim.kind, claim.trigger.quote) == (kind, trigger)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2008-02-24", "2008-03-09", None),  # how MAVERICK writes that the day is not known
        ("2008-02-22", "2008-03-08", "2008-02-22/2008-03-08"),
        ("2008-03-01", "2008-03-09", "2008-03-01/2008-03-09"),
    ],
)
def test_a_spell_of_two_weeks_before_publication_is_no_time(
    tmp_path: Path, start: str, end: str, expected: str | None
) -> None:
    claim = only_claim(
        write_jsonl(tmp_path / "m.jsonl", {**MAVERICK, "start": start, "end": end}), "maverick"
    )
    assert (claim.time and str(claim.time)) == expected


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ({"start": "2008-03-09"}, "start 2008-03-09 is after end 2008-03-08; the claim has no time"),
        (
            {"deaths": {"low": 4, "best": 2, "high": 2}},
            "deaths.low is 4 and deaths.high 2; the claim is without the number",
        ),
        ({"published": "2931-03-09"}, "published 2931-03-09 is in the future; taken as it is"),
        ({"headline": "a\ud800"}, "half a surrogate pair is no character; replaced by U+FFFD"),
    ],
)
def test_what_contradicts_itself_is_told_and_left_out(
    tmp_path: Path, cells: dict[str, Any], complaint: str
) -> None:
    table = tmp_path / "m.jsonl"
    table.write_text(json.dumps({**MAVERICK, **cells}) + "\n")
    notice, found = items(table, "maverick")
    assert str(notice) == f"{table}, line 1: {complaint}"
    assert isinstance(found, Reading)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (
            {"event_date": "03/07/2008"},
            "event_date is “03/07/2008”: write a day as YYYY-MM-DD or as in 16 May 2025",
        ),
        ({"fatalities": "several"}, "fatalities is “several”: write a number in plain digits"),
        ({"fatalities": "-3"}, "fatalities is “-3”: a count cannot be below zero"),
        ({"fatalities": "٤"}, "fatalities is “٤”: write a number in plain digits"),
        ({"latitude": "135.5"}, "latitude is “135.5”: write degrees from -90 to 90"),
        ({"longitude": "nan"}, "longitude is “nan”: write a number in plain digits"),
        (
            {"geo_precision": "9"},
            "geo_precision is “9”: the map does not list that under place.precisions; "
            "correct the cell, or add it there",
        ),
        (
            {"event_type": "Weather", "sub_event_type": "Hail"},
            "sub_event_type is “Hail”: the map does not list that under kind.cells; "
            "correct the cell, or add it there",
        ),
        (
            {"event_type": "", "sub_event_type": ""},
            "nothing in sub_event_type, event_type says what happened; "
            "fill it, or give the map a kind.otherwise",
        ),
        ({"fatalities": "9" * 60}, f"fatalities is “{'9' * 39}…”: write a number in plain digits"),
        ({"notes": "x" * 131_073}, "cannot be read as CSV: field larger than field limit (131072)"),
    ],
)
def test_a_bad_row_is_told_in_a_sentence_and_the_rest_is_read(
    tmp_path: Path, cells: dict[str, str], why: str
) -> None:
    table = write_csv(tmp_path / "a.csv", ACLED, {**ACLED, **cells}, {**ACLED, "event_id_cnty": "SYR99002"})
    before, bad, after = items(table, "acled")
    assert isinstance(before, Reading)
    assert isinstance(after, Reading)
    assert isinstance(bad, InputError)
    assert str(bad) == f"{table}, line 3: {why}"


def test_a_country_that_is_none_is_told_once(tmp_path: Path) -> None:
    row = {**UCDP, "country": "Exland"}
    found = items(write_csv(tmp_path / "u.csv", row, {**row, "id": "2"}), "ucdp-ged")
    assert complaints(found) == [
        f"{tmp_path}/u.csv: country “Exland” is no country of ISO 3166; places there have no country"
    ]
    assert sum(isinstance(item, Reading) for item in found) == 2


@pytest.mark.parametrize(
    "missing", [{"latitude": ""}, {"latitude": "0", "longitude": "0"}, {"geo_precision": ""}]
)
def test_a_place_without_a_point_or_a_precision_stays_unresolved(
    tmp_path: Path, missing: dict[str, str]
) -> None:
    claim = only_claim(write_csv(tmp_path / "a.csv", {**ACLED, **missing}), "acled")
    assert claim.place is not None
    assert (claim.place.name, claim.place.place) == ("Marwa", None)


def test_tables_come_back_from_a_ledger_and_are_added_once(tmp_path: Path) -> None:
    tables = [
        (write_csv(tmp_path / "a.csv", ACLED), "acled"),
        (write_csv(tmp_path / "u.csv", UCDP), "ucdp-ged"),
        (write_jsonl(tmp_path / "m.jsonl", MAVERICK), "maverick"),
    ]
    found = [only_reading(*table) for table in tables]
    with Ledger.open(tmp_path / "test.db") as ledger:
        assert [ledger.add(reading) for reading in found] == [True] * 3
        assert [ledger.add(only_reading(*table)) for table in tables] == [False] * 3
        assert [ledger.reading(reading.report.id) for reading in found] == found
        assert {stored.claim.id for stored in ledger.claims()} == {r.claims[0].id for r in found}


HOSTILE = st.text(max_size=12) | st.sampled_from(
    [
        "\nfatalities: 500",
        "a; ;b;",
        ";",
        "\u202e evil",
        "=cmd()",
        "\x1b[2J",
        "<b>&",
        "\x85\u2028",
        "a\0b",
        "\ud800",
        "2008-03-07",
        "0001-01-01",
        "9999-12-31",
        "3",
        "-1",
        "1e9",
        "NA",
        "Unknown",
        "253402300800",
    ]
)
MAPS = [load_map(name) for name in ("acled", "ucdp-ged", "maverick")]
PLAIN = {
    "acled": ACLED,
    "ucdp-ged": UCDP,
    "maverick": {
        **{key: str(value) for key, value in MAVERICK.items() if not isinstance(value, dict | list)},
        "actors": "Youth",
        "deaths.low": "1",
        "deaths.high": "2",
    },
}


CHANGED = st.one_of(
    [
        st.tuples(
            st.just(map_), st.dictionaries(st.sampled_from(sorted(PLAIN[map_.name])), HOSTILE, max_size=4)
        )
        for map_ in MAPS
    ]
)


@given(CHANGED)
def test_every_span_quotes_the_text_whatever_is_in_the_cells(changed: tuple[Map, dict[str, str]]) -> None:
    map_, cells = changed
    row = Row("t.csv", 2, list({**PLAIN[map_.name], **cells}.items()))
    *notes, found = _of_row(row, map_)
    assert not any(isinstance(item, Reading) for item in notes)
    if isinstance(found, Reading):
        text = found.report.text
        assert all(text[span.start : span.end] == span.quote for span in spans(found))
        assert len(text.splitlines()) == len(text.split("\n")) <= len(row.values)
        text.encode()
    else:
        assert str(found).startswith("t.csv, line 2: ")


def spans(reading: Reading) -> Iterator[Span]:
    for claim in reading.claims:
        yield from (claim.trigger, claim.evidence)
        yield from (voice.span for voice in claim.voices)
        yield from (named.span for named in (*claim.actor, *claim.target))
        yield from (figure.span for figure in claim.figures)
        if claim.place:
            yield claim.place.span


@given(st.permutations(list(ACLED.items())))
def test_the_order_of_columns_changes_nothing_but_the_text(cells: list[tuple[str, str]]) -> None:
    (found,) = _of_row(Row("t.csv", 2, cells), MAPS[0])
    assert isinstance(found, Reading)
    (claim,) = found.claims
    assert (claim.kind, str(claim.time), numbers(claim)[0][0]) == (Kind.SHELLING, "2008-03-07", 4)
    assert names(claim)[0] == ["River Brigade", "Coast Front", "Hill Men"]


@pytest.mark.skipif(not BENCH.exists(), reason="needs the incidents benchmark")
def test_maverick_as_it_is() -> None:
    found = items(BENCH, "maverick")
    readings = [item for item in found if isinstance(item, Reading)]
    records = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    assert [reading.report.id for reading in readings] == [record["id"] for record in records]
    assert len(complaints(found)) == 4
    for reading, record in zip(readings, records, strict=True):
        (claim,) = reading.claims
        spelled = [" ".join(actor.split()) for actor in record["actors"] if actor != "Unknown"]
        assert [named.name for named in claim.actor] == list(dict.fromkeys(spelled))
        assert (claim.place is not None) is bool(record["city"] or record["location"])
