"""The entries of a log in words, as its history shows them. Plain text: whoever puts it on a page escapes it."""

from collections.abc import Mapping

import streamlit as st

from cypher.model import Model
from cypher.results import Subgraph
from explorer.render.picture_style import Aspect
from explorer.render.style_choices import MARKED_WORDS, TITLES, describe_choice
from explorer.shown_graph import ShownGraph
from explorer.state.actions import (
    Action,
    Add,
    Collapse,
    Expand,
    Hide,
    HideClaims,
    HideLabel,
    HideType,
    MarkDisputes,
    Move,
    Pin,
    Restyle,
    ShowAgain,
    ShowClaims,
    ShowLabel,
    ShowOnly,
    ShowType,
    Unpin,
    Way,
)
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose
from explorer.state.log import Log
from explorer.state.log_text import write_actions
from explorer.state.scene import Scene
from ledger.text import shorten

OPENING = "The opening picture"
WORDS: Mapping[type[Action], str] = {
    Add: "added {name}",
    Expand: "expanded {name}{by}: {nodes}",
    Collapse: "collapsed {name}: {nodes} taken out",
    Hide: "hid {name}",
    ShowOnly: "showed only {name} and its neighbours: {nodes} hidden",
    ShowAgain: "showed {name} again",
    HideLabel: "hid all {kind}",
    ShowLabel: "showed {kind} again",
    HideType: "hid all {type}",
    ShowType: "showed {type} again",
    Pin: "pinned {name}",
    Unpin: "unpinned {name}",
    Move: "moved {name}",
    Restyle: "drew: {drawn}",
    MarkDisputes: "marked of the disagreements: {marked}",
    ShowClaims: "showed claims and readings of {name}: {nodes}",
    HideClaims: "took claims and readings of {name} out: {nodes}",
}


def describe_log(here: ShownGraph, log: Log) -> tuple[str, ...]:
    """Each entry in words, those that were taken back too: "expanded EXIM by “funds”: 4 nodes"."""
    return _describe(here.graph.server.uri, here.data_set.key, write_actions(log.entries), here, log)


@st.cache_resource(show_spinner=False, max_entries=128)
def _describe(uri: str, version: str, told: str, _here: ShownGraph, _log: Log) -> tuple[str, ...]:
    scene, names, words = Scene(), dict[str, str](), list[str]()
    names.update(_name_items(compose(_here, scene).subgraph, _here.model))
    for action in _log.entries:
        steps, scene = scene.steps, scene.after(action)
        composed = compose(_here, scene)
        if scene.steps != steps:
            names.update(_name_items(composed.subgraph, _here.model))
        words.append(describe_action(action, names, _here.model, composed))
    return tuple(words)


def describe_action(action: Action, names: Mapping[str, str], model: Model, composed: Composition) -> str:
    """One action in words; `composed` is the picture after it."""
    item, label, type_ = (str(getattr(action, field, "")) for field in ("item", "label", "type"))
    return WORDS[type(action)].format(
        name=shorten(names.get(item, item)) if item else "all",
        nodes="1 node" if composed.change == 1 else f"{composed.change:,} nodes",
        kind=model.plural(label).lower(),
        type=f"“{model.reads(type_)}”",
        drawn=_describe_style(action),
        marked=MARKED_WORDS[action.which] if isinstance(action, MarkDisputes) else "",
        by=f" by “{describe_ties(type_, str(getattr(action, 'way', '')), model)}”" if type_ else "",
    )


def _describe_style(action: Action) -> str:
    """A choice with what it is about: "size of nodes by USD, committed"."""
    if not isinstance(action, Restyle):
        return ""
    aspect = Aspect(action.aspect)
    return f"{TITLES[aspect].lower()} {describe_choice(aspect, action.choice)}"


def describe_ties(type_: str, way: str, model: Model) -> str:
    """Relationships of a type as they are followed from a node: "funds", or "funds (towards it)" against them."""
    return f"{model.reads(type_)} (towards it)" if way == Way.IN else model.reads(type_)


def _name_items(subgraph: Subgraph, model: Model) -> dict[str, str]:
    names = {n.id: model.name_of(n) for n in subgraph.nodes}
    edges = {e.id: f"{names[e.start]} {model.reads(e.type)} {names[e.end]}" for e in subgraph.edges}
    return names | edges
