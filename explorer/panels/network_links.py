"""Links to the network in which what a page names is brought in and selected."""

from collections.abc import Iterable

from cypher.model import Model
from explorer.markdown import escape, link_to_page
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from ledger.ids import is_node_id

NETWORK = ""
"""The network's place in the address."""


def link_to_network(here: ShownGraph, text: str, selected: str, nodes: Iterable[str]) -> str:
    """A text as a link to the network with some nodes brought in and one thing selected; as text where one of them
    has no place there."""
    brought = tuple(dict.fromkeys(nodes))
    if not all(_is_drawn(here.model, node) for node in brought):
        return escape(text)
    steps = ",".join(f"add:{node}" for node in brought)
    return link_to_page(text, NETWORK, name_data_set(here, {"node": selected, "steps": steps}))


def _is_drawn(model: Model, node: str) -> bool:
    """Whether a node of this id has a place in the network."""
    found = model.find_label_of_id(node)
    return is_node_id(node) and found is not None and found.label in model.fact_labels
