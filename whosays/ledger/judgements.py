"""People's judgements: kept in the order they were made, and laid over the claims that come out.

No row of a reading is changed by one, so that what a reader said can always be seen, and a later
reading of the same report finds the judgement in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    and_,
    exists,
    insert,
    or_,
    select,
    true,
)

from whosays.ledger import decode
from whosays.ledger.corrected import corrected
from whosays.ledger.encode import Row, interval_row, place_row
from whosays.ledger.schema import judged_names, judgements
from whosays.ledger.text import fold
from whosays.model import (
    SLOTS,
    Claim,
    ClaimSlot,
    ConflictError,
    Decision,
    Interval,
    Judgement,
    Location,
    Named,
    Place,
    Subject,
    Voice,
)

N = TypeVar("N", Named, Voice)
_OnName = tuple[Subject, str, str | None]
"""Subject, folded name, and the digest of a report or None for all."""


def insert_judgement(connection: Connection, judgement: Judgement, *, number: int | None = None) -> Judgement:
    """Add `judgement` after all that are there, or under a `number` of its own; it comes back with it."""
    row = _row(judgement) if number is None else {**_row(judgement), "id": number}
    made = connection.execute(insert(judgements).returning(judgements.c.id), row)
    id_ = made.scalar_one()
    names = [
        {"judgement": id_, "position": n, "name": each.name, "folded": fold(each.name), "party": each.party}
        for n, each in enumerate(judgement.named)
    ]
    if names:
        connection.execute(insert(judged_names), names)
    return replace(judgement, id=id_)


def require_expected(connection: Connection, judgement: Judgement, expected: int) -> None:
    """Raise ConflictError if the newest judgement on the matter has another id, 0 where none is expected."""
    table = judgements.alias()
    newest = select(table).where(*_same_matter(table, _row(judgement))).order_by(table.c.id.desc()).limit(1)
    found = next(_decoded(connection, connection.execute(newest).mappings().all()), None)
    if found is not None and found.id != expected:
        raise ConflictError(found)


def is_held(connection: Connection, judgement: Judgement) -> bool:
    """Whether just that judgement is there, under whatever number."""
    table = judgements.alias()
    of = select(table).where(*_same_matter(table, _row(judgement)), table.c.at == judgement.at)
    return judgement in _decoded(connection, connection.execute(of).mappings().all())


def fetch_judgements(connection: Connection) -> Iterator[Judgement]:
    """All judgements, in the order they were made, those that no longer hold among them."""
    rows = connection.execute(select(judgements).order_by(judgements.c.id)).mappings().all()
    return _decoded(connection, rows)


def _decoded(connection: Connection, rows: Sequence[RowMapping]) -> Iterator[Judgement]:
    """The judgements of rows, with who is named in them."""
    named: dict[int, list[RowMapping]] = defaultdict(list)
    if any(row["subject"] == Subject.SLOT for row in rows):
        found = select(judged_names).order_by(judged_names.c.judgement, judged_names.c.position)
        for name in connection.execute(found).mappings():
            named[name["judgement"]].append(name)
    return (decode.judgement(row, named[row["id"]]) for row in rows)


def _same_matter(table: FromClause, row: Row) -> Iterator[ColumnElement[bool]]:
    yield table.c.subject == row["subject"]
    yield from (table.c[column].is_not_distinct_from(row[column]) for column in _MATTER)
    if row["claim"] is None:
        yield table.c.folded == row["folded"]


_MATTER = ("report", "claim", "other", "slot")
"""What tells one matter from another of the same subject; names do, too, but not what a slot holds."""


def in_force(table: FromClause, at: datetime | None = None) -> ColumnElement[bool]:
    """Whether a row of `table`, an alias of `judgements`, is the last on its matter, and holds.

    `at` a moment, those that came after it do not count.
    """
    later = judgements.alias()
    by_then = [each.c.at <= at for each in (later, table)] if at else [true(), true()]
    same = (
        later.c.subject == table.c.subject,
        or_(table.c.claim.is_not(None), later.c.folded == table.c.folded),
        later.c.report.is_not_distinct_from(table.c.report),
        later.c.claim.is_not_distinct_from(table.c.claim),
        later.c.other.is_not_distinct_from(table.c.other),
        later.c.slot.is_not_distinct_from(table.c.slot),
    )
    last = ~exists().where(*same, later.c.id > table.c.id, by_then[0]).correlate_except(later)
    return and_(last, by_then[1], table.c.decision != Decision.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements in force, by what they are on: subject, folded name, and report or None for all."""

    known: Mapping[_OnName, Judgement]
    on_claims: Mapping[tuple[str, str | None], Judgement]
    on_slots: Mapping[str, Mapping[ClaimSlot, Judgement]]

    @classmethod
    def fetch(cls, connection: Connection, at: datetime | None = None) -> Rulings:
        """Those of the ledger now, or as they were `at` a moment."""
        table = judgements.alias()
        rows = connection.execute(select(table).where(in_force(table, at))).mappings().all()
        names, claims = dict[_OnName, Judgement](), dict[tuple[str, str | None], Judgement]()
        slots: dict[str, dict[ClaimSlot, Judgement]] = defaultdict(dict)
        for judgement in _decoded(connection, rows):
            if judgement.claim is None:
                names[judgement.subject, fold(judgement.name), judgement.report] = judgement
            elif judgement.slot is None:
                claims[judgement.claim, judgement.other] = judgement
            else:
                slots[judgement.claim][judgement.slot] = judgement
        return cls(names, claims, slots)

    def pairs(self, decision: Decision) -> list[tuple[str, str]]:
        """The pairs of claims that are so judged."""
        return [
            (claim, other) for (claim, other), j in self.on_claims.items() if other and j.decision is decision
        ]

    def on_claim(self, claim: str) -> Judgement | None:
        """The judgement on the claim of that id."""
        return self.on_claims.get((claim, None))

    def has_on_claims(self, claim: str, other: str | None = None) -> bool:
        """Whether a judgement on that claim, or on that pair, holds."""
        both = (claim, other) if other is None else (min(claim, other), max(claim, other))
        return both in self.on_claims

    def before(self, judgement: Judgement) -> Judgement | None:
        """The judgement in force on the same matter as another."""
        claim, other = _ordered(judgement)
        if claim is not None and judgement.slot is not None:
            return self.on_slot(claim, judgement.slot)
        if claim is not None:
            return self.on_claims.get((claim, other))
        return self.known.get((judgement.subject, fold(judgement.name), judgement.report))

    def on_slot(self, claim: str, slot: ClaimSlot) -> Judgement | None:
        """The judgement on a slot of the claim of that id."""
        return self.on_slots.get(claim, {}).get(slot)

    def is_rejected(self, claim: str) -> bool:
        """Whether somebody found that the report does not say so."""
        judged = self.on_claim(claim)
        return judged is not None and judged.decision is Decision.REJECT

    def on(self, subject: Subject, name: str, report: str) -> Judgement | None:
        """The judgement on a name in the report of that digest: one on it alone before one on all."""
        folded = fold(name)
        return self.known.get((subject, folded, report)) or self.known.get((subject, folded, None))

    def is_on(self, subject: Subject) -> bool:
        """Whether any judgement on a name of that sort holds."""
        return any(of is subject for of, _, _ in self.known)

    def has(self, subject: Subject, name: str, report: str | None) -> bool:
        """Whether a judgement on a name holds in just those reports: that of a digest, or all."""
        return (subject, fold(name), report) in self.known

    def applied(self, claim: Claim, report: str) -> Claim:
        """The claim, of the report of that digest, as it is judged: its names first, and then its slots."""
        held = self._named(claim, report) if self.known else claim
        slots = self.on_slots.get(claim.id)
        if slots:
            for slot in SLOTS:
                held = corrected(held, slots[slot]) if slot in slots else held
        return held

    def _named(self, claim: Claim, report: str) -> Claim:
        return replace(
            claim,
            voices=tuple(self._party(voice, report) for voice in claim.voices),
            actor=tuple(self._party(named, report) for named in claim.actor),
            target=tuple(self._party(named, report) for named in claim.target),
            place=self._location(claim.place, report),
        )

    def place(self, name: str, read: Place | None, report: str) -> Place | None:
        """The place that a name means, `read` unless somebody judged otherwise."""
        ruled = self.on(Subject.PLACE, name, report)
        return read if ruled is None else ruled.place

    def party(self, name: str, read: str | None, report: str) -> str | None:
        """The party that a name means, `read` unless somebody judged otherwise."""
        ruled = self.on(Subject.PARTY, name, report)
        return read if ruled is None else ruled.party

    def _location(self, location: Location | None, report: str) -> Location | None:
        return location and replace(location, place=self.place(location.name, location.place, report))

    def _party(self, named: N, report: str) -> N:
        return replace(named, party=self.party(named.name, named.party, report))


def judged(
    subject: Subject, name: ColumnElement[str], report: ColumnElement[str]
) -> tuple[FromClause, ColumnElement[bool]]:
    """A table of judgements, and which of its rows decide on a folded `name` in `report`.

    As `Rulings.on` does, for a query: one on the report alone puts one on all out of force.
    """
    table, own = judgements.alias(), judgements.alias()
    same = (own.c.subject == subject, own.c.folded == name, own.c.report == report)
    of_own = exists().where(*same, in_force(own)).correlate_except(own)
    reaches = or_(table.c.report == report, and_(table.c.report.is_(None), ~of_own))
    return table, and_(table.c.subject == subject, table.c.folded == name, reaches, in_force(table))


def _row(judgement: Judgement) -> Row:
    return {
        "at": judgement.at,
        "by": judgement.by,
        "why": judgement.why,
        "subject": judgement.subject,
        "decision": judgement.decision,
        "name": judgement.name,
        "folded": fold(judgement.name),
        "report": judgement.report,
        "party": judgement.party,
        **place_row(judgement.place),
        "place_folded": fold(judgement.place.name) if judgement.place else None,
        **dict(zip(("claim", "other"), _ordered(judgement), strict=True)),
        "slot": judgement.slot,
        "value": None if judgement.value is None else str(judgement.value),
        **interval_row(judgement.value if isinstance(judgement.value, Interval) else None),
    }


def _ordered(judgement: Judgement) -> tuple[str | None, str | None]:
    """The claims that are judged, of a pair the lesser first, so that one pair is one matter."""
    if judgement.claim is None or judgement.other is None:
        return judgement.claim, judgement.other
    return min(judgement.claim, judgement.other), max(judgement.claim, judgement.other)
