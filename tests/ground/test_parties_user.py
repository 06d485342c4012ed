"""Parties that a user adds, or puts in the place of the package's."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.ground.parties import Registry
from whosays.ground.parties.user import edition, own_files
from whosays.model.errors import InputError

RIVER_GUARD = """
[river-guard]
sort = "armed group"
names = ["River Guard of Marran", "RGM"]
countries = ["SY"]
parent = "hts"
"""


def written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_party_of_ones_own_is_linked_beside_those_of_the_package(tmp_path: Path) -> None:
    registry = Registry.including([written(tmp_path, RIVER_GUARD)])
    assert registry.link("the River Guard of Marran") == "river-guard"
    assert registry.link("Hayat Tahrir al-Sham") == "hts"
    assert len(registry) == len(Registry.including([])) + 1


def test_a_party_of_ones_own_takes_the_place_of_one_with_its_id(tmp_path: Path) -> None:
    mine = written(tmp_path, '[sohr]\nsort = "monitor"\nnames = ["The London Observatory"]\n')
    registry = Registry.including([mine])
    assert registry.link("London Observatory") == "sohr"
    assert registry.link("Syrian Observatory for Human Rights") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '[river-guard]\nsort = "gang"\nnames = ["River Guard"]\n',
            "mine.toml, party 'river-guard': sort is 'gang'",
        ),
        (RIVER_GUARD.replace('"hts"', '"nobody"'), "party 'river-guard': has an unknown parent, 'nobody'"),
        ("[", "mine.toml: cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        Registry.including([written(tmp_path, text)])
    assert says in str(error.value)


def test_a_party_in_two_files_of_ones_own(tmp_path: Path) -> None:
    both = [written(tmp_path, RIVER_GUARD, name) for name in ("a.toml", "b.toml")]
    with pytest.raises(InputError, match="defined twice"):
        Registry.including(both)


def test_the_files_lie_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    assert own_files() == []
    second = written(tmp_path / "parties", RIVER_GUARD, "b.toml")
    first = written(tmp_path / "parties", "", "a.toml")
    written(tmp_path / "parties", "", "notes.txt")
    assert own_files() == [first, second]


def test_the_edition_tells_what_is_in_the_files(tmp_path: Path) -> None:
    mine = written(tmp_path, RIVER_GUARD)
    before = edition([mine])
    assert before == Registry.including([mine]).edition
    written(tmp_path, RIVER_GUARD.replace("RGM", "RG"))
    assert len({edition([]), before, edition([mine])}) == 3
