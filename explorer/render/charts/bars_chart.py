"""The bars of one sum as a chart."""

from collections.abc import Iterator

from cypher.deals import DealBook
from cypher.views.bars import Panel, name_group
from explorer.render.charts.chart_style import BESIDE, FIRM, Drawn
from explorer.render.charts.interval_bars import FigureBar, draw_bars, find_end, name_marks
from explorer.render.theme import Theme
from ledger.amounts import format_interval
from ledger.text import count_things, list_some, shorten

MOST_TOLD = 5
"""Bars that the sentence about a chart names."""
LONGEST = 46


def draw_panel(panel: Panel, book: DealBook, reach: int, theme: Theme) -> Drawn:
    """One panel; `reach`: the largest figure of all panels in the unit, so that bars of two can be compared."""
    bars = tuple(list_bars(panel))
    return Drawn(draw_bars(bars, panel.group.key.unit, reach, theme), describe_panel(panel, book), name_marks(bars))


def find_reach(panel: Panel) -> int:
    """The largest figure of a panel: its longest bar."""
    return max(find_end(bar.interval) for bar in panel.bars)


def list_bars(panel: Panel) -> Iterator[FigureBar]:
    """A bar each, grey for what is not stated or not itemised; bars of one name are told apart by their ids."""
    names = [bar.name for bar in panel.bars]
    for bar in panel.bars:
        twice = names.count(bar.name) > 1 and bar.id
        label = f"{shorten(bar.name, LONGEST)} ({bar.id})" if twice else shorten(bar.name, LONGEST)
        yield FigureBar(bar.id or bar.name, label, bar.interval, len(bar.deals), FIRM if bar.id else BESIDE)


def describe_panel(panel: Panel, book: DealBook) -> str:
    """The panel in one sentence."""
    told = [f"{bar.name} {format_interval(bar.interval, panel.group.key.unit)}" for bar in panel.bars]
    number = count_things(len(panel.bars), "bar")
    return f"{name_group(panel.group, book)}, by {panel.by}, {number}: {list_some(told, MOST_TOLD, '; ')}."
