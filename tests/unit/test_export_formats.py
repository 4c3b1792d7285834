"""An answer in every format: figures with all that belongs to them, hostile text as text, and nothing lost."""

import io
import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.exports import CSV, CYPHER, FORMATS, GRAPHML, JSON, JSONL, XLSX
from cypher.exports.cypher_literals import write_literal
from cypher.exports.cypher_text import end_statement, to_cypher
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.saved import QueryAnswer, SavedQuery
from explorer.render.exports import CARD, EXPORT_FORMATS, HTML
from tests.unit.workbooks import names_in, read_sheet

MODEL = built_in_model()
FORMULAS = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "{=1}", '=HYPERLINK("x")', "https://a.example")
BANK = GraphNode("agency/bank", "Agency", {"name": "The Bank"})
LOAN = GraphNode(
    "deal/loan", "Deal",
    {
        "name": "Loan", "stage": "letter_issued", "whose_money": "us_government", "instrument": "loan",
        "amount_value": 10_000_000_000, "amount_unit": "USD", "amount_qualifier": "up_to", "evidence": ["passage/a/1"],
    },
)  # fmt: skip
FUNDS = GraphEdge(
    "agency/bank|FUNDS|deal/loan|lender", "FUNDS", BANK.id, LOAN.id, {"role": "lender", "tags": ["a", "b"]}
)


def answer(view: str = "network", table: Table | None = None, subgraph: Subgraph | None = None) -> QueryAnswer:
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view=view, text="MATCH (n) RETURN n AS n", model=MODEL
    )
    shown = Subgraph((BANK, LOAN), (FUNDS,)) if subgraph is None else subgraph
    rows = Table(("a", "r", "b"), ((BANK, FUNDS, LOAN),)) if table is None else table
    return QueryAnswer(table=rows, subgraph=shown, model=MODEL, query=query, parameters={}, data_set="mine")


def of_cells(*cells: Any) -> QueryAnswer:
    return answer("table", Table(("cell",), tuple((c,) for c in cells)), Subgraph())


def as_text(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(f"{cell}" for row in read_sheet(content) for _, cell in row.values())


@pytest.mark.parametrize("form", [f for f in EXPORT_FORMATS if f not in (CYPHER, HTML)], ids=lambda f: f.name)
def test_a_figure_is_never_without_qualifier_unit_stage_and_whose_money(form: Any) -> None:
    text = as_text(form.write(answer())).replace("_", " ")
    assert "up to" in text and "USD" in text
    assert "letter issued" in text
    assert "us government" in text.lower()
    assert "whose money" in text


def test_a_file_of_a_format_has_its_ending() -> None:
    assert (CSV.name_file("all-money"), XLSX.name_file("all-money")) == ("all-money.csv", "all-money.xlsx")
    assert CARD.name_file("all-money") == "all-money-card.html"
    assert len({form.name_file("x") for form in EXPORT_FORMATS}) == len(EXPORT_FORMATS)
    assert {f.name for f in FORMATS} == {"json", "jsonl", "csv", "xlsx", "graphml", "cypher"}


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link_in_a_workbook(text: str) -> None:
    content = XLSX.write(of_cells(text))
    assert isinstance(content, bytes)
    assert read_sheet(content)[1]["A"] == ("text", text)
    assert not any("_rels/sheet" in name or "vba" in name for name in names_in(content))


def test_a_formula_would_be_seen_by_the_reader_of_these_tests() -> None:
    import xlsxwriter  # type: ignore[import-untyped]

    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write(0, 0, "=1+1")
        book.worksheets()[0].write(0, 1, "text")
    assert read_sheet(file.getvalue())[0]["A"][0] == "formula"


def test_numbers_stay_numbers_in_a_workbook_unless_it_would_round_them() -> None:
    content = XLSX.write(of_cells(11_377_900_000, -0.5, True, 10**15 + 1, math.inf, None, ["a", "b"]))
    assert isinstance(content, bytes)
    cells = [row.get("A") for row in read_sheet(content)[1:]]
    assert cells[:6] == [
        ("number", "11377900000"), ("number", "-0.5"), ("boolean", "1"), ("text", str(10**15 + 1)), ("text", "inf"),
        ("text", "a; b"),
    ]  # fmt: skip


def test_what_a_cell_cannot_hold_is_cut_and_says_so() -> None:
    content = XLSX.write(of_cells("x" * 40_000, "bell \x07, half \ud800"))
    assert isinstance(content, bytes)
    long, odd = (row["A"][1] for row in read_sheet(content)[1:])
    assert len(long) == 32_767 and long.endswith("(cut: a cell takes no more)")
    assert odd == "bell \x07, half \ufffd"


def test_a_workbook_says_what_was_asked_and_what_must_be_known() -> None:
    cut = answer(table=Table(("a",), ((BANK,),), truncated=True))
    content = XLSX.write(replace(cut, notes=("=Nothing of it.",), unfinished="A load is going on."))
    assert isinstance(content, bytes)
    told = {row["A"][1]: row["B"] for row in read_sheet(content, 2)}
    assert told["rows"] == ("text", "1, and more: the answer was cut")
    assert told["note"] == ("text", "=Nothing of it.")
    assert told["unfinished"][1] == "A load is going on."
    assert told["Cypher"][1].endswith("RETURN n AS n;\n")


ANY_CELL = st.one_of(st.text(st.characters(exclude_categories=("Cs",))), st.integers(), st.booleans(), st.none())


@given(st.lists(ANY_CELL, max_size=6))
def test_json_lines_hold_a_row_each_as_it_is(cells: list[Any]) -> None:
    text = JSONL.write(of_cells(*cells))
    assert isinstance(text, str)
    assert [json.loads(line) for line in text.splitlines()] == [{"cell": cell} for cell in cells]


def test_an_empty_answer_has_no_json_line() -> None:
    assert JSONL.write(of_cells()) == ""


def read_graphml(text: str | bytes, tmp_path: Path) -> "nx.MultiDiGraph[str]":
    path = tmp_path / "x.graphml"
    path.write_text(str(text), encoding="utf-8")
    return nx.read_graphml(path, force_multigraph=True)


def test_graphml_is_read_back_with_ids_types_and_figures(tmp_path: Path) -> None:
    graph = read_graphml(GRAPHML.write(answer()), tmp_path)
    assert set(graph) == {"agency/bank", "deal/loan"}
    loan = graph.nodes["deal/loan"]
    assert (loan["label"], loan["name"], loan["amount"]) == ("Deal", "Loan", "up to USD 10 billion")
    assert (loan["amount_value"], loan["evidence"]) == (10_000_000_000, "passage/a/1")
    ((start, end, key, told),) = graph.edges(keys=True, data=True)
    assert (start, end, key) == ("agency/bank", "deal/loan", FUNDS.id)
    assert (told["type"], told["role"], told["tags"]) == ("FUNDS", "lender", "a; b")
    assert (graph.graph["query"], graph.graph["data_set"], graph.graph["truncated"]) == ("q", "mine", False)


@given(st.text(max_size=8), st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.lists(st.integers())))
def test_graphml_is_xml_whatever_stands_in_the_records(text: str, value: Any) -> None:
    node = GraphNode(f"company/{text}", text, {"name": text, f"p{text}": value})
    edge = GraphEdge(text, text, node.id, node.id, {"role": text, "p": value})
    written = GRAPHML.write(answer(subgraph=Subgraph((node,), (edge,))))
    graph = nx.parse_graphml(str(written), force_multigraph=True)
    assert graph.number_of_nodes() == graph.number_of_edges() == 1


def read_literal(text: str) -> Any:
    """What Cypher makes of it: texts joined by plus signs, each as JSON has it."""
    parts: list[Any] = []
    rest = text
    while rest:
        value, end = json.JSONDecoder().raw_decode(rest)
        parts.append(value)
        rest = rest[end:].removeprefix(" + ")
    return "".join(parts) if len(parts) > 1 else parts[0]


@given(st.one_of(st.text(), st.text("\\uU\x01\"'\n\u2028;/", max_size=9), st.integers(), st.booleans(), st.none()))
def test_a_value_as_cypher_has_it_is_one_line_that_is_read_back(value: Any) -> None:
    text = write_literal(value)
    assert read_literal(text) == value
    assert len(text.splitlines()) == 1


@given(st.text("\\u0041U\x01", max_size=9))
def test_no_backslash_of_a_value_stands_before_what_would_make_a_code_of_it(value: str) -> None:
    code = write_literal(value).replace("\\\\", "\x00")
    assert "\x00u" not in code and "\x00U" not in code and "\x00\\u" not in code


def test_a_list_is_written_item_by_item() -> None:
    assert write_literal(["a\\u0041", 1, True, None]) == '["a\\\\" + "u0041", 1, true, null]'


def test_a_statement_ends_even_behind_a_comment() -> None:
    assert end_statement("RETURN 1") == "RETURN 1;"
    assert end_statement("RETURN 1\nLIMIT 1 // a few") == "RETURN 1\nLIMIT 1 // a few\n;"
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view="table", text="RETURN 1 AS n // so", model=MODEL
    )
    assert to_cypher(query, {}, "mine").endswith("// so\n;\n")


def test_json_and_csv_are_as_they_were() -> None:
    assert json.loads(str(JSON.write(answer())))["table"][0]["whose_money"] == "US government"
    assert str(CSV.write(of_cells("=1+1", 5))).splitlines() == ["cell", "'=1+1", "5"]
