"""What is seen, as files: saved from the picture's own menu for other programs, each figure with what it is, each thing
with what it rests on; an answer's page as the reader drew it, with its evidence."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, settle
from tests.browser.test_saved_pictures import save

LOAN, UK, EXIM = "deal/exim-vault-loan", "country/GB", "agency/exim"
FIGURE = {
    "qualifier": "up to",
    "unit": "USD",
    "value": "10000000000",
    "stage": "approved",
    "whose_money": "US government",
}
RECORDS = "(critical-minerals-2026), version "


def read_rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_what_is_seen_is_saved_for_other_programs_and_what_is_hidden_is_left_out_and_counted(
    canvas: Canvas, tmp_path: Path
) -> None:
    canvas.click(UK)
    canvas.page.keyboard.press("Delete")
    settle(canvas.page)
    shown = canvas.nodes

    rows = read_rows(save(canvas, "nodes_csv", tmp_path))
    assert len(rows) == shown
    loan = next(row for row in rows if row["id"] == LOAN)
    assert {name: loan[name] for name in FIGURE} == FIGURE
    assert "line " in loan["cited"]
    assert all(RECORDS in row["records"] for row in rows)

    ties = read_rows(save(canvas, "relationships_csv", tmp_path))
    funds = next(
        row for row in ties if (row["from_id"], row["to_id"]) == (EXIM, LOAN) and row["relationship"] == "funds"
    )
    assert {name: funds[name] for name in FIGURE} == FIGURE
    assert UK not in {end for row in ties for end in (row["from_id"], row["to_id"])}

    graph = nx.read_graphml(save(canvas, "graphml", tmp_path), force_multigraph=True)
    assert (len(graph.nodes), len(graph.edges)) == (len(rows), len(ties))
    assert graph.nodes[LOAN]["value"] == 10_000_000_000
    assert RECORDS in graph.graph["records"]

    document = json.loads(save(canvas, "json", tmp_path).read_text(encoding="utf-8"))
    assert (len(document["nodes"]), len(document["relationships"])) == (len(rows), len(ties))
    assert document["left_out"].startswith("1 node and ")
    assert any(len(d["readings"]) > 1 for d in document["disagreements"])
    assert all(n["cited"] for n in document["nodes"] if n["id"] == LOAN)

    page = save(canvas, "html", tmp_path).read_text(encoding="utf-8")
    assert "What it rests on" in page
    assert LOAN in page
    assert f">{UK}<" not in page


def test_an_answers_page_has_its_evidence_and_is_drawn_as_the_reader_chose(
    page: Page, app: str, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    page.goto(f"{app}/queries?query=project-vault")
    canvas = Canvas(page).wait()
    canvas.tool("style")
    canvas.root.locator('[data-style="colour:stage"]').click()
    expect(canvas.root.locator('[data-style="colour:stage"]')).to_have_attribute("aria-checked", "true", timeout=15_000)
    page.keyboard.press("Escape")
    settle(page)
    told = canvas.root.locator(".lg-mark:not(:has(.lg-lines, .lg-gathered))").all_inner_texts()
    file = download(page, "Picture as one HTML file", tmp_path / "answer.html")
    made = open_page()
    made.goto(file.as_uri())
    made.wait_for_timeout(1_500)
    legend = made.locator("ul").first.inner_text()
    assert any("approved" in key for key in told)
    assert [key for key in told if key.removeprefix("n").strip() not in legend] == []
    expect(made.get_by_role("heading", name="What it rests on")).to_be_visible()
    made.locator("summary", has_text="EXIM loan for Project Vault · Deal").click()
    expect(made.locator("details[open]")).to_contain_text("up to USD 10 billion")
    expect(made.locator("details[open] li").first).to_contain_text("line ")
    expect(made.locator("header")).to_contain_text(RECORDS)
