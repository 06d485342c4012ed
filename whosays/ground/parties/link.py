"""From a mention to a party. A wrong link is worse than none, so that whatever is not understood
word by word is left alone.

A mention is understood as: words that describe, the name (or a state's adjective), and heads.

    US-backed Syrian Kurdish | Syrian Democratic Forces | fighters
              two            |         Russian          | warplanes
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whosays.ground.parties.fold import Words, key, phrase, words
from whosays.ground.parties.grammar import arrangements, describes, heads, split_brackets, without_apposition
from whosays.ground.parties.index import Context, Index
from whosays.ground.parties.lexicon import Head, Lexicon
from whosays.model.party import Party, PartySort

_LONGEST = 200
"""Characters; a longer mention is a sentence and names no one party."""
_STANDS_APART = frozenset({"rebels", "opposition"})
"""Heads that turn a state's adjective against it, wherever they stand: "Syrian opposition sources"."""

_OF_A_BODY = frozenset({"office", "air-raids", "strikes"})
"""Heads that yield to the body they belong to: "army commander", "army air raids"."""


class Linker:
    """Links mentions to the parties of an index."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        """Link by the names of `index` and the grammar of `lexicon`."""
        self._index = index
        self._lexicon = lexicon

    def link(self, mention: str, context: Context) -> Party | None:
        """The one party that a mention names, or None if it is unknown or could be several."""
        if len(mention) > _LONGEST:
            return None
        before, inside, behind = split_brackets(mention)
        found = self._phrase(without_apposition(f"{before} {behind}"), context)
        alias = self._index.named(key(inside), context)
        if alias is None or found == alias:
            return found
        stands_alone = found is None and alias.sort is not PartySort.STATE
        return alias if stands_alone and self._is_bracketed_name(words(before), words(behind)) else None

    def _is_bracketed_name(self, before: Words, behind: Words) -> bool:
        """Whether an acronym in brackets follows a name, known or not, and nothing else of weight."""
        light = self._lexicon.particles | self._lexicon.neutral | self._lexicon.qualifiers
        named = all(not small or word in light for word, small in zip(before.keys, before.small, strict=True))
        return named and heads(behind, self._lexicon) is not None

    def _phrase(self, text: str, context: Context) -> Party | None:
        for arranged in arrangements(words(text), self._lexicon):
            if found := self._arranged(arranged, context):
                return found
        return None

    def _arranged(self, mention: Words, context: Context) -> Party | None:
        if role := self._lexicon.generic.get(phrase(mention.keys)):
            return self._index.role_near(role, context)
        cores = list(self._cores(mention))
        named = {party for core in cores if (party := self._around_name(mention, *core, context))}
        found = named or {
            state for core in cores if (state := self._around_adjective(mention, *core, context))
        }
        return found.pop() if len(found) == 1 else None

    def _cores(self, mention: Words) -> Iterator[tuple[int, int]]:
        """Stretches of a mention that are names or adjectives and lie within no longer one."""
        taken = 0
        for start in range(len(mention)):
            for end in range(min(len(mention), start + self._index.longest), max(start, taken), -1):
                core = phrase(mention.keys[start:end])
                if self._index.is_name(core) or self._index.is_adjective(core):
                    yield start, end
                    taken = end
                    break

    def _around_name(self, mention: Words, start: int, end: int, context: Context) -> Party | None:
        party = self._index.named(phrase(mention.keys[start:end]), context)
        if party is None or not self._describes(mention.part(0, start), self._apt(party, context)):
            return None
        behind = heads(mention.part(end), self._lexicon)
        if party.sort is PartySort.STATE and end < len(mention):
            fitting = behind and all(head.after_name for head in behind)
            return self._organ(party, behind, context) if fitting else None
        return party if behind is not None and not (behind and party.sort is PartySort.PERSON) else None

    def _around_adjective(self, mention: Words, start: int, end: int, context: Context) -> Party | None:
        state = self._index.of_adjective(phrase(mention.keys[start:end]), context)
        if state is None or not self._describes(mention.part(0, start), lambda _: False):
            return None
        if len(mention) == 1:
            return state
        return self._organ(state, heads(mention.part(end), self._lexicon), context)

    def _organ(self, state: Party, behind: list[Head] | None, context: Context) -> Party | None:
        """Who in a state is meant by the heads behind its name."""
        if not behind:
            return None
        head = _decisive(behind)
        for role in head.roles:
            if found := self._index.role_under(state, role, context):
                return found
        return state if head.state and state.sort is PartySort.STATE else None

    def _apt(self, party: Party, context: Context) -> Callable[[str], bool]:
        """Tells which words may describe `party`: its countries' adjectives, and offices of a person."""

        def is_apt(word: str) -> bool:
            if party.sort is PartySort.STATE:
                return False
            if state := self._index.state(word, context):
                return not set(state.countries).isdisjoint(party.countries)
            return word in (
                self._lexicon.offices if party.sort is PartySort.PERSON else self._lexicon.qualifiers
            )

        return is_apt

    def _describes(self, before: Words, is_apt: Callable[[str], bool]) -> bool:
        return describes(before, self._lexicon, is_apt, self._index.is_name)


def _decisive(behind: list[Head]) -> Head:
    """The head that says who in a state is meant: rebels wherever they stand, else the last body.

    An army commander acts for the army, a president for the state.
    """
    apart = [head for head in behind if head.name in _STANDS_APART]
    bodies = [head for head in behind if head.name not in _OF_A_BODY]
    return (apart or bodies[::-1] or behind[::-1])[0]
