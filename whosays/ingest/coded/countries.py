"""Countries by what tables write for them: names, ISO 3166 letters and numbers."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_NOT_WORD = re.compile(r"\W+")
_ZEROS = re.compile(r"^0+(?=.)")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166 number and three letters of a country, and its English name."""

    numeric: int
    alpha3: str
    name: str


def country(code: str | None) -> Country | None:
    """The country of an ISO 3166 alpha-2 code; None if it is not known."""
    entry = _listed().get(code or "")
    return Country(entry["numeric"], entry["alpha3"], entry["names"][0]) if entry else None


def country_code(written: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country; None if it is not known.

    A name may have an aside, as UCDP writes former names: "Yemen (North Yemen)".
    """
    return _codes().get(_fold(written)) or _codes().get(_fold(_ASIDE.sub("", written)))


@cache
def _codes() -> dict[str, str]:
    return {
        _fold(str(written)): code
        for code, entry in _listed().items()
        for written in (code, entry["numeric"], entry["alpha3"], *entry["names"])
    }


@cache
def _listed() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("countries.toml").read_text(encoding="utf-8"))


def _fold(written: str) -> str:
    """Without case, diacritics and punctuation; numbers without leading zeros."""
    plain = (c for c in unicodedata.normalize("NFKD", written.casefold()) if not unicodedata.combining(c))
    return _ZEROS.sub("", _NOT_WORD.sub(" ", "".join(plain)).strip())
