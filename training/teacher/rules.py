"""Reported statements: source, cue and content, by cue words and the dependency tree.

Four constructions are read: a verb with a clause or a quotation ("he said that ..."), a phrase
("according to ..."), an adverb without a source ("reportedly"), and a passive without a source ("it was
reported that ..."). A quotation that goes on after its sentence belongs to the same attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from training.teacher.contrast import own_stretch
from training.teacher.trailing import closing_source
from whosays.model import Attribution, Span
from whosays.read import grammar, lexicon
from whosays.read.spoken import with_quotations
from whosays.read.statements import with_parents

CUES = lexicon.load("cues")
SPEECH = lexicon.words(CUES, "verbs", "say") | lexicon.words(CUES, "verbs", "deny")
THOUGHT = lexicon.words(CUES, "verbs", "think") | lexicon.words(CUES, "verbs", "intend")
ACCUSING = lexicon.words(CUES, "verbs", "accuse")
NOUNS = lexicon.words(CUES, "nouns", "say")
UNSOURCED = lexicon.words(CUES, "adverbs", "unsourced")


@dataclass(frozen=True, slots=True)
class _Parts:
    """Tokens of one attribution before they become spans."""

    source: tuple[Token, ...]
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    closes: bool = False
    """Whether the source ends a sentence, all of which is its content."""


def attributions(syntax: Doc) -> tuple[Attribution, ...]:
    """All attributions of a text, in the order of their cues, with parents."""
    text = syntax.text
    parts = [p for token in syntax for p in _at(token) if p.content]
    closing = {p.cue[0].sent.start: p.source[0].i for p in parts if p.closes}
    found = [_as_spans(text, _up_to(p, closing.get(p.cue[0].sent.start))) for p in parts]
    return with_parents(with_quotations(text, [a for a in found if a.cue]))


def _up_to(parts: _Parts, closing: int | None) -> _Parts:
    """What somebody says ends where the one begins who closes the sentence by passing it on."""
    if closing is None or parts.closes or parts.cue[-1].i > closing:
        return parts
    return replace(parts, content=tuple(t for t in parts.content if t.i < closing))


def _at(token: Token) -> Iterator[_Parts]:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in SPEECH | THOUGHT | ACCUSING:
        yield _verb(token)
    elif token.lower_ == "according" and grammar.children(token, "prep"):
        yield _according(token)
    elif token.pos_ == "ADV" and token.lower_ in UNSOURCED:
        clause = [t for t in token.head.subtree if t.i != token.i]
        yield _Parts((), (token,), tuple(clause))
    elif token.pos_ == "NOUN" and lemma in NOUNS:
        yield _noun(token)


def _verb(verb: Token) -> _Parts:
    cue = [t for t in verb.children if t.dep_ in ("aux", "auxpass", "neg", "prt")]
    closing = closing_source(verb)
    if closing:
        before = verb.doc[verb.sent.start : closing[0].i]
        return _Parts(tuple(closing), (verb,), tuple(before), closes=True)
    source = _np(grammar.doers(verb))
    content = _clauses(verb) or _objects(verb) or _around(verb)
    stretch = own_stretch(verb)
    return _Parts(source, (*cue, verb), _without((t for t in content if t.i in stretch), source))


def _clauses(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    return [t for clause in found for t in clause.subtree]


def _objects(verb: Token) -> list[Token]:
    """ "denied the attack", "reported 12 deaths", "accused the army of ..."."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd")]
    if verb.lemma_ in ("tell", "inform"):
        return []
    of = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "about", "as")]
    of += [c for doer in grammar.doers(verb) for c in doer.children if grammar.children(c, "pcomp")]
    return [t for part in (*found, *of) for t in part.subtree] if found else []


def _around(verb: Token) -> list[Token]:
    """The clause that a parenthetical cue stands in: "The town, he said, had fallen"."""
    if verb.dep_ not in ("parataxis", "ccomp", "advcl", "dep") or grammar.children(verb, "mark"):
        return []
    own = {t.i for t in verb.subtree}
    return [t for t in verb.head.subtree if t.i not in own]


def _according(token: Token) -> _Parts:
    to = grammar.children(token, "prep")[0]
    source = _np([t for t in to.children if t.dep_ == "pobj"])
    own = {t.i for t in token.subtree}
    clause = token.sent.root if _stands_apart(token) else token.head
    content = [t for t in clause.subtree if t.i not in own]
    return _Parts(source, (token, to), tuple(content))


def _stands_apart(token: Token) -> bool:
    """At the start or the end of a sentence "according to" covers all of it, within it its own clause."""
    last = token.doc[token.sent.end - 1]
    closing = token.right_edge.i + 1 >= token.sent.end or (last.is_punct and token.right_edge.i + 2 >= last.i)
    return token.i == token.sent.start or closing or token.head.pos_ not in ("VERB", "AUX")


def _noun(noun: Token) -> _Parts:
    clauses = [c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.pos_ in ("VERB", "AUX")]
    marked = [c for c in clauses if grammar.children(c, "mark")]
    source = _np([*grammar.children(noun, "poss"), *grammar.preposition_objects(noun, "by", "from")])
    content = [t for clause in marked for t in clause.subtree]
    return _Parts(source, (noun,), _without(content, source))


def _np(heads: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens of the noun phrases of `heads`."""
    tokens: list[Token] = []
    for head in heads:
        first, last = grammar.phrase(head)
        tokens.extend(head.doc[first.i : last.i + 1])
    return tuple(tokens)


def _without(content: Iterable[Token], source: Iterable[Token]) -> tuple[Token, ...]:
    taken = {t.i for t in source}
    return tuple(t for t in content if t.i not in taken)


def _as_spans(text: str, parts: _Parts) -> Attribution:
    return Attribution(_runs(text, parts.source), _runs(text, parts.cue), _runs(text, parts.content))


def _runs(text: str, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Spans of the unbroken runs of tokens, without punctuation and space at their ends."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda t: t.i):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (_trim(run) for run in runs)
    return tuple(Span.of(text, run[0].idx, run[-1].idx + len(run[-1])) for run in trimmed if run)


def _trim(run: list[Token]) -> list[Token]:
    solid = [i for i, t in enumerate(run) if not (t.is_punct or t.is_space) or t.is_quote]
    return run[solid[0] : solid[-1] + 1] if solid else []
