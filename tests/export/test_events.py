"""Incidents as events: nothing that nobody asserts, every claim once, and what most origins say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.exporting import DAY, MARSA, NEXT, SUNPORT, VALE, scene
from tests.reconcile.accounts.telling import killed, on, tell
from whosays.export.events import events, kills, most, ranked
from whosays.export.receipt import Receipt
from whosays.model import Kind, Stance, Told

TOLD = st.builds(
    tell,
    kind=st.sampled_from([Kind.AIRSTRIKE, Kind.CLASH, Kind.HARM]),
    stance=st.sampled_from(Stance),
    outlet=st.sampled_from(["Coast Post", "Vale Radio", "River News", None]),
    where=st.sampled_from([MARSA, SUNPORT, VALE, None]),
    when=st.sampled_from([on(DAY), on(NEXT), on(DAY, NEXT), None]),
    figures=st.sampled_from([(), (killed(3),), (killed(20_000),)]),
)


@settings(deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=6))
def test_every_claim_is_in_one_event_or_left_out_and_every_event_is_asserted(tolds: list[Told]) -> None:
    receipt = Receipt("acled")
    made = events(scene(*tolds), receipt)
    in_events = [told.claim.id for event in made for told in event.told]
    left_out = [claim for claims in receipt.left_out.values() for claim in claims]
    assert sorted(in_events + left_out) == sorted(told.claim.id for told in tolds)
    assert all(event.asserted for event in made)
    assert all(each.claim.stance is Stance.ASSERTED for event in made for each in event.asserted)
    assert len({event.id for event in made}) == len(made)


def test_values_are_ranked_by_origins_before_claims() -> None:
    origins = {"c1": "monitor", "c2": "monitor", "c3": "monitor", "c4": "post", "c5": "radio"}
    said = [("c1", "a"), ("c2", "a"), ("c3", "a"), ("c4", "b"), ("c5", "b"), ("c5", "c")]
    assert ranked(said, origins) == ["b", "a", "c"]
    assert most(said, origins) == "b"
    assert most([], origins) is None


def test_only_dead_of_a_day_are_dead_of_an_event() -> None:
    def is_deadly(*figures: float) -> bool:
        [event] = events(scene(tell(figures=[killed(n) for n in figures])), Receipt("ged"))
        return kills(event)

    assert is_deadly(3)
    assert not is_deadly()
    assert not is_deadly(0)
    assert not is_deadly(20_000)
    assert is_deadly(20_000, 3)
