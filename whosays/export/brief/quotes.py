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
    asked = (*(tied.asks for tied in answered), *material.told)
    for stance in (Stance.PREDICTED, Stance.CONDITIONAL):
        once = {told.claim.id: told for told in asked if told.claim.stance is stance}
        ahead = sorted(passages(once.values()), key=_is_ahead, reverse=True)
        ordered = sorted(ahead, key=lambda tolds: not _answers(tolds, answered))
        for tolds in ordered[:MOST_FORECASTS]:
            yield Paragraph(tuple(_with_answers(tolds, _answers(tolds, answered), origin)))


def _answers(tolds: Iterable[Told], answered: Iterable[Tied]) -> list[Tied]:
    """What came of a forecast, each passage that tells of it once."""
    asked = set(_ids(tolds))
    found = {_passage(tied): tied for tied in answered if tied.asks.claim.id in asked}
    return list(found.values())


def _passage(tied: Tied) -> tuple[str, str]:
    return tied.tie.relation.value, plain(tied.answers.claim.evidence.quote)


def _with_answers(tolds: Sequence[Told], found: Sequence[Tied], origin: OriginOf) -> Iterator[Sentence]:
    """The forecast, which refers to what came of it, too, since it may be of another time."""
    answers = tuple(tied.answers.claim.id for tied in found)
    yield Sentence(sentence(_words(tolds, origin)), (*_ids(tolds), *answers))
    for tied, answer in zip(found, answers, strict=True):
        words = say("quotes", tied.tie.relation.value, quote=_words([tied.answers], origin))
        yield Sentence(sentence(words), (tied.asks.claim.id, answer))


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
