"""Other forms of the training texts: without the marks that archives lose, and with other names.

Archived reports often come without commas, apostrophes and quotation marks, in one paragraph; the reports of
one war name the same few sides and towns. A reader must not depend on either.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

from training.marked import Edit, Marked, edited

NAMES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text(encoding="utf-8")
)
LOST = {",": 0.8, "'": 0.6, "’": 0.6, '"': 0.5, "“": 0.5, "”": 0.5, ";": 0.5, ":": 0.3, "-": 0.1, "\n": 0.8}
"""How likely a roughened text has lost all of a mark."""

SWAPPED = 0.6
"""Share of the names that get another one."""

QUOTES = ('"', "“", "”")


def roughened(marked: Marked, rng: random.Random) -> Marked:
    """The text without some of its marks; line ends become spaces."""
    gone = {mark for mark, share in LOST.items() if rng.random() < share}
    if gone & set(QUOTES):
        gone |= set(QUOTES)
    found = re.finditer("|".join(map(re.escape, LOST)), marked.text)
    edits = [Edit(*m.span(), " " if m[0] == "\n" else "") for m in found if m[0] in gone]
    return edited(marked, edits)


def renamed(marked: Marked, rng: random.Random) -> Marked:
    """The text with some names changed for others of their sort, the same one everywhere."""
    chosen: dict[str, str | None] = {}
    edits = []
    for name in marked.names or ():
        old = marked.text[slice(*name.span)]
        if old not in chosen:
            pool = NAMES.get(name.sort)
            chosen[old] = rng.choice(pool) if pool and rng.random() < SWAPPED else None
        if (new := chosen[old]) is not None:
            edits.append(Edit(*name.span, new))
    return edited(marked, edits)
