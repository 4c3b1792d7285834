"""The views of an answer in a real browser: switched, in the address, told in a sentence, and asking nobody else."""

from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.canvas import settle

LADDER = (
    "Ladder of commitment in USD, US government, each stage by itself: letter issued USD 14.8 billion; "
    "approved USD 1.3779 billion to USD 11.3779 billion."
)
CHART = '[data-testid="stVegaLiteChart"]'


def open_page(page: Page, url: str) -> list[str]:
    """Open an address; what it asks of other machines from then on."""
    outside: list[str] = []
    here = urlsplit(url).netloc

    def note(asked: str) -> None:
        if urlsplit(asked).scheme not in ("data", "blob") and urlsplit(asked).netloc != here:
            outside.append(asked)

    page.on("request", lambda request: note(request.url))
    page.on("websocket", lambda socket: note(socket.url))
    page.goto(url)
    settle(page)
    return outside


def test_a_reader_switches_the_view_and_the_address_brings_it_back(page: Page, app: str) -> None:
    outside = open_page(page, f"{app}/queries?query=money-by-funder")
    expect(page.get_by_text("USD 1.3779 billion to USD 11.3779 billion").first).to_be_visible()
    page.get_by_role("radio", name="Ladder of commitment").click()
    chart = page.locator(CHART).first
    expect(chart).to_have_attribute("aria-label", LADDER, timeout=60_000)
    settle(page)
    assert "view=ladder" in page.url
    page.reload()
    settle(page)
    expect(page.locator(CHART).first).to_be_visible(timeout=60_000)
    assert "view=ladder" in page.url
    page.get_by_role("radio", name="Totals").click()
    expect(page.locator(CHART)).to_have_count(0, timeout=60_000)
    settle(page)
    assert "view=" not in page.url
    assert outside == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("query=all-money&view=bars&by=mineral", "by mineral"),
        ("query=all-money&view=flow&sum=USD+letter_issued+us_government&to=mineral", "through deal to mineral"),
        ("query=all-money&view=timeline", "29 without a place on it"),
        ("query=between-two-days&view=timeline", "Timeline of"),
    ],
)  # fmt: skip
def test_an_address_opens_a_view_with_its_choices_and_no_menu(page: Page, app: str, address: str, said: str) -> None:
    outside = open_page(page, f"{app}/queries?{address}")
    chart = page.locator(CHART).first
    expect(chart).to_be_visible(timeout=60_000)
    assert said in (chart.get_attribute("aria-label") or "")
    expect(page.locator(".vega-actions, details[title]")).to_have_count(0)
    for part in address.split("&"):
        assert part.replace("+", "%20") in page.url.replace("+", "%20")
    expect(page.locator('[data-testid="stDataFrame"]').first).to_be_visible()
    assert outside == []


def test_each_sum_is_a_number_with_its_deals_beside_it(page: Page, app: str) -> None:
    outside = open_page(page, f"{app}/queries?query=money-by-funder&view=number")
    for figure in ("USD 14.8 billion", "USD 1.3779 billion to USD 11.3779 billion"):
        expect(page.get_by_role("heading", name=figure, exact=True)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("numbers and not one")).to_be_visible()
    expect(page.get_by_text("Floor USD 1.3779 billion, ceiling USD 11.3779 billion")).to_be_visible()
    settle(page)
    assert page.locator('[data-testid="stDataFrame"]').count() >= 2
    assert outside == []


def open_list(page: Page, of: Locator, option: str) -> None:
    """Open a list by keyboard until it stays open: it closes where the page is drawn anew meanwhile."""
    for _ in range(5):
        of.focus()
        page.keyboard.press("ArrowDown")
        with suppress(Error):
            page.get_by_role("option", name=option, exact=True).wait_for(timeout=5_000)
            return
        page.keyboard.press("Escape")
    raise AssertionError(f"no list with {option}")


def test_by_keyboard_a_mark_shows_its_rows_alone_as_a_click_does(page: Page, app: str) -> None:
    open_page(page, f"{app}/queries?query=money-by-funder&view=ladder")
    rows = page.locator('[data-testid="stDataFrame"] table[role=grid]').first
    expect(rows).to_be_attached(timeout=60_000)
    settle(page)
    every = rows.get_attribute("aria-rowcount")
    marks = page.get_by_role("combobox", name="Show the rows of").first
    open_list(page, marks, "letter issued")
    page.keyboard.type("letter iss")
    page.keyboard.press("Enter")
    expect(marks).to_have_value("letter issued", timeout=30_000)
    expect(rows).not_to_have_attribute("aria-rowcount", str(every), timeout=30_000)
    settle(page)
    open_list(page, marks, "all marks of the chart")
    page.keyboard.type("all marks")
    page.keyboard.press("Enter")
    expect(marks).to_have_value("all marks of the chart", timeout=30_000)
    expect(rows).to_have_attribute("aria-rowcount", str(every), timeout=30_000)

    bar = page.locator(f"{CHART} svg path[aria-label*='letter issued']").first
    bar.click()
    expect(marks).to_have_value("letter issued", timeout=30_000)
    expect(rows).not_to_have_attribute("aria-rowcount", str(every), timeout=30_000)


def test_a_view_that_does_not_suit_is_told_with_those_that_do(page: Page, app: str) -> None:
    open_page(page, f"{app}/queries?query=money-by-funder&view=laddr")
    expect(page.get_by_text("did you mean ladder?")).to_be_visible()
    expect(page.locator(CHART)).to_have_count(0)
    page.get_by_role("radio", name="Bars").click()
    expect(page.locator(CHART).first).to_be_visible(timeout=60_000)
    settle(page)
    assert "view=bars" in page.url
