"""Rows of an answer and its picture: what is selected in one is selected in the other, and both lead to the network."""

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, settle

COBALT = "queries?query=mineral-deals&p.mineral=mineral/cobalt"


def test_what_is_selected_in_the_picture_is_marked_among_the_rows(page: Page, app: str) -> None:
    page.goto(f"{app}/{COBALT}&node=mineral/cobalt")
    Canvas(page).wait()
    page.get_by_role("tab", name="Rows").click()
    expect(page.get_by_text("rows tell of what is selected in the picture")).to_be_visible()
    expect(page.get_by_text("of 1 selected row in the network")).to_be_visible()


def test_a_row_selects_its_relationship_in_the_picture(page: Page, app: str) -> None:
    page.goto(f"{app}/{COBALT}")
    Canvas(page).wait()
    page.get_by_role("tab", name="Rows").click()
    settle(page)
    table = page.get_by_test_id("stDataFrame").filter(visible=True).first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 18, box["y"] + 52)
    expect(page.get_by_text("of 1 selected row in the network")).to_be_visible()
    page.wait_for_function("location.search.includes('node=')", timeout=20_000)
    page.get_by_role("tab", name="Answer").click()
    expect(page.get_by_text("id: deal/").or_(page.get_by_text("id: company/")).first).to_be_visible()


def test_an_answer_is_explored_from_in_the_network(page: Page, app: str) -> None:
    page.goto(f"{app}/{COBALT}")
    link = page.get_by_role("link", name="Explore from here: open 8 nodes of this answer in the network")
    with page.context.expect_page() as opened:
        link.click(timeout=60_000)
    assert Canvas(opened.value).wait().place("mineral/cobalt")


def test_a_table_without_a_picture_leads_to_the_network_too(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=dealt-and-not-there")
    expect(page.get_by_role("link", name="Explore from here")).to_be_visible(timeout=60_000)
