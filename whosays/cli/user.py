"""`whosays user`: who may work on the ledger over a server."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.add import LedgerOption
from whosays.cli.console import safe
from whosays.model import Role

user = typer.Typer(no_args_is_help=True, help="Add, list and disable those who may work on the ledger.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The user's name, as in judgements.")]


@user.command()
def add(
    name: NameArgument,
    role: Annotated[Role, typer.Option(help="What they may do; each may do what those before may.")],
    ledger: LedgerOption = "whosays.db",
) -> None:
    """Add a user and print their token, which is shown this once."""
    from whosays.ledger import Ledger  # slow to load: not for --help

    with Ledger.open(ledger) as opened:
        opened.require_writable()
        _hand_over(opened.team.add(name, role, by=getpass.getuser()))


@user.command()
def token(name: NameArgument, ledger: LedgerOption = "whosays.db") -> None:
    """Print a new token for a user, who may work again if they could not; the old one ends."""
    from whosays.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        opened.require_writable()
        _hand_over(opened.team.renew(name, by=getpass.getuser()))


@user.command()
def disable(name: NameArgument, ledger: LedgerOption = "whosays.db") -> None:
    """End a user's token and sessions. What they judged stays."""
    from whosays.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        opened.require_writable()
        opened.team.disable(name, by=getpass.getuser())
    console.stdout().print(safe(f"{name} may not work any more"), soft_wrap=True)


@user.command("list")
def list_(ledger: LedgerOption = "whosays.db") -> None:
    """List the users, by name."""
    from whosays.ledger import Ledger

    table = Table("name", "role", "added", "may work", box=box.SIMPLE)
    with Ledger.open(ledger, create=False) as opened:
        for each in opened.team.users():
            added = f"{each.added:%Y-%m-%d}" if each.added else ""
            table.add_row(Text(safe(each.name)), each.role, added, "no" if each.disabled else "yes")
    console.stdout().print(table)


def _hand_over(secret: str) -> None:
    console.stderr().print("the token, which is not shown again:", soft_wrap=True)
    console.stdout().print(secret, soft_wrap=True)
