"""What goes into the ledger comes out of it, once."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import NewLedger
from tests.ledger.readings import READER, TEXT, claim, claim_id, numbered, reading, readings, report
from tests.postgresql import Server
from whosays.ledger import Ledger
from whosays.model import LedgerError, Loaded, LoadedSort, NotFoundError, Reading, Span

MOMENT = re.compile(rf"'{datetime.now(UTC).year}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{{6}}'")
"""A moment of this run, as SQLite keeps it."""


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=readings())
def test_a_reading_comes_back_equal(empty_file: Path, whole: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(shutil.copy(empty_file, folder)) as ledger:
        assert ledger.add(whole)
        back = ledger.reading(whole.report.digest)
        assert back == whole
        assert back.report.digest == whole.report.digest  # of the zone too, which equality overlooks
        assert not ledger.add(whole)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=readings())
def test_a_servers_ledger_gives_it_back_too(on_server: Ledger, whole: Reading) -> None:
    if on_server.add(whole):  # the same report may have come before, from another source
        back = on_server.reading(whole.report.digest, whole.reader)
        assert back.report.digest == whole.report.digest
        assert replace(back, report=whole.report) == whole


@pytest.fixture(scope="module")
def on_server(server: Server, empty_database: str) -> Iterator[Ledger]:
    with Ledger.open(server.url(server.database(like=empty_database))) as opened:
        yield opened


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    with Ledger.open(path) as ledger:
        assert all(ledger.add(numbered(n)) for n in range(5))
        before = dump(path)
        assert not any(ledger.add(numbered(n)) for n in range(5))
    assert dump(path) == before


def test_the_same_article_under_another_id_is_the_same_report(ledger: Ledger) -> None:
    assert ledger.add(reading(report(given_id="a1")))
    assert not ledger.add(reading(report(given_id="b2")))
    assert ledger.reading("a1").report.given_id == "a1"


def test_a_new_readers_reading_stands_beside(ledger: Ledger) -> None:
    first = reading(report())
    second = reading(report(), claim(id=claim_id("second")), reader="test reader 2")
    assert ledger.add(first)
    assert not ledger.has(first.report, second.reader)
    assert ledger.add(second)
    digest = first.report.digest
    assert ledger.reading(digest) == second
    assert ledger.reading(digest, READER) == first
    assert [found.claim for found in ledger.claims()] == list(second.claims)
    assert ledger.claim(first.claims[0].id) == (first.report, first.claims[0])


def test_has_tells_reports_and_readers_apart(ledger: Ledger) -> None:
    known = reading(report())
    ledger.add(known)
    assert ledger.has(known.report, READER)
    assert not ledger.has(known.report, "test reader 2")
    assert not ledger.has(report(publisher="Valley Radio"), READER)


def test_a_reading_that_misquotes_its_report_is_refused_whole(ledger: Ledger) -> None:
    lie = replace(claim(), evidence=Span(0, 5, "Rebel"))
    with pytest.raises(
        LedgerError, match=r"does not quote \[0, 5\) as it is; nothing of the report was added"
    ):
        ledger.add(reading(report(), claim(id="aa"), lie))
    assert list(ledger.claims()) == []
    with pytest.raises(NotFoundError):
        ledger.reading(report().digest)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports SET text = 'other'",
        "DELETE FROM reports",
        "INSERT OR REPLACE INTO reports SELECT digest, given_id, 'other', publisher, publisher_folded,"
        " published, day, url, language, text, sha256, added_at FROM reports",
    ],
)
def test_reports_are_never_changed(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "test.db"
    with Ledger.open(path) as ledger:
        ledger.add(reading())
        before = dump(path)
        with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="is never"):
            connection.execute(statement)
    assert dump(path) == before


class TestClaimById:
    def test_whole_id_or_its_unique_start(self, ledger: Ledger) -> None:
        added = numbered(1)
        ledger.add(added)
        wanted = added.claims[0].id
        for start in (wanted, wanted[:6], wanted[:6].upper(), f" {wanted} "):
            assert ledger.claim(start) == (added.report, added.claims[0])

    def test_a_whole_id_wins_over_longer_ones(self, ledger: Ledger) -> None:
        short, long = claim(id="abc0"), claim(id="abc01")
        ledger.add(reading(report(), long, short))
        assert ledger.claim("abc0")[1] == short

    def test_an_ambiguous_start_names_the_candidates(self, ledger: Ledger) -> None:
        ledger.add(reading(report(), *(claim(id=f"abc{n}") for n in range(3))))
        with pytest.raises(NotFoundError, match="abc0, abc1, abc2; give more of it"):
            ledger.claim("abc")

    def test_many_candidates_are_not_all_named(self, ledger: Ledger) -> None:
        ledger.add(reading(report(), *(claim(id=f"abc{n}") for n in range(9))))
        with pytest.raises(NotFoundError, match=r"abc4, \.\.\.;"):
            ledger.claim("abc")

    @pytest.mark.parametrize("unknown", ["f00", "", "%", "_", "' OR 1=1 --", "\0", "\udcff", "xyz"])
    def test_an_unknown_id_is_not_found(self, ledger: Ledger, unknown: str) -> None:
        ledger.add(reading(report(), claim(id="abc0")))
        with pytest.raises(NotFoundError, match="no claim in the ledger"):
            ledger.claim(unknown)


class TestLoadedWords:
    """Of a claim: those in its evidence, each with the statement that it is part of."""

    def test_words_and_whose_they_are(self, ledger: Ledger) -> None:
        added = numbered(1)
        ledger.add(added)
        words, told = added.loaded, added.attributions[0]
        assert ledger.loaded(added.claims[0].id[:8]) == [(words[0], None), (words[1], told)]

    def test_words_elsewhere_in_the_report_are_left_out(self, ledger: Ledger) -> None:
        text = f"Heroes. {TEXT} Heroes."
        heroes = tuple(
            Loaded(Span.of(text, at, at + 6), LoadedSort.LABEL) for at in (0, text.rindex("Heroes"))
        )
        whole = replace(reading(report(text=text)), loaded=heroes)
        ledger.add(whole)
        assert ledger.loaded(whole.claims[0].id) == []
        assert ledger.reading(whole.report.digest).loaded == heroes

    def test_words_of_another_reader_are_left_out(self, ledger: Ledger) -> None:
        first = reading(report())
        second = replace(reading(report(), claim(id=claim_id("second")), reader="test reader 2"), loaded=())
        assert ledger.add(first)
        assert ledger.add(second)
        assert ledger.loaded(second.claims[0].id) == []
        assert len(ledger.loaded(first.claims[0].id)) == 2

    def test_an_unknown_claim_is_not_found(self, ledger: Ledger) -> None:
        with pytest.raises(NotFoundError, match="no claim in the ledger"):
            ledger.loaded("f00")


class TestReportById:
    def test_the_id_its_source_gave_or_the_digest(self, ledger: Ledger) -> None:
        added = reading(report(given_id="wire-17"))
        ledger.add(added)
        ledger.add(numbered(1))
        digest = added.report.digest
        assert [ledger.reading(name) for name in ("wire-17", digest, digest[:16])] == [added] * 3

    def test_one_id_given_to_two_reports_names_both(self, ledger: Ledger) -> None:
        for publisher in ("Harbour Post", "Valley Radio"):
            ledger.add(reading(report(given_id="17", publisher=publisher)))
        with pytest.raises(NotFoundError, match="more than one report"):
            ledger.reading("17")

    def test_a_reader_who_has_not_read_it(self, ledger: Ledger) -> None:
        ledger.add(reading(report(given_id="17")))
        with pytest.raises(NotFoundError, match="has not been read by 'nobody'"):
            ledger.reading("17", "nobody")


def test_a_report_of_many_claims_comes_back_in_order(ledger: Ledger) -> None:
    many = [claim(id=f"{n:04x}") for n in range(1203)]
    whole = reading(report(), *many)
    ledger.add(whole)
    assert ledger.reading(whole.report.digest) == whole
    assert [found.claim for found in ledger.claims()] == many


def test_claims_are_listed_by_day_and_report_however_they_came(new_ledger: NewLedger) -> None:
    undated = reading(report(text=f"{TEXT} Undated.", published=None))
    added = [*(numbered(n) for n in range(20)), undated]
    listings = []
    for order in (added, added[::-1]):
        with Ledger.open(new_ledger()) as ledger:
            for each in order:
                ledger.add(each)
            listings.append(list(ledger.claims()))
    assert listings[0] == listings[1]
    days = [found.report.published or date.min for found in listings[0]]
    assert len(days) == 21
    assert days == sorted(days, key=str)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given=st.lists(readings(), max_size=6), again=st.integers(0, 3))
def test_many_at_once_make_the_same_ledger_as_one_after_the_other(
    empty_file: Path, given: list[Reading], again: int
) -> None:
    given += given[:again]
    with tempfile.TemporaryDirectory() as folder:
        one, many = (Path(shutil.copy(empty_file, Path(folder) / name)) for name in ("one.db", "many.db"))
        with Ledger.open(one) as ledger:
            told = [ledger.add(each) for each in given]
        with Ledger.open(many) as ledger:
            assert ledger.add_all(given) == told
        assert undated(dump(many)) == undated(dump(one))
        assert indexed(many) == indexed(one)


def undated(rows: list[str]) -> list[str]:
    """The rows without moments, and without how the index of words is kept, which depends on its history."""
    return [MOMENT.sub("", row) for row in rows if "claim_search_" not in row]


def indexed(path: Path) -> list[tuple[object, ...]]:
    """Each word of the index of words, and where it stands."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, claim_search, instance)")
        return sorted(connection.execute("SELECT * FROM temp.words"))


def test_many_are_added_at_once_each_told_whether_it_was_new(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "many.db") as ledger:
        ledger.add(numbered(1))
        assert ledger.add_all([numbered(0), numbered(1), numbered(2), numbered(2)]) == [
            True,
            False,
            True,
            False,
        ]
        assert [ledger.has(numbered(n).report, READER) for n in range(3)] == [True] * 3
