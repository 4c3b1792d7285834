"""A network handed to others: a graph for networkx, a picture for pyvis, a page of its own, a frame in a notebook."""

import base64
import gzip
from collections.abc import Mapping
from html import escape
from typing import Any

import networkx as nx
from pyvis.network import Network as PyvisNetwork

from cypher.evidence import CitedPassage
from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.standalone_html import REMOTE, write_standalone_html

Cited = Mapping[str, tuple[CitedPassage, ...]]
"""Passages by id."""
FRAME_HEIGHT = "520px"

# the drawing library is most of a page: packed, a notebook with a picture stays a quarter of the size
UNPACK = """<!DOCTYPE html><meta charset="utf-8"><script>
(async () => {
  const packed = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
  const page = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(page).text();
  document.open(); document.write(text); document.close();
})();
</script>"""


def make_networkx(subgraph: Subgraph, title: str, passages: Cited) -> "nx.MultiDiGraph[str]":
    """Every node and relationship with its properties, its `label` or `type`, and its `evidence` as plain values."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=title, truncated=subgraph.truncated)
    made.add_nodes_from((n.id, {**_collect_attributes(n, passages), "label": n.label}) for n in subgraph.nodes)
    for edge in subgraph.edges:
        attributes = {**_collect_attributes(edge, passages), "type": edge.type}
        made.add_edges_from([(edge.start, edge.end, edge.id, attributes)])  # type: ignore[list-item]  # the stubs lack keys
    return made


def _collect_attributes(thing: GraphNode | GraphEdge, passages: Cited) -> dict[str, Any]:
    says = thing.properties.get("paraphrase")
    cited = (p for i in thing.texts("evidence") for p in passages.get(i, ()))
    return {**thing.properties, "evidence": [_passage_as_dict(p, says) for p in cited]}


def _passage_as_dict(passage: CitedPassage, says: str | None) -> dict[str, Any]:
    return {
        "source": passage.article,
        "line": passage.line,
        "sentence": passage.sentence,
        "origin": passage.origin,
        "paraphrase": says,
        "passage": passage.id,
    }


class InlineNetwork(PyvisNetwork):  # type: ignore[misc]  # pyvis has no types
    """pyvis's network, whose pages hold all that they need: pyvis would load a style sheet from elsewhere."""

    def generate_html(self, *arguments: Any, **options: Any) -> str:
        """The page as pyvis writes it, without what it would load from other machines."""
        page: str = super().generate_html(*arguments, **options)
        return REMOTE.sub(lambda found: found["inline"] or "", page)

    def _repr_html_(self) -> str:
        return frame_page(self.generate_html(), "network", f"calc({self.height} + 24px)")


def make_pyvis(subgraph: Subgraph, model: Model, height: str) -> InlineNetwork:
    """The picture in the explorer's colours and places, free to be changed further; `height` as CSS has it."""
    drawn = draw_picture(subgraph, lay_out(subgraph), model).network
    made = InlineNetwork(height=height, directed=True, bgcolor=drawn.bgcolor, cdn_resources="in_line")
    made.options = drawn.options
    made.nodes, made.node_ids, made.node_map = drawn.nodes, drawn.node_ids, drawn.node_map
    made.edges = drawn.edges
    return made


def make_html(subgraph: Subgraph, model: Model, title: str, note: str) -> str:
    """The page that the explorer's own export gives."""
    return write_standalone_html(draw_picture(subgraph, lay_out(subgraph), model), title, note)


def frame_page(page: str, title: str, height: str = FRAME_HEIGHT) -> str:
    """A frame that shows a page in a notebook; its scripts run as those of a stranger, without a way out of it."""
    packed = base64.b64encode(gzip.compress(page.encode(), mtime=0)).decode()
    style = f"width:100%;height:{height};border:1px solid #ddd"
    return (
        f'<iframe sandbox="allow-scripts" title="{escape(title)}" style="{escape(style)}" '
        f'srcdoc="{escape(UNPACK % packed)}"></iframe>'
    )
