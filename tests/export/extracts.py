"""A strike on a market as four reports tell it, for the formats of whole exports, and with hostile words."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.reconcile.incidents.articles import article, killed
from tests.reconcile.sentences import DAY, PARTIES, told
from whosays.export.choices import Choices
from whosays.export.formats import FORMATS
from whosays.export.receipt import Receipt
from whosays.model import Claim, Incident, Kind, Reading, Report, Span, Stance, Told, Voice, VoiceSort
from whosays.reconcile.picture import incident

NEXT = DAY + timedelta(days=1)
LAND = "SY"
"""Stands for the country of the tests' towns: programs that know countries refuse one that there is not."""

CHOICES = Choices(
    parties={
        id_: replace(party, countries=(LAND,) if party.countries else ()) for id_, party in PARTIES.items()
    }
)


@dataclass(frozen=True)
class Extracted:
    """An extract made by hand; `asked` are the claims that were asked for."""

    asked: tuple[Told, ...]
    happenings: tuple[Incident, ...] = ()

    def claims(self) -> Iterator[Told]:
        return iter(self.asked)

    def incidents(self) -> Iterator[Incident]:
        return iter(self.happenings)


def _told(reading: Reading, **changes: Any) -> tuple[Told, ...]:
    report = replace(reading.report, **changes)
    return tuple(Told(report, _in_land(claim)) for claim in reading.claims)


def _in_land(claim: Claim) -> Claim:
    where = claim.place
    if where is None or where.place is None:
        return claim
    return replace(claim, place=replace(where, place=replace(where.place, country=LAND)))


def _with_voices(told: Told, *voices: tuple[str, VoiceSort, str | None]) -> Told:
    """The claim in the mouths of those who are named in its report, from the outermost in."""
    text = told.report.text
    spans = [Span.of(text, text.index(name), text.index(name) + len(name)) for name, _, _ in voices]
    chain = (Voice(name, span, sort, party) for (name, sort, party), span in zip(voices, spans, strict=True))
    return replace(told, claim=replace(told.claim, voices=tuple(chain)))


_STRIKE = "<a river-air-force>Jets</a> <x>bombed</x> a <t>market</t> in <p>Marsa</p>"
_POST = _told(
    article(
        told(f"{_STRIKE}, a resident told Harbour Monitor.", Kind.AIRSTRIKE, when=DAY, figures=killed(9)),
        told("<a>It</a> <x>happened</x> again in <p>Upper Vale</p>.", Kind.AIRSTRIKE, when=(DAY, NEXT)),
        outlet="Coast Post",
    ),
    title="Market bombed",
    url="https://coast-post.example/market",
    language="en",
)
RELAYED = _with_voices(
    _POST[0],
    ("Harbour Monitor", VoiceSort.MONITOR, "harbour-monitor"),
    ("a resident", VoiceSort.RESIDENT, None),
)
"""A claim by way of a monitor from somebody without a name."""

ELSEWHERE = _POST[1]
[_DENIAL] = _told(
    article(
        told(f"{_STRIKE}? No, said the River government.", Kind.AIRSTRIKE, Stance.DENIED, when=DAY),
        outlet="River News Agency",
        published=datetime(2031, 5, 5, 9, 30, tzinfo=UTC),
    ),
    title="Army denies",
)
DENIED = _with_voices(_DENIAL, ("River government", VoiceSort.INSTITUTION, "river-gov"))
[COUNTED] = _told(
    article(
        told(f"{_STRIKE}.", Kind.AIRSTRIKE, when=DAY, figures=killed(12, 14)),
        outlet="Vale Radio",
        published=NEXT,
    )
)
[UNDATED] = _told(
    article(
        told("<a>Rebels</a> may <x>shell</x> <p>Tel Asal</p>.", Kind.SHELLING, Stance.PREDICTED),
        outlet="nobody",
        published=None,
    ),
    publisher=None,
)
MARKET = incident(RELAYED.claim.id, (RELAYED, DENIED, COUNTED), PARTIES)
AGAIN = incident(ELSEWHERE.claim.id, (ELSEWHERE,), PARTIES)
SCENE = Extracted((RELAYED, ELSEWHERE, DENIED, COUNTED, UNDATED), (MARKET, AGAIN))
"""A relayed claim, one of a province, a denial, a count of its own, a forecast without a day or an outlet."""


def exported(name: str, extract: Extracted = SCENE) -> tuple[str, Receipt]:
    """The text of an export, and its receipt."""
    receipt, out = Receipt(name), io.StringIO(newline="")
    FORMATS[name].write(extract, out, CHOICES, receipt)
    return out.getvalue(), receipt


def lines(name: str, extract: Extracted = SCENE) -> list[dict[str, Any]]:
    """The objects of an export that has one on each line."""
    return [json.loads(line) for line in exported(name, extract)[0].splitlines()]


HOSTILE = (
    "</script><script>alert(1)</script>",
    '", "type": "ClaimReview',
    "\x00\x07\x1b[2J\r\n\x85\x9b",
    "\u202egnp.exe\u2066",
    "half \ud83d of it",
    "=1+1 & <b onclick=x>",
)
hostile = st.sampled_from(HOSTILE) | st.text(min_size=1)


def spoilt(words: str) -> Extracted:
    """A claim whose every name and text is `words`."""
    span = Span.of(words, 0, len(words))
    claim = RELAYED.claim
    report = Report(words, words, words, words, DAY, words, "en")
    named = tuple(replace(each, name=words, span=span, party=None) for each in (*claim.actor, *claim.target))
    assert claim.place
    spoilt_claim = replace(
        claim,
        trigger=span,
        evidence=span,
        voices=tuple(replace(voice, name=words, span=span, party=None, role=words) for voice in claim.voices),
        actor=named[:1],
        target=named[1:],
        place=replace(claim.place, name=words, span=span),
        figures=tuple(replace(figure, span=span, of=words) for figure in claim.figures),
    )
    only = Told(report, spoilt_claim)
    return Extracted((only,), (replace(incident(claim.id, (only,), PARTIES), title=words),))


def is_harmless(text: str) -> bool:
    """Whether nothing in it ends a script, steers a terminal, or turns a line around; line ends are fine."""
    steering = set("<>&\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    return not steering & set(text) and all(
        char == "\n" or (char.isprintable() or ord(char) > 0x9F) for char in text
    )


def as_kept(words: str) -> str:
    """The words as an export has them: halves of surrogate pairs, which no UTF-8 can hold, are replaced."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in words)
