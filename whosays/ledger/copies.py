"""Which reports in the ledger carry one text: kept pair by pair, put together when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select, union

from whosays.ledger import matching
from whosays.ledger.fetch import fetch_reports
from whosays.ledger.schema import matches, readings, reports, signatures, signed
from whosays.ledger.text import chunks
from whosays.model import Report, Told
from whosays.reconcile.copies import (
    COMMON,
    SHARED,
    Families,
    Family,
    Match,
    families,
    relate,
    worth_comparing,
)
from whosays.reconcile.copies import signatures as signatures_of

CODED = "import/"
"""How the names of those begin who read the rows of coded tables."""


def compare_new(connection: Connection) -> set[str]:
    """Compare the reports that have not been compared yet with all that share a passage.

    Rows of coded tables are no texts: two of them are alike in their columns' names. The digests of those
    that share one with a new report come back.
    """
    found_alike = set[str]()
    rows_of_tables = select(readings.c.report).where(readings.c.reader.startswith(CODED))
    new = select(reports.c.digest).where(
        reports.c.digest.not_in(select(signed.c.report)), reports.c.digest.not_in(rows_of_tables)
    )
    for digest, report in _fetched(connection, connection.scalars(new.order_by(reports.c.digest)).all()):
        found = sorted(set(signatures_of(report.text)))
        rows = [_row(match) for match in _matches(connection, report, found)]
        found_alike.update(digest for row in rows for digest in (row["one"], row["other"]))
        for table, held in (
            (matches, rows),
            (signatures, [{"signature": s, "report": digest} for s in found]),
        ):
            if held:
                connection.execute(insert(table), held)
        connection.execute(insert(signed), {"report": digest, "signatures": len(found)})
    return found_alike


def _fetched(connection: Connection, digests: Sequence[str]) -> Iterator[tuple[str, Report]]:
    """The reports of those digests, in that order."""
    for part in chunks(digests, _AT_ONCE):
        found = fetch_reports(connection, set(part))
        yield from ((digest, found[digest]) for digest in part)


def _row(match: Match) -> dict[str, str]:
    return {"one": match.a, "other": match.b, "found": matching.written(match)}


def _matches(connection: Connection, report: Report, found: list[int]) -> Iterator[Match]:
    for _, other in _fetched(connection, _candidates(connection, found)):
        match = relate(report, other)
        if match:
            yield match


def _candidates(connection: Connection, found: list[int]) -> list[str]:
    """The reports that have enough signatures in common with `found`; common ones do not count."""
    shared: dict[str, int] = {}
    for part in chunks(found):
        for row in connection.execute(_HOLDERS, {"part": part}):
            shared[row.report] = shared.get(row.report, 0) + row.shared
    likely = sorted(digest for digest, count in shared.items() if count >= SHARED)
    sizes: dict[str, int] = {}
    for names in chunks(likely):
        sizes |= {row.report: row.signatures for row in connection.execute(_SIZES, {"names": names})}
    return [digest for digest in likely if worth_comparing(shared[digest], len(found), sizes[digest])]


def _holders() -> Select[str, int]:
    """Reports with signatures of a part that are not all too common, and how many."""
    rare = (
        select(signatures.c.signature)
        .where(signatures.c.signature.in_(bindparam("part", expanding=True)))
        .group_by(signatures.c.signature)
        .having(func.count() <= COMMON)
    )
    count = func.count().label("shared")
    held = select(signatures.c.report, count).where(signatures.c.signature.in_(rare))
    return held.group_by(signatures.c.report)


_HOLDERS = _holders()
_SIZES = select(signed.c.report, signed.c.signatures).where(
    signed.c.report.in_(bindparam("names", expanding=True))
)
"""Made once, because they are asked for with every report."""


@dataclass(slots=True)
class Copies:
    """The families of reports, fetched with all that hangs together with a report that is asked for."""

    connection: Connection
    _known: dict[str, Families] = field(default_factory=dict)
    _matched: frozenset[str] | None = None
    _reports: dict[str, Report] = field(default_factory=dict)

    def placed(self, told: Told) -> Told:
        """The claim with the family that prints its words, and whose text that probably is."""
        evidence, digest = told.claim.evidence, told.report.digest
        if digest not in self._all_matched():
            return told
        family = self._of(digest).at(digest, evidence.start, evidence.end)
        return Told(told.report, told.claim, family.id, self.original(family)) if family else told

    def original(self, family: Family) -> str | None:
        """The agency or the outlet that a family has its text from; None where that cannot be told."""
        found = family.original
        if found and found.agency:
            return found.agency.name
        return self.report(found.report).publisher if found and found.report else None

    def report(self, digest: str) -> Report:
        """A report that families were asked for of."""
        if digest not in self._reports:
            self._reports |= fetch_reports(self.connection, {digest})
        return self._reports[digest]

    def all(self) -> list[Family]:
        """Every family, the largest first."""
        digests = self.connection.scalars(select(matches.c.one)).all()
        return _largest_first(family for digest in digests for family in self._of(digest).all)

    def of(self, digest: str) -> list[Family]:
        """The families that a report is in, the largest first."""
        if digest not in self._all_matched():
            return []
        return _largest_first(family for family in self._of(digest).all if digest in _digests(family))

    def _all_matched(self) -> frozenset[str]:
        """The digests of all reports that share a passage with another: most do not."""
        if self._matched is None:
            ends = union(select(matches.c.one), select(matches.c.other))
            self._matched = frozenset(self.connection.scalars(ends))
        return self._matched

    def connected(self, digests: Iterable[str]) -> set[str]:
        """Those reports, and all that hang together with them."""
        found = {end for digest in digests for match in self._connected(digest) for end in match.reports}
        return found | set(digests)

    def _of(self, digest: str) -> Families:
        if digest not in self._known:
            connected = self._connected(digest)
            digests = {digest} | {each for match in connected for each in match.reports}
            for part in chunks(sorted(digests - self._reports.keys())):
                self._reports |= fetch_reports(self.connection, set(part))
            found = families(self._reports, connected)
            self._known |= dict.fromkeys(digests, found)
        return self._known[digest]

    def _connected(self, digest: str) -> list[Match]:
        """The matches that hang together with those of a report."""
        found: dict[tuple[str, str], Match] = {}
        reached, waiting = {digest}, [digest]
        while waiting:
            part, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            of = or_(matches.c.one.in_(part), matches.c.other.in_(part))
            for row in self.connection.execute(select(matches).where(of)):
                found[row.one, row.other] = matching.read(row.one, row.other, row.found)
                waiting += {row.one, row.other} - reached
                reached |= {row.one, row.other}
        return list(found.values())


def _largest_first(found: Iterable[Family]) -> list[Family]:
    """Each once."""
    unique = {family.id: family for family in found}
    return sorted(unique.values(), key=lambda family: (-len(family.members), family.id))


def _digests(family: Family) -> set[str]:
    return {member.report for member in family.members}


_AT_ONCE = 100
"""Reports that are fetched together, they or their matches."""
