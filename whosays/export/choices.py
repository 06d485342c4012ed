"""What whoever exports chooses: the rule of figures, and how the file is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from whosays.ground.parties import Registry
from whosays.model import Party
from whosays.reconcile.aggregate import Rule


@dataclass(frozen=True, slots=True)
class Choices:
    """`rule` is None for the format's own; `hxl` asks for the row of hashtags where a format has one.

    `ratings` are the user's letters, A to F, by the keys of origins: nobody is rated unless he does it.
    """

    rule: Rule | None = None
    hxl: bool = False
    parties: Mapping[str, Party] = field(default_factory=lambda: Registry.default().parties)
    ratings: Mapping[str, str] = field(default_factory=dict)
