"""Articles on a few happenings, as several outlets tell them and several readers read them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, told
from whosays.ledger import Ledger
from whosays.model import Claim, Decision, Judgement, Kind, Reading, Subject

NEXT = DAY + timedelta(days=1)
AT = datetime(2031, 6, 1, tzinfo=UTC)

_JETS = "<a river-air-force>Jets</a> <x>bombed</x> a <t>market</t> in <p>Marsa</p>"


def _jets(outlet: str, published: date, dead: int, ending: str = ".") -> Reading:
    strike = told(f"{_JETS}{ending}", Kind.AIRSTRIKE, when=DAY)
    toll = told(f"They <x>killed</x> {dead} people.", Kind.HARM, figures=killed(dead))
    return article(strike, toll, outlet=outlet, published=published, title=f"{outlet} on Marsa")


POST = _jets("Coast Post", DAY, 9)
RADIO = _jets("Vale Radio", NEXT, 9, " at noon.")
COURIER = _jets("River Courier", NEXT, 14, ", a surgeon said.")
_BLAST = "A <x>blast</x> tore through a <t>market</t> in <p>Marsa</p>."
BULLETIN = article(
    told(_BLAST, Kind.BOMBING, when=DAY, figures=killed(14)), outlet="Harbour Monitor", published=NEXT
)
_SHELLS = "<a hill-rebels>Rebels</a> <x>shelled</x> <t>the port</t> of <p>Sunport</p>."
SHELLS = article(told(_SHELLS, Kind.SHELLING, when=DAY), outlet="Coast Post")
PORT = article(
    told("Shells <x>fell</x> on <t>the port</t> of <p>Sunport</p>.", Kind.SHELLING, when=DAY),
    outlet="Vale Radio",
    published=NEXT,
)
TALKS = article(
    told("<a northland>Northland</a> <x>proposed</x> a <t>truce</t>.", Kind.DIPLOMACY),
    told("Rebels <x>held</x> <p>Tel Asal</p>.", Kind.CONTROL),
    outlet="Northern Star",
)
ALL = (POST, RADIO, COURIER, BULLETIN, SHELLS, PORT, TALKS)

OTHER, THIRD = "by hand 2", "by hand 3"
_NAMES = count()


def fresh(empty_file: Path, folder: Path) -> Ledger:
    """A ledger of its own for each example of a property: a copy of an empty one."""
    return Ledger.open(shutil.copy(empty_file, folder / f"{next(_NAMES)}.db"))


def shorter(reading: Reading) -> Reading:
    """As another reader has it, who misses the first claim."""
    return replace(reading, reader=OTHER, claims=reading.claims[1:])


def vaguer(reading: Reading) -> Reading:
    """As a third has it, who finds every claim, and no place."""
    return replace(
        reading, reader=THIRD, claims=tuple(replace(claim, place=None) for claim in reading.claims)
    )


def claim_of(reading: Reading, number: int = 0) -> Claim:
    return reading.claims[number]


def picture(ledger: Ledger, at: datetime | None = None) -> dict[str, frozenset[str]]:
    """The ids of the incidents, and of the claims in each."""
    return {each.id: frozenset(t.claim.id for t in each.told) for each in ledger.incidents(at=at)}


def groups(ledger: Ledger, *readings: Reading) -> list[set[int]]:
    """The numbers of those readings whose first claims are in one incident."""
    number = {reading.claims[0].id: n for n, reading in enumerate(readings)}
    found = ({number[id_] for id_ in ids & number.keys()} for ids in picture(ledger).values())
    return sorted(filter(None, found), key=min)


def put(ledger: Ledger, *readings: Reading) -> None:
    """Add them all, then reconcile."""
    for reading in readings:
        assert ledger.add(reading)
    ledger.reconcile()


def on_pair(one: Claim, other: Claim, decision: Decision, at: datetime = AT) -> Judgement:
    return Judgement(Subject.PAIR, "", decision, "mara", "I was there", at, claim=one.id, other=other.id)


def on_claim(claim: Claim, decision: Decision, at: datetime = AT) -> Judgement:
    return Judgement(Subject.CLAIM, "", decision, "mara", "misread", at, claim=claim.id)


def now() -> datetime:
    """This moment, for asking later what was known by then."""
    return datetime.now(UTC)


def second() -> str:
    """The same to the second, as it is typed: after all that was done, and before all that is to come."""
    time.sleep(1 - now().microsecond / 1_000_000)
    typed = now().strftime("%Y-%m-%dT%H:%M:%S")
    time.sleep(0.01)
    return typed


def judge_all(ledger: Ledger, judgements: Iterable[Judgement]) -> None:
    for judgement in judgements:
        ledger.judge(judgement)
