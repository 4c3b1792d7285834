"""The network on a page, as a person uses it: by the mouse, on what is drawn."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, Locator, Page, expect

MOVES = 700
"""Milliseconds in which the picture glides to its new place: a click before that would miss."""


class Canvas:
    """The canvas of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root: Locator = page.locator(".lg:not([data-stale=true] *)").first

    def wait(self) -> "Canvas":
        """Return when the picture is drawn."""
        expect(self.root).to_have_attribute("data-ready", "true", timeout=60_000)
        self.page.wait_for_timeout(MOVES)
        return self

    @property
    def nodes(self) -> int:
        """How many nodes are to be seen."""
        return int(self.root.get_attribute("data-nodes") or 0)

    def place(self, item: str) -> tuple[float, float]:
        """Where on the screen a node or relationship is."""
        at = self.root.evaluate("(e, id) => e.screenPosition(id)", item)
        assert at is not None, f"{item} is not in the picture"
        return at["x"], at["y"]

    def click(self, item: str) -> None:
        """Click a node or relationship and wait until it is selected."""
        self.root.scroll_into_view_if_needed()
        settle(self.page)
        self.page.mouse.click(*self.place(item))
        expect(self.root).to_have_attribute("data-selected", item, timeout=10_000)

    def double_click(self, node: str) -> None:
        """Double-click a node and wait until there are more nodes."""
        before = self.nodes
        self.root.scroll_into_view_if_needed()
        settle(self.page)
        self.page.mouse.dblclick(*self.place(node))
        expect(self.root).not_to_have_attribute("data-nodes", str(before), timeout=20_000)
        self.page.wait_for_timeout(MOVES)

    def tool(self, name: str) -> None:
        """Press a button of the toolbar."""
        self.root.locator(f"[data-tool={name}]").click()
        self.page.wait_for_timeout(MOVES)

    def legend(self, entry: str) -> None:
        """Press an entry of the legend, such as `label:Deal`."""
        self.root.locator(f'[data-filter="{entry}"]').click()


def search(page: Page, name: str) -> None:
    """Type a name into the search and take what fits best."""
    page.get_by_role("searchbox", name="Search").fill(name)
    page.locator("[class*=st-key-found-] button").first.click()


def settle(page: Page) -> None:
    """Return when the page's script has run to its end: what it offers for download is there then."""
    page.wait_for_timeout(300)
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0, timeout=30_000)
    page.wait_for_timeout(300)


def log_of(canvas: Canvas) -> str:
    """The log in the address, once the page is at rest."""
    settle(canvas.page)
    return dict(parse_qsl(urlsplit(canvas.page.url).query)).get("log", "")


def expect_log(canvas: Canvas, log: str) -> None:
    """Assert that the log in the address is this one, or soon is: what was done reaches a busy server late."""
    for _ in range(30):
        if log_of(canvas) == log:
            return
    assert log_of(canvas) == log


def wait_for_nodes(canvas: Canvas, count: int) -> None:
    """Return when so many nodes are to be seen."""
    expect(canvas.root).to_have_attribute("data-nodes", str(count))


def download(page: Page, button: str, file: Path) -> Path:
    """Press a download button and keep what comes; pressed again where a page that was drawn anew swallowed it."""
    for within in (10_000, 20_000, 60_000):
        settle(page)
        with suppress(Error):
            with page.expect_download(timeout=within) as coming:
                page.get_by_role("button", name=button, exact=True).click()
            coming.value.save_as(file)
            return file
    raise AssertionError(f"{button!r} was pressed three times and nothing came")
