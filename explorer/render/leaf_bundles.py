"""Leaves of one node, of one kind and tied in one way, which may be drawn as one mark: which they are, and in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.picture_types import BundlePayload, Point
from explorer.render.style import darken, find_node_size, is_gathered, lighten
from explorer.render.theme import find_appearance

FEWEST = 3
"""Fewer leaves than this are no crowd."""

Tie: TypeAlias = tuple[str, str]
"""A type, and "in" where it points at the hub, else "out"."""


@dataclass(frozen=True)
class LeafBundle:
    """Nodes of one label that have no neighbour in the picture but the hub, and the same types of relationships to it.

    `id` is no node's: its first and third part are the hub's, as a relationship's would be.
    """

    id: str
    hub: str
    label: str
    members: tuple[GraphNode, ...]
    ties: tuple[Tie, ...]

    @property
    def is_inward(self) -> bool:
        """Whether its relationships point at the hub."""
        return all(way == "in" for _, way in self.ties)

    def name(self, model: Model) -> str:
        """What the mark is called: "12 countries"."""
        return f"{len(self.members)} {model.plural(self.label).lower()}"

    def words(self, model: Model) -> str:
        """How its leaves are tied to the hub, by its types: "attends, hosts"."""
        return ", ".join(model.reads(name) for name, _ in self.ties)

    def says(self, hub: str, model: Model) -> str:
        """The same as a sentence's end: "each attends the Ministerial", "EXIM funds each"."""
        told = (
            f"each {model.reads(name)} {hub}" if way == "in" else f"{hub} {model.reads(name)} each"
            for name, way in self.ties
        )
        return ", ".join(told)


def find_bundles(subgraph: Subgraph) -> tuple[LeafBundle, ...]:
    """All leaves of a picture that may be drawn as one mark, by what they hang on."""
    ties: dict[str, list[GraphEdge]] = defaultdict(list)
    for edge in subgraph.edges:
        for end in {edge.start, edge.end}:
            ties[end].append(edge)
    found: dict[tuple[str, str, tuple[Tie, ...]], list[GraphNode]] = defaultdict(list)
    for node in subgraph.nodes:
        others = {end for e in ties[node.id] for end in (e.start, e.end)} - {node.id}
        loops = any(e.start == e.end for e in ties[node.id])
        if len(others) == 1 and not loops and not is_gathered(node) and node.label:
            own = {(e.type, "in" if e.start == node.id else "out") for e in ties[node.id]}
            found[others.pop(), node.label, tuple(sorted(own))].append(node)
    return tuple(
        LeafBundle(_name_bundle(hub, label, own), hub, label, tuple(sorted(nodes, key=lambda n: n.id)), own)
        for (hub, label, own), nodes in sorted(found.items())
        if len(nodes) >= FEWEST
    )


def find_bundle(subgraph: Subgraph, bundle: str | None) -> LeafBundle | None:
    """The bundle of that id in a picture, if there is one."""
    return next((b for b in find_bundles(subgraph) if b.id == bundle), None) if bundle else None


def describe_bundle(bundle: LeafBundle, hub: str, positions: Mapping[str, Point], model: Model) -> BundlePayload:
    """For the component. The mark stands where the leaf nearest their middle would, so that it lies on nothing."""
    places = [positions[n.id] for n in bundle.members]
    middle = (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))
    x, y = min(places, key=lambda p: ((p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2, p))
    drawn = find_appearance(bundle.label, model)
    fill, border = lighten(drawn.colour, 0.45), darken(drawn.colour, 0.72)
    colour = {"background": fill, "border": border}
    return {
        "id": bundle.id,
        "hub": bundle.hub,
        "kind": bundle.label,
        "plural": model.plural(bundle.label).lower(),
        "members": [n.id for n in bundle.members],
        "words": bundle.words(model),
        "says": bundle.says(hub, model),
        "inward": bundle.is_inward,
        "x": x,
        "y": y,
        "look": {
            "shape": drawn.shape,
            "size": find_node_size(len(bundle.members)) + 4,
            "color": {**colour, "highlight": colour, "hover": colour},  # type: ignore[typeddict-item]
            "borderWidth": 4.0,
            "shapeProperties": {"borderDashes": False},
        },
    }


def _name_bundle(hub: str, label: str, ties: tuple[Tie, ...]) -> str:
    return f"{hub}|{','.join(f'{name}.{way}' for name, way in ties)}|{hub}|leaves.{label}"
