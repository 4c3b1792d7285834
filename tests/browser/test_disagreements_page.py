"""The page of disagreements in a real browser: the first screen, one that is opened, its address and its links."""

import csv
import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.canvas import Canvas, download, settle

FIRST_SCREEN = {"width": 1280, "height": 800}
LEAST = 8
CEILING = "Is the Vault loan 10 billion dollars or up to that?"


def entries(page: Page) -> Locator:
    return page.locator(".st-key-dispute-list button")


def count_seen(page: Page) -> int:
    """How many entries of the list are whole on the screen, without scrolling."""
    return int(
        page.evaluate("""() => {
          const pane = document.querySelector(".st-key-dispute-list").getBoundingClientRect();
          const end = Math.min(pane.bottom, window.innerHeight);
          const whole = (b) => b.top >= pane.top && b.bottom <= end;
          return [...document.querySelectorAll(".st-key-dispute-list button")]
            .filter((e) => whole(e.getBoundingClientRect())).length;
        }""")
    )


def open_list(page: Page, address: str) -> None:
    page.goto(address)
    expect(entries(page).first).to_be_visible(timeout=60_000)
    settle(page)


def test_one_is_found_opened_reopened_by_its_address_and_leads_to_the_network(page: Page, app: str) -> None:
    page.set_viewport_size(FIRST_SCREEN)  # type: ignore[arg-type]
    open_list(page, f"{app}/disagreements")
    assert count_seen(page) >= LEAST

    page.get_by_role("textbox", name="Words").fill("vault loan 10 billion")
    page.get_by_role("textbox", name="Words").press("Enter")
    expect(entries(page).filter(has_text=CEILING)).to_have_count(1, timeout=15_000)  # the list before it has gone
    settle(page)
    entries(page).filter(has_text=CEILING).click()
    expect(page.get_by_role("heading", name=CEILING)).to_be_visible()
    page.wait_for_url("**dispute=dispute%2Fvault-loan-ceiling**", timeout=10_000)
    assert "words=vault" in page.url
    readings = page.locator(".st-key-dispute-readings [data-testid=stVerticalBlock]")
    first, second = (readings.filter(has_text=says).last.bounding_box() for says in ("is up to 10", "is 10 billion"))
    assert first is not None
    assert second is not None
    assert abs(first["y"] - second["y"]) < 5, "the readings stand side by side"
    assert first["x"] + first["width"] <= second["x"]

    page.goto(page.url)
    expect(page.get_by_role("heading", name=CEILING)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("textbox", name="Words")).to_have_value("vault loan 10 billion")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="EXIM loan for Project Vault", exact=True).first.click()
    Canvas(opened.value).wait()
    expect(opened.value.get_by_role("heading", name="EXIM loan for Project Vault")).to_be_visible(timeout=30_000)
    expect(opened.value.get_by_role("link", name="What would change").first).to_be_visible()


def test_what_is_filtered_is_taken_along(page: Page, app: str, tmp_path: Path) -> None:
    open_list(page, f"{app}/disagreements?about=deal/exim-vault-loan&kind=qualifier")
    made = json.loads(download(page, "JSON", tmp_path / "a.json").read_text(encoding="utf-8"))
    assert made["asked"] == {"kind": "qualifier", "about": "deal/exim-vault-loan"}
    rows = list(csv.DictReader(download(page, "CSV", tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert {r["dispute_id"] for r in rows} == {d["id"] for d in made["disputes"]}
    assert "dispute/vault-loan-ceiling" in {r["dispute_id"] for r in rows}
    assert download(page, "Markdown", tmp_path / "a.md").read_text(encoding="utf-8").startswith("# ")


def test_filters_that_leave_nothing_are_cleared_by_a_press(page: Page, app: str) -> None:
    page.goto(f"{app}/disagreements?words=zzzz")
    expect(page.get_by_text("No disagreement fits all filters.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Clear the filters").last.click()
    expect(entries(page).first).to_be_visible()
    page.wait_for_url(f"{app}/disagreements", timeout=10_000)
