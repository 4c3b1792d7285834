"""The pages of saved queries and about the data in a real browser."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, settle
from tests.shipped import CATALOG


def test_a_table_answer_with_its_rows_cypher_and_downloads(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(f"{app}/queries?query=signed-on-4-february")
    expect(page.get_by_text("11 rows, not cut.")).to_be_visible(timeout=30_000)
    page.get_by_role("tab", name="Cypher").click()
    expect(page.get_by_text("PARTY_TO").first).to_be_visible()
    page.get_by_role("tab", name="Rows").click()
    rows = list(csv.DictReader(download(page, "CSV", tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 11
    assert json.loads(download(page, "JSON", tmp_path / "a.json").read_text(encoding="utf-8"))["rows"] == 11


def test_totals_show_floor_and_ceiling_and_what_is_not_added(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=money-by-funder&p.funder=agency/exim")
    expect(page.get_by_text("USD 1.3779 billion to USD 11.3779 billion")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("letter issued · US government · USD")).to_be_visible()


def test_a_network_answer_is_clickable_and_its_address_carries_parameters(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=mineral-deals&p.mineral=mineral/cobalt")
    canvas = Canvas(page).wait()
    canvas.click("mineral/cobalt")
    page.wait_for_url("**node=mineral**", timeout=10_000)
    assert "p.mineral=mineral%2Fcobalt" in page.url


def test_a_query_without_rows_says_so(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=what-is-said&p.node=country/KE")
    expect(page.get_by_text("Nothing was found")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("query", [q.id for q in CATALOG.queries])
def test_every_saved_query_is_shown_without_complaint(page: Page, app: str, query: str) -> None:
    page.goto(f"{app}/queries?query={query}")
    expect(page.get_by_text("not cut.")).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_an_address_runs_no_typed_cypher(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=MATCH (n) DETACH DELETE n&text=MATCH (n) RETURN n")
    expect(page.get_by_text("There is no saved query")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("not cut.")).to_have_count(0)


def test_the_data_page_names_engine_sources_and_model(page: Page, app: str) -> None:
    page.goto(f"{app}/about")
    expect(page.get_by_text("embedded (ArcadeDB")).to_be_visible(timeout=30_000)
    for heading in ("Sources", "Nodes by label", "Relationships by type", "Model"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
