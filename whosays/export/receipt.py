"""What an export left out, put together or chosen, by which rule: the way from its rows to the claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from whosays.model import Told

CAUTION = "Rows repeat what reports say, with who says it. Nothing here has been verified."


@dataclass(frozen=True, slots=True)
class Chosen:
    """A cell that could have been another: in which row, what was taken, why, and by which claims."""

    row: str
    field: str
    value: str
    why: str
    claims: tuple[str, ...]


@dataclass(slots=True)
class Receipt:
    """Filled while a file is written; `record` is the JSON that is put beside it.

    `asked` is what the export was asked for: filters, and the rule of its figures.
    """

    format: str
    asked: Mapping[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: dict[str, list[str]] = field(default_factory=dict)
    collapsed: dict[str, list[str]] = field(default_factory=dict)
    chosen: list[Chosen] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)

    def row(self, id_: str, claims: Iterable[Told]) -> None:
        """Keep which claims a row rests on: all that it is told for it, one time or more."""
        self.rows[id_] = tuple(dict.fromkeys((*self.rows.get(id_, ()), *self._ids(claims))))

    def drop(self, why: str, claims: Iterable[Told]) -> None:
        """Keep which claims are in no row, and why."""
        self.left_out.setdefault(why, []).extend(self._ids(claims))

    def fold(self, how: str, claims: Iterable[Told]) -> None:
        """Keep which claims went into a row that says less than they do, and how."""
        if found := self._ids(claims):
            self.collapsed.setdefault(how, []).extend(found)

    def choose(self, row: str, cell: str, value: object, why: str, claims: Iterable[str] = ()) -> None:
        """Keep that a cell of a row could have been another."""
        self.chosen.append(Chosen(row, cell, "" if value is None else str(value), why, tuple(claims)))

    def note(self, *texts: str) -> None:
        """Keep what holds for the whole file, each once."""
        self.notes += (text for text in dict.fromkeys(texts) if text not in self.notes)

    @property
    def known(self) -> AbstractSet[str]:
        """The ids of the claims that are in a row or left out so far; it grows."""
        return self._known

    def record(self) -> dict[str, Any]:
        """The receipt as JSON: counts first, then the ids."""
        return {
            "format": self.format,
            "caution": CAUTION,
            "asked": dict(self.asked),
            "notes": self.notes,
            "rows": len(self.rows),
            "claims_in_rows": len({claim for claims in self.rows.values() for claim in claims}),
            "claims_left_out": sum(map(len, self.left_out.values())),
            "left_out": _counted(self.left_out),
            "collapsed": _counted(self.collapsed),
            "chosen": list(map(_chosen, self.chosen)),
            "claims_of_rows": {row: list(claims) for row, claims in self.rows.items()},
        }

    def _ids(self, claims: Iterable[Told]) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(told.claim.id for told in claims))
        self._known.update(found)
        return found

    def text(self) -> str:
        """The record as JSON text."""
        return json.dumps(self.record(), ensure_ascii=False, indent=1) + "\n"

    def summary(self) -> str:
        """As in "12 rows from 40 claims; 28 claims left out"."""
        found = self.record()
        left = f"; {_plural(found['claims_left_out'], 'claim')} left out" if found["claims_left_out"] else ""
        return f"{_plural(found['rows'], 'row')} from {_plural(found['claims_in_rows'], 'claim')}{left}"


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _counted(groups: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    return [{"why": why, "count": len(claims), "claims": claims} for why, claims in groups.items()]


def _chosen(one: Chosen) -> dict[str, Any]:
    return {
        "row": one.row,
        "field": one.field,
        "value": one.value,
        "why": one.why,
        "claims": list(one.claims),
    }
