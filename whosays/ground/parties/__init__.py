"""Names of sides, outlets and persons, resolved to the parties of a registry."""

from whosays.ground.parties.registry import Registry

__all__ = ["Registry"]
