"""Writing a statement: names that are offered, marks in the text, keys alone, and always the run of what is shown."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import settle
from tests.browser.statement_box import expect_statement, statement_box

HARM = "<img src=x onerror=alert(1)>"
SLOW = "MATCH (a) WITH a LIMIT 1000 MATCH (b) WHERE a.name + b.name CONTAINS 'no such words' RETURN count(*) AS many"

SLOWER = SLOW.replace("MATCH (b)", "UNWIND range(1, 6) AS times MATCH (b)")


@pytest.fixture
def editor(page: Page, app: str) -> Page:
    """The page with an empty editor that has the focus."""
    page.goto(f"{app}/cypher")
    expect(statement_box(page)).to_be_visible(timeout=60_000)
    settle(page)
    statement_box(page).click()
    statement_box(page).press("ControlOrMeta+a")
    statement_box(page).press("Delete")
    return page


def offered(page: Page, name: str) -> None:
    """Assert that this comes first in what is offered."""
    expect(page.get_by_role("option").first).to_have_text(re.compile(f"^{name}"))
    page.wait_for_timeout(200)  # a list takes no key in its first moment, which may have been meant for the text


def test_a_statement_is_written_with_what_is_offered_marked_mended_and_run_by_keys(editor: Page) -> None:
    box = statement_box(editor)
    box.press_sequentially("ma")
    offered(editor, "MATCH")
    box.press("Enter")
    box.press_sequentially("(c:Cou")
    offered(editor, "Country")
    box.press("Enter")
    box.press_sequentially(" {data_set: $da")
    offered(editor, "data_set")
    box.press("Enter")
    box.press_sequentially("}) RETURN c.nmae")
    mark = editor.locator(".cm-lintRange-warning")
    expect(mark).to_have_text("nmae")
    expect(editor.get_by_text("no label or type has a property nmae (did you mean name?)")).to_be_visible()
    for _ in "nmae":
        box.press("Backspace")
    box.press_sequentially("na")
    offered(editor, "name")
    box.press("Enter")
    expect_statement(editor, "MATCH (c:Country {data_set: $data_set}) RETURN c.name")
    expect(mark).to_have_count(0)
    box.press("ControlOrMeta+Enter")
    expect(editor.get_by_text(re.compile(r"^\d+ rows, not cut"))).to_be_visible()
    editor.wait_for_url("**c.name**")
    expect(box).to_be_focused()


def test_a_press_of_run_always_runs_what_is_shown(editor: Page) -> None:
    for rows in (2, 3, 4, 5):
        statement_box(editor).fill(f"UNWIND range(1, {rows}) AS x RETURN x")
        editor.get_by_role("button", name="Run", exact=True).click()
        expect(editor.get_by_text(f"{rows} rows, not cut.")).to_be_visible()
    for rows in (6, 7):
        statement_box(editor).press("ControlOrMeta+a")
        editor.keyboard.insert_text(f"UNWIND range(1, {rows}) AS x RETURN x")
        editor.keyboard.press("ControlOrMeta+Enter")
        expect(editor.get_by_text(f"{rows} rows, not cut.")).to_be_visible()


def test_who_types_on_while_a_statement_runs_loses_neither_the_answer_nor_what_is_typed(editor: Page) -> None:
    statement_box(editor).fill(SLOW)
    editor.get_by_role("button", name="Run", exact=True).click()
    expect(editor.get_by_text("Asking for")).to_be_visible()
    statement_box(editor).press("ControlOrMeta+End")
    statement_box(editor).press_sequentially(" // and more")
    expect(editor.get_by_text("1 row, not cut.")).to_be_visible(timeout=60_000)
    settle(editor)
    expect(editor.get_by_text("1 row, not cut.")).to_be_visible()
    expect(editor.get_by_role("button", name="History (1)")).to_be_visible()
    expect_statement(editor, f"{SLOW} // and more")


def test_a_statement_that_takes_long_is_left_for_the_next_or_stopped(editor: Page) -> None:
    run = editor.get_by_role("button", name="Run", exact=True)
    statement_box(editor).fill(SLOW)
    run.click()
    expect(editor.get_by_text("Asking for")).to_be_visible()
    statement_box(editor).fill("UNWIND [1, 2, 3] AS x RETURN x")
    run.click()
    expect(editor.get_by_text("3 rows, not cut.")).to_be_visible()
    editor.get_by_role("button", name="History (2)").click()
    expect(editor.get_by_text("left for the next")).to_be_visible()
    editor.keyboard.press("Escape")
    statement_box(editor).fill(SLOWER)
    run.click()
    editor.get_by_role("button", name="Stop asking").click()
    expect(editor.get_by_text("Stopped. This engine cannot be told to end a question")).to_be_visible()
    expect(editor.get_by_text("3 rows, not cut.")).to_have_count(0)
    expect(editor.get_by_role("button", name="History (3)")).to_be_visible()


def test_the_keyboard_gets_in_and_out_and_what_was_opened_can_be_undone(editor: Page) -> None:
    box = statement_box(editor)
    box.press_sequentially("RETURN 1 AS co")
    box.press("Escape")
    box.press("Tab")
    expect(editor.get_by_role("button", name="Help for Parameters")).to_be_focused()
    editor.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    expect_statement(editor, "RETURN 1 AS co")
    box.press("ControlOrMeta+Enter")
    expect(editor.get_by_role("button", name="History (1)")).to_be_visible()
    box.fill("RETURN 2 AS other")
    editor.get_by_role("button", name="History (1)").click()
    editor.get_by_role("button", name="Open", exact=True).click()
    expect_statement(editor, "RETURN 1 AS co")
    settle(editor)
    expect_statement(editor, "RETURN 1 AS co")
    editor.keyboard.press("Escape")
    expect(editor.get_by_test_id("stPopoverBody")).to_have_count(0)
    box.click()
    expect(box).to_be_focused()
    box.press("ControlOrMeta+z")
    expect_statement(editor, "RETURN 2 AS other")
    editor.get_by_role("button", name="Run", exact=True).click()
    editor.wait_for_url("**RETURN+2+AS+other**")


def test_letters_that_are_typed_are_no_shortcuts_of_the_page(editor: Page) -> None:
    editor.evaluate("addEventListener('keydown', (event) => (window.heard = (window.heard ?? '') + event.key))")
    statement_box(editor).press_sequentially("rc")
    editor.get_by_role("textbox", name="Parameters").press("x")
    expect_statement(editor, "rc")
    assert editor.evaluate("window.heard") == "x"


def test_what_is_typed_stays_when_the_reader_looks_at_another_page(editor: Page) -> None:
    statement_box(editor).press_sequentially("RETURN 'not yet run' AS x")
    editor.get_by_role("link", name="About the data").click()
    editor.wait_for_url("**/about")
    expect(statement_box(editor)).to_have_count(0)
    settle(editor)
    editor.get_by_role("link", name="Own Cypher").click()
    expect_statement(editor, "RETURN 'not yet run' AS x")


def test_hostile_words_are_text_in_the_editor_in_its_list_and_in_its_marks(editor: Page, tmp_path: Path) -> None:
    text = f"MATCH (x:Daal) RETURN '{HARM}' AS `{HARM}`, $`{HARM}`"
    statement_box(editor).fill(text)
    editor.get_by_role("textbox", name="Parameters").fill('{"<b>bold</b>": 1}')
    editor.get_by_role("textbox", name="Parameters").press("Enter")
    expect(editor.locator(".cm-lintRange").first).to_have_text("Daal")
    expect_statement(editor, text)
    editor.locator(".cm-lintRange").last.hover()
    expect(editor.locator(".cm-diagnostic")).to_contain_text(f"${HARM} has no value")
    statement_box(editor).press("ControlOrMeta+End")
    statement_box(editor).press_sequentially(", $")
    expect(editor.get_by_role("option").filter(has_text="<b>bold</b>")).to_be_visible()
    assert editor.locator("img[src='x']").count() == 0
