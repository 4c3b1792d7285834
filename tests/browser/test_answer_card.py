"""An answer card in a real browser: downloaded by one press, it opens offline, runs nothing, and fits its paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.canvas import download, settle
from tests.unit.test_answer_card import write_hostile_card
from tests.unit.test_canvas_export import HOSTILE
from tests.unit.workbooks import read_sheet

SHEET = 680
"""Of an upright A4 page what is left between its margins, in pixels of CSS."""


@pytest.fixture
def offline(chromium: Browser) -> Iterator[Page]:
    """A page without a network."""
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def visit(page: Page, file: Path) -> list[str]:
    """Open a file; what it asks for besides, and what its policy forbids."""
    told: list[str] = []
    page.on("request", lambda request: told.append(request.url) if request.url != file.as_uri() else None)
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: told.append(message.text))
    page.goto(file.as_uri())
    return told


def test_the_page_gives_a_card_with_all_that_the_answer_rests_on(
    page: Page, app: str, offline: Page, tmp_path: Path
) -> None:
    page.goto(f"{app}/queries?query=mineral-deals&p.mineral=mineral%2Fcopper")
    settle(page)
    file = download(page, "Answer card", tmp_path / "card.html")
    assert visit(offline, file) == []
    expect(offline.get_by_role("heading", level=1)).to_have_text("A mineral's deals")
    expect(offline.get_by_text("the mineral Copper (mineral/copper)")).to_be_visible()
    expect(offline.locator("svg.picture text.caption", has_text="Glencore–Orion")).to_have_count(1)
    records = offline.locator(".record", has_text="EXIM deal for Reko Diq · Deal")
    expect(records).to_contain_text("USD 1.3 billion")
    number = (records.locator("a").first.inner_text()).strip("[]")
    assert re.search(r"line \d+.*[0-9a-f]{64}", offline.locator(f"#p{number}").inner_text(), re.DOTALL)
    assert offline.locator(".dispute .weight").first.inner_text() == "decides"
    sheet = read_sheet(download(page, "Excel", tmp_path / "rows.xlsx").read_bytes())
    head = {cell[1]: column for column, cell in sheet[0].items()}
    assert {row[head["whose money"]][1] for row in sheet[1:]} == {"US government", "not stated"}


def test_a_card_fits_the_window_and_the_paper(page: Page, app: str, offline: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/queries?query=mineral-deals&p.mineral=mineral%2Fcopper")
    settle(page)
    visit(offline, download(page, "Answer card", tmp_path / "card.html"))
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert offline.evaluate(wide) == 0
    ink = "getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor"
    offline.emulate_media(color_scheme="dark")
    assert offline.evaluate(ink) == "rgb(231, 233, 238)rgb(20, 22, 28)"
    offline.emulate_media(color_scheme="dark", media="print")
    offline.set_viewport_size({"width": SHEET, "height": 900})
    assert offline.evaluate(wide) == 0
    assert offline.evaluate(ink) == "rgb(0, 0, 0)rgb(255, 255, 255)"
    assert offline.pdf(format="A4")[:5] == b"%PDF-"


def test_hostile_text_does_nothing_on_a_card(offline: Page, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(write_hostile_card(), encoding="utf-8")
    assert visit(offline, file) == []
    offline.wait_for_timeout(300)
    assert offline.title() == HOSTILE[0]
    assert offline.locator("img, script, iframe, object").count() == 0


def test_the_same_text_runs_where_nothing_stops_it(offline: Page, tmp_path: Path) -> None:
    file = tmp_path / "open.html"
    file.write_text(f"<title>quiet</title><p>{HOSTILE[0]}{HOSTILE[4]}</p>", encoding="utf-8")
    visit(offline, file)
    offline.wait_for_function("document.title === 'ran'")


def test_the_policy_alone_would_stop_it(offline: Page, tmp_path: Path) -> None:
    """Also where something went unescaped, no script of a record runs."""
    file = tmp_path / "unescaped.html"
    text = write_hostile_card().replace("<main>", f"<main>{HOSTILE[0]}{HOSTILE[1]}", 1)
    file.write_text(text, encoding="utf-8")
    told = visit(offline, file)
    offline.wait_for_timeout(300)
    assert offline.title() == HOSTILE[0]
    assert any("Content Security Policy" in line for line in told)
