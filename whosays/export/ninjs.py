"""Incidents as news items of ninjs 3.1 (https://iptc.org/standards/ninjs/), one on each line of JSON.

An item is an incident and not a report: a newsroom has the reports already, or has no right to them, and what
it lacks is who says what. The reports are its associations. An item is withheld until an editor has seen it,
because nothing in it has been verified.
"""

from __future__ import annotations

from typing import IO

from whosays.export.agents import Agents
from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.ninjs_items import Items
from whosays.export.receipt import Receipt
from whosays.export.safe_json import text

NOTES = (
    "An item is an incident: its body has the first words of each account, of each stance. See the claims.",
    "Items are withheld (`pubStatus`): they are unverified, and quotes belong to whoever published them.",
    "Points stand for a spot, a town or a district alone. Who has no name is in the body, and in no list.",
    "ninjs has no field for a denial, a forecast or a range of figures: the body says so in words.",
)


def write(extract: Extract, out: IO[str], choices: Choices, receipt: Receipt) -> None:
    """Write a line an incident."""
    receipt.note(*NOTES)
    items = Items(Agents(choices.parties), choices, receipt)
    for incident in extract.incidents():
        item = items.item(incident)
        out.write(text(item) + "\n")
        receipt.row(item["uri"], incident.told)
