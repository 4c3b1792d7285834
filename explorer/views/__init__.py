"""Kinds of view as pages show them, a module each, listed here; every other kind is shown as its rows."""

from collections.abc import Mapping

from cypher.saved import QueryAnswer
from explorer.shown_graph import ShownGraph
from explorer.views import bars, flow, ladder, matrix, network, number, timeline, totals
from explorer.views.page_view import Write, show_answer_rows

PAGE_VIEWS = (
    network.PAGE_VIEW,
    totals.PAGE_VIEW,
    number.PAGE_VIEW,
    ladder.PAGE_VIEW,
    timeline.PAGE_VIEW,
    bars.PAGE_VIEW,
    flow.PAGE_VIEW,
    matrix.PAGE_VIEW,
)


def list_choices(view: str) -> tuple[str, ...]:
    """Keys of the address in which a view has what a reader chose of it."""
    return next((page_view.choices for page_view in PAGE_VIEWS if page_view.name == view), ())


def show_answer(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], write: Write) -> None:
    """Show an answer in the view that it wants; `write` is called with what is selected in it."""
    for view in PAGE_VIEWS:
        if view.name == answer.query.view:
            view.show(here, answer, address, write)
            return
    show_answer_rows(answer)
    write(None)
