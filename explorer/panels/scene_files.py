"""Saving the scene as a file and opening one, with what has changed since it was saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from explorer.canvas.file_button import show_file_button
from explorer.canvas.file_input import read_given_file, show_file_input
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.composed_steps import Composition
from explorer.state.log import Log, write_down
from explorer.state.page_url import write_url
from explorer.state.scene_changes import Change, find_changes
from explorer.state.scene_file import MOST_BYTES, BadSceneFile, SceneFile, read_scene_file, write_scene_file
from explorer.state.stale_links import Asked, open_address
from explorer.state.viewport import VIEW, is_viewport
from ledger.text import shorten

GIVEN = "scene-file"
OPENED = "opened-scene"
MOST_LISTED = 25


def show_scene_files(here: ShownGraph, log: Log, selected: str | None, composed: Composition) -> None:
    """A button that opens the ways to keep this picture and to open another."""
    with st.popover("Scene", icon=":material/inventory_2:", key="scene-files"):
        st.caption(
            "A scene file holds what you did to the picture and where you look, by ids, and no records. "
            "Opened later, it says what has changed since."
        )
        _offer_file(here, log, selected, composed, "Save this scene", "save-scene")
        show_file_input("Open a scene file", key=GIVEN, most_bytes=MOST_BYTES)


def show_too_long(here: ShownGraph, log: Log, selected: str | None, composed: Composition) -> None:
    """That the address no longer holds all that was done, and the file that does."""
    st.warning(
        "**The address no longer holds all of this picture.** What you did makes it too long for browsers and servers: "
        "a link or a reload opens an earlier point. A scene file holds all.",
        icon=":material/link_off:",
    )
    _offer_file(here, log, selected, composed, "Save the scene file", "save-long-scene")


def _offer_file(
    here: ShownGraph, log: Log, selected: str | None, composed: Composition, caption: str, key: str
) -> None:
    show_file_button(
        caption,
        key=key,
        file=f"{here.data_set.name}.scene.json",
        mime="application/json",
        write=lambda view: write_scene_file(here.data_set, log, selected, composed.subgraph, datetime.now(UTC), view),
    )


@dataclass(frozen=True)
class OpenedScene:
    """The file that was opened last: its scene, or why there is none, and what is to be told of it. `asked`: the log
    and the selection that it opens; `view`: where its writer looked, empty for all of the picture."""

    scene: SceneFile | None = None
    asked: Asked | None = None
    problem: str = ""
    view: str = ""
    missed: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def open_scene(here: ShownGraph) -> OpenedScene | None:
    """The file that the reader gave since the last run; None where there is none. Raises what the graph raises."""
    given = read_given_file(GIVEN)
    if given is None:
        return None
    opened = st.session_state[OPENED] = _read(here, given)
    return opened


def _read(here: ShownGraph, given: str) -> OpenedScene:
    try:
        scene = read_scene_file(given, here.data_set.name)
    except BadSceneFile as error:
        return OpenedScene(problem=str(error))
    told = scene.tell_log()
    address = write_url(write_down(told.actions), scene.selected)
    asked = open_address(here, {**address, VIEW: scene.view} if scene.view else address)
    unread = tuple(f"“{shorten(part)}” is no action of a log of this version" for part in told.unread)
    view = scene.view if is_viewport(scene.view) else ""
    return OpenedScene(scene, asked, "", view, (*unread, *asked.notices), find_changes(here, scene))


def show_opened_scene(here: ShownGraph) -> None:
    """What the file that was opened last says of itself, until the reader puts it away."""
    opened = st.session_state.get(OPENED)
    if not isinstance(opened, OpenedScene) or (opened.scene and opened.scene.data_set != here.data_set.name):
        return
    if opened.scene is None:
        st.error(f"This file cannot be opened as a scene: {escape(opened.problem)}.", icon=":material/error:")
    else:
        _tell(opened.scene, opened)
    st.button("Put this away", key="put-scene-away", type="tertiary", on_click=_put_away, icon=":material/close:")


def _tell(scene: SceneFile, opened: OpenedScene) -> None:
    since = f"the scene was saved ({escape(scene.saved)}, records {escape(scene.records)})"
    if opened.missed:
        st.warning(
            "**Not all that the scene asks for is there.**\n\n" + _list(opened.missed), icon=":material/link_off:"
        )
    if opened.changes:
        told = _list([change.words for change in opened.changes])
        st.warning(f"**Told otherwise since {since}:**\n\n{told}", icon=":material/change_history:")
    else:
        st.success(f"Nothing in it is told otherwise since {since}.", icon=":material/check:")


def _list(texts: Sequence[str]) -> str:
    more = [f"and {len(texts) - MOST_LISTED:,} more"] if len(texts) > MOST_LISTED else []
    return "\n".join(f"- {escape(text)}" for text in (*texts[:MOST_LISTED], *more))


def _put_away() -> None:
    st.session_state.pop(OPENED, None)
