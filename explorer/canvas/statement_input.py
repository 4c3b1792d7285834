"""The editor in which a statement of Cypher is written, with words that it offers and marks in the text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, TypedDict

import streamlit as st

from cypher.own.marks import Mark
from cypher.own.words import Words

NAME = "lodegraph.statement"
"""The distribution and the component, as its manifest has them."""


@dataclass(frozen=True)
class Written:
    """What the editor holds: `filled` names the text that the page had put into it before this was written."""

    text: str
    filled: str


class MarkPayload(TypedDict):
    """A mark at a line and column, from 1, over so many characters; `refuses`: the statement cannot be run so."""

    line: int
    column: int
    length: int
    says: str
    refuses: bool


class StatementData(TypedDict):
    """What the component is given in one run.

    `text` is put into the editor once for each `filled`: what was typed since is newer. `marks` are of just this text.
    """

    label: str
    text: str
    filled: str
    marks: list[MarkPayload]
    words: dict[str, Any]
    parameters: list[str]


def show_statement_input(
    label: str,
    written: Written,
    marks: Sequence[Mark],
    words: Words,
    parameters: Sequence[str],
    *,
    key: str,
    on_written: Callable[[], object],
    on_run: Callable[[], None],
) -> None:
    """Draw the editor; what is typed is told by `read_statement` of a later run.

    `on_written` is called before such a run, whichever page it draws; `on_run` is, where the reader pressed Ctrl+Enter.
    """
    data: StatementData = {
        "label": label,
        "text": written.text,
        "filled": written.filled,
        "marks": [_describe(mark) for mark in marks],
        "words": asdict(words),
        "parameters": list(parameters),
    }
    _component()(key=key, data=data, on_written_change=on_written, on_run_change=on_run)


def read_statement(key: str) -> Written | None:
    """What the editor of that key holds, as far as it has said so; None before it said anything."""
    state = st.session_state.get(key)
    return read_written(state.get("written") if state else None)


def read_written(value: object) -> Written | None:
    """What the component says that it holds, if it fits; half a sign, which no text can have, is a question mark."""
    if not isinstance(value, Mapping):
        return None
    text, filled = value.get("text"), value.get("filled")
    if not isinstance(text, str) or not isinstance(filled, str):
        return None
    return Written(text.encode("utf-8", "replace").decode("utf-8"), filled)


def _describe(mark: Mark) -> MarkPayload:
    return {
        "line": mark.line,
        "column": mark.column,
        "length": mark.length,
        "says": mark.says,
        "refuses": mark.refuses,
    }


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="statement.js", css="statement.css")
