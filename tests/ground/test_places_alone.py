"""What a name is taken for with nothing else known."""

from __future__ import annotations

import pytest

from whosays.ground.gazetteer import Gazetteer
from whosays.ground.places.alone import Ranked, ranked
from whosays.ground.places.picture import View
from whosays.ground.places.resolve import resolve
from whosays.ground.places.score import Question, score

NAMES = ["Homs", "Aleppo", "Damascus", "Paris", "Georgia", "Saraqib", "Washington", "Springfield"]


def alone(name: str) -> list[Ranked]:
    return ranked(name, Gazetteer.open().lookup(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_first_is_what_a_report_with_nothing_else_would_mean(name: str) -> None:
    question = Question(name, Gazetteer.open().lookup(name))
    assert [alone(name)[0].candidate] == resolve([question], {})


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_add_up(name: str) -> None:
    question = Question(name, Gazetteer.open().lookup(name))
    for place in alone(name):
        assert place.score == pytest.approx(score(place.candidate, question, View({})))
        assert place.score == pytest.approx(sum(place.parts.values()))


def test_a_small_place_that_only_sounds_alike_is_not_taken() -> None:
    assert [place.taken for place in alone("Saraqeeb")] == [False]
    assert all(place.taken for place in alone("Homs"))


def test_nothing_is_nothing() -> None:
    assert ranked("Xyzzyplugh", ()) == []
