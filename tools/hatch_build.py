"""Build hook: a wheel, editable or not, carries the index of places and the page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Makes both before the files of the wheel are collected; a source distribution needs neither."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Called by hatchling for each build."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from tools.gazetteer.build import ensure_index
            from tools.page import ensure_page

            ensure_index(root)
            ensure_page(root)
        finally:
            sys.path.remove(str(root))
