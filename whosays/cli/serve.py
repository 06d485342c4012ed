"""`whosays serve`: the page and the API over a ledger, for one person at this computer."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from whosays.cli import console
from whosays.cli.add import LedgerOption


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8321,
    host: Annotated[str, typer.Option(help="The address of this computer to listen at.")] = "127.0.0.1",
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Serve the page and the JSON API over the ledger, at this computer alone."""
    import uvicorn  # slow to load: not for --help

    from whosays.ledger import Ledger
    from whosays.serve import create_app, page
    from whosays.serve.guard import LOOPBACK

    messages = console.stderr()
    with Ledger.open(ledger) as opened:
        if not page.is_built():
            messages.print(page.MISSING.strip(), soft_wrap=True)
        if not opened.read_only:
            opened.reconcile()
        hosts = LOOPBACK if host in LOOPBACK else (*LOOPBACK, host)
        app = create_app(opened, getpass.getuser(), hosts=hosts)
        messages.print(f"whosays at http://{host}:{port}, until Ctrl-C", soft_wrap=True)
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
