"""The network on a page, as a person uses it: by the mouse, on what is drawn."""

from playwright.sync_api import Locator, Page, expect


class Canvas:
    """The canvas of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root: Locator = page.locator(".lg")

    def wait(self) -> "Canvas":
        """Return when the picture is drawn."""
        expect(self.root).to_have_attribute("data-ready", "true", timeout=60_000)
        self.page.wait_for_timeout(500)
        return self

    @property
    def nodes(self) -> int:
        """How many nodes are to be seen."""
        return int(self.root.get_attribute("data-nodes") or 0)

    @property
    def selected(self) -> str:
        """The id of what is selected."""
        return self.root.get_attribute("data-selected") or ""

    def place(self, item: str) -> tuple[float, float]:
        """Where on the screen a node or relationship is."""
        at = self.root.evaluate("(e, id) => e.screenPosition(id)", item)
        assert at is not None, f"{item} is not in the picture"
        return at["x"], at["y"]

    def click(self, item: str) -> None:
        """Click a node or relationship and wait until it is selected."""
        self.root.scroll_into_view_if_needed()
        self.page.mouse.click(*self.place(item))
        expect(self.root).to_have_attribute("data-selected", item, timeout=10_000)

    def double_click(self, node: str) -> None:
        """Double-click a node and wait until there are more nodes."""
        before = self.nodes
        self.root.scroll_into_view_if_needed()
        self.page.mouse.dblclick(*self.place(node))
        expect(self.root).not_to_have_attribute("data-nodes", str(before), timeout=20_000)
        self.page.wait_for_timeout(700)

    def tool(self, name: str) -> None:
        """Press a button of the toolbar."""
        self.root.locator(f"[data-tool={name}]").click()

    def legend(self, entry: str) -> None:
        """Press an entry of the legend, such as `label:Deal`."""
        self.root.locator(f'[data-filter="{entry}"]').click()
