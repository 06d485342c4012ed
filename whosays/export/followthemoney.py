"""Claims as entities of FollowTheMoney 4 (https://followthemoney.tech/), one on each line of JSON.

FollowTheMoney has no claim: each is a note on an event, with its report as proof. Who says it, or passes it
on, is linked to the note. Only names that tell who it is become entities, because those are to be matched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from whosays.export.agents import Agents
from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.followthemoney_entities import Entities, Entity
from whosays.export.identifiers import Thing, uuid
from whosays.export.losses import tell_losses
from whosays.export.receipt import Receipt
from whosays.export.safe_json import text
from whosays.model import Incident, Told

NOTES = (
    "FollowTheMoney has no claim: each is a Note with its words, linked to who says it and who passes it on.",
    "An Event is what notes of one happening are on; it says that they tell of it, not that it happened.",
    "A day, a place and a figure of one claim stand in the name of its note.",
    "No position in the text, no loaded word, cause, toll or grade is in the file.",
)
NO_NAME = "whoever says it has no name that tells who it is: in the note's words alone, and no entity"


def write(extract: Extract, out: IO[str], choices: Choices, receipt: Receipt) -> None:
    """Write a line an entity."""
    receipt.note(*NOTES)
    for entity in _entities(extract, Entities(Agents(choices.parties)), receipt):
        out.write(text(entity) + "\n")


def _entities(extract: Extract, entities: Entities, receipt: Receipt) -> Iterator[Entity]:
    for incident in extract.incidents():
        yield from _incident(incident, entities, receipt)
    for told in extract.claims():
        if uuid(Thing.CLAIM, told.claim.id) not in receipt.rows:
            yield from _claim(told, None, entities, receipt)


def _incident(incident: Incident, entities: Entities, receipt: Receipt) -> Iterator[Entity]:
    for told in incident.told:
        yield from _claim(told, incident, entities, receipt)
    event = entities.event(incident)
    yield event
    receipt.row(event["id"], incident.told)


def _claim(told: Told, incident: Incident | None, entities: Entities, receipt: Receipt) -> Iterator[Entity]:
    yield from entities.around(told)
    note = entities.note(told, incident)
    yield note
    yield from entities.links(told)
    receipt.row(note["id"], [told])
    cast = entities.cast(told)
    tell_losses(told, receipt, cast)
    if cast.speaker is None or not cast.speaker.is_known:
        receipt.fold(NO_NAME, [told])
