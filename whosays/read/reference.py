"""What pronouns and bare descriptions point back to within one report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from whosays.model import Span
from whosays.read import lexicon
from whosays.read.document import Document
from whosays.read.statements import Statements

PRONOUNS = lexicon.load("names")["pronouns"]
PERSON, THING, PLURAL, SPEAKER = (
    frozenset(PRONOUNS[sort]) for sort in ("singular_person", "singular_thing", "plural", "speaker")
)
SPEECH = frozenset(lexicon.load("cues")["verbs"]["say"])
GROUPS = lexicon.words(lexicon.load("names"), "groups", "heads")
OUTLETS = lexicon.words(lexicon.load("cues"), "named", "outlet")
"""Whom "the group" never repeats: who prints the report."""

SORTS = lexicon.load("cues")["sorts"]
NAMED = frozenset({"ORG", "GPE", "NORP"})
PEOPLE = (
    lexicon.words(lexicon.load("figures"), "measures", "people")
    | lexicon.words(lexicon.load("names"), "forces", "heads")
    | {head for heads in SORTS.values() for head in heads}
)
"""Nouns of those who can act, speak and be harmed."""

SPEAKING = frozenset(
    head for sort in ("unnamed official", "official", "resident") for head in SORTS[sort]
) - lexicon.words(lexicon.load("cues"), "collective", "heads")
"""Nouns of a single person without a name who may go on speaking: "an official said ... he added"."""

ACTING = frozenset({"nsubj", "nsubjpass"})
"""Where the name of an organisation stands that a bare "the group" may repeat: not what is done to it."""

SPEAKERS = 20
"""Sources before "he added" that are looked at."""

WINDOW = 160
"""Tokens that a pronoun looks back for what it stands for: about five sentences."""


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody named elsewhere."""
    return token.tag_ in ("PRP", "PRP$")


@dataclass(frozen=True, slots=True)
class Reference:
    """Candidates for what is pointed back to, in the order of the text."""

    doc: Document
    nouns: list[Token]
    described_by: dict[str, list[Token]]
    """Nouns with a modifier that tells them apart, by lemma."""

    statements: Statements
    sources: list[Span]
    """Of all statements, in the order of the text."""

    @classmethod
    def of(cls, doc: Document, statements: Statements) -> Reference:
        """Collects the nouns of a document."""
        nouns = [t for t in doc.syntax if t.pos_ in ("NOUN", "PROPN")]
        described: dict[str, list[Token]] = {}
        for noun in nouns:
            if _is_told_apart(noun):
                described.setdefault(noun.lemma_.lower(), []).append(noun)
        sources = sorted(a.source[0] for a in statements.all if a.source)
        return cls(doc, nouns, described, statements, sources)

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a pronoun stands for; None if nothing before it fits."""
        word = pronoun.lower_
        speaker = self._speaker(pronoun)
        if word in SPEAKER or (speaker is not None and _may_speak_of_itself(word, speaker)):
            return self._nearest(speaker) if speaker is not None and is_pronoun(speaker) else speaker
        if pronoun.head.dep_ == "conj" and _fits(word, pronoun.head.head):
            return pronoun.head.head  # "the party and its allies"
        return self._nearest(pronoun)

    def _nearest(self, pronoun: Token) -> Token | None:
        """The nearest fitting subject before, else the nearest fitting noun; speakers for speakers."""
        word = pronoun.lower_
        speaks = pronoun.head.lemma_.lower() in SPEECH
        if speaks and word in PERSON and (speaker := self._last_speaker(pronoun)) is not None:
            return speaker
        fitting = [t for t in self._before(pronoun) if _fits(word, t) and not self._is_misnamed(word, t)]
        subjects = [t for t in fitting if t.dep_ in ("nsubj", "nsubjpass")]
        if speaks:
            subjects = [t for t in subjects if t.head.lemma_.lower() in SPEECH] or subjects
        return next(iter(subjects or fitting), None)

    def _last_speaker(self, pronoun: Token) -> Token | None:
        """The person who spoke last before "he added", also if named beside an office or not named at all."""
        until = bisect_right(self.sources, pronoun.idx, key=lambda s: s.end)
        for span in reversed(self.sources[max(0, until - SPEAKERS) : until]):
            head = self.doc.head(span)
            beside = [head, *(c for c in head.children if c.dep_ == "appos")] if head is not None else []
            named = [t for t in beside if t.ent_type_ == "PERSON" and t.i not in self.doc.place_at]
            speaker = next(iter(named or filter(_is_somebody, beside[:1])), None)
            if speaker is not None and pronoun.i - speaker.i <= WINDOW:
                return speaker
        return None

    def _is_misnamed(self, pronoun: str, noun: Token) -> bool:
        """A town that the parser takes for a person."""
        return pronoun in PERSON and noun.i in self.doc.place_at

    def described(self, head: Token) -> Token | None:
        """The fuller phrase before that a bare "the ministry", "the group" repeats."""
        if not _is_bare(head):
            return None
        same = [t for t in self.described_by.get(head.lemma_.lower(), ()) if t.i < head.i]
        if same:
            return same[-1]
        if head.lemma_.lower() in GROUPS:
            acting = (t for t in self._before(head) if t.ent_type_ == "ORG" and t.dep_ in ACTING)
            return next((t for t in acting if t.lower_ not in OUTLETS), None)
        return None

    def _before(self, token: Token) -> list[Token]:
        """Nouns within reach before a token, the nearest first."""
        end = bisect_left(self.nouns, token.i, key=lambda t: t.i)
        start = bisect_left(self.nouns, token.i - WINDOW, key=lambda t: t.i)
        return self.nouns[start:end][::-1]

    def _speaker(self, pronoun: Token) -> Token | None:
        """ "We" and "our" are the speaker's, within his words."""
        holding = [self.statements.all[i] for i in self.statements.holding(self.doc.span(pronoun, pronoun))]
        innermost = next((a for a in reversed(holding) if a.source), None)
        return self.doc.head(innermost.source[0]) if innermost is not None else None


def _is_somebody(noun: Token) -> bool:
    """Whether one person without a name is meant."""
    return noun.tag_ == "NN" and noun.lemma_.lower() in SPEAKING


def _may_speak_of_itself(pronoun: str, speaker: Token) -> bool:
    """ "The army said it had advanced": a pronoun that agrees with the speaker is the speaker."""
    if pronoun in PERSON:
        return speaker.ent_type_ == "PERSON" or speaker.tag_ == "NN"
    if pronoun in PLURAL:
        return speaker.tag_ in ("NNS", "NNPS")
    return pronoun in THING and speaker.ent_type_ != "PERSON" and speaker.tag_ in ("NN", "NNP", "NNPS")


def _fits(pronoun: str, noun: Token) -> bool:
    if pronoun in PERSON:
        return noun.ent_type_ == "PERSON"
    if pronoun in PLURAL:
        several = noun.tag_ in ("NNS", "NNPS") or bool(noun.conjuncts)
        return several and (noun.ent_type_ in NAMED or noun.lemma_.lower() in PEOPLE)
    if noun.ent_type_ == "PERSON":
        return False
    return noun.ent_type_ in NAMED or noun.pos_ == "PROPN" or noun.lemma_.lower() in GROUPS


def _is_told_apart(noun: Token) -> bool:
    return any(c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i for c in noun.children)


def _is_bare(noun: Token) -> bool:
    """ "the source", with nothing else before it."""
    before = [c for c in noun.children if c.i < noun.i]
    return noun.pos_ == "NOUN" and len(before) == 1 and before[0].lower_ in ("the", "this", "that")
