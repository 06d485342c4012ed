"""Sentences that give the word to one side and then to another.

"State television said ..., while activists said ...": the parser hangs one clause below the other, and
without care the first speaker would be made to vouch for the second's words.
"""

from __future__ import annotations

from spacy.tokens import Token

from whosays.read import grammar, lexicon

CUES = lexicon.load("cues")
TURNS = lexicon.words(CUES, "turns", "words") | {"and", ";"}
SAYING = frozenset(lemma for verbs in CUES["verbs"].values() for lemma in verbs)


def own_stretch(cue: Token) -> range:
    """Indices of the part of a sentence in which the speaker of `cue` has the word."""
    turns = [t.i for t in cue.sent if t.lower_ in TURNS and _gives_the_word(t)]
    start = max((i for i in turns if i < cue.i), default=cue.sent.start)
    end = min((i for i in turns if i > cue.i), default=cue.sent.end)
    return range(start, end)


def _gives_the_word(turn: Token) -> bool:
    """Whether a new speaker and a verb of saying come right after."""
    verbs = (t for t in turn.doc[turn.i + 1 : turn.sent.end] if t.lemma_.lower() in SAYING)
    return any(s.left_edge.i == turn.i + 1 for verb in verbs for s in grammar.children(verb, "nsubj"))
