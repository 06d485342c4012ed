"""One incident that a report tells as the cause of another."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.scenes import PORT, POST, SHELLS, put
from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from whosays.ledger import Ledger
from whosays.model import Cause, Kind, Reading, Span


def retaliation() -> Reading:
    """A report in which shells on a port were the answer to jets over a market."""
    strike = told(
        "<a river-air-force>Jets</a> <x>bombed</x> a <t>market</t> in <p>Marsa</p>.", Kind.AIRSTRIKE, when=DAY
    )
    shells = told(
        "In retaliation shells <x>fell</x> on <t>the port</t> of <p>Sunport</p>.", Kind.SHELLING, when=DAY
    )
    made = article(strike, shells, outlet="Northern Star")
    start = made.report.text.index("In retaliation")
    words = Span.of(made.report.text, start, start + len("In retaliation"))
    return replace(made, causes=(Cause(made.claims[0].id, made.claims[1].id, words),))


def test_the_effect_follows_the_cause(ledger: Ledger) -> None:
    reading = retaliation()
    put(ledger, POST, SHELLS, PORT, reading)
    strike, shells = (ledger.incident(claim.id) for claim in reading.claims)
    assert strike.id != shells.id
    assert (shells.follows, shells.followed_by) == ((strike.id,), ())
    assert (strike.follows, strike.followed_by) == ((), (shells.id,))


def test_a_cause_within_one_incident_is_none_of_another(ledger: Ledger) -> None:
    strike = told("Jets <x>bombed</x> a <t>market</t> in <p>Marsa</p>.", Kind.AIRSTRIKE, when=DAY)
    dead = told("The bombs <x>killed</x> <t>traders</t> in <p>Marsa</p>.", Kind.HARM, when=DAY)
    made = article(strike, dead, outlet="Northern Star")
    cause = Cause(made.claims[0].id, made.claims[1].id, made.claims[1].trigger)
    put(ledger, replace(made, causes=(cause,)))
    assert ledger.incident(made.claims[1].id).follows == ()
