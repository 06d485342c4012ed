"""Names of places in a text, and which places they are."""

from whosays.ground.places.finder import PlaceFinder

__all__ = ["PlaceFinder"]
