"""Laid out by who funds whom: money goes to the right, no caption lies on another, and what is pinned stays."""

from hypothesis import given
from hypothesis import strategies as st

from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.hierarchical_layout import find_steps, lay_out_hierarchy
from tests.unit.test_canvas_layout import chain, hub_and_spokes, joined, overlapping

TYPES = st.sampled_from(["FUNDS", "GOES_TO", "JOINS"])
LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), TYPES), max_size=30)


def graph(links: list[tuple[int, int, str]], count: int = 12) -> Subgraph:
    nodes = tuple(GraphNode(f"n/{i}", "Company", {"name": f"Company number {i}"}) for i in range(count))
    edges = {(a, b, kind): GraphEdge(f"n/{a}|{kind}|n/{b}|x", kind, f"n/{a}", f"n/{b}", {}) for a, b, kind in links}
    return Subgraph(nodes, tuple(edges.values()))


def test_money_goes_from_the_funder_through_the_deal_to_who_receives_it() -> None:
    there = graph([(0, 1, "FUNDS"), (1, 2, "GOES_TO"), (2, 3, "FUNDS"), (5, 1, "JOINS"), (2, 6, "JOINS")], 8)
    steps = find_steps(there)
    assert [steps[f"n/{i}"] for i in range(4)] == [0, 1, 2, 3]
    assert (steps["n/5"], steps["n/6"]) == (0, 3)
    positions = lay_out_hierarchy(there)
    across = [positions[f"n/{i}"][0] for i in range(4)]
    assert across == sorted(across)
    assert len(set(across)) == 4


@given(LINKS)
def test_whoever_pays_stands_to_the_left_unless_money_goes_in_circles(links: list[tuple[int, int, str]]) -> None:
    subgraph = graph(links)
    positions, steps = lay_out_hierarchy(subgraph), find_steps(subgraph)
    assert positions.keys() == {n.id for n in subgraph.nodes}
    assert overlapping(subgraph, positions) == []
    for e in subgraph.edges:
        if e.type != "JOINS" and steps[e.start] != steps[e.end]:
            assert steps[e.start] < steps[e.end]
            assert positions[e.start][0] < positions[e.end][0]


@given(LINKS, st.integers(-300, 300), st.integers(-300, 300))
def test_what_is_pinned_stays_and_the_others_give_way(links: list[tuple[int, int, str]], x: int, y: int) -> None:
    subgraph = graph(links)
    positions = lay_out_hierarchy(subgraph, {"n/3": (float(x), float(y)), "n/gone": (0.0, 0.0)})
    assert positions["n/3"] == (x, y)
    assert "n/gone" not in positions
    assert overlapping(subgraph, positions) == []


def test_sixty_nodes_are_wider_than_high_and_the_same_every_time() -> None:
    subgraph = joined(hub_and_spokes(60), chain("loose", 3))
    positions = lay_out_hierarchy(subgraph)
    assert positions == lay_out_hierarchy(subgraph)
    assert overlapping(subgraph, positions) == []
    xs, ys = zip(*positions.values(), strict=True)
    assert max(xs) - min(xs) > 0.8 * (max(ys) - min(ys))


def test_an_empty_picture_and_a_single_node() -> None:
    assert lay_out_hierarchy(Subgraph()) == {}
    assert lay_out_hierarchy(graph([], 1)).keys() == {"n/0"}
