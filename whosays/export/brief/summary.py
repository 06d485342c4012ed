"""An incident in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from whosays.export.brief import tolls
from whosays.export.brief.document import Sentence
from whosays.export.brief.happening import Clause, Happening, most, said
from whosays.export.brief.reported import kind_words, report
from whosays.export.brief.voices import claims_of, speakers, verb, who
from whosays.export.brief.wording import clauses, listed, number, say, sentence, table
from whosays.model import Kind, Slot
from whosays.reconcile.accounts.sayings import Saying


def in_short(happening: Happening) -> Sentence:
    """The incident in one sentence: who tells of what, who denies it, how many died, where accounts part.

    Some claim must say, or deny, what it was.
    """
    found = [*_told(happening), *_denied(happening), tolls.in_short(happening.incident), _apart(happening)]
    words = clauses([words for words, _ in found if words])
    return Sentence(sentence(words), tuple(dict.fromkeys(claim for _, claims in found for claim in claims)))


def _told(happening: Happening) -> Iterator[Clause]:
    """How many origins tell of it, or who where it is one alone."""
    asserted = [one for one in happening.slot(Slot.KIND) if not one.denied]
    telling = [one for one in happening.sayings if not one.denied]
    count = len({one.origin.key for one in telling if one.known})
    if asserted and count > 1:
        origins = say("incidents", "origins", count=number(count))
        yield say("incidents", "in_short", origins=origins, what=_kinds_of(asserted)), _one_each(telling)
    elif asserted:
        speaking = speakers(map(said, asserted))
        slots = {"who": who(speaking), "report": verb("report", speaking), "what": _kinds_of(asserted)}
        yield say("incidents", "in_short_one", **slots), claims_of(speaking)


def _denied(happening: Happening) -> Iterator[Clause]:
    """Who denies what, of what most voices deny."""
    denied = [one for one in happening.slot(Slot.KIND) if one.denied]
    if denied:
        yield report(happening, "deny", most(denied))


def _kinds_of(told: Iterable[Saying]) -> str:
    often = Counter(one.what for one in told if isinstance(one.what, Kind))
    ordered = sorted(often, key=lambda kind: (-often[kind], kind))
    return listed((kind_words(kind) for kind in ordered), "or")


def _one_each(told: Iterable[Saying]) -> tuple[str, ...]:
    """The first claim of each origin."""
    first: dict[str, str] = {}
    for one in told:
        first.setdefault(one.origin.key, one.claim)
    return tuple(first.values())


def _apart(happening: Happening) -> Clause:
    """The slots in which the accounts part, with two claims of each; "" where they do not."""
    apart = [each for each in happening.incident.comparisons if each.is_apart]
    words = table("slots") | ({"actor": table("slots")["sides"]} if happening.has_sides else {})
    slots = listed(str(words[each.slot.value]) for each in apart)
    behind = tuple(claim for each in apart for claim in each.claims[:2])
    return (say("incidents", "apart", slots=slots), behind) if apart else ("", ())
