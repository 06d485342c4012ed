"""A user's own parties: TOML files in the form of the package's, in a folder of the user's."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from whosays.ground.own import folder

_EDITION = 6
"""Hexadecimal digits that tell one user's parties from another's."""


def own_files() -> list[Path]:
    """The user's files, by name; none if there is no such folder."""
    return sorted((folder() / "parties").glob("*.toml"))


def edition(paths: Sequence[Path]) -> str:
    """What the files hold, in a few digits; empty if there are none."""
    if not paths:
        return ""
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:_EDITION]
