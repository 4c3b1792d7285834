"""Filters of the picture: asked in the panel, seen in picture, table, download and address, and taken back."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import Canvas, download, expect_log, search, settle, wait_for_nodes

ALL, APPROVED_ONLY = 55, 29
"""Nodes of the opening picture; without 12 signed deals, and the 14 countries and others tied to them alone."""


def field(page: Page, name: str) -> Locator:
    """A chooser of the open panel."""
    return page.get_by_role("combobox", name=re.compile(name)).first


def choose(canvas: Canvas, name: str, value: str) -> None:
    page = canvas.page
    if not field(page, name).is_visible():
        page.get_by_role("button", name=re.compile("^Filter|filter_alt")).first.click()
    field(page, name).click()
    page.get_by_role("option", name=re.compile(value)).first.click()
    page.keyboard.press("Escape")
    settle(page)


def places(canvas: Canvas) -> dict[str, object]:
    return dict(canvas.root.evaluate("e => e.positions()"))


def test_a_stage_is_filtered_counted_kept_in_the_address_and_taken_back(canvas: Canvas) -> None:
    page, before = canvas.page, places(canvas)
    wait_for_nodes(canvas, ALL)
    choose(canvas, "Stage", r"approved \(6\)")
    wait_for_nodes(canvas, APPROVED_ONLY)
    expect_log(canvas, "1~~fstage~approved")
    now = places(canvas)
    assert {n for n in before.keys() & now.keys() if before[n] != now[n]} == set()
    expect(page.get_by_text("14 more nodes are left out")).to_be_visible()

    canvas.page.reload()
    canvas.wait()
    wait_for_nodes(canvas, APPROVED_ONLY)
    canvas.tool("undo")
    wait_for_nodes(canvas, ALL)
    expect_log(canvas, "")
    canvas.tool("redo")
    wait_for_nodes(canvas, APPROVED_ONLY)
    page.get_by_role("button", name="Stage: approved (12 nodes left out)").click()
    wait_for_nodes(canvas, ALL)
    expect_log(canvas, "1~~fstage~approved~~Fstage")
    page.go_back()
    wait_for_nodes(canvas, APPROVED_ONLY)
    page.go_forward()
    wait_for_nodes(canvas, ALL)


def test_tables_and_downloads_hold_what_is_seen_or_all_by_choice(canvas: Canvas, tmp_path: Path) -> None:
    page = canvas.page
    canvas.click("company/glencore")
    canvas.tool("hide")
    settle(page)
    expect(page.get_by_role("tab", name=f"Nodes ({ALL - 1})")).to_be_visible(timeout=15_000)
    choose(canvas, "Stage", r"approved \(6\)")
    expect(page.get_by_role("tab", name=f"Nodes ({APPROVED_ONLY})")).to_be_visible(timeout=15_000)
    seen = download(page, "Picture as one HTML file", tmp_path / "seen.html").read_text(encoding="utf-8")
    assert "company/glencore" not in seen
    assert "deal/us-peru-framework" not in seen
    assert "deal/exim-vault-loan" in seen
    assert "hidden or filtered away are left out" in seen
    page.get_by_text("Also what is hidden or filtered away").click()
    expect(page.get_by_role("tab", name=f"Nodes ({ALL})")).to_be_visible(timeout=15_000)
    everything = download(page, "Picture as one HTML file", tmp_path / "all.html").read_text(encoding="utf-8")
    assert "company/glencore" in everything
    assert "filtered away" not in everything


def test_a_filter_that_lets_nothing_through_says_so_and_how_to_undo_it(page: Page, app: str) -> None:
    page.goto(f"{app}/?log=1~~fdate~1999-01..1999-02")
    canvas = Canvas(page).wait()
    expect(page.get_by_text("The filter by date lets nothing through")).to_be_visible()
    canvas.tool("undo")
    wait_for_nodes(canvas, ALL)
    expect(page.get_by_text("The filter by date lets nothing through")).to_have_count(0)


def test_who_is_searched_for_is_shown_though_a_filter_left_them_out(page: Page, app: str) -> None:
    page.goto(f"{app}/?log=1~~fstage~approved")
    canvas = Canvas(page).wait()
    search(page, "US-Peru framework")
    expect(canvas.root).to_have_attribute("data-selected", "deal/us-peru-framework", timeout=15_000)
    expect_log(canvas, "1~~fstage~approved~~Fstage")
    canvas.click("deal/us-peru-framework")


def test_a_figure_is_typed_as_people_write_it_and_what_is_none_is_told(canvas: Canvas) -> None:
    page = canvas.page
    page.get_by_role("button", name=re.compile("Filter")).first.click()
    page.get_by_label("at least").fill("plenty")
    page.get_by_label("at least").press("Enter")
    expect(page.get_by_text("is no figure in USD")).to_be_visible(timeout=15_000)
    expect_log(canvas, "")
    page.get_by_label("at least").fill("1 billion")
    page.get_by_label("at least").press("Enter")
    settle(page)
    expect_log(canvas, "1~~famount~USD:1000000000..")
    page.keyboard.press("Escape")
    expect(canvas.root).not_to_have_attribute("data-nodes", str(ALL), timeout=15_000)
    shown = {n for n in places(canvas) if n.startswith("deal/")}
    visible = canvas.root.get_attribute("data-nodes")
    assert "deal/exim-vault-loan" in shown
    assert visible is not None
