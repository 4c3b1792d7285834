"""Statements of one's own on a page: shown before they are run, refused with the rule, and not there for others."""

import csv
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from cypher.connection import Server
from tests.browser.canvas import Canvas, download, settle
from tests.browser.serving_app import serving
from tests.browser.statement_box import expect_statement, statement_box

NAMED = "MATCH (c:Company {data_set: $data_set, id: $id})--(d:Deal) RETURN c, d.name AS deal ORDER BY deal"


def type_statement(page: Page, text: str, parameters: str = "") -> None:
    statement_box(page).fill(text)
    page.get_by_role("textbox", name="Parameters").fill(parameters)
    settle(page)
    page.get_by_role("button", name="Run").click()


def test_a_statement_is_run_taken_along_and_leads_to_the_network(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(f"{app}/cypher")
    expect(statement_box(page)).to_be_visible(timeout=30_000)
    type_statement(page, NAMED, json.dumps({"id": "company/glencore"}))
    expect(page.get_by_text("rows, not cut.").or_(page.get_by_text("row, not cut."))).to_be_visible()
    page.wait_for_url("**cypher=MATCH**")
    rows = list(csv.DictReader(download(page, "CSV", tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert rows
    assert {row["c"] for row in rows} == {"Glencore"}
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="in the network").click()
    assert Canvas(opened.value).wait().place("company/glencore")


def test_what_comes_with_an_address_is_shown_and_not_run(page: Page, app: str) -> None:
    page.goto(f"{app}/cypher?cypher={quote('MATCH (n:Country) RETURN count(n) AS many')}")
    expect_statement(page, "MATCH (n:Country) RETURN count(n) AS many")
    expect(page.get_by_text("came with the address")).to_be_visible()
    settle(page)
    assert page.get_by_text("not cut.").count() == 0
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("1 row, not cut.")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "parameters", "says"),
    [
        ("MATCH (n) DETACH DELETE n", "", "line 1, column 11: DETACH writes (rule: read only)"),
        ("MATCH (n:Deal {id: $nobody}) RETURN n", "", "the statement asks for $nobody"),
        ("RETURN 1 AS x", "[1]", "the parameters are no JSON object"),
        ("MATCH (n) RETURN nobody", "", "nobody"),
        ("RETURN '<img src=x onerror=alert(1)>' AS x, \u202e1 AS y", "", "invisible character"),
    ],
)
def test_what_cannot_be_run_says_why(page: Page, app: str, text: str, parameters: str, says: str) -> None:
    page.goto(f"{app}/cypher")
    expect(statement_box(page)).to_be_visible(timeout=30_000)
    type_statement(page, text, parameters)
    expect(page.get_by_test_id("stAlert").get_by_text(says).first).to_be_visible()


def test_several_people_are_offered_it_only_where_that_was_switched_on(
    page: Page, loaded: Server, tmp_path: Path
) -> None:
    for folder, settings, offered in (("a", {}, 0), ("b", {"LODEGRAPH_TYPED_CYPHER": "yes"}, 1)):
        (tmp_path / folder).mkdir()
        with serving(loaded, tmp_path / folder, **settings) as one:
            page.goto(one.url)
            expect(page.get_by_role("link", name="Saved queries")).to_be_visible(timeout=60_000)
            expect(page.get_by_role("link", name="Own Cypher")).to_have_count(offered)
            page.goto("about:blank")
