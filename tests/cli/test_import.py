"""`whosays import`: rows of coded tables as claims in the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tests.docs.document import Example, Language, examples
from tests.docs.session import Session
from tests.docs.shown import check, read_lines
from tests.ingest.coded.tables import ACLED, UCDP, write_csv
from whosays.cli.importing import import_
from whosays.cli.main import Verbs
from whosays.ground import own
from whosays.ledger import Ledger
from whosays.model import Claim

LINES = read_lines("docs/how-to/tables.md")
EXAMPLES = [example for example in examples(LINES) if example.language is Language.CONSOLE]

app = typer.Typer(cls=Verbs)
app.command("import")(import_)
app.callback()(lambda: None)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(own.FOLDER, str(tmp_path / "data"))
    return tmp_path / "data"


def run(table: Path, map_: str | Path) -> Result:
    ledger = table.with_name("test.db")
    return CliRunner().invoke(app, ["import", str(table), "--map", str(map_), "--ledger", str(ledger)])


def kept(folder: Path) -> list[Claim]:
    with Ledger.open(folder / "test.db", create=False) as ledger:
        return [stored.claim for stored in ledger.claims()]


def test_rows_are_added_once(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "a.csv", ACLED, {**ACLED, "event_id_cnty": "SYR99002"})
    first, second = run(table, "acled"), run(table, "acled")
    assert (first.exit_code, first.stdout) == (0, f"{table}: 2 rows added, 0 known already\n")
    assert (second.exit_code, second.stdout) == (0, f"{table}: 0 rows added, 2 known already\n")
    assert len(kept(tmp_path)) == 2


def test_names_are_linked_by_the_day_and_the_country_of_the_event(tmp_path: Path) -> None:
    row = {**ACLED, "source": "SOHR", "actor1": "Military Forces of Syria (2000-2024)"}
    run(write_csv(tmp_path / "a.csv", row), "acled")
    (claim,) = kept(tmp_path)
    assert [voice.party for voice in claim.voices] == ["sohr"]
    assert [actor.party for actor in claim.actor] == ["syrian-army", None, None]
    assert [target.party for target in claim.target] == [None, None]


def test_parties_of_ones_own_are_read_anew(tmp_path: Path, folder: Path) -> None:
    from whosays.ground.parties import Registry

    table = write_csv(tmp_path / "a.csv", ACLED)
    run(table, "acled")
    (folder / "parties").mkdir(parents=True)
    party = '[river]\nsort = "armed group"\nnames = ["River Brigade"]\ncountries = ["SY"]\n'
    (folder / "parties" / "own.toml").write_text(party)
    Registry.default.cache_clear()
    try:
        again = run(table, "acled")
    finally:
        Registry.default.cache_clear()
    assert again.stdout == f"{table}: 1 rows added, 0 known already\n"
    assert [claim.actor[0].party for claim in kept(tmp_path)] == ["river"]


def test_what_cannot_be_read_is_told_and_the_rest_is_added(tmp_path: Path) -> None:
    table = write_csv(tmp_path / "u.csv", {**UCDP, "best": "8", "low": "\x1b[2J"}, {**UCDP, "low": "12"})
    result = run(table, "ucdp-ged")
    assert result.exit_code == 1
    assert result.stdout == f"{table}: 1 rows added, 0 known already, 1 left out\n"
    assert "error: " in result.stderr
    assert "line 2: low is “\ufffd[2J”: write a number in plain digits" in result.stderr
    assert "note: " in result.stderr
    assert "line 3: low is 12 and high 9; the claim is without the number" in result.stderr
    assert "\x1b[2J" not in result.stderr


@pytest.mark.parametrize("map_", ["aclde", "own.toml"])
def test_a_map_that_is_none_changes_nothing(tmp_path: Path, map_: str) -> None:
    (tmp_path / "own.toml").write_text("name = 3")
    table = write_csv(tmp_path / "a.csv", ACLED)
    result = run(table, tmp_path / map_ if map_.endswith("toml") else map_)
    assert result.exit_code == 1
    assert map_ in result.stderr
    assert not (tmp_path / "test.db").exists()


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path / "none.csv", "acled")
    assert result.exit_code == 1
    assert "none.csv: no such file or directory" in result.stderr


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    made = tmp_path_factory.mktemp("tables")
    for language, name in {"csv": "events.csv", "toml": "harbour.toml"}.items():
        start = LINES.index(f"```{language}") + 1
        block = LINES[start : LINES.index("```", start)]
        (made / name).write_text("\n".join(block) + "\n", encoding="utf-8")
    return Session(made)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line {example.line}")
def test_the_how_to_shows_what_is_printed(session: Session, example: Example) -> None:
    check(LINES, example, session)
