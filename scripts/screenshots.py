"""Renew the pictures in `docs/pictures/` from the running app: `make screenshots`."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, sync_playwright

from tests.browser.canvas import Canvas
from tests.browser.conftest import ARGUMENTS, find_chromium
from tests.browser.running_app import running_app

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
MEMORANDUM = "deal/glencore-orion-memorandum"
PAID_OR_NOT = "dispute/korea-zinc-funded-debt"


def main() -> None:
    """Start the program and take every picture."""
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium found: install Debian's chromium or Google Chrome")
    with tempfile.TemporaryDirectory() as home, running_app(Path(home)) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        _take_network(browser, f"{app.url}/?node={MEMORANDUM}", "network.png")
        _take_network(browser, app.url, "network-dark.png", dark=True)
        _take_page(browser, f"{app.url}/queries?query=money-by-funder", "totals.png", "USD 1.3779 billion")
        _take_page(browser, f"{app.url}/disagreements?dispute={PAID_OR_NOT}", "disagreements.png", "Totals under each")
        browser.close()


def _take_network(browser: Browser, url: str, name: str, *, dark: bool = False) -> None:
    with browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="dark" if dark else "light"
    ) as context:
        page = context.new_page()
        page.goto(url)
        Canvas(page).wait()
        page.wait_for_timeout(1_500)
        page.screenshot(path=PICTURES / name)


def _take_page(browser: Browser, url: str, name: str, text: str) -> None:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(url)
        page.get_by_text(text).first.wait_for(timeout=60_000)
        page.wait_for_timeout(1_000)
        page.screenshot(path=PICTURES / name)


if __name__ == "__main__":
    main()
