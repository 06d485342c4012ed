"""The likeliest encoding of bytes that say nothing of theirs and are not Unicode."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from whosays.ingest.language import language

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatches


def guess(sample: bytes) -> str | None:
    """Python's name of the encoding that makes the cleanest text of `sample`, None when none does."""
    from charset_normalizer import from_bytes  # slow to load, seldom needed

    found = from_bytes(sample, cp_isolation=_code_pages().tried)
    return _usual(found) if found else None


def _usual(found: CharsetMatches) -> str:
    """Of the encodings that make equally clean text, the one usual for the language that comes out."""
    pages = _code_pages()
    clean = [match for match in found if match.chaos <= found[0].chaos]
    for match in clean:
        page = pages.by_language.get(language(str(match)) or "")
        if page in match.could_be_from_charset:
            return page
    fits = any(pages.default in match.could_be_from_charset for match in clean)
    return pages.default if fits else found[0].encoding


@dataclass(frozen=True, slots=True)
class _CodePages:
    by_language: dict[str, str]
    default: str
    tried: list[str]


@cache
def _code_pages() -> _CodePages:
    listed = tomllib.loads(files("whosays.ingest").joinpath("data/codepages.toml").read_text("utf-8"))
    by_language = {code: page for page, codes in listed["languages"].items() for code in codes}
    default = listed["default"]["name"]
    return _CodePages(by_language, default, [default, *listed["languages"], *listed["other"]["names"]])
