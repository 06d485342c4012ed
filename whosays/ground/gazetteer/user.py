"""Where a user's own index of places lies, and whether it can be used."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from whosays.ground.gazetteer.store import PACKAGED, Store
from whosays.ground.own import folder
from whosays.model import InputError

log = logging.getLogger(__name__)


def index_path() -> Path:
    """Where the user's index is, if there is one."""
    return folder() / "gazetteer.bin"


def rows_path() -> Path:
    """Where the rows are that the user's index is made from, as a dump."""
    return folder() / "gazetteer.txt"


def user_store() -> Store | None:
    """The user's index; None if there is none or, with a warning, if the package's has changed since."""
    path = index_path()
    if not os.access(path, os.R_OK):
        return None
    try:
        store = Store.open(path)
    except InputError:
        store = None
    if store is None or store.base != Store.open(PACKAGED).digest:
        log.warning(
            "the places that you added are left out, for %s was made by another version of whosays;"
            " run `whosays gazetteer add` to take them in again",
            path,
        )
        return None
    return store
