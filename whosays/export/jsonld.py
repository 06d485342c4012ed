"""Claims as linked data: one JSON-LD document of schema.org Claims, Web Annotations and PROV, node by node.

A claim is what a report prints. It was quoted from what the outermost voice said, that from what the next
one said, and so on to its primary source; each is attributed to its voice, whose words are annotated in the
report. No verdict is given: there is no ClaimReview. The context is written out, for nobody to fetch.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import IO

from whosays.export.agents import Agents
from whosays.export.choices import Choices
from whosays.export.extract import Extract
from whosays.export.identifiers import Thing, urn
from whosays.export.jsonld_nodes import Node, Nodes
from whosays.export.losses import tell_losses
from whosays.export.receipt import Receipt
from whosays.export.safe_json import text
from whosays.model import Incident, Told

CONTEXT = json.loads(files(__package__).joinpath("jsonld.context.json").read_text(encoding="utf-8"))

NOTES = (
    "Claims are schema.org Claims with their evidence: no ClaimReview, because nothing was reviewed.",
    "Offsets are code points of the report's text, of which the file has the quotes and what is around them.",
    "An incident is a prov:Collection of claims, not an Event: it says that they are told of one happening.",
    "Not in the file: causes that reports give, loaded words, scopes of figures, tolls, grades, judgements.",
)


def write(extract: Extract, out: IO[str], choices: Choices, receipt: Receipt) -> None:
    """Write the document: a line a node."""
    receipt.note(*NOTES)
    out.write(f'{{"@context":{text(CONTEXT)},\n"@graph":[')
    separator = "\n"
    for node in _nodes(extract, Nodes(Agents(choices.parties)), receipt):
        out.write(separator + text(node))
        separator = ",\n"
    out.write("\n]}\n")


def _nodes(extract: Extract, nodes: Nodes, receipt: Receipt) -> Iterator[Node]:
    yield nodes.tool()
    for told in extract.claims():
        yield from _claim(told, nodes, receipt)
    for incident in extract.incidents():
        yield from _incident(incident, nodes, receipt)


def _claim(told: Told, nodes: Nodes, receipt: Receipt) -> Iterator[Node]:
    yield from nodes.claim(told)
    receipt.row(urn(Thing.CLAIM, told.claim.id), [told])
    tell_losses(told, receipt)


def _incident(incident: Incident, nodes: Nodes, receipt: Receipt) -> Iterator[Node]:
    """The incident with those of its claims that were not asked for: it would point at nothing otherwise."""
    for told in incident.told:
        if told.claim.id not in receipt.known:
            yield from _claim(told, nodes, receipt)
    yield from nodes.incident(incident)
    receipt.row(urn(Thing.INCIDENT, incident.id), incident.told)
