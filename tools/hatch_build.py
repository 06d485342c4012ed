"""Build hook: a wheel, editable or not, carries the index of places."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Makes the index before the files of the wheel are collected; a source distribution needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling for each build."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from tools.gazetteer.build import ensure_index

            ensure_index(root)
        finally:
            sys.path.remove(str(root))
