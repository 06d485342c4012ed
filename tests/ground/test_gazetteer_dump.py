"""Reading GeoNames dumps, whole and broken."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ground.dumps import VILLAGES, dump, row
from whosays.ground.gazetteer.dump import read_dump
from whosays.model import InputError


@pytest.mark.parametrize("name", ["SY.zip", "SY.txt", "villages"])
def test_a_dump_is_read_as_zip_or_as_text(tmp_path: Path, name: str) -> None:
    found = list(read_dump(dump(tmp_path / name, *VILLAGES)))
    assert [toponym.names[0] for toponym in found] == [line.split("\t")[1] for line in VILLAGES]
    village = found[1]
    assert (village.geonames_id, village.point, village.feature) == (90_000_001, (35.7, 36.6), "P.PPL")
    assert (village.country, village.divisions, village.population) == ("SY", ("12", ""), 0)
    assert village.line.decode() == VILLAGES[1]


def test_names_that_a_report_could_use_are_kept_in_any_script(tmp_path: Path) -> None:
    (found,) = read_dump(dump(tmp_path / "SY.txt", VILLAGES[1]))
    assert found.names == ("Zurbaniya",)
    assert found.variants == ("Zerbanieh", "زربانية")


def test_windows_line_ends_are_no_part_of_a_row(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_bytes("\r\n".join(VILLAGES).encode())
    assert len(list(read_dump(path))) == len(VILLAGES)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "1 columns instead of 19"),
        ("90000009\tTall Wadah\t35.1", "3 columns instead of 19"),
        (row("x", "Tall Wadah"), "the GeoNames id is no number from 1 to 2147483647"),
        (row(0, "Tall Wadah"), "the GeoNames id is no number from 1 to 2147483647"),
        (row(2**31, "Tall Wadah"), "the GeoNames id is no number from 1 to 2147483647"),
        (row("9" * 5000, "Tall Wadah"), "the GeoNames id is no number from 1 to 2147483647"),
        (row(9, " "), "the place has no name"),
        (row(9, "Tall Wadah", country=""), "the country is no code of two capitals"),
        (row(9, "Tall Wadah", at=("nan", 36.0)), "the latitude is no number from -90 to 90"),
        (row(9, "Tall Wadah", at=("north", 36.0)), "the latitude is no number from -90 to 90"),
        (row(9, "Tall Wadah", at=(35.0, 180.1)), "the longitude is no number from -180 to 180"),
        (row(9, "Tall Wadah", people="many"), "the population is no number from 0 to 2147483647"),
        (row(9, "Tall Wadah", people=-1), "the population is no number from 0 to 2147483647"),
    ],
)
def test_a_line_that_is_no_row_is_named_and_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, line: str, why: str
) -> None:
    path = dump(tmp_path / "SY.txt", VILLAGES[1], line, VILLAGES[2], line)
    assert [toponym.geonames_id for toponym in read_dump(path)] == [90_000_001, 90_000_002]
    told = f"{path}: 2 lines are no place of GeoNames and left out, first line 2: {why}"
    assert caplog.messages == [told]


def test_letters_that_are_none_are_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "SY.txt"
    path.write_bytes(VILLAGES[1].encode() + b"\n" + VILLAGES[2].encode("utf-16") + b"\n")
    assert len(list(read_dump(path))) == 1
    assert "line 2: " in caplog.text


@pytest.mark.parametrize(
    "content", [b"", b"A report.\n", b"\x00\xff" * 99, b"1\tIdlib\tIdlib\n", b"PK\x03\x04"]
)
def test_a_file_that_is_no_dump_is_one_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "SY.zip"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"SY\.zip: is no dump of GeoNames; give .*such as SY\.zip"):
        list(read_dump(path))


@pytest.mark.parametrize("names", [[], ["readme.txt"], ["SY.csv"], ["SY.txt", "IQ.txt"]])
def test_a_zip_without_one_text_is_one_error(tmp_path: Path, names: list[str]) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, VILLAGES[1])
    with pytest.raises(InputError, match="texts that may be a dump, not one"):
        list(read_dump(path))


def test_a_damaged_zip_is_one_error(tmp_path: Path) -> None:
    path = dump(tmp_path / "SY.zip", *VILLAGES)
    content = bytearray(path.read_bytes())
    at = content.index(b"SY.txt") + 20
    content[at : at + 40] = b"\xff" * 40
    path.write_bytes(content)
    with pytest.raises(InputError, match="the zip is damaged or locked"):
        list(read_dump(path))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_one_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "SY.txt"
    path.write_bytes(content)
    with pytest.raises(InputError):
        list(read_dump(path))
