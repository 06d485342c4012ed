"""The gazetteer: names of places, and where they are."""

from whosays.ground.gazetteer.folding import exact_key, loose_key
from whosays.ground.gazetteer.gazetteer import Candidate, Gazetteer

__all__ = ["Candidate", "Gazetteer", "exact_key", "loose_key"]
