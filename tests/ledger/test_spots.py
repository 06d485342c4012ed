"""Places from afar: the name that reports give them, and how many claims accounts part on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.ledger.scenes import ALL, POST, put
from whosays.ledger import ClaimFilter, Ledger, Spot
from whosays.model import Reading


def written(reading: Reading, name: str) -> Reading:
    """The reading with its first claim's place called so."""
    first, *others = reading.claims
    assert first.place
    place = replace(first.place, name=name)
    return replace(reading, claims=(replace(first, place=place), *others))


def at_marsa(ledger: Ledger, wanted: ClaimFilter | None = None) -> Spot:
    [found] = [spot for spot in ledger.picture(wanted).spots if spot.place.name == "Marsa"]
    return found


def test_a_place_is_called_as_most_claims_call_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        put(ledger, written(POST, "El Marsa"), *ALL[1:])
        assert (at_marsa(ledger).written, at_marsa(ledger).claims) == ("Marsa", 4)
        only = at_marsa(ledger, ClaimFilter(place="El Marsa"))
        assert (only.written, only.place.name, only.claims) == ("El Marsa", "Marsa", 1)


def test_what_accounts_part_on_is_counted(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.db") as ledger:
        put(ledger, *ALL)
        apart = {spot.place: spot.claims for spot in ledger.picture(ClaimFilter(disputed=True)).spots}
        assert apart
        assert {spot.place: spot.disputed for spot in ledger.picture().spots if spot.disputed} == apart
