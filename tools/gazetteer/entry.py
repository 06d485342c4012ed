"""One place on its way into the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS84."""


@dataclass(slots=True)
class Entry:
    """A place, all its names, and the key of the smallest division that holds it.

    `key` is unique within a build ("country:SY", "division:42722", "city:168325"). `point` is None
    until it is known. `radius` is kilometres, 0 where nobody gave one. `aliases` counts as much as
    `name`; `variants` are names that others use, of less weight.
    """

    key: str
    geonames_id: int
    name: str
    kind: str
    country: str = ""
    parent: str | None = None
    point: Point | None = None
    population: int = 0
    radius: int = 0
    capital: bool = False
    aliases: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def names(self) -> Iterator[tuple[str, bool]]:
        """Every name, with whether it is one of the place's own."""
        yield from ((name, True) for name in (self.name, *self.aliases))
        yield from ((name, False) for name in self.variants)


def by_key(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries under their keys."""
    return {entry.key: entry for entry in entries}
