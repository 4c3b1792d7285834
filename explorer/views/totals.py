"""Totals on a page: a card a group."""

from collections.abc import Mapping

from cypher.saved import Answer
from cypher.views import TOTALS
from explorer.opened import Opened
from explorer.panels.totals import show_totals
from explorer.views.page_view import PageView


def _show(here: Opened, answer: Answer, address: Mapping[str, str]) -> str | None:
    if answer.totals is not None and answer.book is not None:
        show_totals(answer.totals, answer.book)
    return None


PAGE_VIEW = PageView(TOTALS.name, _show)
