"""What each thing of the ledger is as an entity of FollowTheMoney.

Written without its library, which needs ICU; the tests hold every entity against the library's own model.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from whosays.export.agents import Agent, Agents, Cast
from whosays.export.events import POINTS
from whosays.export.identifiers import Thing, uuid
from whosays.export.moments import instant
from whosays.export.safe_json import plain, web_address
from whosays.export.sentences import caution, heading, verb, who
from whosays.model import Incident, Place, PlacePrecision, Report, Told

Entity = dict[str, Any]

LONGEST = 65_000
"""Characters of the longest text that FollowTheMoney takes."""

ISO_639_3 = {"en": "eng"}
"""The languages that are read, as FollowTheMoney writes them."""

PASSES_ON = "passes on"
_TOWNS = (PlacePrecision.EXACT, PlacePrecision.TOWN)


class Entities:
    """Makes entities; those of agents, places and reports once each, before what refers to them."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents
        self._seen: set[str] = set()

    def cast(self, told: Told) -> Cast:
        """Those whom a claim names."""
        return self._agents.of(told)

    def around(self, told: Told) -> Iterator[Entity]:
        """The report, and whom and where the claim names, as far as they are new."""
        report, place = told.report, told.claim.place and told.claim.place.place
        if self._is_new(uuid(Thing.REPORT, report.digest)):
            yield _article(report, self._agents.outlet(report))
        if place and self._is_new(_place_id(place)):
            yield _address(place)
        for agent in self._those_named(told):
            if self._is_new(_agent_id(agent)):
                yield _agent(agent)
            if self._is_new(_mention_id(agent, report)):
                yield _mention(agent, report)

    def note(self, told: Told, incident: Incident | None) -> Entity:
        """A claim: its words, and who says so by way of whom."""
        report, claim = told.report, told.claim
        place, cast = claim.place and claim.place.place, self._agents.of(told)
        return _entity(
            "Note",
            uuid(Thing.CLAIM, claim.id),
            name=heading(claim),
            description=plain(claim.evidence.quote, LONGEST),
            summary=f"{who(cast)} {verb(claim)}",
            entity=incident and uuid(Thing.INCIDENT, incident.id),
            proof=uuid(Thing.REPORT, report.digest),
            publisher=cast.outlet and cast.outlet.name,
            sourceUrl=web_address(report.url),
            keywords=[claim.kind.value, claim.stance.value],
            addressEntity=place and _place_id(place),
            country=place and _country(place.country),
            namesMentioned=[agent.name for agent in self._those_named(told)],
        )

    def links(self, told: Told) -> Iterator[Entity]:
        """From each voice that has a name to the note; the innermost says it, the others pass it on."""
        voices = self._agents.of(told).voices
        for nth, agent in enumerate(voices):
            if agent.is_known:
                role = verb(told.claim) if agent is voices[-1] else PASSES_ON
                yield _entity(
                    "UnknownLink",
                    uuid(Thing.STATEMENT, told.claim.id, nth),
                    subject=_agent_id(agent),
                    object=uuid(Thing.CLAIM, told.claim.id),
                    role=role,
                    date=_published(told.report),
                    proof=uuid(Thing.REPORT, told.report.digest),
                )

    def event(self, incident: Incident) -> Entity:
        """What the notes of one happening are on."""
        places = [told.claim.place for told in incident.told if told.claim.place]
        found = [location.place for location in places if location.place]
        involved = [agent for told in incident.told for agent in self._agents.of(told).acting]
        return _entity(
            "Event",
            uuid(Thing.INCIDENT, incident.id),
            name=plain(incident.title) or incident.id,
            recordId=incident.id,
            startDate=_day(incident.earliest),
            endDate=_day(incident.latest),
            location=[plain(location.name) for location in places],
            country=[_country(place.country) for place in found],
            addressEntity=[_place_id(place) for place in found],
            involved=[_agent_id(agent) for agent in involved],
            proof=[uuid(Thing.REPORT, told.report.digest) for told in incident.told],
            summary=list(caution(incident)),
        )

    def _those_named(self, told: Told) -> list[Agent]:
        cast = self._agents.of(told)
        return [agent for agent in (*cast.voices, *cast.acting) if agent.is_known]

    def _is_new(self, id_: str) -> bool:
        is_new = id_ not in self._seen
        self._seen.add(id_)
        return is_new


def _entity(schema: str, id_: str, **values: Any) -> Entity:
    """An entity; every property of FollowTheMoney is a list, and none is empty or says a thing twice."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    kept = {name: list(dict.fromkeys(filter(None, found))) for name, found in listed.items()}
    return {"id": id_, "schema": schema, "properties": {name: found for name, found in kept.items() if found}}


def _agent_id(agent: Agent) -> str:
    return uuid(Thing.AGENT, agent.key)


def _place_id(place: Place) -> str:
    return uuid(Thing.PLACE, place.geonames_id or f"{place.name}:{place.lat}:{place.lon}")


def _agent(agent: Agent) -> Entity:
    home = agent.party.countries[0] if agent.party and agent.party.countries else None
    return _entity(
        agent.in_terms_of("followthemoney"),
        _agent_id(agent),
        name=agent.name,
        country=_country(home),
        topics=agent.in_terms_of("topics") or [],
        wikidataId=agent.wikidata,
    )


def _article(report: Report, outlet: Agent | None) -> Entity:
    return _entity(
        "Article",
        uuid(Thing.REPORT, report.digest),
        title=plain(report.title),
        fileName=plain(report.id),
        publisher=outlet and outlet.name,
        publishedAt=_published(report),
        sourceUrl=web_address(report.url),
        language=ISO_639_3.get(report.language or ""),
    )


def _address(place: Place) -> Entity:
    lat, lon = (str(place.lat), str(place.lon)) if place.precision in POINTS else (None, None)
    name, admin1 = plain(place.name), plain(place.admin1)
    return _entity(
        "Address",
        _place_id(place),
        full=", ".join(filter(None, (name, admin1 if admin1 != name else None, place.country))),
        city=name if place.precision in _TOWNS else None,
        state=admin1,
        country=_country(place.country),
        latitude=lat,
        longitude=lon,
    )


def _mention_id(agent: Agent, report: Report) -> str:
    return uuid(Thing.MENTION, report.digest, agent.key)


def _mention(agent: Agent, report: Report) -> Entity:
    return _entity(
        "Mention",
        _mention_id(agent, report),
        document=uuid(Thing.REPORT, report.digest),
        name=agent.name,
        resolved=_agent_id(agent),
        detectedSchema=agent.in_terms_of("followthemoney"),
    )


def _published(report: Report) -> str | None:
    """A day, or a moment in UTC, which FollowTheMoney writes without a zone."""
    moment = instant(report) if isinstance(report.published, datetime) else None
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") if moment else _day(report.day)


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _country(code: str | None) -> str | None:
    return code.lower() if code else None
