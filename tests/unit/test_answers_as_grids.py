"""Answers as rows: each relationship and lonely node once, each deal in one place of its sum, and Cypher to paste."""

from collections import Counter

from hypothesis import given, settings

from cypher.deals import DealBook
from cypher.exports.cypher_text import to_cypher
from cypher.exports.json_text import dumps, to_json
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.saved import Answer, SavedQuery, read_catalog
from cypher.views.network import network_rows
from cypher.views.table import plain_cell
from cypher.views.totals import totals_rows
from ledger.deals import Deal
from ledger.totals import total
from tests.unit.money_worlds import any_records

MODEL = built_in_model()

CD = GraphNode("country/CD", "Country", {"name": "DRC"})
ORION = GraphNode("company/orion", "Company", {"name": "Orion", "articles": ["source/uni"], "disputes": ["dispute/x"]})
DEAL = GraphNode("deal/x", "Deal", {"name": "Memorandum"})
SIGNS = GraphEdge(
    "company/orion|PARTY_TO|deal/x|signatory", "PARTY_TO", ORION.id, DEAL.id,
    {"role": "signatory", "paraphrase": "Signs it.", "articles": ["source/a", "source/b"], "origins": ["source/o"]},
)  # fmt: skip
PICTURE = Subgraph((ORION, DEAL, CD), (SIGNS,), truncated=True)


def answer(view: str, table: Table, subgraph: Subgraph = PICTURE) -> Answer:
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view=view, text="MATCH (n) RETURN n", model=MODEL
    )
    return Answer(table=table, subgraph=subgraph, model=MODEL, query=query, parameters={}, data_set="mine")


def test_a_network_is_a_row_for_each_relationship_and_for_each_node_without_one() -> None:
    table = network_rows(PICTURE, MODEL)
    assert table.truncated
    assert table.rows == (
        ("Orion", "is party to", "signatory", "Memorandum", "Signs it.", 2, 1, 0, SIGNS.id),
        ("DRC", None, None, None, None, 0, 0, 0, "country/CD"),
    )


def test_cells_are_plain_whatever_a_query_returns() -> None:
    assert plain_cell([CD, SIGNS, 3], MODEL) == "DRC, is party to, 3"
    assert plain_cell({"who": CD, "how many": None}, MODEL) == "who: DRC, how many: None"
    table = answer("table", Table(("a", "b"), ((CD, 5), (None, [ORION, DEAL])))).as_rows()
    assert table.rows == (("DRC", 5), (None, "Orion, Memorandum"))


@settings(max_examples=60)
@given(any_records())
def test_a_deal_stands_once_in_the_rows_of_totals(deals: list[Deal]) -> None:
    table = totals_rows(total(deals), DealBook(tuple(deals), {d.id: d.name.upper() for d in deals}))
    assert {len(row) for row in table.rows} == {len(table.columns)}
    placed = Counter(row[-1] for row in table.rows if row[0] in ("added", "inside", "left out"))
    assert placed == dict.fromkeys((d.id for d in deals), 1)


@settings(max_examples=60)
@given(any_records())
def test_each_sum_stands_above_the_deals_that_it_adds(deals: list[Deal]) -> None:
    totals = total(deals)
    rows = totals_rows(totals, DealBook(tuple(deals), {})).rows
    for group in totals.groups:
        key = (group.key.unit, str(group.key.stage), str(group.key.side))
        mine = [row for row in rows if row[1:4] == key and row[0] != "left out"]
        assert (mine[0][0], mine[0][5], mine[0][6]) == ("sum", group.interval.floor, group.interval.ceiling)
        assert {row[-1] for row in mine if row[0] == "added"} == {c.deal for c in group.added}


def test_json_of_a_network_holds_its_nodes_and_relationships_and_says_that_it_was_cut() -> None:
    document = to_json(answer("network", Table(("r",), ((SIGNS,),), truncated=True)))
    assert (document["rows"], document["truncated"]) == (1, True)
    assert {n["id"] for n in document["nodes"]} == {"country/CD", "company/orion", "deal/x"}
    assert [(r["start"], r["type"], r["end"]) for r in document["relationships"]] == [(ORION.id, "PARTY_TO", DEAL.id)]
    assert '"Signs it."' in dumps(document)


def test_cypher_to_paste_sets_every_parameter_that_the_text_uses_and_quotes_it() -> None:
    query = read_catalog(MODEL).get("connections")
    text = to_cypher(query, {"from": 'company/a "b" \\', "to": "country/CD", "hops": 3}, "my-set")
    assert text.splitlines()[:4] == [
        ':param from => "company/a \\"b\\" \\\\";',
        ':param to => "country/CD";',
        ":param hops => 3;",
        ':param data_set => "my-set";',
    ]
    assert "(a:Company {id: $from" in text
    assert "(b:Country {id: $to" in text
    assert "{{" not in text
