"""Where nodes stand: no caption on another, the same every time, and nobody moves when the picture grows."""

from itertools import combinations, pairwise
from math import hypot
from statistics import median
from typing import Any

import numpy as np
import pytest

from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render import edge_crossings
from explorer.render.caption_placement import break_caption, make_one_line, measure_box
from explorer.render.layout import ASPECT, Positions, lay_out
from explorer.render.style import find_node_size

NAMES = (
    "Orion Critical Minerals Consortium",
    "EXIM letter of interest, rare earths in the US",
    "Export-Import Bank of the United States",
    "Peru",
    "Framework on critical minerals",
)


def test_no_caption_lies_on_another() -> None:
    subgraph = hub_and_spokes(60)

    positions = lay_out(subgraph)

    assert overlapping(subgraph, positions) == []


def test_sixty_nodes_fit_a_small_canvas_with_letters_that_can_be_read() -> None:
    subgraph = hub_and_spokes(60)

    frames = list(rectangles(subgraph, lay_out(subgraph)).values())

    width = max(f[2] for f in frames) - min(f[0] for f in frames)
    height = max(f[3] for f in frames) - min(f[1] for f in frames)
    zoom = min(850 / width, 600 / height)
    assert 13 * zoom >= 10.5


def test_the_same_input_gives_the_same_picture() -> None:
    assert lay_out(hub_and_spokes(40)) == lay_out(hub_and_spokes(40))


def test_parts_that_nothing_connects_stand_side_by_side() -> None:
    subgraph = joined(chain("a", 12), chain("b", 3), chain("c", 1), chain("d", 1))

    positions = lay_out(subgraph)

    assert set(positions) == {n.id for n in subgraph.nodes}
    assert overlapping(subgraph, positions) == []


def test_known_nodes_keep_their_places_when_the_picture_grows() -> None:
    before = hub_and_spokes(30)
    known = lay_out(before)
    after = before.with_(chain("new", 6)).with_(Subgraph(edges=(edge("company/3", "new"),)))

    positions = lay_out(after, known)

    assert {n: positions[n] for n in known} == known
    assert [pair for pair in overlapping(after, positions) if not known.keys() >= set(pair)] == []


def test_many_new_neighbours_find_room_around_theirs_and_move_nothing() -> None:
    before = hub_and_spokes(120)
    known = lay_out(before)
    nodes = tuple(GraphNode(f"deal/{i}", "Deal", {"name": f"{NAMES[i % 5]} {i}"}) for i in range(150))
    after = before.with_(Subgraph(nodes, tuple(edge("company/7", n.id) for n in nodes)))

    positions = lay_out(after, known)

    assert {n: positions[n] for n in known} == known
    assert [pair for pair in overlapping(after, positions) if not known.keys() >= set(pair)] == []
    x, y = known["company/7"]
    assert max(abs(positions[n.id][0] - x) for n in nodes) < 2_500
    assert max(abs(positions[n.id][1] - y) for n in nodes) < 1_700


@pytest.mark.parametrize(("count", "most"), [(55, 45), (110, 150), (300, 1_700)])
def test_few_lines_cross(count: int, most: int) -> None:
    """So many as Kamada and Kawai's layout left, with all that networkx computes for it, and a few more."""
    subgraph = hub_and_spokes(count)
    assert crossings(subgraph, lay_out(subgraph)) <= most


def test_changing_places_uncrosses_lines_and_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    points, links = rng.uniform(-500, 500, (90, 2)), np.array([(i, i // 2) for i in range(1, 90)])

    swaps = edge_crossings.remove_crossings(points, links, 10.0)

    assert sorted(map(tuple, swaps)) == sorted(map(tuple, points))
    assert count_crossings(swaps, links) < count_crossings(points, links) / 3
    monkeypatch.setattr(edge_crossings, "MOST_WORK", 0)
    one = edge_crossings.remove_crossings(points, links, 10.0)
    assert (one != points).any(axis=1).sum() <= 2


def test_a_network_of_thousands_is_drawn_as_it_hangs_together() -> None:
    """Of a long ladder the rungs stay short, whatever its length, and it is the same every time."""
    steps = 900
    nodes = tuple(GraphNode(f"deal/{i}", "Deal", {"name": str(i)}) for i in range(2 * steps))
    links = [(i, i + 2) for i in range(2 * steps - 2)] + [(i, i + 1) for i in range(0, 2 * steps, 2)]
    subgraph = Subgraph(nodes, tuple(edge(f"deal/{a}", f"deal/{b}") for a, b in links))

    positions = lay_out(subgraph)

    lengths = [hypot(*np.subtract(positions[e.start], positions[e.end])) for e in subgraph.edges]
    span = hypot(*np.ptp(list(positions.values()), axis=0))
    assert median(lengths) < span / 40
    assert positions == lay_out(subgraph)


def test_a_new_node_comes_near_its_neighbour() -> None:
    before = hub_and_spokes(30)
    known = lay_out(before)
    new = GraphNode("deal/new", "Deal", {"name": "New"})
    after = before.with_(Subgraph((new,), (edge("company/7", "deal/new"),)))

    positions = lay_out(after, known)

    (x, y), (anchor_x, anchor_y) = positions["deal/new"], known["company/7"]
    assert abs(x - anchor_x) + abs(y - anchor_y) < 900


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_tiny_pictures(count: int) -> None:
    assert len(lay_out(chain("a", count))) == count


def test_a_loop_does_no_harm() -> None:
    one = GraphNode("a/1", "Deal", {"name": "A"})
    assert list(lay_out(Subgraph((one,), (edge("a/1", "a/1"),)))) == ["a/1"]


def test_large_pictures_are_spread_without_captions() -> None:
    subgraph = hub_and_spokes(400)

    positions = lay_out(subgraph)

    assert len(set(positions.values())) == 400
    xs, ys = zip(*positions.values(), strict=True)
    assert 0.5 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2 * ASPECT


def test_captions_are_short_and_free_of_control_signs() -> None:
    lines = break_caption("EXIM letter of interest, rare earths in the US").split("\n")

    assert len(lines) <= 2
    assert all(len(line) <= 18 for line in lines)
    assert make_one_line("a\u202eb\x00c\n d") == "abc d"
    assert break_caption("") == "·"


def hub_and_spokes(count: int) -> Subgraph:
    """A few hubs with many neighbours, as deals have them, and some cross links."""
    nodes = tuple(GraphNode(f"company/{i}", "Company", {"name": f"{NAMES[i % 5]} {i}"}) for i in range(count))
    links = [(i, i % 4 if i > 3 else 0) for i in range(1, count)] + [(i, i + 1) for i in range(5, count - 1, 4)]
    return Subgraph(nodes, tuple(edge(f"company/{a}", f"company/{b}") for a, b in links))


def chain(start: str, count: int) -> Subgraph:
    """That many nodes in a row; the first one's id is `start`."""
    ids = [start, *(f"{start}/{i}" for i in range(1, count))][:count]
    nodes = tuple(GraphNode(i, "Company", {"name": f"{NAMES[0]} {i}"}) for i in ids)
    return Subgraph(nodes, tuple(edge(a, b) for a, b in pairwise(ids)))


def joined(*parts: Subgraph) -> Subgraph:
    whole = Subgraph()
    for part in parts:
        whole = whole.with_(part)
    return whole


def edge(start: str, end: str) -> GraphEdge:
    return GraphEdge(f"{start}|PARTY_TO|{end}|signatory", "PARTY_TO", start, end, {"role": "signatory"})


def rectangles(subgraph: Subgraph, positions: Positions) -> dict[str, tuple[float, float, float, float]]:
    degrees = {n.id: sum(n.id in {e.start, e.end} for e in subgraph.edges if e.start != e.end) for n in subgraph.nodes}
    boxes = {n.id: measure_box(break_caption(n.name), find_node_size(degrees[n.id])) for n in subgraph.nodes}
    return {
        n: (x - boxes[n].half_width, y - boxes[n].above, x + boxes[n].half_width, y + boxes[n].below)
        for n, (x, y) in positions.items()
    }


def crossings(subgraph: Subgraph, positions: Positions) -> int:
    row = {n.id: i for i, n in enumerate(subgraph.nodes)}
    links = np.array([(row[e.start], row[e.end]) for e in subgraph.edges])
    return count_crossings(np.array([positions[n.id] for n in subgraph.nodes]), links)


def count_crossings(points: Any, links: Any) -> int:
    """Pairs of lines that cross, those that meet at a node left out."""

    def turns(a: Any, b: Any, c: Any) -> bool:
        return bool((b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]))

    return sum(
        turns(points[a], points[b], points[c]) != turns(points[a], points[b], points[d])
        and turns(points[c], points[d], points[a]) != turns(points[c], points[d], points[b])
        for (a, b), (c, d) in combinations(links.tolist(), 2)
        if len({a, b, c, d}) == 4
    )


def overlapping(subgraph: Subgraph, positions: Positions) -> list[tuple[str, str]]:
    frames = rectangles(subgraph, positions)
    return [
        (a, b)
        for (a, f), (b, g) in combinations(frames.items(), 2)
        if f[0] < g[2] and g[0] < f[2] and f[1] < g[3] and g[1] < f[3]
    ]
