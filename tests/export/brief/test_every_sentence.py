"""No sentence without a claim behind it, and nothing in a sentence that those claims do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from tests.export.brief.ledgers import NAMES, ledger, readings, scopes
from tests.ledger.scenes import COURIER, POST, RADIO
from tests.reconcile.sentences import DAY
from whosays.export.brief import Document, Scope, brief
from whosays.export.brief.document import Sentence
from whosays.export.brief.wording import table
from whosays.ground.parties import Registry
from whosays.ledger import Ledger
from whosays.model import Claim, NotFoundError, OriginSort, Reading, Report, Stance, Told
from whosays.reconcile.origins import Origins

_NUMBER = re.compile(r"\d[\d,]*")
LETTERS = {word: n for n, word in enumerate(table("numbers")["letters"])}
quick = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate]
)
"""A ledger an example takes a while, and so does shrinking one."""


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
def test_every_sentence_says_what_claims_in_scope_say(
    empty_file: Path, told: list[Reading], scope: Scope
) -> None:
    with ledger(empty_file, *told) as opened:
        document, ids = written(opened, scope), in_scope(opened, scope)
        every = {each.claim.id: each for each in opened.told()}
    assert (document is None) == (not ids)
    for sentence in document.sentences if document else ():
        assert ids.intersection(sentence.claims), sentence
        check(sentence, [every[claim] for claim in sentence.claims])


def check(sentence: Sentence, behind: list[Told]) -> None:
    """Fail where a number, a place, a party or a speaker is in none of the claims behind the sentence."""
    words = " ".join(word for each in behind for word in said(each.report, each.claim)).casefold()
    assert numbers(sentence.words) <= numbers(words), sentence
    names = [name for name in NAMES if name.casefold() in sentence.words.casefold()]
    assert all(name.casefold() in words for name in names), (sentence, names)
    known = origins([each for each in behind if each.claim.stance is not Stance.DENIED])
    if found := re.match(r"(\w+) origins tell", sentence.words):
        assert LETTERS[found[1].casefold()] == len(known), sentence
    assert counted(sentence.words) <= set(range(len(behind) + 1)), sentence


def numbers(words: str) -> set[str]:
    """The numbers in figures."""
    return {number.replace(",", "") for number in _NUMBER.findall(words)}


def said(report: Report, claim: Claim) -> Iterator[str]:
    """All that a claim says, with its report's outlet and day, as a brief may write it."""
    yield claim.evidence.quote
    yield report.publisher or ""
    named = [(each.name, each.party) for each in (*claim.actor, *claim.target)]
    for name, id_ in (*named, *((voice.name, voice.party) for voice in claim.voices)):
        yield name
        party = Registry.default().get(id_ or "")
        yield party.names[0] if party else ""
    yield claim.place.name if claim.place else ""
    yield claim.place.place.name if claim.place and claim.place.place else ""
    for end in (end for figure in claim.figures for end in (figure.low, figure.high)):
        yield f"{end:.0f}" if end is not None else ""
    days = [claim.time.earliest, claim.time.latest] if claim.time else []
    yield from (f"{day.day} {day.year}" for day in (*days, report.day) if isinstance(day, date))


def origins(behind: list[Told]) -> set[str]:
    """The known origins of claims."""
    found = map(Origins(behind, Registry.default().parties).of, behind)
    return {each.key for each in found if each.sort is not OriginSort.UNKNOWN}


def counted(words: str) -> set[int]:
    """The numbers in letters outside quotations."""
    plain = re.sub("“[^”]*”", "", words).casefold()
    found = (LETTERS.get(word, 0) for word in re.findall(r"[a-z]+", plain))
    return {number for number in found if number > 1}


def test_the_order_in_which_reports_came_changes_nothing(empty_file: Path) -> None:
    scope, given_ = Scope(DAY, DAY), (POST, RADIO, COURIER)
    with ledger(empty_file, *given_) as one, ledger(empty_file, *reversed(given_)) as other:
        assert brief(one, scope) == brief(other, scope)
