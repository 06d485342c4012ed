"""Questions to a dependency tree: who does it, whom to, in what phrase.

Dependency labels are those of spaCy's English models (ClearNLP's set).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "appos", "punct", "cc", "conj", "dep"})
"""Children that end a noun phrase's name."""


def children(token: Token, *deps: str) -> list[Token]:
    """The direct dependants of `token` with one of the labels."""
    return [child for child in token.children if child.dep_ in deps]


def with_conjuncts(token: Token) -> list[Token]:
    """`token` and the phrases joined to it ("rebels and civilians")."""
    listed = [c for c in children(token, "appos") if c.ent_type_ and token.ent_type_ and children(c, "conj")]
    joined = [t for first in (token, *listed) for t in first.conjuncts if t.i > token.i and t.pos_ in NOMINAL]
    return [token, *listed, *joined]


NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject is the one acted upon."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "amod", "relcl")
        and not children(verb, "aux", "dobj", "nsubj")
    )


def preposition_objects(token: Token, *prepositions: str) -> Iterator[Token]:
    """Objects of the prepositions that hang on `token` ("on the town", "by rebels")."""
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            yield from _objects_of(child)


def _objects_of(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield from with_conjuncts(child)


def subjects(verb: Token) -> list[Token]:
    """The surface subjects, also those that the verb shares with the verb it hangs on."""
    own = [s for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for s in with_conjuncts(c)]
    return _antecedents(own, verb) if own else _inherited_subjects(verb)


def _antecedents(found: list[Token], verb: Token) -> list[Token]:
    """Relative pronouns replaced by the noun that the clause describes: "the men who fled"."""
    if verb.dep_ != "relcl":
        return found
    return [t for t in found if t.lower_ not in RELATIVE] or [verb.head]


def _inherited_subjects(verb: Token) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects(head) if is_passive(verb) == is_passive(head) or not _has_subject(verb) else []
    if verb.dep_ in ("xcomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        return children(head, "dobj") if _controls_object(verb) else subjects(head)
    if verb.dep_ in ("acl", "relcl", "amod") and head.pos_ in NOMINAL:
        return _of_purpose(head) if any(c.tag_ == "TO" for c in verb.children) else [head]
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return _of_gerund(head)
    return []


def _of_purpose(noun: Token) -> list[Token]:
    """ "saw a chance to seize the town": whoever saw it seizes, not the chance."""
    governor = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return subjects(governor) if governor is not None else []


def _of_gerund(preposition: Token) -> list[Token]:
    """ "accused them of leaving", "quoted them as saying" are about the object, "after leaving" is not."""
    about_object = children(preposition.head, "dobj") if preposition.lower_ in ("as", "of", "for") else []
    return about_object or subjects(preposition.head)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children)


def _controls_object(verb: Token) -> bool:
    """ "forced them to leave": the object of the one verb is the subject of the other."""
    return verb.dep_ == "xcomp" and bool(children(verb.head, "dobj"))


def doers(verb: Token) -> list[Token]:
    """Who does it: the agent of a passive, else the active subject."""
    agents = [t for c in children(verb, "agent") for t in _objects_of(c)]
    if agents or is_passive(verb):
        return agents
    return subjects(verb)


def patients(verb: Token) -> list[Token]:
    """Whom it is done to: the subject of a passive, else the objects."""
    if is_passive(verb):
        return subjects(verb)
    return [t for c in children(verb, "dobj", "dative") if c.pos_ != "ADP" for t in with_conjuncts(c)]


def phrase(head: Token) -> tuple[Token, Token]:
    """First and last token of the noun phrase of `head`, without clauses and appositions.

    An "of" phrase belongs to it ("fighters of the brigade"), other prepositional phrases do not.
    """
    first, last = head, head
    for child in head.children:
        if child.i < head.i and child.dep_ not in CLAUSES and child.dep_ != "prep":
            first = min(first, child.left_edge, key=lambda t: t.i)
        elif child.dep_ == "prep" and (child.lower_ == "of" or _is_part_of_name(child)):
            last = max(last, _end_of(child), key=lambda t: t.i)
    return first, last


def _is_part_of_name(preposition: Token) -> bool:
    """ "Office for the Coordination of ...": both sides are proper names; "Doctors Without Borders"."""
    if preposition.text == "Without":
        return True
    proper = preposition.head.pos_ == "PROPN" and any(c.pos_ == "PROPN" for c in preposition.children)
    return proper and preposition.lower_ == "for"


def _end_of(preposition: Token) -> Token:
    ends = [phrase(child)[1] for child in preposition.children if child.dep_ == "pobj"]
    return max([preposition, *ends] if ends else [preposition.head], key=lambda t: t.i)


def ancestors(token: Token) -> Iterator[Token]:
    """`token` and its heads up to the root of the sentence."""
    yield token
    yield from token.ancestors


def is_hyphened(head: Token) -> bool:
    """ "Iran-backed", which the tokenizer splits at the hyphen."""
    return head.i > 1 and head.nbor(-1).text == "-" and not head.nbor(-1).whitespace_
