"""Corrected slots of claims, for queries: as `Rulings.applied` lays them over what was read."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, exists, select

from whosays.ledger.judgements import in_force
from whosays.ledger.schema import claims, judged_names, judgements
from whosays.model import ClaimSlot, Decision, Part, Subject

correction = judgements.alias("correction")
"""The row of a judgement on a slot, for what is asked of it."""


def is_read(slot: ClaimSlot) -> ColumnElement[bool]:
    """Whether the slot of a claim is as it was read: nobody has corrected or rejected it."""
    return claims.c.claim_id.not_in(_corrected(slot))


def is_corrected_to(slot: ClaimSlot, *holds: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody corrected or emptied the slot of a claim, and that `holds` of the `correction`."""
    return claims.c.claim_id.in_(_corrected(slot).where(*holds))


def is_named(named: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether that holds of a name in a correction, a row of `judged_names`."""
    return exists().where(judged_names.c.judgement == correction.c.id, named).correlate_except(judged_names)


def _corrected(slot: ClaimSlot) -> Select[str]:
    return select_corrected().where(correction.c.slot == slot)


def select_corrected() -> Select[str]:
    """The ids of the claims of which a slot is not as it was read."""
    decided = correction.c.decision.in_([Decision.CORRECT, Decision.REJECT])
    return select(correction.c.claim).where(
        correction.c.subject == Subject.SLOT, decided, in_force(correction)
    )


ROLES: dict[str, Part] = {"actor": Part.ACTOR, "target": Part.TARGET}
"""The slot of each role of a participant."""
