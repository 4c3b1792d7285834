"""Parameters of saved queries on the page: the address fills them and follows them, and what is wrong is told."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect


def test_a_span_of_days_is_read_from_the_address_and_written_as_it_is_asked(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=between-two-days&p.days=2025-11")
    expect(page.get_by_text("How to read it:")).to_be_visible(timeout=30_000)
    days = page.get_by_role("textbox", name="The first and the last day")
    expect(days).to_have_value("2025-11")
    page.wait_for_function("decodeURIComponent(location.search).includes('2025-11-01/2025-11-30')", timeout=20_000)
    days.fill("2026-02-02/2026-02-03")
    days.press("Enter")
    page.wait_for_function("decodeURIComponent(location.search).includes('2026-02-02/2026-02-03')", timeout=20_000)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("query=between-two-days&p.days=2026-02-03/2026-02-02", "ends before it begins"),
        ("query=between-two-days&p.days=yesterday", "'yesterday' is not a date"),
        ("query=what-is-missing&p.lacking=plaice", "there is no 'plaice' (did you mean place?)"),
    ],
)
def test_what_is_wrong_in_the_address_is_told_and_asks_nothing(page: Page, app: str, query: str, says: str) -> None:
    page.goto(f"{app}/queries?{query}")
    expect(page.get_by_text(says)).to_be_visible(timeout=30_000)
    assert unquote(page.url).endswith(query)


def test_several_words_are_switched_off_and_on_by_keyboard(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=what-is-missing&p.lacking=amount,place")
    date = page.get_by_role("button", name="date", exact=True)
    expect(date).to_be_visible(timeout=30_000)
    date.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("decodeURIComponent(location.search).includes('amount,date,place')", timeout=20_000)
