"""Closed vocabularies of the output. Values are what the contract prints."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a claim says happened."""

    CLASH = "clash"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    CHEMICAL = "chemical"
    ATTACK = "attack"
    CONTROL = "control"
    MOVEMENT = "movement"
    HARM = "harm"
    DESTROY = "destroy"
    DISPLACE = "displace"
    DETAIN = "detain"
    AID = "aid"
    AGREEMENT = "agreement"
    DIPLOMACY = "diplomacy"
    ACCUSATION = "accusation"
    BACKING = "backing"
    MEASURE = "measure"
    PROTEST = "protest"


class Stance(StrEnum):
    """How the voice stands to what it says."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    PREDICTED = "predicted"
    CONDITIONAL = "conditional"


class Measure(StrEnum):
    """What a figure counts. Distances are metres, durations years."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    STRIKES = "strikes"
    PLACES = "places"
    VEHICLES = "vehicles"
    AIRCRAFT = "aircraft"
    MUNITIONS = "munitions"
    PEOPLE = "people"
    DISTANCE = "distance"
    MONEY = "money"
    DURATION = "duration"


class VoiceSort(StrEnum):
    """What a link of the chain of voices is."""

    PERSON = "person"
    INSTITUTION = "institution"
    OUTLET = "outlet"
    OFFICIAL = "official"
    UNNAMED_OFFICIAL = "unnamed official"
    RESIDENT = "resident"
    ARMED_GROUP = "armed group"
    MONITOR = "monitor"
    DOCUMENT = "document"
    FOOTAGE = "footage"
    UNKNOWN = "unknown"


class FigureSort(StrEnum):
    """What a figure is among those of its claim."""

    COUNT = "count"
    """What the claim counts."""

    PART = "part"
    """A part of another one: "nine people, two of them children"."""

    FORMER = "former"
    """What was counted before: "raised the toll to 112 from 43"."""


class LoadedSort(StrEnum):
    """How a word judges."""

    LABEL = "label"
    DEED = "deed"
    JUDGEMENT = "judgement"
    SCARE_QUOTES = "scare quotes"


class NameSort(StrEnum):
    """What a name in the text names, as far as the reader can tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OTHER = "other"


class PlacePrecision(StrEnum):
    """How closely a place's point stands for where it is."""

    EXACT = "exact"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimePrecision(StrEnum):
    """The grain of an interval."""

    INSTANT = "instant"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    LONGER = "longer"


class Part(StrEnum):
    """What a claim is made of, where a reason is given for it."""

    TRIGGER = "trigger"
    KIND = "kind"
    STANCE = "stance"
    VOICE = "voice"
    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"
    TIME = "time"
    FIGURE = "figure"


class Basis(StrEnum):
    """How a part of a claim was found."""

    NETWORK = "network"
    """The network says so by itself."""

    WORDS = "words"
    """By the words around it: a lexicon, the parse, an attribution, or the claim before."""
