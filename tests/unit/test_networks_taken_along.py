"""A network that is taken along: every figure with qualifier, unit, stage and whose money, all of it with citations and
the records' version; what would break a reader's program is disarmed."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from starlette.applications import Starlette

from cypher.errors import GraphError
from cypher.evidence import CitedPassage, DisputeView, ReadingView
from cypher.exports.network import NETWORK_FORMATS, TakenNetwork
from cypher.mentions import Mentions
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.support import Support
from explorer.access.allowed_hosts import AllowedHosts
from explorer.access.login_settings import Login
from explorer.access.middleware import PICTURES, AccessMiddleware
from explorer.access.page_limit import OpenPages
from explorer.access.settings import Serving
from explorer.canvas.file_route import make_file_route
from explorer.canvas.file_store import FileStore, PictureFile
from tests.unit.asked_routes import get

RECORDS = "A set (a-set), version 1.2, loaded 2026-02-04"
CITED = "The Paper, line 3: repeats the statement A statement (our inference); repeats the document A sheet"
FORMATS = {form.name: form for form in NETWORK_FORMATS}
LOAN = GraphNode(
    "deal/loan",
    "Deal",
    {
        "name": "Loan\x00 & more", "stage": "letter_issued", "whose_money": "us_government", "instrument": "loan",
        "amount_value": 5_000_000_000, "amount_unit": "USD", "amount_qualifier": "up_to",
        "evidence": ["passage/p3", "passage/gone"], "disputes": ["dispute/d"],
    },
)  # fmt: skip
BANK = GraphNode("agency/bank", "Agency", {"name": '=HYPERLINK("http://x")', "evidence": []})
FUNDS, LEADS = (
    GraphEdge(
        f"{BANK.id}|FUNDS|{LOAN.id}|{role}", "FUNDS", BANK.id, LOAN.id, {"role": role, "evidence": ["passage/p3"]}
    )
    for role in ("funder", "lead")
)
SUPPORT = Support(
    {
        "passage/p3": tuple(
            CitedPassage("passage/p3", "The Paper", None, None, 3, None, *origin)
            for origin in (("A statement", "statement", "derived"), ("A sheet", "document", "stated"))
        )
    },
    {"dispute/d": DisputeView("dispute/d", "How much?", "amount", (
        ReadingView("claim/a", "Five.", "preferred", "affirms", "Nearest.", ("passage/p3",)),
        ReadingView("claim/b", "Six.", "normal", "denies", "Later.", ()),
    ))},
)  # fmt: skip
TAKEN = TakenNetwork(
    Subgraph((LOAN, BANK), (FUNDS, LEADS)), built_in_model(), Mentions(), SUPPORT, RECORDS, "2 nodes are left out"
)
FIGURE = {
    "amount": "up to USD 5 billion", "qualifier": "up to", "value": "5000000000", "unit": "USD",
    "stage": "letter issued", "whose_money": "US government",
}  # fmt: skip


@pytest.mark.parametrize(("name", "first"), [("nodes_csv", "deal/loan"), ("relationships_csv", FUNDS.id)])
def test_a_row_of_csv_says_by_itself_what_its_figure_is_what_it_rests_on_and_of_which_records(
    name: str, first: str
) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(FORMATS[name].write(TAKEN), newline=""))}
    assert len(rows) == 2
    assert {column: rows[first][column] for column in FIGURE} == FIGURE
    assert CITED in rows[first]["cited"]
    assert {row["records"] for row in rows.values()} == {RECORDS}
    assert all(not cell.startswith("=") for row in rows.values() for cell in row.values() if cell)


def test_graphml_opens_in_another_program_with_all_parallel_relationships_and_figures() -> None:
    text = FORMATS["graphml"].write(TAKEN)
    assert "\x00" not in text
    ET.fromstring(text.encode())
    made = nx.parse_graphml(text, force_multigraph=True)
    assert made.graph["records"] == RECORDS
    assert made.graph["left_out"] == "2 nodes are left out"
    between = made.get_edge_data("agency/bank", "deal/loan")
    assert set(between) == {FUNDS.id, LEADS.id}
    for told in (made.nodes["deal/loan"], between[FUNDS.id]):
        assert {name: str(told[name]) for name in FIGURE} == FIGURE
        assert CITED in told["cited"]
    assert "passage/gone (not in the graph)" in made.nodes["deal/loan"]["cited"]


def test_json_has_all_readings_of_what_is_disputed_in_it() -> None:
    made = json.loads(FORMATS["json"].write(TAKEN))
    assert (made["records"], made["left_out"], made["truncated"]) == (RECORDS, "2 nodes are left out", False)
    loan = next(n for n in made["nodes"] if n["id"] == "deal/loan")
    assert {name: str(loan["told"][name]) for name in FIGURE} == FIGURE
    assert loan["properties"]["stage"] == "letter_issued"
    assert loan["cited"] == [CITED, "passage/gone (not in the graph)"]
    readings = made["disagreements"][0]["readings"]
    assert [(r["rank"], r["stance"], r["says"]) for r in readings] == [
        ("preferred", "affirms", "Five."), ("normal", "denies", "Six."),
    ]  # fmt: skip


def test_an_empty_picture_is_written_in_every_format() -> None:
    empty = TakenNetwork(Subgraph(), built_in_model(), Mentions(), Support(), RECORDS)
    assert all(form.write(empty).strip() for form in NETWORK_FORMATS)


def _fail() -> str:
    raise GraphError("it is gone")


FILES = (
    PictureFile("json", "as JSON", "network.json", "application/json", lambda: '{"a": "\udc80ü"}'),
    PictureFile("graphml", "as GraphML", "network.graphml", "application/xml", _fail),
)


def test_a_file_is_written_for_who_was_told_its_name_and_kept_by_nobody_on_the_way() -> None:
    store = FileStore()
    app = AccessMiddleware(Starlette(routes=[make_file_route(store)]), Serving(), OpenPages(0))
    path = PICTURES + store.keep("a", FILES)
    found = get(app, f"{path}/json", {})
    assert (found.status, found.body) == (200, '{"a": "?ü"}'.encode())
    assert found.headers["content-disposition"] == 'attachment; filename="network.json"'
    assert found.headers["cache-control"] == "no-store"
    assert get(app, f"{path}/graphml", {}).status == 503
    assert get(app, f"{path}/exe", {}).status == get(app, f"{PICTURES}{'0' * 64}/json", {}).status == 404


def test_files_are_had_by_those_alone_to_whom_a_page_was_shown() -> None:
    store = FileStore()
    serving = Serving(shared=True, login=Login({}, ("default",)), hosts=AllowedHosts())
    app = AccessMiddleware(Starlette(routes=[make_file_route(store)]), serving, OpenPages(0))
    assert get(app, f"{PICTURES}{store.keep('a', FILES)}/json", {}).status == 403


def test_of_many_pictures_the_files_of_those_looked_at_last_are_kept() -> None:
    store = FileStore(most=2)
    names = [store.keep(told, FILES) for told in ("a", "b", "a", "c")]
    assert names[0] == names[2]
    assert [store.find(name, "json") is not None for name in (names[0], names[1], names[3])] == [True, False, True]
