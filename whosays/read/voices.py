"""The chain of voices behind a claim, outermost first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from whosays.model import Attribution, Span, Voice, VoiceSort
from whosays.read import grammar, lexicon
from whosays.read.affiliation import bearer, stated_role
from whosays.read.document import Document
from whosays.read.names import Names, fold
from whosays.read.parts import Trigger
from whosays.read.sorts import SORT_BY_HEAD, sort_of
from whosays.read.statements import Statements
from whosays.read.titles import BODIES, PEOPLE

CUES = lexicon.load("cues")
INTENDING = lexicon.words(CUES, "verbs", "intend")
"""Cues whose source wants or plans something and vouches for nothing."""

DENYING = lexicon.words(CUES, "verbs", "deny")
EVIDENT = lexicon.words(CUES, "verbs", "evident")
"""Cues that also what happened can have for a source, which is nobody's word."""

HEARSAY = lexicon.words(CUES, "hearsay", "words")

OPENING = lexicon.words(CUES, "hearsay", "opening")
"""What opens that which hearsay holds: "comment on reports that"."""

LEAD = 6
"""Tokens after a cue among which hearsay may be named."""

MARKS = ('"', "“", "«", "``")

TOLD = lexicon.words(CUES, "outer", "told")
TALKS = lexicon.words(CUES, "outer", "talks")


class AttributedVoices:
    """Chains the sources of the attributions whose content a claim stands in, and what the network adds."""

    def voices(
        self, doc: Document, names: Names, statements: Statements, triggers: tuple[Trigger, ...]
    ) -> tuple[tuple[Voice, ...], ...]:
        """The voices of each claim; none is the report's own voice."""
        chains = _Chains.of(doc, names, statements)
        return tuple(chains.behind(trigger) for trigger in triggers)


@dataclass(frozen=True, slots=True)
class _Chains:
    """The statements of a document with the voices of each, and the tokens of all their sources."""

    doc: Document
    names: Names
    statements: Statements
    links: tuple[list[Voice], ...]
    sources: frozenset[int]

    @classmethod
    def of(cls, doc: Document, names: Names, statements: Statements) -> _Chains:
        sources = frozenset(i for source in statements.sources for i in doc.tokens(source))
        return cls(doc, names, statements, tuple(_all_links(doc, names, statements)), sources)

    def behind(self, trigger: Trigger) -> tuple[Voice, ...]:
        """The voices of a claim, each where it comes first."""
        linked = [voice for i in self.statements.holding(trigger.span) for voice in self.links[i]]
        found: dict[str, Voice] = {}
        for voice in linked or _voices(self.names, self._further(trigger)):
            found.setdefault(fold(voice.name), voice)
        return tuple(found.values())

    def _further(self, trigger: Trigger) -> list[Token]:
        """Whom the network ties to a claim beside the sources in its sentence, which the chain has judged."""
        spans = sorted(trigger.ties.spans("voice"))
        heads = [head for span in spans if (head := _nominal(self.doc, span)) is not None]
        sentence = trigger.head.sent.start
        here = [h for h in heads if h.i not in self.sources or h.sent.start != sentence]
        return [h for h in here if not any(line.covers(self.doc.span(h, h)) for line in self.doc.headings)]


def _all_links(doc: Document, names: Names, statements: Statements) -> Iterator[list[Voice]]:
    """The voices of every statement, outlet first; who has spoken to an outlet goes on speaking to it."""
    told: dict[str, list[Voice]] = {}
    for attribution in statements.all:
        outlets, sources = _links(doc, names, attribution)
        speakers = [_last_word(s.name) for s in sources]
        before = next((told[s] for s in speakers if s in told), [])
        told |= {s: outlets for s in speakers if outlets}
        yield [*(outlets or before), *sources]


def _last_word(name: str) -> str:
    """What somebody is called again by: a last name, "the source" after "Turkish security sources"."""
    *_, last = ("", *fold(name).split(" of ")[0].split())
    return last.removesuffix("s")


def besides(publisher: str | None, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The voices without the outlet itself, by its name or initials, before them all ("told this paper")."""
    own = fold(publisher or "").split()
    initials = "".join(word[0] for word in own)
    names = [(v, set(fold(v.name).split())) for v in voices]
    return tuple(v for v, words in names if not own or not (words <= set(own) or words == {initials}))


def _links(doc: Document, names: Names, attribution: Attribution) -> tuple[list[Voice], list[Voice]]:
    """The outlets that a statement was made to, and who made it; nobody vouches for what he merely wants."""
    cues = [doc.syntax[i] for part in attribution.cue for i in doc.tokens(part)]
    if any(cue.lemma_.lower() in INTENDING for cue in cues) and not _is_quoted(attribution):
        return [], list(_voices(names, _passed_on(doc, attribution)))
    heads = [head for span in attribution.source if (head := _nominal(doc, span)) is not None]
    if any(cue.lemma_.lower() in EVIDENT for cue in cues):
        heads = [head for head in heads if not _is_happening(head)]
    sources = [t for head in heads for t in grammar.with_conjuncts(head)]
    if sources and not any(cue.lemma_.lower() in DENYING for cue in cues):
        sources += _passed_on(doc, attribution)
    return list(_voices(names, [t for cue in cues for t in _told(doc, cue)])), list(_voices(names, sources))


def _is_happening(head: Token) -> bool:
    """ "The raid shows that", "the performance of the army suggests that": from which others conclude."""
    phrase = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return phrase.pos_ == "NOUN" and not phrase.ent_type_ and not _can_tell(phrase)


def _can_tell(noun: Token) -> bool:
    return any(word in SORT_BY_HEAD or word in PEOPLE | BODIES for word in (noun.lemma_.lower(), noun.lower_))


def _passed_on(doc: Document, attribution: Attribution) -> list[Token]:
    """What the speaker passes on, nobody's word in particular: "cited reports that"."""
    cue, content = doc.tokens(attribution.cue[-1]), doc.tokens(attribution.content[0])
    after = doc.syntax[cue[0] + 1 : min(cue[0] + 1 + LEAD, content[-1] + 1)]  # none if the content is first
    lead = takewhile(lambda token: token.lower_ not in OPENING, after)
    return [token for token in lead if token.lower_ in HEARSAY]


def _is_quoted(attribution: Attribution) -> bool:
    return attribution.content[0].quote.startswith(MARKS)


def _nominal(doc: Document, span: Span) -> Token | None:
    """The noun or pronoun that heads a span, whatever the parser hangs it on; None if there is none."""
    nouns = [
        doc.syntax[i] for i in doc.tokens(span) if doc.syntax[i].pos_ in grammar.NOMINAL - {"ADJ", "NUM"}
    ]
    inside = {t.i for t in nouns}
    outer = [t for t in nouns if not any(a.i in inside for a in t.ancestors)]
    named = [t for t in outer if t.ent_type_]
    head = next(iter(named or outer), None)
    while head is not None and head.dep_ == "compound":
        head = head.head  # "social media" of "social media accounts"
    return head


def _told(doc: Document, cue: Token) -> list[Token]:
    """The outlet that a statement was made to: "told the paper", "said in an interview with the paper"."""
    if cue.lemma_.lower() not in TOLD:
        return []
    direct = grammar.children(cue, "dobj", "dative")
    talks = [t for t in (*cue.children, *grammar.preposition_objects(cue, "in")) if t.lemma_.lower() in TALKS]
    through = [t for talk in (cue, *talks) for t in grammar.preposition_objects(talk, "to", "with")]
    return [t for t in (*direct, *through) if _is_outlet(doc, t)]


def _is_outlet(doc: Document, token: Token) -> bool:
    """Whether a hearer is an outlet: by its head, or as a name that is neither somebody's nor a place's."""
    if token.pos_ == "PROPN" and token.i not in doc.place_at:
        return token.ent_type_ in ("", "ORG") or token.is_upper
    sort = SORT_BY_HEAD.get(token.lemma_.lower()) or SORT_BY_HEAD.get(token.lower_)
    return sort is VoiceSort.OUTLET and not token.lower_.startswith(("reporter", "journalist"))


def _voices(names: Names, heads: list[Token]) -> Iterator[Voice]:
    for head in heads:
        named = names.of_phrase(head)
        if named is not None:
            role = stated_role(names, head, named[0])
            sort = sort_of(bearer(names, head, named[0]), named[0], role)
            yield Voice(*named, sort, role=role)
