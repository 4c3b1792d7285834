"""The statement that the reader writes on the page Own Cypher: what is in the editor, and what it was opened from."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from cypher.errors import GraphError
from cypher.own import Opened
from cypher.saved import SavedQuery

TEXT = "own-cypher-text"
VALUES = "own-cypher-parameters"
KEPT = "own-cypher-kept"
"""What the editor held, for when the reader comes back from another page, which forgets what widgets hold."""
OPENED = "own-cypher-opened"


def begin_editor(text: str, values: str) -> None:
    """What the editor holds at first in this session; later calls change nothing."""
    kept = st.session_state.get(KEPT, (text, values))
    st.session_state.setdefault(TEXT, kept[0])
    st.session_state.setdefault(VALUES, kept[1])


def keep_editor() -> tuple[str, str]:
    """Statement and parameters as they stand in the editor now."""
    held = (str(st.session_state.get(TEXT) or ""), str(st.session_state.get(VALUES) or ""))
    st.session_state[KEPT] = held
    return held


def fill_editor(text: str, values: str, opened: Opened | None = None) -> None:
    """Put a statement into the editor; only before it is drawn, as from a button's callback."""
    st.session_state[TEXT], st.session_state[VALUES] = text, values
    st.session_state[KEPT] = (text, values)
    st.session_state[OPENED] = opened


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
