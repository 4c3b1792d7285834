"""Who funds whom, from left to right: money comes from the first columns, goes through deals, and ends in the last."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import ceil

import networkx as nx

from cypher.results import Subgraph
from explorer.render.caption_placement import MARGIN, Rooms
from explorer.render.layout import ASPECT, Positions, give_way, measure_rooms

MONEY = ("FUNDS", "GOES_TO")
"""The relationships along which money goes, each the way that it points."""
BETWEEN_COLUMNS = 70.0
"""Pixels for lines and their arrows between the columns of two steps."""
SWEEPS = 8
HEIGHTS = 40
"""Heights of the frame that are tried."""


def lay_out_hierarchy(subgraph: Subgraph, pinned: Positions | None = None, aspect: float = ASPECT) -> Positions:
    """A position for every node, in pixels at zoom 1; the same input always gives the same picture.

    A node stands to the right of whoever pays for it, as far as money does not go in circles; who gets and gives none
    stands beside what it is tied to. `pinned` nodes stay, and the others give way. `aspect`: width divided by height.
    """
    rooms = measure_rooms(subgraph)
    columns = _order_columns(subgraph, find_steps(subgraph))
    placed = _stack(columns, rooms, aspect)
    return give_way(subgraph, placed, pinned) if pinned else placed


def find_steps(subgraph: Subgraph) -> dict[str, int]:
    """How many steps of money lie before each node at most; nodes without money count from their neighbours."""
    flows: nx.DiGraph[str] = nx.DiGraph()
    flows.add_edges_from(sorted((e.start, e.end) for e in subgraph.edges if e.type in MONEY and e.start != e.end))
    circles = nx.condensation(flows)
    steps: dict[int, int] = {}
    for circle in nx.topological_sort(circles):
        steps[circle] = max((steps[before] + 1 for before in circles.predecessors(circle)), default=0)
    found = {node: steps[circle] for circle in circles for node in circles.nodes[circle]["members"]}
    return _spread(subgraph, found)


def _spread(subgraph: Subgraph, known: Mapping[str, int]) -> dict[str, int]:
    """The steps of the others, outwards from those that are known: one before what they point at, one after what points
    at them; after all others where nothing ties them."""
    found, edges = dict(known), sorted(subgraph.edges, key=lambda e: e.id)
    if not found and edges:
        found[max(sorted(n.id for n in subgraph.nodes), key=lambda n: sum(n in (e.start, e.end) for e in edges))] = 1
    while True:
        new: dict[str, int] = {}
        for e in edges:
            if e.start in found and e.end not in found:
                new[e.end] = max(new.get(e.end, 0), found[e.start] + 1)
            elif e.end in found and e.start not in found:
                new[e.start] = max(new.get(e.start, 0), found[e.end] - 1, 0)
        if not new:
            break
        found |= new
    last = max(found.values(), default=-1) + 1
    return {n.id: found.get(n.id, last) for n in subgraph.nodes}


def _order_columns(subgraph: Subgraph, steps: Mapping[str, int]) -> list[list[str]]:
    """The nodes of each step, those with near neighbours near each other, so that fewer lines cross."""
    near: dict[str, set[str]] = defaultdict(set)
    for e in subgraph.edges:
        if e.start != e.end:
            near[e.start].add(e.end)
            near[e.end].add(e.start)
    by_step: dict[int, list[str]] = defaultdict(list)
    for node in sorted(steps):
        by_step[steps[node]].append(node)
    columns = [by_step[step] for step in sorted(by_step)]
    places = _place_evenly(columns)
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            own = {n: _mean([places[m] for m in near[n]], places[n]) for n in column}
            column.sort(key=lambda n: (own[n], n))
            places |= _place_evenly([column])
    return columns


def _place_evenly(columns: Sequence[Sequence[str]]) -> dict[str, float]:
    return {node: (i + 0.5) / len(column) for column in columns for i, node in enumerate(column)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _stack(columns: Sequence[Sequence[str]], rooms: Rooms, aspect: float) -> Positions:
    """Columns side by side, long ones broken into several, in the frame of that aspect that is smallest."""
    total = sum(_height(n, rooms) for column in columns for n in column)
    tallest = max((_height(n, rooms) for column in columns for n in column), default=1.0)
    limits = [max(tallest, total * (i + 1) / HEIGHTS) for i in range(HEIGHTS)]
    stacked = [_stack_up_to(columns, rooms, limit) for limit in limits]
    placed, _, _ = min(stacked, key=lambda s: (max(s[2], s[1] / aspect), s[1]))
    return placed


def _stack_up_to(columns: Sequence[Sequence[str]], rooms: Rooms, limit: float) -> tuple[Positions, float, float]:
    """Positions around 0,0 with columns no higher than the limit, and the width and height of it all."""
    placed: Positions = {}
    left = highest = 0.0
    for column in columns:
        for part in _break(column, rooms, limit):
            width = 2 * max(rooms[n].half_width for n in part) + MARGIN[0]
            height = sum(_height(n, rooms) for n in part)
            top = -height / 2
            for n in part:
                placed[n] = (round(left + width / 2, 1), round(top + rooms[n].above + MARGIN[1] / 2, 1))
                top += _height(n, rooms)
            left, highest = left + width, max(highest, height)
        left += BETWEEN_COLUMNS
    width = left - BETWEEN_COLUMNS if columns else 0.0
    return {n: (round(x - width / 2, 1), y) for n, (x, y) in placed.items()}, width, highest


def _break(column: Sequence[str], rooms: Rooms, limit: float) -> list[list[str]]:
    """A column as several of about the same height, none much higher than the limit; rows stay in order."""
    height = sum(_height(n, rooms) for n in column)
    count = max(1, ceil(height / limit))
    parts: list[list[str]] = [[] for _ in range(count)]
    for i, node in enumerate(column):  # in turn, so that neighbours stay at the same height
        parts[i % count].append(node)
    return [part for part in parts if part]


def _height(node: str, rooms: Rooms) -> float:
    return rooms[node].above + rooms[node].below + MARGIN[1]
