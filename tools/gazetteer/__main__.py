"""`python -m tools.gazetteer`: make the index in the working tree."""

from __future__ import annotations

from pathlib import Path

from tools.gazetteer.build import build_index

if __name__ == "__main__":
    print(build_index(Path(__file__).parents[2]))
