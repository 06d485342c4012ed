"""Taking places of dumps into the user's own index.

The rows of all dumps that count are kept as one dump of their own, and the index is made from it and
the package's anew each time: so adding twice changes nothing, and a new version of the package can
take the rows in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whosays.ground.gazetteer.dump import Toponym, read_dump
from whosays.ground.gazetteer.features import is_division, kind_of
from whosays.ground.gazetteer.merge import merge, rows_by_id
from whosays.ground.gazetteer.store import PACKAGED, Store
from whosays.ground.gazetteer.user import index_path, rows_path
from whosays.ground.gazetteer.write import replacing, write_index
from whosays.model import UsageError


@dataclass(frozen=True, slots=True)
class Added:
    """What came of it: how many places are new, how many the index at `path` has that the package's lacks,
    and how many of the package's places have rows that may give them more names."""

    new: int
    own: int
    known: int
    path: Path


def add_dumps(paths: Sequence[Path]) -> Added:
    """Make the user's index from the rows kept and those of the dumps at `paths`; a later row wins.

    InputError if a file is no dump, UsageError if there is nothing to make it from, OSError if it cannot
    be written. Then all is as it was.
    """
    kept = _wanted([rows_path()] if rows_path().exists() else [])
    rows = kept | _wanted(paths)
    if not rows:
        raise UsageError("no places to add; give the dump of a country, such as SY.zip from GeoNames")
    ordered = [rows[id_] for id_ in sorted(rows)]
    base = Store.open(PACKAGED)
    header, columns = merge(base, ordered)
    with replacing(index_path()) as index:
        write_index(index, header, columns)
        with replacing(rows_path()) as file:
            file.writelines(toponym.line + b"\n" for toponym in ordered)
    return _told(base, kept, rows)


def _wanted(paths: Iterable[Path]) -> dict[int, Toponym]:
    """The rows of the dumps that are places for the index, or divisions around them, by GeoNames id."""
    return {
        toponym.geonames_id: toponym
        for path in paths
        for toponym in read_dump(path)
        if kind_of(toponym) or is_division(toponym)
    }


def _told(base: Store, kept: Mapping[int, Toponym], rows: Mapping[int, Toponym]) -> Added:
    shipped = rows_by_id(base).keys()
    places = {id_ for id_, toponym in rows.items() if kind_of(toponym)}
    own = places - shipped
    return Added(len(own - kept.keys()), len(own), len(places & shipped), index_path())
