"""The canvas on a Streamlit page: one component around vis-network, and what the reader did on it.

Its script and style lie in `lodegraph/assets/canvas/`, made from `frontend/`; `lodegraph/pyproject.toml` tells
Streamlit so, wherever the distribution is installed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from secrets import token_hex
from typing import Any, TypedDict

import streamlit as st

from cypher.status import DataSetState
from explorer.access.middleware import PICTURES
from explorer.canvas.file_store import FilePayload
from explorer.canvas.picture_store import get_picture_store
from explorer.render.caption_placement import make_one_line
from explorer.render.picture import Picture
from explorer.state.canvas_news import CanvasNews, ViewPayload, describe_view, read_canvas_news
from explorer.state.scene import Scene

NAME = "lodegraph.canvas"
"""The distribution and the component, as its manifest has them."""
HEIGHT = 720
LONGEST_TITLE = 200


class TiesPayload(TypedDict):
    """One way to expand the selected node: by a type and direction, in words, and how many nodes it would bring in."""

    item: str
    type: str
    way: str
    words: str
    more: int


@dataclass(frozen=True)
class Offers:
    """What a canvas offers besides: what undo and redo would do, in words; the nodes whose expansion can be taken
    out; how the selected node can be expanded; `claimed`: the nodes whose claims are in the picture. `actions`: names
    of what the page can follow, all where none is named.
    """

    undo: str = ""
    redo: str = ""
    expanded: Sequence[str] = ()
    ties: Sequence[TiesPayload] = ()
    claimed: Sequence[str] = ()
    actions: Sequence[str] = ()


class SheetPayload(TypedDict):
    """What stands around a picture that is taken along: a title above, and below where it comes from."""

    title: str
    source: str


class FilesPayload(TypedDict):
    """The files of what is seen: its name in their store, and which there are."""

    name: str
    offered: list[FilePayload]


class LookPayload(TypedDict):
    """Where the canvas is told to look: another number than before is followed, once. `view` is as an address has it,
    empty for all of the picture."""

    n: int
    view: str


NO_LOOK: LookPayload = {"n": 0, "view": ""}
NO_FILES: FilesPayload = {"name": "", "offered": []}


class CanvasData(TypedDict):
    """What the component is given in one run: small, since each click sends it.

    `picture`: where the picture itself is fetched, with the actions; `revision` its name for the page; `offered`: the
    names of the actions that are followed, all where none; `height` in pixels, with toolbar and legend; `files`:
    those that the server writes, where their `name` is a path; `keeps_view`:
    whether where the reader looks stands in the page's address; `look`: where the page itself leads.
    """

    revision: str
    picture: str
    view: ViewPayload
    layout: str
    height: int
    offered: list[str]
    undo: str
    redo: str
    expanded: list[str]
    claimed: list[str]
    ties: list[TiesPayload]
    sheet: SheetPayload
    files: FilesPayload
    keeps_view: bool
    look: LookPayload


def read_news(key: str) -> CanvasNews:
    """What the reader did on a canvas since the last accepted news; call it before the picture is made."""
    state = st.session_state.get(key)
    return read_canvas_news(state.get("view") if state else None, *_find_heard(key))


def accept_news(key: str, news: CanvasNews) -> None:
    """Say that these are dealt with: the canvas says them no more."""
    st.session_state[_name_heard_key(key)] = (_find_heard(key)[0], news.number)
    if news.is_new:
        set_chosen(key, news.chosen)


def set_chosen(key: str, chosen: Sequence[str]) -> None:
    """Say what is selected on a canvas, where that is several."""
    st.session_state[_name_chosen_key(key)] = tuple(chosen)


def list_chosen(key: str, selected: str | None) -> tuple[str, ...]:
    """All that is selected on a canvas, where that is several; none once something else was selected."""
    chosen: tuple[str, ...] = st.session_state.get(_name_chosen_key(key), ())
    return chosen if selected in chosen else ()


def lead_to(key: str, view: str) -> None:
    """Have a canvas look where an address would lead, once; "" is all of the picture."""
    before: LookPayload = st.session_state.get(_name_look_key(key), NO_LOOK)
    st.session_state[_name_look_key(key)] = {"n": before["n"] + 1, "view": view}


def show_canvas(
    picture: Picture,
    scene: Scene,
    selected: str | None,
    sheet: SheetPayload,
    *,
    key: str,
    height: int = HEIGHT,
    concealed: frozenset[str] = frozenset(),
    offers: Offers | None = None,
    files: FilesPayload = NO_FILES,
    keeps_view: bool = False,
    on_news: Callable[[], None] | None = None,
) -> None:
    """Draw the picture as the scene says; what the reader then does is told by `read_news` of the next run. `sheet` is
    for the pictures of it that the reader saves. `on_news` is called before that run, and may say what it draws.

    `height` is in pixels, with toolbar and legend; `concealed` are nodes that are not drawn besides the hidden ones.
    """
    offered = offers or Offers()
    epoch, number = _find_heard(key)
    data: CanvasData = {
        "revision": picture.revision,
        "picture": PICTURES + get_picture_store().keep(picture),
        "view": describe_view(scene, concealed, selected, list_chosen(key, selected), epoch=epoch, number=number),
        "layout": scene.layout,
        "height": height,
        "offered": list(offered.actions),
        "undo": offered.undo,
        "redo": offered.redo,
        "expanded": sorted(offered.expanded),
        "claimed": list(offered.claimed),
        "ties": list(offered.ties),
        "sheet": sheet,
        "files": {**files, "name": PICTURES + files["name"]},
        "keeps_view": keeps_view,
        "look": st.session_state.get(_name_look_key(key), NO_LOOK),
    }
    _declare_component()(key=key, data=data, on_view_change=on_news or _ignore, on_missing_change=_ignore)


def describe_sheet(title: str, data_set: DataSetState) -> SheetPayload:
    """A title with the line that says of which records a picture is."""
    return {
        "title": make_one_line(title, LONGEST_TITLE),
        "source": f"Records: {make_one_line(data_set.provenance)} · Lodegraph",
    }


def _find_heard(key: str) -> tuple[str, int]:
    """The session's name for this canvas, and the number of its last change that was accepted."""
    heard: tuple[str, int] = st.session_state.setdefault(_name_heard_key(key), (token_hex(8), 0))
    return heard


def _name_chosen_key(key: str) -> str:
    return f"{key}:chosen"


def _name_look_key(key: str) -> str:
    return f"{key}:look"


def _name_heard_key(key: str) -> str:
    return f"{key}:heard"


@cache
def _declare_component() -> Any:
    return st.components.v2.component(NAME, js="canvas.js", css="canvas.css")


def _ignore() -> None:
    """Streamlit wants a callback for every value that a component may send."""
