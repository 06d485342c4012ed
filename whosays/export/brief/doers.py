"""Who is said to have done it, who is accused, who denies it, and what was hit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from whosays.export.brief.happening import Clause, Happening, said
from whosays.export.brief.voices import Speaker, claims_of, innermost, speakers, verb, who
from whosays.export.brief.wording import MOST, listed, quoted, say
from whosays.model import Kind, Named, Slot
from whosays.reconcile.accounts.sayings import Saying
from whosays.reconcile.accounts.vocabulary import VOCABULARY
from whosays.reconcile.naming import LONGEST, key, tells_apart

MOST_CLAUSES = 4
"""Sentences of one sort that a paragraph has: those that most voices stand behind."""

_HOWS = ("doer", "accused", "doer_denied")


def doers(happening: Happening) -> Iterator[Clause]:
    """Who names whom as the doer, who accuses whom, and who denies it."""
    if happening.role is None:
        return
    told = [one for one in happening.slot(Slot.ACTOR) if _names_doer(one, happening)]
    named = {_meant(one) for one in told if _how(one) == "doer"}
    for how in _HOWS:
        of = [one for one in told if _how(one) == how]
        if how == "doer":
            of = _telling(of)
        elif how == "accused":
            of = [] if happening.has_sides else [one for one in of if _meant(one) not in named]
        for speaking, values in _by_speakers(of)[:MOST_CLAUSES]:
            yield _clause(how, speaking, values, happening.role)


def _telling(told: Sequence[Saying]) -> list[Saying]:
    """Those that say who it was; where nobody does, also "jets" and "gunmen"."""
    return [one for one in told if one.party or tells_apart(_name(one))] or list(told)


def _meant(one: Saying) -> tuple[str, str]:
    return one.origin.key, one.meaning


def _how(one: Saying) -> str:
    if one.denied:
        return "doer_denied"
    return "accused" if one.told.claim.kind is Kind.ACCUSATION else "doer"


def _names_doer(one: Saying, happening: Happening) -> bool:
    """Whether it is of the deed, or an accusation; neither a place nor somebody who speaks of himself."""
    kind, voice, name = one.told.claim.kind, innermost(one.told), _name(one)
    if key(name) in _place_names(happening):
        return False
    if kind is Kind.ACCUSATION:
        vague = one.denied and not (one.party or tells_apart(name))
        return not vague and (voice is None or key(voice.name) != key(name))
    return kind not in VOCABULARY.effects


def targets(happening: Happening) -> Iterator[Clause]:
    """What was hit, by those who say what it was that happened; people who suffered stand in the tolls."""
    if happening.role is None:
        return
    told = [one for one in happening.slot(Slot.TARGET) if one.told.claim.kind not in VOCABULARY.effects]
    kept = [one for one in told if key(_name(one)) not in _place_names(happening)]
    for speaking, values in _by_speakers(kept)[:MOST_CLAUSES]:
        yield _clause("target", speaking, values, "")


def _by_speakers(told: Iterable[Saying]) -> list[tuple[list[Speaker], list[str]]]:
    """Names of one slot in the words that are used most, with those who give them; most voices first."""
    by_meaning: dict[str, list[Saying]] = defaultdict(list)
    for one in told:
        by_meaning[one.meaning].append(one)
    together: dict[tuple[str, ...], list[list[Saying]]] = defaultdict(list)
    for found in by_meaning.values():
        together[tuple(speaker.name for speaker in speakers(map(said, found)))].append(found)
    ordered = sorted(together.items(), key=lambda item: (-len(item[0]), item[0]))
    return [
        (speakers(said(one) for found in groups for one in found), [_commonest(found) for found in groups])
        for _, groups in ordered
    ]


def _clause(how: str, speaking: Sequence[Speaker], values: Iterable[str], role: str) -> Clause:
    words = say(
        "incidents",
        how,
        who=who(speaking),
        name=verb("name", speaking),
        deny=verb("deny", speaking),
        accuse=verb("accuse", speaking),
        value=listed((quoted(value, LONGEST) for value in values), most=MOST),
        role=role,
    )
    return words, claims_of(speaking)


def _commonest(told: Iterable[Saying]) -> str:
    often = Counter(map(_name, told))
    return min(often, key=lambda name: (-often[name], name))


def _name(one: Saying) -> str:
    return one.what.name if isinstance(one.what, Named) else one.words


def _place_names(happening: Happening) -> set[str]:
    return {key(told.claim.place.name) for told in happening.incident.told if told.claim.place}
