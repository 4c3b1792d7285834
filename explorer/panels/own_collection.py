"""The reader's own queries as a list: open, tag, delete with undo, take along, bring in; broken ones are told."""

import base64
import binascii
from functools import partial

import streamlit as st

from cypher.errors import GraphError
from cypher.own import BadBundle, Imported, QueryFolder, pack, read_draft, rules_of, unpack
from cypher.own.bundle import MOST_PACKED
from cypher.own.folder import ENDING, MOST_BYTES, Unreadable, decode
from cypher.own.read import find_tagged, read_one
from cypher.saved import BadQuery, SavedQuery
from explorer.canvas.file_input import read_given_file, show_file_input
from explorer.markdown import escape, link_to_page
from explorer.panels.own_editor import fill_editor, get_opened, set_opened, write_values
from explorer.panels.own_folder import get_folder, may_be_kept
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set

GIVEN = "own-given-file"
TOLD = "own-told"
"""What the last change came to: whether it went well, the words, and the id that an undo has back."""
ALL_TAGS = ""


def show_collection(here: ShownGraph) -> None:
    """A button that opens the list, with what can be done to each."""
    own = [q for q in here.catalog.queries if q.own]
    broken = f", {len(here.catalog.broken)} broken" if here.catalog.broken else ""
    with st.popover(f"Own queries ({len(own)}{broken})", icon=":material/folder_open:", key="own-collection"):
        keeps = may_be_kept()
        folder = get_folder()
        if keeps:
            st.caption(f"They are files in {escape(str(folder.path))}, which other programs and Git may change too.")
        else:
            st.caption(
                "Queries are kept only where these pages serve your own machine alone. Here, take yours along "
                "as files, and open them again."
            )
        _show_queries(here, own, folder, keeps)
        for one in here.catalog.broken:
            st.error(escape(one.problem), icon=":material/broken_image:")
        if keeps:
            _show_deleted(folder)
        words = "Bring in a query or a collection (.cypher, .zip)" if keeps else "Open a query's file (.cypher)"
        accept = ".cypher,.zip" if keeps else ".cypher"
        show_file_input(words, key=GIVEN, most_bytes=MOST_PACKED, accept=accept, as_base64=True)
        if keeps and (own or here.catalog.broken):
            st.download_button(
                "Take all along (ZIP)", data=lambda: pack(folder.collect()), file_name="own-queries.zip",
                mime="application/zip", icon=":material/folder_zip:", on_click="ignore",
            )  # fmt: skip


def take_given_file(here: ShownGraph) -> None:
    """Take in a file that the reader gave since the last run, and begin anew; call it before the editor is drawn."""
    given = read_given_file(GIVEN)
    if given is not None:
        _take(here, given)
        st.rerun()


def show_told() -> None:
    """What the last change of the folder came to, with its undo, until another."""
    told = st.session_state.get(TOLD)
    if told is None:
        return
    went_well, words, undo = told
    (st.success if went_well else st.error)(escape(words), icon=":material/check:" if went_well else ":material/error:")
    if undo:
        st.button(
            f"Undo: have {escape(undo)} back", on_click=_restore, args=(undo,), icon=":material/undo:", key="own-undo"
        )


def tell(words: str, *, went_well: bool = True, undo: str = "") -> None:
    """Say in the next run what a change came to."""
    st.session_state[TOLD] = (went_well, words, undo)


def _show_queries(here: ShownGraph, own: list[SavedQuery], folder: QueryFolder, keeps: bool) -> None:
    tags = sorted({tag for q in own for tag in q.tags})
    tag = ALL_TAGS
    if tags:
        tag = st.selectbox("Tag", [ALL_TAGS, *tags], format_func=lambda t: t or "any", key="own-tag") or ALL_TAGS
    if not own:
        st.write("There is none yet." if keeps else "There is none here.")
    for query in find_tagged(own, tag):
        named = f" · {escape(', '.join(query.tags))}" if query.tags else ""
        st.markdown(f"**{escape(query.title)}** :gray[{escape(query.id)}{named}]  \n{escape(query.question)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Edit", key=f"open-{query.id}", on_click=_open, args=(query,), icon=":material/edit:")
            if keeps:
                st.button(
                    "Delete", key=f"delete-{query.id}", on_click=_delete, args=(query.id,), icon=":material/delete:"
                )
            st.download_button(
                "File", data=partial(_read, folder, query.id), file_name=f"{query.id}{ENDING}", mime="text/plain",
                key=f"file-{query.id}", icon=":material/download:", on_click="ignore",
            )  # fmt: skip
            address = name_data_set(here, {"query": query.id})
            st.markdown(link_to_page("Fill in and run", "queries", address))
        if keeps:
            st.text_input(
                f"Tags of {escape(query.title)}", ", ".join(query.tags), key=f"tags-{query.id}",
                on_change=_tag, args=(here, query.id), label_visibility="collapsed", placeholder="tags, with commas",
            )  # fmt: skip


def _show_deleted(folder: QueryFolder) -> None:
    deleted = folder.list_deleted()
    if deleted:
        with st.expander(f"Deleted ({len(deleted)})"):
            for query_id in deleted:
                st.button(
                    f"Have {escape(query_id)} back", key=f"restore-{query_id}", on_click=_restore, args=(query_id,)
                )


def _open(query: SavedQuery) -> None:
    try:
        opened = get_folder().open(query.id)
        fill_editor(opened.draft.text, write_values(query), opened)
        tell(f"{query.id} is open: saving writes over it.")
    except GraphError as error:
        tell(str(error), went_well=False)


def _delete(query_id: str) -> None:
    try:
        get_folder().delete(query_id)
    except GraphError as error:
        return tell(str(error), went_well=False)
    opened = get_opened()
    if opened is not None and opened.id == query_id:
        set_opened(None)
    return tell(f"{query_id} is deleted.", undo=query_id)


def _restore(query_id: str) -> None:
    try:
        get_folder().restore(query_id)
    except GraphError as error:
        return tell(str(error), went_well=False)
    return tell(f"{query_id} is back.")


def _tag(here: ShownGraph, query_id: str) -> None:
    typed = str(st.session_state.get(f"tags-{query_id}") or "")
    folder = get_folder()
    try:
        folder.tag(folder.open(query_id), split_tags(typed), rules_of(here.model))
    except GraphError as error:
        return tell(str(error), went_well=False)
    return tell(f"{query_id} has new tags.")


def split_tags(typed: str) -> list[str]:
    """Tags that were typed with commas between, each once."""
    return list(dict.fromkeys(tag for part in typed.split(",") if (tag := " ".join(part.split()))))


def _read(folder: QueryFolder, query_id: str) -> str:
    return folder.open(query_id).text


def _take(here: ShownGraph, given: str) -> None:
    """A file that was given: kept where queries are kept, else opened in the editor alone."""
    name, _, packed = given.partition("\n")
    try:
        content = base64.b64decode(packed, validate=True)
        is_zip = not name.lower().endswith(ENDING)
        texts = unpack(content) if is_zip else {name: decode(content[: MOST_BYTES + 1])}
    except (binascii.Error, BadBundle, Unreadable) as error:
        return tell(f"{name[:80]}: {error}", went_well=False)
    try:
        if may_be_kept():
            return _tell_imported(get_folder().take_in(texts, rules_of(here.model)))
        (only,) = texts.items() if len(texts) == 1 else [("", "")]
        query = read_one(*only, rules_of(here.model))
    except (GraphError, BadQuery) as error:
        return tell(str(error), went_well=False)
    fill_editor(read_draft(*only).text, write_values(query))
    return tell(f"{query.id} is in the editor. Read it before you run it.")


def _tell_imported(taken: Imported) -> None:
    parts = [
        f"{len(taken.added)} taken in",
        *([f"{len(taken.same)} there already"] if taken.same else []),
        *([f"not taken, as another query has the id here: {', '.join(taken.other)}"] if taken.other else []),
        *([f"broken: {'; '.join(b.problem for b in taken.broken)}"] if taken.broken else []),
    ]
    tell("; ".join(parts) + ".", went_well=not taken.broken and not taken.other)
