"""Framed sentences: one voice put into another's mouth, every span still on its words."""

from __future__ import annotations

import random

import pytest

from training.marked import Mark, Marked, Name, Span
from training.nesting import FRAMES, framed

TEXT = (
    "The road is closed. Officials said that the bridge had been destroyed. “We saw it,” said Abu Omar. "
    "Shells hit Dabiq on Friday. They killed nine people."
)


def at(words: str) -> Span:
    return TEXT.index(words), TEXT.index(words) + len(words)


SENTENCES = [
    at("The road is closed."),
    at("Officials said that the bridge had been destroyed."),
    at("“We saw it,” said Abu Omar."),
    at("Shells hit Dabiq on Friday."),
    at("They killed nine people."),
]
SAID = {
    "source": [at("Officials")],
    "cue": [at("said")],
    "content": [at("that the bridge had been destroyed")],
}
QUOTED = {"source": [at("Abu Omar")], "cue": [(TEXT.rindex("said"), TEXT.rindex("said") + 4)]}
NOTHING: dict[str, list[Span]] = {"voice": []}
MARKED = Marked(
    TEXT,
    cues=[Mark(SAID["cue"], SAID), Mark(QUOTED["cue"], QUOTED | {"content": [at("“We saw it,”")]})],
    triggers=[
        Mark([at("destroyed")], {"voice": [at("Officials")]}),
        Mark([at("hit")], NOTHING),
        Mark([at("killed")], NOTHING),
    ],
    names=[Name(at("Dabiq"), "place")],
)
SEEDS = range(40)


def made(seed: int) -> Marked:
    return framed(MARKED, SENTENCES, random.Random(seed))


def words(marked: Marked, spans: list[Span]) -> list[str]:
    return [marked.text[s:e] for s, e in spans]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_marked_keeps_its_words(seed: int) -> None:
    found = made(seed)
    assert [words(found, t.head) for t in found.triggers or []] == [["destroyed"], ["hit"], ["killed"]]
    own = (found.cues or [])[:2]
    assert [words(found, c.parts["cue"]) for c in own] == [["said"], ["said"]]
    assert words(found, own[0].parts["content"]) == ["that the bridge had been destroyed"]
    assert words(found, own[0].parts["source"])[0].lower() == "officials"


@pytest.mark.parametrize("seed", SEEDS)
def test_every_frame_has_cue_and_content(seed: int) -> None:
    found = made(seed)
    for cue in (found.cues or [])[2:]:
        assert words(found, cue.parts["cue"])
        assert all(w.strip() == w and w for part in cue.parts.values() for w in words(found, part))
        assert any(len(w) > 10 for w in words(found, cue.parts["content"]))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_claim_has_the_sources_of_the_frame_that_it_stands_in(seed: int) -> None:
    found = made(seed)
    for trigger in (found.triggers or [])[1:]:
        (start, _), *_ = trigger.head
        holding = [c for c in found.cues or [] if any(s <= start < e for s, e in c.parts["content"])]
        sources = {w for c in holding for w in words(found, c.parts["source"])}
        for voice in words(found, trigger.parts["voice"]):
            assert any(voice in source for source in sources) or f" {voice}" in found.text
        assert bool(trigger.parts["voice"]) == bool(sources)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quotation_is_left_as_it_was_spoken(seed: int) -> None:
    assert "“We saw it,” said Abu Omar." in made(seed).text


def test_a_voice_within_another_is_marked_inner() -> None:
    inner = {
        c.inner for seed in SEEDS for c in made(seed).cues or [] if words(made(seed), c.head) == ["said"]
    }
    assert inner == {True, False}


def test_two_sentences_can_be_set_against_each_other() -> None:
    texts = [made(seed).text for seed in range(400)]
    assert any("hit Dabiq on Friday" in t and "Dabiq on Friday." not in t for t in texts)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f["text"])
def test_every_tag_of_a_frame_is_closed(frame: dict[str, str]) -> None:
    for role in "sckvw":
        for number in "123":
            opened, closed = (frame["text"].count(f"<{mark}{role}{number}>") for mark in ("", "/"))
            assert opened == closed
