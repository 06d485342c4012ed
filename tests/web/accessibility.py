"""What axe finds wrong with a page, for those who use it by keyboard, screen reader or with other eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


def grave_findings(tab: Page) -> list[str]:
    """The serious and critical findings of axe, each with the element that it is about."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: npm install in web/")
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run()")
    return [
        f"{each['id']}: {node['html']}"
        for each in found["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]
