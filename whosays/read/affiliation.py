"""What the report says that somebody is, or where he belongs, in its own words.

    police spokesman Omar Siddiq                       a title
    the ministry's spokesman, Omar Siddiq              a description before the name
    Col. Omar Siddiq, spokesman for the coalition      or after it
    Omar Siddiq, who heads the hospital                a clause
    Omar Siddiq of the Falcon Institute                where he belongs

The order of words decides, not the tree: what the parser hangs on a name is often the wrong half.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from whosays import model
from whosays.read import beside, grammar
from whosays.read.document import Document
from whosays.read.names import Names, fold, proper
from whosays.read.reference import is_pronoun
from whosays.read.titles import before_title, is_named, is_rank, name_of, title_of

MENTIONS = 8
"""Mentions of a name that are asked for its role: it stands at one of the first, and some reports name
one person a thousand times."""


def role_of(head: Token, doc: Document) -> str | None:
    """The role or affiliation stated at the noun phrase of `head`, in the report's words; None if none is."""
    found = _of_name(doc, head) if is_named(head) else _of_description(doc, head)
    parts = [part for part in found if not is_rank(part)] or found
    return ", ".join(" ".join(part.text.split()) for part in parts) or None


def bearer(names: Names, head: Token, name: str) -> Token:
    """The head of the phrase where whom `head` stands for has the full `name` that it was resolved to."""
    antecedent = names.reference.antecedent(head) if is_pronoun(head) else None
    stands_for = proper(antecedent or head)
    whole = (h for h, mention in _mentions(names, stands_for, name) if fold(mention.quote) == fold(name))
    return next(whole, stands_for)


def stated_role(names: Names, head: Token, name: str) -> str | None:
    """The role of whom `head` stands for under its full `name`: stated there, else at another mention."""
    here = role_of(proper(head), names.doc) if not is_pronoun(head) else None
    whole = bearer(names, head, name)
    heads = (whole, *(h for h, _ in _mentions(names, whole, name)))
    return here or next((role for role in (role_of(h, names.doc) for h in heads) if role), None)


def _of_name(doc: Document, head: Token) -> list[Span]:
    name = name_of(head)
    title = title_of(doc, name)
    described = beside.before(doc, before_title(doc, name), name.end)
    return [part for part in (described, title, *beside.after(doc, name.end, head)) if part is not None]


def _of_description(doc: Document, head: Token) -> list[Span]:
    """Of "a spokesman for the coalition", whose own words are his name already."""
    return list(beside.after(doc, grammar.phrase(head)[1].i + 1, head))


def _mentions(names: Names, head: Token, name: str) -> Iterator[tuple[Token, model.Span]]:
    """The first mentions of the same name, longer or shorter, with their heads."""
    if not is_named(head):
        return
    words = set(fold(name).split())
    for mention in names.mentions.get(fold(name).rpartition(" ")[2], ())[:MENTIONS]:
        other = set(fold(mention.quote).split())
        found = names.doc.head(mention) if other <= words or words <= other else None
        if found is not None:
            yield found, mention
