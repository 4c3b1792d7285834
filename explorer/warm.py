"""The opening picture, worked out while the browser still fetches the app: the first visitor need not wait for it."""

from contextlib import suppress
from threading import Thread

import scipy.optimize  # type: ignore[import-untyped]  # noqa: F401  # the layout imports it when it is first used

from cypher.errors import GraphError
from explorer.app_pages.network import ask_names
from explorer.opened import open_now
from explorer.state.composition import compose, picture
from explorer.state.scene import Scene


def warm_up() -> Thread:
    """Begin, beside whatever else is to be done; where there is no graph or nothing in it, nothing comes of it."""
    thread = Thread(target=_warm_up, name="warm-up", daemon=True)
    thread.start()
    return thread


def _warm_up() -> None:
    with suppress(GraphError):
        here = open_now()
        opening = Scene()
        picture(here, opening, compose(here, opening))
        ask_names(here)
