"""Incidents made from what outlets tell, and what an export makes of them: its rows and its receipt."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.reconcile.accounts.telling import MONITOR, killed, named, on, place, tell
from whosays.export.choices import Choices
from whosays.export.formats import FORMATS
from whosays.export.receipt import Receipt
from whosays.model import (
    Incident,
    Parties,
    Party,
    PartySort,
    PlacePrecision,
    Tie,
    TieKind,
    Told,
)
from whosays.reconcile.aggregate import Rule
from whosays.reconcile.picture import incident

HOSTILE = '=HYPERLINK(1)\x1b[31m,"x"\nnext'
_FIGHTS = Tie(TieKind.FIGHTS, "river-gov", "civil war")
PARTIES = Parties(
    {
        party.id: party
        for party in (
            Party(
                "river-gov", PartySort.STATE, ("River government",), roles=("government",), countries=("SY",)
            ),
            Party("river-army", PartySort.ARMED_FORCES, ("River army",), parent="river-gov"),
            Party("river-air-force", PartySort.ARMED_FORCES, ("River air force",), parent="river-army"),
            Party("general-nur", PartySort.PERSON, ("Sami Nur",), parent="river-army"),
            Party("hill-rebels", PartySort.ARMED_GROUP, ("Hill rebels",), countries=("SY",), ties=(_FIGHTS,)),
            Party("black-banner", PartySort.ARMED_GROUP, ("Black Banner",), countries=("IQ", "SY")),
            Party("coast-militia", PartySort.ARMED_GROUP, ("Coast Militia",), countries=("SY",)),
            Party("northland", PartySort.STATE, ("Northland",), countries=("IQ",)),
            Party("harbour-monitor", PartySort.MONITOR, ("Harbour Monitor",)),
            Party("hill-council", PartySort.POLITICAL_BODY, ("Hill Council",), countries=("SY",)),
        )
    }
)

ARMY = ("the army", "river-army")
JETS = ("River jets", "river-air-force")
REBELS = ("the rebels", "hill-rebels")
MARSA = place("Marsa", at=(35.5, 36.25), country="SY")
SUNPORT = place("Sunport", at=(33.1, 35.2), country="SY", admin1="Coast")
VALE = place("Upper Vale", PlacePrecision.PROVINCE, country="SY")
RIVERLAND = place("Riverland", PlacePrecision.COUNTRY, country="SY", admin1=None)
DAY = date(2031, 5, 4)
NEXT = date(2031, 5, 5)


@dataclass(frozen=True, slots=True)
class Given:
    """Those incidents and their claims, as if they had been asked for."""

    told: tuple[Incident, ...]

    def incidents(self) -> Iterator[Incident]:
        return iter(self.told)

    def claims(self) -> Iterator[Told]:
        return (told for incident in self.told for told in incident.told)


def scene(*tolds: Told) -> Incident:
    """The incident of those claims."""
    return incident(tolds[0].claim.id, tolds, PARTIES)


def written(
    name: str, *incidents: Incident, rule: Rule | None = None, hxl: bool = False
) -> tuple[str, Receipt]:
    """The text that the format makes of them, and the receipt."""
    out, receipt = io.StringIO(newline=""), Receipt(name)
    FORMATS[name].write(Given(incidents), out, Choices(rule, hxl, parties=PARTIES), receipt)
    return out.getvalue(), receipt


def rows(
    name: str, *incidents: Incident, rule: Rule | None = None
) -> tuple[list[dict[str, str]], dict[str, Any]]:
    """The rows of a format that is a table, and the record of the receipt."""
    text, receipt = written(name, *incidents, rule=rule)
    return list(csv.DictReader(io.StringIO(text, newline=""))), receipt.record()


def why_left_out(receipt: dict[str, Any]) -> dict[str, list[str]]:
    """The claims that are in no row, by why."""
    return {group["why"]: group["claims"] for group in receipt["left_out"]}


def every_claim(*incidents: Incident) -> set[str]:
    return {told.claim.id for each in incidents for told in each.told}


def accounted_for(receipt: dict[str, Any]) -> set[str]:
    """The claims that are in a row or left out."""
    in_rows = {claim for claims in receipt["claims_of_rows"].values() for claim in claims}
    return in_rows | {claim for claims in why_left_out(receipt).values() for claim in claims}


def strike(*voices: Any, **slots: Any) -> Told:
    """An air strike on a market in Marsa, as the monitor tells it, or others."""
    plain: dict[str, Any] = {
        "actor": named(JETS),
        "target": named("the market"),
        "where": MARSA,
        "when": on(DAY),
        "figures": [killed(9)],
    }
    return tell(*(voices or (MONITOR,)), **{**plain, **slots})
