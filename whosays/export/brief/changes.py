"""What is not as it was: places in other hands, revised counts, new voices on what was told before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from whosays.export.brief import counted, ground, tolls
from whosays.export.brief.document import Paragraph, Sentence
from whosays.export.brief.scope import Material, Scope
from whosays.export.brief.voices import Said, Speaker, claims_of, speakers, verb, who
from whosays.export.brief.wording import say, sentence
from whosays.export.control import Holdings
from whosays.model import Incident, Told
from whosays.reconcile.accounts import counts
from whosays.reconcile.control import Control, History, Statement

MOST_HANDS = 10
"""Places that changed hands of which a brief tells."""


def hands(found: Holdings, material: Material) -> Iterator[Paragraph]:
    """Places that somebody is said to have taken in the period, and to hold at its end; most claims first."""
    ends = [(history, history.on(material.scope.until)) for history in found.histories]
    taken = [(history, now) for history, now in ends if _is_taken(history, now, material)]
    for history, now in sorted(taken, key=lambda each: (-len(each[1].claims), each[0].key))[:MOST_HANDS]:
        yield Paragraph((_hands(history, _before(history, material.scope), now, found),))


def _is_taken(history: History, now: Control, material: Material) -> bool:
    told = [said for said in history.statements if said.claim in now.claims and said.claim in material.ids]
    return any(said.changes and said.day and said.day >= material.scope.since for said in told)


def _before(history: History, scope: Scope) -> Control:
    """As it stood the day before; where nobody says, as on the first day."""
    before = history.on(scope.since - timedelta(days=1))
    return before if before.holders else history.on(scope.since)


def _others(before: Control, now: Control) -> bool:
    was, is_ = ({holder.key for holder in each.holders} for each in (before, now))
    return bool(was and is_ and not was & is_)


def _hands(history: History, before: Control, now: Control, found: Holdings) -> Sentence:
    """Who held it and who took it; where nobody else is said to have held it, who took it."""
    name = ground.place_name(history, found.told)
    if not _others(before, now):
        words, claims = ground.said_of(name, _behind(history, now), found.told)
        return Sentence(sentence(words), claims)
    it = say("control", "it")
    was, is_ = (ground.said_of(it, _behind(history, on), found.told) for on in (before, now))
    words = say("changes", "hands", place=name, before=was[0], after=is_[0])
    return Sentence(sentence(words), tuple(dict.fromkeys(was[1] + is_[1])))


def _behind(history: History, on: Control) -> list[Statement]:
    return [said for said in history.statements if said.claim in on.claims]


def of_incident(whole: Incident, material: Material) -> Iterator[Sentence]:
    """What a period added to an incident: new counts by the same origin, new voices."""
    yield from _raised(whole, material)
    yield from _joined(whole, material)


def _raised(whole: Incident, material: Material) -> Iterator[Sentence]:
    for before, after in counted.steps(whole):
        if after.claim in material.ids:
            speaking = speakers([Said(after.told, after.origin)])
            words = say(
                "changes",
                "raised",
                who=who(speaking),
                count=verb("count", speaking),
                after=tolls.figure_words(after, whole),
                before=counted.number_words(counts.figure(before)),
            )
            yield Sentence(sentence(words), tuple(dict.fromkeys((after.claim, before.claim))))


def _joined(whole: Incident, material: Material) -> Iterator[Sentence]:
    """Who tells of an incident in these days that others told of before."""
    earlier, now = _speaking(whole, material, before=True), _speaking(whole, material, before=False)
    known = {speaker.origin for speaker in earlier}
    new = [speaker for speaker in now if speaker.origin not in known]
    if earlier and new:
        words = say("changes", "joined", who=who(new), tell=verb("tell", new), earlier=who(earlier))
        yield Sentence(sentence(words), claims_of([*new, *earlier]))


def _speaking(whole: Incident, material: Material, *, before: bool) -> list[Speaker]:
    origins = {claim: account.origin for account in whole.accounts for claim in account.claims}
    told = [each for each in whole.told if _is_earlier(each, material.scope) is before]
    kept = [each for each in told if before or each.claim.id in material.ids]
    return speakers(Said(each, origins[each.claim.id]) for each in kept)


def _is_earlier(told: Told, scope: Scope) -> bool:
    return told.report.day is not None and told.report.day < scope.since
