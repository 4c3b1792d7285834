"""The entries of a log in words, as its history shows them. Plain text: whoever puts it on a page escapes it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.facets import Facet, Facets, read_asked
from cypher.facets.asked import read_list
from cypher.model import Model
from cypher.results import Subgraph
from explorer.render.leaf_bundles import find_bundles
from explorer.render.parallel_lines import group_lines
from explorer.render.picture_style import Aspect
from explorer.render.style_choices import MARKED_WORDS, TITLES, describe_choice
from explorer.shown_graph import ShownGraph
from explorer.state.action import Action
from explorer.state.actions import (
    COMMON,
    Add,
    ClearFilter,
    CloseBundle,
    CloseLines,
    Collapse,
    DrawUpTo,
    Expand,
    Filter,
    Hide,
    HideClaims,
    HideLabel,
    HideType,
    LayOut,
    Layout,
    MarkDisputes,
    Move,
    OpenBundle,
    OpenLines,
    Path,
    Pin,
    Restyle,
    ShowAgain,
    ShowClaims,
    ShowLabel,
    ShowOnly,
    ShowType,
    Surround,
    Unpin,
    Way,
    items_of,
)
from explorer.state.asked_steps import name_nodes
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose
from explorer.state.filter_words import NAMES, describe_asked
from explorer.state.log import Log
from explorer.state.log_text import write_actions
from explorer.state.scene import Scene
from explorer.state.seen import find_facets
from ledger.text import count_things, shorten

OPENING = "The opening picture"
NO_FACETS = Facets()
WORDS: Mapping[type[Action], str] = {
    Add: "added {name}",
    Expand: "expanded {name}{by}: {nodes}",
    Collapse: "collapsed {name}: {nodes} taken out",
    Hide: "hid {name}",
    ShowOnly: "showed only {name}{neighbours}: {nodes} hidden",
    ShowAgain: "showed {name} again",
    HideLabel: "hid all {kind}",
    ShowLabel: "showed {kind} again",
    HideType: "hid all {type}",
    ShowType: "showed {type} again",
    Pin: "pinned {name}",
    Unpin: "unpinned {name}",
    Move: "moved {name}",
    OpenLines: "drew the parallel relationships of {name} one by one",
    CloseLines: "drew the parallel relationships of {name} as one line",
    OpenBundle: "drew {name} one by one",
    CloseBundle: "drew {name} as one mark",
    LayOut: "laid out by {layout}",
    DrawUpTo: "let the picture grow to {most} nodes",
    Restyle: "drew: {drawn}",
    MarkDisputes: "marked of the disagreements: {marked}",
    ShowClaims: "showed claims and readings of {name}: {nodes}",
    HideClaims: "took claims and readings of {name} out: {nodes}",
    Filter: "filtered by {filter}",
    ClearFilter: "took the filter {filter} away",
    Path: "{looked} {what}{walks}: {nodes}{hidden}",
    Surround: "showed what is within {depth} of {name}{walks}: {nodes}",
}
LAYOUTS = {Layout.FORCE: "ties", Layout.HIERARCHY: "who funds whom"}
MOST_NAMED = 2
"""Of several things so many are named, and the rest counted."""


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
        if isinstance(action, Path):
            names.update(name_nodes(_here, action.ends))
        facets = find_facets(_here, scene, composed) if isinstance(action, Filter) else Facets()
        words.append(describe_action(action, names, _here.model, composed, facets))
    return tuple(words)


def describe_action(
    action: Action, names: Mapping[str, str], model: Model, composed: Composition, facets: Facets = NO_FACETS
) -> str:
    """One action in words; `composed` is the picture after it, `facets` its own."""
    label, type_ = (str(getattr(action, field, "")) for field in ("label", "type"))
    items = items_of(action)
    return WORDS[type(action)].format(
        name=_name_all(items, names),
        neighbours=" and its neighbours" if len(items) == 1 else "",
        layout=LAYOUTS[action.kind] if isinstance(action, LayOut) else "",
        most=f"{getattr(action, 'most', 0):,}",
        nodes="1 node" if composed.change == 1 else f"{composed.change:,} nodes",
        kind=model.plural(label).lower(),
        type=f"“{model.reads(type_)}”",
        drawn=_describe_style(action),
        marked=MARKED_WORDS[action.which] if isinstance(action, MarkDisputes) else "",
        by=f" by “{describe_ties(type_, str(getattr(action, 'way', '')), model)}”" if type_ else "",
        filter=_describe_filter(action, facets),
        what=_describe_path(action, names) if isinstance(action, Path) else "",
        hidden=" hidden" if getattr(action, "alone", 0) else "",
        looked="showed only" if getattr(action, "alone", 0) else "looked for",
        walks=_describe_walks(str(getattr(action, "by", ""))),
        depth=count_things(int(getattr(action, "depth", 0)), "step"),
    )


def _name_all(items: Sequence[str], names: Mapping[str, str]) -> str:
    named = [shorten(names.get(item, item)) for item in items]
    if len(named) > MOST_NAMED + 1:
        named = [*named[:MOST_NAMED], f"{len(named) - MOST_NAMED:,} more"]
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:]))) or "all"


def _describe_style(action: Action) -> str:
    """A choice with what it is about: "size of nodes by USD, committed"."""
    if not isinstance(action, Restyle):
        return ""
    aspect = Aspect(action.aspect)
    return f"{TITLES[aspect].lower()} {describe_choice(aspect, action.choice)}"


def _describe_filter(action: Action, facets: Facets) -> str:
    if isinstance(action, Filter):
        asked = read_asked(action.facet, action.value)
        return describe_asked(asked, facets) if asked else action.facet
    facet = str(getattr(action, "facet", ""))
    return f"by {NAMES[Facet(facet)].lower()}" if facet in tuple(Facet) else "by everything"


def _describe_path(action: Path, names: Mapping[str, str]) -> str:
    ends = " and ".join(shorten(names.get(end, end)) for end in action.ends)
    if action.longer == COMMON:
        return f"what {ends} have in common"
    longer = f", up to {count_things(action.longer, 'step')} longer than the shortest" if action.longer else ""
    through = ", through what the filters let pass" if action.only else ""
    return f"paths between {ends}{longer}{through}"


def _describe_walks(by: str) -> str:
    return f" by {', '.join(read_list(by))}" if by else ""


def describe_ties(type_: str, way: str, model: Model) -> str:
    """Relationships of a type as they are followed from a node: "funds", or "funds (towards it)" against them."""
    return f"{model.reads(type_)} (towards it)" if way == Way.IN else model.reads(type_)


def _name_items(subgraph: Subgraph, model: Model) -> dict[str, str]:
    names = {n.id: model.name_of(n) for n in subgraph.nodes}
    edges = {e.id: f"{names[e.start]} {model.reads(e.type)} {names[e.end]}" for e in subgraph.edges}
    lines = {
        line: f"{names[some[0].start]} and {names[some[0].end]}" for line, some in group_lines(subgraph.edges).items()
    }
    bundles = {b.id: f"{b.name(model)} ({b.says(names[b.hub], model)})" for b in find_bundles(subgraph)}
    return names | edges | lines | bundles
