"""What of a composition is to be seen: without what is hidden, filtered away, or not drawn since only others are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from cypher.facets import Facets, Sifted, read_facets, sift
from cypher.results import Subgraph
from explorer.shown_graph import ShownGraph
from explorer.state.composed_steps import Composition
from explorer.state.filters import write_filters
from explorer.state.log_text import write_actions
from explorer.state.scene import Scene


@dataclass(frozen=True)
class Seen:
    """`subgraph`: what is seen, which tables and exports hold. `hidden_nodes`, `hidden_edges`: how many of the picture
    are not. `sifted`: what the filters leave out, `away`: the ids of all that the canvas does not draw because of them
    or since only others are drawn. `edge_ids`: of all relationships of the picture."""

    subgraph: Subgraph
    hidden_nodes: int = 0
    hidden_edges: int = 0
    sifted: Sifted = field(default_factory=Sifted)
    away: frozenset[str] = frozenset()
    edge_ids: frozenset[str] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether nothing of the picture is out of sight."""
        return not self.hidden_nodes and not self.hidden_edges

    @property
    def is_nothing(self) -> bool:
        """Whether filters, hiding or both leave nothing of a picture that has something."""
        return not self.subgraph.nodes and bool(self.hidden_nodes)


def see(here: ShownGraph, scene: Scene, composed: Composition) -> Seen:
    """What is seen of a scene's composition. Raises what the graph raises."""
    sifted = sift(composed.subgraph, find_facets(here, scene, composed), scene.filters) if scene.filters else Sifted()
    away = composed.concealed | sifted.left_out
    return see_without(composed.subgraph, scene, away, sifted)


def see_without(
    shown: Subgraph, scene: Scene, away: frozenset[str] = frozenset(), sifted: Sifted | None = None
) -> Seen:
    """What a scene hides left out of a part of the graph, with what else is away."""
    gone = away.union(scene.hidden)
    nodes = tuple(n for n in shown.nodes if n.id not in gone and n.label not in scene.hidden_labels)
    ids = {n.id for n in nodes}
    edges = tuple(
        e
        for e in shown.edges
        if e.id not in gone and e.type not in scene.hidden_types and e.start in ids and e.end in ids
    )
    return Seen(
        Subgraph(nodes, edges, shown.truncated),
        len(shown.nodes) - len(nodes),
        len(shown.edges) - len(edges),
        sifted or Sifted(),
        away,
        frozenset(e.id for e in shown.edges),
    )


def find_facets(here: ShownGraph, scene: Scene, composed: Composition) -> Facets:
    """What the things of a composition have of each facet, those that are filtered away too."""
    return _find_facets(here.graph.server.uri, here.data_set.key, write_actions(scene.steps), here, composed)


def name_view(scene: Scene) -> str:
    """A text that differs whenever something else is in the picture, or else of it is seen, or is drawn otherwise."""
    parts: Mapping[str, object] = {
        "steps": write_actions(scene.steps),
        "hidden": scene.hidden,
        "labels": scene.hidden_labels,
        "types": scene.hidden_types,
        "filters": write_filters(scene.filters),
        "style": scene.style,
    }
    return repr(parts)


@st.cache_resource(show_spinner=False, max_entries=32)
def _find_facets(uri: str, version: str, told: str, _here: ShownGraph, _composed: Composition) -> Facets:
    return read_facets(_here.graph, _composed.subgraph, _here.data_set.name, _here.model)
