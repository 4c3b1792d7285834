"""The editor of statements on the page Own Cypher, as its reader finds it."""

from playwright.sync_api import Locator, Page, expect


def statement_box(page: Page) -> Locator:
    """The editor's field."""
    return page.get_by_role("textbox", name="Statement")


def expect_statement(page: Page, text: str) -> None:
    """Assert that this is in the editor, or soon is."""
    expect(statement_box(page)).to_have_text(text, use_inner_text=True)
