"""Marked sentences of `tests.reconcile.sentences` in a ledger, as the reports that they are told in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import typer
from typer.testing import CliRunner, Result

from tests.ledger.readings import READER
from whosays.cli.main import Verbs
from whosays.ledger import Ledger
from whosays.model import Reading, Told

HOSTILE = '=HYPERLINK(1)\x1b[31m\u202e,"x"\nnext'


def keep(ledger: Ledger, *tolds: Told, below: str = "") -> list[str]:
    """Add a report for each, with the words `below` after its sentence; the ids of the claims."""
    return [_keep(ledger, told, below) for told in tolds]


def _keep(ledger: Ledger, told: Told, below: str) -> str:
    claim = replace(told.claim, id=hashlib.sha256(told.claim.id.encode()).hexdigest()[:16])
    report = replace(told.report, text=f"{claim.evidence.quote} {below or claim.id}")
    ledger.add(Reading(report, READER, (), (), (), (claim,)))
    return claim.id


def run(verb: Callable[..., None], *arguments: str) -> Result:
    """What the verb prints, with errors told as the program tells them."""
    app = typer.Typer(cls=Verbs)
    app.command("verb")(verb)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["verb", *arguments])


def words(output: str) -> str:
    """The output in reading order, whatever its wrapping."""
    return " ".join(output.split())
