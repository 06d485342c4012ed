"""Places that stand over paragraphs."""

from __future__ import annotations

import pytest

from tests.read.reading import read

BULLETIN = """The monitor recorded these incidents between Friday and Saturday noon.

{heading}The road was quiet in the morning. At least 38 people were injured when shells hit the market.

Saraqib. Drones attacked a headquarters of the Northern Front west of the city on Friday night.
"""


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Aleppo. ", "Aleppo"),
        ("Aleppo: ", "Aleppo"),
        ("- Aleppo. ", "Aleppo"),
        ("Aleppo\n\n", "Aleppo"),
        ("Aleppo:\n", "Aleppo"),
        ("", None),
    ],
)
def test_what_stands_under_a_place_is_there(heading: str, expected: str | None) -> None:
    claims = {claim.trigger.quote: claim for claim in read(BULLETIN.format(heading=heading)).claims}
    places = {words: claim.place.name if claim.place else None for words, claim in claims.items()}
    assert places["injured"] == expected


def test_a_closer_place_comes_before_the_heading() -> None:
    text = "Aleppo. The town was quiet.\n\nAleppo. Two people were killed by a mine near Saraqib on Friday."
    [claim] = [claim for claim in read(text).claims if claim.trigger.quote == "killed"]
    assert claim.place is not None
    assert claim.place.name == "Saraqib"
