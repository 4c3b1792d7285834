"""All short paths between some nodes: the shortest of each pair, and those that are a little longer, in order."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice, pairwise

from cypher.paths.walk import LONGEST, Ground, Walked, Walker
from cypher.results import Subgraph

MOST_ENDS = 5
MOST_ROUTES = 40
"""Paths between two nodes that are told; the shortest first."""
MOST_LONGER = 2
"""By so many relationships a path may be longer than the shortest of its pair."""

Beside = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True)
class Route:
    """A path: its nodes in order, and between each and the next one the relationships that tie them."""

    nodes: tuple[str, ...]
    ties: tuple[tuple[str, ...], ...]

    @property
    def length(self) -> int:
        """How many steps it has."""
        return len(self.ties)


@dataclass(frozen=True)
class Routes:
    """What was found between some nodes, with all that it is made of.

    `cut`: pairs between which there are more paths than are told. `unjoined`: pairs between which there is none of at
    most `LONGEST` steps, as far as was looked. `crowded`: nodes of which not all ties were followed. `is_cut`: the walk
    ended early.
    """

    routes: tuple[Route, ...] = ()
    subgraph: Subgraph = field(default_factory=Subgraph)
    cut: tuple[tuple[str, str], ...] = ()
    unjoined: tuple[tuple[str, str], ...] = ()
    crowded: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def is_bounded(self) -> bool:
        """Whether there may be more than was found, since not everything was looked at."""
        return self.is_cut or bool(self.crowded)


def find_routes(ground: Ground, ends: Iterable[str], longer: int = 0) -> Routes:
    """The paths between every two of some nodes, that do not pass another of them; `longer`: than the shortest by so
    many steps. The same for everybody who asks the same of the same records. Raises what the graph raises."""
    chosen = tuple(dict.fromkeys(ends))[:MOST_ENDS]
    pairs = list(combinations(chosen, 2))
    walker = Walker(ground, chosen)
    walked, reach = walker.walked, 0
    while walker.can_go_on and 2 * reach < LONGEST:
        walker.step()
        reach += 1
        if all(_is_settled(walked, pair, 2 * reach, longer, chosen) for pair in pairs):
            break
    routes: list[Route] = []
    cut: list[tuple[str, str]] = []
    unjoined: list[tuple[str, str]] = []
    for pair in pairs:
        found = list(islice(_list_routes(walked, pair, longer, chosen), MOST_ROUTES + 1))
        routes += found[:MOST_ROUTES]
        cut += [pair] if len(found) > MOST_ROUTES else []
        unjoined += [] if found else [pair]
    return Routes(
        tuple(routes),
        make_subgraph(walked, routes),
        tuple(cut),
        tuple(unjoined),
        tuple(sorted(walked.crowded)),
        walked.is_cut,
    )


def make_subgraph(walked: Walked, routes: Iterable[Route]) -> Subgraph:
    """All nodes and relationships of some paths."""
    told = list(routes)
    nodes = dict.fromkeys(node for route in told for node in route.nodes)
    edges = dict.fromkeys(tie for route in told for ties in route.ties for tie in ties)
    return Subgraph(tuple(walked.nodes[n] for n in nodes), tuple(walked.edges[e] for e in edges))


def _is_settled(walked: Walked, pair: tuple[str, str], covered: int, longer: int, ends: Iterable[str]) -> bool:
    """Whether every path that will be told is within what was walked already."""
    shortest = _measure(walked.beside, pair[1], _others(pair, ends)).get(pair[0])
    return shortest is not None and shortest + longer <= covered


def _list_routes(walked: Walked, pair: tuple[str, str], longer: int, ends: Iterable[str]) -> Iterator[Route]:
    """The paths of a pair, the shortest first, then by their nodes."""
    others = _others(pair, ends)
    left = _measure(walked.beside, pair[1], others)
    shortest = left.get(pair[0])
    if shortest is None:
        return
    for length in range(shortest, min(shortest + longer, LONGEST) + 1):
        for nodes in _walk_exactly(walked.beside, (pair[0],), pair[1], length, left):
            yield Route(nodes, tuple(tuple(sorted(walked.beside[a][b])) for a, b in pairwise(nodes)))


def _walk_exactly(
    beside: Beside, so_far: tuple[str, ...], end: str, steps: int, left: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """Paths that go on in exactly so many steps to the end, and come to no node twice."""
    if not steps:
        if so_far[-1] == end:
            yield so_far
        return
    for node in sorted(beside.get(so_far[-1], {})):
        if node in so_far or left.get(node, LONGEST + 1) > steps - 1 or (node == end and steps > 1):
            continue
        yield from _walk_exactly(beside, (*so_far, node), end, steps - 1, left)


def _measure(beside: Beside, end: str, without: frozenset[str]) -> dict[str, int]:
    """How many steps every node is from the end, past none of some others."""
    far, queue = {end: 0}, deque([end])
    while queue:
        node = queue.popleft()
        for other in beside.get(node, {}):
            if other not in far and other not in without:
                far[other] = far[node] + 1
                queue.append(other)
    return far


def _others(pair: tuple[str, str], ends: Iterable[str]) -> frozenset[str]:
    return frozenset(ends) - {*pair}
