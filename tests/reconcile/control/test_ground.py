"""What happens to ground, who gains and who loses by it, and which place it is about."""

from __future__ import annotations

import pytest

from tests.reconcile.sentences import told
from whosays.model import Figure, Kind, Measure, Span
from whosays.reconcile.control.ground import Event, event_of, ground, is_aside, lexicon
from whosays.reconcile.control.where import held

TAKE, HOLD, LOSE, REPEL = Event.TAKE, Event.HOLD, Event.LOSE, Event.REPEL
OUST, ENTER, BESIEGE = Event.OUST, Event.ENTER, Event.BESIEGE


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        ("captured", TAKE),
        ("Retook", TAKE),
        ("took full control", TAKE),
        ("liberation", TAKE),
        ("held", HOLD),
        ("under control", HOLD),
        ("maintain", HOLD),
        ("fell", LOSE),
        ("pulled  out", LOSE),
        ("repelled", REPEL),
        ("thwarted", REPEL),
        ("drove", OUST),
        ("encirclement", BESIEGE),
        ("stormed", ENTER),
        ("taken refuge", None),
        ("fallen out", None),
        ("severed", None),
        ("", None),
    ],
)
def test_the_trigger_says_what_happens(trigger: str, expected: Event | None) -> None:
    marked = f"<x>{trigger}</x>" if trigger else "<x>.</x>"
    assert event_of(told(marked).claim) is expected


def test_other_kinds_are_no_ground() -> None:
    assert event_of(told("<x>captured</x>", Kind.DETAIN).claim) is None


@pytest.mark.parametrize(
    ("marked", "gains", "loses"),
    [
        ("<a>Rebels</a> <x>seized</x> <p>Marsa</p> from <t river-army>troops</t>.", ["Rebels"], ["troops"]),
        ("<p>Marsa</p> was <x>recaptured</x> from the <a black-banner>jihadists</a>.", [], ["jihadists"]),
        ("<p>Marsa</p> <x>fell</x> to the <t hill-rebels>rebels</t>.", ["rebels"], []),
        (
            "The <a river-army>army</a> <x>lost</x> <p>Marsa</p> to <t hill-rebels>rebels</t>.",
            ["rebels"],
            ["army"],
        ),
        ("<a>Rebels</a> <x>drove</x> <t river-army>troops</t> from <p>Marsa</p>.", ["Rebels"], ["troops"]),
        ("The <a>army</a> <x>repelled</x> an attack by <t hill-rebels>rebels</t>.", ["army"], ["rebels"]),
        (
            "Troops want it from the <a black-banner>Banner</a>, which <x>took</x> <p>Marsa</p>.",
            ["Banner"],
            [],
        ),
        ("<a hill-rebels>Rebel</a>-<x>held</x> <p>Marsa</p> was hit.", ["Rebel"], []),
    ],
)
def test_who_gains_and_who_loses(marked: str, gains: list[str], loses: list[str]) -> None:
    found = ground(told(marked).claim)
    assert found is not None
    assert [named.name for named in found.gains] == gains
    assert [named.name for named in found.loses] == loses


@pytest.mark.parametrize(
    "marked",
    [
        "<a>Rebels</a> <x>captured</x> a <t>pilot</t> near <p>Marsa</p>.",
        "Talks <x>entered</x> a second <t>day</t> in <p>Marsa</p>.",
        "<a river-army>The army</a> <x>took</x> <p>Marsa</p> from the <t river-army>army</t>.",
        "<p>Marsa</p> was <x>captured</x>.",
    ],
)
def test_what_says_nothing_of_whose_ground_it_is(marked: str) -> None:
    assert ground(told(marked).claim) is None


def test_pushing_into_a_town_ousts_nobody() -> None:
    found = ground(told("<a>Rebels</a> <x>pushed</x> into <p>Marsa</p>.").claim)
    assert found is not None
    assert found.event is ENTER


@pytest.mark.parametrize(
    ("marked", "aside"),
    [
        ("<a>Rebels</a> <x>seized</x> <p>Marsa</p> on Friday.", False),
        ("<a>Rebels</a> <x>seize</x> <p>Marsa</p>", False),
        ("The <x>capture</x> of <p>Marsa</p> by <a>rebels</a> was swift.", False),
        ("<a>Rebels</a> had <x>seized</x> <p>Marsa</p> before.", True),
        ("<a>Rebels</a> vowed to <x>seize</x> <p>Marsa</p>.", True),
        ("<a>Rebels</a> want to push ahead and <x>seize</x> <p>Marsa</p>.", True),
        ("<x>Capturing</x> <p>Marsa</p> would be a victory for <a>rebels</a>.", True),
        ("An offensive aimed at <x>liberation</x> of <p>Marsa</p> goes on.", True),
    ],
)
def test_what_once_was_or_is_meant_is_told_aside(marked: str, aside: bool) -> None:
    assert is_aside(told(marked).claim) is aside


@pytest.mark.parametrize(
    ("marked", "part"),
    [
        ("<a>Rebels</a> <x>seized</x> <p>Marsa</p>.", ""),
        ("<a>Rebels</a> <x>seized</x> the strategic border town of <p>Marsa</p>.", ""),
        ("<a>Rebels</a> <x>seized</x> <t>the flashpoint town</t> near the river, <p>Marsa</p>.", None),
        ("Strikes hit the <a>rebel</a>-<x>held</x> northern city of <p>Marsa</p>.", ""),
        ("The town of <p>Marsa</p> <x>held</x> by <a>rebels</a> was hit.", ""),
        ("Aid reached <a>rebel</a>-<x>held</x> east <p>Marsa</p>.", "east"),
        ("<a>Rebels</a> <x>control</x> <t>the west of the city</t>, <p>Marsa</p>.", "west"),
        ("<a>Rebels</a> <x>seized</x> a hill east of <p>Marsa</p>.", None),
        ("<a>Rebels</a> <x>seized</x> <t>a base</t> near <p>Marsa</p>.", None),
        ("<a>Rebels</a> <x>seized</x> <t>dozens of villages</t> around <p>Marsa</p>.", None),
        ("Shells fell on a <a>rebel</a>-<x>held</x> district of <p>Marsa</p>.", None),
        ("A part of <p>Marsa</p> <x>held</x> by <a>rebels</a> was hit.", None),
        ("<a>Rebels</a> <x>hold</x> about 40 per cent of <p>Marsa</p>.", None),
        ("<p>Marsa</p> is divided between <a>rebel</a> <x>control</x> in the east and the army.", None),
        ("In <p>Marsa</p> the headquarters were <x>captured</x> by <a>rebels</a>.", None),
        ("The base inside <p>Marsa</p> was <x>captured</x> by <a>rebels</a>.", None),
        ("<a>Rebels</a> <x>seized</x> <p>Riverland</p>.", None),
        ("<a>Rebels</a> <x>seized</x> <p>Upper Vale</p>.", ""),
        ("<a>Rebels</a> <x>seized</x> <p>Jebel Khan</p>.", ""),
        ("<a>Rebels</a> <x>seized</x> <p>several villages</p>.", None),
        ("<a>Rebels</a> <x>seized</x> <p>an eastern Vale town</p>.", None),
        ("<a>Rebels</a> <x>seized</x> <p>al-Nahr Farms</p>.", ""),
        ("<p>Marsa</p> links the areas that <a>rebels</a> <x>hold</x>.", None),
        ("<a>Rebels</a> <x>seized</x> it.", None),
    ],
)
def test_which_place_or_part_of_it_is_held(marked: str, part: str | None) -> None:
    found = held(told(marked).claim)
    assert (found.part if found else None) == part


def test_counted_villages_stay_a_figure() -> None:
    forty = Figure(Measure.PLACES, 40, 40, Span(0, 2, "40"), "villages")
    assert held(told("<a>Rebels</a> <x>captured</x> <p>Marsa</p>.", figures=(forty,)).claim) is None


def test_every_event_of_the_lexicon_is_known_and_all_are_there() -> None:
    assert {entry["is"] for entry in lexicon()["event"]} == set(Event)
