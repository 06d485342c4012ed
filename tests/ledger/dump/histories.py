"""What may happen to a ledger: readings that come, people who judge, and claims that are grouped again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from tests.ledger.readings import claim_id
from tests.ledger.readings import readings as any_readings
from tests.ledger.scenes import now, picture
from tests.ledger.test_grouping import deeds
from tests.ledger.test_slots import CORRECTIONS
from whosays.ledger import Ledger
from whosays.model import Judgement, Reading

Deed = Reading | Judgement | None
"""None is that claims are put into incidents."""


def _with_ids_of_their_own(reading: Reading) -> Reading:
    made = (replace(c, id=claim_id(reading.report.digest, n)) for n, c in enumerate(reading.claims))
    return replace(reading, claims=tuple(made))


histories = st.lists(
    deeds
    | any_readings().map(_with_ids_of_their_own)
    | st.sampled_from(sorted(CORRECTIONS)).map(CORRECTIONS.get),
    max_size=8,
)


def happened(ledger: Ledger, history: Iterable[Deed]) -> list[datetime]:
    """Let it happen; the moments in between."""
    moments = [now()]
    for deed in history:
        if isinstance(deed, Reading):
            ledger.add(deed)
        elif deed:
            ledger.judge(deed)
        else:
            ledger.reconcile()
        moments.append(now())
    return moments


def lines(ledger: Ledger) -> list[bytes]:
    return list(ledger.dump())


def all_that_is_known(ledger: Ledger, moments: list[datetime]) -> Iterator[Any]:
    """What a ledger answers, now and as it was at a few of some moments."""
    yield [(each.report, each.claim) for each in ledger.claims()]
    yield [(each, each.id) for each in ledger.judgements()]
    yield [ledger.reading(report.digest) for report, _ in ledger.reports()]
    yield list(ledger.copies())
    yield [each.id for each in ledger.incidents(disputed=True)]
    for moment in moments[:: len(moments) // 3 + 1]:
        yield picture(ledger, moment)
        yield list(ledger.incidents(at=moment))
        yield ledger.changes(moment)
