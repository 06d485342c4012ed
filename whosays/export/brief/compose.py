"""The brief as a whole: what is told of first, and what under which heading."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.export.brief import changes, counted, ground, happenings, quotes, summary
from whosays.export.brief.document import Block, Document, Heading, Paragraph
from whosays.export.brief.happening import Happening
from whosays.export.brief.notes import notes
from whosays.export.brief.pictures import pictures
from whosays.export.brief.scope import Material, Scope, gather
from whosays.export.brief.wording import plain, say, spell, table
from whosays.export.control import Holdings
from whosays.export.holdings import holdings, tied
from whosays.ground.parties import Registry
from whosays.ledger import Ledger
from whosays.model import Incident, Kind, NotFoundError, Slot, Told
from whosays.reconcile.naming import known_outlet
from whosays.reconcile.origins import Origins

MOST_IN_SHORT = 5
MOST_INCIDENTS = 6
MOST_OTHERS = 12
CONTESTED = 2.0
"""Origins that a contested incident counts for more in the order; a doubling of the dead counts for one."""


def brief(ledger: Ledger, scope: Scope) -> Document:
    """The brief of that scope. Raises NotFoundError where no claim of the ledger is in it."""
    material = gather(ledger, scope)
    if not material.told:
        raise NotFoundError(
            f"no claim in the ledger is of {spell(scope.since, scope.until)} and fits; `whosays claims` lists"
            " what there is"
        )
    found = holdings(ledger, material.every, scope.place, None)
    blocks = tuple(_Composer(material, found).blocks())
    told = {each.claim.id: each for each in material.every}
    sentences = [one for block in blocks if isinstance(block, Paragraph) for one in block.sentences]
    return Document(
        title=say("headings", "title", period=spell(scope.since, scope.until)),
        about=tuple(_about(material)),
        blocks=blocks,
        notes=notes(sentences, told),
    )


def _about(material: Material) -> Iterator[tuple[str, str]]:
    scope, labels = material.scope, table("about")
    yield labels["period"], spell(scope.since, scope.until)
    if scope.place:
        yield labels["place"], plain(scope.place)
    if scope.party:
        known = Registry.default().get(scope.party)
        yield labels["party"], plain(known.names[0] if known else scope.party)
    reports = {each.report.digest for each in material.told}
    outlets = {known_outlet(each.report.publisher) for each in material.told} - {None}
    counted = (f"{count:,}" for count in (len(material.told), len(reports), len(outlets)))
    yield (
        labels["sources"],
        say("about", "counts", **dict(zip(("claims", "reports", "outlets"), counted, strict=True))),
    )


@dataclass(frozen=True, slots=True)
class _Composer:
    material: Material
    holdings: Holdings

    def blocks(self) -> Iterator[Block]:
        """The parts of the brief, each with its heading if there is anything in it."""
        ranked = sorted(map(Happening.of, self.material.incidents), key=_rank)
        top = [each for each in ranked if _is_detailed(each)][:MOST_INCIDENTS]
        yield from _part("short", self._in_short(top or ranked))
        yield from pictures(self.material)
        yield from _part("changes", self._changes(top))
        yield from _part("incidents", self._incidents(top))
        yield from _part("control", ground.standing(self.holdings, self.material))
        origin = Origins(self.material.every, Registry.default().parties).of
        yield from _part("foretold", quotes.foretold(tied(self.material.every), self.material, origin))
        yield from _part("others", self._others([each for each in ranked if each not in top]))

    def _in_short(self, top: Sequence[Happening]) -> Iterator[Paragraph]:
        for each in [one for one in top if one.slot(Slot.KIND)][:MOST_IN_SHORT]:
            yield Paragraph((summary.in_short(each),), label(each.incident))

    def _incidents(self, top: Sequence[Happening]) -> Iterator[Block]:
        for each in top:
            yield Heading(label(each.incident), 3)
            yield from happenings.paragraphs(each)

    def _changes(self, top: Sequence[Happening]) -> Iterator[Paragraph]:
        yield from changes.hands(self.holdings, self.material)
        whole = {each.id: each for each in self.material.whole}
        for each in top:
            if found := tuple(changes.of_incident(whole[each.incident.id], self.material)):
                yield Paragraph(found, label(each.incident))

    def _others(self, left: Sequence[Happening]) -> Iterator[Paragraph]:
        origin = Origins(self.material.every, Registry.default().parties).of
        passages = {
            _text(lead): (each, lead)
            for each in reversed(left)
            if _kind(each.incident) not in _ASIDE and (lead := _lead(each.incident))
        }
        for each, lead in list(reversed(passages.values()))[:MOST_OTHERS]:
            yield Paragraph((quotes.quote(lead, origin),), label(each.incident))


_ASIDE = (Kind.BACKING, Kind.DIPLOMACY, Kind.ACCUSATION)
"""What is said rather than done: it is told where it belongs to an incident of several origins."""


def _part(key: str, found: Iterator[Block]) -> Iterator[Block]:
    blocks = list(found)
    if blocks:
        yield Heading(str(table("headings")[key]))
        yield from blocks


def _is_detailed(each: Happening) -> bool:
    return each.known > 1 and _kind(each.incident) in table("details")["kinds"]


def _rank(each: Happening) -> tuple[bool, float, str]:
    """The most important first: most origins, most dead, contested; what has no day, behind the rest."""
    dead = math.log2(1 + counted.middle(each.incident))
    weight = each.known + dead + CONTESTED * each.incident.disputed
    return each.incident.earliest is None, -weight, each.incident.id


def _kind(incident: Incident) -> str:
    return incident.title.partition(",")[0]


def _lead(incident: Incident) -> list[Told]:
    """The claims of the passage that says what the incident is."""
    kind = _kind(incident)
    told = next((one for one in incident.told if one.claim.kind == kind), incident.told[0])
    return next(found for found in quotes.passages(incident.told) if told in found)


def _text(lead: Sequence[Told]) -> str:
    """Equal for passages in the same words."""
    return plain(lead[0].claim.evidence.quote).casefold()


def label(incident: Incident) -> str:
    """Where and when, as most claims have it: "Ariha, 14 March 2008"."""
    _, _, rest = incident.title.partition(", ")
    where = rest.rsplit(", ", 1)[0] if incident.earliest else rest
    when = spell(incident.earliest, incident.latest) if incident.earliest else ""
    what = str(table("names")[_kind(incident)])
    place = plain(where) if where != str(incident.earliest) else ""
    return ", ".join(part for part in (place, when) if part) or what
