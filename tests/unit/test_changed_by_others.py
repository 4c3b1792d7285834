"""Nodes and relationships that somebody changed by hand: one that makes no sense spoils itself and nothing else."""

import pytest

from cypher.convert import own_label
from cypher.deals import UnreadableDeal, amount_of, read_deals
from cypher.internal import statement
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.views.network import network_rows
from cypher.views.table import plain_cell
from cypher.views.totals import Sums, read_sums
from cypher.views.view import Asked
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.standalone_html import write_standalone_html
from ledger.totals import Reason
from lodegraph.notebook.frames import make_item_frame
from tests.unit.test_answers_from_the_graph import Canned, loan

MODEL = built_in_model()
STRANGE: dict[str, object] = {
    "nothing": None, "a number": 7, "a part": 1.5, "yes": True, "no text": "", "numbers": [1, 2], "no list": [],
    "a list with a gap": ["a", None], "markup": "![x](http://a.b/c.png)", "a word": "foo", "a long text": "x" * 5_000,
    "not a number": float("nan"),
}  # fmt: skip
PROPERTIES = (
    "name", "kind", "paraphrase", "basis", "evidence", "articles", "origins", "disputes", "gathered", "role", "stage",
    "instrument", "whose_money", "amount_value", "amount_ceiling", "amount_unit", "amount_qualifier", "measured_as",
    "amount_of", "equivalent", "paid_out", "date", "until", "also_named",
)  # fmt: skip


def changed(properties: dict[str, object]) -> Subgraph:
    """A picture of two nodes and a relationship, all of which somebody changed."""
    nodes = (GraphNode("deal/x", "Deal", properties), GraphNode("country/AA", "Country", properties))
    edge = GraphEdge("country/AA|PARTY_TO|deal/x|signatory", "PARTY_TO", "country/AA", "deal/x", properties)
    return Subgraph(nodes, (edge,))


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("name", PROPERTIES)
def test_a_strange_value_is_drawn_listed_and_exported(name: str, value: object) -> None:
    strange = {k: v for k, v in (loan("x").properties | {name: value}).items() if v is not None}
    shown = changed(strange)
    picture = draw_picture(shown, lay_out(shown), MODEL)
    assert len(picture.payload()["nodes"]) == 2
    assert "Content-Security-Policy" in write_standalone_html(picture, str(value))
    rows = network_rows(shown, MODEL).rows
    assert len(rows) == 1
    assert all(isinstance(cell, str | int | None) for cell in rows[0])
    assert all(isinstance(plain_cell(node, MODEL), str) for node in shown.nodes)
    assert len(make_item_frame([(n.id, n.properties) for n in shown.nodes], MODEL.label("Deal").properties)) == 2


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("name", PROPERTIES)
def test_a_deal_is_counted_or_left_out_with_a_word(name: str, value: object) -> None:
    kept = {k: v for k, v in (loan("x").properties | {name: value}).items() if v is not None}
    table = Table(("deal",), ((GraphNode("deal/x", "Deal", kept),), (loan("y"),)))
    sums = read_sums(Canned({}), Asked(table, Subgraph(), "set"))  # type: ignore[arg-type]
    added = {c.deal for group in sums.totals.groups for c in group.added}
    left = {x.deal: x for x in sums.totals.left_out}
    assert "deal/y" in added
    assert ("deal/x" in added) != ("deal/x" in left)
    assert all(x.note for x in left.values() if x.reason is Reason.UNREADABLE)


UNITS = statement("units-of-a-data-set")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"stage": "foo"}, "stage 'foo' is not one we know"),
        ({"whose_money": 7}, "whose money '7' is not one we know"),
        ({"instrument": None}, "it has no instrument"),
        ({"amount_unit": "foo"}, "unit 'foo' is not one we know"),
        ({"amount_unit": None}, "'' is not a unit"),
        ({"amount_value": "x" * 500}, "is no whole number"),
        ({"amount_value": -5}, "below zero"),
        ({"amount_qualifier": "range"}, "a range has a ceiling"),
        ({"amount_ceiling": 9}, "a range has a ceiling, and nothing else has one"),
        ({"amount_qualifier": "range", "amount_ceiling": 4}, "does not rise"),
        ({"measured_as": "weight"}, "measured as 'weight' is not one we know"),
        ({"amount_qualifier": None}, "it has no amount qualifier"),
        ({"amount_qualifier": "rather"}, "amount qualifier 'rather' is not one we know"),
    ],
)
def test_what_is_wrong_with_a_deal_is_said(more: dict[str, object], says: str) -> None:
    graph = Canned({UNITS: [(["wafers"],)]})
    book = read_deals(graph, [loan("a", **more), loan("b")], "set")  # type: ignore[arg-type]
    assert [d.id for d in book.deals] == ["deal/b"]
    assert says in book.unreadable["deal/a"]
    assert len(book.unreadable["deal/a"]) < 200


def share(**stored: object) -> GraphEdge:
    kept = {"amount_value": 2, "amount_unit": "USD", "amount_qualifier": "exact"} | stored
    return GraphEdge("agency/x|FUNDS|deal/a|funder", "FUNDS", "agency/x", "deal/a", kept)


def sums_of_a_funder(*links: GraphEdge) -> Sums:
    graph = Canned({statement("shares-of-a-funder"): [("deal/a", link) for link in links], UNITS: [([],)]})
    table = Table(("deal",), ((loan("a"),), (loan("b"),)))
    return read_sums(graph, Asked(table, Subgraph(), "set", funder="agency/x"))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("name", ["amount_value", "amount_ceiling", "amount_unit", "amount_qualifier"])
def test_a_share_that_somebody_changed_never_lets_the_whole_figure_count(name: str, value: object) -> None:
    sums = sums_of_a_funder(share(**{name: value}))
    counted = {c.deal: c.interval.floor for g in sums.totals.groups for c in g.added}
    assert counted["deal/b"] == 5
    assert counted.get("deal/a") in (None, 2, 7)
    assert ("deal/a" in counted) != ("deal/a" in {x.deal for x in sums.totals.left_out})


@pytest.mark.parametrize(
    ("links", "says"),
    [
        ([share(amount_unit="EUR")], "its funder's share is in EUR, and the deal in USD"),
        ([share(amount_unit="foo")], "unit 'foo' is not one we know"),
        ([share(), share()], "a share of its funder is stated by more than one link"),
    ],
)
def test_what_is_wrong_with_a_share_is_said(links: list[GraphEdge], says: str) -> None:
    assert says in sums_of_a_funder(*links).book.unreadable["deal/a"]


def test_a_share_without_properties_and_one_whose_properties_are_nothing_are_alike() -> None:
    nothing: dict[str, object] = dict.fromkeys(share().properties)
    missing = GraphEdge("agency/x|FUNDS|deal/a|funder", "FUNDS", "agency/x", "deal/a", {})
    for link in (share(**nothing), missing):
        assert [g.interval.floor for g in sums_of_a_funder(link).totals.groups] == [10]


def test_a_unit_that_the_data_set_declares_is_known() -> None:
    graph = Canned({UNITS: [(["wafers"],)]})
    assert read_deals(graph, [loan("a", amount_unit="wafers")], "set").deals  # type: ignore[arg-type]


def test_a_deal_that_somebody_made_part_of_itself_is_left_out() -> None:
    wholes = statement("wholes-of-deals")

    graph = Canned({wholes: [("deal/a", "deal/b"), ("deal/b", "deal/a"), ("deal/a", "deal/a"), ("deal/b", "deal/b")]})
    book = read_deals(graph, [loan("a"), loan("b"), loan("c")], "set")  # type: ignore[arg-type]
    assert [d.id for d in book.deals] == ["deal/c"]
    assert "part of itself" in book.unreadable["deal/a"]


def test_a_figure_that_is_none_is_said_where_it_is_shown() -> None:
    with pytest.raises(UnreadableDeal, match="is no whole number"):
        amount_of(loan("a", amount_value="much"))


@pytest.mark.parametrize(
    ("node", "labels", "label"),
    [
        ("country/AA", {"Annotated", "Country"}, "Country"),
        ("data_set/small", {"DataSet", "Aaa"}, "DataSet"),
        ("4:x:1", {"Ship", "Vessel"}, "Ship"),
        ("country/AA", {"Land"}, "Land"),
        ("country/AA", set[str](), ""),
    ],
)
def test_an_added_label_hides_nothing(node: str, labels: set[str], label: str) -> None:
    assert own_label(node, labels) == label
