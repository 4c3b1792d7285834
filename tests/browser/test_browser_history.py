"""The browser's Back: every press shows something else, whatever was done on a page before."""

from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, settle

BEFORE = "data:text/html,<h1>Page X</h1>"


def test_back_and_forward_walk_what_was_done_to_the_picture_and_then_leave_it(page: Page, app: str) -> None:
    page.goto(BEFORE)
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.click("country/PE")
    sizes, logs = [canvas.nodes], [log_of(page)]
    for do in (
        lambda: canvas.double_click("agency/exim"),
        lambda: (canvas.click("company/glencore"), canvas.tool("hide")),
        lambda: canvas.legend("label:Country"),
    ):
        do()
        page.wait_for_function(
            "before => new URLSearchParams(location.search).get('log') != before", arg=logs[-1] or None
        )
        settle(page)
        sizes.append(canvas.nodes)
        logs.append(log_of(page))
    assert logs[-1] == "1~~eagency/exim~~hcompany/glencore~~lCountry"

    for at in (2, 1, 0, 1, 2, 3):
        if log_of(page) > logs[at]:
            page.go_back()
        else:
            page.go_forward()
        expect(canvas.root).to_have_attribute("data-nodes", str(sizes[at]), timeout=15_000)
        settle(page)
        assert log_of(page) == logs[at]
    for _ in range(len(logs)):
        page.go_back()
        page.wait_for_timeout(1_000)
    expect(page.get_by_role("heading", name="Page X")).to_be_visible()


def test_forward_from_another_page_returns_to_the_picture_as_it_was(page: Page, app: str) -> None:
    page.goto(BEFORE)
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.double_click("agency/exim")
    settle(page)
    left, nodes = page.url, canvas.nodes
    page.go_back()
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Page X")).to_be_visible()
    page.go_forward()
    Canvas(page).wait()
    page.go_forward()
    again = Canvas(page).wait()
    expect(again.root).to_have_attribute("data-nodes", str(nodes), timeout=15_000)
    settle(page)
    assert page.url == left


def log_of(page: Page) -> str:
    """The log in the page's address."""
    return dict(parse_qsl(urlsplit(page.url).query)).get("log", "")


def test_back_walks_the_pages_one_press_a_page(page: Page, app: str) -> None:
    page.goto(BEFORE)
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.click("country/PE")
    page.wait_for_url("**node=country**", timeout=10_000)
    open_page_of(page, "Saved queries")
    expect(page.get_by_text("11 rows, not cut.")).to_be_visible(timeout=30_000)
    choose(page, "Evidence and disagreement: Sources and what they repeat")
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
