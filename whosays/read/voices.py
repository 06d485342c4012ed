"""The chain of voices behind a claim, outermost first."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Attribution, Voice, VoiceSort
from whosays.read import grammar, lexicon
from whosays.read.affiliation import bearer, stated_role
from whosays.read.document import Document
from whosays.read.names import GROUND, INANIMATE, Names, fold
from whosays.read.parts import Trigger
from whosays.read.reference import is_pronoun
from whosays.read.sorts import SORT_BY_HEAD, sort_of
from whosays.read.statements import Statements

CUES = lexicon.load("cues")
VOICING = (
    lexicon.words(CUES, "verbs", "say")
    | lexicon.words(CUES, "verbs", "deny")
    | lexicon.words(CUES, "verbs", "accuse")
    | lexicon.words(CUES, "verbs", "think")
    | lexicon.words(CUES, "nouns", "say")
    | {"according"}
)
"""Cues whose source vouches for the content; wishes and plans make no voice."""

TOLD = lexicon.words(CUES, "outer", "told")
TALKS = lexicon.words(CUES, "outer", "talks")
PLAIN = lexicon.words(CUES, "trailing", "verbs") | lexicon.words(CUES, "verbs", "accuse")
OBJECTS = lexicon.words(CUES, "objects", "verbs")


class AttributedVoices:
    """Chains the sources of the attributions whose content a claim stands in."""

    def voices(
        self, doc: Document, names: Names, statements: Statements, trigger: Trigger
    ) -> tuple[Voice, ...]:
        """The voices of one claim; none is the report's own voice."""
        chain = [statements.all[i] for i in statements.holding(trigger.span)]
        found: dict[str, Voice] = {}
        for attribution in chain:
            for voice in _links(doc, names, attribution):
                found.setdefault(fold(voice.name), voice)
        return tuple(found.values())


def besides(publisher: str | None, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The voices without the outlet itself, which stands before them all ("told this paper")."""
    own = set(fold(publisher or "").split())
    return tuple(v for v in voices if not own or not set(fold(v.name).split()) <= own)


def _links(doc: Document, names: Names, attribution: Attribution) -> Iterator[Voice]:
    cue = doc.head(attribution.cue[-1] if attribution.cue[-1].quote != "to" else attribution.cue[0])
    if cue is None or not _vouches(cue):
        return
    yield from _voices(names, _told(cue))
    for span in attribution.source:
        source = doc.head(span)
        if source is not None:
            yield from _voices(names, grammar.with_conjuncts(source))
    yield from _voices(names, _cited(cue))


def _vouches(cue: Token) -> bool:
    """Whether the cue makes a statement: "claimed that", but not "claimed ten lives"."""
    lemma = cue.lemma_.lower()
    if not {lemma, cue.lower_} & VOICING:
        return False
    plain_object = (
        cue.pos_ == "VERB" and grammar.children(cue, "dobj") and not grammar.children(cue, "ccomp", "xcomp")
    )
    return not plain_object or lemma in OBJECTS | TOLD


def _told(cue: Token) -> list[Token]:
    """The outlet that a statement was made to: "told the paper", "said in an interview with the paper"."""
    if cue.lemma_.lower() not in TOLD:
        return []
    direct = grammar.children(cue, "dobj", "dative")
    talks = [t for t in (*cue.children, *grammar.preposition_objects(cue, "in")) if t.lemma_.lower() in TALKS]
    through = [t for talk in (cue, *talks) for t in grammar.preposition_objects(talk, "to", "with")]
    return [t for t in (*direct, *through) if _is_outlet(t)]


def _is_outlet(token: Token) -> bool:
    return token.ent_type_ == "ORG" or (
        SORT_BY_HEAD.get(token.lemma_.lower()) is VoiceSort.OUTLET
        and not token.lower_.startswith(("reporter", "journalist"))
    )


def _cited(cue: Token) -> list[Token]:
    """Whom an outlet quotes: "reported, citing a spokesman, that"."""
    said = [c for c in grammar.children(cue, "ccomp") if c.lemma_.lower() not in VOICING]
    citing = [c for verb in (cue, *said) for c in verb.children if c.lower_ in ("citing", "quoting")]
    return [t for c in citing for o in grammar.children(c, "dobj", "pobj") for t in grammar.with_conjuncts(o)]


def _voices(names: Names, heads: list[Token]) -> Iterator[Voice]:
    for head in heads:
        named = names.of_phrase(head)
        if named is not None and _can_speak(names, head):
            role = stated_role(names, head, named[0])
            sort = sort_of(bearer(names, head, named[0]), named[0], role)
            yield Voice(*named, sort, role=role)


def _can_speak(names: Names, head: Token) -> bool:
    """A deed, a thing or a stretch of ground says nothing, even where the tree makes it the subject."""
    lemma = head.lemma_.lower()
    if lemma in INANIMATE | GROUND or head.i in names.doc.time_at:
        return False
    return (
        is_pronoun(head)
        or bool(head.ent_type_)
        or head.pos_ == "PROPN"
        or (head.dep_ in ("pobj", "nsubj") and _is_said(head))
        or _is_speaker(head)
    )


def _is_speaker(head: Token) -> bool:
    return head.lemma_.lower() in SORT_BY_HEAD or head.lower_ in SORT_BY_HEAD


def _is_said(head: Token) -> bool:
    """Whether the verb is one of plain saying, whose subject can be anybody."""
    return head.head.lemma_.lower() in PLAIN or head.head.lower_ in ("to", "by")
