"""The queue in a browser: everything by keyboard, nothing lost when two persons judge at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.web.accessibility import grave_findings

Item = dict[str, Any]


def claims(desk: Page) -> list[Item]:
    found: list[Item] = desk.request.get("/api/v1/claims", params={"place": "Ariha"}).json()["items"]
    return found


def as_queue(desk: Page, items: list[Item]) -> None:
    """Let the server's queue be these items."""
    slots = [{"slot": "place", "alpha": 0.61, "units": 4}, {"slot": "time", "alpha": None, "units": 1}]
    agreement = {"units": 4, "coders": ["mara", "jon"], "slots": slots}
    desk.route("**/api/v1/queue*", lambda route: route.fulfill(json={"items": items, "next": None}))
    desk.route("**/api/v1/agreement", lambda route: route.fulfill(json=agreement))
    desk.goto("/#/queue")
    expect(desk.locator(".queue-item blockquote").first).to_be_visible()


def single(claim: Item, why: str = "the place may be another") -> Item:
    about = {"id": claim["id"], "sort": "claims", "why": why, "chance": 0.54}
    return {**about, "claim": claim, "other": None, "incident": None}


def pair(claim: Item, other: Item) -> Item:
    about = {"id": f"{claim['id']} {other['id']}", "sort": "merges", "other": other}
    return single(claim, "may be one happening") | about


def judged(desk: Page) -> list[tuple[str, str, str]]:
    found = desk.request.get("/api/v1/judgements").json()
    return [(each["claim"], each["decision"], each["why"]) for each in reversed(found)]


def test_claims_are_judged_by_keyboard_alone(desk: Page) -> None:
    first, second, third, *_ = claims(desk)
    as_queue(desk, [single(each) for each in (first, second, third)])
    for key, why in (("a", "as the words say"), ("r", "a headline, not a claim")):
        desk.keyboard.press(key)
        expect(desk.get_by_label("Why?")).to_be_focused()
        desk.keyboard.type(why)
        desk.keyboard.press("Enter")
        expect(desk.get_by_role("status")).to_contain_text("Given")
        expect(desk.locator(".prompt")).to_have_count(0)
    expect(desk.locator(".queue-why")).to_contain_text("1 of 1")
    assert judged(desk) == [
        (first["id"], "accept", "as the words say"),
        (second["id"], "reject", "a headline, not a claim"),
    ]


def test_what_was_decided_is_taken_back(desk: Page) -> None:
    first, second, *_ = claims(desk)
    as_queue(desk, [single(first), single(second)])
    desk.keyboard.press("a")
    desk.keyboard.type("so it stands")
    desk.keyboard.press("Enter")
    expect(desk.locator(".queue-why")).to_contain_text("1 decision given")
    desk.keyboard.press("z")
    expect(desk.get_by_role("status")).to_contain_text("Taken back. 1 of 2")
    assert [decision for _, decision, _ in judged(desk)] == ["accept", "withdraw"]


def test_skipping_and_going_back_decide_nothing(desk: Page) -> None:
    as_queue(desk, [single(each) for each in claims(desk)[:3]])
    for key, place in (("j", "2 of 3"), ("j", "3 of 3"), ("k", "2 of 3")):
        desk.keyboard.press(key)
        expect(desk.locator(".queue-why")).to_contain_text(place)
        expect(desk.get_by_role("status")).to_contain_text(place)
    assert judged(desk) == []


def test_keys_typed_as_a_reason_are_no_commands(desk: Page) -> None:
    as_queue(desk, [single(each) for each in claims(desk)[:2]])
    desk.keyboard.press("r")
    desk.keyboard.type("jazz, zeal")
    expect(desk.get_by_label("Why?")).to_have_value("jazz, zeal")
    desk.keyboard.press("Escape")
    expect(desk.locator(".prompt")).to_have_count(0)
    expect(desk.locator(".queue-why")).to_contain_text("1 of 2")


def test_two_claims_are_put_together(desk: Page) -> None:
    one, other, *_ = claims(desk)
    as_queue(desk, [pair(one, other)])
    desk.keyboard.press("m")
    desk.keyboard.type("one strike")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Nothing here wants a person now.")).to_be_visible()
    assert judged(desk) == [(one["id"], "same", "one strike")]


def answers_conflict(desk: Page, theirs: Item) -> Callable[[], list[Item]]:
    """Let the first judgement that is given meet another's; what was asked, in order."""
    asked: list[Item] = []

    def answer(route: Route, request: Request) -> None:
        if request.method != "POST":
            return route.fallback()
        asked.append(json.loads(request.post_data or "{}"))
        if len(asked) > 1:
            return route.fulfill(status=201, json=theirs)
        problem = {"title": "Conflict", "status": 409, "detail": "jon has judged the same"}
        return route.fulfill(status=409, json=problem | {"judgement": theirs})

    desk.route("**/api/v1/judgements*", answer)
    return lambda: asked


def test_two_persons_decisions_are_shown_beside_each_other(browser: Browser, shelf: str) -> None:
    desk = browser.new_page(base_url=shelf)
    claim = claims(desk)[0]
    theirs = {"id": 7, "decision": "reject", "by": "jon", "why": "a rumour", "at": "2031-03-08T10:00:00Z"}
    theirs |= {"subject": "claim", "claim": claim["id"]}
    asked = answers_conflict(desk, theirs)
    as_queue(desk, [single(claim)])
    desk.keyboard.press("a")
    desk.keyboard.type("as the words say")
    desk.keyboard.press("Enter")
    dialog = desk.get_by_role("dialog", name="jon judged this since you looked")
    expect(dialog).to_contain_text("a rumour")
    expect(dialog).to_contain_text("as the words say")
    dialog.get_by_role("button", name="Give mine over theirs").click()
    expect(desk.get_by_text("Nothing here wants a person now.")).to_be_visible()
    assert [(each["decision"], each["why"], each["expected"]) for each in asked()] == [
        ("accept", "as the words say", None),
        ("accept", "as the words say", 7),
    ]
    desk.close()


def corrected(desk: Page) -> list[Item]:
    """What the page asks the server to keep, in order."""
    asked: list[Item] = []

    def answer(route: Route, request: Request) -> None:
        if request.method != "POST":
            return route.fallback()
        asked.append(json.loads(request.post_data or "{}"))
        return route.fulfill(status=201, json=asked[-1])

    desk.route("**/api/v1/judgements*", answer)
    return asked


def test_slots_are_corrected_by_keyboard_alone(tab: Page) -> None:
    asked = corrected(tab)
    as_queue(tab, [single(each) for each in claims(tab)[:3]])
    tab.keyboard.press("e")
    tab.keyboard.press("6")
    tab.get_by_role("combobox", name="Place in the gazetteer").fill("Ariha")
    expect(tab.get_by_role("option").first).to_contain_text("Idlib Governorate")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.type("the market is there")
    tab.keyboard.press("Enter")
    expect(tab.locator(".queue-why")).to_contain_text("1 decision given")
    tab.keyboard.press("e")
    tab.keyboard.press("8")
    tab.get_by_label("at least").fill("9")
    tab.get_by_label("at most").fill("4")
    tab.get_by_label("Why?").fill("the second paragraph")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("alert")).to_have_text("The most is less than the least.")
    tab.get_by_label("at most").fill("")
    tab.keyboard.press("Enter")
    expect(tab.locator(".queue-why")).to_contain_text("2 decisions given")
    kept = [(each["subject"], each["slot"], each.get("place"), each.get("value")) for each in asked]
    assert kept == [("slot", "place", 172994, None), ("slot", "killed", None, "9..")]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_nothing_grave_stands_in_anybodys_way(
    desk: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    desk.emulate_media(color_scheme=scheme)
    desk.set_viewport_size({"width": width, "height": 900})
    one, other, *_ = claims(desk)
    as_queue(desk, [single(one), pair(one, other)])
    desk.get_by_role("button", name="correct", exact=False).first.click()
    assert grave_findings(desk) == []
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
