"""Ledgers on a PostgreSQL server: what the server itself sees to, and sentences for what fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import insert, text

from tests.conftest import NewLedger
from tests.ledger.readings import claim, numbered, reading, report
from tests.ledger.scenes import ALL, picture, put
from tests.postgresql import Server
from whosays.ledger import ClaimFilter, Ledger, versions
from whosays.ledger.encode import report_row
from whosays.ledger.schema import reports
from whosays.model import LedgerError, Reading, Voice, VoiceSort

LOST = r"the connection to the server was lost; run this again \(what was added is kept\)"


@pytest.fixture
def name(server: Server, empty_database: str) -> str:
    """The database of an empty ledger."""
    return server.database(like=empty_database)


@pytest.fixture
def ledger(server: Server, name: str) -> Iterator[Ledger]:
    with Ledger.open(server.url(name)) as opened:
        yield opened


@pytest.mark.parametrize("table", ["reports", "judgements"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET why = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_the_server_refuses_to_change_what_is_kept(
    server: Server, name: str, table: str, statement: str, role: str
) -> None:
    column = {"reports": "title", "judgements": "why"}[table]
    with server.connect(name) as connection:
        connection.execute(f"SET session_replication_role = {role}".encode())
        with pytest.raises(Exception, match=f"a row of {table} is never changed or deleted"):
            connection.execute(statement.format(table).replace("why", column).encode())


def test_both_ways_to_write_the_address_are_one_ledger(server: Server, name: str) -> None:
    with Ledger.open(server.url(name)) as ledger:
        ledger.add(numbered(0))
    with Ledger.open(server.url(name).replace("postgresql:", "postgresql+psycopg:"), create=False) as again:
        assert len(list(again.claims())) == 1
        assert again.name == name


def test_the_order_is_that_of_characters_in_any_servers_language(server: Server, empty_file: Path) -> None:
    server.run("CREATE DATABASE swedish TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'sv'")
    names = ("Zeta", "alfa", "Ärla", "öst", "Alfa", "z-2", "z 1")
    said = tuple(Voice(each, claim().trigger, VoiceSort.PERSON) for each in names)
    listed = []
    for url in (server.url("swedish"), str(empty_file.with_name("swedish.db"))):
        with Ledger.open(url) as ledger:
            ledger.add(reading(report(), *(claim(id=f"c{n}", voices=(v,)) for n, v in enumerate(said))))
            listed.append((ledger.parties(), ledger.picture(ClaimFilter()), ledger.claim("c3")))
            with ledger._database.reads() as connection:
                order = connection.scalars(text("SELECT name FROM voices ORDER BY name")).all()
                assert order == sorted(names)
    assert listed[0] == listed[1]


def test_no_phrase_reaches_from_one_column_into_the_next(ledger: Ledger) -> None:
    ledger.add(reading(report(), claim(id="c0")))
    for words, found in (("at-least", 1), ("farmers-harbour", 0), ("the", 1), ("shellings", 1)):
        assert len(list(ledger.claims(ClaimFilter(text=words)))) == found, words


def test_incidents_are_the_same_in_both_engines(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, *ALL)
    with Ledger.open(tmp_path / "other.db") as other:
        put(other, *reversed(ALL))
        assert picture(other) == picture(ledger)
        assert list(other.incidents()) == list(ledger.incidents())


def test_many_add_and_reconcile_at_once(server: Server, name: str, tmp_path: Path) -> None:
    def take(some: Reading) -> None:
        with Ledger.open(server.url(name)) as ledger:
            ledger.add(some)
            ledger.reconcile()

    with ThreadPoolExecutor(4) as people:
        list(people.map(take, ALL))
    with Ledger.open(server.url(name)) as ledger, Ledger.open(tmp_path / "other.db") as other:
        put(other, *ALL)
        assert picture(ledger) == picture(other)


def test_a_server_that_dies_loses_nothing_acknowledged(server: Server, ledger: Ledger) -> None:
    kept: list[Reading] = []

    def add_on() -> None:
        for number in count():
            ledger.add(numbered(number))
            kept.append(numbered(number))

    killer = Thread(target=server.control, args=("-m", "immediate", "stop"))
    killer.start()
    try:
        with pytest.raises(LedgerError, match=r"connection to the server was lost|no server can be reached"):
            add_on()
    finally:
        killer.join()
        server.control("start")
    assert [ledger.reading(each.report.digest) for each in kept] == kept
    assert len(list(ledger.claims())) - len(kept) in (0, 1)  # one may be in whose answer was lost
    assert ledger.add(numbered(len(kept) + 1))


def test_a_connection_that_ends_in_the_middle_leaves_nothing_half(server: Server, ledger: Ledger) -> None:
    ledger.add(numbered(0))

    def lose() -> None:
        with ledger._database.writes() as connection:
            connection.execute(text("INSERT INTO changes (at) VALUES (now())"))
            server.run("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")

    with pytest.raises(LedgerError, match=LOST):
        lose()
    assert ledger.latest().change == 0
    assert ledger.add(numbered(1))


def test_a_lock_that_stays_is_one_sentence(
    server: Server, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whosays.ledger.postgresql._SETTINGS", ("SET lock_timeout = '100ms'",))
    with Ledger.open(server.url(name)) as ledger, Ledger.open(server.url(name)) as other:
        with (
            other._database.writes(),
            pytest.raises(LedgerError, match="another program is writing to it; try again"),
        ):
            ledger.add(numbered(0))
        assert ledger.add(numbered(0))


class TestWhoMayOnlyRead:
    @pytest.fixture
    def url(self, server: Server, name: str) -> str:
        with Ledger.open(server.url(name)) as ledger:
            ledger.add(numbered(0))
        reader = f"reader_of_{name}"
        server.run(f"CREATE ROLE {reader} LOGIN")
        server.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}", name)
        return server.url(name, reader)

    def test_can_read(self, url: str) -> None:
        with Ledger.open(url) as ledger:
            assert len(list(ledger.claims(ClaimFilter(text="farmers")))) == 1
            assert ledger.read_only
            with pytest.raises(LedgerError, match="this user may not write it; use another's address"):
                ledger.add(numbered(1))

    def test_makes_no_ledger(self, url: str, server: Server) -> None:
        reader = url.partition("//")[2].partition("@")[0]
        with pytest.raises(LedgerError, match="this user may not write it"):
            Ledger.open(server.url(server.database(), reader))


def test_a_server_that_can_only_be_read(server: Server, name: str) -> None:
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with Ledger.open(server.url(name)) as ledger:
        assert ledger.read_only


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("?host=", "?host=/nowhere"), "no server can be reached there; check the address"),
        (("keeper", "nobody-known"), "the server does not let this user in; check the user and the password"),
        (("/ledger", "/ledger-of-nobody"), "the server has no such database; make it with `createdb`"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence(
    server: Server, name: str, change: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(server.url(name).replace(*change).replace("@", ":secret-word@"))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret-word" not in str(caught.value)


def test_a_wrong_password_is_one_sentence_without_it(server: Server, name: str) -> None:
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    try:
        rules.write_text(f"local all keeper trust\nlocal {name} guarded scram-sha-256\n")
        server.run("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        server.run("SELECT pg_reload_conf()")
        address = server.url(name, "guarded:secret-word")
        with pytest.raises(LedgerError, match="check the user and the password") as caught:
            Ledger.open(address)
        assert "secret-word" not in str(caught.value)
    finally:
        rules.write_text(before)
        server.run("SELECT pg_reload_conf()")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE TABLE recipes (name text)", "this database is not a ledger; name another"),
        ("SELECT 1", "there is no ledger here; `whosays add` makes one"),
    ],
)
def test_another_database_is_left_alone(server: Server, statement: str, sentence: str) -> None:
    other = server.database()
    server.run(statement, other)
    with pytest.raises(LedgerError, match=sentence):
        Ledger.open(server.url(other), create=False)


@pytest.mark.parametrize("old", ["0001", "0005"])
def test_a_ledger_of_an_older_whosays_is_brought_up_to_date(
    server: Server, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    url, kept = server.url(server.database()), report(given_id="wire-17")
    with monkeypatch.context() as then:
        then.setattr(versions, "VERSION", old)
        with Ledger.open(url) as ledger, ledger._database.writes() as connection:
            connection.execute(insert(reports), report_row(kept, datetime.now(UTC)))
    with Ledger.open(url, create=False) as ledger:
        assert [found for found, _ in ledger.reports()] == [kept]
        put(ledger, *ALL)
        assert ledger.team.users() == []


def test_a_ledger_of_a_newer_whosays(server: Server, name: str) -> None:
    server.run("UPDATE whosays_schema SET version_num = '9999'", name)
    with pytest.raises(LedgerError, match="written by a newer whosays"):
        Ledger.open(server.url(name))


def test_text_in_another_encoding_cannot_be_kept(server: Server) -> None:
    server.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(LedgerError, match="in LATIN1; make one with createdb --encoding=UTF8"):
        Ledger.open(server.url("latin"))


def test_without_psycopg_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"needs psycopg: install whosays\[postgresql\]"):
        Ledger.open("postgresql://me:secret@host/db")


def test_whether_a_ledger_is_there(server: Server, new_ledger: NewLedger) -> None:
    assert Ledger.exists(new_ledger())
    assert not Ledger.exists(server.url(server.database()))
