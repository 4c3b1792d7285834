"""The nodes of the picture as elements: found by Tab and arrow keys, read out with kind and ties, and lawful to axe."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import Canvas, expect_log, settle
from tests.browser.test_accessibility import ALL_RULES, AXE, HOW, find_violations
from tests.groups import leave_out

EXIM, LOAN = "agency/exim", "deal/exim-vault-loan"
FOCUSED = "() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;"
AT = FOCUSED + " return e?.dataset?.node ?? null }"


def at(page: Page) -> str | None:
    """The node that has the keys, where one has them."""
    found: str | None = page.evaluate(AT)
    return found


def enter(canvas: Canvas) -> None:
    """By Tab from the last button of the toolbar."""
    canvas.root.locator("[data-tool=full]").focus()
    canvas.page.keyboard.press("Tab")


def option(canvas: Canvas, node: str) -> Locator:
    return canvas.root.locator(f'[data-node="{node}"]')


def test_tab_comes_to_one_node_and_goes_on_from_it(canvas: Canvas) -> None:
    page = canvas.page
    expect(canvas.root.get_by_role("option")).to_have_count(int(canvas.root.get_attribute("data-marks") or 0))
    enter(canvas)
    begin = at(page)
    assert begin
    expect(canvas.root).to_have_attribute("data-selected", "")
    page.keyboard.press("Tab")
    assert at(page) is None, "a second node is a stop of the Tab key"
    page.keyboard.press("Shift+Tab")
    assert at(page) == begin


def test_arrows_walk_the_neighbours_and_each_is_read_out_with_kind_and_ties(canvas: Canvas) -> None:
    page = canvas.page
    enter(canvas)
    page.keyboard.press(" ")
    begin = at(page)
    expect(canvas.root).to_have_attribute("data-selected", str(begin))
    for arrow in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        page.keyboard.press(arrow)
        reached = at(page)
        if reached != begin:
            break
    assert reached and reached != begin
    expect(canvas.root).to_have_attribute("data-selected", reached)
    here = option(canvas, reached)
    expect(here).to_have_attribute("aria-selected", "true")
    expect(here).to_have_accessible_name(re.compile(r"^.+, \S.*, \d+ relationships?: .+"))
    expect(canvas.root.get_by_role("option", selected=True)).to_have_count(1)
    expect(page.get_by_test_id("stMarkdown").locator("h4").first).to_be_visible(timeout=10_000)
    expect(canvas.root.locator(".lg-voice")).to_have_text("")
    page.keyboard.press("Delete")
    expect(option(canvas, reached)).to_have_count(0)
    assert at(page) not in (None, reached), "the keys went nowhere"
    page.keyboard.press("Control+z")
    expect(option(canvas, reached)).to_have_count(1, timeout=10_000)
    expect_log(canvas, "")


def test_an_element_lies_over_its_mark_and_a_press_on_it_selects(canvas: Canvas) -> None:
    settle(canvas.page)
    box = option(canvas, LOAN).bounding_box()
    assert box is not None
    x, y = canvas.place(LOAN)
    assert abs(box["x"] + box["width"] / 2 - x) < 2
    assert abs(box["y"] + box["height"] / 2 - y) < 2
    option(canvas, LOAN).dispatch_event("click")
    expect(canvas.root).to_have_attribute("data-selected", LOAN)
    expect(option(canvas, LOAN)).to_have_accessible_name(re.compile("EXIM loan for Project Vault.*Deal.*relationships"))
    canvas.click(EXIM)  # the elements do not stand in the pointer's way
    assert at(canvas.page) == EXIM


def test_a_hidden_kind_has_no_elements_and_an_empty_picture_no_list(canvas: Canvas) -> None:
    canvas.legend("label:Deal")
    expect(option(canvas, LOAN)).to_have_count(0)
    settle(canvas.page)
    shown = canvas.root.locator('[data-filter^="label:"][aria-pressed=true]')
    for kind in shown.evaluate_all("all => all.map((e) => e.dataset.filter)"):
        canvas.legend(kind)
    expect(canvas.root).to_have_attribute("data-nodes", "0")
    settle(canvas.page)
    expect(canvas.root.get_by_role("listbox")).to_have_count(0)
    enter(canvas)
    expect(canvas.root.locator(".lg-surface")).to_be_focused()


def test_axe_finds_nothing_in_the_mirror_and_would_find_a_node_without_a_name(
    canvas: Canvas, request: pytest.FixtureRequest
) -> None:
    if not AXE.exists():
        leave_out(request.config, "axe", HOW)
    page = canvas.page
    settle(page)
    page.wait_for_timeout(700)
    assert not find_violations(page, ALL_RULES)
    canvas.click(LOAN)
    settle(page)
    page.wait_for_timeout(700)
    assert not find_violations(page, ALL_RULES)
    option(canvas, EXIM).evaluate("e => e.removeAttribute('role')")
    assert any("aria-required-children" in text for text in find_violations(page, ALL_RULES)), "the check sees nothing"
