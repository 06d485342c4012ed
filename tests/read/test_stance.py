"""How a voice stands to what it says."""

from __future__ import annotations

import pytest

from tests.read.reading import claim_of
from whosays.model import Stance

ASSERTED, DENIED = Stance.ASSERTED, Stance.DENIED
UNCONFIRMED, PREDICTED, CONDITIONAL = Stance.UNCONFIRMED, Stance.PREDICTED, Stance.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Rebels shelled the town of Bria.", "shelled", ASSERTED),
        ("The army said that rebels had shelled the town of Bria.", "shelled", ASSERTED),
        ("The army managed to retake the town of Bria.", "retake", ASSERTED),
        ("The army has begun to withdraw from Hodeidah.", "withdraw", ASSERTED),
        ("The army did not shell the town of Bria.", "shell", DENIED),
        ("The rebels never attacked the convoy near Mopti.", "attacked", DENIED),
        ("No civilians were killed in the raid on Hass.", "killed", DENIED),
        ("The raid killed no civilians in Hass.", "killed", DENIED),
        ("The army denied that it had shelled the camp.", "shelled", DENIED),
        ("The army denied shelling the camp in Sidon.", "shelling", DENIED),
        ("The rebels failed to capture the airport of Taiz.", "capture", DENIED),
        ("Guards prevented the militants from entering the city.", "entering", DENIED),
        ("Rebels were killed in a failed bid to reopen the road to Taiz.", "reopen", DENIED),
        ("The army was unable to prevent the rebels from entering the city of Taiz.", "entering", ASSERTED),
        ("The army foiled a bid to capture the airport of Taiz.", "capture", DENIED),
        ("The jets allegedly hit a base near Kunduz, killing three soldiers.", "killing", UNCONFIRMED),
        ("The strike may have killed 20 people in Kunduz.", "killed", UNCONFIRMED),
        ("The strike reportedly killed 20 people in Kunduz.", "killed", UNCONFIRMED),
        ("Soldiers allegedly burned 60 houses in Malakal.", "burned", UNCONFIRMED),
        ("The group is believed to have kidnapped the engineers.", "kidnapped", UNCONFIRMED),
        ("The ministry suspects that militants bombed the bridge.", "bombed", UNCONFIRMED),
        ("A suspected drone strike on the camp killed nine people.", "drone strike", UNCONFIRMED),
        ("Troops will storm the port of Hodeidah.", "storm", PREDICTED),
        ("The rebels vowed to retake the town of Bria.", "retake", PREDICTED),
        ("The general threatened to bomb the camp in Rafah.", "bomb", PREDICTED),
        ("The monitor expects that 5,000 families will flee Shusha.", "flee", PREDICTED),
        ("The rebels tried to seize the dam near Haditha.", "seize", CONDITIONAL),
        ("The army massed in Homs in order to retake Palmyra.", "retake", CONDITIONAL),
        ("The army sent tanks to recapture the dam near Haditha.", "recapture", CONDITIONAL),
        ("If the army shells the camp in Goma on Monday, thousands will flee.", "shells", CONDITIONAL),
        ("The envoy called on the army to withdraw from Goma.", "withdraw", CONDITIONAL),
        ("The rebels would release the prisoners and withdraw from Bria.", "withdraw", CONDITIONAL),
        pytest.param(
            "The rebels did not threaten to attack the port.",
            "attack",
            DENIED,
            marks=pytest.mark.xfail(reason="the negation stands one verb higher"),
        ),
        ("The army will advance and seize the port of Mocha.", "seize", PREDICTED),
    ],
)
def test_stance(text: str, words: str, stance: Stance) -> None:
    assert claim_of(text, words).stance is stance
