"""How the picture is drawn, chosen in its menu: seen in picture, legend, address and history, and taken back."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, expect_log, settle
from tests.browser.test_what_the_reader_did import press

VAULT, LOAN = "initiative/project-vault", "deal/exim-vault-loan"


def choose(canvas: Canvas, choice: str) -> None:
    item = canvas.root.locator(f'[data-style="{choice}"]')
    item.click()
    expect(item).to_have_attribute("aria-checked", "true", timeout=15_000)


def keys(canvas: Canvas) -> list[str]:
    return canvas.root.locator(".lg-mark").all_inner_texts()


def revision(canvas: Canvas) -> str:
    return canvas.root.get_attribute("data-revision") or ""


def test_the_menu_says_what_is_marked_and_a_choice_is_drawn_logged_and_taken_back(canvas: Canvas) -> None:
    places = canvas.root.evaluate("e => e.positions()")
    assert any("disagreements that decide" in key for key in keys(canvas))
    assert not any("matter" in key for key in keys(canvas))
    canvas.tool("style")
    expect(canvas.root.locator('[data-style="decides"]')).to_be_focused()
    before = revision(canvas)
    choose(canvas, "weighty")
    assert any("disagreements that matter" in key for key in keys(canvas))
    choose(canvas, "none")
    assert not any("disagreements" in key for key in keys(canvas))
    choose(canvas, "colour:stage")
    assert any("conditional, approved" in key for key in keys(canvas))
    canvas.page.keyboard.press("Escape")
    expect(canvas.root.locator(".lg-style")).to_be_hidden()
    expect_log(canvas, "1~~uweighty~~unone~~rcolour~stage")
    assert canvas.root.evaluate("e => e.positions()") == places

    expect(canvas.root.locator("[data-tool=undo]")).to_have_attribute(
        "title", "Undo: drew: colour of nodes of deals, by stage (Ctrl+Z)"
    )
    for _ in range(3):
        canvas.tool("undo")
        settle(canvas.page)
    expect_log(canvas, "")
    expect(canvas.root).to_have_attribute("data-revision", before)


def test_the_address_has_the_drawing_and_the_menu_is_reached_and_left_by_keys(page: Page, app: str) -> None:
    page.goto(f"{app}/?log=1~~rsize~money:approved:USD~~unone")
    canvas = Canvas(page).wait()
    assert any("size: USD, approved" in key for key in keys(canvas))
    canvas.click(VAULT)
    press(canvas, "d")
    item = canvas.root.locator('[data-style="none"]')
    expect(item).to_be_focused()
    expect(canvas.root.locator('[data-style="size:money:approved:USD"]')).to_have_attribute("aria-checked", "true")
    press(canvas, "ArrowDown")
    press(canvas, "Enter")
    expect(canvas.root.locator('[data-style="decides"]')).to_have_attribute("aria-checked", "true", timeout=15_000)
    press(canvas, "d")
    expect(canvas.root.locator(".lg-style")).to_be_hidden()
    expect_log(canvas, "1~~rsize~money:approved:USD~~unone~~udecides")


def test_claims_come_in_for_a_node_by_key_and_go_out_again(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.click(VAULT)
    press(canvas, "v")
    expect(canvas.root).not_to_have_attribute("data-nodes", str(begin), timeout=15_000)
    expect_log(canvas, f"1~~v{VAULT}")
    expect(canvas.root.locator('[data-filter="label:Claim"]')).to_be_visible()
    canvas.root.locator(".lg-surface").focus()
    press(canvas, "v")
    expect(canvas.root).to_have_attribute("data-nodes", str(begin), timeout=15_000)
    expect_log(canvas, f"1~~v{VAULT}~~V{VAULT}")
    canvas.tool("undo")
    expect(canvas.root).not_to_have_attribute("data-nodes", str(begin), timeout=15_000)


def test_the_panel_says_the_fact_in_words_with_its_cypher_its_table_and_each_claims_disputes(
    canvas: Canvas, tmp_path: Path
) -> None:
    page = canvas.page
    canvas.click(LOAN)
    settle(page)
    expect(page.get_by_text("Loan, approved", exact=False).first).to_contain_text(
        "up to USD 10 billion, US government money"
    )
    page.get_by_text("The Cypher that shows this").click()
    expect(page.locator("code").first).to_contain_text(f':param id => "{LOAN}"')
    page.get_by_text("As a table").click()
    table = download(page, "This node as CSV", tmp_path / "node.csv").read_text(encoding="utf-8")
    assert table.startswith("field,value,meaning\nname,EXIM loan for Project Vault")
    assert "funds (towards it),Export-Import Bank of the United States" in table
    canvas.click(VAULT)
    settle(page)
    claims = page.get_by_text("What the sources say of it")
    expect(claims.first).to_be_visible()
    link = page.locator('a[href*="/disagreements?"]').last
    assert "dispute=dispute" in (link.get_attribute("href") or "")


def test_the_exported_page_is_drawn_as_the_reader_chose(
    page: Page, app: str, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    page.goto(f"{app}/?log=1~~rcolour~stage~~uweighty")
    canvas = Canvas(page).wait()
    told = keys(canvas)
    file = download(page, "Picture as one HTML file", tmp_path / "network.html")
    exported = open_page()
    exported.goto(file.as_uri())
    exported.wait_for_timeout(1_500)
    legend = exported.locator("ul").first.inner_text()
    assert all(key.removeprefix("n").strip() in legend for key in told)
    assert exported.evaluate("nodes.get().filter((node) => node.badge).length") > 0
