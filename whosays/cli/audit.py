"""`whosays audit`: what users did, and whether the log is as it was written."""

from __future__ import annotations

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe


def audit(ledger: LedgerOption = "whosays.db") -> None:
    """Print the audit log, the oldest line first, and the hash of the last, which vouches for all."""
    from whosays.ledger import Ledger, first_broken  # slow to load: not for --help

    with Ledger.open(ledger, create=False) as opened:
        entries = opened.team.audit()
    out, messages = console.stdout(), console.stderr()
    for each in entries:
        line = f"{each.id}  {each.at:%Y-%m-%dT%H:%M:%SZ}  {each.by}  {each.deed}  {each.about}"
        out.print(safe(line.rstrip()), soft_wrap=True)
    broken = first_broken(entries)
    if broken is not None:
        messages.print(f"line {broken} is not as it was written, or is not there", soft_wrap=True)
        raise typer.Exit(1)
    if entries:
        told = f"{len(entries)} lines, all as they were written; the last hash: {entries[-1].hash}"
        messages.print(told, soft_wrap=True)
