"""Endnotes: each passage that sentences rest on, once, however many outlets print it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whosays.export.brief.document import Note, Sentence
from whosays.export.brief.wording import plain
from whosays.model import Told, Voice
from whosays.reconcile.naming import known_outlet

_Key = tuple[str, ...]


def notes(sentences: Iterable[Sentence], told: Mapping[str, Told]) -> tuple[Note, ...]:
    """The notes of claims behind sentences, numbered in the order in which sentences refer to them."""
    passages: dict[_Key, list[Told]] = {}
    for claim in dict.fromkeys(claim for sentence in sentences for claim in sentence.claims):
        passages.setdefault(_passage(told[claim]), []).append(told[claim])
    return tuple(_note(number, found) for number, found in enumerate(passages.values(), 1))


def _passage(told: Told) -> _Key:
    """Equal for claims in one passage on one word, and for copies that print it in the same words."""
    where = told.family or told.report.digest
    return where, plain(told.claim.evidence.quote), *(plain(voice.name) for voice in told.claim.voices)


def _voices(voices: Iterable[Voice]) -> tuple[str, ...]:
    return tuple(_voice(voice) for voice in voices)


def _voice(voice: Voice) -> str:
    """The voice's name, and its role unless the name tells it."""
    told = voice.role is None or voice.role.casefold() in voice.name.casefold()
    return plain(voice.name if told else f"{voice.name} ({voice.role})")


def _note(number: int, found: Sequence[Told]) -> Note:
    outlets = (known_outlet(told.report.publisher) for told in found)
    days = [told.report.day for told in found if told.report.day]
    return Note(
        number=number,
        voices=max((_voices(told.claim.voices) for told in found), key=lambda chain: len("".join(chain))),
        outlets=tuple(sorted({plain(outlet) for outlet in outlets if outlet})),
        day=min(days, default=None),
        quote=plain(found[0].claim.evidence.quote),
        claims=tuple(told.claim.id for told in found),
    )
