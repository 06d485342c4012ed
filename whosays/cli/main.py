"""The command and its verbs, and what becomes of errors: a sentence on stderr and an exit status.

0 is success, 1 that something could not be read or found, 2 wrong usage, 130 an interrupt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from whosays.cli import console
from whosays.cli.add import add
from whosays.cli.agreement import agreement
from whosays.cli.archive import archive
from whosays.cli.audit import audit
from whosays.cli.brief import brief
from whosays.cli.changes import changes
from whosays.cli.claims import claims
from whosays.cli.control import control
from whosays.cli.copies import copies
from whosays.cli.dump import dump
from whosays.cli.export import export
from whosays.cli.foretold import foretold
from whosays.cli.gazetteer import gazetteer
from whosays.cli.importing import import_
from whosays.cli.incident import incident
from whosays.cli.incidents import disputes, incidents
from whosays.cli.judge import judge
from whosays.cli.load import load
from whosays.cli.parties import parties
from whosays.cli.party import party
from whosays.cli.places import places
from whosays.cli.read import read
from whosays.cli.serve import serve
from whosays.cli.show import show
from whosays.cli.user import user
from whosays.cli.watch import watch
from whosays.model import UsageError, WhosaysError

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
"""Exit statuses."""


class Verbs(TyperGroup):
    """The verbs, with every expected error told in one sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb."""
        try:
            return super().invoke(ctx)
        except WhosaysError as error:
            _tell(error)
            raise typer.Exit(MISUSED if isinstance(error, UsageError) else FAILED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError:
            raise  # the reader of the pipe has seen enough: Typer ends quietly
        except OSError as error:
            _forget_stdout()
            _tell(f"{error.filename or 'output'}: {error.strerror or error}")
            raise typer.Exit(FAILED) from error


app = typer.Typer(cls=Verbs, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
READING: tuple[Callable[..., None], ...] = (read, add, watch, archive, claims, show)
COMPARING: tuple[Callable[..., None], ...] = (
    incidents,
    incident,
    disputes,
    copies,
    control,
    foretold,
    changes,
    brief,
)
JUDGING: tuple[Callable[..., None], ...] = (judge, agreement)
NAMING: tuple[Callable[..., None], ...] = (places, parties, party)
MOVING: tuple[Callable[..., None], ...] = (export, dump, load)
SERVING: tuple[Callable[..., None], ...] = (serve, audit)
for verb in (*READING, *COMPARING, *JUDGING, *NAMING, *MOVING, *SERVING):
    app.command()(verb)
app.command("import")(import_)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(user, name="user")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whosays {version('whosays')}")
        raise typer.Exit


@app.callback()
def whosays(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Who says what happened, and who says otherwise: claims with their voices, from reports of war."""


def _tell(error: WhosaysError | str) -> None:
    messages = console.stderr()
    messages.print("error", style="bold red", end=": ")
    messages.print(console.safe(str(error)), soft_wrap=True)


def _forget_stdout() -> None:
    """Point stdout nowhere, so that flushing what could not be written does not fail again at exit."""
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - open as long as the process
