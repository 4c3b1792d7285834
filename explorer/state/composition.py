"""From a scene to a drawn picture: step by step, so that whoever repeats the steps sees the same positions."""

from dataclasses import replace
from itertools import chain

import streamlit as st

from cypher.mentions import Mentions, read_mentions
from explorer.render.picture import Picture, draw_picture
from explorer.render.picture_facts import PictureFacts
from explorer.render.picture_style import Style
from explorer.shown_graph import ShownGraph
from explorer.state.actions import (
    Collapse,
    DrawUpTo,
    HideClaims,
    LayOut,
    Path,
    ShowAgain,
    ShowClaims,
    ShowOnly,
    Surround,
    items_of,
)
from explorer.state.asked_steps import bring_paths, bring_surroundings
from explorer.state.claims_as_nodes import hide_claims, show_claims
from explorer.state.composed_steps import (
    Composition,
    bring_in,
    collapse,
    lay_out_anew,
    list_ids,
    open_picture,
    show_again,
    show_only,
)
from explorer.state.log_text import write_actions
from explorer.state.looked_up import read_picture_facts
from explorer.state.scene import Scene, Step


def compose(here: ShownGraph, scene: Scene) -> Composition:
    """The nodes, relationships and positions of a scene; the same for everybody who looks at the same records."""
    return _compose(here, scene.steps, write_actions(scene.steps), here.data_set.key, here.graph.server.uri)


def list_ever_shown(here: ShownGraph, scene: Scene) -> set[str]:
    """The ids of all nodes and relationships that were in the picture after any of its steps."""
    before = (compose(here, Scene(scene.steps[:at])).subgraph for at in range(len(scene.steps) + 1))
    return set(chain.from_iterable(map(list_ids, before)))


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(subgraph_key: str, style: Style, _here: ShownGraph, _composition: Composition) -> Picture:
    facts = _read_facts(subgraph_key, _here, _composition)
    return draw_picture(_composition.subgraph, _composition.positions, _here.model, style=style, facts=facts)


def draw_composition(here: ShownGraph, scene: Scene, composed: Composition) -> Picture:
    """The picture of a composition, drawn as the reader chose."""
    return _draw(name_picture(here, scene), scene.style, here, composed)


def find_facts(here: ShownGraph, scene: Scene, composed: Composition) -> PictureFacts:
    """What a composition is drawn by beside its own properties; of a part of it too."""
    return _read_facts(name_picture(here, scene), here, composed)


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_facts(subgraph_key: str, _here: ShownGraph, _composition: Composition) -> PictureFacts:
    return read_picture_facts(_here, _composition.subgraph)


def find_mentions(here: ShownGraph, scene: Scene, composed: Composition) -> Mentions:
    """What the tables below a composition mention."""
    return _read_mentions(name_picture(here, scene), here, composed)


def name_picture(here: ShownGraph, scene: Scene) -> str:
    """For caches: what a picture is made of, and what is shown beside it."""
    return f"{here.graph.server.uri} {here.data_set.key} {write_actions(scene.steps)}"


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_mentions(subgraph_key: str, _here: ShownGraph, _composition: Composition) -> Mentions:
    return read_mentions(_here.graph, _composition.subgraph, _here.data_set.name, _here.model)


@st.cache_resource(show_spinner=False, max_entries=256)
def _compose(_here: ShownGraph, _steps: tuple[Step, ...], told: str, version: str, uri: str) -> Composition:
    """Kept by the steps as text, in which each says what it is."""
    if not _steps:
        return open_picture(_here)
    before = _compose(_here, _steps[:-1], write_actions(_steps[:-1]), version, uri)
    match _steps[-1]:
        case ShowOnly() as only:
            return show_only(before, items_of(only))
        case LayOut() as laid_out:
            return lay_out_anew(before, laid_out)
        case ShowAgain(item):
            return show_again(before, item)
        case Collapse() as collapsed:
            return collapse(_here, _steps, before, frozenset(items_of(collapsed)))
        case DrawUpTo(most):
            return replace(before, most=most, change=0, told=())
        case ShowClaims(item):
            return show_claims(_here, before, item)
        case HideClaims():
            return hide_claims(_here, _steps, before)
        case Path() as asked:
            return bring_paths(_here, _steps, before, asked)
        case Surround() as asked:
            return bring_surroundings(_here, _steps, before, asked)
        case step:
            return bring_in(_here, _steps, before, step)
