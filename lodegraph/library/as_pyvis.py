"""A network as a picture by pyvis, in the explorer's colours and places."""

from typing import Any

from pyvis.network import Network as PyvisNetwork

from explorer.render.layout import lay_out
from explorer.render.picture import draw
from explorer.render.standalone_html import REMOTE, standalone_html
from lodegraph.library.inline import framed
from lodegraph.library.network import Network


class InlineNetwork(PyvisNetwork):  # type: ignore[misc]  # pyvis has no types
    """pyvis's network, whose pages hold all that they need: pyvis would load a style sheet from elsewhere."""

    def generate_html(self, *arguments: Any, **options: Any) -> str:
        """The page as pyvis writes it, without what it would load from other machines."""
        page: str = super().generate_html(*arguments, **options)
        return REMOTE.sub(lambda found: found["inline"] or "", page)

    def _repr_html_(self) -> str:
        return framed(self.generate_html(), "network", f"calc({self.height} + 24px)")


def to_pyvis(network: Network, height: str) -> InlineNetwork:
    """The picture, free to be changed further; `height` as CSS has it."""
    drawn = draw(network.subgraph, lay_out(network.subgraph), network.model).network
    made = InlineNetwork(height=height, directed=True, bgcolor=drawn.bgcolor, cdn_resources="in_line")
    made.options = drawn.options
    made.nodes, made.node_ids, made.node_map = drawn.nodes, drawn.node_ids, drawn.node_map
    made.edges = drawn.edges
    return made


def to_html(network: Network, note: str) -> str:
    """The page that the explorer's own export gives."""
    return standalone_html(draw(network.subgraph, lay_out(network.subgraph), network.model), network.title, note)
