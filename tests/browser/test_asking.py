"""Asking the picture: paths, what nodes have in common, what is around one; seen in picture, list, address, undone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, expect_log, settle, wait_for_nodes

BEGIN = 55
GLENCORE_TO_VAULT = "1~~kcompany/glencore,initiative/project-vault"


def open_panel(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Ask$|route")).first.click()
    expect(page.get_by_label("Which nodes")).to_be_visible(timeout=10_000)


def add_end(page: Page, typed: str, called: str = "") -> None:
    page.get_by_label("Which nodes").fill(typed)
    found = page.locator("[class*=st-key-ask-put-0] button")
    expect(found).to_contain_text(re.compile(called or typed, re.IGNORECASE))  # and no longer what was found before
    settle(page)
    found.click()
    settle(page)


def test_a_path_is_listed_brought_in_undone_and_stands_in_the_address(canvas: Canvas) -> None:
    page = canvas.page
    before = canvas.root.evaluate("e => e.positions()")
    open_panel(page)
    add_end(page, "glencore")
    add_end(page, "project vault")
    expect(page.get_by_text("Glencore – Glencore–Orion memorandum – US–DRC Strategic Partnership")).to_be_visible()
    expect_log(canvas, "")  # a list changes nothing
    settle(page)
    page.get_by_role("button", name="Bring in: 1 path").click()
    wait_for_nodes(canvas, BEGIN + 1)  # Donald Trump alone was not in the picture
    expect_log(canvas, GLENCORE_TO_VAULT)
    now = canvas.root.evaluate("e => e.positions()")
    assert {n for n in before if before[n] != now[n]} == set()
    page.keyboard.press("Escape")
    canvas.tool("undo")
    wait_for_nodes(canvas, BEGIN)
    expect_log(canvas, "")
    canvas.tool("redo")
    wait_for_nodes(canvas, BEGIN + 1)
    page.reload()
    canvas.wait()
    wait_for_nodes(canvas, BEGIN + 1)


def test_only_a_path_is_shown_and_all_comes_back(canvas: Canvas) -> None:
    page = canvas.page
    canvas.click("company/glencore")
    open_panel(page)
    page.get_by_role("button", name="Add the selected").click()
    settle(page)
    add_end(page, "project vault")
    page.get_by_role("button", name="Show only this").click()
    wait_for_nodes(canvas, 6)
    expect(page.get_by_role("tab", name="Nodes (6)")).to_be_visible(timeout=15_000)
    page.keyboard.press("Escape")
    canvas.tool("show")
    wait_for_nodes(canvas, BEGIN + 1)


def test_what_is_in_common_and_that_nothing_joins_them_by_money_is_told(canvas: Canvas) -> None:
    page = canvas.page
    open_panel(page)
    add_end(page, "agency/dfc", "Development Finance")
    add_end(page, "agency/exim", "Export-Import")
    page.get_by_text("money", exact=True).click()
    expect(page.get_by_text("No path of at most 6 steps joins").first).to_be_visible(timeout=15_000)
    page.get_by_text("money", exact=True).click()
    page.get_by_text("In common", exact=True).click()
    expect(page.get_by_role("button", name="Bring in: 1 neighbour in common")).to_be_visible(timeout=15_000)
    expect_log(canvas, "")


def test_what_is_around_a_node_comes_in_by_a_key_and_says_why_it_is_there(canvas: Canvas) -> None:
    page = canvas.page
    canvas.click("company/glencore")
    page.keyboard.press("n")
    wait_for_nodes(canvas, BEGIN + 2)  # cobalt and copper, which the memorandum covers
    expect_log(canvas, "1~~ncompany/glencore")
    canvas.click("mineral/cobalt")
    page.get_by_role("button", name=re.compile("Why here")).click()
    expect(page.get_by_text("Showed what is within 2 steps of Glencore: 2 nodes")).to_be_visible(timeout=15_000)
    expect(page.get_by_test_id("stPopoverBody").get_by_text("Glencore–Orion memorandum covers Cobalt")).to_be_visible()
    link = page.get_by_role("link", name="A mineral's deals")
    assert "query=mineral-deals" in str(link.get_attribute("href"))
    page.get_by_role("button", name="Go to before it came in").click()
    wait_for_nodes(canvas, BEGIN)
    page.go_back()
    wait_for_nodes(canvas, BEGIN + 2)


def test_a_link_to_a_saved_query_has_the_parameter_filled(page: Page, app: str) -> None:
    page.goto(f"{app}/?steps=add:mineral/cobalt&node=mineral/cobalt")
    Canvas(page).wait()
    page.get_by_role("button", name=re.compile("Why here")).click()
    href = page.get_by_role("link", name="A mineral's deals").get_attribute("href")
    page.goto(f"{app}/{href}")
    expect(page.get_by_role("heading", name="A mineral's deals")).to_be_visible(timeout=30_000)
    assert "mineral/cobalt" in Canvas(page).wait().root.evaluate("e => Object.keys(e.positions())")


def test_a_suggested_scene_is_one_press_and_can_be_undone(canvas: Canvas) -> None:
    page = canvas.page
    page.get_by_role("button", name="What is approved so far, and whose it is").click()
    wait_for_nodes(canvas, 29)
    expect_log(canvas, "1~~fstage~approved")
    page.get_by_role("button", name="What ties Glencore to Project Vault").click()
    settle(page)
    expect_log(canvas, "1~~fstage~approved~~kcompany/glencore,initiative/project-vault")
    canvas.tool("undo")
    canvas.tool("undo")
    wait_for_nodes(canvas, BEGIN)


def test_a_node_is_found_and_brought_in_by_the_keyboard_alone(canvas: Canvas) -> None:
    page = canvas.page
    page.get_by_role("searchbox", name="Search").focus()
    page.keyboard.type("reko diq gold")
    first = page.locator("[class*=st-key-found-0] button")
    expect(first).to_be_visible(timeout=15_000)
    settle(page)
    for _ in range(4):
        page.keyboard.press("Tab")
        if first.evaluate("e => e === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(canvas.root).not_to_have_attribute("data-selected", "", timeout=15_000)


def test_an_address_that_asks_about_who_is_not_there_says_so(page: Page, app: str) -> None:
    page.goto(f"{app}/?log=1~~kcompany/glencor,agency/exim~~fstage~approved")
    canvas = Canvas(page).wait()
    expect(page.get_by_text("there is no company/glencor in these records")).to_be_visible()
    wait_for_nodes(canvas, 29)
    expect_log(canvas, "1~~kcompany/glencor,agency/exim~~fstage~approved")
