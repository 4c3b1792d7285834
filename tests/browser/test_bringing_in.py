"""A sheet brought in on the page, the whole way: given, answered, seen, loaded, opened."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import settle
from tests.browser.running_app import RunningApp, running_app
from tests.browser.test_data_set_choice import chooser

SHEETS = Path(__file__).parents[1] / "sheets"
LONG = 90_000


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A running program whose sets nobody else makes."""
    with running_app(tmp_path_factory.mktemp("bring")) as running:
        yield running


def give(page: Page, name: str) -> None:
    page.locator("input[type=file]").set_input_files(str(SHEETS / name))
    expect(page.get_by_role("heading", name=name)).to_be_visible(timeout=LONG)
    settle(page)


@pytest.mark.timeout(600)
def test_a_sheet_is_given_answered_loaded_and_opened(page: Page, own: RunningApp) -> None:
    page.goto(f"{own.url}/bring-in")
    expect(page.locator("input[type=file]")).to_be_visible(timeout=LONG)
    settle(page)
    give(page, "2-journalist.csv")
    expect(page.get_by_text("9 of 16 rows can be brought in")).to_be_visible(timeout=LONG)
    load = page.get_by_role("button", name="Load as 2-journalist")
    expect(load).to_be_disabled()
    page.get_by_role("textbox", name="Bolivie").fill("BO")
    page.get_by_role("textbox", name="Bolivie").press("Enter")
    expect(page.get_by_text("10 of 16 rows can be brought in")).to_be_visible(timeout=LONG)
    settle(page)
    page.get_by_text("Leave out 6 rows with problems").click()
    expect(load).to_be_enabled(timeout=LONG)
    settle(page)
    page.get_by_role("tab", name="Picture").click()
    expect(page.get_by_role("tabpanel").locator("img").first).to_be_visible(timeout=LONG)
    load.click()
    expect(page.get_by_text("2-journalist is loaded.")).to_be_visible(timeout=LONG)
    kept = own.data_home / "lodegraph" / "sets"
    assert "Bolivie: BO" in (kept / "2-journalist.mapping.yaml").read_text(encoding="utf-8")
    assert (kept / "2-journalist" / "deals.yaml").is_file()
    page.goto(f"{own.url}/?set=2-journalist")
    expect(chooser(page)).to_have_value(re.compile(r"^2-journalist · \d+ nodes$"), timeout=LONG)
