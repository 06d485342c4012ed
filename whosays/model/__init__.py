"""The nouns that cross the borders between rooms. Standard library only."""

from whosays.model.cause import Cause
from whosays.model.claim import Claim, Figure, Location, Named, Scope, Voice
from whosays.model.errors import (
    ConflictError,
    InputError,
    LedgerError,
    NotFoundError,
    ReaderError,
    UsageError,
    WhosaysError,
)
from whosays.model.incident import (
    Account,
    Agreement,
    Comparison,
    Incident,
    Origin,
    OriginSort,
    Slot,
    Stake,
    Told,
    Value,
)
from whosays.model.judgement import Decision, Judgement, Subject
from whosays.model.loaded import Loaded
from whosays.model.party import Parties, Party, PartySort, Tie, TieKind
from whosays.model.place import Place, PlaceMention
from whosays.model.reading import Attribution, NameMention, Reading
from whosays.model.reason import Reason
from whosays.model.report import Published, Report
from whosays.model.slot import NAMED_SLOTS, SLOTS, Amount, ClaimSlot, Meant, SlotValue, slot, slot_value
from whosays.model.span import Span
from whosays.model.team import Entry, Role, User
from whosays.model.time import Interval, TimeMention
from whosays.model.vocabulary import (
    Basis,
    FigureSort,
    Kind,
    LoadedSort,
    Measure,
    NameSort,
    Part,
    PlacePrecision,
    Stance,
    TimePrecision,
    TimeType,
    VoiceSort,
)

__all__ = [
    "NAMED_SLOTS",
    "SLOTS",
    "Account",
    "Agreement",
    "Amount",
    "Attribution",
    "Basis",
    "Cause",
    "Claim",
    "ClaimSlot",
    "Comparison",
    "ConflictError",
    "Decision",
    "Entry",
    "Figure",
    "FigureSort",
    "Incident",
    "InputError",
    "Interval",
    "Judgement",
    "Kind",
    "LedgerError",
    "Loaded",
    "LoadedSort",
    "Location",
    "Meant",
    "Measure",
    "NameMention",
    "NameSort",
    "Named",
    "NotFoundError",
    "Origin",
    "OriginSort",
    "Part",
    "Parties",
    "Party",
    "PartySort",
    "Place",
    "PlaceMention",
    "PlacePrecision",
    "Published",
    "ReaderError",
    "Reading",
    "Reason",
    "Report",
    "Role",
    "Scope",
    "Slot",
    "SlotValue",
    "Span",
    "Stake",
    "Stance",
    "Subject",
    "Tie",
    "TieKind",
    "TimeMention",
    "TimePrecision",
    "TimeType",
    "Told",
    "UsageError",
    "User",
    "Value",
    "Voice",
    "VoiceSort",
    "WhosaysError",
    "slot",
    "slot_value",
]
