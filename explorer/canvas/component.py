"""The canvas on a Streamlit page: one component around vis-network, and what the reader did on it.

Its script and style lie in `lodegraph/assets/canvas/`, made from `frontend/`; `lodegraph/pyproject.toml` tells
Streamlit so, wherever the distribution is installed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from explorer.render.picture import Picture
from explorer.render.picture_types import PicturePayload
from explorer.state.canvas_view import CanvasView, ViewPayload, read_canvas_view

NAME = "lodegraph.canvas"
"""The distribution and the component, as its manifest has them."""
HEIGHT = 720


@dataclass(frozen=True)
class Expand:
    """A double click on a node; the number differs each time."""

    node: str
    number: int


@dataclass(frozen=True)
class CanvasEvents:
    """What came from the canvas in this run: the view in force, and what was asked for just now."""

    view: CanvasView
    expand: Expand | None = None
    back: bool = False

    @property
    def selected(self) -> str | None:
        """The id of the chosen node or edge."""
        return self.view.selected


class CanvasData(PicturePayload):
    """What the component is given in one run; `height` in pixels, with toolbar and legend."""

    view: ViewPayload
    height: int
    can_go_back: bool


def show_canvas(
    picture: Picture,
    view: CanvasView | None = None,
    *,
    key: str,
    height: int = HEIGHT,
    can_go_back: bool = False,
) -> CanvasEvents:
    """Draw the picture and tell what the reader did.

    `view` is what the page wants (from its address, a table, an undo); a newer change by the reader goes before it,
    and `CanvasEvents.view` is the one in force: keep it and pass it on the next run. `height` is in pixels, with
    toolbar and legend. `can_go_back` enables the back button.
    """
    number, in_force = _find_current(key, view or CanvasView())
    data: CanvasData = {
        **picture.payload(),
        "view": in_force.payload(number),
        "height": height,
        "can_go_back": can_go_back,
    }
    result = _declare_component()(
        key=key,
        data=data,
        on_view_change=_ignore,
        on_expand_change=_ignore,
        on_back_change=_ignore,
    )
    st.session_state[_name_seen_key(key)] = number
    return CanvasEvents(in_force, read_expand(result.get("expand")), bool(result.get("back")))


def find_current_view(key: str, view: CanvasView) -> CanvasView:
    """The view that `show_canvas` will show in this run: for parts of the page that come before the canvas."""
    return _find_current(key, view)[1]


def _find_current(key: str, wanted: CanvasView) -> tuple[int, CanvasView]:
    state = st.session_state.get(key)
    if not state or not state.get("view"):  # drawn anew, as after another page: nothing was done on it yet
        return 0, wanted
    number, by_reader = read_canvas_view(state.get("view"))
    return number, wanted if number == st.session_state.get(_name_seen_key(key), 0) else by_reader


def _name_seen_key(key: str) -> str:
    return f"{key}:seen"


def read_expand(value: object) -> Expand | None:
    """The trigger of a double click, if it is one."""
    if not isinstance(value, Mapping):
        return None
    node, number = value.get("node"), value.get("n")
    return Expand(node, number) if isinstance(node, str) and isinstance(number, int) else None


@cache
def _declare_component() -> Any:
    return st.components.v2.component(NAME, js="canvas.js", css="canvas.css")


def _ignore() -> None:
    """Streamlit wants a callback for every value that a component may send."""
