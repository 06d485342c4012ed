"""Statements credited to the other side, the worst error of all: `python -m bench.sides`.

A claim is credited to the other side if one of its voices is none that the gold has, and is a party that
fights one that the gold has: by a tie between them, or between those that they belong to. Both
names must be known to the registry of parties, so what this finds is a lower bound.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product

from bench.reading import OUT, scored
from bench.scorers.claims import OWN_VOICE, align, values
from bench.scorers.measures import Row
from bench.scorers.names import same_name
from bench.sets import SETS, report
from whosays.ground.parties import Registry
from whosays.model.party import TieKind
from whosays.pipeline import Pipeline

SET = "claims/gold"


def crossed(gold: Row, predicted: Row, registry: Registry) -> Iterator[str]:
    """A line for each claim of a report that is credited to the other side."""
    day = report(gold).day
    for i, j in align(gold["claims"], predicted["claims"], gold["sentences"]):
        voices, given = values(gold["claims"][i], "voice"), predicted["claims"][j]
        wrong = [v for v in given["voices"] if not any(same_name(g, v["name"]) for g in voices)]
        right = [name for g in voices if g != OWN_VOICE for name in g.split("|")]
        for voice, name in product(wrong, right):
            if fight(registry, voice["party"], registry.link(name, on=day)):
                words = gold["text"][slice(*given["trigger"])]
                yield f"{gold['id']}: “{words}” is credited to {voice['name']}, not to {name}"
                break


def fight(registry: Registry, one: str | None, other: str | None) -> bool:
    """Whether two parties, or those that they belong to, are at war with each other in any year."""
    if one is None or other is None:
        return False
    sides = [list(_line(registry, party)) for party in (one, other)]
    return any(_attacks(registry, a, b) or _attacks(registry, b, a) for a, b in product(*sides))


def _line(registry: Registry, party: str | None) -> Iterator[str]:
    """The party, what it belongs to, and so on to the top."""
    while party is not None and (found := registry.get(party)) is not None:
        yield party
        party = found.parent


def _attacks(registry: Registry, one: str, other: str) -> bool:
    party = registry.get(one)
    return party is not None and any(t.kind is TieKind.FIGHTS and t.party == other for t in party.ties)


def main() -> None:
    """Reads the data set and prints what was credited to the other side, then how many claims there are."""
    data_set = next(s for s in SETS if s.name == SET)
    scored(data_set, Pipeline.default())
    lines = (OUT / f"{SET.replace('/', '-')}.jsonl").read_text(encoding="utf-8").splitlines()
    read = {row["id"]: row for row in map(json.loads, lines)}
    rows = data_set.rows()
    found = [line for row in rows for line in crossed(row, read[row["id"]], Registry.default())]
    for line in found:
        print(line)
    print(f"{len(found)} of {sum(len(row['claims']) for row in rows)} claims are credited to the other side")


if __name__ == "__main__":
    main()
