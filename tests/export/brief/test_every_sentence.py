"""No sentence without a claim behind it, and nothing in a sentence that those claims do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.brief.ledgers import NAMES, ledger, readings, scopes
from whosays.export.brief import Document, Scope, brief
from whosays.export.brief.wording import table
from whosays.ground.parties import Registry
from whosays.ledger import Ledger
from whosays.model import Claim, NotFoundError, OriginSort, Reading, Report, Told
from whosays.reconcile.origins import Origins

_NUMBER = re.compile(r"\d[\d,]*")
LETTERS = {word: n for n, word in enumerate(table("numbers")["letters"])}
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(opened: Ledger, scope: Scope) -> Document | None:
    """The brief; None where nothing is in its scope."""
    try:
        return brief(opened, scope)
    except NotFoundError:
        return None


def in_scope(opened: Ledger, scope: Scope) -> set[str]:
    """The claims that fit, and what else is told of the same incidents in those days."""
    fitting = {each.claim.id for each in opened.claims(scope.wanted)}
    timely = {each.claim.id for each in opened.claims(scope.period)}
    incidents = [{told.claim.id for told in each.told} for each in opened.incidents(scope.wanted)]
    return fitting | {claim for ids in incidents for claim in ids & timely}


@given(readings(), scopes())
@quick
def test_every_sentence_rests_on_a_claim_in_scope(
    empty_file: Path, told: list[Reading], scope: Scope
) -> None:
    with ledger(empty_file, *told) as opened:
        document, ids = written(opened, scope), in_scope(opened, scope)
    assert (document is None) == (not ids)
    for sentence in document.sentences if document else ():
        assert ids.intersection(sentence.claims), sentence


@given(readings(), scopes())
@quick
def test_every_number_place_and_name_stands_in_its_claims(
    empty_file: Path, told: list[Reading], scope: Scope
) -> None:
    with ledger(empty_file, *told) as opened:
        document = written(opened, scope)
        every = {each.claim.id: each for each in opened.told()}
    for sentence in document.sentences if document else ():
        behind = [every[claim] for claim in sentence.claims]
        words = " ".join(word for each in behind for word in said(each.report, each.claim)).casefold()
        numbers = {number.replace(",", "") for number in _NUMBER.findall(words)}
        assert {number.replace(",", "") for number in _NUMBER.findall(sentence.words)} <= numbers, sentence
        for name in NAMES:
            assert name.casefold() not in sentence.words.casefold() or name.casefold() in words, (
                name,
                sentence,
            )
        assert counted(sentence.words) <= set(range(len(origins(behind, every.values())) + len(behind) + 1))


@given(readings(), scopes())
@quick
def test_so_many_origins_are_so_many_known_ones(empty_file: Path, told: list[Reading], scope: Scope) -> None:
    with ledger(empty_file, *told) as opened:
        document = written(opened, scope)
        every = {each.claim.id: each for each in opened.told()}
    for sentence in document.sentences if document else ():
        if found := re.match(r"(\w+) origins tell", sentence.words):
            known = origins([every[claim] for claim in sentence.claims], every.values())
            assert LETTERS.get(found[1].casefold()) == len(known), sentence


def said(report: Report, claim: Claim) -> Iterator[str]:
    """All that a claim says, with its report's outlet and day, as a brief may write it."""
    yield claim.evidence.quote
    yield report.publisher or ""
    for named in (*claim.voices, *claim.actor, *claim.target):
        yield named.name
        party = Registry.default().get(named.party or "")
        yield party.names[0] if party else ""
    yield claim.place.name if claim.place else ""
    yield claim.place.place.name if claim.place and claim.place.place else ""
    for end in (end for figure in claim.figures for end in (figure.low, figure.high)):
        yield f"{end:.0f}" if end is not None else ""
    days = [claim.time.earliest, claim.time.latest] if claim.time else []
    yield from (f"{day.day} {day.year}" for day in (*days, report.day) if isinstance(day, date))


def origins(behind: list[Told], every: object) -> set[str]:
    """The known origins of claims."""
    assert every is not None
    found = (Origins(behind).of(each) for each in behind)
    return {each.key for each in found if each.sort is not OriginSort.UNKNOWN}


def counted(words: str) -> set[int]:
    """The numbers in letters outside quotations."""
    plain = re.sub("“[^”]*”", "", words).casefold()
    return {
        LETTERS[word]
        for word in re.findall(r"[a-z]+", plain)
        if word in LETTERS and word not in ("no", "one")
    }


@given(st.permutations(range(3)))
@settings(max_examples=3, deadline=None)
def test_the_order_in_which_reports_came_changes_nothing(empty_file: Path, order: list[int]) -> None:
    from tests.ledger.scenes import COURIER, POST, RADIO
    from tests.reconcile.sentences import DAY

    scope, given_ = Scope(DAY, DAY), (POST, RADIO, COURIER)
    with ledger(empty_file, *given_) as one, ledger(empty_file, *(given_[n] for n in order)) as other:
        assert brief(one, scope) == brief(other, scope)
