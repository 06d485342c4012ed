"""Passages as they were printed: forecasts with what came of them, and what one origin tells alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from whosays.export.brief.document import Paragraph, Sentence
from whosays.export.brief.scope import Material
from whosays.export.brief.voices import Said, outlets_of, speakers
from whosays.export.brief.wording import MOST, listed, plain, quoted, say, sentence, table
from whosays.export.foretold import Tied
from whosays.model import Origin, Stance, Told

MOST_FORECASTS = 4
"""Forecasts, and as many conditions, that a brief quotes; those of which something came first."""

OriginOf = Callable[[Told], Origin]


def quote(tolds: Sequence[Told], origin: OriginOf) -> Sentence:
    """The passage of claims that are printed in the same words: by whom, on whose word."""
    return Sentence(sentence(_words(tolds, origin)), _ids(tolds))


def _words(tolds: Sequence[Told], origin: OriginOf) -> str:
    said = [Said(told, origin(told)) for told in tolds]
    speaking = [speaker for speaker in speakers(said) if speaker.bare]
    most = max(speaking, key=lambda speaker: len(speaker.claims), default=None)
    outlets = outlets_of(said)
    return say(
        "quotes",
        "voiced" if most else "own",
        outlets=listed(outlets, most=MOST) or say("voices", "unknown"),
        write=table("verbs")["write"][len(outlets) > 1],
        who=most.bare if most else "",
        words=quoted(tolds[0].claim.evidence.quote),
    )


def _ids(tolds: Iterable[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told.claim.id for told in tolds))


def passages(tolds: Iterable[Told]) -> list[list[Told]]:
    """Claims by the words that they stand in: copies of one text together, in the order they come."""
    found: dict[str, list[Told]] = defaultdict(list)
    for told in tolds:
        found[plain(told.claim.evidence.quote).casefold()].append(told)
    return list(found.values())


def foretold(found: Sequence[Tied], material: Material, origin: OriginOf) -> Iterator[Paragraph]:
    """What was expected, threatened or made a condition, with what later claims make of it."""
    answered = _answered(found, material)
    for stance in (Stance.PREDICTED, Stance.CONDITIONAL):
        asked = [tied.asks for tied in answered if tied.asks.claim.stance is stance]
        asked += [told for told in material.told if told.claim.stance is stance]
        once = {told.claim.id: told for told in asked}.values()
        tied = {each.asks.claim.id for each in answered}
        ahead = sorted(passages(once), key=_is_ahead, reverse=True)
        for tolds in sorted(ahead, key=lambda found: tied.isdisjoint(_ids(found)))[:MOST_FORECASTS]:
            sentences = (quote(tolds, origin), *_answers(tolds, answered, origin))
            yield Paragraph(sentences)


def _is_ahead(tolds: Sequence[Told]) -> bool:
    """Whether the first of them names a day that had not come when it was printed."""
    time, published = tolds[0].claim.time, tolds[0].report.day
    last = time and (time.latest or time.earliest)
    return bool(last and published and last > published)


def _answered(found: Iterable[Tied], material: Material) -> list[Tied]:
    """The forecasts of which a claim in scope tells, or which one in scope made."""
    ids = material.ids
    return [
        each for each in found if not each.is_denial and ids & {each.asks.claim.id, each.answers.claim.id}
    ]


def _answers(tolds: Iterable[Told], answered: Iterable[Tied], origin: OriginOf) -> Iterator[Sentence]:
    asked = set(_ids(tolds))
    for tied in answered:
        if tied.asks.claim.id in asked:
            words = say("quotes", tied.tie.relation.value, quote=_words([tied.answers], origin))
            yield Sentence(sentence(words), (tied.asks.claim.id, tied.answers.claim.id))
