"""`whosays export`: a file, its receipt, and what is refused in one sentence."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import Result

from tests.cli.keeping import run, words
from tests.ledger.scenes import ALL, POST, RADIO, TALKS, claim_of, on_claim, put
from whosays.cli.export import export
from whosays.export import formats
from whosays.export.asked import MISREAD, NO_HAPPENING, NOT_LISTED, ONLY_INCIDENTS
from whosays.export.formats import FORMATS
from whosays.ledger import Ledger
from whosays.model import Decision


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger with all the scenes, to copy."""
    path = tmp_path_factory.mktemp("reported") / "test.db"
    with Ledger.open(path) as opened:
        put(opened, *ALL)
    return path


@pytest.fixture
def ledger(tmp_path: Path, reported: Path) -> Iterator[Ledger]:
    shutil.copy(reported, tmp_path / "test.db")
    with Ledger.open(tmp_path / "test.db") as opened:
        yield opened


def exported(folder: Path, name: str, *arguments: str, file: str = "out") -> Result:
    path = str(folder / file)
    return run(export, name, "-o", path, "--ledger", str(folder / "test.db"), *arguments)


def receipt(folder: Path, name: str, *arguments: str) -> dict[str, Any]:
    result = exported(folder, name, *arguments)
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads((folder / "out.receipt.json").read_text(encoding="utf-8"))
    return found


def left_out(found: dict[str, Any]) -> dict[str, list[str]]:
    return {group["why"]: group["claims"] for group in found["left_out"]}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("name", FORMATS)
def test_every_claim_is_in_a_row_or_left_out_for_a_reason(tmp_path: Path, name: str) -> None:
    found = receipt(tmp_path, name)
    everything = {claim.id for reading in ALL for claim in reading.claims}
    in_rows = {claim for claims in found["claims_of_rows"].values() for claim in claims}
    assert in_rows | {claim for claims in left_out(found).values() for claim in claims} == everything
    assert found["format"] == name
    assert found["asked"] == {"ledger": "test.db"}


@pytest.mark.usefixtures("ledger")
def test_files_hold_what_was_asked_for(tmp_path: Path) -> None:
    exported(tmp_path, "geojson", "--place", "Sunport")
    found = json.loads((tmp_path / "out").read_text(encoding="utf-8"))["features"]
    assert {feature["properties"]["place"] for feature in found} == {"Sunport"}
    exported(tmp_path, "parquet", "--kind", "diplomacy")
    assert pq.read_table(tmp_path / "out")["kind"].to_pylist() == ["diplomacy"]


@pytest.mark.usefixtures("ledger")
def test_it_says_what_was_written_and_where_the_receipt_is(tmp_path: Path) -> None:
    said = words(exported(tmp_path, "geojson").stdout)
    claims = sum(len(reading.claims) for reading in ALL)
    assert f"out: {claims} rows from {claims} claims" in said
    assert "out.receipt.json says which, and why" in said


@pytest.mark.usefixtures("ledger")
def test_what_was_asked_for_is_in_the_receipt(tmp_path: Path) -> None:
    asked = receipt(tmp_path, "acled", "--kind", "airstrike", "--since", "2031-05-01", "--rule", "best")[
        "asked"
    ]
    assert asked == {"ledger": "test.db", "kind": "airstrike", "since": "2031-05-01", "rule": "best"}


@pytest.mark.usefixtures("ledger")
def test_the_rule_changes_the_toll(tmp_path: Path) -> None:
    dead = []
    for rule in ("conservative", "minimum-maximum"):
        exported(tmp_path, "ged", "--rule", rule, "--disputed")
        with (tmp_path / "out").open(encoding="utf-8", newline="") as file:
            [row] = csv.DictReader(file)
        dead.append((row["low"], row["best"], row["high"]))
    assert dead == [("9", "9", "9"), ("9", "", "14")]


def test_reasons_tell_claims_of_no_happening_misread_ones_and_those_not_asked_for(
    tmp_path: Path, ledger: Ledger
) -> None:
    held, strike = claim_of(TALKS, 1).id, claim_of(POST)
    ledger.judge(on_claim(strike, Decision.REJECT))
    why = left_out(receipt(tmp_path, "acled", "--reports", "3"))
    assert why[MISREAD] == [strike.id]
    assert held in why[NO_HAPPENING]
    assert claim_of(TALKS).id in why[NOT_LISTED]
    assert left_out(receipt(tmp_path, "geojson")) == {MISREAD: [strike.id]}


def test_the_past_is_exported_as_it_was(tmp_path: Path, ledger: Ledger) -> None:
    ledger.judge(on_claim(claim_of(RADIO), Decision.REJECT, at=datetime.now(UTC)))
    found = receipt(tmp_path, "acled", "--as-of", "2020-01-01")
    assert found["rows"] == 0
    assert any(ONLY_INCIDENTS in note for note in found["notes"])


@pytest.mark.usefixtures("ledger")
def test_hashtags_are_there_if_they_are_wanted(tmp_path: Path) -> None:
    exported(tmp_path, "hapi", "--hxl")
    assert (tmp_path / "out").read_text(encoding="utf-8").splitlines()[1].startswith("#country+code,")


@pytest.mark.usefixtures("ledger")
def test_those_who_are_rated_have_a_confidence(tmp_path: Path) -> None:
    asked = receipt(tmp_path, "stix", "--rating", "coast post=B")["asked"]
    assert asked == {"ledger": "test.db", "rating of coast post": "B"}
    made = json.loads((tmp_path / "out").read_text(encoding="utf-8"))["objects"]
    rated = [each for each in made if 'admiralty-scale:source-reliability="b"' in each.get("labels", ())]
    assert {each["authors"][0] for each in rated} == {"Coast Post"}
    assert {each["confidence"] for each in rated if "confidence" in each} <= {10, 30, 50, 70, 90}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("xlsx",), f"there is no format 'xlsx'; it is one of {', '.join(FORMATS)}"),
        (
            ("acled", "--rule", "hierarchy"),
            "an export has no list of sources to go by; --rule takes any rule but hierarchy",
        ),
        (
            ("geojson", "--rule", "best"),
            "geojson lists claims, and --rule is for formats that list incidents",
        ),
        (("parquet", "--as-of", "2031-05-05"), "parquet lists claims, and --as-of is for formats that list"),
        (("parquet", "--reports", "2"), "parquet lists claims, and --reports is for formats that list"),
        (("acled", "--hxl"), "acled has no row of hashtags; --hxl is for hapi"),
        (("acled", "--rating", "harbour-monitor=B"), "acled grades nobody; --rating is for stix"),
        (("stix", "--rating", "harbour-monitor"), "the rating 'harbour-monitor' is not KEY=LETTER"),
        (
            ("stix", "--rating", "coast post=Z"),
            "the rating of 'coast post' is 'Z'; give a letter from A to F",
        ),
        (("acled", "--since", "2031-06-01", "--until", "2031-05-01"), "exchange the two"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = exported(tmp_path, *arguments)
    assert result.exit_code == 2
    assert said in words(result.stderr)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("ledger")
def test_a_folder_is_no_file(tmp_path: Path) -> None:
    result = exported(tmp_path, "acled", file=".")
    assert result.exit_code == 2
    assert "is a folder; name a file in it" in words(result.stderr)


def test_without_a_ledger_nothing_is_written(tmp_path: Path) -> None:
    result = exported(tmp_path, "acled")
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("ledger")
def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up after the first words: the file and its receipt are those of the last time."""
    exported(tmp_path, "acled")
    before = {path.name: path.read_bytes() for path in tmp_path.glob("out*")}

    def fill_up(_format: object, _extract: object, out: Any, *_: object) -> None:
        out.write("event_id_cnty")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(formats.Format, "write", fill_up)
    result = exported(tmp_path, "acled")
    assert result.exit_code == 1
    assert "out cannot be written: No space left on device" in words(result.stderr)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*out*")} == before


@pytest.mark.usefixtures("ledger")
def test_the_same_ledger_gives_the_same_file(tmp_path: Path) -> None:
    for name in FORMATS:
        exported(tmp_path, name, file="one")
        exported(tmp_path, name, file="other")
        assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
