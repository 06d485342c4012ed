"""The graph of event reports in the ledger, as far as a change of it needs it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Select, bindparam, delete, insert, select

from whosays.ledger import telling
from whosays.ledger.encode import Row
from whosays.ledger.insert import insert_rows
from whosays.ledger.schema import blocks, event_reports, likeness, memberships
from whosays.ledger.text import chunks
from whosays.reconcile.incidents import EventReport, chance, keys, lookups


class StoredGraph:
    """Event reports by the ids of their first claims; what is asked for is fetched once.

    `leave`, and `enter` with `link`, change what is asked for from then on; `store` writes what was entered.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, int] = {}
        self._told: dict[str, EventReport] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._entered: dict[str, dict[str, float]] = {}
        self._blocks: dict[str, list[str]] = defaultdict(list)
        self.is_new = connection.scalar(select(event_reports.c.id).limit(1)) is None

    def told(self, id_: str) -> EventReport:
        """The event report of that id."""
        if id_ not in self._told:
            self._fetch([id_])
        return self._told[id_]

    def neighbours(self, id_: str) -> dict[str, float]:
        """Those that it may be of one happening with, and how likely."""
        if id_ not in self._near:
            self.expect([id_])
        return self._near[id_]

    def expect(self, ids: Iterable[str]) -> None:
        """Fetch those and their neighbours, as far as they are not known, together."""
        wanted = sorted(set(ids) - self._near.keys())
        self._fetch([id_ for id_ in wanted if id_ not in self._told])
        self._near |= {id_: {} for id_ in wanted}
        names = {self._rows[id_]: id_ for id_ in wanted}
        for part in chunks(list(names)):
            for row in self._connection.execute(_NEAR, {"rows": part}):
                self._near[names[row.one]][row.anchor] = row.chance

    def mates(self, id_: str) -> set[str]:
        """Those of its incident as it is in the ledger, itself among them."""
        if id_ in self._entered:
            return {id_}
        self.told(id_)
        return {id_, *self._connection.scalars(_MATES, {"row": self._rows[id_]})}

    def row(self, id_: str) -> int:
        """The key of its row, once it is stored."""
        return self._rows[id_]

    def enter(self, told: EventReport) -> set[str]:
        """Compare an event report with those that it looks up; the ids of those that it is like.

        It is not linked before `link`, so that the graph can still be asked for what was there.
        """
        found = sorted(self._candidates(list(lookups(told))))
        likely = {other: chance(told, self.told(other)) for other in found}
        self._entered[told.id] = {other: value for other, value in likely.items() if value is not None}
        for key in keys(told):
            self._blocks[key].append(told.id)
        self._told[told.id] = told
        return set(self._entered[told.id])

    def link(self) -> None:
        """Make what was entered a part of the graph."""
        self._near |= {id_: dict(near) for id_, near in self._entered.items()}
        for id_, near in self._entered.items():
            for other, likely in near.items():
                self.neighbours(other)[id_] = likely

    def leave(self, id_: str) -> None:
        """Take an event report out."""
        row = self._rows[id_]
        for other in self.neighbours(id_):
            self.neighbours(other).pop(id_, None)
        del self._near[id_], self._told[id_]
        for column in (likeness.c.one, likeness.c.other, blocks.c.event_report):
            self._connection.execute(delete(column.table).where(column == row))

    def store(self, rows: Mapping[str, Row]) -> None:
        """Write what was entered, with what else is in the rows of `event_reports`, by ids."""
        made = insert(event_reports).returning(event_reports.c.id, sort_by_parameter_order=True)
        for part in chunks(list(rows.items())):
            kept = [{**row, "told": telling.written(self._told[anchor])} for anchor, row in part]
            ids = self._connection.scalars(made, kept)
            self._rows |= {anchor: id_ for (anchor, _), id_ in zip(part, ids, strict=True)}
        insert_rows(self._connection, blocks, self._held())
        insert_rows(self._connection, likeness, self._links())

    def _held(self) -> Iterator[Row]:
        for key, ids in sorted((_hashed(key), ids) for key, ids in self._blocks.items()):
            yield from ({"key": key, "event_report": self._rows[id_]} for id_ in ids)

    def find(self, anchors: Iterable[str]) -> None:
        """Fetch the event reports of those ids that are in force."""
        self._fetch(sorted(anchors))

    def _links(self) -> Iterator[Row]:
        for id_, near in self._entered.items():
            for other, likely in near.items():
                yield {"one": self._rows[id_], "other": self._rows[other], "chance": likely}
                yield {"one": self._rows[other], "other": self._rows[id_], "chance": likely}

    def _candidates(self, found: list[str]) -> set[str]:
        mine = {other for key in found for other in self._blocks.get(key, ())}
        return mine if self.is_new else mine | self._stored(sorted(map(_hashed, found)))

    def _stored(self, found: list[str]) -> set[str]:
        joined = blocks.join(event_reports)
        wanted = select(event_reports.c.anchor).select_from(joined).distinct()
        anchors: set[str] = set()
        for part in chunks(found):
            anchors.update(self._connection.scalars(wanted.where(blocks.c.key.in_(part))))
        self._fetch(sorted(anchors - self._told.keys()))
        return anchors

    def _fetch(self, anchors: list[str]) -> None:
        wanted = select(event_reports.c.id, event_reports.c.anchor, event_reports.c.told)
        for part in chunks(anchors):
            current = wanted.where(event_reports.c.anchor.in_(part), event_reports.c.until.is_(None))
            for row in self._connection.execute(current):
                self._rows[row.anchor] = row.id
                self._told[row.anchor] = telling.read(row.told)


def _mates() -> Select[str]:
    mine, its = memberships.alias(), memberships.alias()
    joined = mine.join(its, mine.c.incident == its.c.incident)
    joined = joined.join(event_reports, its.c.event_report == event_reports.c.id)
    of = mine.c.event_report == bindparam("row"), mine.c.until.is_(None), its.c.until.is_(None)
    return select(event_reports.c.anchor).select_from(joined).where(*of)


_MATES = _mates()
_NEAR = (
    select(likeness.c.one, event_reports.c.anchor, likeness.c.chance)
    .select_from(likeness.join(event_reports, likeness.c.other == event_reports.c.id))
    .where(likeness.c.one.in_(bindparam("rows", expanding=True)))
)
"""Made once: they are asked for hundreds of times, and to make one takes longer than to carry it out."""


def _hashed(key: str) -> str:
    """Keys hold words of any length; sixteen hex digits of a digest stand for one."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
