"""Claims about one happening as one picture."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reconcile.accounts.telling import MINISTRY, MONITOR, killed, named, on, place, tell
from tests.reconcile.sentences import DAY, PARTIES, told
from whosays.model import Agreement, Kind, Slot, Stake, Stance, Told
from whosays.reconcile.picture import incident, title

NEXT = DAY + timedelta(days=1)
POST = tell(
    outlet="River Post",
    actor=named(("jets", "river-air-force")),
    target=named("a market"),
    where=place("Marsa"),
    when=on(DAY),
    figures=[killed(9)],
    id_="post",
)
RADIO = tell(MONITOR, outlet="Vale Radio", kind=Kind.HARM, published=NEXT, figures=[killed(14)], id_="radio")
DENIAL = tell(
    MINISTRY,
    outlet="Coast Post",
    stance=Stance.DENIED,
    actor=named(("aircraft", "river-air-force")),
    published=NEXT,
    id_="denial",
)
UNDATED = tell(
    outlet=None, published=None, where=place("Marsa"), when=on(DAY - timedelta(days=1), NEXT), id_="undated"
)
ALL = (POST, RADIO, DENIAL, UNDATED)


def test_every_origin_has_its_account_in_the_order_of_publication() -> None:
    found = incident("post", ALL, PARTIES)
    assert found.id == "post"
    assert (found.told[0], found.told[-1]) == (POST, UNDATED)
    claims = {each.origin.name: each.claims for each in found.accounts}
    assert set(claims.values()) == {("post",), ("radio",), ("denial",), ("undated",)}
    assert found.title == "airstrike, Marsa, 2031-05-04"
    assert (found.earliest, found.latest) == (DAY, DAY)


def test_it_says_where_accounts_part() -> None:
    found = incident("post", ALL, PARTIES)
    agreements = {each.slot: each.agreement for each in found.comparisons}
    assert agreements[Slot.KIND] is Agreement.CONTESTED
    assert found.disputed
    assert not incident("post", [POST], PARTIES).disputed


@given(st.permutations(ALL))
def test_the_order_in_which_claims_come_does_not_matter(told: list[Told]) -> None:
    assert incident("post", told, PARTIES) == incident("post", ALL, PARTIES)


@given(st.lists(st.sampled_from(ALL), min_size=1, unique_by=lambda each: each.claim.id), st.randoms())
def test_each_claim_is_in_one_account(told: list[Told], shuffled: random.Random) -> None:
    found = incident("post", shuffled.sample(told, len(told)), PARTIES)
    ids = sorted(id_ for account in found.accounts for id_ in account.claims)
    assert ids == sorted(each.claim.id for each in told)


@pytest.mark.parametrize(
    ("told", "day", "expected"),
    [
        ([POST, RADIO], DAY, "airstrike, Marsa, 2031-05-04"),
        ([RADIO], None, "harm"),
        ([RADIO, RADIO, POST], None, "airstrike, Marsa"),
        ([tell(kind=Kind.SHELLING), tell(kind=Kind.AIRSTRIKE)], None, "airstrike"),
        (
            [tell(where=place("Vale")), tell(where=place("Marsa")), tell(where=place("Vale"))],
            None,
            "airstrike, Vale",
        ),
    ],
)
def test_titles(told: list[Told], day: date | None, expected: str) -> None:
    assert title([each.claim for each in told], day) == expected


@pytest.mark.parametrize(
    ("spells", "expected"),
    [
        ([], (None, None)),
        ([on(DAY)], (DAY, DAY)),
        ([on(DAY, NEXT)], (DAY, NEXT)),
        ([on(DAY, NEXT), on(NEXT)], (NEXT, NEXT)),
        ([on(DAY), on(NEXT), on(NEXT)], (NEXT, NEXT)),
        ([on(NEXT), on(DAY)], (DAY, DAY)),
    ],
)
def test_the_days_are_those_that_most_say_of_the_narrowest(
    spells: list[object], expected: tuple[date | None, date | None]
) -> None:
    found = incident("x", [tell(), *(tell(when=spell) for spell in spells)], PARTIES)  # type: ignore[arg-type]
    assert (found.earliest, found.latest) == expected


def test_an_account_has_the_stake_of_its_side() -> None:
    lost = "<a hill-rebels>Hill rebels</a> <x>captured</x> <p>Marsa</p> from the <t river-army>army</t>."
    admitted, claimed = told(lost, by="river-army", when=DAY), told(lost, by="hill-rebels", when=DAY)
    outside = told(lost, outlet="Coast Post", when=DAY)
    found = incident("x", [admitted, claimed, outside], PARTIES)
    stakes = {account.origin.party: account.stake for account in found.accounts}
    assert stakes == {"river-army": Stake.OWN_LOSS, "hill-rebels": Stake.OWN_GAIN, None: Stake.UNKNOWN}
    against = [each.origin.party for each in found.accounts if each.against_interest]
    assert against == ["river-army"]
