"""What an incident is as a news item of ninjs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from whosays.export.agents import Agent, Agents
from whosays.export.choices import Choices
from whosays.export.contract import number
from whosays.export.events import POINTS
from whosays.export.identifiers import Thing, urn
from whosays.export.moments import UNKNOWN, first_and_last, instant, zulu
from whosays.export.receipt import Receipt
from whosays.export.safe_json import given, language, plain, web_address
from whosays.export.sentences import caution
from whosays.export.wording import one_line, says
from whosays.model import Account, Agreement, Incident, Location, Measure, OriginSort, Report, Told
from whosays.reconcile.aggregate import Rule, aggregate

Item = dict[str, Any]

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
CODES = "http://cv.iptc.org/newscodes"
WAR = {"name": "conflict, war and peace", "uri": f"{CODES}/mediatopic/16000000"}
BY_PROGRAM = {"name": "data-driven media", "uri": f"{CODES}/digitalsourcetype/dataDrivenMedia"}
ROLES = {"actor": "said to act", "target": "said to be hit"}
SPEAKS = "speaks"
NOT_QUOTED = "another claim of its account and stance is quoted in the body"


class Items:
    """Makes items; a figure by a rule only where one was chosen."""

    def __init__(self, agents: Agents, choices: Choices, receipt: Receipt) -> None:
        self._agents = agents
        self._choices = choices
        self._receipt = receipt

    def item(self, incident: Incident) -> Item:
        """The incident with who says what of it, and its reports."""
        first, last = first_and_last(incident.told)
        title = plain(incident.title) or incident.id
        body = "\n\n".join(self._paragraphs(incident))
        return given(
            standard=STANDARD,
            uri=urn(Thing.INCIDENT, incident.id),
            type="text",
            representationType="full",
            profile="whosays-incident",
            **_moments(first, last),
            pubStatus="withheld",
            language="en",
            title=title,
            headlines=[{"value": f"Who says what: {title}"}],
            edNote=" ".join(caution(incident)),
            usageTerms="Quotes belong to the outlets that published them.",
            bodies=[_body(body)],
            **self._names(incident),
            places=list(_unique(map(_place, _locations(incident)))),
            subjects=[WAR, *({"literal": kind} for kind in _kinds(incident))],
            infoSources=list(_unique(self._sources(incident))),
            associations=[self._association(report) for report in _reports(incident)],
            altIds=[{"role": "whosays incident", "value": incident.id}],
            digitalSourceType=BY_PROGRAM,
        )

    def _paragraphs(self, incident: Incident) -> Iterator[str]:
        quoted = [pair for account in incident.accounts for pair in _first(account, incident)]
        yield from (
            f"{says(account, [told])}: “{one_line(told.claim.evidence.quote)}”" for account, told in quoted
        )
        there = {told.claim.id for _, told in quoted}
        self._receipt.fold(NOT_QUOTED, [told for told in incident.told if told.claim.id not in there])
        for each in incident.comparisons:
            if each.agreement is not Agreement.SINGLE:
                yield f"{each.slot}, {each.agreement}: {plain(each.reason)}"
        if self._choices.rule:
            yield from self._toll(incident, self._choices.rule)

    def _toll(self, incident: Incident, rule: Rule) -> Iterator[str]:
        found = aggregate(incident.told, Measure.KILLED, rule, parties=self._choices.parties)
        for each in found.numbers:
            ends = f"{number(each.low)} to {number(each.high)}"
            said = f"Killed ({each.population}) by the rule “{rule}”: {ends}"
            self._receipt.choose(urn(Thing.INCIDENT, incident.id), "bodies", said, found.receipt, each.claims)
            yield f"{said}."

    def _names(self, incident: Incident) -> dict[str, list[Item]]:
        """People and organisations, by what the claims say that they do."""
        lists: dict[str, list[Item]] = {"people": [], "organisations": []}
        for told in incident.told:
            for rel, agent in self._those_named(told):
                kept = lists.get(agent.in_terms_of("ninjs") or "")
                if agent.is_known and kept is not None:
                    kept.append(_named(agent, rel))
        return {name: list(_unique(iter(found))) for name, found in lists.items()}

    def _those_named(self, told: Told) -> Iterator[tuple[str, Agent]]:
        cast = self._agents.of(told)
        yield from ((SPEAKS, agent) for agent in cast.chain)
        yield from ((ROLES[role], agent) for role, agent in cast.roles)

    def _sources(self, incident: Incident) -> Iterator[Item]:
        """Whom it rests on, then who prints it: those repeat, they do not confirm."""
        for account in incident.accounts:
            if account.origin.sort is not OriginSort.UNKNOWN:
                yield given(name=plain(account.origin.name), role="origin", literal=account.origin.party)
        for report in _reports(incident):
            outlet = self._agents.outlet(report)
            if outlet:
                yield {"name": outlet.name, "role": "outlet", "uri": urn(Thing.AGENT, outlet.key)}

    def _association(self, report: Report) -> Item:
        outlet, published, web = self._agents.outlet(report), instant(report), web_address(report.url)
        return given(
            name=plain(report.title) or plain(report.id) or "untitled",
            rel="report",
            uri=urn(Thing.REPORT, report.digest),
            type="text",
            representationType="partial",
            versionCreated=published and zulu(published),
            language=language(report),
            headlines=[{"value": title}] if (title := plain(report.title)) else [],
            infoSources=[{"name": outlet.name, "role": "publisher"}] if outlet else [],
            renditions=[{"name": "original", "href": web}] if web else [],
            altIds=[{"role": "whosays report", "value": plain(report.id) or report.digest}],
        )


def _moments(first: datetime, last: datetime) -> Item:
    """When the first and the newest of its reports came out; nothing where nobody says."""
    if last == UNKNOWN:
        return {}
    return {"versionCreated": zulu(last), "contentCreated": zulu(first)}


def _first(account: Account, incident: Incident) -> Iterator[tuple[Account, Told]]:
    """The account with its first claim of each stance."""
    own = [told for told in incident.told if told.claim.id in account.claims]
    firsts = {told.claim.stance: told for told in reversed(own)}
    yield from ((account, told) for told in sorted(firsts.values(), key=own.index))


def _body(text: str) -> Item:
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": "accounts", "contentType": "text/plain", **counts, "value": text}


def _named(agent: Agent, rel: str) -> Item:
    return given(name=agent.name, rel=rel, uri=urn(Thing.AGENT, agent.key), literal=agent.wikidata)


def _locations(incident: Incident) -> Iterator[Location]:
    return (told.claim.place for told in incident.told if told.claim.place)


def _place(location: Location) -> Item:
    found = location.place
    if found is None:
        return given(name=plain(location.name), rel="named")
    point = {"type": "Point", "coordinates": [found.lon, found.lat]}
    return given(
        name=plain(found.name),
        rel="named",
        uri=f"https://sws.geonames.org/{found.geonames_id}/" if found.geonames_id else None,
        literal=found.precision.value,
        geoJSON=point if found.precision in POINTS else None,
    )


def _kinds(incident: Incident) -> list[str]:
    return list(dict.fromkeys(told.claim.kind.value for told in incident.told))


def _reports(incident: Incident) -> list[Report]:
    return list({told.report.digest: told.report for told in incident.told}.values())


def _unique(items: Iterator[Item]) -> Iterator[Item]:
    """Each item once, in the order in which they come."""
    seen: list[Item] = []
    for item in items:
        if item and item not in seen:
            seen.append(item)
            yield item
