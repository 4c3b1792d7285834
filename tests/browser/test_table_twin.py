"""Picture and tables are twins: what is selected in one is selected in the other, and a click sends no tables before
anybody has used them."""

from playwright.sync_api import Locator, expect

from tests.browser.canvas import Canvas, settle

LOAN, PERU = "deal/exim-vault-loan", "country/PE"


def open_nodes(canvas: Canvas) -> Locator:
    """The table of nodes, in sight."""
    canvas.page.get_by_role("tab", name="Nodes").click()
    table = canvas.page.get_by_test_id("stDataFrame").filter(visible=True).first
    table.scroll_into_view_if_needed()
    settle(canvas.page)
    return table


def selected_rows(table: Locator) -> Locator:
    return table.locator("[role=row][aria-selected=true]")


def press_row(canvas: Canvas, table: Locator, row: int) -> str:
    """Press a row, counted from 0; the node that the picture selects then."""
    before = canvas.root.get_attribute("data-selected") or ""
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    canvas.page.mouse.click(box["x"] + 20, box["y"] + 52 + 35 * row)
    expect(canvas.root).not_to_have_attribute("data-selected", before, timeout=10_000)
    settle(canvas.page)
    return canvas.root.get_attribute("data-selected") or ""


def expect_row(table: Locator, row: int) -> None:
    """That it is selected alone."""
    table.scroll_into_view_if_needed()
    expect(selected_rows(table)).to_have_count(1)
    expect(selected_rows(table)).to_have_attribute("aria-rowindex", str(row + 2))  # from 1, the heading among them


def test_a_row_selects_in_the_picture_and_from_then_on_the_picture_selects_rows(canvas: Canvas) -> None:
    table = open_nodes(canvas)
    nodes = [press_row(canvas, table, row) for row in (0, 2)]
    assert len(set(nodes)) == 2
    expect_row(table, 2)
    for node, row in zip(nodes, (0, 2), strict=True):
        canvas.click(node)
        settle(canvas.page)
        expect_row(table, row)
    canvas.root.locator(".lg-surface").press("Escape")
    expect(canvas.root).to_have_attribute("data-selected", "")
    expect(selected_rows(table)).to_have_count(0)


def test_before_a_row_was_selected_a_click_draws_no_tables(canvas: Canvas) -> None:
    table = open_nodes(canvas)
    canvas.click(LOAN)
    settle(canvas.page)
    expect(selected_rows(table)).to_have_count(0)
