"""The browser's Back: every press shows something else, whatever was done on a page before."""

from urllib.parse import unquote

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, settle

BEFORE = "data:text/html,<h1>Page X</h1>"


def test_back_leaves_the_picture_at_once_and_forward_returns_to_it_as_it_was(page: Page, app: str) -> None:
    page.goto(BEFORE)
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.click("country/PE")
    canvas.double_click("agency/exim")
    canvas.click("company/glencore")
    canvas.tool("hide")
    canvas.legend("label:Country")
    page.wait_for_url("**no=Country**", timeout=10_000)
    settle(page)
    left, nodes = page.url, canvas.nodes
    assert "steps=expand:agency/exim" in unquote(left)

    page.go_back()
    expect(page.get_by_role("heading", name="Page X")).to_be_visible()
    page.go_forward()
    again = Canvas(page).wait()
    assert page.url == left
    expect(again.root).to_have_attribute("data-nodes", str(nodes), timeout=15_000)


def test_back_walks_the_pages_one_press_a_page(page: Page, app: str) -> None:
    page.goto(BEFORE)
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.click("country/PE")
    page.wait_for_url("**node=country**", timeout=10_000)
    open_page_of(page, "Saved queries")
    expect(page.get_by_text("11 rows, not cut.")).to_be_visible(timeout=30_000)
    choose(page, "Evidence: Sources and what they repeat")
    page.wait_for_url("**query=sources**", timeout=15_000)
    settle(page)
    open_page_of(page, "About the data")
    expect(page.get_by_role("heading", name="Nodes by label")).to_be_visible(timeout=30_000)
    assert page.url == f"{app}/about"

    page.go_back()
    page.wait_for_url("**/queries?query=sources**", timeout=15_000)
    expect(page.get_by_text("Sources and what they repeat").first).to_be_visible(timeout=15_000)
    settle(page)
    page.go_back()
    Canvas(page).wait()
    expect(canvas.root).to_have_attribute("data-selected", "country/PE", timeout=15_000)
    page.wait_for_url("**node=country**", timeout=10_000)
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Page X")).to_be_visible()


def open_page_of(page: Page, title: str) -> None:
    """Press a page's name in the bar at the top."""
    settle(page)
    page.get_by_role("link", name=title).click()


def choose(page: Page, title: str) -> None:
    """Choose a saved query."""
    settle(page)
    page.get_by_role("combobox").first.click()
    page.keyboard.type(title, delay=10)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
