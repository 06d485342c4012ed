"""`whosays gazetteer`: what the index of places knows of a name, and a user's own places for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from whosays.cli import console
from whosays.cli.console import safe
from whosays.cli.judging import Format
from whosays.cli.warned import warnings
from whosays.model import UsageError

if TYPE_CHECKING:
    from whosays.ground.places.alone import Ranked

NOT_TAKEN = "* meant only where the report names other places of its country"

gazetteer = typer.Typer(
    no_args_is_help=True, help="Look up a name in the index of places, or add villages to it."
)


@gazetteer.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report may write it.")],
    format: Annotated[Format, typer.Option(help="For people, or one JSON object a place.")] = Format.TABLE,  # noqa: A002
) -> None:
    """Show the places that a name may mean, the likeliest first, and what speaks for each."""
    from whosays.ground.gazetteer import Gazetteer, exact_key  # slow to load: not for --help
    from whosays.ground.places.alone import ranked

    if not exact_key(name):
        raise UsageError("a name needs a letter or a digit; give one as a report writes it")
    messages = console.stderr()
    with warnings(messages):
        found = ranked(name, Gazetteer.open().lookup(name))
    if not found:
        messages.print(
            safe(f"no place is called {name!r}; `whosays gazetteer add` adds the villages of a country"),
            soft_wrap=True,
        )
    elif format is Format.JSONL:
        _write_jsonl(name, found)
    else:
        _write_table(name, found)


@gazetteer.command()
def add(
    dumps: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="DUMP",
            help="A country's file from download.geonames.org/export/dump: SY.zip, or SY.txt from within it."
            " Without any, the places that were added before are taken in again.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add the villages and bases of a country to an index of your own.

    It lies in the folder that WHOSAYS_DATA names, by default ~/.local/share/whosays, and is used instead of
    the one that comes with whosays. Adding a file again changes nothing.
    """
    from whosays.ground.gazetteer.adding import add_dumps  # slow to load: not for --help

    with warnings(console.stderr()):
        added = add_dumps(dumps or [])
    console.stdout().print(
        safe(
            f"added {added.new:,} places; {added.path} has {added.own:,} that whosays lacks, and names"
            f" for {added.known:,} that it has"
        ),
        soft_wrap=True,
    )


def _write_jsonl(name: str, found: Sequence[Ranked]) -> None:
    out = console.utf8(sys.stdout)
    keys = _keys(name)
    out.writelines(json.dumps(_record(place) | {"keys": keys}, ensure_ascii=False) + "\n" for place in found)


def _record(ranked: Ranked) -> dict[str, Any]:
    candidate = ranked.candidate
    return {
        **asdict(candidate.place),
        "population": candidate.counted,
        "radius_km": candidate.radius or None,
        "capital": candidate.capital,
        "own_name": candidate.own,
        "same_spelling": candidate.exact,
        "taken_alone": ranked.taken,
        "score": round(ranked.score, 2),
        "parts": {part: round(weight, 2) for part, weight in ranked.parts.items() if weight},
    }


def _keys(name: str) -> dict[str, str]:
    from whosays.ground.gazetteer import exact_key, loose_key

    return {"spelling": exact_key(name), "sound": loose_key(name)}


def _write_table(name: str, found: Sequence[Ranked]) -> None:
    out, keys = console.stdout(), _keys(name)
    out.print(safe(f"“{name}” is looked up as “{keys['spelling']}”, by its sound as “{keys['sound']}”"))
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False)
    made.add_column("", justify="right", style="dim", no_wrap=True)
    for title, ratio, style in (("place", 4, "green"), ("where", 4, ""), ("name", 3, ""), ("score", 4, "")):
        made.add_column(title, ratio=ratio, style=style, overflow="fold")
    for number, place in enumerate(found, start=1):
        made.add_row(str(number), *(Text(safe(cell)) for cell in _cells(place)))
    out.print(made)
    if not all(place.taken for place in found):
        out.print(NOT_TAKEN, style="dim")


def _cells(ranked: Ranked) -> Iterator[str]:
    candidate, place = ranked.candidate, ranked.candidate.place
    about = (place.kind, place.admin1 if place.kind != "province" else None, place.country)
    yield f"{place.name} ({', '.join(part for part in about if part)})"
    radius = f"within {candidate.radius} km" if candidate.radius else f"to the {place.precision}"
    id_ = f", GeoNames {place.geonames_id}" if place.geonames_id else ""
    yield f"{place.lat:.4f} {place.lon:.4f} {radius}{id_}"
    spelt = "as it is spelt" if candidate.exact else "as it sounds"
    yield f"{'its own' if candidate.own else 'a variant'}, {spelt}"
    yield _score(ranked)


def _score(ranked: Ranked) -> str:
    """As in "6.9: people 4.6 (38,000), own name 1.3, spelling 1.0"."""
    counted = ranked.candidate.counted
    people = "unknown" if counted is None else f"{counted:,}"
    words = [
        f"{part} {weight:.1f}" + (f" ({people})" if part == "people" else "")
        for part, weight in ranked.parts.items()
        if weight
    ]
    return f"{ranked.score:.1f}{'' if ranked.taken else '*'}: {', '.join(words)}"
