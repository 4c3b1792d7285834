"""The canvas and a small panel on a page of their own, for a made-up network of any size: no graph, no records.

`python -m benchmarks.network_view_app PORT` serves it; `?nodes=1000` says how many.
"""

import sys
from pathlib import Path

import networkx as nx
import streamlit as st

from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.canvas import Offers, accept_news, read_news, show_canvas
from explorer.canvas.picture_route import make_picture_route
from explorer.canvas.picture_store import get_picture_store
from explorer.render.layout import lay_out
from explorer.render.picture import Picture, draw_picture
from explorer.serve import OPTIONS
from explorer.state.scene import Scene

NAMES = ("Orion Critical Minerals Consortium", "Letter of interest, rare earths", "Export-Import Bank", "Peru")
KEY = "measured"


def make_network(nodes: int) -> Subgraph:
    """Scale-free, two relationships a node, the same every time."""
    links = nx.barabasi_albert_graph(nodes, 2, seed=1).edges
    companies = tuple(GraphNode(f"company/{i}", "Company", {"name": f"{NAMES[i % 4]} {i}"}) for i in range(nodes))
    return Subgraph(companies, tuple(_tie(f"company/{a}", f"company/{b}") for a, b in links))


def _tie(start: str, end: str) -> GraphEdge:
    return GraphEdge(f"{start}|PARTY_TO|{end}|signatory", "PARTY_TO", start, end, {"role": "signatory"})


@st.cache_resource(show_spinner=False)
def _draw(nodes: int) -> tuple[Subgraph, Picture]:
    network = make_network(nodes)
    return network, draw_picture(network, lay_out(network), built_in_model())


@st.fragment
def _show(nodes: int) -> None:
    network, picture = _draw(nodes)
    news = read_news(KEY)
    if news.is_new:
        st.session_state.selected = news.selected
        accept_news(KEY, news)
    selected = st.session_state.get("selected")
    left, right = st.columns([2.6, 1])
    with left:
        show_canvas(
            picture,
            Scene(),
            selected,
            {"title": "A made-up network", "source": ""},
            key=KEY,
            offers=Offers(actions=["hide"]),
        )
    with right:
        node = network.node(selected) if selected else None
        st.markdown(f"#### {node.name if node else 'Nothing selected'}")
        for edge in [e for e in network.edges if selected in (e.start, e.end)][:20]:
            st.markdown(f"{edge.start} is party to {edge.end}")


def main(port: str) -> None:
    """Serve it until the process is stopped."""
    options = {**OPTIONS, "server.port": int(port), "server.address": "127.0.0.1"}
    st.App(Path(__file__), routes=[make_picture_route(get_picture_store())]).run(config=options)


if st.runtime.exists():  # as the page's script, which Streamlit runs under the same name
    st.set_page_config(layout="wide")
    _show(int(st.query_params.get("nodes", "100")))
elif __name__ == "__main__":
    main(sys.argv[1])
