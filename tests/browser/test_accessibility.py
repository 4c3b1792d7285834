"""What axe finds on the pages, in both themes: no text with too little contrast, and nothing else that is serious."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.canvas import Canvas, settle
from tests.groups import leave_out

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
HOW = "run `npm ci` in frontend/ ('make frontend' does)"
RULES = ["color-contrast"]
PAGES = {
    "network": "",
    "a node": "?node=deal/exim-vault-loan&steps=add:deal/exim-vault-loan",
    "a relationship": "?node=agency/exim|FUNDS|deal/exim-vault-loan|funder",
    "a network answer": "queries?query=mineral-deals&p.mineral=mineral/cobalt&node=mineral/cobalt",
    "totals": "queries?query=all-money",
    "a table": "queries?query=signed-on-4-february",
    "a stale address": "queries?query=money-by-funder&p.funder=agency/nobody",
    "disagreements": "disagreements",
    "a disagreement": "disagreements?dispute=dispute/vault-loan-ceiling&about=deal/exim-vault-loan",
    "own Cypher": "cypher",
    "about": "about",
}
FIND = """async (rules) => {
  const found = await axe.run(document, { runOnly: { type: "rule", values: rules } });
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message}`));
}"""


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page in that theme."""
    if not AXE.exists():
        leave_out(request.config, "axe", HOW)
    context = chromium.new_context(color_scheme=request.param, viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def find_violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(FIND, RULES)
    return found


@pytest.mark.timeout(300)
def test_every_text_has_enough_contrast(themed: Page, app: str) -> None:
    said: dict[str, list[str]] = {}
    for name, address in PAGES.items():
        themed.goto(f"{app}/{address}")
        expect(themed.get_by_test_id("stMainBlockContainer")).to_be_visible(timeout=60_000)
        if "network" in name or name.startswith(("a node", "a relation")):
            Canvas(themed).wait()
        settle(themed)
        themed.wait_for_timeout(700)  # a page that is drawn anew fades in
        if found := find_violations(themed):
            said[name] = found
    assert not said, "\n".join(f"{name}: {text}" for name, found in said.items() for text in found)


def test_axe_finds_a_text_that_is_too_pale(themed: Page) -> None:
    themed.set_content("<body style='background: #fff'><p style='color: #ccc'>pale</p></body>")
    assert len(find_violations(themed)) == 1
