"""`whosays serve`: the page and the API over a ledger, for one person at this computer or for a team."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.model import UsageError

if TYPE_CHECKING:
    from whosays.ledger import Ledger


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8321,
    host: Annotated[str, typer.Option(help="The address of this computer to listen at.")] = "127.0.0.1",
    team: Annotated[
        bool, typer.Option("--team", help="Let in the users of the ledger (`whosays user`), and nobody else.")
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name that others reach this server by, as ledger.example.org."),
    ] = None,
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Serve the page and the JSON API over the ledger, for whoever is at this computer or for a team."""
    import uvicorn  # slow to load: not for --help

    from whosays.ledger import Ledger
    from whosays.serve import create_app, frontend
    from whosays.serve.guard import LOOPBACK

    messages = console.stderr()
    if host not in LOOPBACK and not team:
        raise UsageError(f"at {host} everybody who reaches this computer could write; add --team")
    with Ledger.open(ledger) as opened:
        if team:
            _require_users(opened)
        if not frontend.is_built():
            messages.print(frontend.MISSING.strip(), soft_wrap=True)
        if not opened.read_only:
            opened.reconcile()
        hosts = tuple(dict.fromkeys((*LOOPBACK, host, *(name or ()))))
        app = create_app(opened, None if team else getpass.getuser(), hosts=hosts)
        messages.print(f"whosays at http://{host}:{port}, until Ctrl-C", soft_wrap=True)
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _require_users(ledger: Ledger) -> None:
    ledger.require_writable()  # sessions and the audit log are kept in it
    if not any(not user.disabled for user in ledger.team.users()):
        raise UsageError("--team needs users; `whosays user add NAME --role ROLE` makes one")
