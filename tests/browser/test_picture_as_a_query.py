"""A picture on the canvas becomes a saved query, which opens as the same picture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, settle
from tests.browser.running_app import RunningApp, running_app

PERU = "country/PE"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A running program whose folder of own queries nobody else uses."""
    with running_app(tmp_path_factory.mktemp("kept")) as running:
        yield running


def nodes_of(canvas: Canvas) -> set[str]:
    """The records in the picture, without groups that only a picture has."""
    ids = canvas.root.evaluate("e => Object.keys(e.positions())")
    return {node for node in ids if not node.startswith("gathered/")}


def test_what_is_seen_is_kept_under_a_title_and_opens_from_the_library(page: Page, own: RunningApp) -> None:
    page.goto(own.url)
    canvas = Canvas(page).wait()
    settle(page)
    canvas.click(PERU)
    page.keyboard.press("Delete")
    expect(canvas.root).to_have_attribute("data-nodes", str(canvas.nodes))
    settle(page)
    page.get_by_role("button", name="Keep as a query").click()
    title = page.get_by_role("textbox", name="Title of the query")
    title.fill("My <b>picture</b> `x`")
    title.press("Enter")
    settle(page)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Kept as my-b-picture-b-x.")).to_be_visible(timeout=60_000)
    link = page.get_by_role("link", name="Open it among the saved queries")
    address = link.get_attribute("href")
    kept = own.data_home / "lodegraph" / "queries" / "my-b-picture-b-x.cypher"
    text = kept.read_text(encoding="utf-8")
    wanted = nodes_of(canvas) - {PERU}
    assert len(wanted) > 20
    assert {node for node in (*wanted, PERU) if f"'{node}'" in text} == wanted

    page.goto(f"{own.url}{address}")
    expect(page.get_by_role("heading", name="My <b>picture</b> `x`")).to_be_visible(timeout=60_000)
    there = Canvas(page).wait()
    settle(page)
    assert nodes_of(there) == wanted
