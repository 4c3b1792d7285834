"""A question that takes long: a clock and a stop while it runs, what became of it, and no second asking by itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from benchmarks.records import LINKS_OF_A_DEAL, write_large
from tests.browser.canvas import settle
from tests.browser.running_app import running_app

DEALS = 8_000
SLOW = "queries?query=only-in-this-article&p.article=source/paper"
"""Some seconds, all of them the engine's."""
STARTS = 240_000
"""Milliseconds until so many records are loaded and shown."""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with many records."""
    folder = write_large(tmp_path_factory.mktemp("records"), DEALS * LINKS_OF_A_DEAL)
    with running_app(tmp_path_factory.mktemp("home"), records=folder) as running:
        yield running.url


@pytest.mark.timeout(400)
def test_a_slow_question_shows_a_clock_is_stopped_and_asked_again(page: Page, crowded: str) -> None:
    page.goto(f"{crowded}/{SLOW}")
    page.get_by_role("button", name="Stop asking").click(timeout=STARTS)
    expect(page.get_by_text("This engine cannot be told to end a question")).to_be_visible()
    assert page.get_by_role("tab", name="Answer").count() == 0
    page.get_by_role("button", name="Ask again").click()
    expect(page.get_by_text("Asking for")).to_be_visible()
    expect(page.get_by_role("tab", name="Rows")).to_be_visible(timeout=120_000)
    page.get_by_text("ask again").wait_for()
    page.get_by_role("tab", name="Rows").click()
    settle(page)
    assert page.get_by_text("Asking for").count() == 0
