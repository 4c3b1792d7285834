"""A ladder of commitment as a chart: a bar a stage, and below it what of the stage is paid out."""

from collections.abc import Iterator

from cypher.deals import DealBook
from cypher.views.ladder import Ladder, name_ladder
from explorer.render.charts.chart_style import BESIDE, FIRM, PAID, Drawn
from explorer.render.charts.interval_bars import FigureBar, draw_bars, find_end, name_marks
from explorer.render.theme import Theme
from ledger.amounts import format_interval
from ledger.glossary import spell_term

PAID_OUT = "· of which paid out"


def find_reach(ladder: Ladder) -> int:
    """The largest figure on a ladder: its longest bar."""
    return max(find_end(rung.group.interval) for rung in ladder.rungs)


def draw_ladder(ladder: Ladder, book: DealBook, reach: int, theme: Theme) -> Drawn:
    """One ladder; `reach`: the largest figure of all ladders in the unit, so that bars of two can be compared."""
    bars = tuple(list_bars(ladder))
    return Drawn(draw_bars(bars, ladder.key.unit, reach, theme), describe_ladder(ladder, book), name_marks(bars))


def list_bars(ladder: Ladder) -> Iterator[FigureBar]:
    """A bar a rung, and a bar below it for what of it is paid out, which is a part of it."""
    for rung in ladder.rungs:
        mark, deals, paid = rung.stage.value, len(rung.deals), rung.group.of_which_funded
        colour = FIRM if rung.is_step else BESIDE
        yield FigureBar(mark, spell_term(rung.stage), rung.group.interval, deals, colour)
        if paid is not None:
            yield FigureBar(mark, PAID_OUT, paid, deals, PAID)


def describe_ladder(ladder: Ladder, book: DealBook) -> str:
    """The ladder in one sentence."""
    told = [f"{spell_term(r.stage)} {format_interval(r.group.interval, ladder.key.unit)}" for r in ladder.rungs]
    return f"Ladder of commitment in {name_ladder(ladder, book)}, each stage by itself: {'; '.join(told)}."
