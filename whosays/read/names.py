"""What a noun phrase is called: the report's fullest name for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from whosays.model import NameMention, NameSort, Span
from whosays.read import grammar, lexicon
from whosays.read.document import Document
from whosays.read.reference import Reference, is_pronoun
from whosays.read.statements import Statements

WORDS = lexicon.load("names")
NAMELESS = lexicon.words(WORDS, "pronouns", "unknown") | lexicon.words(WORDS, "pronouns", "relative")
PARTITIVE = lexicon.words(WORDS, "partitive", "heads")
GROUND = lexicon.words(WORDS, "places", "heads")
INANIMATE = lexicon.words(WORDS, "inanimate", "heads")
FORCES = lexicon.words(WORDS, "forces", "heads")
HEADS = lexicon.words(WORDS, "organisations", "heads")
LINKING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})
PROPER = frozenset({"PERSON", "ORG"})

ALIAS = re.compile(r"\s*[(\[]\s*(?:the\s+)?([A-Z][\w.&-]{1,11})\s*[)\]]")
"""The short name in brackets after a long one: "Hayat Tahrir al-Sham (HTS)"."""

LEADING = re.compile(
    rf"^(?:(?i:{'|'.join(WORDS['leading']['words'])})\s+|(?:{'|'.join(WORDS['leading']['links'])})\s+)+"
)
"""Articles, prepositions and the like before a name; "In Salah" is a town, so only those in small letters."""

PURPOSE = re.compile(r"\s+(?:for|of|on)\s")
"""What an organisation is for, at the end of its name: it is called without that, too."""

TRAILING = re.compile(r"(?:['’]s?|-led)$")
"""What ends a name without being part of it: "the army's", "the US-led"."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one document, and what its pronouns and short descriptions stand for."""

    doc: Document
    full: dict[str, str]
    """Fullest form by the folded form of each shorter one."""

    mentions: dict[str, list[Span]]
    """Where names stand, by their last word, folded."""

    reference: Reference

    @classmethod
    def of(cls, doc: Document, statements: Statements) -> Names:
        """Collects the names with their short forms, and who speaks where."""
        return cls(doc, full_forms(doc), _mentions(doc), Reference.of(doc, statements))

    def of_phrase(self, head: Token) -> tuple[str, Span] | None:
        """Name and span of the noun phrase of `head`; None if it stands for nothing nameable."""
        if head.lower_ in NAMELESS or head.is_punct or head.pos_ in LINKING or head.i in self.doc.time_at:
            return None
        if is_pronoun(head):
            return self._by_reference(head)
        span = self._phrase(proper(head))
        name = clean(span.quote)
        if not name or name.replace(",", "").isdigit():
            return None
        return self._whole(proper(head), name), span

    def of_words(self, span: Span) -> tuple[str, Span]:
        """Name and span of words that are one phrase, whatever the tree makes of them."""
        inside = [self.doc.syntax[i] for i in self.doc.tokens(span)]
        first = next((t for t in inside if not _counts(t)), inside[0])
        words = self.doc.span(first, inside[-1])
        return self.fullest(clean(words.quote)), words

    def fullest(self, name: str) -> str:
        """The longest form under which the report names the same, else `name` itself."""
        return name if name.islower() else self.full.get(fold(name), name)

    def _whole(self, head: Token, name: str) -> str:
        """The fullest name; "the ministry" is the ministry named before, "our forces" the speaker's."""
        owner = next((c for c in head.children if c.dep_ == "poss" and is_pronoun(c)), None)
        if owner is not None and head.lemma_.lower() in FORCES:
            owned = self._by_reference(owner)
            return f"{owned[0]}'s {name}" if owned else name
        before = self.reference.described(head)
        return clean(self._phrase(before).quote) if before is not None else self.fullest(name)

    def _by_reference(self, pronoun: Token) -> tuple[str, Span] | None:
        head = self.reference.antecedent(pronoun)
        found = self.of_phrase(head) if head is not None and not is_pronoun(head) else None
        return (found[0], self.doc.span(pronoun, pronoun)) if found else None

    def _phrase(self, head: Token) -> Span:
        first, last = _core(*grammar.phrase(head), head)
        if head.ent_type_ == "PERSON":
            last = head  # "Omar Siddiq of the Falcon Institute": where he belongs is not his name
        entity = _entity(head)
        if entity is not None:
            first = min(first, entity[0], key=lambda t: t.i)
            last = max(last, entity[1], key=lambda t: t.i)
        return self.doc.span(self._after_time(_after_quote(first, head), last), last)

    def _after_time(self, first: Token, last: Token) -> Token:
        """The start of the phrase itself, after the day of "Friday's airstrike" or "Monday the agency"."""
        while first.i < last.i and (first.i in self.doc.time_at or first.tag_ == "POS"):
            first = first.nbor()
        return first


def _after_quote(first: Token, head: Token) -> Token:
    """The start of a phrase that a lost comma joined to the quotation before it."""
    closing = [t.i for t in head.doc[first.i : head.i] if t.is_right_punct and t.is_quote]
    return head.doc[closing[-1] + 1] if closing else first


def full_forms(doc: Document) -> dict[str, str]:
    """The fullest form of every name of a document, by the folded form of each shorter one."""
    full: dict[str, str] = {}
    for mention in doc.names:
        name = clean(mention.span.quote)
        full.setdefault(fold(name), name)
        for short in _short_forms(doc.text, mention):
            full.setdefault(fold(short), name)
    return full | _by_head(doc, full)


def _by_head(doc: Document, full: dict[str, str]) -> dict[str, str]:
    """Organisations by what they are, "the Observatory", where only one in the report is that."""
    several = (m for m in doc.names if m.sort is NameSort.ORGANISATION and " " in m.span.quote)
    names = dict.fromkeys(full[fold(clean(m.span.quote))] for m in several)
    heads: dict[str, list[str]] = {}
    for name in names:
        for head in PURPOSE.split(name)[0].split()[-1:]:
            heads.setdefault(fold(head), []).append(name)
    return {head: found[0] for head, found in heads.items() if head in HEADS and len(found) == 1}


def _mentions(doc: Document) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for mention in doc.names:
        found.setdefault(fold(mention.span.quote).rpartition(" ")[2], []).append(mention.span)
    return found


def _short_forms(text: str, mention: NameMention) -> list[str]:
    """Other names of the same: a bracketed acronym, a person's last name, "Syrian Observatory"."""
    after = ALIAS.match(text, mention.span.end)
    forms = [after[1]] if after else []
    parts = clean(mention.span.quote).split()
    if mention.sort is NameSort.PERSON and len(parts) > 1:
        forms.append(parts[-1])
    if mention.sort is NameSort.ORGANISATION:
        forms.append(PURPOSE.split(" ".join(parts))[0])
    return [form for form in forms if form]


def proper(head: Token) -> Token:
    """The head of the proper name beside a description: "the Observatory, a monitor" is the Observatory."""
    if head.pos_ == "PROPN" or head.ent_type_ in PROPER:
        return head
    named = [c for c in grammar.children(head, "appos") if c.ent_type_ in PROPER]
    if head.dep_ == "appos" and head.head.ent_type_ in PROPER:
        named.append(head.head)
    return named[0] if named else _name_right_before(head) or head


def _name_right_before(head: Token) -> Token | None:
    """A name directly before an indefinite description, which lost its comma."""
    first = head.left_edge if head.left_edge.ent_type_ not in PROPER else _after_name(head)
    if first.lower_ not in ("a", "an") or first.i == head.sent.start:
        return None
    before = first.nbor(-1)
    return before if before.ent_type_ in PROPER else None


def _after_name(head: Token) -> Token:
    """The article that starts the description itself."""
    articles = [c for c in head.lefts if c.dep_ == "det"]
    return articles[-1] if articles else head


def _entity(token: Token) -> tuple[Token, Token] | None:
    """First and last token of the name that a token stands in."""
    if token.ent_type_ not in PROPER | {"GPE", "LOC", "NORP", "FAC"}:
        return None
    doc, start, end = token.doc, token.i, token.i
    while doc[start].ent_iob_ == "I" and start > 0:
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        end += 1
    return doc[start], doc[end]


def _core(first: Token, last: Token, head: Token) -> tuple[Token, Token]:
    """The phrase without what counts it: "at least 12 civilians" -> "civilians"."""
    number = max((c.i for c in grammar.children(head, "nummod") if c.i < head.i), default=first.i - 1)
    tokens = [t for t in head.doc[max(first.i, number + 1) : head.i + 1] if not _counts(t)]
    start = tokens[0] if tokens else head
    if head.lemma_.lower() in PARTITIVE or head.pos_ == "NUM":
        inner = [o for o in grammar.preposition_objects(head, "of") if o.i <= last.i and not is_pronoun(o)]
        if inner:
            return _core(*grammar.phrase(inner[0]), inner[0])
    return start, last


def _counts(token: Token) -> bool:
    return (
        token.dep_ in ("det", "nummod", "predet", "quantmod", "advmod", "punct", "prep")
        or token.pos_ in ("NUM", "DET")
        or token.like_num
        or token.is_space
    )


def clean(words: str) -> str:
    """A name without article, possessive ending and surrounding marks, on one line."""
    flat = " ".join(words.split()).strip(" ,.;:\"“”'‘’()[]")
    flat = flat if "(" in flat else flat.rpartition(") ")[2]
    return TRAILING.sub("", LEADING.sub("", flat))


def fold(name: str) -> str:
    """The form under which names are compared within one report."""
    return clean(name).casefold()
