"""How a voice stands to what it says: asserted, denied, unconfirmed, predicted or conditional."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.model import Stance
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.parts import Trigger

WORDS = lexicon.load("stance")
HEARSAY = lexicon.words(WORDS, "told", "hearsay")
TELLINGS = lexicon.words(WORDS, "told", "nouns")
"""Nouns through which what governs them reaches the claim: "rejected the report that"."""

DOUBTING = lexicon.words(WORDS, "unconfirmed", "adverbs")
FAILED = lexicon.words(WORDS, "denied", "adjectives") | lexicon.words(WORDS, "denied", "adverbs")
PREVENTING = lexicon.words(WORDS, "preventing", "governors")
ASSERTING = lexicon.words(WORDS, "asserting", "governors")
ORDER = (Stance.DENIED, Stance.CONDITIONAL, Stance.PREDICTED, Stance.UNCONFIRMED)
"""Where several apply, the first: "did not threaten to" is denied."""

GOVERNED = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "dobj", "conj", "pobj", "prep"})
"""Ties through which a governing word bears on what hangs on it."""

REACH = 3
"""Governing words that can change a claim's stance, counted upwards from the trigger."""


class LexicalStance:
    """Reads stance from negation, modals, adverbs, marks and governing words."""

    def stance(self, doc: Document, trigger: Trigger) -> Stance:  # noqa: ARG002
        """The stance of one claim."""
        return stance_of(trigger)


def stance_of(trigger: Trigger) -> Stance:
    """The stance that the words around a trigger make."""
    return stance_by(trigger)[0]


def stance_by(trigger: Trigger) -> tuple[Stance, Token | None]:
    """The stance, and the word that makes it so; none makes it asserted."""
    found = dict(reversed([*_of_clause(trigger.head), *_of_governors(trigger.head)]))
    return next(((stance, found[stance]) for stance in ORDER if stance in found), (Stance.ASSERTED, None))


def _clause(head: Token) -> Token:
    """The verb whose modals and negation bear on a trigger: its own, or the light verb over a noun."""
    if head.pos_ in ("VERB", "AUX"):
        return head
    up = head.head
    if head.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "acomp", "oprd") and up.pos_ in ("VERB", "AUX"):
        return up
    return head


Made = tuple[Stance, Token]
"""A stance and the word that makes it."""


def _of_clause(head: Token) -> Iterator[Made]:
    verb = _clause(head)
    for child in (*verb.children, *_of_shared_verb(verb)):
        yield from _of_dependant(child)
    yield from (s for child in head.children for s in _of_adjective(child))


def _of_shared_verb(verb: Token) -> list[Token]:
    """Modals and doubts of the verb that this one goes on from: "will advance and seize"."""
    own_subject = any(c.dep_ in grammar.SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subject:
        return [c for c in verb.head.children if c.dep_ == "aux" or c.lower_ in DOUBTING]
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return [c for c in verb.head.children if c.lower_ in DOUBTING]
    return []


def _of_dependant(child: Token) -> Iterator[Made]:
    word = child.lower_
    if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
        yield Stance.DENIED, child
    if child.dep_ in ("nsubj", "dobj", "nsubjpass"):
        yield from ((Stance.DENIED, g) for g in child.children if g.lower_ == "no")
    for stance in (Stance.UNCONFIRMED, Stance.PREDICTED, Stance.CONDITIONAL):
        entry = WORDS[stance.value]
        if child.dep_ == "aux" and word in entry.get("modals", ()):
            yield stance, child
        if child.dep_ == "advmod" and word in entry.get("adverbs", ()):
            yield stance, child
        if child.dep_ == "mark" and word in entry.get("marks", ()):
            yield stance, child


def _of_adjective(child: Token) -> Iterator[Made]:
    if child.lower_ in ("no", "without"):
        yield Stance.DENIED, child
    if child.dep_ == "amod" and child.lower_ in WORDS["unconfirmed"]["adjectives"]:
        yield Stance.UNCONFIRMED, child


def _of_governors(head: Token) -> Iterator[Made]:
    """ "failed to take", "vowed to retake", "is believed to have killed"."""
    token = _clause(head)
    for _ in range(REACH):
        governor = token.head
        if governor.i == token.i or token.dep_ not in GOVERNED or _describes(token):
            return
        if token.dep_ == "conj":  # "denied ... and blamed": what governs the one governs the other
            token = governor
            continue
        lemma = governor.lemma_.lower()
        found = list(_of_governor(token, governor))
        yield from found
        if lemma in HEARSAY:
            yield Stance.UNCONFIRMED, governor
        elif found and governor.pos_ == "NOUN":
            pass  # "foiled a bid to take": what is done to the bid decides
        elif found or (governor.pos_ != "ADP" and lemma not in ASSERTING | TELLINGS):
            return
        token = governor


def _describes(token: Token) -> bool:
    """ "media linked to rebels": a participle that only describes its noun is not governed through it."""
    return token.dep_ == "acl" and not any(c.dep_ == "mark" or c.tag_ == "TO" for c in token.children)


def _of_governor(token: Token, governor: Token) -> Iterator[Made]:
    lemma = governor.lemma_.lower()
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    if infinitive and (failed := _failure(governor)) is not None:
        yield Stance.DENIED, failed
        return
    for stance in ORDER:
        if lemma in WORDS[stance.value].get("governors", ()) and (infinitive or token.dep_ != "advcl"):
            if not _is_undone(stance, token, governor):
                yield stance, governor
            return
    if infinitive and token.dep_ == "advcl":
        yield Stance.CONDITIONAL, token  # a purpose: "in order to", "to recapture"


def _failure(governor: Token) -> Token | None:
    """What tells that "a failed bid to", "an attack unsuccessfully launched to" did not succeed."""
    return next((c for c in governor.children if c.lower_ in FAILED), None)


def _is_undone(stance: Stance, token: Token, governor: Token) -> bool:
    """ "was unable to prevent them from", and "we have taken it, he vowed": neither denied nor predicted."""
    if stance is Stance.PREDICTED:
        return token.tag_ == "VBD" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)
    above = governor.head
    doubly = governor.dep_ == "xcomp" and above.lemma_.lower() in WORDS["denied"]["governors"]
    return stance is Stance.DENIED and governor.lemma_.lower() in PREVENTING and doubly
