"""A question in plain words on the page: read, said back, opened by a press, and its answer taken along as a card."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import download, settle

SAID = "Money by agency and stage — whose money: Export-Import Bank of the United States (agency/exim)"
ADDRESS = re.compile(r"query=money-by-funder&p\.funder=agency(%2F|/)exim")


def ask(page: Page, question: str) -> Locator:
    """Type a question, press Enter, and give what it was read as."""
    field = page.get_by_role("textbox", name="Ask in plain words")
    field.fill(question)
    field.press("Enter")
    readings = page.locator(".st-key-readings")
    expect(readings).to_be_visible()
    settle(page)
    return readings


def test_from_asking_in_plain_words_to_a_card_of_the_answer(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(f"{app}/queries?query=open-disputes")
    settle(page)
    readings = ask(page, "what has EXIM financed?")
    expect(readings.get_by_text("I read this as:")).to_be_visible()
    best = readings.get_by_role("button").first
    expect(best).to_contain_text(SAID)
    expect(page.get_by_role("heading", name="Open disputes")).to_be_visible()  # nothing has run
    best.click()
    expect(page.get_by_role("heading", name="Money by agency and stage")).to_be_visible()
    settle(page)
    expect(page).to_have_url(ADDRESS)
    expect(page.get_by_role("textbox", name="Ask in plain words")).to_have_value("")
    card = download(page, "Answer card", tmp_path / "card.html").read_text(encoding="utf-8")
    assert "Money by agency and stage" in card
    assert "agency/exim" in card


def test_a_question_like_no_saved_query_is_told_as_such_and_stays(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=open-disputes")
    settle(page)
    readings = ask(page, "what is the price of copper in **Pakistan** today?")
    expect(readings).to_contain_text("I have no question like that.")
    expect(readings).to_contain_text("evidence and disagreement")
    expect(readings).to_contain_text("Recognised: copper (Copper, Mineral), pakistan (Pakistan, Country)")
    expect(page.get_by_role("heading", name="Open disputes")).to_be_visible()
