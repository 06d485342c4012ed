"""Claims as a bundle of STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/), of its own objects alone.

A claim is a note, because a note asserts nothing; who denies it gives an opinion on the notes of those who
claim it. A report lists the notes of its claims, and an incident, of which STIX 2.1 has no more than name and
description, is what notes of one happening refer to.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha1
from itertools import groupby
from typing import IO
from uuid import UUID

from whosays.export.agents import Agents
from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.losses import tell_losses
from whosays.export.receipt import Receipt
from whosays.export.safe_json import text
from whosays.export.stix_objects import Object, Objects, note_id
from whosays.model import Incident, Told
from whosays.reconcile.grades import Admiralty

NOTES = (
    "STIX 2.1 has no claim: each is a note by whoever says it, with its words and who passes them on.",
    "Incidents of STIX 2.1 have no time and no place: both stand in words, and notes refer to locations.",
    "Who is said to act or be hit is an identity where a name tells who; others are in the words alone.",
    "Positions in the text, loaded words, causes and tolls are left out.",
    "`created` and `modified` are when reports were published; 1970-01-01 where nobody knows.",
)
UNRATED = "No confidence is given: nobody was rated."
RATED = "Confidence is of claims whose origin the user rated A to E: that of their Admiralty credibility."


def write(extract: Extract, out: IO[str], choices: Choices, receipt: Receipt) -> None:
    """Write the bundle: a line an object. Its id, at the end, is made of all that is in it."""
    receipt.note(*NOTES, RATED if choices.ratings else UNRATED)
    out.write('{"type":"bundle","objects":[')
    hashed, separator = sha1(usedforsecurity=False), "\n"
    for made in _objects(extract, Objects(Agents(choices.parties), choices), receipt):
        line = text(made)
        hashed.update(line.encode())
        out.write(separator + line)
        separator = ",\n"
    out.write(f'\n],"id":"bundle--{UUID(bytes=hashed.digest()[:16], version=5)}"}}\n')


def _objects(extract: Extract, objects: Objects, receipt: Receipt) -> Iterator[Object]:
    yield objects.tool()
    for incident in extract.incidents():
        yield from _incident(incident, objects, receipt)
    for _, group in groupby(extract.claims(), key=lambda told: told.report.digest):
        yield from _report(list(group), objects, receipt)


def _incident(incident: Incident, objects: Objects, receipt: Receipt) -> Iterator[Object]:
    made = objects.incident(incident)
    yield made
    receipt.row(made["id"], incident.told)
    grades = objects.grades(incident)
    for told in incident.told:
        yield from _claim(told, incident, grades.get(told.claim.id), objects, receipt)
    for opinion, claims in objects.opinions(incident):
        yield opinion
        receipt.choose(
            opinion["id"], "opinion", opinion["opinion"], "STIX has a scale, a denial has none", claims
        )


def _report(told: list[Told], objects: Objects, receipt: Receipt) -> Iterator[Object]:
    for each in told:
        if note_id(each.claim) not in receipt.rows:
            yield from _claim(each, None, None, objects, receipt)
    yield objects.report(told)


def _claim(
    told: Told, incident: Incident | None, grade: Admiralty | None, objects: Objects, receipt: Receipt
) -> Iterator[Object]:
    yield from objects.around(told)
    note = objects.note(told, incident, grade)
    yield note
    receipt.row(note["id"], [told])
    tell_losses(told, receipt, objects.cast(told))
    if grade:
        receipt.choose(note["id"], "confidence", note.get("confidence"), grade.reason, [told.claim.id])
