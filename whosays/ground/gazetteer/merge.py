"""A user's own index: the rows and keys of the package's, and behind its rows those of dumps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from whosays.ground.gazetteer.divisions import Divisions
from whosays.ground.gazetteer.dump import Toponym
from whosays.ground.gazetteer.features import is_division, kind_of
from whosays.ground.gazetteer.folding import exact_key, fingerprint, loose_key
from whosays.ground.gazetteer.gazetteer import UNCOUNTED
from whosays.ground.gazetteer.store import Columns, Store

_SPOT_KM = 2
"""GeoNames has many camps, bases and bridges to a minute of arc only."""

_EDITION = 6
"""Hexadecimal digits that tell one user's index from another."""

Placed = Sequence[tuple[Toponym, str]]
"""Places of a dump and their kinds."""


def merge(base: Store, toponyms: Sequence[Toponym]) -> tuple[dict[str, Any], Columns]:
    """Header and columns of `base` with the places among `toponyms`; the same make the same bytes.

    What `base` has stays in its row. A place that it has, by GeoNames id, only gains names.
    """
    rows = rows_by_id(base)
    places = [(toponym, kind) for toponym in toponyms if (kind := kind_of(toponym))]
    new = [(toponym, kind) for toponym, kind in places if toponym.geonames_id not in rows]
    divisions = Divisions(base, rows, filter(is_division, toponyms))
    rows |= {toponym.geonames_id: _size(base) + at for at, (toponym, _) in enumerate(new)}
    named = [(rows[toponym.geonames_id], toponym) for toponym, _ in places]
    header = {
        "base": base.digest,
        "kinds": _longer(base.kinds, (kind for _, kind in new)),
        "countries": _longer(base.countries, (toponym.country for toponym, _ in new)),
    }
    columns = {
        **_keys(base, "exact", exact_key, named),
        **_keys(base, "loose", loose_key, named),
        **_rows(base, header, new, divisions),
        **_names(base, new),
    }
    return header | {"edition": _digest(columns)[:_EDITION]}, columns


def rows_by_id(store: Store) -> dict[int, int]:
    """The rows of places that have a GeoNames id, by it."""
    ids = store.columns["geonames_id"].tolist()
    return {id_: row for row, id_ in reversed(list(enumerate(ids))) if id_}


def _size(store: Store) -> int:
    """How many rows there are."""
    return len(store.columns["kind"])


def _rows(base: Store, header: dict[str, Any], new: Placed, divisions: Divisions) -> Columns:
    kinds, countries = header["kinds"], header["countries"]
    added: dict[str, list[Any]] = {
        "geonames_id": [toponym.geonames_id for toponym, _ in new],
        "population": [toponym.population or UNCOUNTED for toponym, _ in new],
        "parent": [divisions.around(toponym) for toponym, _ in new],
        "lat": [toponym.point[0] for toponym, _ in new],
        "lon": [toponym.point[1] for toponym, _ in new],
        "country": [countries.index(toponym.country) for toponym, _ in new],
        "radius": [0 if kind == "city" else _SPOT_KM for _, kind in new],
        "kind": [kinds.index(kind) for _, kind in new],
        "capital": [0] * len(new),
    }
    return {name: _joined(base.columns[name], values) for name, values in added.items()}


def _names(base: Store, new: Placed) -> Columns:
    encoded = [toponym.names[0].encode() for toponym, _ in new]
    names, ends = base.columns["names"], base.columns["name_at"]
    begin = int(ends[-1])
    return {
        "names": _joined(names, np.frombuffer(b"".join(encoded), np.uint8)),
        "name_at": _joined(ends, list(accumulate(map(len, encoded), initial=begin))[1:]),
    }


def _keys(
    base: Store, label: str, key_of: Callable[[str], str], named: Sequence[tuple[int, Toponym]]
) -> Columns:
    """The keys of `base` and those of the places' names, sorted, with the rows that they lead to."""
    found: dict[tuple[int, int], bool] = {}
    for row, toponym in named:
        for name, own in _all_names(toponym):
            key = key_of(name)
            if key and not _leads(base, label, key, row):
                pair = (fingerprint(key), row)
                found[pair] = found.get(pair, False) or own
    keys = _joined(base.columns[f"{label}_keys"], [key for key, _ in found])
    rows = _joined(base.columns[f"{label}_rows"], [2 * row + own for (_, row), own in found.items()])
    order = np.lexsort((rows, keys))
    return {f"{label}_keys": keys[order], f"{label}_rows": rows[order]}


def _all_names(toponym: Toponym) -> Iterator[tuple[str, bool]]:
    """Every name, with whether it is one of the place's own."""
    yield from ((name, True) for name in toponym.names)
    yield from ((name, False) for name in toponym.variants)


def _leads(base: Store, label: str, key: str, row: int) -> bool:
    """Whether the key leads to that row in `base` already."""
    return row < _size(base) and any(found == row for found, _ in base.matches(label, key))


def _longer(words: Sequence[str], more: Iterable[str]) -> list[str]:
    """The words in their order, then those of `more` that are missing."""
    return [*words, *sorted(set(more).difference(words))]


def _joined(old: NDArray[Any], more: ArrayLike) -> NDArray[Any]:
    return np.concatenate([old, np.asarray(more, dtype=old.dtype)], dtype=old.dtype)


def _digest(columns: Columns) -> str:
    digest = sha256()
    for name in sorted(columns):
        digest.update(columns[name].tobytes())
    return digest.hexdigest()
