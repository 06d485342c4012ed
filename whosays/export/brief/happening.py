"""An incident with all that its claims say of it, as the sentences on it are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.export.brief.voices import Said
from whosays.export.brief.wording import table
from whosays.ground.parties import Registry
from whosays.model import Comparison, Incident, Kind, Slot
from whosays.reconcile.accounts.compare import of_main_family
from whosays.reconcile.accounts.sayings import Saying, sayings

Clause = tuple[str, tuple[str, ...]]
"""Words, and the claims behind them."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with all that its claims say of it, slot by slot."""

    incident: Incident
    sayings: tuple[Saying, ...]

    @classmethod
    def of(cls, incident: Incident) -> Happening:
        """What is said of the incident, in the family of kinds that most origins speak of."""
        said = of_main_family(sayings(incident.told, Registry.default().parties))
        return cls(incident, tuple(said))

    def slot(self, slot: Slot) -> list[Saying]:
        """What is said in one slot."""
        return [one for one in self.sayings if one.slot is slot]

    @property
    def known(self) -> int:
        """How many known origins tell of it."""
        return len({one.origin.key for one in self.sayings if one.known})

    def comparison(self, slot: Slot) -> Comparison | None:
        """How the accounts stand to each other in a slot."""
        return next((each for each in self.incident.comparisons if each.slot is slot), None)

    @property
    def role(self) -> str | None:
        """What a doer is called in incidents of this kind; None where none is asked for."""
        kinds = Counter(one.what for one in self.slot(Slot.KIND) if isinstance(one.what, Kind))
        roles: Mapping[str, str] = table("roles")
        return next((roles[kind] for kind, _ in kinds.most_common() if kind in roles), None)

    @property
    def has_sides(self) -> bool:
        """Whether it is told as a fight, which has two sides and no doer."""
        return self.role == str(table("roles")[Kind.CLASH.value])


def said(one: Saying) -> Said:
    """Whose word it is."""
    return Said(one.told, one.origin)


def voices(told: Iterable[Saying]) -> int:
    """How many origins say it."""
    return len({one.origin.key for one in told})


def most(told: Sequence[Saying]) -> list[Saying]:
    """The value that most origins say, and who says it."""
    by_meaning: dict[str, list[Saying]] = defaultdict(list)
    for one in told:
        by_meaning[one.meaning].append(one)
    return max(by_meaning.values(), key=voices)
