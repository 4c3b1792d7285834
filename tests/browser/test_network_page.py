"""The network page in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, search, settle

MEMORANDUM = "deal/glencore-orion-memorandum"
SIGNS = f"company/glencore|PARTY_TO|{MEMORANDUM}|signatory"


def test_search_click_expand_read_evidence_and_share_the_address(canvas: Canvas, open_page: Callable[[], Page]) -> None:
    search(canvas.page, "Glencore")
    expect(canvas.root).to_have_attribute("data-selected", "company/glencore", timeout=15_000)
    canvas.click("company/glencore")
    canvas.double_click(MEMORANDUM)
    canvas.click(MEMORANDUM)
    expect(canvas.page.get_by_text("independent origin").first).to_be_visible(timeout=15_000)
    unfold(canvas.page)
    expect(canvas.page.get_by_text("UNI's report, 5 February 2026, line 11, sentence 2")).to_be_visible()

    settle(canvas.page)
    other = open_page()
    other.goto(canvas.page.url)
    theirs = Canvas(other).wait()
    expect(theirs.root).to_have_attribute("data-selected", MEMORANDUM, timeout=15_000)
    assert theirs.nodes == canvas.nodes
    assert theirs.root.get_attribute("data-edges") == canvas.root.get_attribute("data-edges")
    unfold(other)
    expect(other.get_by_text("UNI's report, 5 February 2026, line 11, sentence 2")).to_be_visible(timeout=15_000)
    canvas.tool("fit")
    theirs.tool("fit")
    other.wait_for_timeout(1_000)
    assert arrangement(theirs) == pytest.approx(arrangement(canvas), abs=0.02)


def test_the_search_shows_other_names_and_kinds_the_best_first_and_says_when_it_finds_nothing(canvas: Canvas) -> None:
    page = canvas.page
    field, found = page.get_by_role("searchbox", name="Search"), page.locator("[class*=st-key-found-] button")
    field.press_sequentially("ustr", delay=40)
    expect(found).to_have_text(["Office of the US Trade Representative  ·  Agency (USTR)"], use_inner_text=True)
    field.fill("Glencoer")
    expect(found.first).to_have_text("Glencore  ·  Company")
    field.fill("deal")
    expect(found.first).to_contain_text("Deal")
    field.fill("zz*zz")
    expect(page.get_by_text("Nothing in these records is called “zz*zz”, nor nearly so.")).to_be_visible()
    expect(found).to_have_count(0)


def unfold(page: Page) -> None:
    """Open the passages beyond the best one."""
    page.get_by_text(re.compile("passages? more")).first.click()


def arrangement(canvas: Canvas) -> list[float]:
    """How some nodes stand to one another, whatever the width and zoom of the picture."""
    (x0, y0), (x1, y1) = canvas.place("country/US"), canvas.place("agency/exim")
    places = [canvas.place(item) for item in ("company/glencore", MEMORANDUM, "country/PE", "company/iperionx")]
    return [part for x, y in places for part in ((x - x0) / (x1 - x0), (y - y0) / (y1 - y0))]


def test_the_opening_picture_is_readable_and_gathers_who_only_took_part(canvas: Canvas) -> None:
    assert 40 <= canvas.nodes <= 60
    canvas.click("gathered/critical-minerals-ministerial")
    expect(canvas.page.get_by_text("countries that only took part").first).to_be_visible(timeout=10_000)
    before = canvas.nodes
    canvas.double_click("gathered/critical-minerals-ministerial")
    assert canvas.nodes > before + 30


def test_a_line_shows_its_own_evidence(canvas: Canvas) -> None:
    canvas.click(SIGNS)
    expect(canvas.page.get_by_text("is party to").first).to_be_visible(timeout=10_000)
    expect(canvas.page.get_by_text(SIGNS)).to_be_visible()


def test_expanding_keeps_positions_and_back_undoes_it(canvas: Canvas) -> None:
    canvas.tool("fit")
    before = canvas.nodes
    canvas.double_click("agency/exim")
    assert canvas.nodes > before
    canvas.tool("undo")
    expect(canvas.root).to_have_attribute("data-nodes", str(before), timeout=15_000)
    canvas.page.wait_for_function("!location.search.includes('log')", timeout=10_000)


def test_hiding_and_the_legend_filter_and_stand_in_the_address(canvas: Canvas) -> None:
    before = canvas.nodes
    canvas.click("company/glencore")
    canvas.tool("hide")
    expect(canvas.root).to_have_attribute("data-nodes", str(before - 1), timeout=10_000)
    canvas.legend("label:Deal")
    canvas.page.wait_for_url("**lDeal**", timeout=10_000)
    assert "log=1~~hcompany" in canvas.page.url
    assert canvas.nodes < before - 10


def test_the_table_selects_in_the_picture(canvas: Canvas) -> None:
    canvas.page.get_by_role("tab", name="Nodes").click()
    table = canvas.page.get_by_test_id("stDataFrame").filter(visible=True).first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    canvas.page.mouse.click(box["x"] + 18, box["y"] + 52)
    expect(canvas.root).not_to_have_attribute("data-selected", "", timeout=15_000)
    canvas.page.wait_for_function("location.search.includes('node=')", timeout=10_000)


def test_the_picture_can_be_taken_along_as_one_file(
    canvas: Canvas, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    file = download(canvas.page, "Picture as one HTML file", tmp_path / "picture.html")
    alone = open_page()
    alone.goto(file.as_uri())
    expect(alone.locator("canvas")).to_be_visible(timeout=15_000)
    expect(alone.get_by_role("heading", name="The 2026 Critical Minerals Ministerial")).to_be_visible()
    alone.get_by_text("EXIM loan for Project Vault · Deal").click()
    expect(alone.get_by_text("up to USD 10 billion", exact=True)).to_be_visible()
    expect(alone.locator("details[open] li").first).to_contain_text(re.compile("line [0-9]+.*: repeats the"))


@pytest.mark.parametrize(
    "mangled", ["?node=%00%3Cscript%3E", "?steps=expand:,drop:x,add:nobody/here", "?at=a@b,c@1@x", "?log=1~~x~~h"]
)
def test_a_mangled_address_opens_the_picture(page: Page, app: str, mangled: str) -> None:
    page.goto(f"{app}/{mangled}")
    Canvas(page).wait()
    expect(page.get_by_text("a node or a line for its properties")).to_be_visible(timeout=15_000)
