"""Why a slot compares as it does: one sentence that names origins and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whosays.model import OriginSort
from whosays.reconcile.accounts import counts
from whosays.reconcile.accounts.relation import Pair
from whosays.reconcile.accounts.sayings import MEASURES, Saying

MOST = 3
"""Origins or values that a sentence names; it counts the others."""

Said = Sequence[Saying]


def weight(pair: Pair) -> tuple[int, int, str]:
    """The loosest match first, then the two origins with most claims, then their keys."""
    names = "\0".join((pair.one[0].origin.key, pair.other[0].origin.key))
    return pair.match, min(len(pair.one), len(pair.other)), names


def single(groups: Sequence[Said]) -> str:
    """Of one origin, or of several of which one at most is known."""
    told = next((group for group in groups if group[0].known), groups[0])
    if len(groups) == 1:
        return f"Only {_who(told)} says anything: {_what(told)}."
    return f"{_capital(_who(told))} says {_what(told)}; who else says so is not known, and confirms nothing."


def nobody_asserts() -> str:
    """Of a denial of what nobody here says."""
    return "It is denied, and none of these claims says it."


def agreed(groups: Sequence[Said]) -> str:
    """Of origins that say the same."""
    often = Counter(meaning for group in groups for meaning in {one.meaning for one in group})
    shared = max(often, key=lambda meaning: (often[meaning], meaning))
    words = min(one.words for group in groups for one in group if one.meaning == shared)
    return f"{_capital(_listed([_who(group) for group in groups]))} say the same: {words}."


def compatible(pair: Pair) -> str:
    """Of two origins whose words can both be so."""
    why = (pair.relation.why if pair.relation else "") or "nothing tells whether they mean the same"
    return f"{_both(pair, 'and')}: {why}."


def differs(pair: Pair) -> str:
    """Of two origins whose words cannot both be so."""
    why = pair.relation.why if pair.relation else ""
    return f"{_both(pair, 'but')}{': ' + why if why else ''}."


def rivals(pair: Pair) -> str:
    """Of two origins that name two doers."""
    one, other = pair.one, pair.other
    return f"{_capital(_who(one))} names {_what(one)}, and {_who(other)} names {_what(other)} as the doer."


def denial(denied: Saying, said: Saying) -> str:
    """Of somebody who says that what another says is not so."""
    return f"{_capital(_who([said]))} says {said.words}; {_who([denied])} denies {denied.words}."


def _both(pair: Pair, joint: str) -> str:
    one, other = sorted((pair.one, pair.other), key=lambda said: said[0].origin.name)
    return f"{_capital(_who(one))} says {_what(one)}, {joint} {_who(other)} says {_what(other)}"


def _who(said: Said) -> str:
    origin = said[0].origin
    return "an unknown source" if origin.sort is OriginSort.UNKNOWN else origin.name


def _what(said: Said) -> str:
    """The values, those said most often first; of figures the latest."""
    if said[0].slot in MEASURES.values():
        return counts.spoken(counts.latest(said))
    words = Counter(one.words for one in said)
    return _listed(sorted(words, key=lambda value: (-words[value], value)))


def _listed(items: list[str]) -> str:
    shown, more = items[:MOST], len(items) - MOST
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
