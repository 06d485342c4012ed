"""What a noun phrase is called: the report's fullest name for it, pronouns resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spacy.tokens import Token

from whosays.model import NameMention, NameSort, Span
from whosays.read import grammar, lexicon
from whosays.read.document import Document

WORDS = lexicon.load("names")
PERSON = lexicon.words(WORDS, "pronouns", "singular_person")
THING = lexicon.words(WORDS, "pronouns", "singular_thing")
PLURAL = lexicon.words(WORDS, "pronouns", "plural")
SPEAKER = lexicon.words(WORDS, "pronouns", "speaker")
NAMELESS = lexicon.words(WORDS, "pronouns", "unknown") | lexicon.words(WORDS, "pronouns", "relative")
PARTITIVE = lexicon.words(WORDS, "partitive", "heads")
INANIMATE = lexicon.words(WORDS, "inanimate", "heads")

ALIAS = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][\w.&-]{1,11})\s*\)")
"""The short name in brackets after a long one: "Hayat Tahrir al-Sham (HTS)"."""

LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|some|any|both|all|several|other|another|more)\s+)+", re.IGNORECASE
)
POSSESSIVE = re.compile(r"['’]s?$")
WINDOW = 160
"""Tokens that a pronoun looks back for what it stands for: about five sentences."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document."""

    doc: Document
    full: dict[str, str] = field(default_factory=dict)
    """Fullest form by the folded form of each shorter one."""

    @classmethod
    def of(cls, doc: Document) -> Names:
        """Collects the document's names and the short forms that each is also called by."""
        full: dict[str, str] = {}
        for mention in doc.names:
            name = clean(mention.span.quote)
            full.setdefault(fold(name), name)
            for short in _short_forms(doc.text, mention):
                full.setdefault(fold(short), name)
        return cls(doc, full)

    def of_phrase(self, head: Token) -> tuple[str, Span] | None:
        """Name and span of the noun phrase of `head`; None if it stands for nothing nameable."""
        if head.lower_ in NAMELESS:
            return None
        if head.pos_ == "PRON" or (head.dep_ == "poss" and head.tag_ == "PRP$"):
            return self._of_pronoun(head)
        first, last = grammar.phrase(head)
        span = self.doc.span(*_core(first, last, head))
        name = clean(span.quote)
        return (self.fullest(name), span) if name else None

    def fullest(self, name: str) -> str:
        """The longest form under which the report names the same, else `name` itself."""
        return self.full.get(fold(name), name)

    def _of_pronoun(self, pronoun: Token) -> tuple[str, Span] | None:
        head = self.antecedent(pronoun)
        found = self.of_phrase(head) if head is not None else None
        return (found[0], self.doc.span(pronoun, pronoun)) if found else None

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a pronoun stands for: the nearest fitting subject before, else the nearest noun."""
        fits = _fitting(pronoun.lower_)
        if fits is None:
            return None
        before = self.doc.syntax[max(0, pronoun.i - WINDOW) : pronoun.i]
        nouns = [t for t in reversed(list(before)) if t.pos_ in ("NOUN", "PROPN") and fits(t)]
        subjects = [t for t in nouns if t.dep_ in ("nsubj", "nsubjpass")]
        return next(iter(subjects or nouns), None)


def _fitting(pronoun: str):  # type: ignore[no-untyped-def]
    if pronoun in PERSON:
        return lambda t: t.ent_type_ == "PERSON"
    if pronoun in PLURAL:
        return lambda t: t.tag_ in ("NNS", "NNPS") and t.lemma_.lower() not in INANIMATE
    if pronoun in THING:
        return lambda t: t.ent_type_ in ("ORG", "GPE") or t.lemma_.lower() in ("group", "army", "government")
    return None


def _core(first: Token, last: Token, head: Token) -> tuple[Token, Token]:
    """The phrase without what counts it: "at least 12 civilians" -> "civilians"."""
    tokens = [t for t in head.doc[first.i : head.i + 1] if not _counts(t)]
    start = tokens[0] if tokens else head
    if head.lemma_.lower() in PARTITIVE or head.pos_ == "NUM":
        inner = [o for o in grammar.preposition_objects(head, "of") if o.i <= last.i]
        if inner:
            return _core(*grammar.phrase(inner[0]), inner[0])
    return start, last


def _counts(token: Token) -> bool:
    return (
        token.dep_ in ("det", "nummod", "predet", "quantmod", "advmod", "punct", "prep")
        or token.pos_ in ("NUM", "DET")
        or token.ent_type_ in ("CARDINAL", "ORDINAL")
        or token.is_space
    )


def _short_forms(text: str, mention: NameMention) -> list[str]:
    """Other names of the same: a bracketed acronym, a person's last name."""
    after = ALIAS.match(text, mention.span.end)
    forms = [after[1]] if after else []
    parts = clean(mention.span.quote).split()
    if mention.sort is NameSort.PERSON and len(parts) > 1:
        forms.append(parts[-1])
    return forms


def clean(words: str) -> str:
    """A name without article, possessive ending and surrounding marks, on one line."""
    flat = " ".join(words.split()).strip(" ,.;:\"“”'‘’()[]")
    return POSSESSIVE.sub("", LEADING.sub("", flat))


def fold(name: str) -> str:
    """The form under which names are compared within one report."""
    return clean(name).casefold()
