"""What each thing of the ledger is as a node of linked data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whosays.export.agents import Agent, Agents
from whosays.export.contract import number, published
from whosays.export.events import POINTS
from whosays.export.identifiers import Thing, urn
from whosays.export.moments import instant, zulu
from whosays.export.safe_json import given, language, plain, web_address
from whosays.export.selectors import selectors
from whosays.model import (
    Agreement,
    Comparison,
    Figure,
    Incident,
    Interval,
    Location,
    Place,
    Report,
    Span,
    Told,
    Voice,
)

Node = dict[str, Any]

TOOL = urn(Thing.TOOL, "whosays")
_TERMS = {"kind": "What a claim says happened", "stance": "How the voice stands to what it says"}


class Nodes:
    """Makes nodes; those of agents, places, reports and terms come before what points at them."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents
        self._seen: set[str] = set()

    def tool(self) -> Node:
        """The program that made the annotations."""
        return {"id": TOOL, "type": ["SoftwareApplication", "prov:SoftwareAgent"], "name": "whosays"}

    def claim(self, told: Told) -> Iterator[Node]:
        """The claim, whatever it points at, the statements that it was quoted from, and its words."""
        report, claim = told.report, told.claim
        yield from self._around(told)
        links = list(self._chain(told))
        yield self._claim(told, [link["id"] for link in links])
        yield from links
        yield _annotation(
            Thing.EVIDENCE, (claim.id,), "describing", urn(Thing.CLAIM, claim.id), claim.evidence, report
        )
        for nth, (voice, agent) in enumerate(zip(claim.voices, self._agents.of(told).chain, strict=True)):
            yield _annotation(Thing.MENTION, (claim.id, nth), "identifying", _id(agent), voice.span, report)

    def incident(self, incident: Incident) -> Iterator[Node]:
        """The claims of one happening, and how the accounts of it stand to each other."""
        yield given(
            id=urn(Thing.INCIDENT, incident.id),
            type="prov:Collection",
            identifier=incident.id,
            name=plain(incident.title),
            temporalCoverage=_days(incident.earliest, incident.latest),
        ) | {"prov:hadMember": [urn(Thing.CLAIM, told.claim.id) for told in incident.told]}
        for comparison in incident.comparisons:
            if comparison.agreement is not Agreement.SINGLE and comparison.claims:
                yield _comparison(incident, comparison)

    def _around(self, told: Told) -> Iterator[Node]:
        """Whom, what and where it points at, as far as no claim before it did."""
        report, claim, cast = told.report, told.claim, self._agents.of(told)
        for agent in (cast.outlet, cast.original, *cast.chain, *cast.acting):
            if agent and self._is_new(_id(agent)):
                yield _agent(agent)
        if self._is_new(urn(Thing.REPORT, report.digest)):
            yield _report(report, cast.outlet)
        for sort, code in (("kind", claim.kind), ("stance", claim.stance)):
            if self._is_new(urn(Thing.TERM, sort, code)):
                yield _term(sort, code)
        if claim.place and claim.place.place and self._is_new(_place_id(claim.place.place)):
            yield place(claim.place.place)

    def _is_new(self, id_: str) -> bool:
        is_new = id_ not in self._seen
        self._seen.add(id_)
        return is_new

    def _claim(self, told: Told, links: list[str]) -> Node:
        report, claim, cast = told.report, told.claim, self._agents.of(told)
        node = given(
            id=urn(Thing.CLAIM, claim.id),
            type=["Claim", "prov:Entity"],
            identifier=claim.id,
            text=claim.evidence.quote,
            inLanguage=language(report),
            datePublished=published(report),
            appearance=urn(Thing.REPORT, report.digest),
            author=cast.speaker and _id(cast.speaker),
            keywords=[urn(Thing.TERM, "kind", claim.kind), urn(Thing.TERM, "stance", claim.stance)],
            temporalCoverage=when(claim.time),
            spatialCoverage=claim.place and _where(claim.place),
            mentions=[_role(role, agent) for role, agent in cast.roles],
            about=[_figure(figure) for figure in claim.figures],
        )
        said = {"prov:wasAttributedTo": cast.outlet and _id(cast.outlet)}
        quoted = {"prov:wasQuotedFrom": links[0], "prov:hadPrimarySource": links[-1]} if links else {}
        return node | given(**said, **quoted)

    def _chain(self, told: Told) -> Iterator[Node]:
        """What each voice said, from the outermost in; before them what an outlet was copied from."""
        cast = self._agents.of(told)
        said: list[tuple[Agent, Voice | None]] = [(cast.original, None)] if cast.original else []
        said += zip(cast.chain, told.claim.voices, strict=True)
        ids = [urn(Thing.STATEMENT, told.claim.id, nth) for nth in range(len(said))]
        for (agent, voice), id_, source in zip(said, ids, [*ids[1:], None], strict=False):
            yield _statement(id_, agent, voice.role if voice else None, source)


def when(interval: Interval | None) -> str | None:
    """A day, or first and last day with a slash between; an open end is ".."."""
    return str(interval) if interval else None


def place(found: Place) -> Node:
    """A place of the gazetteer; without a point where that would lie where nothing happened."""
    address = given(addressCountry=found.country, addressRegion=found.admin1)
    point = {"type": "GeoCoordinates", "latitude": found.lat, "longitude": found.lon}
    return given(
        id=_place_id(found),
        type="Place",
        name=plain(found.name),
        additionalProperty=_value("precision", found.precision.value),
        address={"type": "PostalAddress", **address} if address else None,
        geo=point if found.precision in POINTS else None,
        sameAs=found.geonames_id and f"https://sws.geonames.org/{found.geonames_id}/",
    )


def _id(agent: Agent) -> str:
    return urn(Thing.AGENT, agent.key)


def _place_id(found: Place) -> str:
    return urn(Thing.PLACE, found.geonames_id or f"{found.name}:{found.lat}:{found.lon}")


def _agent(agent: Agent) -> Node:
    wikidata = agent.wikidata and f"http://www.wikidata.org/entity/{agent.wikidata}"
    types = [agent.in_terms_of("schema_org"), f"prov:{agent.in_terms_of('prov')}"]
    identifier = agent.party and agent.party.id
    return given(id=_id(agent), type=types, name=agent.name, identifier=identifier, sameAs=wikidata)


def _role(role: str, agent: Agent) -> Node:
    """Who is said to act or be hit; where no name tells who that is, the name alone, as "market"."""
    who = _id(agent) if agent.is_known else given(type="Thing", name=agent.name)
    return {"type": "Role", "roleName": role, "mentions": who}


def _report(report: Report, outlet: Agent | None) -> Node:
    return given(
        id=urn(Thing.REPORT, report.digest),
        type=["Article", "prov:Entity"],
        identifier=[plain(report.id), _value("sha256", report.sha256)],
        headline=plain(report.title),
        publisher=outlet and _id(outlet),
        datePublished=published(report),
        inLanguage=language(report),
        url=web_address(report.url),
    ) | given(**{"prov:wasAttributedTo": outlet and _id(outlet)})


def _value(name: str, held: str) -> Node:
    return {"type": "PropertyValue", "name": name, "schema:value": held}


def _term(sort: str, code: str) -> Node:
    return {
        "id": urn(Thing.TERM, sort, code),
        "type": "DefinedTerm",
        "termCode": code,
        "inDefinedTermSet": _TERMS[sort],
    }


def _where(location: Location) -> str | Node:
    return _place_id(location.place) if location.place else given(type="Place", name=plain(location.name))


def _figure(figure: Figure) -> Node:
    return given(
        type="QuantitativeValue",
        name=figure.measure.value,
        minValue=number(figure.low),
        maxValue=number(figure.high),
        unitText=plain(figure.of),
        description=plain(figure.span.quote),
        disambiguatingDescription=figure.sort.value,
    )


def _statement(id_: str, agent: Agent, role: str | None, source: str | None) -> Node:
    attributed: Node = {"prov:wasAttributedTo": _id(agent)}
    if role:
        named = {"type": "prov:Role", "name": plain(role)}
        attributed["prov:qualifiedAttribution"] = {
            "type": "prov:Attribution",
            "prov:agent": _id(agent),
            "prov:hadRole": named,
        }
    return {"id": id_, "type": "prov:Entity", **attributed, **given(**{"prov:wasQuotedFrom": source})}


def _annotation(
    thing: Thing, key: tuple[object, ...], motivation: str, body: str, span: Span, report: Report
) -> Node:
    target = given(
        type="SpecificResource",
        source=urn(Thing.REPORT, report.digest),
        selector=selectors(report.text, span),
        state=_state(report),
    )
    about = {"id": urn(thing, *key), "type": "Annotation", "motivation": motivation, "creator": TOOL}
    return {**about, "body": body, "target": target}


def _state(report: Report) -> Node | None:
    """As of when the source is meant; None for a report without a day."""
    moment = instant(report)
    return {"type": "TimeState", "sourceDate": zulu(moment)} if moment else None


def _comparison(incident: Incident, comparison: Comparison) -> Node:
    words = f"{comparison.slot}: {comparison.agreement}. {plain(comparison.reason)}"
    return {
        "id": urn(Thing.COMPARISON, incident.id, comparison.slot),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": TOOL,
        "body": {"type": "TextualBody", "purpose": "assessing", "value": words},
        "target": [urn(Thing.CLAIM, claim) for claim in comparison.claims],
    }


def _days(earliest: object, latest: object) -> str | None:
    if earliest is None and latest is None:
        return None
    return str(earliest) if earliest == latest else f"{earliest or '..'}/{latest or '..'}"
