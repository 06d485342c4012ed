"""What a document's front says of it, where the file's own metadata may be anybody's: title and day."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files

_LONGEST_TITLE = 300
"""Characters; what is longer is no title."""
_SHARED = 0.7
"""Share of a title's words that the document's front must have, too: templates keep another's title."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself: its title, when it was made, and by which programs."""

    title: str | None = None
    made: date | datetime | None = None
    programs: str = ""

    @property
    def day(self) -> date | None:
        """The day on which the file was made."""
        return self.made.date() if isinstance(self.made, datetime) else self.made

    @property
    def is_a_saved_page(self) -> bool:
        """Whether it was printed from a browser: made when somebody read it, not when it appeared."""
        return any(name in self.programs.casefold() for name in _listed()["browsers"]["names"])


def sound_title(title: str | None, front: str) -> str | None:
    """The title of the metadata, if it is one and stands on the document's front."""
    found = " ".join(title.split()) if title else ""
    words = {word.casefold() for word in _WORD.findall(found)}
    there = {word.casefold() for word in _WORD.findall(front)}
    if len(words) < 2 or len(found) > _LONGEST_TITLE or _is_a_name(found):
        return None
    return found if len(words & there) >= _SHARED * len(words) else None


def _is_a_name(title: str) -> bool:
    """Whether it names a file or a template rather than a document."""
    lower = title.casefold()
    return lower.endswith(tuple(_listed()["files"]["ends"])) or lower.startswith(
        tuple(_listed()["files"]["starts"])
    )


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("whosays.ingest").joinpath("data/documents.toml").read_text("utf-8"))
