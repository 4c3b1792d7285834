"""What two or more nodes have in common: nodes to which each of them is tied."""

from collections.abc import Iterable

from cypher.paths.route import MOST_ENDS, Route, Routes, make_subgraph
from cypher.paths.walk import Ground, Walker


def find_common(ground: Ground, ends: Iterable[str]) -> Routes:
    """The neighbours that all of some nodes share, each as a route of that node alone, with the ties to each of them.

    Those with the most ties to them come first. Raises what the graph raises.
    """
    chosen = tuple(dict.fromkeys(ends))[:MOST_ENDS]
    walker = Walker(ground, chosen)
    if len(chosen) < 2 or not walker.can_go_on:
        return Routes()
    walker.step()
    walked = walker.walked
    shared = set.intersection(*(set(walked.beside.get(end, {})) for end in chosen)) - {*chosen}
    found = [Route((node,), tuple(tuple(sorted(walked.beside[node][end])) for end in chosen)) for node in shared]
    found.sort(key=lambda route: (-sum(map(len, route.ties)), route.nodes))
    with_ends = [Route((*route.nodes, *chosen), route.ties) for route in found]
    return Routes(
        tuple(found),
        make_subgraph(walked, with_ends),
        crowded=tuple(sorted(walked.crowded)),
        is_cut=walked.is_cut,
    )
