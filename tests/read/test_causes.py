"""Which claim is told as the cause of which, and on whose word."""

from __future__ import annotations

import pytest

from tests.read.reading import read
from whosays.model import Reading


def explained(reading: Reading) -> list[tuple[str, str, str]]:
    """Cause, effect and the words between them, as words of the text."""
    words = {claim.id: claim.trigger.quote for claim in reading.claims}
    return [(words[c.cause], words[c.effect], c.span.quote) for c in reading.causes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Airstrikes killed nine people in Idlib on Sunday.",
            [("Airstrikes", "killed", "killed")],
            id="a deed as the doer",
        ),
        pytest.param(
            "Nine people were killed in airstrikes on the town of Saraqib on Sunday.",
            [("airstrikes", "killed", "killed")],
            id="a deed as the means",
        ),
        pytest.param(
            "Jets bombed the market in Maarat al-Numan, killing nine people and wounding 20.",
            [("bombed", "killing", "killing"), ("bombed", "wounding", "wounding")],
            id="participles",
        ),
        pytest.param(
            "Rebels shelled the army base in Hama in retaliation for airstrikes on the city of Idlib.",
            [("airstrikes", "shelled", "in retaliation for")],
            id="the cause follows",
        ),
        pytest.param(
            "Because of the shelling of Taiz, 300 families fled the city on Monday.",
            [("shelling", "fled", "Because of")],
            id="the cause goes before",
        ),
        pytest.param(
            "The shelling of the city of Taiz led to clashes between the army and rebels on Monday.",
            [("shelling", "clashes", "led to")],
            id="the cause goes before its verb",
        ),
        pytest.param(
            "Nine people in the rebel-held town of Marib were hungry because of the siege by the army.",
            [],
            id="what is explained is no claim",
        ),
        pytest.param(
            "Rebels shelled Hama on Sunday. On Monday jets struck Saraqib.",
            [],
            id="no cause told",
        ),
    ],
)
def test_causes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert explained(read(text)) == expected


def test_an_explanation_has_the_voice_that_gives_it() -> None:
    reading = read(
        "The army shelled Taiz on Monday. The rebels shelled the base in retaliation for airstrikes on "
        "Saada, the mayor of Saada said."
    )
    told = [c for c in reading.causes if c.span.quote == "in retaliation for"]
    assert [reading.attributions[c.said_by].source[0].quote for c in told if c.said_by is not None] == [
        "the mayor of Saada"
    ]


def test_an_explanation_without_attribution_is_the_reports_own() -> None:
    (cause,) = read("Airstrikes killed nine people in Idlib on Sunday.").causes
    assert cause.said_by is None
