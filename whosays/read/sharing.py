"""What neighbouring claims about one happening tell each other.

Reports name the doer, the place and the day once and go on: "Jets hit the market in the town, killing
nine and destroying shops." Each claim after the first leaves out what the first has said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whosays.model import Kind, Location, Named, Stance
from whosays.read import lexicon
from whosays.read.parts import Dated, Slots, Trigger
from whosays.read.roles import DEEDS
from whosays.read.stance import stance_of
from whosays.read.when import is_state

CARRYING = lexicon.words(lexicon.load("events"), "carry", "kinds")
EFFECTS = frozenset({Kind.HARM, Kind.DESTROY})
CAUSES = DEEDS | {Kind.CLASH}
LEAST = {"actor": -1.0, "place": -1.0, "time": 0.7}
"""Logits that the network must at least give the words that a neighbour has."""

REACH = 3
"""Claims that an effect looks back for the deed that caused it."""


def share(triggers: tuple[Trigger, ...], slots: list[Slots]) -> tuple[Slots, ...]:
    """The slots with what the claims before and beside them add."""
    shared = list(slots)
    for i in range(len(triggers)):
        shared[i] = replace(
            shared[i],
            actor=shared[i].actor or _actor(i, triggers, shared),
            place=shared[i].place or _place(i, triggers, shared) or shared[i].setting,
            time=shared[i].time or _time(i, triggers, shared),
        )
    return tuple(shared)


def _place(index: int, triggers: tuple[Trigger, ...], slots: list[Slots]) -> Location | None:
    goes_on = _goes_on(index, triggers) and not _is_another_day(slots[index], slots[index - 1])
    before = slots[index - 1].place if goes_on else None
    return triggers[index].ties.likely("place", before, LEAST["place"])


def _is_another_day(one: Slots, other: Slots) -> bool:
    """Whether two claims are dated, and not alike: "150,000 have died since March"."""
    return one.time is not None and other.time is not None and one.time.interval != other.time.interval


def _time(index: int, triggers: tuple[Trigger, ...], slots: list[Slots]) -> Dated | None:
    """The day of the claim before, where both are happenings rather than standing states."""
    if not _goes_on(index, triggers) or is_state(triggers[index]):
        return None
    same_sentence = triggers[index].head.sent.start == triggers[index - 1].head.sent.start
    before = slots[index - 1].time if same_sentence or triggers[index].kind in FOLLOWING else None
    return triggers[index].ties.likely("time", before, LEAST["time"])


FOLLOWING = EFFECTS | DEEDS


def _goes_on(index: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a claim may be about the same happening as the one before it."""
    if index == 0 or not {triggers[index].kind, triggers[index - 1].kind} <= CARRYING:
        return False
    before, head = triggers[index - 1].head, triggers[index].head
    new_paragraph = any(t.is_space and "\n" in t.text for t in head.doc[before.i : head.i])
    return not new_paragraph and head.sent.start - before.sent.end <= APART


APART = 40
"""Tokens of other sentences that may lie between two claims about one happening."""


def _actor(index: int, triggers: tuple[Trigger, ...], slots: list[Slots]) -> tuple[Named, ...]:
    """The doers of the deed that a claim without a doer follows from."""
    trigger = triggers[index]
    if trigger.kind not in EFFECTS | DEEDS:
        return ()
    for other in _neighbours(index, triggers):
        alike = triggers[other].kind in CAUSES and not _is_another_day(slots[index], slots[other])
        if alike and slots[other].actor and not _is_denied(triggers[other]):
            actors = _others(slots[other].actor, slots[index].target)
            return tuple(a for a in actors if trigger.ties.likely("actor", a, LEAST["actor"]))
    return ()


def _is_denied(trigger: Trigger) -> bool:
    """What is denied to have been done has done nothing."""
    return stance_of(trigger) is Stance.DENIED


def _neighbours(index: int, triggers: tuple[Trigger, ...]) -> Iterator[int]:
    """Claims of the sentence, nearest first, then the one right before in the sentence before."""
    sentence = triggers[index].head.sent.start
    window = range(max(0, index - REACH), min(len(triggers), index + REACH + 1))
    near = sorted(window, key=lambda i: abs(i - index))
    yield from (i for i in near if i != index and triggers[i].head.sent.start == sentence)
    if (
        index
        and sentence - triggers[index - 1].head.sent.end in range(BESIDE)
        and _continues(index, triggers)
    ):
        yield index - 1


def _continues(index: int, triggers: tuple[Trigger, ...]) -> bool:
    """An effect follows from the deed before; another deed only if it is of the same kind."""
    return triggers[index].kind in EFFECTS or triggers[index].kind is triggers[index - 1].kind


BESIDE = 5
"""Tokens, such as white space, that may stand between two sentences."""


def _others(actors: tuple[Named, ...], targets: tuple[Named, ...]) -> tuple[Named, ...]:
    """The actors that are not themselves the ones harmed."""
    harmed = {word for t in targets for word in t.name.casefold().split()}
    return tuple(a for a in actors if not harmed & set(a.name.casefold().split()))
