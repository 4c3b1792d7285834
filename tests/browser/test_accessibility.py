"""What axe finds on the pages, in both themes: no text with too little contrast, and nothing else that is serious."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.canvas import Canvas, settle
from tests.browser.statement_box import statement_box
from tests.groups import leave_out

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
HOW = "run `npm ci` in frontend/ ('make frontend' does)"
RULES = ["color-contrast"]
ALL_RULES: list[str] = []
"""None named: those that axe goes by where nobody chooses."""
TOOLS = ("style", "save")
BESIDE = ("filters", "asking", "scene-files", "log-history", "drawn-limit", "expand-by-type", "ways-on", "network-help")
MENUS = (*TOOLS, *BESIDE)
"""The menus of the network page: those of the canvas, then those beside it."""
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
  const found = await axe.run(document, rules.length ? { runOnly: { type: "rule", values: rules } } : {});
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


def find_violations(page: Page, rules: list[str] | None = None) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(FIND, RULES if rules is None else rules)
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


@pytest.mark.timeout(300)
def test_axe_finds_nothing_in_any_menu_of_the_network_and_what_it_would_find(themed: Page, app: str) -> None:
    themed.goto(f"{app}/?node=deal/exim-vault-loan&log=1~~fstage~approved")
    canvas = Canvas(themed).wait()
    settle(themed)
    said: dict[str, list[str]] = {}
    for name in MENUS:
        if name in TOOLS:
            canvas.tool(name)
        else:
            themed.locator(f".st-key-{name} button").first.click()
            settle(themed)
            themed.wait_for_timeout(400)
            expect(themed.get_by_test_id("stPopoverBody")).to_be_visible()
        if found := find_violations(themed, ALL_RULES):
            said[name] = found
        themed.keyboard.press("Escape")
        themed.wait_for_timeout(300)
    assert not said, "\n".join(f"{name}: {text}" for name, found in said.items() for text in found)
    themed.evaluate("document.querySelector('.st-key-filters button').innerHTML = ''")
    assert any("button-name" in text for text in find_violations(themed, ALL_RULES)), "the check sees nothing"


def test_axe_finds_nothing_in_the_editor_of_statements_with_marks_and_an_open_list(themed: Page, app: str) -> None:
    themed.goto(f"{app}/cypher")
    expect(statement_box(themed)).to_be_visible(timeout=60_000)
    settle(themed)
    statement_box(themed).fill(
        "// all kinds\nMATCH (d:Dael {stage: 'signed', id: $id}) WHERE d.amount_value > 1.5\nRETURN count(d)"
    )
    expect(themed.locator(".cm-lintRange").first).to_have_text("Dael")
    statement_box(themed).press("ControlOrMeta+End")
    statement_box(themed).press_sequentially(", d.")
    expect(themed.get_by_role("listbox")).to_be_visible()
    settle(themed)
    expect(themed.get_by_role("listbox")).to_be_visible()
    assert find_violations(themed, ALL_RULES) == []
    themed.keyboard.press("Escape")
    themed.locator(".cm-lintRange").first.hover()
    expect(themed.locator(".cm-diagnostic")).to_be_visible()
    assert find_violations(themed, ALL_RULES) == []


def test_on_a_phone_the_panel_is_below_the_picture_nothing_overlaps_and_nothing_is_wider(
    chromium: Browser, app: str
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{app}/?node=deal/exim-vault-loan&log=1~~fstage~approved")
    canvas = Canvas(page).wait()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    parts = {
        "search": page.get_by_role("searchbox", name="Search"),
        "filter": page.locator(".st-key-filters"),
        "ask": page.locator(".st-key-asking"),
        "asked": page.locator(".st-key-asked-filters"),
        "canvas": canvas.root,
        "history": page.locator(".st-key-log-history"),
        "scene": page.locator(".st-key-scene-files"),
        "help": page.locator(".st-key-network-help"),
        "panel": page.get_by_role("heading", name="EXIM loan for Project Vault").first,
        "tables": page.get_by_role("tab", name="Relationships").first,
    }
    boxes = {name: box for name, part in parts.items() if (box := part.bounding_box()) and box["width"] > 0}
    assert boxes.keys() == parts.keys(), "something is not to be seen"
    assert [(a, b) for a, one in boxes.items() for b, other in boxes.items() if a < b and overlap(one, other)] == []
    tops = {name: box["y"] for name, box in boxes.items()}
    below = tops["canvas"] + boxes["canvas"]["height"]
    assert min(tops["history"], tops["scene"], tops["panel"]) >= below
    assert tops["tables"] > tops["panel"]
    surface = canvas.root.locator(".lg-surface").bounding_box()
    assert surface is not None
    assert surface["height"] >= 200, "the bars leave the picture no room"
    for name in (*TOOLS, "filters", "asking", "scene-files", "network-help"):
        button = canvas.root.locator(f"[data-tool={name}]") if name in TOOLS else page.locator(f".st-key-{name} button")
        button.first.click()
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, f"{name} is wider than the screen"
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
    context.close()


def overlap(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes have more than an edge in common."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 1 and down > 1
