"""`whosays gazetteer`: looking names up, and adding villages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli import readers
from tests.ground.dumps import VILLAGES, dump, row
from whosays.cli.main import app
from whosays.ground import own
from whosays.ground.gazetteer import user


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(own.FOLDER, str(tmp_path / "data"))
    return tmp_path / "data"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["gazetteer", *arguments])


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_name_is_explained() -> None:
    result = run("find", "Homs")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = result.stdout.splitlines()
    assert shown[0] == "“Homs” is looked up as “homs”, by its sound as “hums”"
    assert shown[3].split()[:4] == ["1", "Homs", "(city,", "Homs"]
    assert "34.7240 36.7256 to the" in result.stdout
    assert "(775,404)" in result.stdout
    assert "169577" in result.stdout
    assert "a variant, as it" in result.stdout
    assert "*" not in result.stdout


def test_a_sound_alike_says_when_it_is_meant() -> None:
    shown = run("find", "Saraqeeb").stdout
    assert "its own, as it" in shown
    assert "5.8*: people" in shown
    assert shown.endswith("\n* meant only where the report names other places of its country\n")


def test_for_programs() -> None:
    first, *others = records(run("find", "Homs", "--format", "jsonl").stdout)
    assert (first["geonames_id"], first["kind"], first["admin1"]) == (169577, "city", "Homs Governorate")
    assert (first["population"], first["radius_km"]) == (775_404, None)
    assert (first["own_name"], first["same_spelling"], first["taken_alone"]) == (True, True, True)
    assert first["parts"] == {"people": 5.89, "own name": 1.3, "spelling": 1.0}
    assert first["score"] == 8.19
    assert first["keys"] == {"spelling": "homs", "sound": "hums"}
    assert {other["kind"] for other in others} == {"city", "province"}


@pytest.mark.parametrize("format_", ["table", "jsonl"])
def test_no_place_is_one_sentence_with_a_hint(format_: str) -> None:
    result = run("find", "Xyzzy\x1b[2Jplugh", "--format", format_)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("no place is called 'Xyzzy")
    assert result.stderr.endswith("`whosays gazetteer add` adds the villages of a country\n")
    assert "\x1b" not in result.stderr


def test_what_is_no_name_is_wrong_usage() -> None:
    result = run("find", "...")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: a name needs a letter or a digit; give one as a report writes it\n"


def test_villages_are_added_and_found(tmp_path: Path, folder: Path) -> None:
    result = run("add", str(dump(tmp_path / "SY.zip", *VILLAGES)))
    assert (result.exit_code, result.stderr) == (0, "")
    path = folder / "gazetteer.bin"
    assert result.stdout == f"added 3 places; {path} has 3 that whosays lacks, and names for 1 that it has\n"
    (found,) = records(run("find", "زربانية", "--format", "jsonl").stdout)
    assert (found["name"], found["population"], found["own_name"]) == ("Zurbaniya", None, False)
    assert "(unknown)" in run("find", "Zurbaniya").stdout


def test_a_hostile_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    run("add", str(dump(tmp_path / "SY.txt", row(91, "Tall\x1b[2J \u202eWadah", "Wadah Hill"))))
    shown = run("find", "Wadah Hill").stdout
    assert "Tall\ufffd[2J" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_bad_lines_are_one_warning(tmp_path: Path) -> None:
    path = dump(tmp_path / "SY.txt", *VILLAGES, "nonsense\x1b[2J")
    result = run("add", str(path))
    assert result.exit_code == 0
    assert result.stderr == (
        f"warning: {path}: 1 line is no place of GeoNames and left out,"
        " first line 7: 1 columns instead of 19\n"
    )
    assert result.stdout.startswith("added 3 places")


@pytest.mark.parametrize("content", [b"A report.\n", b"\x00" * 999])
def test_no_dump_is_one_error_and_nothing_is_written(tmp_path: Path, folder: Path, content: bytes) -> None:
    path = tmp_path / "SY.zip"
    path.write_bytes(content)
    result = run("add", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"error: {path}: is no dump of GeoNames; give ")
    assert result.stderr.count("\n") == 1
    assert not folder.exists()


def test_a_missing_file_is_one_error(tmp_path: Path) -> None:
    result = run("add", str(tmp_path / "SY.zip"))
    assert result.exit_code == 1
    assert result.stderr == f"error: {tmp_path / 'SY.zip'}: no such file or directory\n"


def test_nothing_to_add_is_wrong_usage() -> None:
    result = run("add")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: no places to add; give the dump of a country")


def test_an_index_that_does_not_fit_is_told_of(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", str(dump(tmp_path / "SY.zip", *VILLAGES)))
    monkeypatch.setattr(user, "PACKAGED", folder / "gazetteer.bin")
    result = run("find", "Homs")
    assert result.exit_code == 0
    assert result.stderr == (
        f"warning: the places that you added are left out, for {folder / 'gazetteer.bin'} was made by"
        " another version of whosays; run `whosays gazetteer add` to take them in again\n"
    )


@pytest.mark.parametrize("verb", [[], ["find"], ["add"]])
def test_help_names_the_folder(verb: list[str]) -> None:
    result = run(*verb, "--help")
    assert result.exit_code == 0
    assert verb != ["add"] or {own.FOLDER, "~/.local/share/whosays,"} <= set(result.stdout.split())


def test_reading_tells_of_an_index_that_does_not_fit(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    (folder / "gazetteer.bin").write_bytes(b"broken")
    report = tmp_path / "report.txt"
    report.write_text("River Post: they shelled it.", encoding="utf-8")

    class Reader(readers.WordReader):
        @staticmethod
        def default() -> readers.WordReader:
            user.user_store()
            return readers.WordReader()

    monkeypatch.setattr(readers, "WordReader", Reader)
    readers.install(monkeypatch)
    for verb in (["read"], ["add", "--ledger", str(tmp_path / "test.db")]):
        result = CliRunner().invoke(app, [*verb, str(report)])
        assert "warning: the places that you added are left out" in result.stderr
