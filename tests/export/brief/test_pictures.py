"""What the map reaches for, and what the pictures say in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.export.brief.ledgers import ledger
from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from whosays.export.brief import Scope, brief
from whosays.export.brief.document import Map, Timeline
from whosays.export.brief.drawing import described, png
from whosays.model import Kind, Reading


def shelled(place: str, number: int) -> Reading:
    """One report of guns at a place."""
    claim = told(f"<a>Guns</a> <x>shelled</x> <p>{place}</p> {number}.", Kind.SHELLING, when=DAY)
    return article(claim, outlet=f"Outlet {number}", title=f"{number}")


def test_points_are_sized_by_claims_and_far_ones_are_named_below(empty_file: Path) -> None:
    near = [shelled("Marsa", n) for n in range(15)] + [shelled("Kafr Zed", n) for n in range(15, 25)]
    with ledger(empty_file, *near, shelled("Sunport", 30)) as opened:
        document = brief(opened, Scope(DAY, DAY + timedelta(days=1)))
    found, line = (next(b for b in document.blocks if isinstance(b, of)) for of in (Map, Timeline))
    assert isinstance(found, Map)
    assert described(found) == "Marsa: 15 and Kafr Zed: 10"
    assert found.caption.endswith("Beyond its edge lie Sunport: 1.")
    assert isinstance(line, Timeline)
    assert described(line) == "4 May 2031: 26"
    assert (png(found) or b"").startswith(b"\x89PNG")
    assert png(found) != png(replace(found, points=found.points[:1]))
