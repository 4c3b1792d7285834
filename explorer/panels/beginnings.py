"""Where to begin for who sees the picture for the first time, as far as these records have it: nodes, and scenes."""

from collections.abc import Callable

import streamlit as st

from cypher.guide import Beginning, SuggestedScene
from cypher.network import present
from explorer.markdown import escape
from explorer.panels.search import seek
from explorer.shown_graph import ShownGraph
from explorer.state.suggested import list_actions_of


def show_beginnings(here: ShownGraph, ask: Callable[..., None]) -> None:
    """Nodes to begin at, and pictures worth seeing; `ask` is called with the actions that a picture takes."""
    beginnings, scenes = _read_beginnings(here.graph.server.uri, here.data_set.key, here)
    if beginnings or scenes:
        st.caption("Good places to begin")
    for at, beginning in enumerate(beginnings):
        _show(beginning.title, f"begin-{at}", ":material/arrow_forward:", seek, beginning.node)
    for at, scene in enumerate(scenes):
        _show(scene.title, f"scene-{at}", ":material/route:", ask, *list_actions_of(scene))


def _show(title: str, key: str, icon: str, follow: Callable[..., None], *given: object) -> None:
    st.button(escape(title), key=key, on_click=follow, args=given, type="tertiary", icon=icon)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_beginnings(
    uri: str, version: str, _here: ShownGraph
) -> tuple[tuple[Beginning, ...], tuple[SuggestedScene, ...]]:
    guide = _here.guide
    named = [*(b.node for b in guide.beginnings), *(node for scene in guide.scenes for node in scene.nodes)]
    there = present(_here.graph, named, _here.data_set.name, _here.model)
    scenes = (s for s in guide.scenes if there.issuperset(s.nodes) and list_actions_of(s))
    return tuple(b for b in guide.beginnings if b.node in there), tuple(scenes)
