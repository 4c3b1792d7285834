"""The caches are filled while the browser still fetches the app, so that the first visitor need not wait.

Each cache stands beside what it keeps, by data set and version: pictures in `state/composition.py`, the catalog and the
guide in `shown_graph.py`, choices in `panels/chooser.py`, sizes in `panels/data_set_chooser.py`. Answers of saved
queries are not kept.
"""

import gc
from contextlib import suppress
from threading import Thread

from cypher.errors import GraphError
from explorer.shown_graph import read_shown_graph
from explorer.state.composition import compose, draw_composition
from explorer.state.scene import Scene


def warm_up() -> Thread:
    """Begin, beside whatever else is to be done; where there is no graph or nothing in it, nothing comes of it.

    What is there then, modules and models and the opening picture, stays as long as the process: Python is told to look
    for no garbage among it.
    """
    thread = Thread(target=_fill_caches, name="warm-up", daemon=True)
    thread.start()
    return thread


def _fill_caches() -> None:
    with suppress(GraphError):
        here = read_shown_graph()
        opening = Scene()
        draw_composition(here, opening, compose(here, opening))
    gc.freeze()
