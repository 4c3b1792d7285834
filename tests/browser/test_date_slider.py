"""The months in which a date may lie, asked by the slider above the histogram: by keys, as anybody may."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import Canvas, log_of, settle


def open_filters(page: Page) -> tuple[Locator, Locator]:
    """The slider's two ends, in sight."""
    page.get_by_role("button", name=re.compile("^Filter|filter_alt")).first.click()
    ends = page.get_by_test_id("stPopoverBody").get_by_role("slider")
    expect(ends).to_have_count(2)
    ends.first.scroll_into_view_if_needed()
    return ends.first, ends.last


def dark_columns(page: Page) -> int:
    """How many months of the histogram are asked for."""
    bars = page.get_by_test_id("stPopoverBody").get_by_role("img", name=re.compile("^Dates by month")).locator("div")
    expect(bars.first).to_be_visible()
    return int(bars.evaluate_all("all => all.filter((bar) => bar.style.opacity === '0.75').length"))


def test_months_are_asked_by_the_slider_shown_in_the_histogram_kept_and_given_up(canvas: Canvas) -> None:
    page, before = canvas.page, canvas.nodes
    first, last = open_filters(page)
    months = dark_columns(page)
    assert months > 3
    assert not log_of(canvas)
    first.focus()
    for _ in range(months - 2):
        page.keyboard.press("ArrowRight")
    settle(page)
    expect(canvas.root).not_to_have_attribute("data-nodes", str(before), timeout=15_000)
    assert dark_columns(page) == 2
    begin, end = first.get_attribute("aria-valuetext"), last.get_attribute("aria-valuetext")
    assert begin and end and begin != end
    log = log_of(canvas)
    assert re.fullmatch(r"1(~~fdate~[^~]+)+", log), log
    page.keyboard.press("Escape")
    few = canvas.nodes
    asked = page.get_by_role("button", name=re.compile(f"^(Date|date): {begin} to {end}", re.IGNORECASE))
    expect(asked).to_be_visible()

    page.reload()
    canvas.wait()
    expect(canvas.root).to_have_attribute("data-nodes", str(few))
    first, last = open_filters(page)
    assert (first.get_attribute("aria-valuetext"), last.get_attribute("aria-valuetext")) == (begin, end)
    page.keyboard.press("Escape")
    asked.click()
    expect(canvas.root).to_have_attribute("data-nodes", str(before), timeout=15_000)
    canvas.tool("undo")
    expect(canvas.root).to_have_attribute("data-nodes", str(few), timeout=15_000)
