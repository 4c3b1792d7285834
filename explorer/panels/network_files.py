"""What is seen of a picture, as files to take along: of each format one writer, wherever it is offered."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from cypher.exports.network import NETWORK_FORMATS, TakenNetwork
from cypher.results import Subgraph
from cypher.support import read_support
from explorer.canvas.component import FilesPayload
from explorer.canvas.file_store import PictureFile, get_file_store
from explorer.panels.network_tables import describe_out_of_sight
from explorer.render.evidence_list import write_evidence_list
from explorer.render.picture import Picture, draw_picture
from explorer.render.picture_types import Point
from explorer.render.standalone_html import write_standalone_html
from explorer.shown_graph import ShownGraph
from explorer.state.composed_steps import Composition
from explorer.state.composition import draw_composition, find_facts, find_mentions, name_picture
from explorer.state.scene import Scene
from explorer.state.seen import Seen, name_view

HTML = "lodegraph-network.html"
Draw = Callable[[], Picture]


def keep_files(here: ShownGraph, scene: Scene, composed: Composition, seen: Seen) -> FilesPayload:
    """The files of what is seen, for the canvas to offer; nothing is written before it is asked for."""
    draw, lacks = partial(draw_seen, here, scene, composed, seen), describe_out_of_sight(seen)

    def take() -> TakenNetwork:
        support = read_support(here.graph, seen.subgraph, here.data_set.name)
        mentions = find_mentions(here, scene, composed)
        return TakenNetwork(seen.subgraph, here.model, mentions, support, here.data_set.provenance, lacks)

    def write_page() -> str:
        return write_network_page(here, seen.subgraph, draw, lacks)

    files = [
        PictureFile("html", "as one page with its evidence (HTML)", HTML, "text/html", write_page),
        *(PictureFile(f.name, f.title, f.file, f.mime, partial(_write, f.write, take)) for f in NETWORK_FORMATS),
    ]
    told = f"{name_picture(here, scene)} {name_view(scene)} {sorted(scene.moved.items())}"
    name = get_file_store().keep(told, files)
    return {"name": name, "offered": [file.payload() for file in files]}


def draw_seen(here: ShownGraph, scene: Scene, composed: Composition, seen: Seen) -> Picture:
    """The picture of what is seen, as the reader chose."""
    if seen.is_all and not scene.moved:
        return draw_composition(here, scene, composed)
    facts = find_facts(here, scene, composed)
    positions = place_moved(composed.positions, scene)
    return draw_picture(seen.subgraph, positions, here.model, style=scene.style, facts=facts)


def place_moved(positions: Mapping[str, Point], scene: Scene) -> dict[str, Point]:
    """Where nodes stand, those that the reader dragged where they were left."""
    return {**positions, **{node: (float(x), float(y)) for node, (x, y) in scene.moved.items()}}


def write_network_page(
    here: ShownGraph, shown: Subgraph, draw: Draw, lacks: str = "", *, title: str = "", said: str = ""
) -> str:
    """A picture with the evidence of all that is in it, as one page; `said`: what stands below its title besides."""
    evidence = write_evidence_list(shown, read_support(here.graph, shown, here.data_set.name), here.model)
    records = here.data_set.provenance + (f"; {lacks}" if lacks else "")
    return write_standalone_html(draw(), title or here.data_set.title, f"{said} {records}".strip(), evidence)


def show_page_download(here: ShownGraph, shown: Subgraph, draw: Draw, lacks: str = "") -> None:
    """A button below the tables for the same page."""
    st.download_button(
        "Picture as one HTML file",
        data=lambda: write_network_page(here, shown, draw, lacks),
        file_name=HTML,
        mime="text/html",
        icon=":material/download:",
        help="With the evidence of everything in it. Opens in any browser and asks no server for anything.",
    )


def _write(write: Callable[[TakenNetwork], str], take: Callable[[], TakenNetwork]) -> str:
    return write(take())
