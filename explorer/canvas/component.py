"""The canvas on a Streamlit page: one component around vis-network, with its files served from `assets/`."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from explorer.canvas.picture import Picture
from explorer.canvas.view import CanvasEvents, CanvasView, read_expand, read_view

NAME = "lodegraph.canvas"
HEIGHT = 720


def network_canvas(
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
    number, in_force = _in_force(key, view or CanvasView())
    result = _mount(
        key=key,
        data={
            **picture.payload(),
            "view": in_force.payload(number),
            "height": height,
            "can_go_back": can_go_back,
        },
        on_view_change=_nothing,
        on_expand_change=_nothing,
        on_back_change=_nothing,
    )
    st.session_state[_seen_key(key)] = number
    return CanvasEvents(in_force, read_expand(result.get("expand")), bool(result.get("back")))


def view_in_force(key: str, view: CanvasView) -> CanvasView:
    """The view that `network_canvas` will show in this run: for parts of the page that come before the canvas."""
    return _in_force(key, view)[1]


def _in_force(key: str, wanted: CanvasView) -> tuple[int, CanvasView]:
    state = st.session_state.get(key)
    number, by_reader = read_view(state.get("view") if state else None)
    return number, wanted if number == st.session_state.get(_seen_key(key), 0) else by_reader


def _seen_key(key: str) -> str:
    return f"{key}:seen"


def _mount(**arguments: Any) -> Any:
    _serve_assets()
    return _renderer()(**arguments)


@cache
def _renderer() -> Any:
    return st.components.v2.component(NAME, js="canvas.js", css="canvas.css")


def _serve_assets() -> None:
    """Tell Streamlit's server where the files lie, as a manifest in `pyproject.toml` would.

    Such a manifest can only name a folder inside the package that is called like the distribution; so the same
    entry is made here, and holds for a checkout, an editable install and a wheel.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        package, name = NAME.split(".")
        manifest = ComponentManifest(package, "1", [ComponentConfig(name, "assets")])
        manager.register_from_manifest(manifest, Path(__file__).parent)


def _nothing() -> None:
    """Streamlit wants a callback for every value that a component may send."""
