"""A user's own index: made, used, and left alone where it does not fit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ground.dumps import VILLAGES, dump, row
from whosays.ground import own
from whosays.ground.gazetteer import Gazetteer, user
from whosays.ground.gazetteer.adding import Added, add_dumps
from whosays.ground.gazetteer.user import index_path, rows_path
from whosays.ground.places import PlaceFinder
from whosays.model import InputError, UsageError


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(own.FOLDER, str(tmp_path / "data"))


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    return dump(tmp_path / "SY.zip", *VILLAGES)


def found(name: str) -> list[int | None]:
    return [candidate.place.geonames_id for candidate in Gazetteer.open().lookup(name, loose=False)]


def test_without_an_own_index_the_packages_is_used() -> None:
    assert Gazetteer.open() is Gazetteer.open()
    assert Gazetteer.open().edition == ""


def test_added_villages_are_found_by_default(villages: Path) -> None:
    assert add_dumps([villages]) == Added(new=3, own=3, known=1, path=index_path())
    (village,) = Gazetteer.open().lookup("زربانية")
    assert (village.place.name, village.place.admin1) == ("Zurbaniya", "Idlib Governorate")
    assert found("Alebbo Quxi") == [170063]
    assert found("Quzah Wadi") == []
    assert len(Gazetteer.open().edition) == 6


def test_a_report_finds_them(villages: Path) -> None:
    text = "Shells fell on the village of Zurbaniya near Saraqib in Idlib province on Friday."
    before = {m.span.quote: m.place for m in PlaceFinder().find(text, [])}
    add_dumps([villages])
    after = {m.span.quote: m.place for m in PlaceFinder().find(text, [])}
    assert before["Zurbaniya"] is None
    place = after.pop("Zurbaniya")
    assert place is not None
    assert place.geonames_id == 90_000_001
    assert after.items() <= before.items()


def test_adding_again_changes_nothing(villages: Path) -> None:
    add_dumps([villages])
    before = (index_path().read_bytes(), rows_path().read_bytes())
    assert add_dumps([villages, villages]).new == 0
    assert add_dumps([]).own == 3
    assert (index_path().read_bytes(), rows_path().read_bytes()) == before
    assert sorted(path.name for path in index_path().parent.iterdir()) == ["gazetteer.bin", "gazetteer.txt"]


def test_countries_add_up_and_a_later_row_wins(villages: Path, tmp_path: Path) -> None:
    add_dumps([villages])
    more = dump(tmp_path / "IQ.txt", row(91, "Tall Wadah"), row(90_000_002, "Tall Wudah"))
    assert add_dumps([more]).own == 4
    assert (found("Tall Wadah"), found("Tall Wudah"), found("Zurbaniya")) == (
        [91],
        [90_000_002],
        [90_000_001],
    )
    assert found("Tall Quzah") == []


@pytest.mark.parametrize("bad", ["A report.\n", ""])
def test_a_bad_file_among_good_ones_changes_nothing(villages: Path, tmp_path: Path, bad: str) -> None:
    report = tmp_path / "report.txt"
    report.write_text(bad, encoding="utf-8")
    with pytest.raises(InputError, match=r"report\.txt: is no dump"):
        add_dumps([villages, report])
    assert not index_path().parent.exists()


def test_a_full_disk_leaves_all_as_it_was(
    villages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    add_dumps([villages])
    before = {path.name: path.read_bytes() for path in index_path().parent.iterdir()}
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        add_dumps([dump(tmp_path / "IQ.txt", row(91, "Tall Wadah"))])
    assert {path.name: path.read_bytes() for path in index_path().parent.iterdir()} == before


def test_there_must_be_something_to_add(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give the dump of a country"):
        add_dumps([])
    with pytest.raises(UsageError, match="give the dump of a country"):
        add_dumps([dump(tmp_path / "SY.txt", row(9, "Quzah Wadi", feature="H.WAD"))])


def test_an_index_made_from_another_is_left_out_until_it_is_made_anew(
    villages: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    add_dumps([villages])
    assert found("Zurbaniya") == [90_000_001]
    monkeypatch.setattr(user, "PACKAGED", index_path())  # whosays has another index now
    assert found("Zurbaniya") == []
    assert [message.partition(", for")[0] for message in caplog.messages] == [
        "the places that you added are left out"
    ]
    assert "run `whosays gazetteer add`" in caplog.text


@pytest.mark.parametrize("content", [b"", b"[]\n", b'{"format": 0}\n', None])
def test_a_broken_index_is_left_out_and_can_be_made_anew(
    villages: Path, caplog: pytest.LogCaptureFixture, content: bytes | None
) -> None:
    add_dumps([villages])
    whole = index_path().read_bytes()
    index_path().write_bytes(whole[:5000] if content is None else content)
    assert 170063 in found("Aleppo")
    assert found("Zurbaniya") == []
    assert "left out" in caplog.text
    add_dumps([])
    assert index_path().read_bytes() == whole


def test_the_folder_is_the_users_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(own.FOLDER)
    monkeypatch.setenv("XDG_DATA_HOME", "/shared")
    assert index_path() == Path("/shared/whosays/gazetteer.bin")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/mara")
    assert rows_path() == Path("/home/mara/.local/share/whosays/gazetteer.txt")
