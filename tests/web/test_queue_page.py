"""The queue in a browser: everything by keyboard, nothing lost when two persons judge at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.accessibility import grave_findings
from tests.web.conftest import opened, served, sign_in, token
from whosays.ledger import Ledger

Item = dict[str, Any]
ARIHA = 172994


def open_queue(desk: Page, sort: str = "claims") -> list[Item]:
    """Turn to the questions of a sort; what the server asks."""
    desk.goto(f"/#/queue?sort={sort}")
    expect(desk.locator(".queue-item blockquote").first).to_be_visible()
    items: list[Item] = desk.request.get("/api/v1/queue", params={"sort": sort}).json()["items"]
    return items


def decide(desk: Page, key: str, why: str) -> None:
    """Press a key, and give a reason."""
    desk.keyboard.press(key)
    expect(desk.get_by_label("Why?")).to_be_focused()
    desk.keyboard.type(why)
    desk.keyboard.press("Enter")


def judgements(desk: Page) -> list[Item]:
    found: list[Item] = desk.request.get("/api/v1/judgements").json()
    return found[::-1]


def judged(desk: Page) -> list[tuple[str, str, str]]:
    return [(each["claim"], each["decision"], each["why"]) for each in judgements(desk)]


def test_claims_are_judged_by_keyboard_alone(desk: Page) -> None:
    first, second, *others = open_queue(desk)
    for key, why in (("a", "as the words say"), ("r", "a headline, not a claim")):
        decide(desk, key, why)
        expect(desk.get_by_role("status")).to_contain_text("Given")
        expect(desk.locator(".prompt")).to_have_count(0)
    expect(desk.locator(".queue-why")).to_contain_text(f"1 of {len(others)}")
    assert judged(desk) == [
        (first["id"], "accept", "as the words say"),
        (second["id"], "reject", "a headline, not a claim"),
    ]


def test_what_was_decided_is_taken_back(desk: Page) -> None:
    items = open_queue(desk)
    decide(desk, "a", "so it stands")
    expect(desk.locator(".queue-why")).to_contain_text("1 decision given")
    desk.keyboard.press("z")
    expect(desk.get_by_role("status")).to_contain_text(f"Taken back. 1 of {len(items)}")
    assert [decision for _, decision, _ in judged(desk)] == ["accept", "withdraw"]
    assert open_queue(desk)[0]["id"] == items[0]["id"]


def test_skipping_and_going_back_decide_nothing(tab: Page) -> None:
    items = open_queue(tab)
    for key, place in (("j", 2), ("j", 3), ("k", 2)):
        tab.keyboard.press(key)
        expect(tab.locator(".queue-why")).to_contain_text(f"{place} of {len(items)}")
        expect(tab.get_by_role("status")).to_contain_text(f"{place} of {len(items)}")
    assert judged(tab) == []


def test_keys_typed_as_a_reason_are_no_commands(tab: Page) -> None:
    items = open_queue(tab)
    tab.keyboard.press("r")
    tab.keyboard.type("jazz, zeal")
    expect(tab.get_by_label("Why?")).to_have_value("jazz, zeal")
    tab.keyboard.press("Escape")
    expect(tab.locator(".prompt")).to_have_count(0)
    expect(tab.locator(".queue-why")).to_contain_text(f"1 of {len(items)}")


def test_two_claims_are_put_together(desk: Page) -> None:
    first, *others = open_queue(desk, "merges")
    decide(desk, "m", "one strike")
    expect(desk.locator(".queue-why")).to_contain_text(f"1 of {len(others)}")
    [kept] = judgements(desk)
    assert (kept["claim"], kept["other"], kept["decision"]) == (
        first["claim"]["id"],
        first["other"]["id"],
        "same",
    )


def test_a_name_that_means_nobody_is_asked_with_its_claim(tab: Page) -> None:
    first, *_ = open_queue(tab, "links")
    expect(tab.locator(".queue-why")).to_contain_text(first["why"])
    name = first["why"].split("”")[0].removeprefix("“")
    expect(tab.locator(".queue-item blockquote").first).to_contain_text(name)


def test_two_persons_decisions_are_shown_beside_each_other(browser: Browser, ledger: Path) -> None:
    mine, theirs = token(ledger, "mara", "coder"), token(ledger, "jon", "coder")
    with Ledger.open(ledger) as team, served(team, None) as address, opened(browser, address) as desk:
        sign_in(desk, mine)
        first, *_ = open_queue(desk)
        jon = {"subject": "claim", "claim": first["id"], "decision": "reject", "why": "a rumour"}
        bearer = {"Authorization": f"Bearer {theirs}"}
        assert desk.request.post("/api/v1/judgements", data=jon, headers=bearer).status == 201
        decide(desk, "a", "as the words say")
        dialog = desk.get_by_role("dialog", name="jon judged this since you looked")
        expect(dialog).to_contain_text("a rumour")
        expect(dialog).to_contain_text("as the words say")
        dialog.get_by_role("button", name="Give mine over theirs").click()
        expect(desk.get_by_role("status")).to_contain_text("Given: accept.")
        assert judged(desk) == [
            (first["id"], "reject", "a rumour"),
            (first["id"], "accept", "as the words say"),
        ]
        expect(desk.locator(".agreed")).to_contain_text("of 1 claim judged by two or more of 2 persons")


def test_slots_are_corrected_by_keyboard_alone(desk: Page) -> None:
    first, second, *_ = open_queue(desk)
    desk.keyboard.press("e")
    desk.keyboard.press("6")
    desk.get_by_role("combobox", name="Place in the gazetteer").fill("Ariha")
    expect(desk.get_by_role("option").first).to_contain_text("Idlib Governorate")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.type("the market is there")
    desk.keyboard.press("Enter")
    expect(desk.locator(".queue-why")).to_contain_text("1 decision given")
    desk.keyboard.press("e")
    desk.keyboard.press("8")
    desk.get_by_label("at least").fill("9")
    desk.get_by_label("at most").fill("4")
    desk.get_by_label("Why?").fill("the second paragraph")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_have_text("The most is less than the least.")
    desk.get_by_label("at most").fill("")
    desk.keyboard.press("Enter")
    expect(desk.locator(".queue-why")).to_contain_text("2 decisions given")
    place, killed = judgements(desk)
    assert (place["claim"], place["slot"], place["place"]["id"]) == (first["id"], "place", ARIHA)
    assert (killed["claim"], killed["slot"], killed["value"]) == (second["id"], "killed", "9..")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("sort", ["claims", "merges"])
def test_nothing_grave_stands_in_anybodys_way(
    tab: Page, width: int, scheme: Literal["light", "dark"], sort: str
) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    open_queue(tab, sort)
    tab.locator(".actions button").first.click()
    assert grave_findings(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
