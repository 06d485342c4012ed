"""The registry of parties: the public face of this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from whosays.ground.parties.check import checked
from whosays.ground.parties.index import Context, Index
from whosays.ground.parties.lexicon import Lexicon
from whosays.ground.parties.link import Linker
from whosays.ground.parties.load import load_parties
from whosays.ground.parties.user import edition, own_files
from whosays.model.claim import Claim, Named, Voice
from whosays.model.errors import InputError
from whosays.model.party import Parties, Party

_Sided = TypeVar("_Sided", Voice, Named)


class Registry:
    """Parties by id, and links from mentions in text to them."""

    def __init__(self, parties: Iterable[Party], edition: str = "") -> None:
        """Hold `parties`; raises InputError, naming the party, if they do not fit together.

        `edition` tells a registry with a user's own parties from others; that of the package has none.
        """
        self._parties = checked(parties)
        self._by_id = Parties(self._parties)
        self.edition = edition
        self._linker = Linker(Index(self._parties), Lexicon.default())
        self._remembered = lru_cache(maxsize=1 << 16)(self._link)

    @classmethod
    @cache
    def default(cls) -> Registry:
        """The parties of the package with those of the user's own files; made once a process."""
        return cls.including(own_files())

    @classmethod
    def including(cls, own: Sequence[Path]) -> Registry:
        """The parties of the package, and those of files, each in place of the package's with its id.

        Raises InputError, naming the file and the party, for what is wrong in one of these.
        """
        data = files("whosays.ground.parties").joinpath("data")
        return cls((_once(_toml(data)) | _once(own)).values(), edition(own))

    def __len__(self) -> int:
        return len(self._parties)

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties.values())

    @property
    def parties(self) -> Parties:
        """The parties by id."""
        return self._by_id

    def linked(self, claim: Claim, *, on: date | None = None, near: Sequence[str] = ()) -> Claim:
        """The claim with the parties behind its voices, actors and targets, as `link` finds them."""

        def sided(named: _Sided) -> _Sided:
            return replace(named, party=self.link(named.name, on=on, near=near))

        return replace(
            claim,
            voices=tuple(map(sided, claim.voices)),
            actor=tuple(map(sided, claim.actor)),
            target=tuple(map(sided, claim.target)),
        )

    def get(self, id_: str) -> Party | None:
        """The party with that id."""
        return self._parties.get(id_)

    def link(self, name: str, *, on: date | None = None, near: Sequence[str] = ()) -> str | None:
        """The id of the one party that `name` names, or None if it is unknown or could be several.

        `on` is the day the name is used, which tells a government from its successor; `near` are
        ISO 3166 alpha-2 codes of the report's countries, which give a meaning to "the army".
        Capitals stand for governments ("Damascus"): do not ask about names that are places.
        """
        return self._remembered(name, on, frozenset(near))

    def _link(self, name: str, on: date | None, near: frozenset[str]) -> str | None:
        found = self._linker.link(name, Context(on, near))
        return found.id if found else None


def _toml(folder: Traversable) -> list[Traversable]:
    """The TOML files of a folder by name."""
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def _once(sources: Iterable[Traversable]) -> dict[str, Party]:
    """The parties of files by id. Raises InputError, naming the party, if one is defined twice."""
    known: dict[str, Party] = {}
    for party in (party for source in sources for party in load_parties(source)):
        if party.id in known:
            raise InputError(f"party {party.id!r}", "is defined twice; keep one of the two")
        known[party.id] = party
    return known
