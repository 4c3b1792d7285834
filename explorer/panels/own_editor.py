"""The statement that the reader writes on the page Own Cypher: what is in the editor, what it was opened from, and
whether it is to be run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

import streamlit as st

from cypher.errors import GraphError
from cypher.own import Opened
from cypher.own.marks import Mark
from cypher.own.words import list_words
from cypher.saved import SavedQuery
from explorer.canvas.statement_input import Written, read_statement, show_statement_input
from explorer.shown_graph import ShownGraph

STATEMENT = "own-cypher-statement"
VALUES = "own-cypher-parameters"
KEPT = "own-cypher-kept"
OPENED = "own-cypher-opened"
TO_RUN = "own-cypher-to-run"


@dataclass
class _Kept:
    """What the editor held when it was last asked, for when the reader comes back from another page.

    `written.filled` names the text that the page put in last; `spent` are the earlier names: what the browser still
    says under one of these is older than what stands here.
    """

    written: Written
    values: str
    spent: set[str] = field(default_factory=set)


@dataclass
class ToRun:
    """What was asked to be run, statement and values, until it is.

    One for the whole session, to be held on to: asking the session for something may end a run of the page, as where
    more was typed, and what is taken by then must not be lost.
    """

    asked: tuple[str, str] | None = None

    def take(self) -> tuple[str, str] | None:
        """What is to be run, once."""
        asked, self.asked = self.asked, None
        return asked


def begin_editor(text: str, values: str) -> None:
    """What the editor holds at first in this session; later calls change nothing."""
    kept = st.session_state.setdefault(KEPT, _Kept(Written(text, token_hex(8)), values))
    st.session_state.setdefault(VALUES, kept.values)


def read_editor() -> tuple[str, str]:
    """Statement and parameters as they stand in the editor now; nothing where it has not begun."""
    kept: _Kept | None = st.session_state.get(KEPT)
    if kept is None:
        return "", ""
    said = read_statement(STATEMENT)
    if said is not None and said.filled not in kept.spent:
        # a name that is none of ours: the server began anew under a page that was open, which knows what was typed
        kept.written = Written(said.text, kept.written.filled)
    kept.values = str(st.session_state.get(VALUES, kept.values) or "")
    return kept.written.text, kept.values


def fill_editor(text: str, values: str, opened: Opened | None = None) -> None:
    """Put a statement into the editor; only before it is drawn, as from a button's callback."""
    kept: _Kept | None = st.session_state.get(KEPT)
    said = read_statement(STATEMENT)
    spent = {*(kept.spent | {kept.written.filled} if kept else ()), *([said.filled] if said else [])}
    st.session_state[KEPT] = _Kept(Written(text, token_hex(8)), values, spent)
    st.session_state[VALUES] = values
    st.session_state[OPENED] = opened


def show_statement(here: ShownGraph, marks: tuple[Mark, ...], given: Mapping[str, Any] | None) -> None:
    """Draw the editor with what `read_editor` has read; `given`: the values of parameters, where they can be read."""
    kept: _Kept = st.session_state[KEPT]
    parameters = dict.fromkeys(("data_set", *(given or ())))
    show_statement_input(
        "Statement", kept.written, marks, list_words(here.model), [*parameters], key=STATEMENT, on_written=read_editor,
        on_run=ask_for_run,
    )  # fmt: skip


def ask_for_run() -> None:
    """Have what stands in the editor run; a button's callback."""
    get_to_run().asked = read_editor()


def get_to_run() -> ToRun:
    """What this session has asked to be run."""
    to_run: ToRun = st.session_state.setdefault(TO_RUN, ToRun())
    return to_run


def get_opened() -> Opened | None:
    """The own query whose text is being written on."""
    opened = st.session_state.get(OPENED)
    return opened if isinstance(opened, Opened) else None


def set_opened(opened: Opened | None) -> None:
    """Say that what is in the editor is that query's text from now on."""
    st.session_state[OPENED] = opened


def write_values(query: SavedQuery) -> str:
    """The defaults of a query's parameters, as they are typed."""
    values = {p.name: p.default for p in query.parameters if p.default is not None}
    return json.dumps(values, ensure_ascii=False) if values else ""


def read_values(typed: str) -> dict[str, Any]:
    """Raises GraphError for what is no JSON object."""
    if not typed.strip():
        return {}
    try:
        given = json.loads(typed)
    except (ValueError, RecursionError) as error:
        raise GraphError(f"the parameters are no JSON ({error})", 'write them as {"name": "value"}') from None
    if not isinstance(given, Mapping):
        raise GraphError("the parameters are no JSON object", 'write them as {"name": "value"}')
    return dict(given)
