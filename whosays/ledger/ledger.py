"""The ledger: reports and their readings, kept for good."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, RowMapping

from whosays.ground.parties import Registry
from whosays.ledger.copies import Copies, compare_new
from whosays.ledger.database import Database
from whosays.ledger.dialects import dialect_at
from whosays.ledger.disputes import forget_told_by
from whosays.ledger.dump import Added, dumped, load, read
from whosays.ledger.fetch import (
    BATCH,
    claims_of_rows,
    fetch_claim_rows,
    fetch_loaded,
    fetch_reading,
    fetch_report,
    fetch_reports,
    growing,
)
from whosays.ledger.grouping import Regrouped, regroup
from whosays.ledger.incidents import (
    NOW,
    Changed,
    change_at,
    fetch_changes,
    fetch_followed_by,
    fetch_follows,
    fetch_sizes,
    fetch_told,
    fetch_told_in_turn,
    fetch_told_of,
    find_incident,
)
from whosays.ledger.insert import add_readings, has_reading
from whosays.ledger.judgements import Rulings, fetch_judgements, insert_judgement, require_expected
from whosays.ledger.lookup import find_claim, find_reading, find_report
from whosays.ledger.names import NameUse, fetch_parties, fetch_places
from whosays.ledger.overview import Counts, Latest, fetch_counts, fetch_latest, fetch_listed
from whosays.ledger.picture import Picture, fetch_picture
from whosays.ledger.query import ClaimFilter, StoredClaim, select_ordered_keys, select_place_in_order
from whosays.ledger.queue import MOST as QUESTIONS
from whosays.ledger.queue import Decided, Sort, Wanted, decided, merges, parting
from whosays.ledger.team import Team
from whosays.ledger.versions import prepare
from whosays.ledger.watched import Watches
from whosays.model import (
    Attribution,
    Claim,
    Incident,
    Judgement,
    Kind,
    LedgerError,
    Loaded,
    NotFoundError,
    Reading,
    Report,
    Told,
)
from whosays.reconcile.copies import Family
from whosays.reconcile.picture import heading, incident

DEFAULT_URL = "sqlite:///whosays.db"
"""The ledger in the folder where the program runs."""


class Ledger:
    """Reports and readings in one database. Use as a context manager, or `close` it.

    Every method raises LedgerError, one sentence that names the ledger, if the database fails.
    """

    def __init__(self, database: Database) -> None:
        """Use `Ledger.open`."""
        self._database = database

    @classmethod
    def open(cls, url: str | os.PathLike[str] = DEFAULT_URL, *, create: bool = True) -> Ledger:
        """The ledger at `url`: a file's path, `sqlite:///` and a path, or `postgresql://user@host/database`.

        A new one is made, unless not `create`; an older one is migrated. Where the file or its folder
        cannot be written, or the user may not, the ledger is `read_only`. Raises LedgerError if it cannot
        be opened, is no ledger, or was written by a newer whosays.
        """
        written = os.fspath(url)
        dialect = dialect_at(written)
        database = dialect.open_database(written, create=create)
        try:
            prepare(database, dialect, create=create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @staticmethod
    def exists(url: str | os.PathLike[str] = DEFAULT_URL) -> bool:
        """Whether something is at `url`. Raises LedgerError as `open` does for what is no address."""
        written = os.fspath(url)
        return dialect_at(written).exists(written)

    @property
    def name(self) -> str:
        """What the ledger is called: the name of its file or database."""
        return Path(self._database.name).name

    @property
    def file(self) -> Path | None:
        """The file that it is kept in; None for a database on a server."""
        return None if "://" in self._database.name else Path(self._database.name)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be added."""
        return self._database.refusal is not None

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def team(self) -> Team:
        """Those who may work on the ledger over a server, and what they did."""
        return Team(self._database)

    @property
    def watches(self) -> Watches:
        """The feeds and files that are followed, and what of them is in the ledger."""
        return Watches(self._database)

    def require_writable(self) -> None:
        """Raise LedgerError if nothing can be added."""
        if self._database.refusal:
            raise LedgerError(self._database.refusal)

    def has(self, report: Report, reader: str) -> bool:
        """Whether that reader's reading of that report is in the ledger."""
        with self._database.reads() as connection:
            return has_reading(connection, report, reader)

    def add(self, reading: Reading) -> bool:
        """Add a report and its reading, all or nothing; False if that reader's reading is there already.

        When this returns, the reading is on the disk. The report is kept as it first came: one that
        differs in nothing but the id given by its source is the same report.
        """
        return self.add_all([reading])[0]

    def add_all(self, readings: Iterable[Reading]) -> list[bool]:
        """Add readings as `add` does, all of them or none; for each, whether it was not there already.

        Some hundred at a time take half as long as one after the other.
        """
        self.require_writable()
        with self._database.writes() as connection:
            return add_readings(connection, list(readings))

    def reconcile(self) -> Regrouped:
        """Compare reports that came since the last time with all others, and put their claims into incidents.

        What comes out depends on what is in the ledger and on people's judgements, not on when it came.
        """
        self.require_writable()
        with self._database.writes() as connection:
            return _reconcile(connection)

    def reading(self, report_id: str, reader: str | None = None) -> Reading:
        """The latest reading of a report, or that of `reader`.

        `report_id` is the report's id, its digest, or the start of its digest. Raises NotFoundError
        if no report or more than one has it.
        """
        with self._database.reads() as connection:
            return fetch_reading(connection, find_reading(connection, report_id, reader))

    def claim(self, claim_id: str, *, judged: bool = True) -> tuple[Report, Claim]:
        """The claim of that id, or the only one whose id starts so, and its report.

        As it is `judged`, or as it was read.

        Raises NotFoundError if there is none, or more than one.
        """
        with self._database.reads() as connection:
            [row] = fetch_claim_rows(connection, [find_claim(connection, claim_id)])
            report = fetch_report(connection, row["digest"])
            found = next(claims_of_rows(connection, [row], [report.text]))
            return report, Rulings.fetch(connection).applied(found, report.digest) if judged else found

    def loaded(self, claim_id: str) -> list[tuple[Loaded, Attribution | None]]:
        """The words in a claim's evidence that judge, in order, each with the statement that it is part of.

        None is the report's own word. Raises NotFoundError as `claim` does.
        """
        with self._database.reads() as connection:
            [row] = fetch_claim_rows(connection, [find_claim(connection, claim_id)])
            report = fetch_report(connection, row["digest"])
            return list(fetch_loaded(connection, row, report.text))

    def claims(
        self,
        wanted: ClaimFilter | None = None,
        *,
        after: str | None = None,
        without: AbstractSet[str] = frozenset(),
    ) -> Iterator[StoredClaim]:
        """The claims that `wanted` asks for, by day of publication, report and position, streamed.

        Those that come `after` the claim of that id, if it is given; raises NotFoundError where there is
        none. Those whose ids are in `without` are passed over. All are of the moment when the first is
        taken, whatever is added meanwhile. Of a report that several readers have read, the claims of the
        latest reading. What people have judged of places and parties holds.
        """
        reports: dict[str, Report] = {}
        with self._database.reads() as connection:
            rulings = Rulings.fetch(connection)
            last = _place_in_order(connection, after) if after else None
            keys = connection.execution_options(yield_per=BATCH).scalars(
                select_ordered_keys(wanted or ClaimFilter(), last)
            )
            for batch in growing(keys):
                rows = [row for row in fetch_claim_rows(connection, batch) if row["claim_id"] not in without]
                reports = _reports(connection, rows, reports)
                for stored in _stored(connection, rows, reports):
                    yield replace(stored, claim=rulings.applied(stored.claim, stored.report.digest))

    def backing(self, party: str) -> Iterator[StoredClaim]:
        """The claims of backing, in the order of `claims`, with a party of that id on either side."""
        for stored in self.claims(ClaimFilter(kind=Kind.BACKING)):
            if party in {named.party for named in (*stored.claim.actor, *stored.claim.target)}:
                yield stored

    def judge(self, judgement: Judgement, *, expected: int | None = None) -> Judgement:
        """Keep a decision, and give it with its id. It holds, for what will be added, too, until a later one.

        `expected` is the id of the newest judgement on the same matter that the person has seen, 0 where
        there was none. If another is there, raises ConflictError, which carries it, and keeps nothing.
        """
        self.require_writable()
        with self._database.writes() as connection:
            if expected is not None:
                require_expected(connection, judgement, expected)
            kept = insert_judgement(connection, judgement)
            regroup(connection, judgement)
            return kept

    def judgements(self) -> list[Judgement]:
        """All decisions, in the order they were made, with those that no longer hold."""
        with self._database.reads() as connection:
            return list(fetch_judgements(connection))

    def rulings(self) -> Rulings:
        """The decisions in force."""
        with self._database.reads() as connection:
            return Rulings.fetch(connection)

    def incidents(
        self,
        wanted: ClaimFilter | None = None,
        *,
        least: int = 1,
        at: datetime | None = None,
        after: tuple[int, str] | None = None,
        disputed: bool = False,
    ) -> Iterator[Incident]:
        """The incidents with a claim that is `wanted`, told by `least` reports and more; the most told first.

        Those that come `after` one with so many reports and that id, if they are given. `at` a moment (with
        its zone), they are as the ledger had them then. Of `disputed` ones, the accounts cannot all be so.
        """
        if disputed and at is None:
            wanted = replace(wanted or ClaimFilter(), disputed=True)
        with self._database.reads() as connection:
            at = at and at.astimezone(UTC)
            change, rulings = change_at(connection, at), Rulings.fetch(connection, at)
            copies = Copies(connection)
            sizes = fetch_sizes(connection, wanted, least, change)
            ids = [s.id for s in sizes if not after or (-s.reports, s.id) > (-after[0], after[1])]
            for id_, told in fetch_told_in_turn(connection, ids, change, rulings):
                found = self._incident(map(copies.placed, told), id_)
                if found.disputed or not disputed:
                    yield found

    def incident(self, id_: str, *, at: datetime | None = None) -> Incident:
        """The incident of that id, or the one that the claim of that id is in; likewise `at` a moment.

        With the incidents that it is said to follow or to have caused, which lists of incidents do without.
        Raises NotFoundError if there is none, or more than one whose id starts so.
        """
        with self._database.reads() as connection:
            at = at and at.astimezone(UTC)
            change = change_at(connection, at)
            found = find_incident(connection, id_.strip().lower(), change)
            told = fetch_told(connection, found, change, Rulings.fetch(connection, at))
            whole = self._incident(map(Copies(connection).placed, told), found)
            return replace(
                whole,
                follows=fetch_follows(connection, found, change),
                followed_by=fetch_followed_by(connection, found, change),
            )

    def dump(self) -> Iterator[bytes]:
        """All that the ledger knows, as lines, equal for equal ledgers; without users and the audit log."""
        with self._database.reads() as connection:
            yield from dumped(connection)

    def load(self, lines: Iterable[bytes], name: str) -> Added:
        """Put in what was dumped, all or nothing; `name` it in sentences.

        An empty ledger becomes the one that was dumped, with its past groupings. Another gets the reports and
        readings that it lacks, which come into its incidents now. Raises InputError, which names the line, if
        it is no dump, or is not whole; LedgerError if it has judgements that a ledger with others lacks.
        """
        self.require_writable()
        with self._database.writes() as connection:
            made = load(connection, read(lines, name))
            if made.readings and not made.is_whole:
                _reconcile(connection)
            return made

    def copies(self, report_id: str | None = None) -> Iterator[tuple[Family, tuple[Report, ...], str | None]]:
        """The families of reports that carry one text, the largest first, and whose text it probably is.

        All, or those of the report with that id. The reports are those of the family's members, in their
        order; the name is None where nobody can tell. Raises NotFoundError if there is no such report.
        """
        digest = None if report_id is None else self.digest(report_id)
        with self._database.reads() as connection:
            copies = Copies(connection)
            for family in copies.all() if digest is None else copies.of(digest):
                reports = tuple(copies.report(member.report) for member in family.members)
                yield family, reports, copies.original(family)

    def changes(self, since: datetime) -> list[Changed]:
        """The incidents that are not what they were at that moment (with its zone)."""
        with self._database.reads() as connection:
            return list(fetch_changes(connection, change_at(connection, since.astimezone(UTC))))

    def titles(self, incidents: Sequence[str]) -> dict[str, str]:
        """What the incidents of those ids are called now; those that are none any more are left out."""
        with self._database.reads() as connection:
            told = fetch_told_of(connection, incidents, NOW, Rulings.fetch(connection))
            return {id_: heading(of) for id_, of in told.items() if of}

    def latest(self) -> Latest:
        """What was written last: as long as it is the same, so is all that the ledger gives."""
        with self._database.reads() as connection:
            return fetch_latest(connection)

    def counts(self) -> Counts:
        """How much is in the ledger."""
        with self._database.reads() as connection:
            return fetch_counts(connection)

    def reports(self, words: str = "", *, after: str | None = None) -> Iterator[tuple[Report, int]]:
        """The reports with `words` in title, outlet or id, the newest first, and how many claims each makes.

        Those that come `after` the report of that digest, if it is given; raises NotFoundError without one.
        """
        with self._database.reads() as connection:
            yield from fetch_listed(connection, words, after)

    def picture(self, wanted: ClaimFilter | None = None) -> Picture:
        """How many claims there are that are `wanted`, where, when, and of what sort."""
        with self._database.reads() as connection:
            return fetch_picture(connection, wanted)

    def queue(self, sort: Sort, by: str) -> Iterator[Wanted]:
        """The questions of a sort, the most open first, without what `by` has decided and not taken back."""
        done = decided(self.judgements(), by)
        if sort is Sort.MERGES:
            with self._database.reads() as connection:
                yield from list(merges(connection, done))
        elif sort is Sort.CLAIMS:
            asked = (each for found in self.incidents(disputed=True) for each in parting(found, done))
            yield from islice({each.claim: each for each in islice(asked, QUESTIONS)}.values(), QUESTIONS)
        else:
            yield from islice(self._unknown(done), QUESTIONS)

    def _unknown(self, done: Decided) -> Iterator[Wanted]:
        """Names that mean nobody and no place that is known, each with the first claim that has it."""
        places = [(use, ClaimFilter(place=use.name)) for use in self.places() if not use.place]
        parties = [(use, ClaimFilter(text=use.name)) for use in self.parties() if not use.party]
        for use, wanted in sorted((*places, *parties), key=lambda each: -each[0].claims):
            is_open = use.judgement is None and use.name != use.name.lower()
            stored = next(self.claims(wanted), None) if is_open else None
            if stored and (stored.claim.id, None) not in done:
                why = f"“{use.name}” is nobody and no place that is known."
                yield Wanted(Sort.LINKS, stored.claim.id, why)

    def incident_of(self, claim_id: str) -> str | None:
        """The id of the incident that a claim is in; None if it is in none."""
        with self._database.reads() as connection:
            try:
                return find_incident(connection, claim_id, change_at(connection, None))
            except NotFoundError:
                return None

    def told(self, *kinds: Kind) -> list[Told]:
        """The claims of those kinds, or of all, as `telling` gives them."""
        filters = [ClaimFilter(kind=kind) for kind in kinds] or [ClaimFilter()]
        return [told for wanted in filters for told in self.telling(wanted)]

    def telling(self, wanted: ClaimFilter | None = None) -> Iterator[Told]:
        """The claims that `wanted` asks for, in the order of `claims`, with the families that print them.

        Without those that somebody found to be read wrongly.
        """
        with self._database.reads() as connection:
            copies, rulings = Copies(connection), Rulings.fetch(connection)
            for each in self.claims(wanted):
                if not rulings.is_rejected(each.claim.id):
                    yield copies.placed(Told(each.report, each.claim))

    @staticmethod
    def _incident(told: Iterable[Told], id_: str) -> Incident:
        return incident(id_, tuple(told), Registry.default().parties)

    def digest(self, report_id: str) -> str:
        """The digest of the report with that id, as `reading` takes it. Raises NotFoundError likewise."""
        with self._database.reads() as connection:
            return find_report(connection, report_id)

    def places(self, part: str = "") -> list[NameUse]:
        """The names of places in the latest readings' claims and what they mean, most used first.

        Those with `part` in them, whatever the case and the accents.
        """
        with self._database.reads() as connection:
            return fetch_places(connection, part)

    def parties(self, part: str = "") -> list[NameUse]:
        """The names of voices, actors and targets and the parties they mean, likewise."""
        with self._database.reads() as connection:
            return fetch_parties(connection, part)


def _reconcile(connection: Connection) -> Regrouped:
    if alike := compare_new(connection):
        forget_told_by(connection, Copies(connection).connected(alike))
    return regroup(connection)


def _reports(
    connection: Connection, rows: Sequence[RowMapping], known: dict[str, Report]
) -> dict[str, Report]:
    digests = {row["digest"] for row in rows}
    kept = {digest: known[digest] for digest in digests & known.keys()}
    return kept | fetch_reports(connection, digests - known.keys())


def _place_in_order(connection: Connection, claim_id: str) -> tuple[date, str, int]:
    found = connection.execute(select_place_in_order(find_claim(connection, claim_id))).one()
    return found.day, found.digest, found.position


def _stored(
    connection: Connection, rows: Sequence[RowMapping], reports: dict[str, Report]
) -> Iterator[StoredClaim]:
    of = [reports[row["digest"]] for row in rows]
    found = claims_of_rows(connection, rows, [report.text for report in of])
    return map(StoredClaim, of, found)
