"""Where what a user adds lies: places, parties."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = "WHOSAYS_DATA"
"""Environment variable of the folder; by default ~/.local/share/whosays."""


def folder() -> Path:
    """The folder of the user's own data; it need not be there."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    shared = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")  # noqa: PTH111 - never fails
    return Path(shared, "whosays")
