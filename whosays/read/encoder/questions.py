"""What the network is asked: of every piece, and of every pair of a head word and a piece."""

from __future__ import annotations

from whosays.model import Kind, NameSort, Stance

KINDS = ("none", *Kind)
STANCES = tuple(Stance)
NAMES = ("none", *(f"{mark}-{sort}" for sort in NameSort for mark in "BI"))
ROLES = ("source", "cue", "content")

PER_PIECE = {
    "cue": 1,
    "inner": 1,
    "role": len(ROLES),
    "kind": len(KINDS),
    "stance": len(STANCES),
    "name": len(NAMES),
}
"""Logits of each question for a piece, in the order in which the network gives them.

`cue` (head of an attribution's cue), `inner` (the same within another's words) and `role` are answered
yes or no, the others by one of their labels.
"""

OF_CUE = ("source", "cue", "content", "opens", "closes")
"""What a piece can be to the head of a cue; `opens` and `closes` are the ends of the content's parts."""

OF_TRIGGER = ("extent", "actor", "target", "place", "time", "voice", "figure")
"""What a piece can be to the head of a trigger."""

RELATIONS = (*OF_CUE, *OF_TRIGGER)

PAIR = 48
"""Dimensions in which a head word and a piece are compared, for each relation."""

REACH = 64
"""Pieces on either side beyond which distance no longer matters."""
