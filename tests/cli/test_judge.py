"""`whosays judge`: decisions on claims and on pairs of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.cli.keeping import words
from tests.ledger.scenes import POST, RADIO, SHELLS, claim_of, groups, picture, put
from whosays.cli.main import app
from whosays.ledger import Ledger
from whosays.model import Decision, Subject

ONE, OTHER, THIRD = (claim_of(reading).id for reading in (POST, RADIO, SHELLS))
WHY = ("--why", "seen \x1b[31mby me", "--by", "mara\x1b]0;x\x07")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "test.db") as opened:
        put(opened, POST, RADIO, SHELLS)
        yield opened


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["judge", "--ledger", str(folder / "test.db"), *arguments])


def test_two_claims_are_put_together_and_apart_and_back(tmp_path: Path, ledger: Ledger) -> None:
    assert groups(ledger, POST, RADIO, SHELLS) == [{0, 1}, {2}]
    assert run(tmp_path, "same", THIRD, ONE, *WHY).exit_code == 0
    assert {0, 2} <= groups(ledger, POST, RADIO, SHELLS)[0]
    assert run(tmp_path, "different", ONE[:9], OTHER.upper(), *WHY).exit_code == 0
    assert not any({0, 1} <= group for group in groups(ledger, POST, RADIO, SHELLS))
    for pair in ((ONE, THIRD), (OTHER, ONE)):
        assert run(tmp_path, "undo", *pair, *WHY).exit_code == 0
    assert groups(ledger, POST, RADIO, SHELLS) == [{0, 1}, {2}]


def test_a_claim_is_rejected_and_taken_back(tmp_path: Path, ledger: Ledger) -> None:
    before = picture(ledger)
    result = run(tmp_path, "reject", ONE, *WHY)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{ONE}: reject, by mara")
    assert not set("\x1b\x07") & set(result.stdout)
    assert ONE not in frozenset().union(*picture(ledger).values())
    listing = CliRunner().invoke(
        app, ["incidents", "--reports", "1", "--format", "jsonl", "--ledger", str(tmp_path / "test.db")]
    )
    found = map(json.loads, listing.stdout.splitlines())
    assert ONE not in {claim["id"] for each in found for claim in each["claims"]}
    assert run(tmp_path, "undo", ONE, *WHY).stdout.startswith(f"{ONE}: withdraw, by")
    assert picture(ledger) == before


@pytest.mark.parametrize(
    ("decision", "claims", "subject", "made"),
    [
        ("accept", [ONE], Subject.CLAIM, Decision.ACCEPT),
        ("reject", [ONE], Subject.CLAIM, Decision.REJECT),
        ("same", [OTHER, ONE], Subject.PAIR, Decision.SAME),
        ("different", [ONE, OTHER], Subject.PAIR, Decision.DIFFERENT),
        ("unsure", [ONE, OTHER], Subject.PAIR, Decision.UNSURE),
    ],
)
def test_what_is_decided_is_kept_with_who_and_why(
    tmp_path: Path, ledger: Ledger, decision: str, claims: list[str], subject: Subject, made: Decision
) -> None:
    result = run(tmp_path, decision, *claims, *WHY)
    assert words(result.stdout).startswith(f"{' and '.join(claims)}: {made}, by mara")
    [kept] = ledger.judgements()
    assert (kept.subject, kept.decision, kept.why, kept.by) == (subject, made, WHY[1], WHY[3])
    assert sorted(filter(None, (kept.claim, kept.other))) == sorted(claims)


@pytest.mark.usefixtures("ledger")
def test_who_judges_is_by_default_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "rana")
    assert run(tmp_path, "accept", ONE, "--why", "seen").stdout == f"{ONE}: accept, by rana\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("same", ONE, OTHER), 2, "--why is needed"),
        (("same", ONE, OTHER, "--why", ""), 2, "--why is needed"),
        (("same", ONE, OTHER, "--why", "  "), 2, "needs who judges, and why"),
        (("same", ONE, OTHER, "--why", "seen", "--by", " "), 2, "needs who judges, and why"),
        (("like", ONE, OTHER, *WHY), 2, "'like' is no decision; give one of same, different"),
        (("\x1b[31m", ONE, *WHY), 2, "is no decision"),
        (("same", ONE, *WHY), 2, "'same' is decided on two claims"),
        (("reject", ONE, OTHER, *WHY), 2, "'reject' is decided on one claim"),
        (("same", ONE, ONE[:9], *WHY), 2, "one and the same"),
        (("reject", "ffffffffffffffff", *WHY), 1, "no claim in the ledger has the id 'ffffffffffffffff'"),
        (("same", ONE, "\x1b", *WHY), 1, "no claim in the ledger has the id"),
        (("undo", ONE, *WHY), 1, "nobody has judged that; there is nothing to undo"),
        (("undo", ONE, OTHER, *WHY), 1, "there is nothing to undo"),
    ],
)
def test_what_cannot_be_judged_is_one_sentence_and_nothing_is_kept(
    tmp_path: Path, ledger: Ledger, arguments: tuple[str, ...], status: int, said: str
) -> None:
    before = picture(ledger)
    result = run(tmp_path, *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.startswith("error: ")
    assert said in words(result.stderr)
    assert "\x1b" not in result.stderr
    assert ledger.judgements() == []
    assert picture(ledger) == before


def test_what_is_undone_cannot_be_undone_again(tmp_path: Path, ledger: Ledger) -> None:
    for status, decision in ((0, "reject"), (0, "undo"), (1, "undo")):
        assert run(tmp_path, decision, ONE, *WHY).exit_code == status
    assert len(ledger.judgements()) == 2


@pytest.mark.parametrize(
    ("slot", "values", "shown"),
    [
        ("kind", ["Bombing"], "kind bombing"),
        ("stance", ["denied"], "stance denied"),
        ("killed", ["3-5"], "figure "),
        ("time", ["2031-07-22/2031-07-24"], "time 2031-07-22"),
        ("target", ["the old port", "fishermen"], "target fishermen"),
        ("voice", ["Amal \x1b[31mDeeb"], "voice Amal"),
        ("place", ["163808"], "GeoNames 163808"),
        ("place", ["Kafr Nabl"], "Kafr Nabl"),
    ],
)
def test_a_slot_is_corrected_shown_with_what_was_read_and_taken_back(
    tmp_path: Path, ledger: Ledger, slot: str, values: list[str], shown: str
) -> None:
    before = [stored.claim for stored in ledger.claims()]
    result = run(tmp_path, "correct", ONE[:10], slot, *values, *WHY)
    assert words(result.stdout).startswith(f"{slot} of {ONE}: correct, by mara")
    seen = CliRunner().invoke(app, ["show", ONE, "--ledger", str(tmp_path / "test.db")]).stdout
    assert shown in words(seen)
    assert f"{slot} corrected, by mara" in words(seen)
    assert "read as:" in words(seen)
    assert "\x1b" not in result.stdout + seen
    assert run(tmp_path, "undo", ONE, slot, *WHY).exit_code == 0
    assert [stored.claim for stored in ledger.claims()] == before


def test_the_value_of_a_slot_is_rejected_or_accepted(tmp_path: Path, ledger: Ledger) -> None:
    assert run(tmp_path, "reject", ONE, "place", *WHY).exit_code == 0
    assert ledger.claim(ONE)[1].place is None
    assert run(tmp_path, "accept", ONE, "place", *WHY).exit_code == 0
    assert ledger.claim(ONE)[1].place == claim_of(POST).place


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("correct", ONE), "'correct' needs a slot of the claim"),
        (("correct", ONE, "colour", "red"), "'colour' is no slot of a claim; give one of kind, stance"),
        (("correct", ONE, "kind"), "kind takes one value, and none is given"),
        (("correct", ONE, "kind", "feast"), "'feast' is no kind; give one of clash"),
        (("correct", ONE, "killed", "few"), "'few' is no number"),
        (("correct", ONE, "killed", "5-3"), "'5-3' is no number"),
        (("correct", ONE, "time", "Friday"), "'Friday' is no time; give a day"),
        (("correct", ONE, "time", "2031-02-30"), "'2031-02-30' is no time"),
        (("correct", ONE, "place", "Nowhere-on-Earth"), "no place is called 'Nowhere-on-Earth'"),
        (("correct", ONE, "place", "99999999"), "no place of the gazetteer has the GeoNames id"),
        (("correct", ONE, "place", "Aleppo"), "'Aleppo' names"),
        (("correct", ONE, "actor", " "), "actor takes one value, and none is given"),
        (("reject", ONE, "kind"), "a claim always has a kind"),
        (("reject", ONE, "place", "Marsa"), "'reject' takes no value"),
        (("undo", ONE, "place"), "nobody has judged that"),
    ],
)
def test_what_no_slot_can_hold_is_one_sentence(
    tmp_path: Path, ledger: Ledger, arguments: tuple[str, ...], said: str
) -> None:
    result = run(tmp_path, *arguments, *WHY)
    assert result.exit_code in (1, 2)
    assert said in words(result.stderr)
    assert ledger.judgements() == []


def test_no_ledger_is_one_sentence_and_none_is_made(tmp_path: Path) -> None:
    result = run(tmp_path, "reject", ONE, *WHY)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no ledger here" in result.stderr
    assert list(tmp_path.iterdir()) == []
