"""The log of what the reader did: done by mouse, key, menu and panel, seen in picture and address, and taken back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, expect_log, log_of, search, settle, wait_for_nodes

EXIM = "agency/exim"
BY_TYPE = re.compile("^funds as funder: [0-9]+ more of [0-9]+$")


def press(canvas: Canvas, key: str) -> None:
    canvas.page.keyboard.press(key)
    settle(canvas.page)


def hidden_count(canvas: Canvas) -> str:
    return canvas.root.locator("[data-tool=show]").inner_text()


def test_undo_and_redo_by_key_and_button_take_back_whatever_was_done(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.double_click(EXIM)
    grown = canvas.nodes
    canvas.click("company/glencore")
    press(canvas, "Delete")
    wait_for_nodes(canvas, grown - 1)
    canvas.click("country/PE")
    press(canvas, "p")
    expect_log(canvas, "1~~eagency/exim~~hcompany/glencore~~pcountry/PE")

    press(canvas, "Control+z")
    expect_log(canvas, "1~~eagency/exim~~hcompany/glencore")
    press(canvas, "Control+z")
    wait_for_nodes(canvas, grown)
    canvas.tool("undo")
    wait_for_nodes(canvas, begin)
    expect_log(canvas, "")
    press(canvas, "Control+Shift+Z")
    wait_for_nodes(canvas, grown)
    press(canvas, "Control+y")
    wait_for_nodes(canvas, grown - 1)
    canvas.tool("redo")
    expect_log(canvas, "1~~eagency/exim~~hcompany/glencore~~pcountry/PE")
    expect(canvas.root.locator("[data-tool=redo]")).to_be_disabled()


def test_the_history_tells_each_entry_and_a_press_goes_to_that_point(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.double_click(EXIM)
    came = canvas.nodes - begin
    canvas.click("company/glencore")
    canvas.tool("hide")
    settle(canvas.page)
    canvas.page.get_by_role("button", name="History (2)").click()
    points = canvas.page.locator("[class*=st-key-point-] button p")
    expect(points).to_have_text(
        [
            "Hid Glencore (here)",
            f"Expanded Export-Import Bank of the United States: {came} nodes",
            "The opening picture",
        ]
    )
    points.nth(2).click()
    wait_for_nodes(canvas, begin)
    expect_log(canvas, "")
    expect(canvas.page.get_by_text("Hid Glencore (taken back)")).to_be_visible()
    points.nth(1).click()
    wait_for_nodes(canvas, begin + came)
    expect_log(canvas, "1~~eagency/exim")


def test_a_type_is_expanded_alone_after_its_counts_were_seen_and_collapsed_again(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.click(EXIM)
    settle(canvas.page)
    canvas.page.get_by_role("button", name="Expand by type").click()
    funds = canvas.page.locator("[class*=st-key-expand-] button").filter(has_text=re.compile("funds as funder"))
    said = funds.locator("p").inner_text()
    assert BY_TYPE.match(said), said
    more = int(said.split(": ")[1].split()[0])
    funds.click()
    wait_for_nodes(canvas, begin + more)
    expect_log(canvas, "1~~eagency/exim~FUNDS~out")
    expect(funds).to_contain_text("in the picture")
    expect(funds).to_be_disabled()
    canvas.page.keyboard.press("Escape")
    canvas.tool("collapse")
    wait_for_nodes(canvas, begin)
    press(canvas, "1")
    wait_for_nodes(canvas, begin + more)
    expect_log(canvas, "1~~eagency/exim~FUNDS~out~~cagency/exim~~eagency/exim~FUNDS~out")
    canvas.tool("undo")
    wait_for_nodes(canvas, begin)


def test_only_the_selected_and_its_neighbours_are_shown_and_one_press_brings_all_back(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.click(EXIM)
    press(canvas, "o")
    few = canvas.nodes
    assert few < begin / 2
    assert hidden_count(canvas).startswith(f"Show all: {begin - few} nodes")
    expect_log(canvas, "1~~oagency/exim")
    canvas.page.reload()
    canvas.wait()
    wait_for_nodes(canvas, few)
    canvas.tool("show")
    wait_for_nodes(canvas, begin)
    expect(canvas.root.locator("[data-tool=show]")).to_be_hidden()
    canvas.tool("undo")
    wait_for_nodes(canvas, few)


def test_the_menu_of_a_right_click_is_walked_by_keys_and_closed_by_escape(canvas: Canvas) -> None:
    page, begin = canvas.page, canvas.nodes
    settle(page)
    page.mouse.click(*canvas.place(EXIM), button="right")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    expect(canvas.root).to_have_attribute("data-selected", EXIM, timeout=10_000)
    expect(menu.get_by_role("menuitem", name="Expand by “funds”")).to_be_visible(timeout=10_000)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(canvas.root.locator(".lg-node:focus")).to_have_count(1)

    page.keyboard.press("Shift+F10")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("End")
    expect(menu.get_by_role("menuitem").last).to_be_focused()
    menu.get_by_role("menuitem", name="Hide it").click()
    wait_for_nodes(canvas, begin - 1)
    expect_log(canvas, f"1~~h{EXIM}")

    frame = canvas.root.locator(".lg-surface").bounding_box()
    assert frame is not None
    page.mouse.click(frame["x"] + 4, frame["y"] + 4, button="right")
    menu.get_by_role("menuitem", name="Show all that is hidden or filtered").click()
    wait_for_nodes(canvas, begin)


def test_nothing_that_stands_moves_when_something_comes_in_or_goes(canvas: Canvas) -> None:
    canvas.click(EXIM)
    before = canvas.root.evaluate("e => e.positions()")
    for do in ("Enter", "c", "o", "a", "Enter", "Control+z", "Control+Shift+Z", "Delete", "a"):
        press(canvas, do)
        canvas.page.wait_for_timeout(400)
        now = canvas.root.evaluate("e => e.positions()")
        moved = {n for n in before.keys() & now.keys() if before[n] != now[n]}
        assert not moved, f"{do} moved {moved}"
        before = before | now
        if do == "Delete":
            canvas.click("country/US")


def test_a_dragged_node_stays_there_by_address_and_goes_back_by_undo(canvas: Canvas) -> None:
    page = canvas.page
    settle(page)
    x, y = canvas.place("country/PE")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=5)
    page.mouse.up()
    settle(page)
    assert canvas.place("country/PE") == pytest.approx((x + 40, y + 30), abs=3)
    assert log_of(canvas).startswith("1~~mcountry/PE~")
    canvas.tool("undo")
    settle(page)
    assert canvas.place("country/PE") == pytest.approx((x, y), abs=1)


def test_an_address_of_an_earlier_version_opens_as_ever_and_is_written_as_a_log(page: Page, app: str) -> None:
    page.goto(f"{app}/?steps=expand:agency/exim&hide=company/glencore&no=Person&pin=country/PE&at=country/PE@10@-20")
    canvas = Canvas(page).wait()
    expect_log(canvas, "1~~eagency/exim~~hcompany/glencore~~lPerson~~pcountry/PE~~mcountry/PE~10~-20")
    canvas.tool("undo")
    assert log_of(canvas).endswith("~~pcountry/PE")


def test_what_is_done_in_haste_is_all_done_once_and_in_order(canvas: Canvas) -> None:
    canvas.click(EXIM)
    for key in ("p", "o", "Control+z", "p", "o", "a"):
        canvas.page.keyboard.press(key)
    expect_log(canvas, f"1~~p{EXIM}~~P{EXIM}~~o{EXIM}~~s")


def test_another_visitor_of_the_address_sees_the_same_picture_and_can_take_it_back(
    canvas: Canvas, open_page: Callable[[], Page]
) -> None:
    begin = canvas.nodes
    canvas.double_click(EXIM)
    canvas.legend("label:Deal")
    log = log_of(canvas)
    other = open_page()
    other.goto(canvas.page.url)
    theirs = Canvas(other).wait()
    wait_for_nodes(theirs, canvas.nodes)
    for _ in range(2):
        theirs.tool("undo")
    wait_for_nodes(theirs, begin)
    assert (log_of(theirs), log_of(canvas)) == ("", log)


def test_the_picture_of_an_answer_has_its_own_undo_and_offers_no_more_than_it_follows(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=mineral-deals&p.mineral=mineral/cobalt&node=mineral/cobalt")
    canvas = Canvas(page).wait()
    begin = canvas.nodes
    canvas.click("mineral/cobalt")
    expect(canvas.root.locator("[data-tool=expand]")).to_be_hidden()
    press(canvas, "Delete")
    wait_for_nodes(canvas, begin - 1)
    canvas.legend("label:Deal")
    settle(page)
    press(canvas, "Control+z")
    wait_for_nodes(canvas, begin - 1)
    canvas.tool("undo")
    wait_for_nodes(canvas, begin)


def test_what_is_searched_for_is_shown_though_it_was_hidden_and_filtered(canvas: Canvas) -> None:
    canvas.click("company/glencore")
    canvas.tool("hide")
    canvas.legend("label:Company")
    settle(canvas.page)
    search(canvas.page, "Glencore")
    expect(canvas.root).to_have_attribute("data-selected", "company/glencore", timeout=15_000)
    expect_log(canvas, "1~~hcompany/glencore~~lCompany~~scompany/glencore~~LCompany")
    canvas.click("company/glencore")
