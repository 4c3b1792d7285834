"""All that is within so many steps of a node, the nearest first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cypher.paths.walk import Ground, Walker

MOST_DEPTH = 3


@dataclass(frozen=True)
class Surroundings:
    """`steps`: by node, how many steps it is away; nearest first, then those with most ties to what was seen.

    `crowded`: nodes of which not all ties were followed. `is_cut`: the walk ended early.
    """

    steps: Mapping[str, int] = field(default_factory=dict)
    crowded: tuple[str, ...] = ()
    is_cut: bool = False


def find_surroundings(ground: Ground, node: str, depth: int) -> Surroundings:
    """The nodes within `depth` steps of a node, itself left out. Raises what the graph raises."""
    walker = Walker(ground, (node,))
    walked = walker.walked
    steps: dict[str, int] = {node: 0}
    for step in range(1, min(depth, MOST_DEPTH) + 1):
        if not walker.can_go_on:
            break
        walker.step()
        fresh = walked.nodes.keys() - steps.keys()
        steps |= dict.fromkeys(sorted(fresh, key=lambda n: (-len(walked.beside.get(n, {})), n)), step)
    del steps[node]
    return Surroundings(steps, tuple(sorted(walked.crowded)), walked.is_cut)
