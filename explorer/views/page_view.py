"""What a kind of view is on a page: the view's name, and how its answer is shown; the rows of any other kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from cypher.saved import QueryAnswer
from explorer.panels.table_help import show_table
from explorer.shown_graph import ShownGraph


@dataclass(frozen=True)
class PageView:
    """`show` draws an answer that has rows; the address tells what was selected. It calls `write` with what is selected
    now and with what the reader chose of its `choices`, keys of the address, once in each run, also where it draws a
    part of the page anew by itself."""

    name: str
    show: Callable[[ShownGraph, QueryAnswer, Mapping[str, str], "Write"], None]
    choices: tuple[str, ...] = ()


NOTHING_CHOSEN: Mapping[str, str] = {}


class Write(Protocol):
    """Writes the page's address, with what is selected and what was chosen of the view."""

    def __call__(self, selected: str | None, chosen: Mapping[str, str] = NOTHING_CHOSEN, /) -> None: ...


def show_answer_rows(answer: QueryAnswer) -> None:
    """Any answer as a table of its rows: how every kind of view is shown that has no page view of its own."""
    table = answer.as_rows()
    show_table([dict(zip(table.columns, row, strict=True)) for row in table.rows])
