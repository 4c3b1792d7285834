"""What a picture leaves out, how many of each kind, and how to get them."""

from urllib.parse import urlencode

import streamlit as st

from cypher.model import Model
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from explorer.state.composed_steps import Composition, LeftOut
from explorer.state.scene import GATHERED


def show_left_out(here: ShownGraph, composed: Composition) -> None:
    """Lines above the picture; nothing where it is the whole."""
    for text in composed.told:
        st.info(escape(text), icon=":material/route:")
    left_out = composed.left_out
    if left_out is None or not left_out.count:
        return
    if not left_out.nodes:
        st.caption(_describe_opening(left_out, here.model))
        return
    node = composed.subgraph.node(left_out.nodes[0])
    name = node.name if node else left_out.nodes[0]
    several = f"{name} and {len(left_out.nodes) - 1} more" if len(left_out.nodes) > 1 else name
    st.info(_describe_step(left_out, several, here, composed.most), icon=":material/content_cut:")


def _describe_opening(left_out: LeftOut, model: Model) -> str:
    begins = "what has most relationships in the overview" if left_out.is_sample else "an overview"
    return (
        f"The picture begins with {begins} and leaves out {_list_counts(left_out, model)}. "
        "Search for one by name, double-click a node for its neighbours, or list them with a saved query."
    )


def _describe_step(left_out: LeftOut, name: str, here: ShownGraph, most: int) -> str:
    limit = f"The picture is filled up to {most:,} nodes: another limit is beside it."
    text = (
        f"{left_out.added} neighbours of {escape(name)} were added, the most important first: "
        "what has a figure of money, then what is disputed, then what has most relationships. "
        f"Left out: {_list_counts(left_out, here.model)}. {_name_again(left_out, here.model)} again for the next ones"
    )
    if len(left_out.nodes) > 1 or left_out.nodes[0].startswith(GATHERED):
        return f"{text}. {limit}"
    query = urlencode(name_data_set(here, {"query": "neighbours", "p.node": left_out.nodes[0]}))
    return f"{text}, or see [all of them as a list](queries?{query}). {limit}"


def _name_again(left_out: LeftOut, model: Model) -> str:
    if len(left_out.nodes) > 1:
        return "Expand them"
    return f"Expand it by “{escape(model.reads(left_out.type))}”" if left_out.type else "Double-click it"


def _list_counts(left_out: LeftOut, model: Model) -> str:
    counts = sorted(left_out.by_label.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {escape(_name_kind(label, count, model))}" for label, count in counts)


def _name_kind(label: str, count: int, model: Model) -> str:
    return label.lower() if count == 1 else model.plural(label).lower()
