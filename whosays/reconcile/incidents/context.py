"""What their neighbours say of two event reports: whether those that one is like are like the other, too."""

from __future__ import annotations

import math
from collections.abc import Mapping

from whosays.reconcile.incidents.features import Features

Neighbours = Mapping[str, float]
"""Ids of event reports to the probability, from 0 to 1, that they are of one happening with somebody."""

FLOOR = 0.02
"""Less likely pairs are not kept."""


def context(mine: Neighbours, its: Neighbours, me: str, it: str) -> Features:
    """The features of the pair `me`, `it`, whose neighbours are `mine` and `its`."""
    chance = mine[it]
    ranks = sorted(len([other for other in each.values() if other > chance]) for each in (mine, its))
    # fsum, because a sum must not depend on the order in which reports arrived
    apart = math.fsum((*mine.values(), *its.values(), -mine[it], -its[me]))
    shared = mine.keys() & its.keys()
    both = math.fsum([mine[id_] * its[id_] for id_ in shared])
    unlike = math.fsum([abs(mine[id_] - its[id_]) for id_ in shared])
    return {
        "likelier partners, of the one with fewer": math.log1p(ranks[0]),
        "likelier partners, of the one with more": math.log1p(ranks[1]),
        "partners of one alone": unlike / (both + unlike + _SMOOTH),
        "share of partners of both": both / (max(apart - both, 0.0) + _SMOOTH),
    }


_SMOOTH = 0.3
