"""What each thing of the ledger is as an object of STIX 2.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from whosays.export.agents import Agent, Agents, Cast
from whosays.export.choices import Choices
from whosays.export.events import POINTS
from whosays.export.identifiers import Thing, uuid
from whosays.export.moments import UNKNOWN, first_and_last, instant, zulu
from whosays.export.safe_json import given, language, plain, web_address
from whosays.export.sentences import caution, heading, sentence
from whosays.model import (
    Account,
    Agreement,
    Claim,
    Comparison,
    Incident,
    Place,
    PlacePrecision,
    Report,
    Told,
    Value,
)
from whosays.reconcile.grades import Admiralty, Credibility, Reliability, admiralty

Object = dict[str, Any]

TOOL = f"identity--{uuid(Thing.TOOL, 'whosays')}"
CONFIDENCE = {
    Credibility.CONFIRMED: 90,
    Credibility.PROBABLE: 70,
    Credibility.POSSIBLE: 50,
    Credibility.DOUBTFUL: 30,
    Credibility.IMPROBABLE: 10,
}
"""STIX 2.1's scale of Admiralty credibility (appendix A), which has no value for what cannot be judged."""

_TOWNS = (PlacePrecision.EXACT, PlacePrecision.TOWN)


def note_id(claim: Claim) -> str:
    """The id of the note that a claim is."""
    return f"note--{uuid(Thing.CLAIM, claim.id)}"


class Objects:
    """Makes objects; identities and locations once each, before what refers to them."""

    def __init__(self, agents: Agents, choices: Choices) -> None:
        self._agents = agents
        self._choices = choices
        self._seen: set[str] = set()

    def cast(self, told: Told) -> Cast:
        """Those whom a claim names."""
        return self._agents.of(told)

    def tool(self) -> Object:
        """The program that made the bundle."""
        made = _object("identity", TOOL, UNKNOWN, UNKNOWN, name="whosays", identity_class="system")
        del made["created_by_ref"]
        return made

    def incident(self, incident: Incident) -> Object:
        """What notes of one happening refer to."""
        id_ = f"incident--{uuid(Thing.INCIDENT, incident.id)}"
        return _object(
            "incident",
            id_,
            *first_and_last(incident.told),
            name=plain(incident.title) or incident.id,
            description=" ".join(_described(incident)),
            labels=["disputed"] if incident.disputed else [],
            external_references=[{"source_name": "whosays", "external_id": incident.id}],
        )

    def around(self, told: Told) -> Iterator[Object]:
        """The identities and the location that the note of a claim refers to, as far as they are new."""
        for agent in self._those_named(told):
            if self._is_new(_identity_id(agent)):
                yield _identity(agent)
        place = _located(told.claim)
        if place and self._is_new(_location_id(place)):
            yield _location(place)

    def grades(self, incident: Incident) -> dict[str, Admiralty]:
        """Letter and number of claims whose origin the user has rated, by their ids; F is no rating."""
        ratings = self._choices.ratings
        if not ratings:
            return {}
        graded = admiralty(incident.told, ratings, self._choices.parties)
        rated = {one.origin.key: one for one in graded if one.reliability is not Reliability.F}
        accounts = [account for account in incident.accounts if account.origin.key in rated]
        return {claim: rated[account.origin.key] for account in accounts for claim in account.claims}

    def note(self, told: Told, incident: Incident | None, grade: Admiralty | None = None) -> Object:
        """A claim in its own words, and who says so."""
        report, claim = told.report, told.claim
        cast = self._agents.of(told)
        return _object(
            "note",
            note_id(claim),
            *first_and_last([told]),
            abstract=heading(claim),
            content=sentence(told, cast),
            authors=[cast.speaker.name] if cast.speaker else [],
            object_refs=self._refers_to(told, incident),
            labels=[claim.kind.value, claim.stance.value, *(_labels(grade) if grade else ())],
            confidence=CONFIDENCE.get(grade.credibility) if grade else None,
            lang=language(report),
            external_references=[_source(report, claim.id)],
        )

    def report(self, told: Sequence[Told]) -> Object:
        """A report with the notes of its claims; without a day of publication STIX calls it a grouping."""
        report = told[0].report
        published, outlet = instant(report), self._agents.outlet(report)
        notes = [note_id(each.claim) for each in told]
        about: Object = {
            "name": plain(report.title) or plain(report.id) or "untitled",
            "object_refs": [*([_identity_id(outlet)] if outlet else []), *notes],
            "lang": language(report),
            "external_references": [_source(report, plain(report.id) or report.digest)],
        }
        id_ = uuid(Thing.REPORT, report.digest)
        if published is None:
            about["context"] = "unspecified"
            return _object("grouping", f"grouping--{id_}", UNKNOWN, UNKNOWN, **about)
        return _object("report", f"report--{id_}", published, published, published=zulu(published), **about)

    def opinions(self, incident: Incident) -> Iterator[tuple[Object, tuple[str, ...]]]:
        """Who denies what of others' claims, each with the ids of the claims that deny it."""
        for comparison in incident.comparisons:
            if comparison.agreement is Agreement.CONTESTED:
                for account in incident.accounts:
                    yield from _denials(incident, comparison, account)

    def _those_named(self, told: Told) -> list[Agent]:
        cast = self._agents.of(told)
        return [*([cast.outlet] if cast.outlet else []), *cast.chain, *cast.acting]

    def _refers_to(self, told: Told, incident: Incident | None) -> list[str]:
        place = _located(told.claim)
        refs = [f"incident--{uuid(Thing.INCIDENT, incident.id)}"] if incident else []
        refs += map(_identity_id, self._those_named(told))
        refs += [_location_id(place)] if place else []
        return list(dict.fromkeys(refs)) or [TOOL]

    def _is_new(self, id_: str) -> bool:
        is_new = id_ not in self._seen
        self._seen.add(id_)
        return is_new


def _object(type_: str, id_: str, created: datetime, modified: datetime, **properties: Any) -> Object:
    common = {"type": type_, "spec_version": "2.1", "id": id_, "created_by_ref": TOOL}
    return {**common, "created": zulu(created), "modified": zulu(modified), **given(**properties)}


def _labels(grade: Admiralty) -> Iterator[str]:
    """Letter and number as MISP's taxonomy tags them: STIX has no property for a letter."""
    yield f'admiralty-scale:source-reliability="{grade.reliability.lower()}"'
    yield f'admiralty-scale:information-credibility="{int(grade.credibility)}"'


def _described(incident: Incident) -> Iterator[str]:
    days = dict.fromkeys(filter(None, (incident.earliest, incident.latest)))
    yield f"{len(incident.told)} claims" + (f" of {' to '.join(map(str, days))}." if days else ".")
    yield from caution(incident)


def _identity_id(agent: Agent) -> str:
    return f"identity--{uuid(Thing.AGENT, agent.key)}"


def _identity(agent: Agent) -> Object:
    known = [{"source_name": "whosays registry", "external_id": agent.party.id}] if agent.party else []
    wikidata = [{"source_name": "wikidata", "external_id": agent.wikidata}] if agent.wikidata else []
    return _object(
        "identity",
        _identity_id(agent),
        UNKNOWN,
        UNKNOWN,
        name=agent.name or "unnamed",
        identity_class=agent.in_terms_of("stix"),
        external_references=[*known, *wikidata],
    )


def _located(claim: Claim) -> Place | None:
    """The place, if STIX can say where it is: by a point or a country."""
    place = claim.place.place if claim.place else None
    return place if place and (place.precision in POINTS or place.country) else None


def _location_id(place: Place) -> str:
    return f"location--{uuid(Thing.PLACE, place.geonames_id or f'{place.name}:{place.lat}:{place.lon}')}"


def _location(place: Place) -> Object:
    point = {"latitude": place.lat, "longitude": place.lon} if place.precision in POINTS else {}
    geonames = {"source_name": "geonames", "external_id": str(place.geonames_id)}
    return _object(
        "location",
        _location_id(place),
        UNKNOWN,
        UNKNOWN,
        name=plain(place.name),
        **point,
        country=place.country,
        administrative_area=plain(place.admin1),
        city=plain(place.name) if place.precision in _TOWNS else None,
        external_references=[geonames] if place.geonames_id else [],
    )


def _source(report: Report, id_: str) -> Object:
    """Where it was printed; STIX wants a name there in any case."""
    outlet = plain(report.publisher) or "outlet unknown"
    return given(source_name=outlet, external_id=id_, url=web_address(report.url))


def _denials(
    incident: Incident, comparison: Comparison, account: Account
) -> Iterator[tuple[Object, tuple[str, ...]]]:
    slot = comparison.slot
    denied = [value for value in account.slots.get(slot, ()) if value.denied]
    others = [
        value for other in incident.accounts if other is not account for value in other.slots.get(slot, ())
    ]
    claimed = {claim for no in denied for yes in others if _says_what(no, yes) for claim in yes.claims}
    if not claimed:
        return
    notes = [note_id(told.claim) for told in incident.told if told.claim.id in claimed]
    denying = tuple(dict.fromkeys(claim for value in denied for claim in value.claims))
    id_ = f"opinion--{uuid(Thing.OPINION, incident.id, slot, account.origin.key)}"
    own = [told for told in incident.told if told.claim.id in denying]
    yield (
        _object(
            "opinion",
            id_,
            *first_and_last(own),
            opinion="disagree",
            explanation=f"{slot}: {plain(comparison.reason)}",
            authors=[plain(account.origin.name) or "unnamed"],
            object_refs=notes,
            external_references=[_source(told.report, told.claim.id) for told in own],
        ),
        denying,
    )


def _says_what(denial: Value, other: Value) -> bool:
    """Whether the other says the very thing that is denied."""
    same = denial.words == other.words or (denial.party is not None and denial.party == other.party)
    return same and not other.denied
