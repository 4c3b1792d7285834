"""Saving what is in the editor as an own query: what it is called and asks, and what its parameters take."""

import re
from collections.abc import Mapping
from typing import Any
from zlib import crc32

import streamlit as st

from cypher.errors import GraphError
from cypher.guard import Refused, check_typed
from cypher.own import Draft, Opened, check_draft, make_id, rules_of, write_draft
from cypher.own.folder import ENDING
from cypher.own.marks import GIVEN
from cypher.saved import BadQuery, ParameterType
from cypher.views import VIEWS
from explorer.markdown import escape
from explorer.panels.own_collection import split_tags, tell
from explorer.panels.own_editor import get_opened, read_values, set_opened
from explorer.panels.own_folder import get_folder, may_be_kept
from explorer.shown_graph import ShownGraph

LONGEST = 300
PLACE = re.compile(r"^[a-z0-9-]+\.cypher:(?P<line>\d+):(?P<column>\d+): ")
TYPES = {
    ParameterType.TEXT: "text",
    ParameterType.NODE: "a node of the records",
    ParameterType.TERM: "a word of a property",
    ParameterType.INTEGER: "a whole number",
    ParameterType.DAY: "a day",
    ParameterType.YES_NO: "yes or no",
    ParameterType.MANY_OF: "some of several words",
}
"""What a form offers; types that stand in places of the text are written in files."""


def show_save(here: ShownGraph, text: str, typed: str) -> None:
    """A button that opens the form."""
    opened = get_opened()
    with st.popover("Save", icon=":material/save:", key="own-save"):
        try:
            names = [n for n in check_typed(text).parameters if n not in GIVEN]
            values = read_values(typed)
        except GraphError as error:
            st.error(escape(str(error)), icon=":material/block:")
            st.caption("What cannot be run cannot be saved.")
            return
        draft = _ask(here, opened, text, names, values)
        _offer(here, draft, opened)


def _ask(here: ShownGraph, opened: Opened | None, text: str, names: list[str], values: Mapping[str, Any]) -> Draft:
    """What the reader fills in, begun with what the opened query says; what the form does not ask for stays."""
    known = _read_fields(opened)
    of = opened.id if opened else "new"
    title = st.text_input("Title", str(known.get("title", "")), key=f"save-title-{of}", max_chars=LONGEST)
    question = st.text_input(
        "Question", str(known.get("question", "")), key=f"save-question-{of}", max_chars=LONGEST,
        placeholder="What does it answer?",
    )  # fmt: skip
    usual = ", ".join(map(str, known.get("tags") or ()))
    tags = st.text_input("Tags", usual, key=f"save-tags-{of}", placeholder="with commas between")
    query_id = st.text_input(
        "File name", opened.id if opened else "", key=f"save-id-{of}", placeholder=make_id(title),
        help="Small letters, digits and hyphens; it is also the id by which the command line knows it.",
    )  # fmt: skip
    views = [view.name for view in VIEWS]
    view = st.selectbox(
        "Seen as", views, index=_place(views, str(known.get("view", "table"))), key=f"save-view-{of}",
        help="A network shows the nodes and relationships that it returns, totals the deals.",
    )  # fmt: skip
    here_only = st.checkbox(
        f"For the data set {escape(here.data_set.name)} only", "data_set" in known, key=f"save-set-{of}"
    )
    said = {p["name"]: p for p in known.get("parameters") or () if isinstance(p, dict) and "name" in p}
    parameters = [_ask_parameter(here, name, said.get(name, {}), values.get(name), of) for name in names]
    fields = {
        **{name: value for name, value in known.items() if name not in ("data_set", "tags", "parameters")},
        "id": query_id.strip() or make_id(title),
        "title": title.strip(),
        "question": question.strip(),
        "view": view,
        **({"tags": split_tags(tags)} if tags.strip() else {}),
        **({"data_set": here.data_set.name} if here_only else {}),
        **({"parameters": parameters} if parameters else {}),
    }
    return Draft(fields, text)


def _ask_parameter(here: ShownGraph, name: str, said: Mapping[str, Any], value: Any, of: str) -> dict[str, Any]:
    """A row for a parameter: what it takes, what it means, where it starts."""
    at = crc32(name.encode())
    key = f"save-{of}-{at}"
    st.markdown(f"**${escape(name)}**")
    types = list(TYPES)
    usual = said.get("type") or _guess_type(here, value)
    kind, meaning, default = st.columns(3)
    chosen = kind.selectbox(
        f"{escape(name)} takes", types, index=_place([str(t) for t in types], str(usual)),
        format_func=TYPES.__getitem__, key=f"{key}-type",
    )  # fmt: skip
    meant = meaning.text_input(
        f"{escape(name)} means",
        str(said.get("meaning", name.replace("_", " "))),
        key=f"{key}-meaning",
        max_chars=LONGEST,
    )
    start = said.get("default") if value is None else value
    began = default.text_input(f"{escape(name)} starts as", "" if start is None else str(start), key=f"{key}-default")
    fields = {**said, "name": name, "type": str(chosen), "meaning": meant.strip() or name}
    for one in ("labels", "of", "among", "at_least", "at_most", "default"):
        if str(chosen) != str(said.get("type")) or one == "default":
            fields.pop(one, None)
    return {**fields, **_ask_more(here, name, ParameterType(chosen), said, began.strip(), key)}


def _ask_more(
    here: ShownGraph, name: str, kind: ParameterType, said: Mapping[str, Any], start: str, key: str
) -> dict[str, Any]:
    """What a type needs besides, and where it starts."""
    begun = {"default": start} if start else {}
    if kind is ParameterType.NODE:
        found = here.model.find_label_of_id(start)
        usual = [
            label for label in said.get("labels") or ([found.label] if found else []) if label in here.model.fact_labels
        ]
        labels = st.multiselect(f"{escape(name)} is a", list(here.model.fact_labels), usual, key=f"{key}-labels")
        return {"labels": labels, **begun}
    if kind is ParameterType.TERM:
        of = st.text_input(f"{escape(name)} is of", str(said.get("of", "")), key=f"{key}-of", placeholder="Deal.stage")
        return {"of": of.strip(), **begun}
    if kind is ParameterType.MANY_OF:
        words = ", ".join(map(str, said.get("among") or ()))
        among = st.text_input(f"{escape(name)} is among", words, key=f"{key}-among", placeholder="signed, approved")
        return {"among": split_tags(among), **begun}
    if kind is ParameterType.INTEGER:
        number = int(start) if re.fullmatch(r"-?\d{1,15}", start) else 0
        low, high = st.columns(2)
        least = low.number_input(
            f"{escape(name)} at least", value=int(said.get("at_least", min(0, number))), key=f"{key}-low"
        )
        most = high.number_input(
            f"{escape(name)} at most", value=int(said.get("at_most", max(1_000, number))), key=f"{key}-high"
        )
        return {"at_least": int(least), "at_most": int(most), "default": number}
    if kind is ParameterType.YES_NO:
        return {"default": "yes" if start.lower() in ("yes", "true") else "no"}
    return {"default": start}


def _offer(here: ShownGraph, draft: Draft, opened: Opened | None) -> None:
    problem = "" if draft.fields["title"] and draft.fields["question"] else "Give it a title and a question."
    if not problem:
        try:
            check_draft(draft, rules_of(here.model))
        except (BadQuery, Refused) as error:
            problem = say_in_statement(str(error), draft)
    if problem:
        st.warning(escape(problem), icon=":material/edit_note:")
    with st.container(horizontal=True):
        if may_be_kept():
            words = f"Save over {escape(opened.id)}" if opened else "Save it"
            st.button(words, disabled=bool(problem), on_click=_save, args=(here, draft, opened), key="save-it")
            if opened:
                st.button(
                    "Save as a new one",
                    disabled=bool(problem),
                    on_click=_save,
                    args=(here, draft, None),
                    key="save-new",
                )
        st.download_button(
            "Take the file along", data=write_draft(draft), file_name=f"{draft.id}{ENDING}", mime="text/plain",
            disabled=bool(problem), icon=":material/download:", on_click="ignore",
        )  # fmt: skip


def _save(here: ShownGraph, draft: Draft, opened: Opened | None) -> None:
    folder = get_folder()
    try:
        kept = folder.save(draft, rules_of(here.model), opened)
        set_opened(folder.open(kept.id))
    except GraphError as error:
        return tell(say_in_statement(str(error), draft), went_well=False)
    renamed = f", which was {opened.id}" if opened and opened.id != kept.id else ""
    return tell(f"Saved as {kept.id}{renamed}.")


def say_in_statement(problem: str, draft: Draft) -> str:
    """A problem of a file, told by the lines of the statement that is in the editor, without those of the header."""
    told = []
    written = write_draft(draft)
    above = written[: written.rindex(draft.text.strip())].count("\n")
    for part in problem.split("; "):
        place = PLACE.match(part)
        line = int(place["line"]) - above if place else 0
        words = part[place.end() :] if place else part
        told.append(f"line {line}, column {place['column']}: {words}" if place and line > 0 else words)
    return "; ".join(told)


def _read_fields(opened: Opened | None) -> dict[str, Any]:
    try:
        return dict(opened.draft.fields) if opened else {}
    except BadQuery:
        return {}


def _guess_type(here: ShownGraph, value: Any) -> ParameterType:
    if isinstance(value, bool):
        return ParameterType.YES_NO
    if isinstance(value, int):
        return ParameterType.INTEGER
    return ParameterType.NODE if here.model.find_label_of_id(str(value)) else ParameterType.TEXT


def _place(names: list[str], name: str) -> int:
    return names.index(name) if name in names else 0
