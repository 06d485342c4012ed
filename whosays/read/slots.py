"""Actor, target, place and time of a trigger, by the tree and by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from whosays.model import Kind, Named
from whosays.read import grammar
from whosays.read.document import Document
from whosays.read.names import GROUND, Names
from whosays.read.parts import Slots, Trigger
from whosays.read.roles import doers_of, is_compound, targets_of
from whosays.read.sharing import share
from whosays.read.when import date_of
from whosays.read.where import locate, setting


class GrammarSlots:
    """Fills slots from the dependency tree, then shares what one claim says with its neighbours."""

    def slots(self, doc: Document, names: Names, triggers: tuple[Trigger, ...]) -> tuple[Slots, ...]:
        """The slots of each trigger, in order."""
        by_head = {t.head.i: t for t in triggers}
        return share(triggers, [_fill(doc, names, trigger, by_head) for trigger in triggers])


def _fill(doc: Document, names: Names, trigger: Trigger, by_head: dict[int, Trigger]) -> Slots:
    actors = _named(names, doers_of(trigger, by_head))
    taken = {a.name for a in actors}
    heads = [t for t in targets_of(trigger) if not _is_taken_ground(doc, trigger, t)] or _losers(trigger)
    targets = tuple(t for t in _named(names, heads) if t.name not in taken)
    return Slots(actors, targets, locate(doc, trigger), setting(doc, trigger), date_of(doc, trigger))


def _losers(trigger: Trigger) -> list[Token]:
    """Whom ground is taken from."""
    if trigger.kind is not Kind.CONTROL:
        return []
    hosts = [trigger.head, *grammar.patients(trigger.head)]
    return [t for host in hosts for t in grammar.preposition_objects(host, "from")]


def _is_taken_ground(doc: Document, trigger: Trigger, token: Token) -> bool:
    """Named ground that is taken, held or reached is the claim's place, not its target."""
    if trigger.kind not in (Kind.CONTROL, Kind.MOVEMENT):
        return False
    if token.i in doc.place_at:
        return True
    named = any(t.i in doc.place_at for t in grammar.preposition_objects(token, "of"))
    return token.lemma_.lower() in GROUND and (named or is_compound(trigger.head))


def _named(names: Names, heads: Iterable[Token]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for head in heads:
        named = names.of_phrase(head)
        if named is not None:
            found.setdefault(named[0], Named(*named))
    return tuple(found.values())
