"""Finding a question on the page of saved queries: by a node, by words, again later; each opens with its blank."""

import re

from playwright.sync_api import Page, expect

from tests.browser.canvas import settle


def test_what_can_be_asked_about_a_node_opens_with_the_blank_filled(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?about=company/glencore")
    expect(page.get_by_role("button", name="About Glencore")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Money by agency and stage")).to_have_count(0)
    expect(page.get_by_text("the records say nothing to: Money by agency and stage")).to_be_visible()
    page.get_by_role("button", name="Direct neighbours").click()
    page.wait_for_url("**query=neighbours**", timeout=20_000)
    assert "p.node=company%2Fglencore" in page.url
    expect(page.get_by_text("1 row, not cut.").or_(page.get_by_text("rows, not cut.")).first).to_be_visible()


def test_words_are_looked_for_beside_an_answer_and_a_found_one_takes_its_place(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=money-by-funder&p.funder=agency/exim")
    expect(page.get_by_text("row, not cut.").or_(page.get_by_text("rows, not cut.")).first).to_be_visible(
        timeout=60_000
    )
    page.get_by_role("button", name="Find a question").click()
    page.get_by_role("textbox", name="Words", exact=True).fill("signed february")
    page.get_by_role("button", name="Who signed on 4 February").click()
    page.wait_for_url("**query=signed-on-4-february**", timeout=20_000)
    expect(page.get_by_role("combobox", name="Saved query")).to_have_value(
        "Countries: Who signed on 4 February, by which source"
    )


def test_a_question_comes_back_from_recent_ones_and_a_pin_survives_a_reload(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=money-by-funder&p.funder=agency/dfc")
    expect(page.get_by_role("button", name="Recent and pinned")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Recent and pinned").click()
    page.get_by_role("button", name="Pin this question").click()
    page.wait_for_url("**pinned=**", timeout=20_000)
    settle(page)
    page.reload()
    page.get_by_role("button", name="Recent and pinned").click(timeout=60_000)
    expect(page.get_by_role("button", name="Unpin this question")).to_be_visible()
    page.goto(f"{page.url.replace('agency%2Fdfc', 'agency%2Fexim', 1)}")
    settle(page)
    page.get_by_role("button", name="Recent and pinned").click(timeout=60_000)
    page.get_by_role("button", name="(agency/dfc)").click()
    page.wait_for_function("location.search.includes('p.funder=agency%2Fdfc')", timeout=20_000)
    settle(page)
    page.get_by_role("button", name="Recent and pinned").click()
    page.get_by_role("button", name=re.compile(r"Money by agency and stage$")).click()
    page.wait_for_function("location.search.includes('p.funder=agency%2Fexim')", timeout=20_000)
