"""Claims in the codes of ACLED and PLOVER."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.readings import FULL
from whosays.export.codes import CODES, Code, acled, plover
from whosays.model import Claim, Kind, Named, Span

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE"),
    *("REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def claim(kind: Kind, trigger: str, party: str | None = None) -> Claim:
    actor = (Named("army", Span(0, 4, "army"), party),)
    return replace(FULL, kind=kind, trigger=Span(0, len(trigger), trigger), actor=actor)


def all_codes() -> list[tuple[str, list[str]]]:
    entries = [e for entry in CODES.values() for e in (entry, *entry.get("words", ()))]
    return [(scheme, e[scheme]) for e in entries for scheme in ("acled", "plover") if scheme in e]


def test_every_kind_has_codes_and_nothing_else_has() -> None:
    assert set(CODES) == set(Kind)


@pytest.mark.parametrize(("scheme", "code"), all_codes())
def test_every_code_is_one_of_its_scheme(scheme: str, code: list[str]) -> None:
    kind, subtype = code
    if scheme == "acled":
        assert (kind or subtype) == kind
        assert subtype in {"", "by actor"} or subtype in ACLED[kind]
    else:
        assert kind in PLOVER or (kind, subtype) == ("", "")


@pytest.mark.parametrize(
    ("kind", "trigger", "expected"),
    [
        (Kind.AIRSTRIKE, "drone strike", Code("ASSAULT", "drone")),
        (Kind.AIRSTRIKE, "bombed", Code("ASSAULT", "aerial")),
        (Kind.BOMBING, "suicide attack", Code("ASSAULT", "suicide-attack")),
        (Kind.DETAIN, "released", Code("RETREAT", "release")),
        (Kind.DIPLOMACY, "warned", Code("THREATEN", None)),
        (Kind.HARM, "killed", Code(None, None)),
        (Kind.CONTROL, "besieged", Code("COERCE", "restrict")),
    ],
)
def test_plovers_type_and_mode(kind: Kind, trigger: str, expected: Code) -> None:
    assert plover(claim(kind, trigger)) == expected


@pytest.mark.parametrize(
    ("trigger", "party", "subtype"),
    [
        ("captured", "syrian-army", "Government regains territory"),
        ("captured", "hts", "Non-state actor overtakes territory"),
        ("captured", None, None),
    ],
)
def test_who_takes_ground_decides_acleds_sub_event(
    trigger: str, party: str | None, subtype: str | None
) -> None:
    assert acled(claim(Kind.CONTROL, trigger, party)) == Code("Battles", subtype)


@pytest.mark.parametrize("trigger", ["held", "besieged", "controls"])
def test_ground_that_is_held_is_no_event_of_acled(trigger: str) -> None:
    assert acled(claim(Kind.CONTROL, trigger)) == Code(None, None)
