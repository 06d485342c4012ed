"""The picture in a browser: what is where and when, filters that everything follows, and no false pin."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, Request, expect

from tests.web.accessibility import grave_findings

CLAIMS = ".picture-head p"


def open_picture(tab: Page, query: str = "") -> None:
    tab.goto(f"/#/picture?{query}")
    expect(tab.get_by_role("heading", name="Most told")).to_be_visible()


def counted(tab: Page) -> int:
    words = tab.locator(CLAIMS).first.inner_text()
    return int(words.split()[0].replace(",", ""))


def painted(tab: Page) -> int:
    """How many colours the map has: a canvas that nothing was drawn on has one."""
    return int(
        tab.evaluate(
            """() => {
              const map = document.querySelector("canvas");
              const { data } = map.getContext("2d").getImageData(0, 0, map.width, map.height);
              return new Set(new Uint32Array(data.buffer)).size;
            }"""
        )
    )


def test_it_is_what_one_sees_first_and_asks_nobody_else(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(_host(request)))
    tab.goto("/")
    expect(tab.get_by_role("heading", name="Most told")).to_be_visible()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Picture")
    expect(tab.get_by_text("without a place on the map")).to_be_visible()
    assert painted(tab) > 20
    assert set(asked) == {_host_of(tab.url)}


def test_a_filter_narrows_all_and_is_in_the_address(tab: Page) -> None:
    open_picture(tab)
    whole = counted(tab)
    tab.get_by_role("button", name="denied").click()
    expect(tab.get_by_role("button", name="stance: denied, remove")).to_be_visible()
    assert "stance=denied" in tab.url
    expect(tab.locator(CLAIMS).first).not_to_contain_text(str(whole))
    assert 0 < counted(tab) < whole
    expect(tab.get_by_role("button", name="denied", pressed=True)).to_be_visible()
    tab.reload()
    expect(tab.get_by_role("button", name="stance: denied, remove")).to_be_visible()
    tab.get_by_role("button", name="stance: denied, remove").click()
    expect(tab.locator(CLAIMS).first).to_contain_text(str(whole))


def test_a_place_is_called_as_reports_do_and_says_how_much_is_disputed(tab: Page) -> None:
    open_picture(tab)
    tab.get_by_role("button", name="Ariha disputed").click()
    expect(tab.get_by_role("button", name="place: Ariha, remove")).to_be_visible()
    found = tab.request.get("/api/v1/picture", params={"place": "172994"}).json()
    [ariha] = found["points"]
    apart = tab.request.get("/api/v1/picture", params={"place": "172994", "disputed": "true"}).json()
    assert (ariha["name"], ariha["written"], ariha["disputed"]) == ("Arīḩā", "Ariha", apart["total"])
    expect(tab.get_by_role("button", name="Ariha disputed")).to_contain_text(f"{ariha['disputed']} of")


def test_what_accounts_part_on_is_shown_alone(tab: Page) -> None:
    open_picture(tab)
    whole = counted(tab)
    tab.get_by_role("button", name="what accounts part on").click()
    expect(tab.locator(CLAIMS).first).not_to_contain_text(str(whole))
    expect(tab.get_by_role("link", name="bombing, Ariha")).to_be_visible()
    expect(tab.get_by_role("button", name="what accounts part on", pressed=True)).to_be_visible()
    assert 0 < counted(tab) < whole


def test_a_day_is_chosen_by_keys_or_by_sweeping_over_the_timeline(tab: Page) -> None:
    open_picture(tab)
    whole = counted(tab)
    tab.get_by_label("From").fill("2008-03-15")
    tab.get_by_label("From").dispatch_event("change")
    expect(tab.locator(CLAIMS).first).to_contain_text("since 15 March 2008")
    expect(tab.locator(CLAIMS).first).not_to_contain_text(str(whole))
    assert counted(tab) < whole
    tab.get_by_role("button", name="All days").click()
    expect(tab.locator(CLAIMS).first).to_contain_text(str(whole))
    box = tab.locator(".timeline").bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + 9)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * 0.97, box["y"] + 9)
    tab.mouse.up()
    expect(tab.get_by_role("button", name="All days")).to_be_visible()
    assert "since=2008-03-15" in tab.url


def test_the_map_says_what_a_point_is_and_moves_by_keys(tab: Page) -> None:
    open_picture(tab, "place=Ariha")
    canvas = tab.locator("canvas")
    box = canvas.bounding_box()
    assert box is not None
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(tab.locator(".picture-card")).to_contain_text("Ariha")
    expect(tab.locator(".picture-card")).to_contain_text("of them in disputed incidents")
    expect(tab.locator(".picture-card b")).to_have_attribute("title", "Arīḩā")
    before = canvas.screenshot()
    canvas.press("ArrowLeft")
    tab.wait_for_timeout(100)
    assert canvas.screenshot() != before


def test_who_holds_what_on_a_day(tab: Page) -> None:
    open_picture(tab, "on=2008-03-15")
    tab.get_by_text("Who holds what on 15 March 2008").click()
    held = tab.locator(".held li").filter(has_text="Hass")
    expect(held.first).to_contain_text("Orontes Conflict Monitor")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave(tab: Page, scheme: Literal["light", "dark"]) -> None:
    tab.emulate_media(color_scheme=scheme)
    open_picture(tab)
    assert grave_findings(tab) == []


@pytest.mark.parametrize("width", [360, 3840])
def test_it_fits_a_telephone_and_a_wall(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    open_picture(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def _host(request: Request) -> str:
    return _host_of(request.url)


def _host_of(url: str) -> str:
    return url.split("/")[2]
